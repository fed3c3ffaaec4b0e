import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDer } from "../../src/investigation/der.ts";
import { checkStamp, stampRequest } from "../../src/investigation/timestamp.ts";

/** Answered by `openssl ts -reply` for this hash and nonce, with a certificate made for this test. */
const RESPONSE = Buffer.from(
  "MIIFFjADAgEAMIIFDQYJKoZIhvcNAQcCoIIE/jCCBPoCAQMxDzANBglghkgBZQMEAgEFADByBgsqhkiG9w0BCRABBKBjBGEwXwIBAQYEKgMEAT" +
    "AxMA0GCWCGSAFlAwQCAQUABCBar2ZxIFjK2ujj3Icz8N0i8MPlQlPGipJbfiq34T+VLAIBAhgPMjAyNjExMjQxNTU4MTlaMAMCAQECCEFCQ0RF" +
    "RkdIoIIDHjCCAYswggExoAMCAQICFH8TsUAkxfcXFhCRYGG/ASYeWz+IMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMMFEdvcnNlIFRpbWUgQXV0aG" +
    "9yaXR5MCAXDTI2MTEyNDE1NTgxOVoYDzIxMjYxMDMxMTU1ODE5WjAfMR0wGwYDVQQDDBRHb3JzZSBUaW1lIEF1dGhvcml0eTBZMBMGByqGSM49" +
    "AgEGCCqGSM49AwEHA0IABBZSse0ezFX+A/fMUe8ToQ55QcYssRUX0x34haXmLoGVNiqeLMtFPoKK9GECLylbZJmxnXuQmq4BBBYG2CS1b/WjST" +
    "BHMA4GA1UdDwEB/wQEAwIHgDAWBgNVHSUBAf8EDDAKBggrBgEFBQcDCDAdBgNVHQ4EFgQUzaTUEWjSwoDf+DIsfqfOmq97HQMwCgYIKoZIzj0E" +
    "AwIDSAAwRQIhANr3uY2T6cVIhS0oySvk7gaR0qHHL7Rp9QlLBXXJJ1OtAiBGboqP3x8JsLz6184VXI/xwF95fLlQnCdox3oifQ4QzzCCAYswgg" +
    "ExoAMCAQICFH8TsUAkxfcXFhCRYGG/ASYeWz+IMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMMFEdvcnNlIFRpbWUgQXV0aG9yaXR5MCAXDTI2MTEy" +
    "NDE1NTgxOVoYDzIxMjYxMDMxMTU1ODE5WjAfMR0wGwYDVQQDDBRHb3JzZSBUaW1lIEF1dGhvcml0eTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0" +
    "IABBZSse0ezFX+A/fMUe8ToQ55QcYssRUX0x34haXmLoGVNiqeLMtFPoKK9GECLylbZJmxnXuQmq4BBBYG2CS1b/WjSTBHMA4GA1UdDwEB/wQE" +
    "AwIHgDAWBgNVHSUBAf8EDDAKBggrBgEFBQcDCDAdBgNVHQ4EFgQUzaTUEWjSwoDf+DIsfqfOmq97HQMwCgYIKoZIzj0EAwIDSAAwRQIhANr3uY" +
    "2T6cVIhS0oySvk7gaR0qHHL7Rp9QlLBXXJJ1OtAiBGboqP3x8JsLz6184VXI/xwF95fLlQnCdox3oifQ4QzzGCAUwwggFIAgEBMDcwHzEdMBsG" +
    "A1UEAwwUR29yc2UgVGltZSBBdXRob3JpdHkCFH8TsUAkxfcXFhCRYGG/ASYeWz+IMA0GCWCGSAFlAwQCAQUAoIGkMBoGCSqGSIb3DQEJAzENBg" +
    "sqhkiG9w0BCRABBDAcBgkqhkiG9w0BCQUxDxcNMjYxMTI0MTU1ODE5WjAvBgkqhkiG9w0BCQQxIgQg0CQB2Pi1fvYwytjjYgk+8TkRPRBmZ9jE" +
    "Mu761ZRf2ZQwNwYLKoZIhvcNAQkQAi8xKDAmMCQwIgQglvt/NkcUCOqTDG1JWZ+mJg6eFsoEqgWTNrC5qUXbvI8wCgYIKoZIzj0EAwIESDBGAi" +
    "EAzxxrWF9/5mY1IhyPPAIXbApYGQSh5r4LvxR4qaqT0O0CIQCl1tIfqYxBejYAeizrzxn9rmCEj3vWZYGr80/cOI9AgA==",
  "base64",
);
const HASH = createHash("sha256").update("a fingerprint").digest("hex");
const NONCE = Buffer.from("4142434445464748", "hex");

test("a request is what RFC 3161 says: version 1, SHA-256, a nonce, the certificate wanted", () => {
  const { request } = stampRequest(HASH, NONCE);
  expect(request.toString("hex")).toBe(
    `30${(request.length - 2).toString(16)}0201013031300d060960864801650304020105000420${HASH}0208${NONCE.toString("hex")}0101ff`,
  );
  expect(stampRequest(HASH).nonce.equals(stampRequest(HASH).nonce)).toBe(false);
});

test("a response that holds gives its time and authority", () => {
  expect(checkStamp(RESPONSE, HASH, NONCE)).toEqual({
    time: "2026-11-24T15:58:19Z",
    authority: "Gorse Time Authority",
  });
});

test("over something else, or for another request, it is refused", () => {
  expect(() => checkStamp(RESPONSE, HASH.replace(/^./, "0"), NONCE)).toThrow(/over something else/);
  expect(() => checkStamp(RESPONSE, HASH, Buffer.from("4142434445464749", "hex"))).toThrow(/another request/);
  expect(() => checkStamp(Buffer.from("3003020102", "hex"), HASH, NONCE)).toThrow(/does not hold/);
});

test("no changed byte of what is signed gets through, and nothing crashes", () => {
  const refused = expect.objectContaining({ code: "stamp-refused" });
  const signed = RESPONSE.indexOf(Buffer.from(HASH, "hex"));
  for (let at = signed - 30; at < signed + 70; at++) {
    const broken = Buffer.from(RESPONSE);
    broken[at]! ^= 1;
    expect(() => checkStamp(broken, HASH, NONCE)).toThrow(refused);
  }
  fc.assert(
    fc.property(fc.nat(RESPONSE.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, bits, cut) => {
      const broken = Buffer.from(RESPONSE);
      broken[at]! ^= bits;
      try {
        checkStamp(cut ? broken.subarray(0, at) : broken, HASH, NONCE);
      } catch (error) {
        expect(error).toMatchObject({ code: "stamp-refused" });
      }
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => checkStamp(bytes, HASH, NONCE)).toThrow(refused);
      try {
        readDer(Buffer.from(bytes));
      } catch (error) {
        expect((error as Error).message).toMatch(/DER|cut short/);
      }
    }),
  );
});
