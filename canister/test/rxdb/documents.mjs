// Rows of the canister as documents of RxDB: one collection of every kind of row. `rev` is the row's revision in
// hexadecimal, minted here for each local write; `content` is the body as plain JSON.

import { createHash, randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { decodeBody, encodeBody, plainCbor } from "./body.mjs";

const MS = 1_000_000n;

export const schema = {
  version: 0,
  primaryKey: "id",
  type: "object",
  properties: {
    id: { type: "string", maxLength: 256 },
    kind: { type: "string" },
    schema: { type: "number" },
    rev: { type: "string" },
    time: { type: "number" },
    content: { type: "object", additionalProperties: true },
    blobs: { type: "array", items: { type: "string" } },
  },
  required: ["id", "kind", "schema", "rev", "time", "content", "blobs"],
};

export function newRevision() {
  return randomBytes(16).toString("hex");
}

/// The revision that Sheaf gives to a state; equal edits of equal states get equal ones.
export function sheafRevision({ base, deleted, body, blobs }) {
  const hash = createHash("sha256").update(Uint8Array.of(base.length === 0 ? 0 : 16));
  if (base.length > 0) hash.update(base[0]);
  hash.update(Uint8Array.of(deleted ? 1 : 0));
  hash.update(createHash("sha256").update(deleted ? new Uint8Array() : (plainCbor(body) ?? body)).digest());
  for (const blob of blobs) hash.update(Uint8Array.of(blob.length)).update(blob);
  return new Uint8Array(hash.digest().subarray(0, 16));
}

export function toDocument({ id, kind, schema: level, revision, client_time, body, blobs, deleted }) {
  return {
    id,
    kind,
    schema: level,
    rev: Buffer.from(revision).toString("hex"),
    time: Number(client_time / MS),
    content: deleted ? {} : decodeBody(body),
    blobs: blobs.map((blob) => Buffer.from(blob).toString("hex")),
    _deleted: deleted,
  };
}

/// `base`: the revision, in hexadecimal, that the master is believed to have; undefined: none.
export function toRow(document, base) {
  const bytes = (hex) => new Uint8Array(Buffer.from(hex, "hex"));
  return {
    id: document.id,
    base: base === undefined ? [] : [bytes(base)],
    revision: bytes(document.rev),
    deleted: document._deleted,
    kind: document.kind,
    schema: document.schema,
    body: document._deleted ? new Uint8Array() : encodeBody(document.content),
    blobs: document._deleted ? [] : document.blobs.map(bytes),
    client_time: BigInt(document.time) * MS,
  };
}

/// Every local write of `collection` gets a revision of its own.
export function mintRevisions(collection) {
  const mint = (data) => {
    data.rev = newRevision();
    data.time = Date.now();
  };
  collection.preInsert(mint, false);
  collection.preSave(mint, false);
  collection.preRemove(mint, false);
}

/// RxDB's conflict handler. `baseOf(id, mine, master)`: a state known to both sides, if there is a better one than the
/// assumed master.
export function conflictHandler(baseOf = () => undefined) {
  return {
    isEqual: (a, b) => a.rev === b.rev && a._deleted === b._deleted,
    resolve: ({ assumedMasterState: assumed, newDocumentState: mine, realMasterState: master }) =>
      merge(baseOf(mine.id, mine, master) ?? assumed, mine, master),
  };
}

/// `master`, or a state on top of it with a new revision. An edit wins against a delete.
export function merge(base, mine, master) {
  if (mine._deleted) return master;
  if (master._deleted) return { ...mine, rev: newRevision() };
  const content = mergeContent(base?.content ?? {}, mine.content, master.content);
  const blobs = isDeepStrictEqual(mine.blobs, base?.blobs) ? master.blobs : mine.blobs;
  if (isDeepStrictEqual(content, master.content) && isDeepStrictEqual(blobs, master.blobs)) return master;
  return { ...master, content, blobs, rev: newRevision(), time: mine.time };
}

function mergeContent(base, mine, master) {
  const merged = {};
  for (const key of new Set([...Object.keys(master), ...Object.keys(mine)])) {
    const value = mergeField(base[key], mine[key], master[key]);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function mergeField(base, mine, master) {
  if (isDeepStrictEqual(mine, base) || isDeepStrictEqual(mine, master)) return master;
  if (isDeepStrictEqual(master, base)) return mine;
  if (typeof mine !== "string" || typeof master !== "string") return master ?? mine;
  return mergeLines(base ?? "", mine, master);
}

/// Both sides' new lines, the master's first; a line that either side removed goes.
function mergeLines(base, mine, master) {
  const [before, own, other] = [base, mine, master].map((text) => text.split("\n"));
  const removed = before.filter((line) => !own.includes(line));
  const added = own.filter((line) => !before.includes(line) && !other.includes(line));
  return [...other.filter((line) => !removed.includes(line)), ...added].join("\n");
}
