// The yardstick for Sheaf's own sync: unmodified RxDB with our adapter against our canister on one local network.
// `node test/bench/rxdb.mjs [ROWS...]` (default 5000 50000). Prints one line of JSON per figure: calls, bytes (bodies of HTTP
// requests and answers) and seconds. RxDB keeps its database in memory and the network keeps nothing on disk.

import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Ed25519KeyIdentity } from "@icp-sdk/core/identity";
import { startNetwork } from "../../local/testing.mjs";
import { connect } from "../client.mjs";
import { newNote, rxdbDevice } from "../rxdb/device.mjs";

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5_000, 50_000];
const SIZES = [200, 4_096];
const BATCHES = [{ pushRows: 5_000, pullRows: 5_000 }, { pushRows: 100, pullRows: 100 }]; // ours, and RxDB's own default
const CHANGED = 1_000;

const network = await startNetwork();

async function measured(what, facts, work) {
  await sleep(50); // connections that ended while RxDB kept the thread busy are noticed here
  await network.control("statistics", { reset: true });
  const start = performance.now();
  await work();
  const seconds = Number(((performance.now() - start) / 1000).toFixed(2));
  await sleep(50);
  const { call, query } = await network.control("statistics");
  const traffic = ({ requests = 0, bytesIn = 0, bytesOut = 0 } = {}) => ({ calls: requests, sent: bytesIn, received: bytesOut });
  console.log(JSON.stringify({ what, ...facts, seconds, update: traffic(call), query: traffic(query) }));
}

/// Bytes that do not compress, as base64 text of about `size` bytes.
function text(size) {
  return randomBytes(Math.ceil((size * 3) / 4)).toString("base64").slice(0, size);
}

async function once(device, batches) {
  const state = device.replication.start({ identifier: "bench", live: false, retryTime: 100, ...batches });
  state.error$.subscribe((error) => console.error(error.message));
  await state.awaitInitialReplication();
  await state.cancel();
}

async function run(rows, size, batches) {
  const identity = Ed25519KeyIdentity.generate();
  const laptop = await rxdbDevice(await connect(network, identity));
  const phone = await rxdbDevice(await connect(network, identity));
  const facts = { rows, size, batch: batches.pushRows };
  await laptop.documents.bulkInsert(Array.from({ length: rows }, (_, n) => newNote({ title: `Note ${n}`, text: text(size - 40) })));
  await measured("first push", facts, () => once(laptop, batches));
  await measured("first pull", facts, () => once(phone, batches));
  if (rows >= 50_000) {
    for (const document of await laptop.documents.find({ limit: CHANGED }).exec()) {
      await document.incrementalModify((data) => ({ ...data, content: { ...data.content, text: text(size - 40) } }));
    }
    await measured(`push ${CHANGED} changed`, facts, () => once(laptop, batches));
    await measured(`pull ${CHANGED} changed`, facts, () => once(phone, batches));
  }
  await laptop.database.close();
  await phone.database.close();
}

try {
  for (const rows of counts) {
    for (const size of SIZES) {
      for (const batches of rows > 5_000 ? BATCHES.slice(0, 1) : BATCHES) await run(rows, size, batches);
    }
  }
} finally {
  await network.stop();
}
