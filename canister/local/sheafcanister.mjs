// Installs the Sheaf canister on a network, or upgrades it when its code changed.

import fs from "node:fs";
import path from "node:path";
import { principalText, sha256 } from "./bytes.mjs";
import { StartError } from "./starterror.mjs";
import { readMetadata } from "./wasmreader.mjs";

const ANONYMOUS = Buffer.of(4);

function readWasm(file) {
  try {
    return fs.readFileSync(file);
  } catch {
    throw new StartError(`There is no canister at ${file}. Build it with: npm run build`);
  }
}

async function existing(network, file) {
  if (!fs.existsSync(file)) return undefined;
  return network.find(Buffer.from(JSON.parse(fs.readFileSync(file, "utf8")).canisterId, "hex"));
}

/// Returns the canister's id as text. Throws StartError if its code cannot be installed.
export async function deploySheaf(network, { folder, wasm: wasmFile, initArg, controllers }) {
  const wasm = readWasm(wasmFile);
  const note = path.join(folder, "sheaf.json");
  let canister = await existing(network, note);
  const all = [ANONYMOUS, ...controllers];
  if (!canister) {
    const id = await network.management.create(network.freeId(), all);
    canister = network.find(id);
    fs.writeFileSync(note, JSON.stringify({ canisterId: id.toString("hex") }));
  } else if (controllers.length > 0) {
    canister.settings.controllers = all;
    await canister.saveSettings();
  }
  if (canister.moduleHash?.equals(sha256(wasm))) return principalText(canister.id);
  try {
    await network.management.installer.install(canister, modeFor(canister, wasm), wasm, initArg, ANONYMOUS);
  } catch (error) {
    if (!error.response) throw error;
    throw new StartError(
      `The canister of ${wasmFile} could not be ${canister.moduleHash ? "upgraded" : "installed"}: ${error.message}`,
    );
  }
  return principalText(canister.id);
}

function modeFor(canister, wasm) {
  if (!canister.moduleHash) return { install: null };
  const keep = readMetadata(wasm).has("enhanced-orthogonal-persistence");
  return { upgrade: [{ skip_pre_upgrade: [], wasm_memory_persistence: keep ? [{ keep: null }] : [] }] };
}
