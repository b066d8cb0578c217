// The way through PocketIC, with a stand-in for its server: no real one can be taken for granted.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { actorFor, identity, notesInterface } from "./client.mjs";
import { fixture } from "./fixture.mjs";
import { startNetwork } from "./ownnetwork.mjs";

describe("with POCKET_IC_BIN", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sheaf-pocketic-"));
  const program = path.join(folder, "pocket-ic");
  const fake = fileURLToPath(new URL("./fakepocketic.mjs", import.meta.url));
  fs.writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${fake}" "$@"\n`, { mode: 0o700 });
  after(() => fs.rmSync(folder, { recursive: true }));
  const start = async (bin, more = []) =>
    startNetwork({
      args: ["--wasm", await fixture("Notes1"), ...more],
      control: false,
      environment: { POCKET_IC_BIN: bin },
    });

  test("the canister is installed there and answers", async () => {
    const controller = identity(9).getPrincipal().toText();
    const network = await start(program, ["--controller", controller, "--claim-secret", "open sesame, please"]);
    assert.equal(network.claimSecret, "open sesame, please");
    const notes = actorFor(network, notesInterface);
    assert.equal(await notes.add("hello"), 1n);
    assert.deepEqual(await notes.all(), ["hello"]);
    await network.stop();
  });

  test("a program that is not there is reported", async () => {
    await assert.rejects(
      start(path.join(folder, "missing")),
      /PocketIC server .*missing \(POCKET_IC_BIN\) did not start/,
    );
  });

  test("what it cannot do is refused", async () => {
    await assert.rejects(start(program, ["--port", "1"]), /PocketIC chooses its own port/);
    await assert.rejects(start(program, ["--control"]), /PocketIC has no control endpoint/);
  });
});
