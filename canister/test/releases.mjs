// The canisters that were released, and the one that the sources make now.

import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { canisterFolder, compile } from "../moc.mjs";

const folder = path.join(canisterFolder, "releases");

/// Every release, oldest first: { number, wasm (bytes), most, did (texts) }.
export async function releases() {
  const numbers = (await readdir(folder)).filter((name) => /^[0-9]+$/.test(name)).map(Number);
  return Promise.all(numbers.toSorted((a, b) => a - b).map(release));
}

async function release(number) {
  const file = (name) => path.join(folder, String(number), name);
  const [zipped, most, did] = await Promise.all([
    readFile(file("sheaf.wasm.gz")),
    readFile(file("sheaf.most"), "utf8"),
    readFile(file("sheaf.did"), "utf8"),
  ]);
  return { number, wasm: new Uint8Array(gunzipSync(zipped)), most, did };
}

/// As a release, but compiled now; `file`: the path of its wasm.
export async function current() {
  const built = await compile({ main: "src/main.mo", mode: "ic" });
  const file = path.join(built.folder, "program.wasm");
  const [wasm, most, did] = await Promise.all([
    readFile(file),
    readFile(path.join(built.folder, "program.most"), "utf8"),
    readFile(path.join(canisterFolder, "sheaf.did"), "utf8"),
  ]);
  return { wasm: new Uint8Array(wasm), most, did, file };
}
