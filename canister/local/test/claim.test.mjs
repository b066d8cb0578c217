// What the Sheaf canister is told at its installation, and what whoever starts the network learns of it.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { IDL } from "@icp-sdk/core/candid";
import { actorFor, notesInterface } from "./client.mjs";
import { fixture } from "./fixture.mjs";
import { startNetwork } from "./ownnetwork.mjs";

const Registration = IDL.Variant({ single_owner: IDL.Null, invite_only: IDL.Null, open: IDL.Null });
const Args = IDL.Opt(IDL.Record({ claim_hash: IDL.Opt(IDL.Vec(IDL.Nat8)), registration: IDL.Opt(Registration) }));
const ownedInterface = () =>
  IDL.Service({
    all: IDL.Func([], [IDL.Vec(IDL.Text)], ["query"]),
    claim: IDL.Func([], [], []),
    arguments: IDL.Func([], [Args], ["query"]),
  });

let folder;
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "sheaf-claim-"));
});
after(() => fs.rmSync(folder, { recursive: true }));

async function startWith(state, name, more = []) {
  const args = ["--state", path.join(folder, state), "--wasm", await fixture(name), ...more];
  return startNetwork({ args, control: false });
}

function hashOf(secret) {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}

test("a new canister gets the hash of a secret that only the ready line tells", async () => {
  const network = await startWith("new", "Owned", ["--registration", "invite_only"]);
  assert.match(network.claimSecret, /^[0-9a-f]{32}$/);
  const [args] = await actorFor(network, ownedInterface).arguments();
  assert.deepEqual(args, { claim_hash: [hashOf(network.claimSecret)], registration: [{ invite_only: null }] });
  await network.stop();
});

test("the secret is kept until the canister is claimed", async () => {
  let network = await startWith("kept", "Owned", ["--claim-secret", "open sesame, please", "--registration", "single_owner"]);
  assert.equal(network.claimSecret, "open sesame, please");
  const [args] = await actorFor(network, ownedInterface).arguments();
  assert.deepEqual(args, { claim_hash: [hashOf("open sesame, please")], registration: [{ single_owner: null }] });
  await network.stop();

  await assert.rejects(startWith("kept", "Owned", ["--claim-secret", "open sesame, now!"]), /not installed with this secret/);
  network = await startWith("kept", "Owned");
  assert.equal(network.claimSecret, "open sesame, please");
  await actorFor(network, ownedInterface).claim();
  await network.stop();
  network = await startWith("kept", "Owned");
  assert.equal(network.claimSecret, undefined);
  await network.stop();
});

test("a state from before there were owners starts, keeps its data and gets a secret", async () => {
  let network = await startWith("old", "Notes1");
  assert.equal(network.claimSecret, undefined);
  await actorFor(network, notesInterface).add("kept");
  await network.stop();
  const note = path.join(folder, "old", "sheaf.json");
  const { canisterId } = JSON.parse(fs.readFileSync(note, "utf8"));
  fs.writeFileSync(note, JSON.stringify({ canisterId })); // as release 1 of the network wrote it

  network = await startWith("old", "Owned");
  const owned = actorFor(network, ownedInterface);
  assert.deepEqual(await owned.all(), ["kept"]);
  assert.deepEqual((await owned.arguments())[0].claim_hash, [hashOf(network.claimSecret)]);
  await network.stop();
});

test("an unknown kind of registration and a short secret are refused", async () => {
  await assert.rejects(startWith("wrong", "Owned", ["--claim-secret", "short"]), /16 to 128 bytes/);
  await assert.rejects(startWith("wrong", "Owned", ["--registration", "closed"]), /--registration is one of single_owner/);
});
