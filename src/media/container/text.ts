/** One character a byte (ISO 8859-1), so that places in the text are places in the bytes. */
export function latin1(bytes: Uint8Array): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 8192) out += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return out;
}

/** The bytes of plain ASCII text. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

/** UTF-8, with U+FFFD for what is not (WHATWG Encoding, simplified to one mark a bad byte). */
export function utf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const b = bytes[i]!;
    const more = b < 0x80 ? 0 : b >= 0xc2 && b < 0xe0 ? 1 : b >= 0xe0 && b < 0xf0 ? 2 : b >= 0xf0 && b < 0xf5 ? 3 : -1;
    let point = more <= 0 ? b : b & (0x3f >> more);
    let ok = more >= 0;
    for (let k = 1; k <= more && ok; k++) {
      const next = bytes[i + k] ?? 0;
      ok = (next & 0xc0) === 0x80;
      point = point * 64 + (next & 0x3f);
    }
    const least = [0, 0x80, 0x800, 0x10000][Math.max(0, more)]!;
    if (!ok || point < least || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) {
      units.push(0xfffd);
      i++;
    } else {
      if (point > 0xffff) units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
      else units.push(point);
      i += more + 1;
    }
    if (units.length >= 8192) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  return parts.join("") + String.fromCharCode(...units);
}

/** UTF-16 in either order. */
export function utf16(bytes: Uint8Array, little: boolean): string {
  let out = "";
  for (let i = 0; i + 1 < bytes.length; i += 2)
    out += String.fromCharCode(little ? bytes[i]! | (bytes[i + 1]! << 8) : (bytes[i]! << 8) | bytes[i + 1]!);
  return out;
}

/** Text up to the first NUL, without the white space around it. */
export function trimmed(text: string): string {
  const nul = text.indexOf("\0");
  return (nul < 0 ? text : text.slice(0, nul)).trim();
}
