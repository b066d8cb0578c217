// What a canister can do, seen through the JavaScript agent, in every layout of certificates.

import assert from "node:assert/strict";
import { IDL } from "@icp-sdk/core/candid";
import { after, before, describe, test } from "node:test";
import { hashOfMap } from "../requestid.mjs";
import { actorFor, identity, notesInterface } from "./client.mjs";
import { fixture } from "./fixture.mjs";
import { startNetwork } from "./ownnetwork.mjs";
import { contentOf, envelope, post, readStateContent, statusOf } from "./rawclient.mjs";

const rejectedWith = (code, text) => (error) => {
  assert.equal(error.cause.code.rejectErrorCode, code);
  assert.match(error.message, text);
  return true;
};

for (const layout of [[], ["--flat-ranges"], ["--no-subnet-delegation"]]) {
  test(`the agent accepts certificates and query signatures (${layout[0] ?? "sharded ranges"})`, async () => {
    const network = await startNetwork({
      args: ["--throw-away", "--wasm", await fixture("Notes1"), ...layout],
      control: false,
    });
    const notes = actorFor(network, notesInterface, identity(1));
    assert.equal(await notes.add("hello"), 1n);
    assert.deepEqual(await notes.all(), ["hello"]);
    await assert.rejects(notes.missing(), rejectedWith("IC0536", /no update method 'missing'/));
    await network.stop();
  });
}

describe("a canister", () => {
  let network;
  let sample;
  before(async () => {
    network = await startNetwork({ args: ["--throw-away", "--wasm", await fixture("Sample")] });
    sample = actorFor(network);
  });
  after(() => network.stop());

  test("keeps what an update call changed", async () => {
    const before = await sample.read();
    assert.equal(await sample.increment(), before + 1n);
    assert.equal(await sample.read(), before + 1n);
  });

  test("runs calls one after the other", async () => {
    const first = await sample.read();
    const answers = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const content = contentOf(network, "call", "increment");
        const { reply } = statusOf(await post(network, "v4", "call", envelope(content)), hashOfMap(content));
        return IDL.decode([IDL.Nat], new Uint8Array(reply))[0];
      }),
    );
    assert.deepEqual(
      answers.sort((a, b) => Number(a - b)),
      answers.map((_, i) => first + BigInt(i) + 1n),
    );
  });

  test("keeps nothing of a query", async () => {
    const before = await sample.read();
    assert.equal(await sample.incrementInQuery(), before + 1n);
    assert.equal(await sample.read(), before);
  });

  test("keeps nothing of a call that trapped", async () => {
    const before = await sample.read();
    await assert.rejects(sample.incrementThenTrap(), rejectedWith("IC0503", /as asked/));
    await assert.rejects(sample.trapInQuery(), rejectedWith("IC0503", /in a query/));
    assert.equal(await sample.read(), before);
  });

  test("keeps what was done before an await when it traps after it", async () => {
    const before = await sample.read();
    await assert.rejects(sample.trapAfterAwait(), rejectedWith("IC0503", /late/));
    assert.equal(await sample.read(), before + 2n);
  });

  test("can call itself, and catch the trap of such a call", async () => {
    const before = await sample.read();
    assert.equal(await sample.callSelf(), (before + 1n) * 1000n + before + 2n);
    assert.match(await sample.catchSelf(), /inside/);
    assert.equal(await sample.read(), before + 2n);
  });

  test("can reject a call with its own words", async () => {
    await assert.rejects(sample.rejectWithText(), rejectedWith("IC0406", /not today/));
  });

  test("sees who calls", async () => {
    const alice = identity(7);
    const asAlice = actorFor(network, undefined, alice);
    assert.equal((await asAlice.whoAmI()).toText(), alice.getPrincipal().toText());
    assert.equal((await asAlice.whoAmIUpdate()).toText(), alice.getPrincipal().toText());
    assert.equal((await sample.whoAmI()).toText(), "2vxsx-fae");
  });

  test("gets randomness that differs", async () => {
    const [a, b] = await Promise.all([sample.random(), sample.random()]);
    assert.equal(a.length, 32);
    assert.notDeepEqual(a, b);
  });

  test("is woken by its timer", async () => {
    const before = await sample.tickCount();
    await sample.startTimer();
    while ((await sample.tickCount()) === before);
    assert.equal(await sample.tickCount(), before + 1n);
  });

  test("has stable memory that rolls back with the call", async () => {
    await sample.regionWrite(70_000n, Buffer.from("kept"));
    const size = await sample.regionSize();
    await assert.rejects(sample.regionWriteThenTrap(70_000n, Buffer.from("lost")));
    assert.equal(await sample.regionSize(), size);
    assert.equal(Buffer.from(await sample.regionRead(70_000n, 4n)).toString(), "kept");
  });

  test("refuses a message in inspect_message before it is a call", async () => {
    await assert.rejects(sample.addRow(new Uint8Array(1_600_000)), rejectedWith("IC0503", /inspect_message/));
  });

  test("has no method that it does not have", async () => {
    await assert.rejects(sample.missingQuery(), rejectedWith("IC0536", /no query method 'missingQuery'/));
  });

  test("may recurse deeply, but not without end", async () => {
    assert.equal(await sample.recurse(10_000n), 10_000n);
    await assert.rejects(sample.recurse(1_000_000_000n), rejectedWith("IC0502", /stack overflow/));
  });

  test("answers with at most 3 MiB to a query and 2 MiB to an update call", async () => {
    assert.equal((await sample.bytes(3_000_000n)).length, 3_000_000);
    await assert.rejects(sample.bytes(3_200_000n), rejectedWith("IC0504", /payload size/));
    assert.equal((await sample.bytesUpdate(2_000_000n)).length, 2_000_000);
    await assert.rejects(sample.bytesUpdate(2_100_000n), rejectedWith("IC0504", /payload size/));
  });
});

test("a loop is ended and reported, and the canister lives on", async () => {
  const network = await startNetwork({
    args: ["--throw-away", "--wasm", await fixture("Sample"), "--time-limit", "300", "--query-time-limit", "300"],
  });
  const sample = actorFor(network);
  await assert.rejects(sample.loopForever(), rejectedWith("IC0522", /exceeded the limit/));
  await assert.rejects(sample.loopInQuery(), rejectedWith("IC0522", /exceeded the limit/));
  assert.equal(await sample.read(), 0n);
  await network.stop();
});

test("the network ends although a canister is busy", async () => {
  const network = await startNetwork({ args: ["--throw-away", "--wasm", await fixture("Sample")] });
  const content = contentOf(network, "call", "loopForever");
  const id = hashOfMap(content);
  await post(network, "v2", "call", envelope(content));
  const ask = () => post(network, "v3", "read_state", envelope(readStateContent([["request_status", id]])));
  while (statusOf(await ask(), id).status?.toString() !== "processing");
  const start = performance.now();
  await network.stop();
  assert.ok(performance.now() - start < 10_000);
});
