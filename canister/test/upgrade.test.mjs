// From every released canister to the present one, with data in place and in the middle of what clients do.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Ed25519KeyIdentity } from "@icp-sdk/core/identity";
import { installArguments } from "../local/installarguments.mjs";
import { startNetwork } from "../local/testing.mjs";
import { chain, connect, edited, fresh, management, newRow, ok } from "./client.mjs";
import { randomNumbers } from "./randomness.mjs";
import { current, releases } from "./releases.mjs";

const now = await current();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sheaf-upgrade-"));
after(() => fs.rmSync(folder, { recursive: true }));

function text(string) {
  return new TextEncoder().encode(string);
}

function wasmFile({ number, wasm }) {
  const file = path.join(folder, `release${number}.wasm`);
  fs.writeFileSync(file, wasm);
  return file;
}

/// What one person wrote: every accepted change in order, and the rows as they should be.
async function fill(person, seed, changes) {
  const random = randomNumbers(seed);
  const accepted = [];
  const newest = new Map();
  for (let batch = []; accepted.length < changes; batch = []) {
    for (let n = 0; n < 200; ++n) {
      const known = [...newest.values()];
      const old = known.length > 0 && random(3) > 0 ? known[random(known.length)] : undefined;
      const deleted = old !== undefined && random(5) === 0;
      const body = deleted ? new Uint8Array() : randomBytes(random(2_000)).valueOf();
      const fields = { body: new Uint8Array(body), deleted, schema: 1 + random(2), client_time: BigInt(random(1e9)) };
      const row = old ? edited(old, { ...fields, kind: old.kind }) : newRow({ ...fields, id: `${seed}/${newest.size}/é` });
      newest.set(row.id, row);
      batch.push(row);
    }
    assert.ok((await person.push(batch)).every((result) => "ok" in result));
    accepted.push(...batch);
  }
  return { accepted, newest };
}

/// Everything that a person can read, without the time of the answer.
async function everything(person) {
  const { rows, checkpoint } = await person.pullAll({ maxRows: 333n });
  const manifest = ok(await person.actor.manifest({ after_sequence: 0n, max_rows: 20_000n }));
  const { protocol, epoch, proof, gc, rows: count, bytes } = await person.head();
  return { rows, checkpoint, entries: manifest.entries, head: { protocol, epoch, proof, gc, count, bytes } };
}

async function proofsHold(person, accepted) {
  const { epoch } = await person.head();
  for (const at of [1, 127, 128, 129, 1_000, accepted.length].filter((position) => position <= accepted.length)) {
    const proof = { position: BigInt(at), token: chain(epoch, accepted.slice(0, at)) };
    const page = ok(await person.pull({ epoch, cursor: BigInt(accepted.length), proof }, 1n));
    assert.deepEqual(page.rows, []);
    const forged = { ...proof, token: new Uint8Array(8).fill(1) };
    assert.deepEqual((await person.pull({ epoch, cursor: 0n, proof: forged }, 1n)).resync.reason, { fork: null });
  }
}

