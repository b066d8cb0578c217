// README.md's way to a claimed canister, with the `icp` program in the place of a person.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { startNetwork } from "../local/testing.mjs";
import { canisterFolder } from "../moc.mjs";
import { connect } from "./client.mjs";
import { current, releases } from "./releases.mjs";

const run = promisify(execFile);
const packageFolder = path.dirname(createRequire(import.meta.url).resolve("@icp-sdk/icp-cli-linux-x64/package.json"));
const home = fs.mkdtempSync(path.join(os.tmpdir(), "sheaf-deploy-"));
const argument = path.join(home, "claim.args");
const { file: wasmFile } = await current();
let secret;
before(async () => {
  const { stdout } = await run(process.execPath, [path.join(canisterFolder, "newclaim.mjs"), argument]);
  secret = stdout.trim();
});
after(() => fs.rmSync(home, { recursive: true }));

/// `icp canister ...` against `network`.
async function icp(network, ...args) {
  const all = ["canister", ...args, "-n", network.url, "-k", network.rootKey.toString("hex")];
  const { stdout } = await run(path.join(packageFolder, "bin", "icp"), all, { env: { ...process.env, HOME: home, DO_NOT_TRACK: "1" } });
  return stdout;
}

async function claim(network) {
  return (await connect(network)).actor.claim(new TextEncoder().encode(secret));
}

test("installed with the argument file, the canister is claimed with the secret", async (t) => {
  const network = await startNetwork({ args: ["--throw-away", "--wasm", wasmFile] });
  t.after(() => network.stop());
  await icp(network, "install", network.canisterId, "--mode", "reinstall", "--wasm", wasmFile, "--args-file", argument, "--yes");
  const about = await icp(network, "call", "--query", network.canisterId, "about", "()");
  assert.match(about, /registration = variant { single_owner }/);
  assert.match(about, /claimed = false/);
  assert.deepEqual(await claim(network), { ok: null });
  assert.match(await icp(network, "call", "--query", network.canisterId, "about", "()"), /claimed = true/);
});

test("upgraded from release 1 with the argument file, it is claimed with the secret; later upgrades need nothing", async (t) => {
  const [first] = await releases();
  const old = path.join(home, "release1.wasm");
  fs.writeFileSync(old, first.wasm);
  const network = await startNetwork({ args: ["--throw-away", "--wasm", old] });
  t.after(() => network.stop());
  const upgrade = ["install", network.canisterId, "--mode", "upgrade", "--wasm", wasmFile];
  await assert.rejects(icp(network, ...upgrade, "--args-file", argument), /--yes/); // answers gained cases
  await icp(network, ...upgrade, "--args-file", argument, "--yes");
  assert.deepEqual(await claim(network), { ok: null });
  await icp(network, ...upgrade);
  await icp(network, ...upgrade, "--args-file", argument);
  assert.match(await icp(network, "call", "--query", network.canisterId, "about", "()"), /claimed = true/);
  assert.deepEqual(await claim(network).catch(() => "rejected"), "rejected");
});
