// The certified head, verified without any code of this project: certificate, root hash and what is there by @icp-sdk/core.
// What is absent is looked up here, after the interface specification: the library takes a label for greater if any of its
// bytes is.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Cbor, Certificate, LookupPathStatus, lookup_path, reconstruct } from "@icp-sdk/core/agent";
import { Principal } from "@icp-sdk/core/principal";
import { startNetwork } from "../local/testing.mjs";
import { compile } from "../moc.mjs";
import { connect, edited, management, newRow, ok } from "./client.mjs";

const { folder } = await compile({ main: "src/main.mo", mode: "ic" });
const wasmFile = path.join(folder, "program.wasm");

let network;
before(async () => {
  network = await startNetwork({ args: ["--throw-away", "--wasm", wasmFile] });
});
after(() => network?.stop());

/// The verified tree that `head_certified` shows to `person`, and the head beside it.
async function certified(person) {
  const { certificate, witness, head } = ok(await person.actor.head_certified());
  const canisterId = Principal.fromText(network.canisterId);
  const verified = await Certificate.create({
    certificate,
    rootKey: new Uint8Array(network.rootKey),
    principal: { canisterId },
  });
  const path = ["canister", canisterId.toUint8Array(), "certified_data"];
  const { status, value } = verified.lookup_path(path);
  assert.equal(status, LookupPathStatus.Found);
  const tree = Cbor.decode(witness);
  assert.deepEqual(Buffer.from(await reconstruct(tree)), Buffer.from(value));
  return { tree, head, witness };
}

async function labelOf(person) {
  const user = await person.agent.getPrincipal();
  return new Uint8Array(createHash("sha256").update(user.toUint8Array()).digest());
}

async function lookup(tree, person) {
  return lookup_path(["heads", await labelOf(person)], tree);
}

/// The label at the end of the path "heads", SHA-256 of `person`: "found", "absent" or "unknown".
async function answer(tree, person) {
  const [form, name, subtree] = tree;
  assert.deepEqual([Number(form), Buffer.from(name).toString()], [2, "heads"]);
  const wanted = Buffer.from(await labelOf(person));
  const nodes = flat(subtree);
  if (nodes.some(({ label }) => label?.equals(wanted))) return "found";
  const before = (node) => !node || (node.label && Buffer.compare(node.label, wanted) < 0);
  const after = (node) => !node || (node.label && Buffer.compare(node.label, wanted) > 0);
  // Between two neighbours, or beyond an end that is shown.
  const gaps = Array.from({ length: nodes.length + 1 }, (_, i) => [nodes[i - 1], nodes[i]]);
  return gaps.some(([left, right]) => before(left) && after(right)) ? "absent" : "unknown";
}

function flat(tree) {
  const form = Number(tree[0]);
  if (form === 1) return [...flat(tree[1]), ...flat(tree[2])];
  if (form === 0) return [];
  return [form === 2 ? { label: Buffer.from(tree[1]) } : {}];
}

function leafOf({ epoch, proof, gc }) {
  const leaf = Buffer.alloc(32);
  leaf.writeBigUInt64BE(epoch, 0);
  leaf.writeBigUInt64BE(proof.position, 8);
  Buffer.from(proof.token).copy(leaf, 16);
  leaf.writeBigUInt64BE(gc, 24);
  return leaf;
}

async function provesHead(person) {
  const { tree, head } = await certified(person);
  const { status, value } = await lookup(tree, person);
  assert.equal(status, LookupPathStatus.Found);
  assert.deepEqual(Buffer.from(value), leafOf(head));
  return head;
}

async function provesAbsence(person) {
  const { tree, head, witness } = await certified(person);
  assert.equal(await answer(tree, person), "absent");
  assert.deepEqual([head.proof.position, head.rows, head.gc], [0n, 0n, 0n]);
  return witness;
}

test("an empty canister proves that a stranger has no head", async () => {
  await provesAbsence(await connect(network));
});

test("the head of each of many is proved after each change, and to nobody else", async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => connect(network)));
  const stranger = await connect(network);
  for (const person of people) {
    const row = newRow();
    await person.push([row]);
    assert.equal((await provesHead(person)).proof.position, 1n);
    await person.push([edited(row)]);
    assert.equal((await provesHead(person)).proof.position, 2n);
    const witness = await provesAbsence(stranger);
    assert.equal(Buffer.from(witness).includes(Buffer.from((await person.agent.getPrincipal()).toUint8Array())), false);
  }
  for (const person of people) {
    assert.deepEqual((await provesHead(person)).proof, (await person.head()).proof);
    const { tree } = await certified(person);
    for (const other of people) {
      if (other === person) continue;
      assert.equal(await answer(tree, other), "unknown");
    }
  }
});

test("a head is proved after an upgrade, before anything changed", async () => {
  const alice = await connect(network);
  await alice.push([newRow()]);
  await (await management(network)).upgrade(new Uint8Array(await readFile(wasmFile)));
  await provesHead(alice);
  await provesAbsence(await connect(network));
});

test("as an update call, which has no proof to give, it is refused unread", async () => {
  const alice = await connect(network);
  await alice.push([newRow()]);
  await assert.rejects(alice.replicated.head_certified(), /inspect_message/);
});
