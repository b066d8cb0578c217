// The compiled canister behind the real HTTP interface, used through the public JavaScript agent with certificates and
// query signatures verified. The rules themselves are tried in *.test.mo; here is what only a network shows: who calls,
// what is refused before it runs, sizes on the wire, upgrades and restored snapshots.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { IDL } from "@icp-sdk/core/candid";
import { startNetwork } from "../local/testing.mjs";
import { compile } from "../moc.mjs";
import { chain, connect, connectAnonymous, edited, fresh, management, newRow, ok } from "./client.mjs";

const mebibyte = 1_048_576;
const { folder } = await compile({ main: "src/main.mo", mode: "ic" });
const wasmFile = path.join(folder, "program.wasm");
const wasm = new Uint8Array(await readFile(wasmFile));

let network;
before(async () => {
  network = await startNetwork({ args: ["--throw-away", "--wasm", wasmFile] });
});
after(() => network?.stop());

function text(string) {
  return new TextEncoder().encode(string);
}

function sha256(bytes) {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}

function kinds(results) {
  return results.map((result) => Object.keys(result)[0]);
}

async function checkpointOf(person) {
  const { epoch, proof } = await person.head();
  return { epoch, cursor: proof.position, proof };
}

test("a row comes back as it was sent, with the canister's own fields", async () => {
  const alice = await connect(network);
  const bytes = text("a picture");
  const hash = sha256(bytes);
  ok(await alice.actor.put_chunks([{ hash, bytes }]));
  const sent = newRow({ id: "été/😀", body: text("text"), blobs: [hash], client_time: 5n });
  const [result] = await alice.push([sent]);
  assert.deepEqual(result, { ok: { revision: sent.revision, sequence: 1n } });
  const { rows, checkpoint } = await alice.pullAll();
  assert.equal(rows.length, 1);
  const { base, ...same } = sent;
  const { server_time, ...row } = rows[0];
  assert.deepEqual(row, { ...same, parent: [], sequence: 1n, recent: [], device: "Alice's laptop" });
  assert.ok(Math.abs(Number(server_time / 1_000_000n) - Date.now()) < 60_000);
  assert.equal(checkpoint.cursor, 1n);
});

test("two people see nothing of each other, whatever they ask", async () => {
  const [alice, bob, newcomer] = await Promise.all([connect(network), connect(network), connect(network)]);
  const row = newRow({ body: text("Alice's") });
  await alice.push([row]);
  const timeless = ({ time, ...head }) => head;

  assert.deepEqual(timeless(await bob.head()), timeless(await newcomer.head()));
  assert.deepEqual((await bob.pullAll()).rows, []);
  assert.deepEqual(ok(await bob.actor.get([row.id])).rows, []);
  assert.deepEqual(ok(await bob.actor.manifest({ after_sequence: 0n, max_rows: 10n })).entries, []);
  assert.deepEqual(kinds(await bob.push([edited(row, { body: text("Bob's") })])), ["missing"]);
  assert.deepEqual(kinds(await bob.push([newRow({ id: row.id, body: text("Bob's") })])), ["ok"]);
  assert.deepEqual((await alice.pullAll()).rows.map(({ body }) => body), [row.body]);
  assert.deepEqual(await bob.pull(await checkpointOf(alice)).then(Object.keys), ["resync"]);
});

test("an anonymous caller gets nothing, and cannot even make the canister run an update", async () => {
  const nobody = await connectAnonymous(network);
  const refused = { err: { anonymous: null } };
  assert.deepEqual(await nobody.actor.head(), refused);
  assert.deepEqual(await nobody.pull(), refused);
  assert.deepEqual(await nobody.actor.get(["a"]), refused);
  assert.deepEqual(await nobody.actor.manifest({ after_sequence: 0n, max_rows: 1n }), refused);
  await assert.rejects(nobody.pushRaw([newRow()]), /inspect|refuse|reject/i);
  await assert.rejects(nobody.actor.head_replicated(), /inspect|refuse|reject/i);
});

