// The management canister `aaaaa-aa`: creating, installing, settings, life cycle, snapshots.

import fs from "node:fs";
import { Principal } from "@icp-sdk/core/principal";
import { principalText } from "./bytes.mjs";
import { Installer } from "./installer.mjs";
import { METHODS, decodeArguments, encodeResults } from "./managementtypes.mjs";
import { Refusal } from "./refusal.mjs";
import { reject, reply } from "./rejects.mjs";
import { Snapshots } from "./snapshots.mjs";

const ONLY_CANISTERS = new Set(["raw_rand", "deposit_cycles"]);
const ANYONE = new Set([
  "create_canister",
  "provisional_create_canister_with_cycles",
  "provisional_top_up_canister",
  "raw_rand",
  "deposit_cycles",
]);

/// What `canister_status` says of settings that mean nothing here.
const UNUSED_SETTINGS = {
  compute_allocation: 0n,
  memory_allocation: 0n,
  reserved_cycles_limit: 0n,
  wasm_memory_limit: 0n,
  wasm_memory_threshold: 0n,
  minimum_incoming_canister_call_cycles: 0n,
  log_memory_limit: 0n,
  environment_variables: [],
  log_visibility: { controllers: null },
  snapshot_visibility: { controllers: null },
  status_visibility: { controllers: null },
};

const QUERIES = new Set(["canister_status", "fetch_canister_logs"]);

function bytesOf(principal) {
  return Buffer.from(principal.toUint8Array());
}

export class Management {
  constructor(network) {
    this.network = network;
    this.installer = new Installer(network);
    this.snapshots = new Snapshots(network);
  }

  /// Runs a method for `caller`; resolves to a response, never rejects for the caller's mistakes.
  async call({ method, arg, caller }) {
    if (!(method in METHODS)) {
      return reject(3, "IC0302", `Management canister has no method '${method}' on the local network`);
    }
    try {
      const [request] = this.decode(method, arg);
      if (ONLY_CANISTERS.has(method) && !this.network.find(caller)) {
        throw new Refusal(4, "IC0406", `Only canisters can call ic00 method ${method}`);
      }
      const canister = ANYONE.has(method) ? undefined : this.controlled(targetOf(request), caller);
      const results = await this[method](request, canister, caller);
      return reply(encodeResults(method, results));
    } catch (error) {
      if (error instanceof Refusal) return error.response;
      throw error;
    }
  }

  /// As `call`, for the methods that may be queried.
  async query(request) {
    if (QUERIES.has(request.method)) return this.call(request);
    return reject(5, "IC0536", `Query method ${request.method} not found.`);
  }

  decode(method, arg) {
    try {
      return decodeArguments(method, arg);
    } catch (error) {
      throw new Refusal(5, "IC0503", `Error decoding candid: ${error.message}`);
    }
  }

  /// The canister that a request is about. `caller` undefined: the network itself asks.
  controlled(principal, caller) {
    const id = bytesOf(principal);
    const canister = this.network.find(id);
    if (!canister) throw new Refusal(3, "IC0301", `Canister ${principalText(id)} not found.`);
    if (caller && !canister.isController(caller) && !id.equals(caller)) {
      throw new Refusal(
        5,
        "IC0512",
        `Only the controllers of the canister ${canister.text} can control it.\n` +
          `Canister's controllers: ${canister.settings.controllers.map(principalText).join(" ")}\nSender's ID: ${principalText(caller)}`,
      );
    }
    return canister;
  }

  // Creating and settings.

  async create_canister({ settings }, _, caller) {
    const id = await this.create(this.network.freeId(), controllersOf(settings) ?? [caller]);
    return [{ canister_id: Principal.fromUint8Array(id) }];
  }

  async provisional_create_canister_with_cycles({ settings, specified_id: [wanted] }, _, caller) {
    const id = wanted ? bytesOf(wanted) : this.network.freeId();
    if (this.network.find(id)) throw new Refusal(5, "IC0500", `Canister ${principalText(id)} is already installed.`);
    if (!this.network.authority.ownsCanister(id)) {
      throw new Refusal(5, "IC0502", `The specified_id ${principalText(id)} is not hosted by this subnet.`);
    }
    await this.create(id, controllersOf(settings) ?? [caller]);
    return [{ canister_id: Principal.fromUint8Array(id) }];
  }

  /// Makes an empty canister; returns its id.
  async create(id, controllers) {
    const canister = await this.network.add(id);
    canister.settings.controllers = controllers;
    canister.settings.created = this.network.now();
    await canister.saveSettings();
    return id;
  }

  async provisional_top_up_canister({ canister_id: id, amount }) {
    await this.controlled(id).accounts({ add: amount });
    return [];
  }

  async deposit_cycles() {
    return [];
  }

