// The sections of a module that wasmrewrite.mjs reads or copies with function indexes shifted.

import { TYPE } from "./wasmhelpers.mjs";
import { Reader, WasmError, Writer } from "./wasmreader.mjs";

/// The entries of a section, each read by `item(reader)`; none if there is no such section.
export function readVector(bytes, item) {
  const items = [];
  if (!bytes) return items;
  const reader = new Reader(bytes);
  for (let count = reader.u32(); count > 0; count -= 1) items.push(item(reader));
  return items;
}

export function readLimits(reader) {
  const flags = reader.byte();
  const wide = (flags & 4) !== 0;
  if (flags & 2) throw new WasmError("shared memory is not supported");
  const min = reader.u64();
  if (flags & 1) reader.u64();
  return { type: wide ? TYPE.i64 : TYPE.i32, min };
}

export function readImport(reader) {
  const module = reader.name();
  const name = reader.name();
  const kind = reader.byte();
  if (kind !== 0) throw new WasmError(`import ${module}.${name} is not a function`);
  return { module, name, type: reader.u32() };
}

export function readGlobal(reader) {
  const type = reader.byte();
  const mutable = reader.byte() === 1;
  const start = reader.offset;
  skipConstant(reader);
  return { type, mutable, code: reader.bytes.subarray(start, reader.offset) };
}

function skipConstant(reader) {
  for (;;) {
    const op = reader.byte();
    if (op === 0x0b) return;
    if (op === 0x43) reader.take(4);
    else if (op === 0x44) reader.take(8);
    else if (op === 0x41 || op === 0x42 || op === 0x23 || op === 0xd2 || op === 0xd0) reader.skipLeb();
    else if (op !== 0x6a && op !== 0x6b && op !== 0x6c && op !== 0x7c && op !== 0x7d && op !== 0x7e) {
      throw new WasmError(`constant expression with 0x${op.toString(16)} is not supported`);
    }
  }
}

/// A constant expression with its function references shifted.
export function copyConstant(reader, out, shift) {
  const start = reader.offset;
  if (reader.bytes[start] === 0xd2) {
    reader.byte();
    out.byte(0xd2).u32(shift(reader.u32())).byte(reader.byte());
    return;
  }
  skipConstant(reader);
  out.raw(reader.bytes.subarray(start, reader.offset));
}

export function rewriteElements(bytes, shift) {
  const reader = new Reader(bytes);
  const out = new Writer(bytes.length * 2);
  const segments = reader.u32();
  out.u32(segments);
  for (let i = 0; i < segments; i += 1) {
    const flags = reader.u32();
    out.u32(flags);
    const active = (flags & 1) === 0;
    if (active && flags & 2) out.u32(reader.u32());
    if (active) copyConstant(reader, out, shift);
    if (flags & 3) out.byte(reader.byte());
    const count = reader.u32();
    out.u32(count);
    for (let k = 0; k < count; k += 1) {
      if (flags & 4) copyConstant(reader, out, shift);
      else out.u32(shift(reader.u32()));
    }
  }
  return out;
}
