// The compiled canister is the one that sheaf.did promises, to clients and to itself after an upgrade.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { canisterFolder, compile } from "../moc.mjs";
import { describe, parseInterface } from "./candid.mjs";

const built = await compile({ main: "src/main.mo", mode: "ic" });
const compiled = await readFile(path.join(built.folder, "program.did"), "utf8");
const agreed = await readFile(path.join(canisterFolder, "sheaf.did"), "utf8");
const module = new WebAssembly.Module(await readFile(path.join(built.folder, "program.wasm")));

test("the compiled interface equals sheaf.did", () => {
  assert.deepEqual(describe(parseInterface(compiled)), describe(parseInterface(agreed)));
});

test("a difference would be noticed", () => {
  const broken = agreed.replace("deleted : bool", "deleted : opt bool");
  assert.notDeepEqual(describe(parseInterface(broken)), describe(parseInterface(agreed)));
  const update = agreed.replace("head : () -> (HeadResult) query", "head : () -> (HeadResult)");
  assert.notDeepEqual(describe(parseInterface(update)), describe(parseInterface(agreed)));
});

test("everybody may read the interface from the canister", () => {
  const section = (name) => new TextDecoder().decode(WebAssembly.Module.customSections(module, `icp:public ${name}`)[0]);
  const { service, init } = parseInterface(agreed);
  assert.deepEqual(describe(parseInterface(section("candid:service"))), describe({ service, init: [] }));
  const args = parseInterface(`service : ${section("candid:args")} -> {}`).init;
  assert.deepEqual(describe({ service, init: args }), describe({ service, init }));
});

test("upgrades keep the heap instead of copying it", () => {
  assert.equal(WebAssembly.Module.customSections(module, "icp:private enhanced-orthogonal-persistence").length, 1);
});