test("each answer to a pushed row, over the wire", async () => {
  const alice = await connect(network);
  const first = newRow({ body: text("one") });
  const second = edited(first, { body: text("two") });
  assert.deepEqual(kinds(await alice.push([first, second])), ["ok", "ok"]);
  const [again, older, conflict, equal, missing, bad] = await alice.push([
    second,
    first,
    edited(first, { body: text("other") }),
    edited(first, { body: text("two") }),
    edited(newRow(), { body: text("lost") }),
    newRow({ kind: "" }),
  ]);
  assert.deepEqual(again, { ok: { revision: second.revision, sequence: 2n } });
  assert.deepEqual(older, { superseded: { sequence: 2n } });
  assert.equal(conflict.conflict.body_left_out, false);
  assert.deepEqual(conflict.conflict.master.body, text("two"));
  assert.deepEqual(conflict.conflict.master.parent, [first.revision]);
  assert.deepEqual(conflict.conflict.master.recent, [first.revision]);
  assert.deepEqual(equal, { ok: { revision: second.revision, sequence: 2n } });
  assert.deepEqual(missing, { missing: null });
  assert.deepEqual(bad, { rejected: "bad_kind" });
});

test("the token chain is the one that the protocol describes", async () => {
  const alice = await connect(network);
  const first = newRow({ id: "ä" });
  const accepted = [first, edited(first, { body: text("x") }), newRow()];
  await alice.push(accepted);
  const { epoch, proof } = await alice.head();
  assert.deepEqual(proof, { position: 3n, token: chain(epoch, accepted) });
  assert.deepEqual(ok(await alice.actor.head_replicated()).proof, proof);
});

test("conflicts whose masters do not fit into a reply are fetched by id", async () => {
  const alice = await connect(network);
  const rows = Array.from({ length: 5 }, () => newRow({ body: new Uint8Array(900 * 1024).fill(1) }));
  for (const row of rows) await alice.push([row]);
  const results = await alice.push(rows.map((row) => newRow({ id: row.id, body: text("other") })));
  assert.deepEqual(results.map(({ conflict }) => conflict.body_left_out), [false, true, true, true, true]);
  assert.deepEqual(results.map(({ conflict }) => conflict.master.id), rows.map(({ id }) => id));

  let wanted = rows.map(({ id }) => id);
  const bodies = [];
  for (let calls = 0; wanted.length > 0; ++calls) {
    assert.ok(calls < 5);
    const { rows: page, left_out } = ok(await alice.actor.get(wanted));
    bodies.push(...page.map(({ body }) => body.length));
    wanted = left_out;
  }
  assert.deepEqual(bodies, rows.map(({ body }) => body.length));
});

test("a row of the largest body goes in, comes out, and can be in conflict", async () => {
  const alice = await connect(network);
  const row = newRow({ id: "x".repeat(256), body: new Uint8Array(mebibyte + 4096).fill(7) });
  assert.deepEqual(kinds(await alice.push([row])), ["ok"]);
  assert.deepEqual((await alice.pullAll({ maxBytes: 1n })).rows[0].body.length, row.body.length);
  const [{ conflict }] = await alice.push([newRow({ id: row.id })]);
  assert.deepEqual([conflict.body_left_out, conflict.master.body.length], [false, row.body.length]);
});

