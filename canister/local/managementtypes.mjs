// Candid types of the management canister's methods, as far as the local network has them.

import { IDL } from "@icp-sdk/core/candid";

const { Bool, Nat, Nat64, Nat8, Null, Opt, Principal, Record, Text, Variant, Vec } = IDL;
const Blob = Vec(Nat8);

const Settings = Record({
  controllers: Opt(Vec(Principal)),
  compute_allocation: Opt(Nat),
  memory_allocation: Opt(Nat),
  freezing_threshold: Opt(Nat),
  reserved_cycles_limit: Opt(Nat),
  wasm_memory_limit: Opt(Nat),
  wasm_memory_threshold: Opt(Nat),
});

const Visibility = Variant({ controllers: Null, public: Null, allowed_viewers: Vec(Principal) });

const DefiniteSettings = Record({
  controllers: Vec(Principal),
  compute_allocation: Nat,
  memory_allocation: Nat,
  freezing_threshold: Nat,
  reserved_cycles_limit: Nat,
  minimum_incoming_canister_call_cycles: Nat,
  log_memory_limit: Nat,
  log_visibility: Visibility,
  snapshot_visibility: Visibility,
  status_visibility: Visibility,
  wasm_memory_limit: Nat,
  wasm_memory_threshold: Nat,
  environment_variables: Vec(Record({ name: Text, value: Text })),
});

const Mode = Variant({
  install: Null,
  reinstall: Null,
  upgrade: Opt(
    Record({ skip_pre_upgrade: Opt(Bool), wasm_memory_persistence: Opt(Variant({ keep: Null, replace: Null })) }),
  ),
});

const Status = Record({
  status: Variant({ running: Null, stopping: Null, stopped: Null }),
  ready_for_migration: Bool,
  version: Nat64,
  settings: DefiniteSettings,
  module_hash: Opt(Blob),
  memory_size: Nat,
  memory_metrics: Record({
    wasm_memory_size: Nat,
    stable_memory_size: Nat,
    global_memory_size: Nat,
    wasm_binary_size: Nat,
    custom_sections_size: Nat,
    canister_history_size: Nat,
    wasm_chunk_store_size: Nat,
    snapshots_size: Nat,
    log_memory_store_size: Nat,
  }),
  cycles: Nat,
  reserved_cycles: Nat,
  idle_cycles_burned_per_day: Nat,
  query_stats: Record({
    num_calls_total: Nat,
    num_instructions_total: Nat,
    request_payload_bytes_total: Nat,
    response_payload_bytes_total: Nat,
  }),
});

const Id = Record({ canister_id: Principal });
const Chunk = Record({ hash: Blob });
const Snapshot = Record({ id: Blob, taken_at_timestamp: Nat64, total_size: Nat64 });
const LogRecord = Record({ idx: Nat64, timestamp_nanos: Nat64, content: Blob });

/// Method name -> [argument types, result types].
export const METHODS = {
  create_canister: [[Record({ settings: Opt(Settings) })], [Id]],
  provisional_create_canister_with_cycles: [[Record({ settings: Opt(Settings), specified_id: Opt(Principal) })], [Id]],
  provisional_top_up_canister: [[Record({ canister_id: Principal, amount: Nat })], []],
  update_settings: [[Record({ canister_id: Principal, settings: Settings })], []],
  install_code: [[Record({ mode: Mode, canister_id: Principal, wasm_module: Blob, arg: Blob })], []],
  install_chunked_code: [
    [
      Record({
        mode: Mode,
        target_canister: Principal,
        store_canister: Opt(Principal),
        chunk_hashes_list: Vec(Chunk),
        wasm_module_hash: Blob,
        arg: Blob,
      }),
    ],
    [],
  ],
  upload_chunk: [[Record({ canister_id: Principal, chunk: Blob })], [Chunk]],
  clear_chunk_store: [[Id], []],
  stored_chunks: [[Id], [Vec(Chunk)]],
  uninstall_code: [[Id], []],
  start_canister: [[Id], []],
  stop_canister: [[Id], []],
  delete_canister: [[Id], []],
  deposit_cycles: [[Id], []],
  canister_status: [[Id], [Status]],
  take_canister_snapshot: [[Record({ canister_id: Principal, replace_snapshot: Opt(Blob) })], [Snapshot]],
  load_canister_snapshot: [[Record({ canister_id: Principal, snapshot_id: Blob })], []],
  list_canister_snapshots: [[Id], [Vec(Snapshot)]],
  delete_canister_snapshot: [[Record({ canister_id: Principal, snapshot_id: Blob })], []],
  fetch_canister_logs: [[Id], [Record({ canister_log_records: Vec(LogRecord) })]],
  raw_rand: [[], [Blob]],
};

export function decodeArguments(method, bytes) {
  return IDL.decode(METHODS[method][0], new Uint8Array(bytes));
}

export function encodeResults(method, results) {
  return Buffer.from(IDL.encode(METHODS[method][1], results));
}
