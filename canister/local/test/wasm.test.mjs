// Modules made by hand: every way to write to memory is taken back when a message traps, and what the
// network cannot run is refused by name.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CanisterMachine } from "../canistermachine.mjs";
import { StateStore } from "../statestore.mjs";
import { Writer } from "../wasmreader.mjs";

const I32 = 0x7f;
const I64 = 0x7e;
const UNREACHABLE = 0x00;

/// A canister with one page of memory, a mutable global, a passive data segment "DATA", and the methods
/// `updates` (name -> code) and `dump`, a query that answers with the memory and the global.
class ModuleMaker {
  constructor(wide) {
    this.wide = wide;
    this.address = wide ? I64 : I32;
  }

  at(value) {
    return [
      ...new Writer()
        .byte(this.wide ? 0x42 : 0x41)
        .s64(value)
        .result(),
    ];
  }

  i32(value) {
    return [...new Writer().byte(0x41).s64(value).result()];
  }

  vector(items) {
    const out = new Writer().u32(items.length);
    for (const item of items) out.raw(item instanceof Writer ? item.result() : Uint8Array.from(item));
    return out;
  }

  make(updates, extraImports = []) {
    const dump = [
      ...this.at(0),
      0x23,
      0,
      0x36,
      2,
      0, // the global into the first four bytes, in the query only
      ...this.at(0),
      0x3f,
      0,
      ...this.at(65536),
      this.wide ? 0x7e : 0x6c,
      0x10,
      0,
      0x10,
      1,
    ];
    const methods = [...Object.entries(updates), ["dump", dump]];
    const imported = [["ic0", "msg_reply_data_append", 0], ["ic0", "msg_reply", 1], ...extraImports];
    const name = (text, kind) =>
      new Writer().name(`canister_${text === "dump" ? "query" : "update"} ${text}`).byte(0, kind);
    const sections = [
      [
        1,
        this.vector([
          [0x60, 2, this.address, this.address, 0],
          [0x60, 0, 0],
        ]),
      ],
      [2, this.vector(imported.map(([from, to, type]) => new Writer().name(from).name(to).byte(0, type)))],
      [3, this.vector(methods.map(() => [1]))],
      [5, this.vector([[this.wide ? 4 : 0, 1]])],
      [6, this.vector([[I32, 1, 0x41, 7, 0x0b]])],
      [7, this.vector(methods.map(([text], i) => name(text, imported.length + i)))],
      [12, new Writer().u32(1)],
      [10, this.vector(methods.map(([, code]) => new Writer().sized(new Writer().byte(0, ...code, 0x0b))))],
      [11, this.vector([[1, 4, ...Buffer.from("DATA")]])],
    ];
    const out = new Writer().byte(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    for (const [id, section] of sections) out.byte(id).sized(section);
    return out.result();
  }
}

function machine() {
  const config = {
    canisterId: Buffer.of(1),
    subnetId: Buffer.of(2),
    rootKey: Buffer.of(3),
    canisterText: "test",
    timeLimitMs: { update: 500, query: 500 },
  };
  return new CanisterMachine(config, new StateStore(undefined));
}

function installed(wasm) {
  const canister = machine();
  const { refusal } = canister.install({ mode: "install", wasm, arg: [], caller: [4], time: 1n });
  assert.equal(refusal, undefined);
  return canister;
}

const send = (canister, method) =>
  canister.update({ origin: { own: 1 }, method, arg: [], caller: [4], time: 2n }).answers[0].response;
const dump = (canister) => canister.query({ method: "dump", arg: [], caller: [4], time: 2n }).response.arg;

for (const wide of [false, true]) {
  describe(`a ${wide ? "64" : "32"}-bit memory`, () => {
    const m = new ModuleMaker(wide);
    const far = 65536 + 8192;
    const offset = [...new Writer().u32(4000).result()];
    const writes = {
      i32store8: [...m.at(5), ...m.i32(1), 0x3a, 0, 0],
      i32storeAcross: [...m.at(4094), ...m.i32(-1), 0x36, 0, 0],
      i64storeWithOffset: [...m.at(93), 0x42, 0x7f, 0x37, 0, ...offset],
      f64store: [...m.at(12288), 0x44, 1, 1, 1, 1, 1, 1, 1, 1, 0x39, 0, 0],
      v128storeAcross: [...m.at(8185), 0xfd, 12, ...Array(16).fill(9), 0xfd, 11, 0, 0],
      fill: [...m.at(4000), ...m.i32(170), ...m.at(9000), 0xfc, 11, 0],
      copy: [...m.at(20000), ...m.at(0), ...m.at(5000), 0xfc, 10, 0, 0],
      init: [...m.at(40958), ...m.i32(0), ...m.i32(4), 0xfc, 8, 0, 0],
      global: [...m.i32(99), 0x24, 0],
      grow: [...m.at(2), 0x40, 0, 0x1a, ...m.at(far), ...m.i32(1), 0x36, 0, 0],
    };
    const trapping = Object.fromEntries(
      Object.entries(writes).map(([name, code]) => [`${name}Trap`, [...code, UNREACHABLE]]),
    );
    const wasm = m.make({ ...writes, ...trapping });

    for (const name of Object.keys(writes)) {
      test(`${name} is kept, and taken back after a trap`, () => {
        const canister = installed(wasm);
        const fresh = dump(canister);
        assert.equal(fresh.readUInt32LE(0), 7);
        assert.equal(send(canister, `${name}Trap`).errorCode, "IC0502");
        assert.deepEqual(dump(canister), fresh);
        if (name === "copy") send(canister, "fill");
        const before = dump(canister);
        assert.equal(send(canister, name).errorCode, "IC0506");
        assert.notDeepEqual(dump(canister), before);
        const after = dump(canister);
        assert.equal(send(canister, `${name}Trap`).errorCode, "IC0502");
        assert.deepEqual(dump(canister), after);
      });
    }

    test("what a query writes is gone, growth included", () => {
      const canister = installed(wasm);
      assert.equal(dump(canister).length, 65536);
      send(canister, "growTrap");
      assert.equal(dump(canister).length, 65536);
      send(canister, "grow");
      assert.equal(dump(canister).length, 3 * 65536);
    });

    test("a write outside is a trap, also by less than its width", () => {
      const beyond = {
        edge: [...m.at(65533), ...m.i32(1), 0x36, 0, 0],
        far: [...m.at(wide ? 2 ** 40 : 2 ** 30), ...m.i32(1), 0x36, 0, 0],
        fill: [...m.at(65530), ...m.i32(1), ...m.at(7), 0xfc, 11, 0],
      };
      const canister = installed(m.make(beyond));
      const fresh = dump(canister);
      for (const name of Object.keys(beyond)) {
        const { errorCode, message } = send(canister, name);
        assert.equal(errorCode, "IC0502", name);
        assert.match(message, /heap out of bounds/);
      }
      assert.deepEqual(dump(canister), fresh);
    });

    test("a loop ends", () => {
      const canister = installed(m.make({ loop: [0x03, 0x40, 0x0c, 0, 0x0b] }));
      assert.equal(send(canister, "loop").errorCode, "IC0522");
    });

    test("endless recursion ends", () => {
      const canister = installed(m.make({ deeper: [0x10, 2] }));
      assert.match(send(canister, "deeper").message, /stack overflow/);
    });
  });
}

describe("a module that the network cannot run", () => {
  const m = new ModuleMaker(false);
  const refusal = (wasm) => machine().install({ mode: "install", wasm, arg: [], caller: [4], time: 1n }).refusal;

  test("is refused with the name of an unknown import", () => {
    assert.match(refusal(m.make({}, [["ic0", "teleport", 1]])).message, /the local network has no ic0\.teleport/);
    assert.match(refusal(m.make({}, [["env", "msg_reply", 1]])).message, /the local network has no env\.msg_reply/);
  });

  test("is refused with the number of an unknown instruction", () => {
    assert.match(refusal(m.make({ atomic: [0xfe, 0x03, 0x00] })).message, /instruction 0xfe is not supported/);
  });

  test("is refused when it is cut or not a module", () => {
    const wasm = m.make({});
    for (const bytes of [wasm.subarray(0, wasm.length - 3), Buffer.from("hello"), Buffer.alloc(0)]) {
      assert.equal(refusal(bytes).errorCode, "IC0505");
    }
  });

  test("and one that replies twice, traps", () => {
    const canister = installed(m.make({ twice: [0x10, 1, 0x10, 1] }));
    assert.equal(send(canister, "twice").errorCode, "IC0504");
  });
});
