// Stable memory of a canister: sparse pages, with the old content kept until `commit` or `rollBack`.

export const STABLE_PAGE = 16384;
const WASM_PAGE = 65536;
const LIMIT_WASM_PAGES = (500 * 2 ** 30) / WASM_PAGE;
const EMPTY = new Uint8Array(STABLE_PAGE);

export class StableMemory {
  constructor() {
    this.size = 0; // in wasm pages of 64 KiB
    this.pages = new Map();
    this.old = new Map();
    this.oldSize = 0;
  }

  /// The old size in wasm pages, or -1 if the limit of 500 GiB is reached.
  grow(more) {
    if (this.size + more > LIMIT_WASM_PAGES) return -1;
    const before = this.size;
    this.size += more;
    return before;
  }

  contains(offset, length) {
    return offset + length <= this.size * WASM_PAGE;
  }

  read(offset, target) {
    this.eachPart(offset, target.length, (page, from, start, length) => {
      const bytes = this.pages.get(page) ?? EMPTY;
      target.set(bytes.subarray(from, from + length), start);
    });
  }

  write(offset, source) {
    this.eachPart(offset, source.length, (page, from, start, length) => {
      this.writable(page).set(source.subarray(start, start + length), from);
    });
  }

  eachPart(offset, total, use) {
    let done = 0;
    while (done < total) {
      const page = Math.floor((offset + done) / STABLE_PAGE);
      const from = (offset + done) % STABLE_PAGE;
      const length = Math.min(STABLE_PAGE - from, total - done);
      use(page, from, done, length);
      done += length;
    }
  }

  writable(page) {
    const bytes = this.pages.get(page); // none after `clear`, whatever was there
    if (bytes && this.old.has(page)) return bytes;
    if (!this.old.has(page)) this.old.set(page, bytes);
    const copy = bytes ? bytes.slice() : new Uint8Array(STABLE_PAGE);
    this.pages.set(page, copy);
    return copy;
  }

  /// Takes the present content as the agreed one; returns the indexes of the pages that changed.
  commit() {
    const changed = [...this.old.keys()];
    this.old.clear();
    this.oldSize = this.size;
    return changed;
  }

  rollBack() {
    for (const [page, bytes] of this.old) {
      if (bytes) this.pages.set(page, bytes);
      else this.pages.delete(page);
    }
    this.old.clear();
    this.size = this.oldSize;
  }

  /// Empties it; `rollBack` brings everything back until `commit`.
  clear() {
    for (const page of [...this.pages.keys()]) {
      if (!this.old.has(page)) this.old.set(page, this.pages.get(page));
      this.pages.delete(page);
    }
    this.size = 0;
  }
}
