// Verification of a sender's signatures, by the kind of the DER key.

import crypto from "node:crypto";
import { selfAuthenticating, sha256 } from "./bytes.mjs";
import { decodeCbor } from "./cbor.mjs";
import { verifiedTree } from "./certificates.mjs";
import { fromCborValue, lookup } from "./hashtree.mjs";

const hex = (text) => Buffer.from(text, "hex");
const ED25519 = hex("302a300506032b6570032100");
const P256 = hex("3059301306072a8648ce3d020106082a8648ce3d030107034200");
const SECP256K1 = hex("3056301006072a8648ce3d020106052b8104000a034200");
const CANISTER_ALGORITHM = hex("300c060a2b0601040183b8430102");
const COSE_ALGORITHM = hex("300c060a2b0601040183b8430101");
/// COSE map {1: 2, 3: -7, -1: 1, -2: x, ...}: an ECDSA key on P-256.
const COSE_ES256 = hex("a5010203262001215820");
const SECP256K1_HALF_ORDER = BigInt("0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0");

export class SignatureVerifier {
  /// `authority` (certificates.mjs) vouches for canister signatures.
  constructor(authority) {
    this.authority = authority;
    this.proven = new Set(); // canister signatures already verified: they cost two pairings
  }

  /// Undefined if `signature` of `message` by the key `der` is good, else the replica's words.
  problem(der, message, signature) {
    if (startsWith(der, ED25519) && der.length === 44) return basic(verifyEd25519(der, message, signature));
    if (startsWith(der, P256) && der.length === 91) return basic(verifyEcdsa(der, message, signature, "ieee-p1363"));
    if (startsWith(der, SECP256K1) && der.length === 88) {
      return basic(hasLowS(signature) && verifyEcdsa(der, message, signature, "ieee-p1363"));
    }
    const wrapped = unwrap(der);
    if (wrapped?.algorithm.equals(CANISTER_ALGORITHM)) return this.canisterProblem(wrapped.key, message, signature);
    if (wrapped?.algorithm.equals(COSE_ALGORITHM)) return webAuthnProblem(wrapped.key, message, signature);
    return "Invalid public key: Malformed public key";
  }

  canisterProblem(key, message, signature) {
    const id = sha256(key, sha256(message), sha256(signature)).toString("hex");
    if (this.proven.has(id)) return undefined;
    const length = key[0];
    if (key.length < 1 + length) return "Invalid public key: Malformed public key";
    const canisterId = key.subarray(1, 1 + length);
    const seed = key.subarray(1 + length);
    if (!this.canisterSignatureHolds(canisterId, seed, message, signature)) return "Invalid canister signature";
    if (this.proven.size > 10_000) this.proven.clear();
    this.proven.add(id);
    return undefined;
  }

  canisterSignatureHolds(canisterId, seed, message, signature) {
    try {
      const parts = decodeCbor(signature);
      const tree = fromCborValue(parts.get("tree"));
      if (lookup(tree, ["sig", sha256(seed), sha256(message)])?.length !== 0) return false;
      const state = verifiedTree(parts.get("certificate"), this.authority, canisterId);
      return Boolean(state && lookup(state, ["canister", canisterId, "certified_data"])?.equals(tree.hash));
    } catch {
      return false;
    }
  }
}

export function principalOfKey(der) {
  return selfAuthenticating(der);
}

function startsWith(bytes, prefix) {
  return bytes.subarray(0, prefix.length).equals(prefix);
}

function basic(good) {
  return good ? undefined : "Invalid basic signature: signature verification failed";
}

function publicKey(der) {
  try {
    return crypto.createPublicKey({ key: der, format: "der", type: "spki" });
  } catch {
    return undefined;
  }
}

function verifyEd25519(der, message, signature) {
  const key = publicKey(der);
  return Boolean(key) && signature.length === 64 && crypto.verify(null, message, key, signature);
}

function verifyEcdsa(der, message, signature, dsaEncoding) {
  const key = publicKey(der);
  if (!key || (dsaEncoding === "ieee-p1363" && signature.length !== 64)) return false;
  return crypto.verify("sha256", message, { key, dsaEncoding }, signature);
}

function hasLowS(signature) {
  return signature.length === 64 && BigInt(`0x${signature.subarray(32).toString("hex")}`) <= SECP256K1_HALF_ORDER;
}

/// SubjectPublicKeyInfo with a 14-byte algorithm: `{algorithm, key}`.
function unwrap(der) {
  const outer = element(der, 0, 0x30);
  if (!outer || outer.end !== der.length) return undefined;
  const algorithm = element(der, outer.start, 0x30);
  const bits = algorithm && element(der, algorithm.end, 0x03);
  if (!bits || bits.end !== der.length || der[bits.start] !== 0) return undefined;
  return { algorithm: der.subarray(outer.start, algorithm.end), key: der.subarray(bits.start + 1, bits.end) };
}

function element(der, offset, tag) {
  if (der[offset] !== tag) return undefined;
  const first = der[offset + 1];
  const bytes = first > 0x80 ? first & 0x7f : 0;
  if (first === 0x80 || bytes > 2) return undefined;
  const length = bytes ? der.readUIntBE(offset + 2, bytes) : first;
  const start = offset + 2 + bytes;
  return { start, end: start + length };
}

/// The challenge that the authenticator signed must be our message.
function webAuthnProblem(key, message, signature) {
  const words = "Invalid webauthn signature: verification failed";
  try {
    const parts = decodeCbor(signature);
    const client = Buffer.from(parts.get("client_data_json"));
    const { challenge } = JSON.parse(client.toString("utf8"));
    if (!Buffer.from(challenge, "base64url").equals(message)) return words;
    if (!startsWith(key, COSE_ES256) || key.length !== 77) return words;
    const point = Buffer.concat([Buffer.of(4), key.subarray(10, 42), key.subarray(45, 77)]);
    const signed = Buffer.concat([parts.get("authenticator_data"), sha256(client)]);
    return verifyEcdsa(Buffer.concat([P256, point]), signed, parts.get("signature"), "der") ? undefined : words;
  } catch {
    return words;
  }
}
