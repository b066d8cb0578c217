// Rewrites one function body: function indexes shifted, writes to memory reported, instructions counted.

import { WasmError, Writer } from "./wasmreader.mjs";

export const OP = { call: 0x10, localGet: 0x20, globalGet: 0x23, globalSet: 0x24, i32Const: 0x41, i64Const: 0x42 };

const FIRST_STORE = 0x36;
const LAST_STORE = 0x3e;
const V128_STORE = 11;

/// Instructions followed by one LEB128 number: blocks, branches, variables, tables, constants.
const ONE_NUMBER = new Set([0x02, 0x03, 0x04, 0x0c, 0x0d, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x41, 0x42, 0xd0]);
/// Instructions followed by nothing, besides the arithmetic ones from 0x45 to 0xc4.
const ALONE = new Set([0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1]);

/// Cost of an instruction in the count behind `performance_counter` and the limits. The real network
/// has a table of its own; these are of the same order.
function costOf(op) {
  if (op === OP.call) return 5;
  if (op === 0x11) return 10;
  if ((op >= 0x6d && op <= 0x70) || (op >= 0x7f && op <= 0x82)) return 10;
  return 1;
}

/// `context` has `addressType`, `shift(index)` and the indexes of what wasmrewrite.mjs adds: functions
/// `outOfFuel`, `memorySize`, `memoryGrow`, `markInit`, `markCopy`, `markFill`, `storeHelper(op)`; global `fuel`.
export class BodyRewriter {
  constructor(reader, context) {
    this.in = reader;
    this.out = new Writer((reader.end - reader.offset) * 2 + 64);
    this.context = context;
    this.blockStart = -1;
    this.cost = 0;
  }

  run() {
    this.copyLocals();
    this.openSegment(true);
    while (!this.in.done) this.instruction();
    return this.out;
  }

  copyLocals() {
    const start = this.in.offset;
    for (let groups = this.in.u32(); groups > 0; groups -= 1) {
      this.in.u32();
      this.valueType();
    }
    this.out.raw(this.in.bytes.subarray(start, this.in.offset));
  }

  valueType() {
    const type = this.in.byte();
    if (type === 0x63 || type === 0x64) throw new WasmError("typed references are not supported here");
  }

  /// Starts a straight run of code: takes its cost (patched when known) from the fuel.
  openSegment(check) {
    const { fuel, outOfFuel } = this.context;
    this.closeSegment();
    this.out.byte(OP.globalGet).u32(fuel).byte(OP.i64Const);
    this.blockStart = this.out.length;
    this.out.byte(0x80, 0x80, 0x80, 0x00, 0x7d, OP.globalSet).u32(fuel);
    if (!check) return;
    this.out.byte(OP.globalGet).u32(fuel).byte(OP.i64Const, 0x00, 0x53, 0x04, 0x40, OP.call);
    this.out.u32(outOfFuel).byte(0x0b);
  }

  closeSegment() {
    if (this.blockStart >= 0) {
      let rest = this.cost;
      for (let i = 0; i < 4; i += 1) {
        this.out.bytes[this.blockStart + i] = (rest & 0x7f) | (i < 3 ? 0x80 : 0);
        rest >>= 7;
      }
    }
    this.cost = 0;
    this.blockStart = -1;
  }

  instruction() {
    const start = this.in.offset;
    const op = this.in.byte();
    this.cost += costOf(op);
    if (op === OP.call || op === 0x12 || op === 0xd2) {
      this.out.byte(op).u32(this.context.shift(this.in.u32()));
    } else if (op >= FIRST_STORE && op <= LAST_STORE) {
      this.store(op, this.context.storeHelper(op));
    } else if (op === 0x3f || op === 0x40) {
      this.in.byte();
      this.out.byte(OP.call).u32(op === 0x3f ? this.context.memorySize : this.context.memoryGrow);
    } else if (op === 0xfc) {
      this.bulk(start);
    } else if (op === 0xfd) {
      this.vector(start);
    } else {
      this.skipImmediates(op);
      this.out.raw(this.in.bytes.subarray(start, this.in.offset));
      this.afterControl(op);
    }
  }

  afterControl(op) {
    if (op === 0x0b && this.in.done) this.closeSegment();
    else if (op === 0x03) this.openSegment(true);
    else if (op === 0x04 || op === 0x05 || op === 0x0b || op === 0x0d) this.openSegment(false);
  }

  store(op, helper) {
    const offset = this.memoryArgument();
    if (this.context.addressType === 0x7e) this.out.byte(OP.i64Const).s64(offset);
    else this.out.byte(OP.i32Const).s64(BigInt.asIntN(32, offset));
    this.out.byte(OP.call).u32(helper);
  }

  memoryArgument() {
    const flags = this.in.u32();
    if (flags & 0x40) throw new WasmError("more than one memory is not supported");
    return this.in.u64();
  }

  bulk(start) {
    const sub = this.in.u32();
    const marks = { 8: this.context.markInit, 10: this.context.markCopy, 11: this.context.markFill };
    if (sub === 8 || sub === 10 || sub === 12 || sub === 14) {
      this.in.skipLeb();
      this.in.skipLeb();
    } else if (sub >= 9 && sub <= 17) {
      this.in.skipLeb();
    } else if (sub > 17) {
      throw new WasmError(`instruction 0xfc ${sub} is not supported`);
    }
    const text = this.in.bytes.subarray(start, this.in.offset);
    if (marks[sub] === undefined) this.out.raw(text);
    else this.out.byte(OP.call).u32(marks[sub]).raw(text);
  }

  vector(start) {
    const sub = this.in.u32();
    if (sub === V128_STORE) {
      this.store(sub, this.context.storeHelper(0xfd));
      return;
    }
    if (sub >= 88 && sub <= 91) throw new WasmError("lane stores of vectors are not supported");
    if (sub < 11 || sub === 92 || sub === 93) this.memoryArgument();
    else if (sub === 12 || sub === 13) this.in.take(16);
    else if (sub >= 21 && sub <= 34) this.in.byte();
    else if (sub >= 84 && sub <= 87) {
      this.memoryArgument();
      this.in.byte();
    }
    this.out.raw(this.in.bytes.subarray(start, this.in.offset));
  }

  skipImmediates(op) {
    const reader = this.in;
    if (ONE_NUMBER.has(op)) reader.skipLeb();
    else if (op === 0x43) reader.take(4);
    else if (op === 0x44) reader.take(8);
    else if (op >= 0x28 && op <= 0x35) this.memoryArgument();
    else if (op === 0x11 || op === 0x13) {
      reader.skipLeb();
      reader.skipLeb();
    } else if (op === 0x0e) {
      for (let labels = reader.u32() + 1; labels > 0; labels -= 1) reader.skipLeb();
    } else if (op === 0x1c) {
      for (let types = reader.u32(); types > 0; types -= 1) this.valueType();
    } else if (!ALONE.has(op) && !(op >= 0x45 && op <= 0xc4)) {
      throw new WasmError(`instruction 0x${op.toString(16)} is not supported`);
    }
  }
}
