// A client of the canister made of the public JavaScript agent, for tests over the real HTTP interface.

import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Actor, AnonymousIdentity, HttpAgent } from "@icp-sdk/core/agent";
import { IDL } from "@icp-sdk/core/candid";
import { Ed25519KeyIdentity } from "@icp-sdk/core/identity";
import { Principal } from "@icp-sdk/core/principal";
import { installArguments, newClaimSecret } from "../local/installarguments.mjs";
import { METHODS } from "../local/managementtypes.mjs";
import { canisterFolder } from "../moc.mjs";
import { parseService } from "./candid.mjs";

const interfaceText = await readFile(path.join(canisterFolder, "sheaf.did"), "utf8");
const service = parseService(interfaceText);
// Every query can also be asked of the whole subnet.
const replicatedService = parseService(interfaceText.replaceAll(" query;", ";"));

export const fresh = { epoch: 0n, cursor: 0n, proof: { position: 0n, token: new Uint8Array() } };
export const enough = 100_000_000n;

/// A person with a key of their own (or `identity`), as the canister on `network` sees them. `options` of the agent.
export async function connect(network, identity = Ed25519KeyIdentity.generate(), options = {}) {
  const rootKey = new Uint8Array(network.rootKey);
  const agent = await HttpAgent.create({ host: network.url, identity, rootKey, ...options });
  const actor = (type) => Actor.createActor(() => type, { agent, canisterId: network.canisterId });
  return new Person(agent, await agent.getPrincipal(), actor(service), actor(replicatedService));
}

export function connectAnonymous(network) {
  return connect(network, new AnonymousIdentity());
}

class Person {
  constructor(agent, principal, actor, replicated) {
    this.agent = agent;
    this.principal = principal;
    this.actor = actor;
    this.replicated = replicated;
    this.deviceId = randomBytes(16);
  }

  head() {
    return this.actor.head().then(ok);
  }

  pull(checkpoint = fresh, maxRows = 5_000n, maxBytes = enough) {
    return this.actor.pull({ checkpoint, max_rows: maxRows, max_bytes: maxBytes });
  }

  pushRaw(rows, more = {}) {
    return this.actor.push({ checkpoint: fresh, device: "Alice's laptop", device_id: this.deviceId, rows, ...more });
  }

  push(rows, more) {
    return this.pushRaw(rows, more).then((result) => ok(result).results);
  }

  /// Everything that the canister has, page by page, as a client would ask for it.
  async pullAll({ maxRows = 5_000n, maxBytes = enough } = {}) {
    const pages = [];
    let checkpoint = fresh;
    for (let more = true; more; ) {
      const page = ok(await this.pull(checkpoint, maxRows, maxBytes));
      pages.push(page);
      checkpoint = { epoch: page.head.epoch, cursor: page.cursor, proof: page.head.proof };
      more = page.more;
    }
    return { pages, rows: pages.flatMap((page) => page.rows), checkpoint };
  }
}

/// The canister's methods for its controllers; the local network lets the anonymous caller be one.
export async function management(network) {
  const agent = await HttpAgent.create({ host: network.url, rootKey: new Uint8Array(network.rootKey) });
  const methods = Object.entries(METHODS).map(([name, [inputs, outputs]]) => [name, IDL.Func(inputs, outputs, [])]);
  const actor = Actor.createActor(() => IDL.Service(Object.fromEntries(methods)), {
    agent,
    canisterId: Principal.managementCanister(),
    callTransform: () => ({ effectiveCanisterId: canister_id }),
  });
  const canister_id = Principal.fromText(network.canisterId);
  return {
    upgrade: (wasm, arg = new Uint8Array(IDL.encode([], []))) =>
      actor.install_code({
        canister_id,
        mode: { upgrade: [{ skip_pre_upgrade: [], wasm_memory_persistence: [{ keep: null }] }] },
        wasm_module: wasm,
        arg,
      }),
    /// Open to everybody, as the fixtures' networks are.
    reinstall: (wasm) =>
      actor.install_code({
        canister_id,
        mode: { reinstall: null },
        wasm_module: wasm,
        arg: new Uint8Array(installArguments({ claimSecret: newClaimSecret(), registration: "open" })),
      }),
    stop: () => actor.stop_canister({ canister_id }),
    start: () => actor.start_canister({ canister_id }),
    takeSnapshot: () => actor.take_canister_snapshot({ canister_id, replace_snapshot: [] }),
    loadSnapshot: (snapshot) => actor.load_canister_snapshot({ canister_id, snapshot_id: snapshot.id }),
  };
}

/// What is in `ok`; anything else is a failed test.
export function ok(result) {
  if (!("ok" in result)) throw new Error(`not ok: ${JSON.stringify(result, (_, value) => (typeof value === "bigint" ? String(value) : value))}`);
  return result.ok;
}

export function newRow(fields = {}) {
  return {
    id: randomUUID(),
    base: [],
    revision: new Uint8Array(randomBytes(16)),
    deleted: false,
    kind: "note",
    schema: 1,
    body: new Uint8Array(),
    blobs: [],
    client_time: 1n,
    ...fields,
  };
}

/// `row` edited: a new revision on top of it.
export function edited(row, fields) {
  return newRow({ ...row, base: [row.revision], revision: new Uint8Array(randomBytes(16)), ...fields });
}

/// The token chain as src/Chain.mo defines it, over accepted `rows` in their order.
export function chain(epoch, rows) {
  const start = Buffer.alloc(8);
  start.writeBigUInt64BE(epoch);
  let token = prefix(createHash("sha256").update("sheaf-epoch").update(start));
  for (const { id, revision } of rows) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(Buffer.byteLength(id));
    token = prefix(createHash("sha256").update(token).update(length).update(id).update(revision));
  }
  return new Uint8Array(token);
}

function prefix(hash) {
  return hash.digest().subarray(0, 8);
}