test("arguments that are too many, too large or no Candid at all change nothing", async () => {
  const alice = await connect(network);
  await alice.push([newRow({ body: text("kept") })]);
  const before = (await alice.head()).proof;

  const tooMany = Array.from({ length: 5_001 }, (_, n) => newRow({ id: `r${n}` }));
  assert.deepEqual(await alice.pushRaw(tooMany), { err: { too_many_rows: { limit: 5_000n } } });
  const large = new Uint8Array(650_000);
  await assert.rejects(alice.pushRaw([newRow({ body: large }), newRow({ body: large }), newRow({ body: large })]), /inspect|refuse|reject/i);
  const tooLong = [newRow({ body: new Uint8Array(mebibyte + 4097) })];
  assert.deepEqual(await alice.push(tooLong), [{ rejected: "too_large" }]);
  assert.deepEqual(await alice.actor.get(Array(1_001).fill("a")), { err: { too_many_rows: { limit: 1_000n } } });
  assert.deepEqual(await alice.pushRaw([], { device: "x".repeat(65) }), { err: { bad_argument: "device" } });
  assert.deepEqual(await alice.pull(fresh, 0n), { err: { bad_argument: "max_rows" } });

  for (const arg of [new Uint8Array(), text("DIDL"), text("not candid"), new Uint8Array(IDL.encode([IDL.Text], ["push"]))]) {
    await assert.rejects(alice.agent.update(network.canisterId, { methodName: "push", arg }));
    await assert.rejects(alice.agent.query(network.canisterId, { methodName: "pull", arg }).then(answered));
  }
  assert.deepEqual((await alice.head()).proof, before);
});

test("a few bytes that announce a huge value are refused by the decoder, not by running out of time", async () => {
  const alice = await connect(network);
  const nulls = [0x6d, 0x7f]; // vec null: no bytes per element
  const many = [0x80, 0x80, 0x80, 0x80, 0x80, 0x20]; // 2^40
  const asArgument = Uint8Array.of(...text("DIDL"), 1, ...nulls, 1, 0, ...many);
  const asUnknownField = Uint8Array.of(...text("DIDL"), 2, ...nulls, 0x6c, 1, 0, 0, 1, 1, ...many);
  const decoder = /IDL error|trapped: unreachable/;
  for (const arg of [asArgument, asUnknownField]) {
    await assert.rejects(alice.agent.update(network.canisterId, { methodName: "push", arg }), decoder);
    for (const methodName of ["get", "pull", "manifest"]) {
      await assert.rejects(alice.agent.query(network.canisterId, { methodName, arg }).then(answered), decoder);
    }
  }
});

function answered(response) {
  if (response.status !== "replied") throw new Error(response.reject_message);
}

test("reading in pages of any size gives every row once, in order", async () => {
  const alice = await connect(network);
  const rows = Array.from({ length: 100 }, (_, n) => newRow({ id: `row ${n}`, body: new Uint8Array(100 * n) }));
  await alice.push(rows);
  await alice.push(rows.filter((_, n) => n % 3 === 0).map((row) => edited(row, { deleted: true, body: new Uint8Array() })));
  const expected = (await alice.pullAll()).rows;
  assert.deepEqual(new Set(expected.map(({ id }) => id)), new Set(rows.map(({ id }) => id)));
  for (const limits of [{ maxRows: 1n }, { maxRows: 7n }, { maxBytes: 20_000n }]) {
    const { pages, rows: read } = await alice.pullAll(limits);
    assert.deepEqual(read, expected);
    assert.ok(pages.length > 5);
    const cursors = pages.map(({ cursor }) => cursor);
    assert.deepEqual(cursors, cursors.toSorted((a, b) => Number(a - b)));
  }

  const entries = [];
  for (let next = 0n, more = true; more; ) {
    const page = ok(await alice.actor.manifest({ after_sequence: next, max_rows: 9n }));
    entries.push(...page.entries);
    ({ next, more } = page);
  }
  assert.deepEqual(entries, expected.map(({ id, revision, sequence, deleted }) => ({ id, revision, sequence, deleted })));
});

