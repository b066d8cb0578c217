// One instance of a canister's module: its heap and globals, and how to take a message's changes back.

import { CARD_COUNT, PAGE_SIZE } from "./wasmhelpers.mjs";
import { createImports } from "./systemapi.mjs";
import { WIDE_MARK } from "./wasmrewrite.mjs";

const WASM_PAGE = 65536;
const CHUNK_PAGES = 256;
const KEPT_CHUNKS = 64;
const ZERO_PAGE = Buffer.alloc(PAGE_SIZE);

/// Content of the pages that a message wrote, from before its first write.
class UndoLog {
  constructor() {
    this.pages = [];
    this.chunks = [];
    this.fresh = []; // pages that lie above the heap's size at the start of the message: they were zero
  }

  keep(page, content) {
    const n = this.pages.length;
    const chunk = Math.floor(n / CHUNK_PAGES);
    if (chunk === this.chunks.length) this.chunks.push(Buffer.allocUnsafeSlow(CHUNK_PAGES * PAGE_SIZE));
    this.chunks[chunk].set(content, (n % CHUNK_PAGES) * PAGE_SIZE);
    this.pages.push(page);
  }

  content(n) {
    const from = (n % CHUNK_PAGES) * PAGE_SIZE;
    return this.chunks[Math.floor(n / CHUNK_PAGES)].subarray(from, from + PAGE_SIZE);
  }

  clear() {
    this.pages = [];
    this.fresh = [];
    if (this.chunks.length > KEPT_CHUNKS) this.chunks.length = KEPT_CHUNKS;
  }
}

export class CanisterInstance {
  /// `module` is a WebAssembly.Module of a rewritten canister; `host` answers the system calls.
  constructor(module, host) {
    this.undo = new UndoLog();
    const wide = WebAssembly.Module.customSections(module, WIDE_MARK).length > 0;
    const imports = createImports(host, this, wide);
    const sheaf = { touch: (page) => this.touch(page), outOfFuel: () => host.outOfFuel() };
    this.instance = new WebAssembly.Instance(module, { ic0: imports, sheaf });
    const { exports } = this.instance;
    this.exports = exports;
    this.memory = exports["sheaf:memory"];
    this.cards = new Uint8Array(exports["sheaf:cards"].buffer);
    this.fuel = exports["sheaf:fuel"];
    this.table = exports["sheaf:table"];
    this.wide = wide;
    this.globals = Object.entries(exports).filter(([name]) => name.startsWith("sheaf:global:"));
    this.pagesGlobal = this.globals[0][1];
    this.heap = Buffer.from(this.memory.buffer);
    this.agree();
  }

  /// Heap size in wasm pages as the canister sees it.
  get heapPages() {
    return Number(this.pagesGlobal.value);
  }

  refreshHeap() {
    if (this.heap.buffer !== this.memory.buffer) this.heap = Buffer.from(this.memory.buffer);
  }

  touch(page) {
    const start = page * PAGE_SIZE;
    if (start >= this.heap.length) {
      this.refreshHeap();
      if (start >= this.heap.length) return; // the write that follows traps
    }
    this.cards[page] = 1;
    if (page >= this.agreedPages) this.undo.fresh.push(page);
    else this.undo.keep(page, this.heap.subarray(start, start + PAGE_SIZE));
  }

  contains(address, length) {
    return address + length <= this.heapPages * WASM_PAGE;
  }

  /// A view of the heap; copy it before anything else runs.
  view(address, length) {
    this.refreshHeap();
    return this.heap.subarray(address, address + length);
  }

  write(address, bytes) {
    if (bytes.length === 0) return;
    this.writableView(address, bytes.length).set(bytes);
  }

  writableView(address, length) {
    this.refreshHeap();
    const last = Math.floor((address + length - 1) / PAGE_SIZE);
    for (let page = Math.floor(address / PAGE_SIZE); page <= last; page += 1) {
      if (this.cards[page] === 0) this.touch(page);
    }
    return this.heap.subarray(address, address + length);
  }

