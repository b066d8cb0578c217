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
import { copyConstant, readGlobal, readImport, readLimits, readVector, rewriteElements } from "./wasmsections.mjs";

const ORDER = [1, 2, 3, 4, 5, 13, 6, 7, 9, 12, 10, 11];
const ADDED_IMPORTS = 2;
/// Custom section that says that the memory has 64-bit addresses.
export const WIDE_MARK = "sheaf:wide";

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
