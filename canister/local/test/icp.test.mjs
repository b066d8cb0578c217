// The `icp` program (the Rust agent) as an independent judge: it deploys, calls, and refuses what was
// tampered with.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { fixture } from "./fixture.mjs";
import { startNetwork } from "./ownnetwork.mjs";

const run = promisify(execFile);
const packageFolder = path.dirname(createRequire(import.meta.url).resolve("@icp-sdk/icp-cli-linux-x64/package.json"));
const program = path.join(packageFolder, "bin", "icp");

for (const layout of [[], ["--flat-ranges"], ["--no-subnet-delegation"]]) {
  describe(`icp on a network with ${layout[0] ?? "sharded ranges"}`, () => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), "sheaf-icp-"));
    let network;
    const icp = async (...args) => {
      const all = ["canister", ...args, "-n", network.url, "-k", network.rootKey.toString("hex")];
      const { stdout } = await run(program, all, { env: { ...process.env, HOME: home } });
      return stdout;
    };
    before(async () => {
      network = await startNetwork({ args: ["--throw-away", "--wasm", await fixture("Notes1"), ...layout] });
    });
    after(async () => {
      await network.stop();
      fs.rmSync(home, { recursive: true });
    });

    test("calls, queries, reads metadata and status", async () => {
      assert.match(await icp("call", network.canisterId, "add", '("hello")'), /\(1 : nat\)/);
      assert.match(await icp("call", "--query", network.canisterId, "all", "()"), /hello/);
      assert.match(await icp("metadata", network.canisterId, "candid:service"), /add: \(note: text\) -> \(nat\)/);
      assert.match(await icp("status", network.canisterId), /Status: Running[\s\S]*controller: 2vxsx-fae/);
    });

    test("upgrades and keeps the data, then reinstalls and loses it", async () => {
      await icp("call", network.canisterId, "add", '("before")');
      await icp("install", network.canisterId, "--mode", "upgrade", "--wasm", await fixture("Notes2"), "--yes");
      assert.match(await icp("call", "--query", network.canisterId, "version", "()"), /\(2 : nat\)/);
      assert.match(await icp("call", "--query", network.canisterId, "all", "()"), /before/);
      await assert.rejects(
        icp("install", network.canisterId, "--mode", "upgrade", "--wasm", await fixture("Notes3"), "--yes"),
        /[Mm]emory-incompatible/,
      );
      assert.match(await icp("call", "--query", network.canisterId, "all", "()"), /before/);
      await icp("install", network.canisterId, "--mode", "reinstall", "--wasm", await fixture("Notes1"), "--yes");
      assert.doesNotMatch(await icp("call", "--query", network.canisterId, "all", "()"), /before/);
    });

    test("stops and starts", async () => {
      await icp("stop", network.canisterId);
      await assert.rejects(icp("call", network.canisterId, "add", '("stopped")'), /is stopped/);
      assert.match(await icp("status", network.canisterId), /Status: Stopped/);
      await icp("start", network.canisterId);
      assert.match(await icp("call", network.canisterId, "add", '("running")'), /1 : nat/);
    });

    test("takes and restores a snapshot", async () => {
      await icp("call", network.canisterId, "add", '("old")');
      await icp("stop", network.canisterId);
      const id = /[0-9a-f]{20,}/.exec(await icp("snapshot", "create", network.canisterId))[0];
      await icp("start", network.canisterId);
      await icp("call", network.canisterId, "add", '("new")');
      await icp("stop", network.canisterId);
      await icp("snapshot", "restore", network.canisterId, id);
      await icp("start", network.canisterId);
      assert.match(await icp("call", "--query", network.canisterId, "all", "()"), /old/);
    });

    test("refuses a certificate with one wrong bit", async () => {
      for (const bytes of [-1, 200]) {
        await network.control("fault", { on: "call", do: "flipBit", bytes });
        await assert.rejects(icp("call", network.canisterId, "add", '("x")'), /certificate|verif|decod|invalid/i);
      }
    });

    test("refuses a spoilt node signature and another root key", async () => {
      await network.control("node-signature", { wrong: true });
      await assert.rejects(icp("call", "--query", network.canisterId, "all", "()"), /signature/i);
      await network.control("reset");
      const other = Buffer.from(network.rootKey);
      const key = (await startAnother()).toString("hex");
      assert.notEqual(key, other.toString("hex"));
      const args = ["canister", "call", network.canisterId, "add", '("x")', "-n", network.url, "-k", key];
      await assert.rejects(run(program, args, { env: { ...process.env, HOME: home } }), /certificate|verif/i);
    });
  });
}

/// The root key of a network that is gone.
async function startAnother() {
  const other = await startNetwork({ args: ["--throw-away", "--no-canister"], control: false });
  await other.stop();
  return other.rootKey;
}
