// Files of a canister's state: a sequence of records, each `{header, heap pages, stable pages}`.
//
// The first record of a file is complete, the following ones hold what changed. A record that is cut
// or damaged ends the file when it is read: what a killed process did not finish writing never happened.
// Layout: "SHF1", u32 header length, u32 heap pages, u32 stable pages, u32 CRC-32 of the rest, then
// header (JSON), heap page indexes (u32), heap pages, stable page indexes (u32), stable pages.

import fs from "node:fs";
import zlib from "node:zlib";
import { PAGE_SIZE } from "./wasmhelpers.mjs";
import { STABLE_PAGE } from "./stablememory.mjs";

const MAGIC = 0x31464853;
const PREFIX = 20;

const KEPT_SCRATCH = 64 * 2 ** 20;

let scratch = Buffer.alloc(1 << 20);

function scratchOf(size) {
  if (size > KEPT_SCRATCH) return Buffer.allocUnsafeSlow(size);
  if (scratch.length < size) scratch = Buffer.allocUnsafeSlow(Math.min(KEPT_SCRATCH, size * 2));
  return scratch;
}

/// `heap` and `stable` are arrays of page indexes; `heapPage(i)` and `stablePage(i)` give the content.
/// The result is only valid until the next call.
export function encodeRecord(header, heap, heapPage, stable, stablePage) {
  const json = Buffer.from(JSON.stringify(header), "utf8");
  const size = PREFIX + json.length + heap.length * (4 + PAGE_SIZE) + stable.length * (4 + STABLE_PAGE);
  const out = scratchOf(size);
  out.writeUInt32LE(MAGIC, 0);
  out.writeUInt32LE(json.length, 4);
  out.writeUInt32LE(heap.length, 8);
  out.writeUInt32LE(stable.length, 12);
  let offset = PREFIX + json.copy(out, PREFIX);
  for (const [pages, content, pageSize] of [
    [heap, heapPage, PAGE_SIZE],
    [stable, stablePage, STABLE_PAGE],
  ]) {
    for (const index of pages) offset = out.writeUInt32LE(index, offset);
    for (const index of pages) {
      out.set(content(index), offset);
      offset += pageSize;
    }
  }
  out.writeUInt32LE(zlib.crc32(out.subarray(PREFIX, size)), 16);
  return out.subarray(0, size);
}

/// Calls `apply({header, heap, stable})` for each good record; `heap` and `stable` are arrays of
/// `[index, content]`. Returns the number of bytes that were good.
export function readRecords(path, apply) {
  const file = fs.openSync(path, "r");
  try {
    const { size } = fs.fstatSync(file);
    let offset = 0;
    while (size - offset >= PREFIX) {
      const record = readRecord(file, offset, size);
      if (!record) return offset;
      apply(record);
      offset += record.length;
    }
    return offset;
  } finally {
    fs.closeSync(file);
  }
}

function readRecord(file, offset, size) {
  const prefix = Buffer.alloc(PREFIX);
  fs.readSync(file, prefix, 0, PREFIX, offset);
  if (prefix.readUInt32LE(0) !== MAGIC) return undefined;
  const jsonLength = prefix.readUInt32LE(4);
  const counts = [prefix.readUInt32LE(8), prefix.readUInt32LE(12)];
  const length = PREFIX + jsonLength + counts[0] * (4 + PAGE_SIZE) + counts[1] * (4 + STABLE_PAGE);
  if (length > size - offset) return undefined;
  const body = Buffer.allocUnsafeSlow(length - PREFIX);
  readFully(file, body, offset + PREFIX);
  if (zlib.crc32(body) !== prefix.readUInt32LE(16)) return undefined;
  const header = JSON.parse(body.toString("utf8", 0, jsonLength));
  let at = jsonLength;
  const [heap, stable] = counts.map((count, kind) => {
    const pageSize = kind === 0 ? PAGE_SIZE : STABLE_PAGE;
    const content = at + 4 * count;
    const start = at;
    at = content + count * pageSize;
    return Array.from({ length: count }, (_, i) => [
      body.readUInt32LE(start + 4 * i),
      body.subarray(content + i * pageSize, content + (i + 1) * pageSize),
    ]);
  });
  return { header, heap, stable, length };
}

function readFully(file, target, position) {
  for (let done = 0; done < target.length;) {
    const part = Math.min(target.length - done, 1 << 30);
    const count = fs.readSync(file, target, done, part, position + done);
    if (count === 0) throw new Error("the state file ended early");
    done += count;
  }
}

/// Writes all of `bytes` at the end of `file`.
export function appendFully(file, bytes) {
  for (let done = 0; done < bytes.length;) {
    done += fs.writeSync(file, bytes, done, Math.min(bytes.length - done, 1 << 30));
  }
}
