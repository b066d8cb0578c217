// Unmodified RxDB as another client of the canister, with the adapter in rxdb/, beside rows as Sheaf writes them.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Ed25519KeyIdentity } from "@icp-sdk/core/identity";
import { startNetwork } from "../local/testing.mjs";
import { connect, newRow, ok } from "./client.mjs";
import { lossyFetch, randomNumbers } from "./randomness.mjs";
import { decodeBody, encodeBody, plainCbor } from "./rxdb/body.mjs";
import { newNote, rxdbDevice } from "./rxdb/device.mjs";
import { merge, sheafRevision, toDocument, toRow } from "./rxdb/documents.mjs";
import { ForeignHistory } from "./rxdb/replication.mjs";


const saved = JSON.parse(await readFile(new URL("./rxdb/sheafrows.json", import.meta.url), "utf8"));
/// Rows that Sheaf 1 pushed: notes, notebooks, a tag, a drawing and its element.
const sheafRows = saved.map(({ revision, body, client_time, ...row }) => ({
  ...row,
  base: [],
  revision: new Uint8Array(Buffer.from(revision, "hex")),
  body: new Uint8Array(Buffer.from(body, "base64")),
  client_time: BigInt(client_time),
  deleted: false,
  blobs: [],
}));

let network;
const open = [];
before(async () => {
  network = await startNetwork();
});
after(async () => {
  for (const database of open) await database.close();
  await network?.stop();
});

/// A device of the person with `identity`; `loss` in percent.
async function device(identity, { loss = 0, seed = 1, target = network } = {}) {
  const random = randomNumbers(seed);
  const fetch = loss > 0 ? lossyFetch(random, loss) : undefined;
  const person = await connect(target, identity, fetch ? { fetch, retryTimes: 0 } : {});
  const made = await rxdbDevice(person);
  open.push(made.database);
  return made;
}

function start({ replication }, more = {}) {
  return replication.start({ identifier: "space", live: true, retryTime: 1, ...more });
}

/// Until nobody has anything to send or to read; changes travel by `resync` as they would by polling `head`.
async function settle(devices) {
  for (let quiet = 0; quiet < 2; ) {
    const before = await Promise.all(devices.map(fingerprint));
    for (const { replication } of devices) {
      replication.resync();
      await replication.state.awaitInSync();
    }
    const now = await Promise.all(devices.map(fingerprint));
    quiet = now.every((text) => text === now[0] && before.includes(text)) ? quiet + 1 : 0;
    await sleep(1);
  }
}

async function fingerprint({ documents }) {
  const all = await documents.find({ sort: [{ id: "asc" }] }).exec();
  return JSON.stringify(all.map((document) => [document.id, document.rev]));
}

async function contents({ documents }) {
  const all = await documents.find({ sort: [{ id: "asc" }] }).exec();
  return all.map((document) => document.toMutableJSON());
}

async function masters(person) {
  const { rows } = await person.pullAll();
  const live = rows.filter(({ deleted }) => !deleted).map(({ server_time, ...row }) => toDocument(row));
  return live.map(({ _deleted, ...document }) => document).sort((a, b) => (a.id < b.id ? -1 : 1));
}

test("bodies and revisions are Sheaf's own, byte by byte", () => {
  for (const row of sheafRows) {
    const content = decodeBody(row.body);
    assert.deepEqual(plainCbor(encodeBody(content)), plainCbor(row.body), row.kind);
    assert.deepEqual(sheafRevision(row), row.revision, row.kind);
  }
  const hi = Uint8Array.from(Buffer.from("0100a16474657874626869", "hex"));
  assert.deepEqual(decodeBody(hi), { text: "hi" });
  const state = { base: [], deleted: false, body: hi, blobs: [] };
  assert.equal(Buffer.from(sheafRevision(state)).toString("hex"), "d3c074184227c38da3b37bbb91dd7425");
  for (const body of ["0300a0", "0105a0", "0101ff", "0100", ""]) {
    const bytes = Uint8Array.from(Buffer.from(body, "hex"));
    assert.deepEqual(encodeBody(decodeBody(bytes)), bytes);
  }
});

test("a library of Sheaf arrives in RxDB, and RxDB's edit of it in Sheaf", async () => {
  const identity = Ed25519KeyIdentity.generate();
  const sheaf = await connect(network, identity);
  await sheaf.push(sheafRows);
  const phone = await device(identity);
  await start(phone).awaitInitialReplication();
  assert.deepEqual(await contents(phone), await masters(sheaf));
  const note = await phone.documents.findOne({ selector: { "content.title": "First" } }).exec();
  assert.equal(note.content.text, "Line one\nLine two");

  const master = sheafRows.find(({ id }) => id === note.id);
  await note.incrementalModify((data) => ({ ...data, content: { ...data.content, text: "edited" } }));
  await phone.replication.state.awaitInSync();
  const [row] = ok(await sheaf.actor.get([note.id])).rows;
  assert.deepEqual(row.parent, [master.revision]);
  assert.equal(decodeBody(row.body).text, "edited");
  assert.deepEqual(Object.keys(decodeBody(row.body)), Object.keys(decodeBody(master.body)));
  await settle([phone]);
  assert.equal((await sheaf.head()).proof.position, BigInt(sheafRows.length + 1));
});

