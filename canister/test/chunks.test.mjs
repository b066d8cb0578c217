// Attachments' chunks through the real interface: their sizes on the wire, upgrades, and other people.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { startNetwork } from "../local/testing.mjs";
import { compile } from "../moc.mjs";
import { connect, management, newRow, ok } from "./client.mjs";

const mebibyte = 1_048_576;
const { folder } = await compile({ main: "src/main.mo", mode: "ic" });
const wasmFile = path.join(folder, "program.wasm");

let network;
before(async () => {
  network = await startNetwork({ args: ["--throw-away", "--wasm", wasmFile] });
});
after(() => network?.stop());

function chunk(size) {
  const bytes = new Uint8Array(randomBytes(size));
  return { hash: new Uint8Array(createHash("sha256").update(bytes).digest()), bytes };
}

// Without the comparison of a mebibyte in words, which a failed deepEqual writes for minutes.
function equal(left, right) {
  return Buffer.compare(left, right) === 0;
}

const whole = (hash) => ({ hash, offset: 0n, length: 0n });

test("an attachment goes up in chunks, is named by a row, and comes down in ranges", async () => {
  const alice = await connect(network);
  const chunks = [chunk(mebibyte), chunk(mebibyte), chunk(12_345)];
  const hashes = chunks.map(({ hash }) => hash);
  const row = newRow({ blobs: hashes });
  assert.deepEqual(await alice.push([row]), [{ missing_chunks: hashes }]);

  assert.deepEqual(ok(await alice.actor.put_chunks([chunks[0]])).results, [{ ok: null }]);
  assert.deepEqual(ok(await alice.actor.missing_chunks(hashes)), hashes.slice(1));
  ok(await alice.actor.put_chunks([chunks[1]]));
  const { head } = ok(await alice.actor.put_chunks([chunks[2]]));
  assert.ok(head.bytes > 2n * BigInt(mebibyte));
  assert.deepEqual(await alice.push([row]), [{ ok: { revision: row.revision, sequence: 1n } }]);

  const { parts, left_out } = ok(await alice.actor.get_chunks([...hashes, hashes[0]].map(whole)));
  assert.deepEqual([parts.length, left_out], [3, 1n]);
  for (const [i, [part]] of parts.entries()) {
    assert.deepEqual([part.hash, part.offset, part.size], [hashes[i], 0n, BigInt(chunks[i].bytes.length)]);
    assert.ok(equal(part.bytes, chunks[i].bytes));
  }
  const range = { hash: hashes[2], offset: 12_000n, length: 1_000n };
  const [[part]] = ok(await alice.actor.get_chunks([range])).parts;
  assert.deepEqual(part, { hash: hashes[2], offset: 12_000n, size: 12_345n, bytes: chunks[2].bytes.slice(12_000) });
});

test("a call of 1.9 MB of chunks passes; each is judged alone", async () => {
  const alice = await connect(network);
  const chunks = [chunk(mebibyte), chunk(850_000), { ...chunk(10), hash: new Uint8Array(32) }, { ...chunk(1), bytes: new Uint8Array() }];
  const { results } = ok(await alice.actor.put_chunks(chunks));
  assert.deepEqual(results, [{ ok: null }, { ok: null }, { rejected: "bad_hash" }, { rejected: "empty" }]);
});

test("nobody sees, finds or fills another's chunks", async () => {
  const [alice, bob] = await Promise.all([connect(network), connect(network)]);
  const secret = chunk(100);
  ok(await alice.actor.put_chunks([secret]));
  const before = await alice.head();
  assert.deepEqual(ok(await bob.actor.missing_chunks([secret.hash])), [secret.hash]);
  assert.deepEqual(ok(await bob.actor.get_chunks([whole(secret.hash)])).parts, [[]]);
  assert.deepEqual(await bob.push([newRow({ blobs: [secret.hash] })]), [{ missing_chunks: [secret.hash] }]);
  assert.equal((await bob.head()).bytes, 0n);
  ok(await bob.actor.put_chunks([secret]));
  assert.equal((await alice.head()).bytes, before.bytes);
});

test("S104: an upload that an upgrade interrupts goes on with what is missing", async () => {
  const alice = await connect(network);
  const chunks = [chunk(700_000), chunk(700_001)];
  ok(await alice.actor.put_chunks([chunks[0]]));
  const controller = await management(network);
  await controller.upgrade(new Uint8Array(await readFile(wasmFile)));
  assert.deepEqual(ok(await alice.actor.missing_chunks(chunks.map(({ hash }) => hash))), [chunks[1].hash]);
  ok(await alice.actor.put_chunks([chunks[1]]));
  for (const { hash, bytes } of chunks) {
    assert.ok(equal(ok(await alice.actor.get_chunks([whole(hash)])).parts[0][0].bytes, bytes));
  }
});
