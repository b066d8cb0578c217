// Instructions of the canister's calls at several sizes: `nice node test/bench.mjs [--users N] ROWS...` (default: 1000
// 100000). The median of five rounds, as the local network counts: one per WebAssembly instruction, a few more for calls.
// A million rows take about 1.5 GiB and some minutes.

import { IDL } from "@icp-sdk/core/candid";
import { Actor, HttpAgent } from "@icp-sdk/core/agent";
import path from "node:path";
import { parseArgs } from "node:util";
import { startNetwork } from "../local/testing.mjs";
import { compile } from "../moc.mjs";

const { values, positionals } = parseArgs({ options: { users: { type: "string", default: "1" } }, allowPositionals: true });
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000, 100_000];
const perCall = 20_000;
const rounds = 5;

const { folder } = await compile({ main: "test/Bench.mo", mode: "ic" });
const wasm = path.join(folder, "program.wasm");
const service = IDL.Service({
  fill: IDL.Func([IDL.Nat, IDL.Nat], [], []),
  join: IDL.Func([IDL.Nat, IDL.Nat], [], []),
  measure: IDL.Func([IDL.Nat, IDL.Nat], [IDL.Vec(IDL.Tuple(IDL.Text, IDL.Nat64))], []),
  memory: IDL.Func([], [IDL.Nat], ["query"]),
});

const network = await startNetwork({ args: ["--throw-away", "--wasm", wasm, "--time-limit", "600000"] });
try {
  const agent = await HttpAgent.create({ host: network.url, rootKey: new Uint8Array(network.rootKey) });
  const actor = Actor.createActor(() => service, { agent, canisterId: network.canisterId });
  if (Number(values.users) > 1) await actor.join(1, Number(values.users));
  let filled = 0;
  for (const rows of sizes) {
    for (; filled < rows; filled += perCall) await actor.fill(filled, Math.min(filled + perCall, rows));
    filled = rows;
    const results = [];
    for (let round = 1; round <= rounds; round += 1) results.push(await actor.measure(rows, round));
    const names = results[0].map(([name]) => name);
    const median = (i) => Number(results.map((result) => result[i][1]).sort((a, b) => Number(a - b))[rounds >> 1]);
    const figures = Object.fromEntries(names.map((name, i) => [name, median(i)]));
    console.log(JSON.stringify({ rows, users: Number(values.users), heapMB: Math.round(Number(await actor.memory()) / 1e6), ...figures }));
  }
} finally {
  await network.stop();
}
