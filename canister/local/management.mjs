/// The management canister `aaaaa-aa`: creating, installing, settings, life cycle, snapshots.
import fs from 'node:fs';
import { Principal } from '@icp-sdk/core/principal';
import { principalText, sha256 } from './bytes.mjs';
import { METHODS, decodeArguments, encodeResults } from './managementtypes.mjs';
import { reject, reply } from './rejects.mjs';
import { WasmError, readMetadata } from './wasmreader.mjs';

const KEEPS_HEAP = 'enhanced-orthogonal-persistence';
const CYCLES = 10n ** 18n;
const ONLY_CANISTERS = new Set(['raw_rand', 'deposit_cycles']);
const ANYONE = new Set(['create_canister', 'provisional_create_canister_with_cycles', 'provisional_top_up_canister', 'raw_rand', 'deposit_cycles']);

/// What `canister_status` says of settings that mean nothing here.
const UNUSED_SETTINGS = {
  compute_allocation: 0n, memory_allocation: 0n, reserved_cycles_limit: 0n, wasm_memory_limit: 0n, wasm_memory_threshold: 0n,
  minimum_incoming_canister_call_cycles: 0n, log_memory_limit: 0n, freezing_threshold: 2_592_000n, environment_variables: [],
  log_visibility: { controllers: null }, snapshot_visibility: { controllers: null }, status_visibility: { controllers: null },
};

const QUERIES = new Set(['canister_status', 'fetch_canister_logs']);

class Refusal extends Error {
  constructor(code, errorCode, message) {
    super(message);
    this.response = reject(code, errorCode, message);
  }
}

function bytesOf(principal) {
  return Buffer.from(principal.toUint8Array());
}

export class Management {
  constructor(network) {
    this.network = network;
    this.chunks = new Map(); // canister (hex) -> Map(hash (hex) -> chunk)
  }

