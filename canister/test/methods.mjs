// Every method of the interface with arguments that a stranger might choose to get at somebody else's things.

import { edited, fresh, newRow } from "./client.mjs";

/// `prey`: { principal, deviceId, rows, chunk: { hash, bytes }, checkpoint } of another person; `self`: the caller's principal.
/// Each gives the method's arguments. Reading comes first, so that one after the other they make a story.
/// `of`: "person": works on the caller's own space; "door": decides who may come in; "owner": is the owner's;
/// "controller": is for controllers only. `writes`: changes rows or chunks; `records`: only what is known of the devices.
export const methods = {
  about: { of: "door", args: () => [] },
  head: { of: "person", args: () => [] },
  head_certified: { of: "person", args: () => [] },
  head_replicated: { of: "person", args: () => [] },
  pull: { of: "person", args: () => [{ checkpoint: fresh, max_rows: 5_000n, max_bytes: 100_000_000n }] },
  get: { of: "person", args: ({ prey }) => [prey.rows.map(({ id }) => id)] },
  manifest: { of: "person", args: () => [{ after_sequence: 0n, max_rows: 20_000n }] },
  devices: { of: "person", args: () => [] },
  missing_chunks: { of: "person", args: ({ prey }) => [[prey.chunk.hash]] },
  get_chunks: { of: "person", args: ({ prey }) => [[{ hash: prey.chunk.hash, offset: 0n, length: 0n }]] },
  retire_device: { of: "person", records: true, args: ({ prey }) => [prey.deviceId] },
  checkin: { of: "person", records: true, args: ({ prey }) => [{ device: "theirs", device_id: prey.deviceId, checkpoint: fresh }] },
  push: {
    of: "person",
    writes: true,
    args: ({ prey }) => [{ checkpoint: fresh, device: "theirs", device_id: prey.deviceId, rows: attackOn(prey) }],
  },
  put_chunks: { of: "person", writes: true, args: ({ prey }) => [[prey.chunk]] },
  delete_space: { of: "person", args: ({ prey }) => [prey.principal] },
  claim: { of: "door", args: () => [new Uint8Array(20).fill(65)] },
  join: { of: "door", args: () => [new Uint8Array(20).fill(65)] },
  status: { of: "owner", args: () => [] },
  settings: { of: "owner", args: () => [] },
  set_settings: { of: "owner", args: () => [openToAll] },
  users: { of: "owner", args: () => [{ after: [], max: 100n }] },
  set_user: { of: "owner", args: ({ prey }) => [{ user: prey.principal, quota_bytes: [1n], suspended: [true], note: ["x"] }] },
  remove_user: { of: "owner", args: ({ prey }) => [prey.principal] },
  create_invite: { of: "owner", args: () => [{ hash: new Uint8Array(32), note: "", expires: 4_000_000_000_000_000_000n }] },
  invites: { of: "owner", args: () => [] },
  revoke_invite: { of: "owner", args: () => [1n] },
  set_owner: { of: "owner", args: ({ self }) => [self] },
  set_claim_hash: { of: "controller", args: () => [new Uint8Array(32)] },
};

export const openToAll = {
  registration: { open: null },
  default_quota_bytes: 1_073_741_824n,
  max_users: 1_000n,
  updates_per_minute: 6_000n,
  low_cycles: 500_000_000_000n,
};

/// Rows that would change, replace, delete or name what the other person has.
function attackOn({ rows, chunk }) {
  const revision = (n) => new Uint8Array(16).fill(n);
  const [first, second] = rows;
  return [
    edited(first, { revision: revision(1), body: new Uint8Array([1]) }),
    edited(first, { revision: revision(2), deleted: true, body: new Uint8Array() }),
    { ...second },
    newRow({ id: first.id, revision: revision(3), body: new Uint8Array([2]) }),
    newRow({ id: "own", revision: revision(4), blobs: [chunk.hash] }),
  ];
}

/// What `actor` answers to `name` with these arguments, as plain JSON: times and what is random by nature left away. A
/// reject, whoever made it, is "rejected".
export async function answerOf(actor, name, args) {
  try {
    return plain(await actor[name](...args));
  } catch (error) {
    if (error.name !== "AgentError" && !/reject|inspect/i.test(error.message)) throw error;
    return "rejected";
  }
}

const VOLATILE = new Set(["time", "server_time", "certificate", "witness", "first_seen", "last_seen", "retry_after_ns"]);

export function plain(value) {
  if (typeof value === "bigint") return String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (value?._isPrincipal) return value.toText();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !VOLATILE.has(key)).map(([key, item]) => [key, plain(item)]));
}