  functionAt(index) {
    return this.table.get(this.tableIndex(index));
  }

  tableIndex(index) {
    return this.wide && typeof this.table.length === "bigint" ? BigInt(index) : Number(index);
  }

  /// Writes from now on are neither kept for a roll-back nor listed: for a fresh instance.
  withoutUndo() {
    this.cards.fill(1);
  }

  /// Ends `withoutUndo`: the content is the agreed one.
  settle() {
    this.cards.fill(0);
    this.refreshHeap();
    this.agree();
  }

  agree() {
    this.undo.clear();
    this.savedGlobals = this.globals.map(([, global]) => global.value);
    this.agreedPages = this.heapPages * (WASM_PAGE / PAGE_SIZE);
  }

  /// Takes the message's changes as agreed; returns the heap pages whose content differs.
  commit() {
    this.refreshHeap();
    const changed = this.undo.fresh;
    for (const page of changed) this.cards[page] = 0;
    this.undo.pages.forEach((page, n) => {
      this.cards[page] = 0;
      const start = page * PAGE_SIZE;
      if (this.undo.content(n).compare(this.heap, start, start + PAGE_SIZE) !== 0) changed.push(page);
    });
    this.agree();
    return changed;
  }

  rollBack() {
    this.refreshHeap();
    this.undo.pages.forEach((page, n) => {
      this.cards[page] = 0;
      this.heap.set(this.undo.content(n), page * PAGE_SIZE);
    });
    for (const page of this.undo.fresh) {
      this.cards[page] = 0;
      this.heap.fill(0, page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
    }
    this.undo.clear();
    this.globals.forEach(([, global], i) => {
      global.value = this.savedGlobals[i];
    });
  }

  page(index) {
    return this.heap.subarray(index * PAGE_SIZE, (index + 1) * PAGE_SIZE);
  }

  /// Indexes of all pages that are not zero.
  usedPages() {
    this.refreshHeap();
    const used = [];
    const end = Math.min(this.heapPages * (WASM_PAGE / PAGE_SIZE), CARD_COUNT);
    for (let page = 0; page < end; page += 1) {
      if (ZERO_PAGE.compare(this.heap, page * PAGE_SIZE, (page + 1) * PAGE_SIZE) !== 0) used.push(page);
    }
    return used;
  }

  /// Makes the heap at least `pages` wasm pages large, without telling the canister.
  reserve(pages) {
    const present = this.memory.buffer.byteLength / WASM_PAGE;
    if (pages > present) this.memory.grow(this.wide ? BigInt(pages - present) : pages - present);
    this.refreshHeap();
  }

  /// The heap of `other` becomes this one's (enhanced orthogonal persistence). Globals stay.
  adoptHeap(other) {
    const { heapPages } = other;
    this.reserve(heapPages);
    other.refreshHeap();
    this.heap.fill(0);
    this.heap.set(other.heap.subarray(0, heapPages * WASM_PAGE));
    this.pagesGlobal.value = other.pagesGlobal.value;
  }

  globalValues() {
    return Object.fromEntries(this.globals.map(([name, global]) => [name, encodeNumber(global.value)]));
  }

  restoreGlobals(values) {
    for (const [name, global] of this.globals) {
      if (!(name in values)) throw new Error(`the saved state lacks ${name}`);
      global.value = decodeNumber(values[name]);
    }
  }
}

function encodeNumber(value) {
  return typeof value === "bigint"
    ? { i64: value.toString() }
    : { bits: Buffer.from(new Float64Array([value]).buffer).toString("hex") };
}

function decodeNumber(saved) {
  if ("i64" in saved) return BigInt(saved.i64);
  return new Float64Array(new Uint8Array(Buffer.from(saved.bits, "hex")).buffer)[0];
}
