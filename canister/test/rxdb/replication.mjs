// RxDB's replication handlers for a Sheaf canister: what stands between unmodified RxDB and the calls `pull`, `push`,
// `get` and `manifest` (docs/protocol.md).

import { Subject } from "rxjs";
import { replicateRxCollection } from "rxdb/plugins/replication";
import { toDocument, toRow } from "./documents.mjs";

const BATCH_BYTES = 1_500_000;
const BATCH_ROWS = 5_000;
const ROW_OVERHEAD = 64; // the encoded fields of fixed length, and lengths
const REPLY_BYTES = 2_500_000n;
const SENT_STATES = 16;
const START = { epoch: 0n, cursor: 0n, proof: { position: 0n, token: new Uint8Array() } };

/// The canister's past is not the one that this client knows: it was reinstalled or restored. Nothing is changed here;
/// whoever started the replication decides, and starts another one with the new epoch in its identifier.
export class ForeignHistory extends Error {}

/// One collection's traffic. `actor`: the canister's methods (test/client.mjs); `deviceId`: 16 bytes.
export class SheafReplication {
  constructor({ collection, actor, deviceId, device = "RxDB" }) {
    Object.assign(this, { collection, actor, deviceId, device });
    this.stream = new Subject();
    this.proof = START.proof;
    this.checkpoint = START; // of the newest page
    this.refused = new Map(); // id -> the canister's answer; tried again when the document is edited
    this.sent = new Map(); // id -> the last states that were offered, newest first
    this.recent = new Map(); // revision of a master in conflict -> the revisions before it
  }

  /// `options` of replicateRxCollection beside the handlers; `pushRows`, `pullRows`: batch sizes.
  start({ identifier, pushRows = BATCH_ROWS, pullRows = BATCH_ROWS, ...options }) {
    this.state = replicateRxCollection({
      collection: this.collection,
      replicationIdentifier: identifier,
      waitForLeadership: false,
      pull: { handler: (checkpoint) => this.pull(checkpoint, pullRows), batchSize: pullRows, stream$: this.stream },
      push: { handler: (rows) => this.push(rows), batchSize: pushRows },
      ...options,
    });
    return this.state;
  }

  /// Asks for changes: `resync` after the canister's head moved, or after a pause.
  resync() {
    this.stream.next("RESYNC");
  }

  // Pull.

  async pull(saved, wanted) {
    let checkpoint = saved ? fromJson(saved) : START;
    this.checkpoint = checkpoint;
    const documents = [];
    for (let more = true; more && documents.length < wanted; ) {
      const args = { checkpoint: this.proven(checkpoint), max_rows: BigInt(BATCH_ROWS), max_bytes: REPLY_BYTES };
      const result = await this.actor.pull(args);
      if ("resync" in result) return this.afterResync(checkpoint, documents);
      const { rows, cursor, head, more: unread } = ok(result);
      if (unread && cursor <= checkpoint.cursor) throw new Error("the canister's cursor does not advance");
      documents.push(...rows.map(toDocument));
      checkpoint = { epoch: head.epoch, cursor, proof: this.remember(head) };
      this.checkpoint = checkpoint;
      more = unread;
    }
    return { documents, checkpoint: documents.length > 0 || !saved ? toJson(checkpoint) : saved };
  }

  /// A resync is believed only when the whole subnet says it, by a push without rows.
  async afterResync(checkpoint, documents) {
    const result = await this.pushRows(checkpoint, []);
    if (!("resync" in result)) throw new Error("a node lags behind");
    const [reason] = Object.keys(result.resync.reason);
    if (reason !== "behind_gc") throw new ForeignHistory(reason);
    const difference = await this.compare();
    this.checkpoint = difference.checkpoint;
    return { documents: [...documents, ...difference.documents], checkpoint: toJson(difference.checkpoint) };
  }

  /// Everything that differs from the canister's manifest: its rows, and a delete for what it no longer has.
  async compare() {
    const { entries, head } = await this.manifest();
    const known = new Map((await this.collection.find().exec()).map((document) => [document.id, document.toJSON()]));
    const wanted = entries.filter(({ id, revision, deleted }) => known.has(id) ? known.get(id).rev !== hex(revision) : !deleted);
    const there = new Set(entries.map(({ id }) => id));
    const gone = [...known.values()].filter(({ id }) => !there.has(id)).map((document) => ({ ...document, _deleted: true }));
    const rows = await this.get(wanted.map(({ id }) => id));
    const checkpoint = { epoch: head.epoch, cursor: entries.at(-1)?.sequence ?? 0n, proof: this.remember(head) };
    return { documents: [...rows.map(toDocument), ...gone], checkpoint: { ...checkpoint, cursor: max(checkpoint.cursor, head.gc) } };
  }

