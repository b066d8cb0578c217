// Prepares a canister's module for canisterworker.mjs. The rewritten module
// - has its start function exported instead of run, because the imports need the memory first;
// - exports memory, table and every mutable global (prefix `sheaf:`), so that a call can be rolled back;
// - calls `sheaf.touch(page)` before the first write to a heap page in a message;
// - counts instructions down in the global `sheaf:fuel` and calls `sheaf.outOfFuel()` below zero.

import { BodyRewriter } from "./wasmcode.mjs";
import {
  CARD_MEMORY_PAGES,
  STORES,
  TYPE,
  markBulkHelper,
  markRangeHelper,
  memoryGrowHelper,
  memorySizeHelper,
  storeHelper,
} from "./wasmhelpers.mjs";
import { Reader, SECTION, WasmError, Writer, readSections } from "./wasmreader.mjs";

const ORDER = [1, 2, 3, 4, 5, 13, 6, 7, 9, 12, 10, 11];
const ADDED_IMPORTS = 2;
/// Custom section that says that the memory has 64-bit addresses.
export const WIDE_MARK = "sheaf:wide";

function readVector(bytes, item) {
  const items = [];
  if (!bytes) return items;
  const reader = new Reader(bytes);
  for (let count = reader.u32(); count > 0; count -= 1) items.push(item(reader));
  return items;
}

function readLimits(reader) {
  const flags = reader.byte();
  const wide = (flags & 4) !== 0;
  if (flags & 2) throw new WasmError("shared memory is not supported");
  const min = reader.u64();
  if (flags & 1) reader.u64();
  return { type: wide ? TYPE.i64 : TYPE.i32, min };
}

function readImport(reader) {
  const module = reader.name();
  const name = reader.name();
  const kind = reader.byte();
  if (kind !== 0) throw new WasmError(`import ${module}.${name} is not a function`);
  return { module, name, type: reader.u32() };
}

