import { createHash, createVerify, randomBytes, X509Certificate } from "node:crypto";
import { HearsayError } from "../errors.ts";
import { child, children, type Der, DerError, oid, readDer, writeDer } from "./der.ts";

const SHA256 = Buffer.from([0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00]);
const DIGESTS: Readonly<Record<string, string>> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};
const STAMPING = "1.3.6.1.5.5.7.3.8";

/** A request for a time-stamp (RFC 3161) over a SHA-256 hash in hex. `nonce` ties the answer to it. */
export function stampRequest(hash: string, nonce: Buffer = freshNonce()): { request: Buffer; nonce: Buffer } {
  const imprint = writeDer(0x30, SHA256, writeDer(0x04, Buffer.from(hash, "hex")));
  const request = writeDer(
    0x30,
    writeDer(0x02, Buffer.from([1])),
    imprint,
    writeDer(0x02, nonce),
    writeDer(0x01, Buffer.from([0xff])),
  );
  return { request, nonce };
}

/** Eight random bytes, a positive integer as DER wants it. */
function freshNonce(): Buffer {
  const bytes = randomBytes(8);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes;
}

/** What a response that holds says: the time, and who vouches for it. */
export interface Checked {
  readonly time: string;
  readonly authority: string;
}

/**
 * Checks a response: granted, over this hash, for this nonce, its signature made by the certificate it carries, which is
 * one for time-stamping and was valid then. Not checked: whether that certificate's issuer is one to trust.
 */
export function checkStamp(response: Uint8Array, hash: string, nonce: Buffer | null): Checked {
  try {
    return check(Buffer.from(response), hash, nonce);
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause;
    const why = cause instanceof DerError || cause instanceof Error ? "it is no time-stamp that can be read" : "";
    throw bad(why, cause);
  }
}

const bad = (why: string, cause?: unknown) =>
  new HearsayError("stamp-refused", `The time-stamp does not hold: ${why}.`, "Ask again, or name another server.", {
    cause,
  });

function check(response: Buffer, hash: string, nonce: Buffer | null): Checked {
  const [status, token] = children(readDer(response));
  if (!status || child(status, 0, 0x02).content.readUIntBE(0, 1) > 1) throw bad("the server did not grant it");
  if (!token || oid(child(token, 0, 0x06)) !== "1.2.840.113549.1.7.2") throw bad("it is not signed");
  const signed = readDer(child(token, 1, 0xa0).content);
  const parts = children(signed);
  const info = parts[2]!;
  if (oid(child(info, 0, 0x06)) !== "1.2.840.113549.1.9.16.1.4") throw bad("it signs something else");
  const content = readDer(child(info, 1, 0xa0).content).content;
  const time = checkContent(readDer(content), hash, nonce);
  const certificates = children(
    parts.find((p) => p.tag === 0xa0) ?? { tag: 0, content: Buffer.alloc(0), whole: Buffer.alloc(0) },
  );
  const signer = children(parts[parts.length - 1]!)[0];
  if (!signer) throw bad("nobody signed it");
  return { time, authority: checkSigner(signer, content, certificates, time) };
}

/** The signed part: over our hash, for our nonce; gives its time. */
function checkContent(info: Der, hash: string, nonce: Buffer | null): string {
  const [, , imprint, , time, ...rest] = children(info);
  const [algorithm, digest] = children(imprint!);
  if (oid(child(algorithm!, 0, 0x06)) !== "2.16.840.1.101.3.4.2.1" || digest!.content.toString("hex") !== hash)
    throw bad("it is over something else");
  const given = rest.find((part) => part.tag === 0x02);
  if (nonce && !given?.content.equals(nonce)) throw bad("it answers another request");
  const at = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(time!.content.toString("latin1"));
  if (!at) throw bad("its time cannot be read");
  return `${at[1]}-${at[2]}-${at[3]}T${at[4]}:${at[5]}:${at[6]}Z`;
}

function checkSigner(signer: Der, content: Buffer, certificates: readonly Der[], time: string): string {
  const [, sid, algorithm, attributes, , signature] = children(signer);
  const digest = DIGESTS[oid(child(algorithm!, 0, 0x06))];
  if (!digest || attributes?.tag !== 0xa0 || signature?.tag !== 0x04)
    throw bad("it is signed in a way that is not known here");
  const said = children(attributes).find((a) => oid(child(a, 0, 0x06)) === "1.2.840.113549.1.9.4");
  const expected = said ? readDer(child(said, 1, 0x31).content).content : null;
  if (!expected?.equals(createHash(digest).update(content).digest())) throw bad("its signature is over something else");
  const serial = sid!.tag === 0x30 ? child(sid!, 1, 0x02).content.toString("hex").replace(/^0+/, "") : null;
  const certificate = certificates
    .filter((c) => c.tag === 0x30)
    .map((c) => new X509Certificate(c.whole))
    .find((c) =>
      serial === null ? c.keyUsage?.includes(STAMPING) : c.serialNumber.toLowerCase().replace(/^0+/, "") === serial,
    );
  if (!certificate) throw bad("the signer's certificate is not in it");
  if (!certificate.keyUsage?.includes(STAMPING)) throw bad("the signer's certificate is not one for time-stamping");
  const at = Date.parse(time);
  if (at < Date.parse(certificate.validFrom) || at > Date.parse(certificate.validTo))
    throw bad("the signer's certificate was not valid then");
  const signedPart = Buffer.concat([Buffer.from([0x31]), attributes.whole.subarray(1)]);
  if (!createVerify(digest).update(signedPart).verify(certificate.publicKey, signature.content))
    throw bad("its signature is wrong");
  return /^(?:CN|O)=(.*)$/m.exec(certificate.subject)?.[1] ?? certificate.subject.replaceAll("\n", ", ");
}
