// Representation-independent hash of requests, delegations and query answers.

import { lebEncode, sha256 } from "./bytes.mjs";

function hashOfValue(value) {
  if (typeof value === "string") return sha256(Buffer.from(value, "utf8"));
  if (typeof value === "number" || typeof value === "bigint") return sha256(lebEncode(value));
  if (value instanceof Uint8Array) return sha256(value);
  if (Array.isArray(value)) return sha256(...value.map(hashOfValue));
  return hashOfMap(value);
}

/// `map`: a Map or an object; members that are undefined or null count as absent.
export function hashOfMap(map) {
  const entries = map instanceof Map ? [...map] : Object.entries(map);
  const hashed = entries
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => Buffer.concat([sha256(Buffer.from(key, "utf8")), hashOfValue(value)]));
  return sha256(...hashed.sort(Buffer.compare));
}
