import ipaddr from "ipaddr.js";
import { HearsayError } from "../errors.ts";

/**
 * Whether an IP address lies on the public internet: not this machine, not a private or link-local network, not
 * multicast or reserved; an IPv4 address inside IPv6 (mapped, NAT64, 6to4, Teredo) counts as what it carries.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address.replace(/%.*$/, ""));
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === "unicast" && !(parsed.octets[0] === 0);
  const v6 = parsed as ipaddr.IPv6;
  const carried = carriedIn(v6);
  if (carried) return isPublic(carried);
  return v6.range() === "unicast" && (v6.parts[0]! & 0xe000) === 0x2000;
}

function carriedIn(v6: ipaddr.IPv6): string | null {
  const p = v6.parts;
  const v4 = (high: number, low: number) => `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
  if (v6.isIPv4MappedAddress()) return v4(p[6]!, p[7]!);
  if (p[0] === 0x64 && p[1] === 0xff9b) return v4(p[6]!, p[7]!);
  if (p[0] === 0x2002) return v4(p[1]!, p[2]!);
  if (p.slice(0, 6).every((part) => part === 0)) return v4(p[6]!, p[7]!);
  return null;
}

/**
 * Checks an address before it is asked for: http or https, no name and password in it, and, when it names an IP
 * address in any notation (dotted, whole number, hexadecimal, IPv6), a public one.
 */
export function checkAddress(address: string, allowPrivate: boolean): URL {
  if (!URL.canParse(address)) throw refused(address, "it is no web address");
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw refused(address, "only http and https are fetched");
  if (url.username || url.password) throw refused(address, "it carries a name or password");
  // The parser of URL has already turned 2130706433, 0x7f.1 and the like into dotted form.
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (allowPrivate) return url;
  if (ipaddr.isValid(host) && !isPublic(host)) throw refused(address, "it leads to this machine or a private network");
  if (
    /^(localhost|.*\.(localhost|local|internal|intranet|lan|home\.arpa))$/i.test(host) ||
    (!host.includes(".") && !host.includes(":"))
  )
    throw refused(address, "it leads to this machine or a private network");
  return url;
}

export const refused = (address: string, why: string) =>
  new HearsayError(
    "address-refused",
    `${address.slice(0, 200)} is not fetched: ${why}.`,
    "Only public web pages are fetched; --allow-private lifts that for addresses you trust.",
  );