  async manifest() {
    const entries = [];
    let head;
    for (let next = 0n, more = true; more; ) {
      const page = ok(await this.actor.manifest({ after_sequence: next, max_rows: 20_000n }));
      entries.push(...page.entries);
      head ??= page.head;
      ({ next, more } = page);
    }
    return { entries, head };
  }

  async get(ids) {
    const rows = [];
    for (let wanted = ids; wanted.length > 0; ) {
      const asked = wanted.slice(0, 1_000);
      const page = ok(await this.actor.get(asked));
      if (page.rows.length === 0 && page.left_out.length > 0) throw new Error("the canister returns nothing");
      rows.push(...page.rows);
      wanted = [...page.left_out, ...wanted.slice(asked.length)];
    }
    return rows;
  }

  // Push.

  /// RxDB's push handler: the master's states of the rows that are in conflict.
  async push(rows) {
    const conflicts = [];
    for (const batch of batches(rows.map((row) => toRow(row.newDocumentState, row.assumedMasterState?.rev)))) {
      conflicts.push(...(await this.pushBatch(batch)));
    }
    return conflicts;
  }

  async pushBatch(batch) {
    const documents = new Map(batch.map((row) => [row.id, toDocument(row)]));
    for (const document of documents.values()) this.rememberSent(document);
    const answer = await this.pushRows(this.checkpoint, batch);
    if ("resync" in answer) this.resync(); // RxDB asks again for both, and the pull settles it
    const { results, head } = ok(answer);
    this.remember(head);
    const masters = [];
    const unread = [];
    const lost = [];
    results.forEach((result, n) => {
      const row = batch[n];
      this.refused.delete(row.id);
      if ("conflict" in result && !result.conflict.body_left_out) masters.push(result.conflict.master);
      else if ("conflict" in result || this.isForeign(result, row)) unread.push(row.id);
      else if ("missing" in result && !row.deleted) lost.push({ ...row, base: [] });
      else if ("rejected" in result || "quota" in result || "missing_chunks" in result) this.refused.set(row.id, result);
    });
    masters.push(...(await this.get(unread)));
    for (const { revision, recent } of masters) this.recent.set(hex(revision), recent.map(hex));
    const again = lost.length > 0 ? await this.pushBatch(lost) : [];
    return [...masters.map(toDocument), ...again];
  }

  /// Equal content with another revision: for RxDB this is a conflict, which its handler settles by taking the master.
  isForeign(result, row) {
    return "ok" in result && hex(result.ok.revision) !== hex(row.revision);
  }

  pushRows(checkpoint, rows) {
    const proven = this.proven(checkpoint);
    return this.actor.push({ checkpoint: proven, device: this.device, device_id: this.deviceId, rows });
  }

  // What is known of the master.

  rememberSent(document) {
    const others = (this.sent.get(document.id) ?? []).filter(({ rev }) => rev !== document.rev);
    this.sent.set(document.id, [document, ...others].slice(0, SENT_STATES));
  }

  /// The newest state that this client sent and that the master went through: after a lost answer only this tells own
  /// edits from others'.
  baseOf(id, mine, master) {
    const passed = [master.rev, ...(this.recent.get(master.rev) ?? [])];
    return this.sent.get(id)?.find(({ rev }) => rev !== mine.rev && passed.includes(rev));
  }

  /// Keeps the highest proof that was ever seen, and returns it.
  remember({ proof }) {
    if (proof.position >= this.proof.position) this.proof = proof;
    return this.proof;
  }

  proven(checkpoint) {
    const known = checkpoint.epoch !== 0n && this.proof.position > checkpoint.proof.position;
    return known ? { ...checkpoint, proof: this.proof } : checkpoint;
  }
}

/// Parts of `rows` that fit into one call each.
function batches(rows) {
  const parts = [[]];
  let bytes = 0;
  for (const row of rows) {
    const texts = Buffer.byteLength(row.id) + Buffer.byteLength(row.kind);
    const size = row.body.length + texts + 33 * row.blobs.length + ROW_OVERHEAD;
    const last = parts.at(-1);
    if (last.length > 0 && (bytes + size > BATCH_BYTES || last.length === BATCH_ROWS)) {
      parts.push([row]);
      bytes = size;
    } else {
      last.push(row);
      bytes += size;
    }
  }
  return parts.filter((part) => part.length > 0);
}

function toJson({ epoch, cursor, proof }) {
  return { epoch: String(epoch), cursor: String(cursor), position: String(proof.position), token: hex(proof.token) };
}

function fromJson({ epoch, cursor, position, token }) {
  const proof = { position: BigInt(position), token: new Uint8Array(Buffer.from(token, "hex")) };
  return { epoch: BigInt(epoch), cursor: BigInt(cursor), proof };
}

function ok(result) {
  if (!("ok" in result)) throw new Error(`the canister answers ${Object.keys(result.err ?? result)[0]}`);
  return result.ok;
}

function hex(bytes) {
  return Buffer.from(bytes).toString("hex");
}

function max(a, b) {
  return a > b ? a : b;
}
