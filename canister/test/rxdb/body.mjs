// A row's body as docs/document-format.md defines it, to and from plain JSON values. Byte strings become
// { $bytes: base64 }; a body that cannot be read is kept as it is: { $raw: base64 }.

import { deflateSync, inflateSync } from "node:zlib";

const VERSION = 1;
const PLAIN = 0;
const ZLIB = 1;
const INFLATED_LIMIT = 16 * 2 ** 20;

export function encodeBody(content) {
  if (content.$raw !== undefined) return fromBase64(content.$raw);
  const plain = encodeCbor(content);
  const packed = deflateSync(plain);
  const smaller = packed.length < plain.length;
  return new Uint8Array(Buffer.concat([Buffer.of(VERSION, smaller ? ZLIB : PLAIN), smaller ? packed : plain]));
}

export function decodeBody(body) {
  try {
    const cbor = plainCbor(body);
    if (cbor) return decodeCbor(cbor);
  } catch (error) {
    if (!(error instanceof RangeError) && error.code === undefined) throw error;
  }
  return { $raw: Buffer.from(body).toString("base64") };
}

/// The uncompressed CBOR of a body; undefined if its version or codec is unknown.
export function plainCbor(body) {
  const [version, codec] = body;
  if (version !== VERSION || codec > ZLIB) return undefined;
  const rest = Buffer.from(body).subarray(2);
  return codec === ZLIB ? inflateSync(rest, { maxOutputLength: INFLATED_LIMIT }) : rest;
}

function fromBase64(text) {
  return new Uint8Array(Buffer.from(text, "base64"));
}

function head(major, value) {
  const n = BigInt(value);
  if (n < 24n) return Buffer.of((major << 5) | Number(n));
  const [size, info] = n < 0x100n ? [1, 24] : n < 0x10000n ? [2, 25] : n < 0x100000000n ? [4, 26] : [8, 27];
  const out = Buffer.alloc(1 + size, (major << 5) | info);
  const digits = n.toString(16).padStart(2 * size, "0");
  out.write(digits, 1, "hex");
  return out;
}

function encodeCbor(value) {
  if (value === null || value === undefined) return Buffer.of(0xf6);
  if (typeof value === "boolean") return Buffer.of(value ? 0xf5 : 0xf4);
  if (typeof value === "number") return Number.isSafeInteger(value) ? encodeInteger(value) : encodeFloat(value);
  if (typeof value === "string") return encodeBytes(3, Buffer.from(value, "utf8"));
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(encodeCbor)]);
  if (value.$bytes !== undefined) return encodeBytes(2, fromBase64(value.$bytes));
  const entries = Object.entries(value).map(([key, member]) => [encodeCbor(key), encodeCbor(member)]);
  entries.sort(([a], [b]) => Buffer.compare(a, b));
  return Buffer.concat([head(5, entries.length), ...entries.flat()]);
}

function encodeInteger(value) {
  return value >= 0 ? head(0, value) : head(1, -1 - value);
}

function encodeBytes(major, bytes) {
  return Buffer.concat([head(major, bytes.length), bytes]);
}

/// The shortest form that keeps the number.
function encodeFloat(value) {
  const half = halfBits(value);
  if (half !== undefined) return Buffer.of(0xf9, half >> 8, half & 255);
  const out = Buffer.alloc(9);
  if (Object.is(Math.fround(value), value)) {
    out[0] = 0xfa;
    out.writeFloatBE(value, 1);
    return out.subarray(0, 5);
  }
  out[0] = 0xfb;
  out.writeDoubleBE(value, 1);
  return out;
}

/// Throws RangeError for what is not one whole value.
export function decodeCbor(bytes) {
  const reader = { bytes: Buffer.from(bytes), at: 0 };
  const value = decodeItem(reader);
  if (reader.at !== reader.bytes.length) throw new RangeError("bytes after the end");
  return value;
}

function take(reader, length) {
  const end = reader.at + length;
  if (end > reader.bytes.length) throw new RangeError("the input ends early");
  const part = reader.bytes.subarray(reader.at, end);
  reader.at = end;
  return part;
}

function decodeItem(reader) {
  const [first] = take(reader, 1);
  const [major, info] = [first >> 5, first & 31];
  if (major === 7) return decodeSimple(reader, info);
  const argument = info < 24 ? info : Number(BigInt(`0x${take(reader, 1 << (info - 24)).toString("hex")}`));
  if (major === 0) return argument;
  if (major === 1) return -1 - argument;
  if (major === 2) return { $bytes: take(reader, argument).toString("base64") };
  if (major === 3) return take(reader, argument).toString("utf8");
  if (argument > reader.bytes.length) throw new RangeError("the input ends early");
  if (major === 4) return Array.from({ length: argument }, () => decodeItem(reader));
  if (major === 5) return Object.fromEntries(Array.from({ length: argument }, () => [decodeItem(reader), decodeItem(reader)]));
  throw new RangeError("tags are not allowed");
}

function decodeSimple(reader, info) {
  if (info === 20 || info === 21) return info === 21;
  if (info === 22) return null;
  if (info === 25) return halfFloat(take(reader, 2).readUInt16BE());
  if (info === 26) return take(reader, 4).readFloatBE();
  if (info === 27) return take(reader, 8).readDoubleBE();
  throw new RangeError("this simple value is not allowed");
}

/// The bits of `value` in half precision; undefined if it does not fit.
function halfBits(value) {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size === Infinity) return sign | 0x7c00;
  const exponent = size === 0 ? 0 : Math.max(0, Math.floor(Math.log2(size)) + 15);
  const fraction = exponent === 0 ? size * 2 ** 24 : (size / 2 ** (exponent - 15) - 1) * 1024;
  const bits = sign | (exponent << 10) | fraction;
  return exponent < 31 && Number.isInteger(fraction) && fraction < 1024 ? bits : undefined;
}

function halfFloat(bits) {
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
  const size = exponent === 0 ? fraction * 2 ** -24 : exponent === 31 ? (fraction ? NaN : Infinity) : (1024 + fraction) * 2 ** (exponent - 25);
  return bits & 0x8000 ? -size : size;
}
