// What a library costs on a 13-node subnet, as the local network charges it: `node test/bench/cost.mjs [NOTES...]`. One line of JSON per
// figure: calls, bytes of messages, cycles (10^9), memory after it and what that costs in 30 days.

import { createHash, randomBytes } from "node:crypto";
import { startNetwork } from "../../local/testing.mjs";
import { connect, edited, newRow, ok } from "../client.mjs";
import { current } from "../releases.mjs";

const PER_PUSH = 1_350; // notes of 1 KiB under 1.5 MiB
const { file } = await current();

async function charged(network, what, work) {
  await network.control("statistics", { reset: true });
  const before = await network.control("cycles");
  await work();
  const after = await network.control("cycles");
  const { call = {} } = await network.control("statistics");
  const billions = (cycles) => Math.round(Number(cycles) / 1e7) / 100;
  const used = BigInt(before.balance) - BigInt(after.balance);
  const megabytes = Math.round(Number(BigInt(after.burnedPerDay)) / (127_000 * 86_400) * 1024);
  const month = billions(30n * BigInt(after.burnedPerDay));
  console.log(JSON.stringify({ what, calls: call.requests, bytes: call.bytesIn, cycles: billions(used), memoryMiB: megabytes, month }));
}

for (const count of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 50_000]) {
  const network = await startNetwork({ args: ["--throw-away", "--wasm", file] });
  const person = await connect(network);
  const rows = Array.from({ length: count }, () => newRow({ body: new Uint8Array(randomBytes(1_024)) }));
  await charged(network, `${count} notes of 1 KiB`, async () => {
    for (let at = 0; at < count; at += PER_PUSH) ok(await person.pushRaw(rows.slice(at, at + PER_PUSH)));
  });
  await charged(network, "100 edits, one a call", async () => {
    for (const row of rows.slice(0, 100)) ok(await person.pushRaw([edited(row, { body: new Uint8Array(randomBytes(1_024)) })]));
  });
  await charged(network, "100 MiB of attachments", async () => {
    for (let n = 0; n < 100; ++n) {
      const bytes = new Uint8Array(randomBytes(1_048_576));
      const hash = new Uint8Array(createHash("sha256").update(bytes).digest());
      ok(await person.actor.put_chunks([{ hash, bytes }]));
      ok(await person.pushRaw([newRow({ kind: "attachment", blobs: [hash] })]));
    }
  });
  await network.stop();
}
