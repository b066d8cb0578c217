// Reading and writing of the WebAssembly binary format, as far as wasmrewrite.mjs needs it.

export class WasmError extends Error {}

export class Reader {
  constructor(bytes, offset = 0, end = bytes.length) {
    this.bytes = bytes;
    this.offset = offset;
    this.end = end;
  }

  get done() {
    return this.offset >= this.end;
  }

  byte() {
    if (this.offset >= this.end) throw new WasmError("unexpected end of the module");
    return this.bytes[this.offset++];
  }

  take(length) {
    if (length > this.end - this.offset) throw new WasmError("unexpected end of the module");
    const part = this.bytes.subarray(this.offset, this.offset + length);
    this.offset += length;
    return part;
  }

  /// Unsigned LEB128 that fits a JavaScript number (indexes, counts, sizes).
  u32() {
    let value = 0;
    let scale = 1;
    for (;;) {
      const b = this.byte();
      value += (b & 0x7f) * scale;
      if (b < 0x80) return value;
      scale *= 128;
    }
  }

  u64() {
    let value = 0n;
    let shift = 0n;
    for (;;) {
      const b = this.byte();
      value |= BigInt(b & 0x7f) << shift;
      if (b < 0x80) return value;
      shift += 7n;
    }
  }

  /// Skips a LEB128 number of either sign.
  skipLeb() {
    while (this.byte() >= 0x80);
  }

  name() {
    return Buffer.from(this.take(this.u32())).toString("utf8");
  }
}

export class Writer {
  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity);
    this.length = 0;
  }

  reserve(extra) {
    if (this.length + extra <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + extra));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  byte(...values) {
    this.reserve(values.length);
    for (const value of values) this.bytes[this.length++] = value;
    return this;
  }

  raw(bytes) {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  u32(value) {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) | 0x80);
      rest = Math.floor(rest / 128);
    }
    return this.byte(rest);
  }

  s64(value) {
    let rest = BigInt(value);
    for (;;) {
      const low = Number(rest & 0x7fn);
      rest >>= 7n;
      if ((rest === 0n && low < 0x40) || (rest === -1n && low >= 0x40)) return this.byte(low);
      this.byte(low | 0x80);
    }
  }

  name(text) {
    const bytes = Buffer.from(text, "utf8");
    return this.u32(bytes.length).raw(bytes);
  }

  /// Writes `other` with its length in front.
  sized(other) {
    return this.u32(other.length).raw(other.result());
  }

  result() {
    return this.bytes.subarray(0, this.length);
  }
}

export const SECTION = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
};

/// The sections of a module in file order: `{id, bytes, name}`; `name` only for custom sections.
export function readSections(module) {
  const reader = new Reader(module);
  const magic = Buffer.from(reader.take(8)).toString("hex");
  if (magic !== "0061736d01000000") throw new WasmError("not a WebAssembly module");
  const sections = [];
  while (!reader.done) {
    const id = reader.byte();
    const bytes = reader.take(reader.u32());
    if (id !== SECTION.custom) {
      sections.push({ id, bytes });
      continue;
    }
    const inner = new Reader(bytes);
    const name = inner.name();
    sections.push({ id, name, bytes: bytes.subarray(inner.offset) });
  }
  return sections;
}

/// Metadata that a canister carries: `icp:public x` and `icp:private x` sections.
export function readMetadata(module) {
  const metadata = new Map();
  for (const section of readSections(module)) {
    const match = section.id === SECTION.custom && /^icp:(public|private) (.*)$/s.exec(section.name);
    if (match) metadata.set(match[2], { public: match[1] === "public", value: section.bytes });
  }
  return metadata;
}
