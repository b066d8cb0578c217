// What survives: a kill, a restart, an upgrade, a roll-back.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { hashOfMap } from "../requestid.mjs";
import { actorFor, notesInterface } from "./client.mjs";
import { fixture } from "./fixture.mjs";
import { startNetwork } from "./ownnetwork.mjs";
import { contentOf, envelope, key, post, readStateContent, statusOf } from "./rawclient.mjs";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sheaf-state-"));
after(() => fs.rmSync(folder, { recursive: true }));

const startWith = async (state, name, more = []) =>
  startNetwork({ args: ["--state", path.join(folder, state), "--wasm", await fixture(name), ...more], control: false });

test("a killed network loses no answered call, and keeps its keys and request results", async () => {
  const alice = key(5);
  let network = await startWith("killed", "Sample");
  let sample = actorFor(network);
  await sample.regionWrite(100_000n, Buffer.from("stable"));
  await sample.certify(Buffer.from("certified"));
  await sample.addRows(Array.from({ length: 20 }, (_, i) => Buffer.alloc(1000, i)));
  const content = contentOf(network, "call", "increment", { sender: alice.principal });
  await post(network, "v4", "call", envelope(content, alice));
  const { rootKey } = network;
  await network.kill();

  network = await startWith("killed", "Sample");
  sample = actorFor(network);
  assert.deepEqual(network.rootKey, rootKey);
  assert.equal(await sample.read(), 1n);
  assert.equal(await sample.rowCount(), 20n);
  assert.deepEqual(Buffer.from(await sample.row(19n)), Buffer.alloc(1000, 19));
  assert.equal(Buffer.from(await sample.regionRead(100_000n, 6n)).toString(), "stable");
  assert.match(Buffer.from((await sample.certificate())[0]).toString("latin1"), /certified/);
  const paths = [["request_status", hashOfMap(content)]];
  const answer = await post(
    network,
    "v3",
    "read_state",
    envelope(readStateContent(paths, { sender: alice.principal }), alice),
  );
  assert.equal(statusOf(answer, hashOfMap(content)).status.toString(), "replied");
  assert.equal(await sample.increment(), 2n);
  await network.stop();
});

test("a torn end of the state file is left out", async () => {
  let network = await startWith("torn", "Sample");
  await actorFor(network).increment();
  await network.kill();
  const canisters = path.join(folder, "torn", "canisters");
  const state = path.join(canisters, fs.readdirSync(canisters)[0], "state");
  const log = path.join(state, `${fs.readFileSync(path.join(state, "CURRENT"), "utf8")}.log`);
  fs.truncateSync(log, fs.statSync(log).size - 1);
  fs.writeFileSync(path.join(state, "99.log"), "a generation that was not finished");

  network = await startWith("torn", "Sample");
  assert.equal(await actorFor(network).read(), 0n);
  assert.equal(await actorFor(network).increment(), 1n);
  assert.equal(fs.existsSync(path.join(state, "99.log")), false);
  await network.stop();
});

test("a changed program is an upgrade that keeps the data", async () => {
  let network = await startWith("upgrade", "Notes1");
  await actorFor(network, notesInterface).add("kept");
  await network.stop();
  network = await startWith("upgrade", "Notes2");
  const notes = actorFor(network, notesInterface);
  assert.equal(await notes.version(), 2n);
  assert.deepEqual(await notes.all(), ["kept"]);
  await notes.add("after the upgrade");
  await network.stop();

  await assert.rejects(startWith("upgrade", "Notes3"), /could not be upgraded: .*[Mm]emory-incompatible/s);
  network = await startWith("upgrade", "Notes2");
  assert.deepEqual(await actorFor(network, notesInterface).all(), ["after the upgrade"]);
  await network.stop();
});

test("a large heap is kept page by page, and the file does not grow without end", async () => {
  let network = await startWith("large", "Sample");
  let sample = actorFor(network);
  for (let i = 0; i < 9; i += 1) await sample.grow(BigInt(10 + i));
  await sample.increment();
  const canisters = path.join(folder, "large", "canisters");
  const state = path.join(canisters, fs.readdirSync(canisters)[0], "state");
  const size = fs.readdirSync(state).reduce((sum, name) => sum + fs.statSync(path.join(state, name)).size, 0);
  assert.ok(size < 120 * 2 ** 20, `${size} bytes`);
  await network.kill();
  network = await startWith("large", "Sample");
  sample = actorFor(network);
  assert.equal(await sample.increment(), 2n);
  await network.stop();
});

describe("starting", () => {
  let network;
  before(async () => {
    network = await startWith("lock", "Notes1");
  });
  after(() => network.stop());

  test("two networks do not share a folder", async () => {
    await assert.rejects(startWith("lock", "Notes1"), /Another local network \(process [0-9]+\) uses .*lock/);
  });

  const wrong = [
    [
      "a port that is taken",
      () => ["--throw-away", "--no-canister", "--port", String(network.port)],
      /Port [0-9]+ is taken/,
    ],
    [
      "a missing canister",
      () => ["--throw-away", "--wasm", "/nowhere/sheaf.wasm"],
      /There is no canister at \/nowhere\/sheaf\.wasm/,
    ],
    ["an unknown option", () => ["--nonsense"], /nonsense.*Usage:/s],
    ["a port that is not a number", () => ["--port", "x"], /--port needs a number/],
    [
      "a folder that cannot be",
      () => ["--state", path.join(process.execPath, "state"), "--no-canister"],
      /state cannot be kept/,
    ],
    ["a controller that is not a principal", () => ["--controller", "x"], /--controller needs a principal/],
    [
      "a file that is not a canister",
      () => ["--throw-away", "--wasm", new URL(import.meta.url).pathname],
      /not a WebAssembly module/,
    ],
  ];
  for (const [name, args, expected] of wrong) {
    test(`${name} is reported`, async () => {
      await assert.rejects(startNetwork({ args: args() }), expected);
    });
  }

  test("the network ends when its standard input does", async () => {
    const other = await startNetwork({ args: ["--throw-away", "--no-canister"] });
    await other.closeInput();
  });
});
