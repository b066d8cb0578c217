// Small encodings: principals as text, LEB128, SHA-256.

import crypto from "node:crypto";
import zlib from "node:zlib";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

export function sha256(...parts) {
  const hash = crypto.createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function principalText(bytes) {
  const checked = Buffer.alloc(bytes.length + 4);
  checked.writeUInt32BE(zlib.crc32(bytes), 0);
  checked.set(bytes, 4);
  let text = "";
  let bits = 0;
  let value = 0;
  for (const byte of checked) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += ALPHABET[(value >> (bits - 5)) & 31];
  }
  if (bits > 0) text += ALPHABET[(value << (5 - bits)) & 31];
  return text.match(/.{1,5}/g).join("-");
}

/// The principal's bytes, or undefined if `text` is not one.
export function principalBytes(text) {
  const letters = text.toLowerCase().replaceAll("-", "");
  if (!/^[a-z2-7]{7,53}$/.test(letters)) return undefined;
  const bytes = [];
  let bits = 0;
  let value = 0;
  for (const letter of letters) {
    value = ((value << 5) | ALPHABET.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 255);
    }
  }
  const principal = Buffer.from(bytes.slice(4));
  return principal.length <= 29 && principalText(principal) === text.toLowerCase() ? principal : undefined;
}

/// The principal of whoever holds the key `der`.
export function selfAuthenticating(der) {
  return Buffer.concat([crypto.createHash("sha224").update(der).digest(), Buffer.of(2)]);
}

export function lebEncode(number) {
  const bytes = [];
  let rest = BigInt(number);
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return Buffer.from(bytes);
}

export function compareBytes(a, b) {
  return Buffer.compare(a, b);
}
