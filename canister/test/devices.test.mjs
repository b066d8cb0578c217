// Devices, and the timer that forgets what nobody waits for, on a network whose clock can be turned.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import { Ed25519KeyIdentity } from "@icp-sdk/core/identity";
import { startNetwork } from "../local/testing.mjs";
import { compile } from "../moc.mjs";
import { connect, newRow, ok } from "./client.mjs";

const day = 24 * 3600;
const { folder } = await compile({ main: "src/main.mo", mode: "ic" });
let network;
before(async () => {
  network = await startNetwork({ args: ["--throw-away", "--wasm", path.join(folder, "program.wasm")] });
});
after(() => network?.stop());

async function checkpointOf(person) {
  const { epoch, proof } = await person.head();
  return { epoch, cursor: proof.position, proof };
}

/// Asks until `holds` says so: the timer runs in its own messages.
async function eventually(holds) {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (await holds()) return;
  }
  assert.fail("it did not happen in 20 s");
}

test("devices are listed for their person alone, and retired until they speak again", async () => {
  const [alice, bob] = await Promise.all([connect(network), connect(network)]);
  await alice.push([newRow()]);
  const phone = { device: "phone", device_id: new Uint8Array(randomBytes(16)), checkpoint: await checkpointOf(alice) };
  ok(await alice.actor.checkin(phone));
  const names = (devices) => devices.map(({ name, cursor, pushes, retired }) => [name, cursor, pushes, retired]).sort();
  const both = [["Alice's laptop", 0n, 1n, false], ["phone", 1n, 0n, false]];
  assert.deepEqual(names(ok(await alice.actor.devices())), both);

  assert.deepEqual(ok(await bob.actor.devices()), []);
  assert.deepEqual(await bob.actor.retire_device(phone.device_id), { err: { bad_argument: "device_id" } });
  assert.deepEqual(await bob.actor.checkin({ ...phone, device_id: new Uint8Array(3) }), { err: { bad_argument: "device_id" } });
  assert.deepEqual(names(ok(await alice.actor.devices())), both);

  const after = ok(await alice.actor.retire_device(phone.device_id));
  assert.deepEqual(names(after), [both[0], ["phone", 1n, 0n, true]]);
  ok(await alice.actor.checkin(phone));
  assert.deepEqual(names(ok(await alice.actor.devices())), both);
});

test("S23: the timer forgets an old deletion and an unused upload; who did not read it compares manifests", async () => {
  const identity = Ed25519KeyIdentity.generate();
  // An agent follows the network's clock, so another one looks while that is turned.
  const [alice, watcher] = [await connect(network, identity), await connect(network, identity)];
  const row = newRow();
  await alice.push([row]);
  const away = await checkpointOf(alice);
  await alice.push([newRow({ id: row.id, base: [row.revision], deleted: true })]);
  const bytes = new Uint8Array(randomBytes(1_000));
  ok(await alice.actor.put_chunks([{ hash: new Uint8Array(createHash("sha256").update(bytes).digest()), bytes }]));
  assert.equal((await watcher.head()).rows, 1n);

  // The subnet's delegation is too old by then: only queries are still believed.
  await network.control("clock", { seconds: 181 * day });
  await eventually(async () => (await watcher.actor.head()).ok?.bytes === 0n).finally(() => network.control("reset"));
  const { rows, gc } = await alice.head();
  assert.deepEqual([rows, gc], [0n, 2n]);
  assert.deepEqual((await alice.pull(away)).resync.reason, { behind_gc: null });
  assert.deepEqual(Object.keys(await alice.pushRaw([newRow()], { checkpoint: away })), ["resync"]);
});
