// The management canister's methods as installers use them, and who may.

import assert from "node:assert/strict";
import fs from "node:fs";
import { IDL } from "@icp-sdk/core/candid";
import { Principal } from "@icp-sdk/core/principal";
import { after, before, describe, test } from "node:test";
import { sha256 } from "../bytes.mjs";
import { METHODS } from "../managementtypes.mjs";
import { hashOfMap } from "../requestid.mjs";
import { fixture } from "./fixture.mjs";
import { startNetwork } from "./ownnetwork.mjs";
import { contentOf, envelope, key, post, readStateContent, statusOf, certifiedTree } from "./rawclient.mjs";
import { lookup } from "../hashtree.mjs";

const alice = key(1);
const bob = key(2);
const NO_SETTINGS = { settings: [] };
const KEEP = { upgrade: [{ skip_pre_upgrade: [], wasm_memory_persistence: [{ keep: null }] }] };
const NO_ARGUMENT = Buffer.from(IDL.encode([], []));

describe("the management canister", () => {
  let network;
  let notes1;
  let notes2;
  before(async () => {
    network = await startNetwork({ args: ["--throw-away", "--no-canister"], control: false });
    [notes1, notes2] = [fs.readFileSync(await fixture("Notes1")), fs.readFileSync(await fixture("Notes2"))];
  });
  after(() => network.stop());

  /// Calls `method` as `who` by way of `place`; resolves to the results, or rejects with `code: message`.
  async function manage(method, request, who = alice, place = "5v3p4-iyaaa-aaaaa-qaaaa-cai") {
    const [types, results] = METHODS[method];
    return decoded(await send("aaaaa-aa", place, method, Buffer.from(IDL.encode(types, [request])), who), results);
  }

  async function send(canisterId, place, method, arg, who) {
    const content = contentOf({ canisterId }, "call", method, { arg, sender: who.principal });
    const answer = await post(network, "v4", "call", envelope(content, who), { place: `canister/${place}` });
    if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
    return statusOf(answer, hashOfMap(content));
  }

  function decoded(state, types) {
    if (state.status.toString() === "rejected") throw new Error(`${state.error_code}: ${state.reject_message}`);
    return IDL.decode(types, new Uint8Array(state.reply));
  }

  const create = async (who = alice) => (await manage("create_canister", NO_SETTINGS, who))[0].canister_id;
  const install = (id, mode, wasm, who = alice) =>
    manage("install_code", { mode, canister_id: id, wasm_module: wasm, arg: NO_ARGUMENT }, who);
  const add = async (id, text) =>
    decoded(await send(id.toText(), id.toText(), "add", Buffer.from(IDL.encode([IDL.Text], [text])), alice), [IDL.Nat]);
  const all = async (id) =>
    decoded(await send(id.toText(), id.toText(), "all", NO_ARGUMENT, alice), [IDL.Vec(IDL.Text)])[0];

  test("makes canisters that belong to who asked", async () => {
    const id = await create();
    const [status] = await manage("canister_status", { canister_id: id });
    assert.deepEqual(status.settings.controllers.map(String), [Principal.fromUint8Array(alice.principal).toText()]);
    assert.deepEqual(status.module_hash, []);
    await assert.rejects(add(id, "x"), /IC0537/);
    await assert.rejects(install(id, { install: null }, notes1, bob), /^Error: IC0512: Only the controllers/);
  });

  test("installs once, and upgrades only as asked", async () => {
    const id = await create();
    await assert.rejects(install(id, KEEP, notes1), /IC0537/);
    await install(id, { install: null }, notes1);
    await assert.rejects(install(id, { install: null }, notes1), /IC0514/);
    await add(id, "kept");
    await assert.rejects(install(id, { upgrade: [] }, notes2), /IC0504: Missing upgrade option/);
    await install(id, KEEP, notes2);
    assert.deepEqual(await all(id), ["kept"]);
    await install(id, { reinstall: null }, notes2);
    assert.deepEqual(await all(id), []);
  });

  test("leaves the canister as it was when code is refused", async () => {
    const id = await create();
    await install(id, { install: null }, notes1);
    await add(id, "kept");
    await assert.rejects(
      install(id, { reinstall: null }, Buffer.from("not a module")),
      /IC0505: .*not a WebAssembly module/,
    );
    assert.deepEqual(await all(id), ["kept"]);
    assert.deepEqual(
      Buffer.from((await manage("canister_status", { canister_id: id }))[0].module_hash[0]),
      sha256(notes1),
    );
  });

  test("installs from chunks", async () => {
    const id = await create();
    const chunks = [notes1.subarray(0, 100_000), notes1.subarray(100_000)];
    const list = [];
    for (const chunk of chunks) list.push((await manage("upload_chunk", { canister_id: id, chunk }))[0]);
    assert.deepEqual(
      list.map(({ hash }) => Buffer.from(hash)),
      chunks.map((chunk) => sha256(chunk)),
    );
    const request = {
      mode: { install: null },
      target_canister: id,
      store_canister: [],
      chunk_hashes_list: list,
      wasm_module_hash: sha256(notes1),
      arg: NO_ARGUMENT,
    };
    await assert.rejects(manage("install_chunked_code", { ...request, wasm_module_hash: sha256("other") }), /IC0507/);
    await manage("install_chunked_code", request);
    await add(id, "from chunks");
    await manage("clear_chunk_store", { canister_id: id });
    assert.deepEqual((await manage("stored_chunks", { canister_id: id }))[0], []);
  });

  test("removes code, then the canister", async () => {
    const id = await create();
    await install(id, { install: null }, notes1);
    await manage("uninstall_code", { canister_id: id });
    await assert.rejects(add(id, "x"), /IC0537/);
    await assert.rejects(manage("delete_canister", { canister_id: id }), /IC0510/);
    await manage("stop_canister", { canister_id: id });
    await manage("delete_canister", { canister_id: id });
    await assert.rejects(add(id, "x"), /400: error: canister_not_found/);
    await assert.rejects(manage("start_canister", { canister_id: id }), /IC0301/);
  });

  test("gives a canister to somebody else", async () => {
    const id = await create();
    const settings = Object.fromEntries(
      [
        "compute_allocation",
        "memory_allocation",
        "freezing_threshold",
        "reserved_cycles_limit",
        "wasm_memory_limit",
        "wasm_memory_threshold",
      ].map((name) => [name, []]),
    );
    await manage("update_settings", {
      canister_id: id,
      settings: { ...settings, controllers: [[Principal.fromUint8Array(bob.principal)]] },
    });
    await assert.rejects(manage("canister_status", { canister_id: id }), /IC0512/);
    await install(id, { install: null }, notes1, bob);
    const read = readStateContent([["canister", Buffer.from(id.toUint8Array()), "controllers"]]);
    const answer = await post(network, "v3", "read_state", envelope(read), { place: `canister/${id.toText()}` });
    assert.ok(
      lookup(certifiedTree(answer), ["canister", Buffer.from(id.toUint8Array()), "controllers"]).includes(
        bob.principal,
      ),
    );
  });

  test("refuses what only canisters may ask, and what it does not know", async () => {
    const state = await send("aaaaa-aa", "5v3p4-iyaaa-aaaaa-qaaaa-cai", "raw_rand", NO_ARGUMENT, alice);
    assert.equal(state.error_code.toString(), "IC0406");
    const unknown = await send("aaaaa-aa", "5v3p4-iyaaa-aaaaa-qaaaa-cai", "bitcoin_get_balance", NO_ARGUMENT, alice);
    assert.equal(unknown.error_code.toString(), "IC0302");
    const malformed = await send("aaaaa-aa", "5v3p4-iyaaa-aaaaa-qaaaa-cai", "install_code", Buffer.from("DIDL"), alice);
    assert.equal(malformed.status.toString(), "rejected");
  });

  test("changes nothing by a query", async () => {
    const id = await create();
    const content = contentOf({ canisterId: "aaaaa-aa" }, "query", "stop_canister", {
      arg: Buffer.from(IDL.encode(METHODS.stop_canister[0], [{ canister_id: id }])),
      sender: alice.principal,
    });
    const answer = await post(network, "v3", "query", envelope(content, alice), { place: `canister/${id.toText()}` });
    assert.equal(answer.cbor.get("status"), "rejected");
    assert.ok("running" in (await manage("canister_status", { canister_id: id }))[0].status);
  });
});