test("5,000 notes of 1 KiB: calls, bytes and time", async (t) => {
  const alice = await connect(network);
  const rows = Array.from({ length: 5_000 }, () => newRow({ body: crypto.getRandomValues(new Uint8Array(1024)) }));
  const perPush = 1_350; // of 1 KiB and their ids: under 1.5 MiB encoded
  let calls = 0;
  let start = performance.now();
  for (let at = 0; at < rows.length; at += perPush, ++calls) {
    assert.ok((await alice.push(rows.slice(at, at + perPush))).every((result) => "ok" in result));
  }
  t.diagnostic(`push: ${calls} updates in ${Math.round(performance.now() - start)} ms`);
  start = performance.now();
  const { pages, rows: read } = await alice.pullAll();
  t.diagnostic(`pull: ${pages.length} queries in ${Math.round(performance.now() - start)} ms`);
  assert.deepEqual(read.map(({ body }) => body), rows.map(({ body }) => body));
  assert.ok(calls <= 4 && pages.length <= 3);

  start = performance.now();
  const one = 5_000;
  const small = Array.from({ length: one }, (_, n) => newRow({ id: `small ${n}` }));
  assert.ok((await alice.push(small)).every((result) => "ok" in result));
  t.diagnostic(`push of ${one} smallest rows in one update: ${Math.round(performance.now() - start)} ms`);
  await assert.rejects(alice.replicated.pull({ checkpoint: fresh, max_rows: 1n, max_bytes: 1n }), /reject/i); // nothing counts it
});

test("an upgrade keeps rows, order, tokens and epoch", async () => {
  const alice = await connect(network);
  const row = newRow({ body: text("kept") });
  await alice.push([row, newRow(), edited(row, { body: text("kept too") })]);
  const before = await alice.pullAll();
  await (await management(network)).upgrade(wasm);
  const after = await alice.pullAll();
  assert.deepEqual(after.rows, before.rows);
  assert.deepEqual(after.checkpoint, before.checkpoint);
  assert.deepEqual(ok(await alice.pull(before.checkpoint)).rows, []);
  const [result] = await alice.push([newRow()], { checkpoint: before.checkpoint });
  assert.equal(result.ok.sequence, 4n);
});

test("a restored snapshot is noticed: ahead at first, fork once others went on", async () => {
  const [alice, bob] = await Promise.all([connect(network), connect(network)]);
  const owner = await management(network);
  await alice.push([newRow()]);
  await bob.push([newRow()]);
  await owner.stop();
  const snapshot = await owner.takeSnapshot();
  await owner.start();
  const lost = newRow();
  await alice.push([lost]);
  const known = await checkpointOf(alice);
  await owner.stop();
  await owner.loadSnapshot(snapshot);
  await owner.start();

  assert.deepEqual((await alice.pull(known)).resync.reason, { ahead: null });
  assert.deepEqual((await alice.pushRaw([newRow()], { checkpoint: known })).resync.reason, { ahead: null });
  const [{ ok: accepted }] = await alice.push([newRow()]);
  assert.equal(accepted.sequence, known.proof.position);
  const { resync } = await alice.pull(known);
  assert.deepEqual(resync.reason, { fork: null });
  assert.equal(resync.head.proof.position, known.proof.position);
  assert.deepEqual((await bob.pullAll()).rows.length, 1);
});

test("a restored snapshot in which the same rows are pushed again raises no alarm", async () => {
  const alice = await connect(network);
  const owner = await management(network);
  await owner.stop();
  const snapshot = await owner.takeSnapshot();
  await owner.start();
  const rows = [newRow(), newRow()];
  await alice.push(rows);
  const known = await checkpointOf(alice);
  await owner.stop();
  await owner.loadSnapshot(snapshot);
  await owner.start();
  await alice.push(rows);
  assert.deepEqual(ok(await alice.pull(known)).rows, []);
});

test("a reinstalled canister is another epoch", async () => {
  const alice = await connect(network);
  await alice.push([newRow()]);
  const known = await checkpointOf(alice);
  await (await management(network)).reinstall(wasm);
  assert.deepEqual((await alice.pull(known)).resync.reason, { epoch: null });
  assert.deepEqual((await alice.pushRaw([newRow()], { checkpoint: known })).resync.reason, { epoch: null });
  assert.deepEqual((await alice.pullAll()).rows, []);
});
