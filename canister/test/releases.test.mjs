// Every released canister can be upgraded to the present one: its memory is understood, and its clients are.

import { test } from "node:test";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { IDL } from "@icp-sdk/core/candid";
import { parseService } from "./candid.mjs";
import { current, releases } from "./releases.mjs";

const { compiler, write } = createRequire(import.meta.url)("motoko").default;
const now = await current();

/// Cases that answers gained since the first release. A client that does not know them reports an answer that it cannot
/// read, and changes nothing; it meets them only where its user is not a member or sends what the client cannot send.
const newCases = { Error: ["not_member", "suspended"], RowResult: ["missing_chunks"] };

function memoryProblems(from, to) {
  write("from.most", from);
  write("to.most", to);
  return compiler.stableCompatible("from.most", "to.most").diagnostics.map(({ message }) => message);
}

function understandsClientsOf(newer, older) {
  return IDL.subtype(parseService(withoutNewCases(newer)), parseService(older));
}

function withoutNewCases(did) {
  const plain = did.replace(/\/\/.*$/gm, "");
  return Object.entries(newCases).reduce((text, [type, cases]) => {
    const start = text.indexOf(`type ${type} = variant {`);
    const end = text.indexOf("\n};", start);
    const block = text.slice(start, end).replace(new RegExp(`\\b(${cases.join("|")})\\b[^;{]*;`, "g"), "");
    return text.slice(0, start) + block + text.slice(end);
  }, plain);
}

for (const { number, most, did } of await releases()) {
  test(`the memory of release ${number} is one that the present canister can take over`, () => {
    assert.deepEqual(memoryProblems(most, now.most), []);
  });

  test(`clients of release ${number} understand the present canister`, () => {
    assert.ok(understandsClientsOf(now.did, did));
  });

  test(`what release ${number} would not survive is noticed`, () => {
    assert.match(memoryProblems(most, now.most.replaceAll("epoch : Nat64", "epoch : Text")).join(), /epoch/);
    assert.equal(understandsClientsOf(now.did.replace("push : (PushArgs)", "push : (text)"), did), false);
    assert.equal(understandsClientsOf(now.did.replace("  get : ", "  fetch : "), did), false);
    assert.equal(understandsClientsOf(now.did.replace("ahead; fork", "ahead; fork; moved"), did), false);
    assert.equal(understandsClientsOf(now.did.replace("left_out : vec text; ", ""), did), false);
  });
}
