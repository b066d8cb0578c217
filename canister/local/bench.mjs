// Measures the local network: `node local/bench.mjs`. Prints medians in ms for small calls at several
// heap sizes, over raw HTTP on one connection, and the time of 5,000 rows of 1 KiB.

import { IDL } from "@icp-sdk/core/candid";
import { ANONYMOUS, contentOf, envelope, post } from "./test/rawclient.mjs";
import { fixture } from "./test/fixture.mjs";
import { startNetwork } from "./testing.mjs";

const ROUNDS = 40;
const network = await startNetwork({
  args: process.argv.slice(2).length ? process.argv.slice(2) : ["--throw-away", "--wasm", await fixture("Sample")],
});

async function request(type, method, types, values) {
  const arg = Buffer.from(IDL.encode(types, values));
  const body = envelope(contentOf(network, type, method, { arg, sender: ANONYMOUS }));
  const answer = await post(network, type === "call" ? "v4" : "v3", type, body);
  if (answer.status !== 200) throw new Error(answer.text);
}

async function median(work) {
  const times = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1].toFixed(2);
}

const KIB = new Uint8Array(1024).fill(65);
const blob = IDL.Vec(IDL.Nat8);
for (const mebibytes of [10, 100, 300]) {
  await request("call", "grow", [IDL.Nat], [mebibytes]);
  console.log(
    JSON.stringify({
      heapMiB: mebibytes,
      query: await median(() => request("query", "read", [], [])),
      update: await median(() => request("call", "increment", [], [])),
      updateWith1KiB: await median(() => request("call", "addRow", [blob], [KIB])),
    }),
  );
}

const start = performance.now();
for (let i = 0; i < 5; i += 1) await request("call", "addRows", [IDL.Vec(blob)], [Array(1000).fill(KIB)]);
console.log(JSON.stringify({ rows: 5000, bytesEach: 1024, calls: 5, ms: Math.round(performance.now() - start) }));
await network.stop();