  async update_settings({ settings }, canister) {
    const controllers = controllersOf([settings]);
    if (controllers) canister.settings.controllers = controllers;
    const [freezing] = settings.freezing_threshold;
    if (freezing !== undefined) canister.settings.freezingSeconds = Number(freezing);
    canister.settings.version += 1;
    await canister.saveSettings();
    return [];
  }

  async delete_canister(request, canister) {
    if (canister.settings.status !== "stopped") {
      throw new Refusal(5, "IC0510", `Canister ${canister.text} must be stopped before it is deleted.`);
    }
    this.network.canisters.delete(canister.id.toString("hex"));
    await canister.close();
    fs.rmSync(canister.folder, { recursive: true });
    return [];
  }

  // Code.

  async install_code({ mode, wasm_module: wasm, arg }, canister, caller) {
    await this.installer.install(canister, mode, Buffer.from(wasm), Buffer.from(arg), caller);
    return [];
  }

  async install_chunked_code(
    { mode, store_canister: [store], chunk_hashes_list: hashes, wasm_module_hash: hash, arg },
    canister,
    caller,
  ) {
    const from = store ? this.controlled(store, caller) : canister;
    const list = hashes.map((chunk) => Buffer.from(chunk.hash));
    const wasm = this.installer.assemble(from, list, Buffer.from(hash));
    await this.installer.install(canister, mode, wasm, Buffer.from(arg), caller);
    return [];
  }

  async uninstall_code(request, canister) {
    await canister.run("uninstall", {});
    canister.settings.version += 1;
    await canister.saveSettings();
    await canister.refresh();
    return [];
  }

  async upload_chunk({ chunk }, canister) {
    return [{ hash: this.installer.keepChunk(canister, Buffer.from(chunk)) }];
  }

  async clear_chunk_store(request, canister) {
    this.installer.storeOf(canister).clear();
    return [];
  }

  async stored_chunks(request, canister) {
    return [[...this.installer.storeOf(canister).keys()].map((hex) => ({ hash: Buffer.from(hex, "hex") }))];
  }

  // Life cycle.

  async start_canister(request, canister) {
    await canister.start();
    return [];
  }

  async stop_canister(request, canister) {
    await canister.stop();
    return [];
  }

  async canister_status(request, canister) {
    const size = await canister.accounts();
    const { settings } = canister;
    return [
      {
        status: { [settings.status]: null },
        ready_for_migration: false,
        version: BigInt(settings.version),
        settings: {
          ...UNUSED_SETTINGS,
          freezing_threshold: BigInt(settings.freezingSeconds),
          controllers: settings.controllers.map((bytes) => Principal.fromUint8Array(bytes)),
        },
        module_hash: canister.moduleHash ? [canister.moduleHash] : [],
        memory_size: BigInt(size.heapBytes + size.stableBytes + size.globalBytes + size.wasmBytes),
        memory_metrics: {
          wasm_memory_size: BigInt(size.heapBytes),
          stable_memory_size: BigInt(size.stableBytes),
          global_memory_size: BigInt(size.globalBytes),
          wasm_binary_size: BigInt(size.wasmBytes),
          custom_sections_size: 0n,
          canister_history_size: 0n,
          wasm_chunk_store_size: 0n,
          snapshots_size: 0n,
          log_memory_store_size: 0n,
        },
        cycles: size.balance,
        reserved_cycles: 0n,
        idle_cycles_burned_per_day: size.burnedPerDay,
        query_stats: {
          num_calls_total: 0n,
          num_instructions_total: 0n,
          request_payload_bytes_total: 0n,
          response_payload_bytes_total: 0n,
        },
      },
    ];
  }

  // Snapshots.

  async take_canister_snapshot({ replace_snapshot: [replaced] }, canister) {
    const snapshot = await this.snapshots.take(canister);
    if (replaced) await this.snapshots.remove(canister, Buffer.from(replaced));
    return [snapshotRecord(snapshot)];
  }

  async load_canister_snapshot({ snapshot_id: id }, canister) {
    await this.snapshots.load(canister, Buffer.from(id));
    return [];
  }

  async list_canister_snapshots(request, canister) {
    return [canister.snapshots.map(snapshotRecord)];
  }

  async delete_canister_snapshot({ snapshot_id: id }, canister) {
    await this.snapshots.remove(canister, Buffer.from(id));
    return [];
  }

  async fetch_canister_logs(request, canister) {
    const records = canister.logs.map(({ index, time, text }) => ({
      idx: BigInt(index),
      timestamp_nanos: time,
      content: Buffer.from(text),
    }));
    return [{ canister_log_records: records }];
  }

  async raw_rand() {
    return [this.network.randomBytes(32)];
  }
}

function targetOf(request) {
  return request.canister_id ?? request.target_canister;
}

function controllersOf([settings]) {
  return settings?.controllers[0]?.map(bytesOf);
}

function snapshotRecord({ id, taken, size }) {
  return { id, taken_at_timestamp: taken, total_size: BigInt(size) };
}
