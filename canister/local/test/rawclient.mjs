// Requests made by hand, for tests that look at the HTTP interface itself.

import crypto from "node:crypto";
import { principalBytes, selfAuthenticating } from "../bytes.mjs";
import { decodeCbor, encodeCbor } from "../cbor.mjs";
import { fromCborValue, lookup } from "../hashtree.mjs";
import { hashOfMap } from "../requestid.mjs";

export const ANONYMOUS = Buffer.of(4);
export const NO_ARGUMENTS = Buffer.from("4449444c0000", "hex");
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

export const minutes = (n) => BigInt(n) * 60n * 10n ** 9n;
export const nowNs = () => BigInt(Date.now()) * 1_000_000n;

/// An Ed25519 key from a number: {der, principal, sign(bytes)}.
export function key(number) {
  const privateKey = crypto.createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, Buffer.alloc(32, number)]),
    format: "der",
    type: "pkcs8",
  });
  const der = crypto.createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return { der, principal: selfAuthenticating(der), sign: (bytes) => crypto.sign(null, bytes, privateKey) };
}

const separated = (name, hash) => Buffer.concat([Buffer.of(name.length), Buffer.from(name), hash]);

/// A link of a chain: `from` lets `to` sign. `more`: targets, permissions, expiration.
export function delegate(from, to, more = {}) {
  const delegation = { pubkey: to.der, expiration: nowNs() + minutes(10), ...more };
  return { delegation, signature: from.sign(separated("ic-request-auth-delegation", hashOfMap(delegation))) };
}

/// The content of a call or query of `method`.
export function contentOf(network, type, method, { arg = NO_ARGUMENTS, sender = ANONYMOUS, ...more } = {}) {
  return {
    request_type: type,
    sender,
    nonce: crypto.randomBytes(16),
    ingress_expiry: nowNs() + minutes(4),
    canister_id: principalBytes(network.canisterId),
    method_name: method,
    arg,
    ...more,
  };
}

/// The content of a read_state request; labels given as text become bytes.
export function readStateContent(paths, { sender = ANONYMOUS, ...more } = {}) {
  const bytes = paths.map((path) => path.map((label) => Buffer.from(label)));
  return { request_type: "read_state", sender, ingress_expiry: nowNs() + minutes(4), paths: bytes, ...more };
}

/// The envelope's bytes; `signer` (a `key`) and `chain` (of `delegate`) where there is a sender.
export function envelope(content, signer, { chain, owner = signer } = {}) {
  return encodeCbor({
    content,
    sender_pubkey: owner?.der,
    sender_sig: signer?.sign(separated("ic-request", hashOfMap(content))),
    sender_delegation: chain,
  });
}

/// Posts to `/api/<version>/canister/<the canister>/<action>`: {status, type, bytes, text, cbor}.
export async function post(
  network,
  version,
  action,
  body,
  { place = `canister/${network.canisterId}`, type = "application/cbor" } = {},
) {
  const response = await fetch(`${network.url}/api/${version}/${place}/${action}`, {
    method: "POST",
    body,
    headers: { "content-type": type },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const contentType = response.headers.get("content-type");
  return {
    status: response.status,
    type: contentType,
    bytes,
    text: bytes.toString("utf8"),
    cbor: contentType === "application/cbor" ? decodeCbor(bytes) : undefined,
  };
}

/// The tree of an answer's certificate.
export function certifiedTree(answer) {
  return fromCborValue(decodeCbor(answer.cbor.get("certificate")).get("tree"));
}

/// What the certificate of an answer says about request `id`: {status, reply, ...} as Buffers.
export function statusOf(answer, id) {
  const tree = certifiedTree(answer);
  return Object.fromEntries(
    ["status", "reply", "reject_code", "reject_message", "error_code"].map((name) => [
      name,
      lookup(tree, ["request_status", id, name]),
    ]),
  );
}

/// The id of the subnet that answers.
export async function subnetId(network) {
  const answer = await post(network, "v3", "read_state", envelope(readStateContent([["time"]])));
  return decodeCbor(answer.cbor.get("certificate")).get("delegation").get("subnet_id");
}