function readGlobal(reader) {
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
function copyConstant(reader, out, shift) {
  const start = reader.offset;
  if (reader.bytes[start] === 0xd2) {
    reader.byte();
    out.byte(0xd2).u32(shift(reader.u32())).byte(reader.byte());
    return;
  }
  skipConstant(reader);
  out.raw(reader.bytes.subarray(start, reader.offset));
}

function rewriteElements(bytes, shift) {
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

class ModuleRewriter {
  constructor(module) {
    this.sections = new Map();
    for (const section of readSections(module)) {
      if (section.id !== SECTION.custom) this.sections.set(section.id, section.bytes);
    }
    this.imports = readVector(this.sections.get(SECTION.import), readImport);
    this.globals = readVector(this.sections.get(SECTION.global), readGlobal);
    this.functionTypes = readVector(this.sections.get(SECTION.function), (reader) => reader.u32());
    this.memories = readVector(this.sections.get(SECTION.memory), readLimits);
    if (this.memories.length > 1) throw new WasmError("more than one memory is not supported");
    this.memory = this.memories[0] ?? { type: TYPE.i32, min: 0n };
    this.newTypes = [];
    this.helpers = [];
    this.typeCount = this.count(SECTION.type);
    this.tableCount = this.count(SECTION.table);
  }

  count(id) {
    const bytes = this.sections.get(id);
    return bytes ? new Reader(bytes).u32() : 0;
  }

  run() {
    this.layOut();
    const rewritten = new Map([
      [SECTION.type, this.types()],
      [SECTION.import, this.importSection()],
      [SECTION.function, this.functionSection()],
      [SECTION.memory, this.memorySection()],
      [SECTION.global, this.globalSection()],
      [SECTION.export, this.exportSection()],
      [SECTION.code, this.codeSection()],
    ]);
    const elements = this.sections.get(SECTION.element);
    if (elements) rewritten.set(SECTION.element, rewriteElements(elements, this.shift));
    const out = new Writer(4 * 1024 * 1024);
    out.byte(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    for (const id of ORDER) {
      const section = rewritten.get(id)?.result() ?? this.sections.get(id);
      if (section) out.byte(id).u32(section.length).raw(section);
    }
    if (this.memory.type === TYPE.i64) out.byte(SECTION.custom).sized(new Writer().name(WIDE_MARK));
    return out.result();
  }

  /// Decides the indexes of everything added.
  layOut() {
    const imported = this.imports.length;
    this.shift = (index) => (index < imported ? index : index + ADDED_IMPORTS);
    const touch = imported;
    this.outOfFuel = imported + 1;
    this.touchType = this.addType([TYPE.i32], []);
    this.outOfFuelType = this.addType([], []);
    this.fuel = this.globals.length;
    this.pages = this.globals.length + 1;
    const A = this.memory.type;
    const stores = new Map();
    for (const [op, [type]] of STORES) {
      stores.set(op, this.addHelper([A, TYPE[type], A], [], storeHelper(op, A, touch)));
    }
    const range = this.addHelper([A, A], [], markRangeHelper(A, touch));
    const bulk = (second, length) =>
      this.addHelper([A, second, length], [A, second, length], markBulkHelper(A, length, range));
    this.context = {
      addressType: A,
      shift: this.shift,
      storeHelper: (op) => stores.get(op),
      markInit: bulk(TYPE.i32, TYPE.i32),
      markCopy: bulk(A, A),
      markFill: bulk(TYPE.i32, A),
      memorySize: this.addHelper([], [A], memorySizeHelper(this.pages)),
      memoryGrow: this.addHelper([A], [A], memoryGrowHelper(A, this.pages)),
      fuel: this.fuel,
      outOfFuel: this.outOfFuel,
    };
  }

  addType(parameters, results) {
    this.newTypes.push([parameters, results]);
    return this.typeCount + this.newTypes.length - 1;
  }

  addHelper(parameters, results, code) {
    this.helpers.push({ type: this.addType(parameters, results), code });
    return this.imports.length + ADDED_IMPORTS + this.functionTypes.length + this.helpers.length - 1;
  }

  /// Section `id` with `added` more entries written by `write`.
  extended(id, added, write) {
    const bytes = this.sections.get(id);
    const reader = bytes && new Reader(bytes);
    const out = new Writer((bytes?.length ?? 0) + 4096);
    out.u32((reader ? reader.u32() : 0) + added);
    if (reader) out.raw(bytes.subarray(reader.offset));
    write(out);
    return out;
  }

  types() {
    return this.extended(SECTION.type, this.newTypes.length, (out) => {
      for (const [parameters, results] of this.newTypes) {
        out
          .byte(0x60)
          .u32(parameters.length)
          .byte(...parameters)
          .u32(results.length)
          .byte(...results);
      }
    });
  }

  importSection() {
    return this.extended(SECTION.import, ADDED_IMPORTS, (out) => {
      out.name("sheaf").name("touch").byte(0).u32(this.touchType);
      out.name("sheaf").name("outOfFuel").byte(0).u32(this.outOfFuelType);
    });
  }

  functionSection() {
    return this.extended(SECTION.function, this.helpers.length, (out) => {
      for (const helper of this.helpers) out.u32(helper.type);
    });
  }

  memorySection() {
    const missing = this.memories.length === 0;
    return this.extended(SECTION.memory, missing ? 2 : 1, (out) => {
      if (missing) out.byte(0).u32(0);
      out.byte(1).u32(CARD_MEMORY_PAGES).u32(CARD_MEMORY_PAGES);
    });
  }

  globalSection() {
    const wide = this.memory.type === TYPE.i64;
    const reader = new Reader(this.sections.get(SECTION.global) ?? new Uint8Array([0]));
    const out = new Writer(4096);
    const count = reader.u32();
    out.u32(count + 2);
    for (let i = 0; i < count; i += 1) {
      out.byte(reader.byte(), reader.byte());
      copyConstant(reader, out, this.shift);
    }
    out.byte(TYPE.i64, 1, 0x42).s64(0).byte(0x0b);
    out
      .byte(this.memory.type, 1, wide ? 0x42 : 0x41)
      .s64(this.memory.min)
      .byte(0x0b);
    return out;
  }

  exportSection() {
    const reader = new Reader(this.sections.get(SECTION.export) ?? new Uint8Array([0]));
    const out = new Writer(8192);
    const entries = this.addedExports();
    const count = reader.u32();
    out.u32(count + entries.length);
    for (let i = 0; i < count; i += 1) {
      out.name(reader.name());
      const kind = reader.byte();
      const index = reader.u32();
      out.byte(kind).u32(kind === 0 ? this.shift(index) : index);
    }
    for (const [name, kind, index] of entries) out.name(name).byte(kind).u32(index);
    return out;
  }

  addedExports() {
    const entries = [
      ["sheaf:memory", 2, 0],
      ["sheaf:cards", 2, 1],
      ["sheaf:fuel", 3, this.fuel],
    ];
    if (this.tableCount > 0) entries.push(["sheaf:table", 1, 0]);
    const start = this.sections.get(SECTION.start);
    if (start) entries.push(["sheaf:start", 0, this.shift(new Reader(start).u32())]);
    entries.push([`sheaf:global:${this.pages}`, 3, this.pages]);
    this.globals.forEach((global, index) => {
      if (!global.mutable) return;
      if (global.type < TYPE.f64) throw new WasmError("a mutable global that is not a number is not supported");
      entries.push([`sheaf:global:${index}`, 3, index]);
    });
    return entries;
  }

  codeSection() {
    const bytes = this.sections.get(SECTION.code) ?? new Uint8Array([0]);
    const reader = new Reader(bytes);
    const out = new Writer(bytes.length * 3);
    const count = reader.u32();
    out.u32(count + this.helpers.length);
    for (let i = 0; i < count; i += 1) {
      const size = reader.u32();
      const end = reader.offset + size;
      out.sized(new BodyRewriter(new Reader(bytes, reader.offset, end), this.context).run());
      reader.offset = end;
    }
    for (const helper of this.helpers) out.sized(helper.code);
    return out;
  }
}

/// The rewritten module's bytes. Throws WasmError for what the local network cannot run.
export function rewriteModule(module) {
  return new ModuleRewriter(module).run();
}
