// The keys of the network and the certificates made with them: BLS12-381 with signatures in G1.

import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { compareBytes, lebEncode, selfAuthenticating } from "./bytes.mjs";
import { decodeCbor, encodeCbor } from "./cbor.mjs";
import { fromCborValue, lookup, prune, toCborValue, tree } from "./hashtree.mjs";

const BLS_DER = Buffer.from("308182301d060d2b0601040182dc7c0503010201060c2b0601040182dc7c05030201036100", "hex");
const ED25519_DER = Buffer.from("302a300506032b6570032100", "hex");
const ED25519_PRIVATE_DER = Buffer.from("302e020100300506032b657004220420", "hex");
const DOMAIN = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
const STATE_ROOT = Buffer.concat([Buffer.of(13), Buffer.from("ic-state-root")]);

const signatures = bls12_381.shortSignatures;

export class BlsKey {
  constructor(secret) {
    this.secret = secret;
    this.der = Buffer.concat([BLS_DER, signatures.getPublicKey(secret).toBytes()]);
  }

  sign(rootHash) {
    return Buffer.from(
      signatures.sign(signatures.hash(Buffer.concat([STATE_ROOT, rootHash]), DOMAIN), this.secret).toBytes(),
    );
  }
}

export function verifyBls(der, rootHash, signature) {
  if (der.length !== BLS_DER.length + 96 || !der.subarray(0, BLS_DER.length).equals(BLS_DER)) return false;
  try {
    const point = signatures.hash(Buffer.concat([STATE_ROOT, rootHash]), DOMAIN);
    return signatures.verify(signature, point, der.subarray(BLS_DER.length));
  } catch {
    return false;
  }
}

export class NodeKey {
  constructor(seed) {
    this.privateKey = crypto.createPrivateKey({
      key: Buffer.concat([ED25519_PRIVATE_DER, seed]),
      format: "der",
      type: "pkcs8",
    });
    const raw = crypto.createPublicKey(this.privateKey).export({ format: "der", type: "spki" });
    this.der = Buffer.concat([ED25519_DER, raw.subarray(-32)]);
    this.id = selfAuthenticating(this.der);
  }

  sign(bytes) {
    return crypto.sign(null, bytes, this.privateKey);
  }
}

/// Secrets of the network: kept in `file` so that clients' cached keys stay right over restarts.
export function loadSecrets(file) {
  if (file && fs.existsSync(file)) {
    const saved = JSON.parse(fs.readFileSync(file, "utf8"));
    return Object.fromEntries(Object.entries(saved).map(([name, hex]) => [name, Buffer.from(hex, "hex")]));
  }
  const secrets = {
    root: Buffer.from(bls12_381.utils.randomSecretKey()),
    subnet: Buffer.from(bls12_381.utils.randomSecretKey()),
    node: crypto.randomBytes(32),
  };
  if (file) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const hex = Object.fromEntries(Object.entries(secrets).map(([name, bytes]) => [name, bytes.toString("hex")]));
    fs.writeFileSync(`${file}.new`, JSON.stringify(hex), { mode: 0o600 });
    fs.renameSync(`${file}.new`, file);
  }
  return secrets;
}

/// The subnet that answers, and the root subnet that vouches for it.
///
/// `options.delegation` false: the answering subnet is the root subnet, its certificates carry no
/// delegation. `options.flatRanges`: delegations hold `subnet/<id>/canister_ranges` at every endpoint.
export class Authority {
  constructor(secrets, ranges, options) {
    this.root = new BlsKey(secrets.root);
    this.key = options.delegation ? new BlsKey(secrets.subnet) : this.root;
    this.subnetId = selfAuthenticating(this.key.der);
    this.rootSubnetId = selfAuthenticating(this.root.der);
    this.node = new NodeKey(secrets.node);
    this.options = options;
    this.ranges = ranges;
    this.delegations = new Map();
  }