test("two RxDB devices and Sheaf end equal while 15 % of requests and replies are lost", async (t) => {
  const identity = Ed25519KeyIdentity.generate();
  const random = randomNumbers(4711);
  const sheaf = await connect(network, identity);
  await sheaf.push(sheafRows);
  const devices = [await device(identity, { loss: 15, seed: 1 }), await device(identity, { loss: 15, seed: 2 })];
  const states = devices.map((each) => start(each));
  let lost = 0;
  for (const state of states) state.error$.subscribe(() => ++lost);
  await Promise.all(states.map((state) => state.awaitInitialReplication()));

  const written = new Set();
  const line = (who) => {
    const text = `${who} ${written.size}`;
    written.add(text);
    return text;
  };
  const ids = [];
  for (let round = 0; round < 15; ++round) {
    for (const [n, { documents, replication }] of devices.entries()) {
      if (ids.length < 6 && random(3) === 0) {
        const note = newNote({ title: `note ${ids.length}`, text: line(`new ${n}`) });
        ids.push(note.id);
        await documents.insert(note);
      }
      const target = ids.length > 0 && (await documents.findOne(ids[random(ids.length)]).exec());
      const own = line(`device ${n}`);
      await target?.incrementalModify((data) => ({ ...data, content: { ...data.content, text: `${data.content.text}\n${own}` } }));
      if (!target) written.delete(own);
      if (random(3) === 0) replication.resync();
    }
    const own = line("sheaf");
    if (!(await appendAsSheaf(sheaf, ids[random(Math.max(1, ids.length))], own))) written.delete(own);
  }
  await settle(devices);
  const expected = await masters(sheaf);
  assert.deepEqual(await contents(devices[0]), expected);
  assert.deepEqual(await contents(devices[1]), expected);
  const present = new Set(expected.flatMap(({ content }) => (content.text ?? "").split("\n")));
  assert.deepEqual([...written].filter((text) => !present.has(text)), []);
  const doubled = expected.flatMap(({ content }) => (content.text ?? "").split("\n")).filter((text) => written.has(text));
  assert.equal(doubled.length, written.size);
  const { proof } = await sheaf.head();
  await settle(devices);
  assert.deepEqual((await sheaf.head()).proof, proof);
  assert.ok(lost > 5, `${lost} lost`);
  t.diagnostic(`${written.size} lines, ${lost} calls lost, ${proof.position} changes`);
});

/// Sheaf's way of an edit: on top of the newest master; false if the row is not there or another one was faster.
async function appendAsSheaf(sheaf, id, text) {
  const [row] = id === undefined ? [] : ok(await sheaf.actor.get([id])).rows;
  if (!row || row.deleted) return false;
  const content = decodeBody(row.body);
  const body = encodeBody({ ...content, text: `${content.text}\n${text}` });
  const state = { base: [row.revision], deleted: false, body, blobs: [] };
  const [result] = await sheaf.push([newRow({ ...row, ...state, revision: sheafRevision(state) })]);
  return "ok" in result || "superseded" in result;
}

test("an edit wins against a delete, on either side", async () => {
  const identity = Ed25519KeyIdentity.generate();
  const [laptop, phone] = [await device(identity), await device(identity)];
  const [one, two] = [newNote({ text: "one" }), newNote({ text: "two" })];
  await laptop.documents.bulkInsert([one, two]);
  for (const each of [laptop, phone]) await start(each, { live: false }).awaitInitialReplication();
  await (await laptop.documents.findOne(one.id).exec()).remove();
  await (await phone.documents.findOne(one.id).exec()).incrementalPatch({ content: { text: "one, edited" } });
  await (await laptop.documents.findOne(two.id).exec()).incrementalPatch({ content: { text: "two, edited" } });
  await (await phone.documents.findOne(two.id).exec()).remove();
  for (const each of [laptop, phone]) start(each, { identifier: "space" });
  await settle([laptop, phone]);
  const texts = (await contents(laptop)).map(({ content }) => content.text);
  assert.deepEqual(texts.sort(), ["one, edited", "two, edited"]);
});

