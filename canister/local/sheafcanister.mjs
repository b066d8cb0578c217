// Installs the Sheaf canister on a network, or upgrades it when its code changed.

import fs from "node:fs";
import path from "node:path";
import { IDL } from "@icp-sdk/core/candid";
import { principalText, sha256 } from "./bytes.mjs";
import { NO_CHANGE, installArguments, newClaimSecret } from "./installarguments.mjs";
import { StartError } from "./starterror.mjs";
import { readMetadata } from "./wasmreader.mjs";

const ANONYMOUS = Buffer.of(4);
const ABOUT = IDL.Record({ claimed: IDL.Bool });

/// What is kept beside the canisters: which of them is ours, and the secret that it was installed with.
class Note {
  constructor(folder) {
    this.file = path.join(folder, "sheaf.json");
    const saved = fs.existsSync(this.file) ? JSON.parse(fs.readFileSync(this.file, "utf8")) : {};
    this.id = saved.canisterId && Buffer.from(saved.canisterId, "hex");
    this.claimSecret = saved.claimSecret;
  }

  save() {
    const saved = { canisterId: this.id.toString("hex"), claimSecret: this.claimSecret };
    fs.writeFileSync(`${this.file}.new`, JSON.stringify(saved), { mode: 0o600 });
    fs.renameSync(`${this.file}.new`, this.file);
  }
}

/// `options`: folder, wasm, initArg, controllers, registration, claimSecret (options.mjs).
/// Resolves to {canisterId, claimSecret}: the secret only if it can still be used.
/// Throws StartError if the code cannot be installed.
export async function deploySheaf(network, options) {
  const wasm = readWasm(options.wasm);
  const note = new Note(options.folder);
  const canister = await prepare(network, note, options.controllers);
  if (!canister.moduleHash?.equals(sha256(wasm))) {
    if (!options.initArg) note.claimSecret ??= options.claimSecret ?? newClaimSecret();
    note.save();
    await install(network, canister, wasm, await argumentFor(network, canister, note, options), options.wasm);
  }
  if (options.claimSecret !== undefined && options.claimSecret !== note.claimSecret) {
    throw new StartError(`--claim-secret: the canister in ${options.folder} was not installed with this secret.`);
  }
  const claimed = await isClaimed(network, canister);
  return { canisterId: principalText(canister.id), claimSecret: claimed === false ? note.claimSecret : undefined };
}

function readWasm(file) {
  try {
    return fs.readFileSync(file);
  } catch {
    throw new StartError(`There is no canister at ${file}. Build it with: npm run build`);
  }
}

async function prepare(network, note, controllers) {
  const all = [ANONYMOUS, ...controllers];
  const known = note.id && network.find(note.id);
  if (!known) {
    note.id = await network.management.create(network.freeId(), all);
    note.claimSecret = undefined;
    note.save();
    return network.find(note.id);
  }
  if (controllers.length > 0) {
    known.settings.controllers = all;
    await known.saveSettings();
  }
  return known;
}

/// An upgrade says nothing to a canister that has its owner; one of release 1 gets its secret by it.
async function argumentFor(network, canister, { claimSecret }, { initArg, registration }) {
  if (initArg) return initArg;
  if (!canister.moduleHash) return installArguments({ claimSecret, registration: registration ?? "single_owner" });
  return (await isClaimed(network, canister)) ? NO_CHANGE : installArguments({ claimSecret, registration });
}

/// Undefined: the canister knows no owner.
async function isClaimed(network, canister) {
  const arg = Buffer.from(IDL.encode([], []));
  const response = await network.query(canister, { method: "about", arg, caller: ANONYMOUS });
  if (response.status !== "replied") return undefined;
  return IDL.decode([ABOUT], new Uint8Array(response.arg))[0].claimed;
}

async function install(network, canister, wasm, arg, file) {
  const done = canister.moduleHash ? "upgraded" : "installed";
  try {
    await network.management.installer.install(canister, modeFor(canister, wasm), wasm, arg, ANONYMOUS);
  } catch (error) {
    if (!error.response) throw error;
    throw new StartError(`The canister of ${file} could not be ${done}: ${error.message}`);
  }
}

function modeFor(canister, wasm) {
  if (!canister.moduleHash) return { install: null };
  const keep = readMetadata(wasm).has("enhanced-orthogonal-persistence");
  return { upgrade: [{ skip_pre_upgrade: [], wasm_memory_persistence: keep ? [{ keep: null }] : [] }] };
}
