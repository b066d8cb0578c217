// One run of the Motoko compiler: `node compile.mjs MAIN ic|wasi OUT SOURCE...`, started by moc.mjs.
// Writes OUT/program.wasm (and .did, .most for a canister). Warnings count as errors.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const motoko = require("motoko").default;
const core = require("motoko/packages/latest/core.json");

const [main, mode, out, ...sources] = process.argv.slice(2);
motoko.loadPackage(core);
motoko.setPublicMetadata(["candid:service", "candid:args"]);
for (const file of sources) motoko.write(file, readFileSync(file, "utf8"));

const problems = motoko.check(main);
if (problems.length > 0) {
  for (const { source, range, code, message } of problems) {
    console.error(`${source}:${range.start.line + 1}:${range.start.character + 1}: ${code} ${message}`);
  }
  process.exit(1);
}

try {
  const { wasm, candid, stable } = motoko.wasm(main, mode);
  writeFileSync(path.join(out, "program.wasm"), wasm);
  if (mode === "ic") {
    writeFileSync(path.join(out, "program.did"), candid);
    writeFileSync(path.join(out, "program.most"), stable);
  }
} catch (error) {
  // Without this, Node would print the line that threw: the whole compiler.
  console.error(error.message);
  process.exit(1);
}