  /// Runs a method for `caller`; resolves to a response, never rejects for the caller's mistakes.
  async call({ method, arg, caller }) {
    if (!(method in METHODS)) {
      return reject(3, 'IC0302', `Management canister has no method '${method}' on the local network`);
    }
    try {
      const [request] = this.decode(method, arg);
      if (ONLY_CANISTERS.has(method) && !this.network.find(caller)) {
        throw new Refusal(4, 'IC0406', `Only canisters can call ic00 method ${method}`);
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
    return reject(5, 'IC0536', `Query method ${request.method} not found.`);
  }

  decode(method, arg) {
    try {
      return decodeArguments(method, arg);
    } catch (error) {
      throw new Refusal(5, 'IC0503', `Error decoding candid: ${error.message}`);
    }
  }

  /// The canister that a request is about. `caller` undefined: the network itself asks.
  controlled(principal, caller) {
    const id = bytesOf(principal);
    const canister = this.network.find(id);
    if (!canister) throw new Refusal(3, 'IC0301', `Canister ${principalText(id)} not found.`);
    if (caller && !canister.isController(caller) && !id.equals(caller)) {
      throw new Refusal(5, 'IC0512', `Only the controllers of the canister ${canister.text} can control it.\n`
        + `Canister's controllers: ${canister.settings.controllers.map(principalText).join(' ')}\nSender's ID: ${principalText(caller)}`);
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
    if (this.network.find(id)) throw new Refusal(5, 'IC0500', `Canister ${principalText(id)} is already installed.`);
    if (!this.network.authority.ownsCanister(id)) throw new Refusal(5, 'IC0502', `The specified_id ${principalText(id)} is not hosted by this subnet.`);
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

  async provisional_top_up_canister() {
    return [];
  }

  async deposit_cycles() {
    return [];
  }

  async update_settings({ settings }, canister) {
    const controllers = controllersOf([settings]);
    if (controllers) canister.settings.controllers = controllers;
    canister.settings.version += 1;
    await canister.saveSettings();
    return [];
  }

  async delete_canister(request, canister) {
    if (canister.settings.status !== 'stopped') {
      throw new Refusal(5, 'IC0510', `Canister ${canister.text} must be stopped before it is deleted.`);
    }
    this.network.canisters.delete(canister.id.toString('hex'));
    await canister.close();
    fs.rmSync(canister.folder, { recursive: true });
    return [];
  }

  // Code.

  async install_code({ mode, wasm_module: wasm, arg }, canister, caller) {
    await this.install(canister, mode, Buffer.from(wasm), Buffer.from(arg), caller);
    return [];
  }

  async install_chunked_code({ mode, store_canister: [store], chunk_hashes_list: hashes, wasm_module_hash: hash, arg }, canister, caller) {
    const from = store ? this.controlled(store, caller) : canister;
    const chunks = this.storeOf(from);
    const parts = hashes.map(({ hash: part }) => {
      const chunk = chunks.get(Buffer.from(part).toString('hex'));
      if (!chunk) throw new Refusal(5, 'IC0507', `Error from Wasm chunk store: Chunk ${Buffer.from(part).toString('hex')} was not found.`);
      return chunk;
    });
    const wasm = Buffer.concat(parts);
    if (!sha256(wasm).equals(Buffer.from(hash))) {
      throw new Refusal(5, 'IC0507', 'Error from Wasm chunk store: Wasm module hash does not match the chunks.');
    }
    await this.install(canister, mode, wasm, Buffer.from(arg), caller);
    return [];
  }

  /// Installs code; `mode` is the Candid variant. Throws Refusal, the canister then is as before.
  async install(canister, mode, wasm, arg, caller) {
    const [kind] = Object.keys(mode);
    if (kind === 'install' && canister.moduleHash) {
      throw new Refusal(5, 'IC0514', `Canister ${canister.text} cannot be installed because the canister is not empty. Try installing with mode='reinstall' instead.`);
    }
    if (kind === 'upgrade' && !canister.moduleHash) {
      throw new Refusal(5, 'IC0537', `Error from Canister ${canister.text}: Attempted to execute a message, but the canister contains no Wasm module.`);
    }
    const options = kind === 'upgrade' ? upgradeOptions(canister, mode.upgrade[0], wasm) : {};
    const result = await canister.run('install', { mode: kind, wasm, arg, caller, ...options });
    if (result.refusal) throw new Refusal(result.refusal.code, result.refusal.errorCode, result.refusal.message);
    canister.settings.installed = this.network.now();
    canister.settings.version += 1;
    await canister.saveSettings();
    await canister.refresh();
  }

  async uninstall_code(request, canister) {
    await canister.run('uninstall', {});
    canister.settings.version += 1;
    await canister.saveSettings();
    await canister.refresh();
    return [];
  }

  storeOf(canister) {
    const key = canister.id.toString('hex');
    if (!this.chunks.has(key)) this.chunks.set(key, new Map());
    return this.chunks.get(key);
  }

  async upload_chunk({ chunk }, canister) {
    const bytes = Buffer.from(chunk);
    if (bytes.length > 2 ** 20) throw new Refusal(5, 'IC0507', 'Error from Wasm chunk store: Wasm chunk size is larger than 1 MiB.');
    const hash = sha256(bytes);
    this.storeOf(canister).set(hash.toString('hex'), bytes);
    return [{ hash }];
  }

  async clear_chunk_store(request, canister) {
    this.storeOf(canister).clear();
    return [];
  }

  async stored_chunks(request, canister) {
    return [[...this.storeOf(canister).keys()].map((hex) => ({ hash: Buffer.from(hex, 'hex') }))];
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
    const size = await canister.host.request('size');
    const { settings } = canister;
    return [{
      status: { [settings.status]: null },
      ready_for_migration: false,
      version: BigInt(settings.version),
      settings: { ...UNUSED_SETTINGS, controllers: settings.controllers.map((bytes) => Principal.fromUint8Array(bytes)) },
      module_hash: canister.moduleHash ? [canister.moduleHash] : [],
      memory_size: BigInt(size.heapBytes + size.stableBytes + size.globalBytes + size.wasmBytes),
      memory_metrics: {
        wasm_memory_size: BigInt(size.heapBytes), stable_memory_size: BigInt(size.stableBytes),
        global_memory_size: BigInt(size.globalBytes), wasm_binary_size: BigInt(size.wasmBytes), custom_sections_size: 0n,
        canister_history_size: 0n, wasm_chunk_store_size: 0n, snapshots_size: 0n, log_memory_store_size: 0n,
      },
      cycles: CYCLES,
      reserved_cycles: 0n,
      idle_cycles_burned_per_day: 0n,
      query_stats: { num_calls_total: 0n, num_instructions_total: 0n, request_payload_bytes_total: 0n, response_payload_bytes_total: 0n },
    }];
  }

  // Snapshots.

  async take_canister_snapshot({ replace_snapshot: [replaced] }, canister) {
    const snapshot = await this.takeSnapshot(canister);
    if (replaced) await this.removeSnapshot(canister, Buffer.from(replaced));
    return [snapshotRecord(snapshot)];
  }

  /// Keeps code and state; returns {id, taken, size}.
  async takeSnapshot(canister) {
    const id = Buffer.concat([this.network.randomBytes(8), canister.id]);
    const { size } = await canister.host.request('saveSnapshot', { path: canister.snapshotFile(id) });
    const snapshot = { id, taken: this.network.now(), size };
    canister.snapshots.push(snapshot);
    await canister.saveSettings();
    return snapshot;
  }

  async load_canister_snapshot({ snapshot_id: id }, canister) {
    await this.loadSnapshot(canister, Buffer.from(id));
    return [];
  }

  /// Code and state become those of the snapshot; open calls are forgotten.
  async loadSnapshot(canister, id) {
    this.snapshotOf(canister, id);
    await canister.learn(await canister.host.request('loadSnapshot', { path: canister.snapshotFile(id), time: this.network.now() }));
    canister.settings.version += 1;
    await canister.saveSettings();
  }

  snapshotOf(canister, id) {
    const snapshot = canister.snapshots.find((known) => known.id.equals(id));
    if (!snapshot) throw new Refusal(5, 'IC0516', `Could not find the snapshot ID ${id.toString('hex')} for canister ${canister.text}`);
    return snapshot;
  }

  async list_canister_snapshots(request, canister) {
    return [canister.snapshots.map(snapshotRecord)];
  }

  async delete_canister_snapshot({ snapshot_id: id }, canister) {
    await this.removeSnapshot(canister, Buffer.from(id));
    return [];
  }

  async removeSnapshot(canister, id) {
    const snapshot = this.snapshotOf(canister, id);
    canister.snapshots = canister.snapshots.filter((known) => known !== snapshot);
    for (const suffix of ['log', 'wasm']) fs.rmSync(`${canister.snapshotFile(id)}.${suffix}`, { force: true });
    await canister.saveSettings();
  }

  async fetch_canister_logs(request, canister) {
    const records = canister.logs.map(({ index, time, text }) => ({ idx: BigInt(index), timestamp_nanos: time, content: Buffer.from(text) }));
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

/// What becomes of the heap in an upgrade: a module with enhanced orthogonal persistence keeps it, and
/// must be told so, lest its data be lost by an installer that does not know.
function upgradeOptions(canister, options, wasm) {
  const skipPreUpgrade = options?.skip_pre_upgrade[0] ?? false;
  const [persistence] = options?.wasm_memory_persistence ?? [];
  const keeps = canister.metadata.some(({ name }) => name === KEEPS_HEAP);
  if (keeps && !persistence) {
    throw new Refusal(5, 'IC0504', `Missing upgrade option: Enhanced orthogonal persistence requires the \`wasm_memory_persistence\` upgrade option.`);
  }
  const keepHeap = persistence !== undefined && 'keep' in persistence;
  if (keepHeap && !hasMetadata(wasm, KEEPS_HEAP)) {
    throw new Refusal(5, 'IC0504', 'Invalid upgrade option: The `wasm_memory_persistence: opt Keep` upgrade option requires that the new canister module supports enhanced orthogonal persistence.');
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
