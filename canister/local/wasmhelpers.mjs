// Functions that wasmrewrite.mjs adds to a canister's module.
//
// A byte array in a second memory (`cards`, one byte for each page of `PAGE_SIZE`) says which pages of
// the heap were written in this message. Before the first write to a page the host's `touch(page)` is
// called, which keeps the old content.

import { Writer } from "./wasmreader.mjs";

export const PAGE_BITS = 12;
export const PAGE_SIZE = 1 << PAGE_BITS;
/// 8 GiB of heap; the wasm pages of the cards' own memory.
export const CARD_COUNT = 1 << 21;
export const CARD_MEMORY_PAGES = CARD_COUNT >> 16;

export const TYPE = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b };

/// Store instructions: value type and width in bytes. 0xfd stands for the vector store.
export const STORES = new Map([
  [0x36, ["i32", 4]],
  [0x37, ["i64", 8]],
  [0x38, ["f32", 4]],
  [0x39, ["f64", 8]],
  [0x3a, ["i32", 1]],
  [0x3b, ["i32", 2]],
  [0x3c, ["i64", 1]],
  [0x3d, ["i64", 2]],
  [0x3e, ["i64", 4]],
  [0xfd, ["v128", 16]],
]);

const CARD_LOAD = [0x2d, 0x40, 0x01, 0x00];

/// Instructions on addresses for a 64-bit or a 32-bit memory.
function addressCode(addressType) {
  const wide = addressType === TYPE.i64;
  return {
    constant: (value) =>
      new Writer()
        .byte(wide ? 0x42 : 0x41)
        .s64(value)
        .result(),
    add: wide ? 0x7c : 0x6a,
    subtract: wide ? 0x7d : 0x6b,
    and: wide ? 0x83 : 0x71,
    shiftRight: wide ? 0x88 : 0x76,
    greater: wide ? 0x56 : 0x4b,
    less: wide ? 0x54 : 0x49,
    isZero: wide ? 0x50 : 0x45,
    equal: wide ? 0x51 : 0x46,
    toIndex: wide ? [0xa7] : [],
    fromI32: wide ? [0xad] : [],
  };
}

function body(localGroups, code) {
  const out = new Writer();
  out.u32(localGroups.length);
  for (const [count, type] of localGroups) out.u32(count).byte(type);
  for (const part of code.flat(Infinity)) {
    if (part instanceof Uint8Array) out.raw(part);
    else out.byte(part);
  }
  return out.byte(0x0b);
}

const get = (local) => [0x20, local];
const set = (local) => [0x21, local];
const tee = (local) => [0x22, local];
const call = (index) => [0x10, new Writer().u32(index).result()];
const globalGet = (index) => [0x23, new Writer().u32(index).result()];
const globalSet = (index) => [0x24, new Writer().u32(index).result()];

/// Calls `touch` for the page whose address is in local `address`; `page` is an i32 local.
function markPage(a, address, page, touch) {
  return [
    address,
    a.constant(PAGE_BITS),
    a.shiftRight,
    a.toIndex,
    tee(page),
    CARD_LOAD,
    0x45,
    0x04,
    0x40,
    get(page),
    call(touch),
    0x0b,
  ];
}

export function storeHelper(op, addressType, touch) {
  const a = addressCode(addressType);
  const [, size] = STORES.get(op);
  const store = op === 0xfd ? [0xfd, 0x0b, 0x00, 0x00] : [op, 0x00, 0x00];
  const straddles = [
    get(0),
    a.constant(PAGE_SIZE - 1),
    a.and,
    a.constant(PAGE_SIZE - size),
    a.greater,
    0x04,
    0x40,
    markPage(a, [get(0), a.constant(size - 1), a.add], 3, touch),
    0x0b,
  ];
  return body(
    [[1, TYPE.i32]],
    [get(0), get(2), a.add, set(0), markPage(a, get(0), 3, touch), size > 1 ? straddles : [], get(0), get(1), store],
  );
}

/// (address, length) -> (): marks every page of the range; a range outside every heap is left to the
/// instruction that follows, which traps.
export function markRangeHelper(addressType, touch) {
  const a = addressCode(addressType);
  return body(
    [
      [2, addressType],
      [1, TYPE.i32],
    ],
    [
      get(1),
      a.isZero,
      0x04,
      0x40,
      0x0f,
      0x0b,
      get(0),
      a.constant(PAGE_BITS),
      a.shiftRight,
      set(2),
      get(0),
      get(1),
      a.add,
      a.constant(1),
      a.subtract,
      a.constant(PAGE_BITS),
      a.shiftRight,
      set(3),
      get(3),
      a.constant(CARD_COUNT - 1),
      a.greater,
      0x04,
      0x40,
      0x0f,
      0x0b,
      0x03,
      0x40,
      get(2),
      a.toIndex,
      tee(4),
      CARD_LOAD,
      0x45,
      0x04,
      0x40,
      get(4),
      call(touch),
      0x0b,
      get(2),
      a.constant(1),
      a.add,
      tee(2),
      get(3),
      a.greater,
      0x45,
      0x0d,
      0x00,
      0x0b,
    ],
  );
}

/// (destination, x, length) -> the same three: marks the destination range of a bulk instruction.
export function markBulkHelper(addressType, lengthType, markRange) {
  const a = addressCode(addressType);
  const widen = lengthType === addressType ? [] : a.fromI32;
  return body([], [get(0), get(2), widen, call(markRange), get(0), get(1), get(2)]);
}

/// The heap never shrinks in the engine, so its size as the canister sees it is a global of its own,
/// which a roll-back restores.
export function memorySizeHelper(pagesGlobal) {
  return body([], [globalGet(pagesGlobal)]);
}

export function memoryGrowHelper(addressType, pagesGlobal) {
  const a = addressCode(addressType);
  const refuse = [a.constant(-1), 0x0f, 0x0b];
  return body(
    [[1, addressType]],
    [
      globalGet(pagesGlobal),
      get(0),
      a.add,
      tee(1),
      globalGet(pagesGlobal),
      a.less,
      0x04,
      0x40,
      refuse,
      get(1),
      0x3f,
      0x00,
      a.greater,
      0x04,
      0x40,
      get(1),
      0x3f,
      0x00,
      a.subtract,
      0x40,
      0x00,
      a.constant(-1),
      a.equal,
      0x04,
      0x40,
      refuse,
      0x0b,
      globalGet(pagesGlobal),
      get(1),
      globalSet(pagesGlobal),
    ],
  );
}