for (const release of await releases()) {
  const secret = "a secret that nobody guesses";
  const claimArguments = new Uint8Array(installArguments({ claimSecret: secret }));
  let network;
  let alice;
  let bob;
  let written;
  before(async () => {
    network = await startNetwork({ args: ["--throw-away", "--wasm", wasmFile(release)] });
    [alice, bob] = await Promise.all([connect(network), connect(network)]);
    written = await Promise.all([fill(alice, 1, 1_400), fill(bob, 2, 400)]);
  });
  after(() => network?.stop());

  test(`release ${release.number}: after the upgrade everything is as it was, and proofs hold`, async () => {
    const people = [alice, bob];
    const before = await Promise.all(people.map(everything));
    assert.equal(before[0].rows.length, written[0].newest.size);
    const firstPage = ok(await alice.pull(fresh, 50n));
    const half = written[0].accepted.slice(0, 50).filter(({ id }, n, rows) => rows.findLastIndex((row) => row.id === id) === n);
    const answers = await alice.push(half);

    await (await management(network)).upgrade(now.wasm, claimArguments);
    assert.deepEqual(await Promise.all(people.map(everything)), before);
    for (const [n, person] of people.entries()) await proofsHold(person, written[n].accepted);
    assert.deepEqual(await alice.push(half), answers);
    const { epoch, proof } = firstPage.head;
    const rest = ok(await alice.pull({ epoch, cursor: firstPage.cursor, proof }, 5_000n));
    assert.deepEqual([...firstPage.rows, ...rest.rows], before[0].rows);
  });

  test(`release ${release.number}: history, conflicts and tombstones work on`, async () => {
    const { rows } = await alice.pullAll();
    const live = rows.find(({ deleted, recent }) => !deleted && recent.length > 1);
    const tombstone = rows.find(({ deleted }) => deleted);
    const results = await alice.push([
      newRow({ ...live, base: [], revision: live.recent[0] }),
      edited({ ...live, revision: live.recent[0] }, { body: text("from an old base") }),
      edited(tombstone, { deleted: false, body: text("alive again") }),
      edited(live, { body: text("newer") }),
    ]);
    assert.deepEqual(results.map((result) => Object.keys(result)[0]), ["superseded", "conflict", "ok", "ok"]);
    const { proof } = await alice.head();
    assert.equal(proof.position, BigInt(written[0].accepted.length + 2));
  });

  test(`release ${release.number}: its users stay members, and the canister gets an owner`, async () => {
    const newcomer = await connect(network);
    const before = await alice.actor.about();
    assert.deepEqual([before.interface, before.claimed, before.member, before.owner], [2, false, true, false]);
    assert.deepEqual(before.registration, { single_owner: null });
    assert.deepEqual(await newcomer.actor.head(), { err: { not_member: null } });

    assert.deepEqual(await alice.actor.claim(text(secret)), { ok: null });
    const { users, more } = ok(await alice.actor.users({ after: [], max: 100n }));
    assert.equal(more, false);
    const counts = await Promise.all([alice, bob].map((person) => person.head()));
    const told = [alice, bob].map((person) => users.find(({ user }) => user.toText() === person.principal.toText()));
    assert.deepEqual(told.map(({ rows, owner }) => [rows, owner]), counts.map(({ rows }, n) => [rows, n === 0]));
  });

  test(`release ${release.number}: attachments and the other new calls work on its spaces`, async () => {
    const bytes = new Uint8Array(randomBytes(100_000));
    const hash = new Uint8Array(createHash("sha256").update(bytes).digest());
    assert.deepEqual(ok(await bob.actor.missing_chunks([hash])), [hash]);
    assert.deepEqual(await bob.push([newRow({ blobs: [hash] })]), [{ missing_chunks: [hash] }]);
    ok(await bob.actor.put_chunks([{ hash, bytes }]));
    assert.equal(Object.keys((await bob.push([newRow({ blobs: [hash] })]))[0])[0], "ok");
    assert.ok("ok" in (await bob.actor.head_certified()));
    const devices = ok(await bob.actor.devices());
    assert.deepEqual(devices.map(({ device_id }) => device_id), [new Uint8Array(bob.deviceId)]);
  });

  test(`release ${release.number}: a state folder of the local network is upgraded at its next start`, async (t) => {
    const state = path.join(folder, `state${release.number}`);
    const identity = Ed25519KeyIdentity.generate();
    const row = newRow({ body: text("kept") });
    let local = await startNetwork({ args: ["--state", state, "--wasm", wasmFile(release)] });
    t.after(() => local.stop());
    const proof = await connect(local, identity).then(async (person) => {
      await person.push([row]);
      return (await person.head()).proof;
    });
    await local.stop();
    const note = path.join(state, "sheaf.json");
    const { canisterId } = JSON.parse(fs.readFileSync(note, "utf8"));
    fs.writeFileSync(note, JSON.stringify({ canisterId })); // as the first local network wrote it

    local = await startNetwork({ args: ["--state", state, "--wasm", now.file] });
    const person = await connect(local, identity);
    assert.deepEqual((await person.pullAll()).rows.map(({ body }) => body), [row.body]);
    assert.deepEqual((await person.head()).proof, proof);
    assert.deepEqual(await person.actor.claim(text(local.claimSecret)), { ok: null });
  });
}

test("an upgrade in the middle of an upload and of a pull", async (t) => {
  const network = await startNetwork({ args: ["--throw-away", "--wasm", now.file] });
  t.after(() => network.stop());
  const alice = await connect(network);
  const upgrade = async () => (await management(network)).upgrade(now.wasm);
  const chunks = Array.from({ length: 4 }, () => new Uint8Array(randomBytes(400_000))).map((bytes) => ({
    hash: new Uint8Array(createHash("sha256").update(bytes).digest()),
    bytes,
  }));
  const hashes = chunks.map(({ hash }) => hash);
  const rows = Array.from({ length: 40 }, (_, n) => newRow({ body: text(`row ${n}`) }));
  await alice.push(rows);
  const page = ok(await alice.pull(fresh, 15n));
  ok(await alice.actor.put_chunks(chunks.slice(0, 2)));
  await upgrade();

  assert.deepEqual(ok(await alice.actor.missing_chunks(hashes)), hashes.slice(2));
  ok(await alice.actor.put_chunks(chunks.slice(1)));
  const attachment = newRow({ blobs: hashes });
  const [accepted] = await alice.push([attachment]);
  await upgrade();
  assert.deepEqual(await alice.push([attachment]), [accepted]);
  const { parts } = ok(await alice.actor.get_chunks([{ hash: hashes[2], offset: 399_000n, length: 0n }]));
  assert.deepEqual(parts[0][0].bytes, chunks[2].bytes.subarray(399_000));
  const { epoch, proof } = page.head;
  const rest = ok(await alice.pull({ epoch, cursor: page.cursor, proof }));
  assert.deepEqual([...page.rows, ...rest.rows].map(({ id }) => id), [...rows, attachment].map(({ id }) => id));
  assert.deepEqual((await alice.head()).proof.token, chain(epoch, [...rows, attachment]));
});
