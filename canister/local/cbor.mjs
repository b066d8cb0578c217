// The subset of CBOR that the Internet Computer's HTTP interface uses. Naturals decode to BigInt, byte
// strings to Buffer, maps to Map with text keys.

export class CborError extends Error {}

const SELF_DESCRIBED = Buffer.from("d9d9f7", "hex");
const DEPTH_LIMIT = 64;

function head(major, value) {
  const n = BigInt(value);
  if (n < 24n) return Buffer.of((major << 5) | Number(n));
  const [size, info] = n < 0x100n ? [1, 24] : n < 0x10000n ? [2, 25] : n < 0x100000000n ? [4, 26] : [8, 27];
  const out = Buffer.alloc(1 + size);
  out[0] = (major << 5) | info;
  if (size === 8) out.writeBigUInt64BE(n, 1);
  else out.writeUIntBE(Number(n), 1, size);
  return out;
}

function write(value, out) {
  if (typeof value === "number" || typeof value === "bigint") {
    out.push(head(0, value));
  } else if (typeof value === "string") {
    const bytes = Buffer.from(value, "utf8");
    out.push(head(3, bytes.length), bytes);
  } else if (value instanceof Uint8Array) {
    out.push(head(2, value.length), value);
  } else if (Array.isArray(value)) {
    out.push(head(4, value.length));
    for (const item of value) write(item, out);
  } else {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    out.push(head(5, members.length));
    for (const [key, member] of members) {
      write(key, out);
      write(member, out);
    }
  }
}

/// `value` with the self-describing tag in front. Members that are undefined are left out.
export function encodeCbor(value) {
  const out = [SELF_DESCRIBED];
  write(value, out);
  return Buffer.concat(out);
}

class Decoder {
  constructor(bytes) {
    this.bytes = bytes;
    this.offset = 0;
  }

  take(length) {
    if (length > this.bytes.length - this.offset) throw new CborError("the input ends early");
    const part = this.bytes.subarray(this.offset, this.offset + Number(length));
    this.offset += Number(length);
    return part;
  }

  argument(info) {
    if (info < 24) return BigInt(info);
    if (info > 27) throw new CborError("indefinite lengths are not allowed");
    const size = 1 << (info - 24);
    const bytes = this.take(size);
    return size === 8 ? bytes.readBigUInt64BE() : BigInt(bytes.readUIntBE(0, size));
  }

  value(depth) {
    if (depth > DEPTH_LIMIT) throw new CborError("nested too deeply");
    const first = this.take(1)[0];
    const major = first >> 5;
    if (major === 1 || major === 7) return this.simple(first);
    const argument = this.argument(first & 31);
    switch (major) {
      case 0:
        return argument;
      case 2:
        return Buffer.from(this.take(argument));
      case 3:
        return this.text(argument);
      case 4:
        return this.array(argument, depth);
      case 5:
        return this.map(argument, depth);
      default:
        throw new CborError(`tag ${argument} is not allowed here`);
    }
  }

  simple(first) {
    if (first === 0xf6) return null;
    throw new CborError("only naturals, text, bytes, arrays, maps and null are allowed");
  }

  text(length) {
    const bytes = this.take(length);
    const text = bytes.toString("utf8");
    if (!Buffer.from(text, "utf8").equals(bytes)) throw new CborError("text is not UTF-8");
    return text;
  }

  array(length, depth) {
    if (length > this.bytes.length - this.offset) throw new CborError("the input ends early");
    const items = Array.from({ length: Number(length) }, () => this.value(depth + 1));
    if (items.includes(null)) throw new CborError("null is not allowed in an array");
    return items;
  }

  map(length, depth) {
    if (length > this.bytes.length - this.offset) throw new CborError("the input ends early");
    const map = new Map();
    for (let i = 0; i < length; i += 1) {
      const key = this.value(depth + 1);
      if (typeof key !== "string") throw new CborError("a map key is not text");
      if (map.has(key)) throw new CborError(`the key ${key} appears twice`);
      map.set(key, this.value(depth + 1));
    }
    return map;
  }
}

export function decodeCbor(bytes) {
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const decoder = new Decoder(input);
  if (input.subarray(0, 3).equals(SELF_DESCRIBED)) decoder.offset = 3;
  const value = decoder.value(0);
  if (decoder.offset !== input.length) throw new CborError("bytes after the end");
  return value;
}