test("equal edits on two devices are one change", async () => {
  const identity = Ed25519KeyIdentity.generate();
  const [laptop, phone] = [await device(identity), await device(identity)];
  await laptop.documents.insert(newNote({ title: "t", text: "a" }));
  for (const each of [laptop, phone]) await start(each, { live: false }).awaitInitialReplication();
  for (const { documents } of [laptop, phone]) {
    await (await documents.findOne().exec()).incrementalPatch({ content: { title: "t", text: "b" } });
  }
  for (const each of [laptop, phone]) start(each);
  await settle([laptop, phone]);
  assert.equal((await laptop.person.head()).proof.position, 2n);
});

test("what the canister refuses is kept aside, and goes when it is mended", async () => {
  const identity = Ed25519KeyIdentity.generate();
  const laptop = await device(identity);
  const [good, bad] = [newNote({ text: "good" }), { ...newNote({ text: "bad" }), kind: "" }];
  await laptop.documents.bulkInsert([good, bad]);
  await start(laptop).awaitInitialReplication();
  assert.deepEqual([...laptop.replication.refused], [[bad.id, { rejected: "bad_kind" }]]);
  assert.equal((await laptop.person.pullAll()).rows.length, 1);
  await (await laptop.documents.findOne(bad.id).exec()).incrementalPatch({ kind: "note" });
  await laptop.replication.state.awaitInSync();
  assert.equal(laptop.replication.refused.size, 0);
  assert.equal((await laptop.person.pullAll()).rows.length, 2);
});

test("a row that the canister lost is pushed again when it is edited", async () => {
  const laptop = await device(Ed25519KeyIdentity.generate());
  const note = newNote({ text: "kept" });
  const [master] = await laptop.replication.push([{ newDocumentState: { ...note, rev: "11".repeat(16), _deleted: false }, assumedMasterState: { rev: "22".repeat(16) } }]);
  assert.equal(master, undefined);
  assert.deepEqual((await laptop.person.pullAll()).rows.map(({ id }) => id), [note.id]);
});

test("another history stops the replication instead of changing anything", async (t) => {
  const own = await startNetwork();
  t.after(() => own.stop());
  const identity = Ed25519KeyIdentity.generate();
  const laptop = await device(identity, { target: own });
  await laptop.documents.insert(newNote({ text: "kept" }));
  const { snapshot } = await own.control("snapshot");
  await start(laptop, { live: false }).awaitInitialReplication();
  const [checkpoint] = [await laptop.replication.pull(undefined, 10)].map((page) => page.checkpoint);
  await own.control("restore", { snapshot });
  await assert.rejects(laptop.replication.pull(checkpoint, 10), ForeignHistory);
  assert.equal((await contents(laptop)).length, 1);
});

test("a device that missed forgotten deletes compares manifests", async () => {
  const laptop = await device(Ed25519KeyIdentity.generate());
  const notes = ["a", "b", "c"].map((text) => newNote({ text }));
  await laptop.documents.bulkInsert(notes);
  await start(laptop, { live: false }).awaitInitialReplication();
  const { actor } = laptop.person;
  const { rows } = await laptop.person.pullAll();
  const [gone, changed] = rows;
  const other = toRow({ ...toDocument(changed), content: { text: "changed" }, rev: "33".repeat(16) }, undefined);
  const head = { ...(await laptop.person.head()), gc: 3n };
  laptop.replication.actor = {
    ...actor,
    push: async () => ({ resync: { reason: { behind_gc: null }, head } }),
    pull: async () => ({ resync: { reason: { behind_gc: null }, head } }),
    manifest: async () => ({
      ok: { entries: rows.slice(1).map((row) => (row === changed ? { ...row, revision: other.revision } : row)), next: 3n, more: false, head },
    }),
    get: async (ids) => ({ ok: { rows: ids.map(() => ({ ...changed, ...other })), left_out: [], head } }),
  };
  const { documents, checkpoint } = await laptop.replication.pull({ epoch: String(head.epoch), cursor: "1", position: "0", token: "" }, 10);
  assert.deepEqual(documents.map(({ id, _deleted }) => [id, _deleted]), [[changed.id, false], [gone.id, true]]);
  assert.equal(checkpoint.cursor, "3");
});

test("merging takes each side's changes, whichever is the master", () => {
  const state = (content, rev) => ({ id: "x", rev, content, blobs: [], _deleted: false });
  const base = state({ title: "t", text: "1\n2\n3" }, "a");
  const one = state({ title: "T", text: "1\n3\n4" }, "b");
  const two = state({ title: "t", text: "0\n1\n2\n3", pinned: true }, "c");
  assert.deepEqual(merge(base, one, two).content, { title: "T", text: "0\n1\n3\n4", pinned: true });
  assert.deepEqual(new Set(merge(base, two, one).content.text.split("\n")), new Set(["0", "1", "3", "4"]));
  assert.equal(merge(base, base, two), two);
  assert.equal(merge(base, two, { ...two, rev: "d" }).rev, "d");
});
