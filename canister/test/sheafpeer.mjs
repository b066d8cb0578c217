// The real program beside JavaScript clients on one space: what either writes, the other reads, and edits of both meet.
// `SHEAF_BINARY` names the program; ctest runs this (tests/app), as `npm test` knows no build of it.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createPrivateKey, randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Ed25519KeyIdentity } from "@icp-sdk/core/identity";
import { startNetwork } from "../local/testing.mjs";
import { connect, newRow, ok } from "./client.mjs";
import { current } from "./releases.mjs";
import { decodeBody, encodeBody } from "./rxdb/body.mjs";
import { newNote, rxdbDevice } from "./rxdb/device.mjs";
import { sheafRevision } from "./rxdb/documents.mjs";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sheaf-peer-"));
const seed = randomBytes(32);
const identity = Ed25519KeyIdentity.generate(seed);

let network;
let peer;
before(async () => {
  const { file } = await current();
  network = await startNetwork({ args: ["--throw-away", "--wasm", file] });
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const pem = createPrivateKey({ key: der, format: "der", type: "pkcs8" }).export({ format: "pem", type: "pkcs8" });
  fs.writeFileSync(path.join(folder, "key.pem"), pem, { mode: 0o600 });
  peer = await connect(network, identity);
});
after(async () => {
  await network?.stop();
  fs.rmSync(folder, { recursive: true });
});

/// The program's answer to a command, in the profile of device `device`.
async function sheaf(device, ...command) {
  const options = ["--profile", path.join(folder, device), "--no-welcome", "--identity", path.join(folder, "key.pem")];
  const canister = ["--canister-url", network.url, "--canister", network.canisterId, "--json"];
  const environment = { ...process.env, QT_QPA_PLATFORM: "offscreen" };
  const { stdout } = await promisify(execFile)(process.env.SHEAF_BINARY, [...options, ...canister, ...command], { env: environment });
  return JSON.parse(stdout);
}

async function sync(device) {
  const report = await sheaf(device, "sync", "--once");
  assert.deepEqual([report.complete, report.conflicts, report.refused], [true, 0, 0]);
  return report;
}

async function textOf(device, id) {
  const shown = await sheaf(device, "note", "show", id);
  return shown.text;
}

function noteRow(id, fields) {
  const state = { base: [], deleted: false, body: encodeBody({ created: 1, updated: 1, ...fields }), blobs: [] };
  return newRow({ id, ...state, revision: sheafRevision(state) });
}

test("what a JavaScript client writes, Sheaf shows", async () => {
  const rows = [
    noteRow("from-js-1", { title: "Été 😀", text: "line one\r\nline two\n" }),
    noteRow("from-js-2", { title: "", text: "", pinned: true, unknown: { nested: [1.5, -3, null, true] } }),
  ];
  await peer.push(rows);
  assert.equal((await sync("one")).pulled, rows.length);
  const listed = await sheaf("one", "note", "list");
  assert.deepEqual(new Set(listed.map(({ id }) => id)), new Set(rows.map(({ id }) => id)));
  assert.equal(await textOf("one", "from-js-1"), "line one\r\nline two\n");
});

test("what Sheaf writes, a JavaScript client reads, fields that Sheaf does not know included", async () => {
  await sheaf("one", "note", "edit", "from-js-2", "--title", "Named");
  const { id } = await sheaf("one", "note", "new", "--title", "From Sheaf", "--tag", "home", "the text");
  await sync("one");
  const [edited, made] = ok(await peer.actor.get(["from-js-2", id])).rows;
  const content = decodeBody(edited.body);
  assert.deepEqual([content.title, content.unknown], ["Named", { nested: [1.5, -3, null, true] }]);
  assert.equal(decodeBody(made.body).text, "the text");
  for (const row of [edited, made]) assert.deepEqual(row.revision, sheafRevision({ ...row, base: row.parent }));
});

test("Sheaf on two devices and RxDB edit one note, and end equal", async () => {
  const rxdb = await rxdbDevice(await connect(network, identity));
  const state = rxdb.replication.start({ identifier: "space", live: true, retryTime: 10 });
  await state.awaitInitialReplication();
  const lines = Array.from({ length: 9 }, (_, n) => `paragraph ${n}`);
  const note = newNote({ title: "Shared", text: lines.join("\n\n"), created: 1, updated: 1 });
  await rxdb.documents.insert(note);
  await state.awaitInSync();
  for (const device of ["one", "two"]) await sync(device);

  const changed = (n, text) => lines.map((line, at) => (at === n ? text : line)).join("\n\n");
  await sheaf("one", "note", "edit", note.id, changed(0, "Sheaf one was here"));
  await sheaf("two", "note", "edit", note.id, changed(8, "Sheaf two was here"));
  const document = await rxdb.documents.findOne(note.id).exec();
  await document.incrementalPatch({ content: { ...note.content, text: changed(4, "RxDB was here") } });
  for (let round = 0; round < 2; ++round) {
    for (const device of ["one", "two"]) await sync(device);
    rxdb.replication.resync();
    await state.awaitInSync();
  }
  const [first, second] = [await textOf("one", note.id), await textOf("two", note.id)];
  const third = (await rxdb.documents.findOne(note.id).exec()).content.text;
  assert.deepEqual([second, third], [first, first]);
  for (const who of ["Sheaf one", "Sheaf two", "RxDB"]) assert.ok(first.includes(`${who} was here`), first);
  assert.equal(first.split("\n\n").length, lines.length);
  const quiet = (await peer.head()).proof;
  for (const device of ["one", "two"]) assert.equal((await sync(device)).pushed, 0);
  assert.deepEqual((await peer.head()).proof, quiet);
  await rxdb.database.close();
});
