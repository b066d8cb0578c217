// The compiled canister is the one that sheaf.did promises, to clients and to itself after an upgrade.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { canisterFolder, compile } from "../moc.mjs";
import { describe, parseService } from "./candid.mjs";

const built = await compile({ main: "src/main.mo", mode: "ic" });
const compiled = await readFile(path.join(built.folder, "program.did"), "utf8");
const agreed = await readFile(path.join(canisterFolder, "sheaf.did"), "utf8");
const module = new WebAssembly.Module(await readFile(path.join(built.folder, "program.wasm")));

test("the compiled interface equals sheaf.did", () => {
  assert.deepEqual(describe(parseService(compiled)), describe(parseService(agreed)));
});

test("a difference would be noticed", () => {
  const broken = agreed.replace("deleted : bool", "deleted : opt bool");
  assert.notDeepEqual(describe(parseService(broken)), describe(parseService(agreed)));
  const update = agreed.replace("head : () -> (HeadResult) query", "head : () -> (HeadResult)");
  assert.notDeepEqual(describe(parseService(update)), describe(parseService(agreed)));
});

test("everybody may read the interface from the canister", () => {
  const [section] = WebAssembly.Module.customSections(module, "icp:public candid:service");
  assert.deepEqual(describe(parseService(new TextDecoder().decode(section))), describe(parseService(agreed)));
});

test("upgrades keep the heap instead of copying it", () => {
  assert.equal(WebAssembly.Module.customSections(module, "icp:private enhanced-orthogonal-persistence").length, 1);
});