  /// Whether `id` lies in the ranges of canister ids of the subnet that answers.
  ownsCanister(id) {
    return this.ranges.some(([low, high]) => compareBytes(low, id) <= 0 && compareBytes(id, high) <= 0);
  }

  /// The part of the state tree below `subnet`.
  subnetTree() {
    const entries = [
      ["public_key", this.key.der],
      ["type", "application"],
      ["canister_ranges", encodeCbor(this.ranges)],
      ["node", [[this.node.id, [["public_key", this.node.der]]]]],
    ];
    const subnets = [[this.subnetId, entries]];
    if (this.options.delegation) {
      subnets.push([
        this.rootSubnetId,
        [
          ["public_key", this.root.der],
          ["type", "system"],
        ],
      ]);
    }
    return tree(subnets);
  }

  /// `layout`: 'sharded', 'flat' or 'none' (what the answering endpoint puts into its delegation).
  delegation(layout, now) {
    if (!this.options.delegation) return undefined;
    const shown = this.options.flatRanges && layout === "sharded" ? "flat" : layout;
    if (!this.delegations.has(shown)) this.delegations.set(shown, this.makeDelegation(shown, now));
    return { subnet_id: this.subnetId, certificate: this.delegations.get(shown) };
  }

  makeDelegation(layout, now) {
    const [first] = this.ranges;
    const other = Buffer.from("00000000000000000101", "hex");
    const ranges = encodeCbor(this.ranges);
    const state = tree([
      [
        "canister_ranges",
        [
          [this.subnetId, [[first[0], ranges]]],
          [this.rootSubnetId, [[other, encodeCbor([[other, Buffer.from("000000000000ffff0101", "hex")]])]]],
        ],
      ],
      [
        "subnet",
        [
          [
            this.subnetId,
            [
              ["canister_ranges", ranges],
              ["public_key", this.key.der],
              ["type", "application"],
            ],
          ],
          [
            this.rootSubnetId,
            [
              ["public_key", this.root.der],
              ["type", "system"],
            ],
          ],
        ],
      ],
      ["time", lebEncode(now)],
    ]);
    const paths = [["time"], ["subnet", this.subnetId, "public_key"], ["subnet", this.subnetId, "type"]];
    if (layout === "sharded") paths.push(["canister_ranges", this.subnetId, first[0]]);
    if (layout === "flat") paths.push(["subnet", this.subnetId, "canister_ranges"]);
    return encodeCbor({ tree: toCborValue(prune(state, paths)), signature: this.root.sign(state.hash) });
  }

  /// A certificate of `state` that shows `paths`; `signature` if the state was signed already.
  certify(state, paths, layout, now, signature = this.key.sign(state.hash)) {
    return encodeCbor({ tree: toCborValue(prune(state, paths)), signature, delegation: this.delegation(layout, now) });
  }
}

/// The tree of a certificate of this network for `canisterId`, or undefined if it is not valid. There is
/// no limit on its age: canister signatures live as long as the keys.
export function verifiedTree(bytes, authority, canisterId) {
  try {
    const certificate = decodeCbor(bytes);
    const state = fromCborValue(certificate.get("tree"));
    const key = signingKey(certificate.get("delegation"), authority, canisterId);
    return key && verifyBls(key, state.hash, certificate.get("signature")) ? state : undefined;
  } catch {
    return undefined;
  }
}

function signingKey(delegation, authority, canisterId) {
  if (!authority.ownsCanister(canisterId)) return undefined;
  if (!delegation) return authority.options.delegation ? undefined : authority.root.der;
  const subnetId = delegation.get("subnet_id");
  const inner = decodeCbor(delegation.get("certificate"));
  const state = fromCborValue(inner.get("tree"));
  if (!authority.subnetId.equals(subnetId) || !lookup(state, ["subnet", subnetId, "type"])) return undefined;
  if (!verifyBls(authority.root.der, state.hash, inner.get("signature"))) return undefined;
  return lookup(state, ["subnet", subnetId, "public_key"]);
}
