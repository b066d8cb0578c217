// The public JavaScript agent as another's client of our network and canister: each kind of key, delegations, certified
// reading, and refusals of what is not genuine. Certificates and query signatures are verified throughout.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { CanisterStatus, Certificate, HttpAgent } from "@icp-sdk/core/agent";
import { DelegationChain, DelegationIdentity, ECDSAKeyIdentity, Ed25519KeyIdentity } from "@icp-sdk/core/identity";
import { Secp256k1KeyIdentity } from "@icp-sdk/core/identity/secp256k1";
import { Principal } from "@icp-sdk/core/principal";
import { startNetwork } from "../local/testing.mjs";
import { describe as described, parseInterface } from "./candid.mjs";
import { connect, fresh, newRow, ok } from "./client.mjs";
import { current } from "./releases.mjs";

const { did, file: wasmFile } = await current();
const minute = 60_000;

let network;
let sheaf;
before(async () => {
  network = await startNetwork({ args: ["--throw-away", "--wasm", wasmFile] });
  sheaf = Principal.fromText(network.canisterId);
});
after(() => network?.stop());

const keys = {
  Ed25519: () => Ed25519KeyIdentity.generate(),
  "P-256": () => ECDSAKeyIdentity.generate({ extractable: true }),
  secp256k1: () => Secp256k1KeyIdentity.generate(),
};

function delegate(from, to, { expires = Date.now() + 30 * minute, targets, previous } = {}) {
  return DelegationChain.create(from, to.getPublicKey(), new Date(expires), { targets, previous });
}

async function worksAs(identity, owner = identity) {
  const person = await connect(network, identity);
  assert.equal(person.principal.toText(), owner.getPrincipal().toText());
  const row = newRow({ body: new TextEncoder().encode("text") });
  assert.deepEqual(Object.keys((await person.push([row]))[0]), ["ok"]);
  assert.deepEqual((await person.pullAll()).rows.at(-1).revision, row.revision);
  assert.deepEqual(ok(await person.actor.head_replicated()).proof, (await person.head()).proof);
}

for (const [name, generate] of Object.entries(keys)) {
  test(`a person with a ${name} key`, async () => worksAs(await generate()));

  test(`a ${name} key delegates to a session key, for this canister`, async () => {
    const [owner, session] = [await generate(), Ed25519KeyIdentity.generate()];
    const chain = await delegate(owner, session, { targets: [sheaf] });
    await worksAs(DelegationIdentity.fromDelegation(session, chain), owner);
  });

  test(`a session key of kind ${name} signs for an Ed25519 key`, async () => {
    const [owner, session] = [Ed25519KeyIdentity.generate(), await generate()];
    await worksAs(DelegationIdentity.fromDelegation(session, await delegate(owner, session)), owner);
  });
}

test("a chain of two delegations, kept as JSON in between", async () => {
  const [owner, middle, session] = [await keys["P-256"](), Ed25519KeyIdentity.generate(), keys.secp256k1()];
  const first = await delegate(owner, middle, { targets: [sheaf, Principal.fromText("2vxsx-fae")] });
  const kept = DelegationChain.fromJSON(JSON.stringify(first.toJSON()));
  const chain = await delegate(middle, session, { targets: [sheaf], previous: kept });
  await worksAs(DelegationIdentity.fromDelegation(session, chain), owner);
});

test("a delegation for another canister, one that ended and one of a stranger are refused", async () => {
  const [owner, session, stranger] = Array.from({ length: 3 }, () => Ed25519KeyIdentity.generate());
  const elsewhere = await delegate(owner, session, { targets: [Principal.managementCanister()] });
  const ended = await delegate(owner, session, { expires: Date.now() - minute });
  const stolen = await delegate(owner, stranger);
  for (const [chain, words] of [
    [elsewhere, /not one of the delegation targets/],
    [ended, /delegation has expired/],
    [stolen, /[Ii]nvalid signature/],
  ]) {
    const person = await connect(network, DelegationIdentity.fromDelegation(session, chain), { retryTimes: 0 });
    await assert.rejects(person.actor.head(), words);
    await assert.rejects(person.push([newRow()]), words);
  }
});

test("certified reading: the code's hash, its controllers and its interface", async () => {
  const { agent } = await connect(network);
  const status = await CanisterStatus.request({
    agent,
    canisterId: sheaf,
    paths: ["time", "controllers", "module_hash", "candid", { kind: "metadata", key: "candid:args", path: "candid:args", decodeStrategy: "utf-8" }],
  });
  assert.ok(Math.abs(status.get("time") - Date.now()) < minute);
  assert.deepEqual(status.get("controllers").map((id) => id.toText()), ["2vxsx-fae"]);
  assert.match(status.get("module_hash"), /^[0-9a-f]{64}$/);
  const { service, init } = parseInterface(did);
  assert.deepEqual(described(parseInterface(status.get("candid"))), described({ service, init: [] }));
  const args = parseInterface(`service : ${status.get("candid:args")} -> {}`).init;
  assert.deepEqual(described({ service, init: args }), described({ service, init }));
});

test("an answer's certificate is about this canister and this network", async () => {
  const { agent } = await connect(network);
  const path = [new TextEncoder().encode("time")];
  const { certificate } = await agent.readState(sheaf, { paths: [path] });
  const rootKey = new Uint8Array(network.rootKey);
  const read = (principal, key) => Certificate.create({ certificate, rootKey: key, principal, agent });
  assert.ok(await read({ canisterId: sheaf }, rootKey));
  await assert.rejects(read({ canisterId: Principal.fromText("aaaaa-aa") }, rootKey));
  const other = rootKey.slice();
  other[100] ^= 1;
  await assert.rejects(read({ canisterId: sheaf }, other));
});

test("a client of another network's key believes nothing", async () => {
  const rootKey = new Uint8Array(network.rootKey);
  const elsewhere = await startNetwork({ args: ["--throw-away", "--no-canister"] });
  const person = await connect({ ...network, rootKey: elsewhere.rootKey }, Ed25519KeyIdentity.generate(), { retryTimes: 0 });
  await elsewhere.stop();
  assert.notDeepEqual(rootKey, new Uint8Array(elsewhere.rootKey));
  await assert.rejects(person.pull(fresh));
  await assert.rejects(person.push([newRow()]));
  const own = await HttpAgent.create({ host: network.url, shouldFetchRootKey: true });
  assert.deepEqual(new Uint8Array(own.rootKey), rootKey);
});
