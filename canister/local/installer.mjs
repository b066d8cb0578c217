// Installs, upgrades and assembles the code of canisters.

import { sha256 } from "./bytes.mjs";
import { Refusal } from "./refusal.mjs";
import { WasmError, readMetadata } from "./wasmreader.mjs";

const KEEPS_HEAP = "enhanced-orthogonal-persistence";
const CHUNK_LIMIT = 2 ** 20;

export class Installer {
  constructor(network) {
    this.network = network;
    this.chunks = new Map(); // canister (hex) -> Map(hash (hex) -> chunk)
  }

  /// Installs code; `mode` is the Candid variant. Throws Refusal, the canister then is as before.
  async install(canister, mode, wasm, arg, caller) {
    const [kind] = Object.keys(mode);
    if (kind === "install" && canister.moduleHash) {
      throw new Refusal(
        5,
        "IC0514",
        `Canister ${canister.text} cannot be installed because the canister is not empty. Try installing with mode='reinstall' instead.`,
      );
    }
    if (kind === "upgrade" && !canister.moduleHash) {
      throw new Refusal(
        5,
        "IC0537",
        `Error from Canister ${canister.text}: Attempted to execute a message, but the canister contains no Wasm module.`,
      );
    }
    const options = kind === "upgrade" ? upgradeOptions(canister, mode.upgrade[0], wasm) : {};
    const result = await canister.run("install", { mode: kind, wasm, arg, caller, ...options });
    if (result.refusal) throw new Refusal(result.refusal.code, result.refusal.errorCode, result.refusal.message);
    canister.settings.installed = this.network.now();
    canister.settings.version += 1;
    await canister.saveSettings();
    await canister.refresh();
  }

  storeOf(canister) {
    const key = canister.id.toString("hex");
    if (!this.chunks.has(key)) this.chunks.set(key, new Map());
    return this.chunks.get(key);
  }

  /// Keeps a chunk of code for `canister`; returns its hash.
  keepChunk(canister, bytes) {
    if (bytes.length > CHUNK_LIMIT) throw badChunk("Wasm chunk size is larger than 1 MiB.");
    const hash = sha256(bytes);
    this.storeOf(canister).set(hash.toString("hex"), bytes);
    return hash;
  }

  /// The code made of the chunks of `canister` with these hashes.
  assemble(canister, hashes, wholeHash) {
    const chunks = this.storeOf(canister);
    const parts = hashes.map((hash) => {
      const chunk = chunks.get(hash.toString("hex"));
      if (!chunk) throw badChunk(`Chunk ${hash.toString("hex")} was not found.`);
      return chunk;
    });
    const wasm = Buffer.concat(parts);
    if (!sha256(wasm).equals(wholeHash)) throw badChunk("Wasm module hash does not match the chunks.");
    return wasm;
  }
}

function badChunk(why) {
  return new Refusal(5, "IC0507", `Error from Wasm chunk store: ${why}`);
}

/// What becomes of the heap in an upgrade: a module with enhanced orthogonal persistence keeps it, and
/// must be told so, lest its data be lost by an installer that does not know.
function upgradeOptions(canister, options, wasm) {
  const skipPreUpgrade = options?.skip_pre_upgrade[0] ?? false;
  const [persistence] = options?.wasm_memory_persistence ?? [];
  const keeps = canister.metadata.some(({ name }) => name === KEEPS_HEAP);
  if (keeps && !persistence) {
    throw new Refusal(
      5,
      "IC0504",
      `Missing upgrade option: Enhanced orthogonal persistence requires the \`wasm_memory_persistence\` upgrade option.`,
    );
  }
  const keepHeap = persistence !== undefined && "keep" in persistence;
  if (keepHeap && !hasMetadata(wasm, KEEPS_HEAP)) {
    throw new Refusal(
      5,
      "IC0504",
      "Invalid upgrade option: The `wasm_memory_persistence: opt Keep` upgrade option requires that the new canister module supports enhanced orthogonal persistence.",
    );
  }
  return { skipPreUpgrade, keepHeap };
}

function hasMetadata(wasm, name) {
  try {
    return readMetadata(wasm).has(name);
  } catch (error) {
    if (error instanceof WasmError) return false;
    throw error;
  }
}
