// Hash trees as in the interface specification: immutable nodes with their hash, and their pruning to
// what a reader asked for, with proofs of absence.

import { compareBytes, sha256 } from "./bytes.mjs";

const separator = (name) => Buffer.concat([Buffer.of(name.length), Buffer.from(name)]);
const EMPTY_HASH = sha256(separator("ic-hashtree-empty"));
const FORK = separator("ic-hashtree-fork");
const LABELED = separator("ic-hashtree-labeled");
const LEAF = separator("ic-hashtree-leaf");

export const EMPTY = { kind: "empty", hash: EMPTY_HASH };

export function leaf(value) {
  const bytes = Buffer.from(value);
  return { kind: "leaf", value: bytes, hash: sha256(LEAF, bytes) };
}

export function pruned(hash) {
  return { kind: "pruned", hash };
}

/// `label`: text or bytes.
export function labeled(label, subtree) {
  const bytes = Buffer.from(label);
  return {
    kind: "labeled",
    label: bytes,
    subtree,
    first: bytes,
    last: bytes,
    hash: sha256(LABELED, bytes, subtree.hash),
  };
}

export function fork(left, right) {
  return { kind: "fork", left, right, first: left.first, last: right.last, hash: sha256(FORK, left.hash, right.hash) };
}

/// A balanced tree of labelled nodes in ascending order.
export function forest(nodes) {
  if (nodes.length === 0) return EMPTY;
  if (nodes.length === 1) return nodes[0];
  const middle = nodes.length >> 1;
  return fork(forest(nodes.slice(0, middle)), forest(nodes.slice(middle)));
}

/// A tree from nested `[label, subtree]` pairs; a Buffer or text in the place of a subtree is a leaf.
export function tree(pairs) {
  if (pairs instanceof Uint8Array || typeof pairs === "string") return leaf(pairs);
  if (!Array.isArray(pairs)) return pairs;
  const nodes = pairs.map(([label, subtree]) => labeled(label, tree(subtree)));
  return forest(nodes.sort((a, b) => compareBytes(a.label, b.label)));
}

/// Labels as a search tree over their bits, so that adding one costs a path and not the whole tree.
/// Only for labels of one length.
export class LabelMap {
  constructor() {
    this.root = undefined;
    this.size = 0;
  }

  set(label, subtree) {
    const node = labeled(label, subtree);
    this.root = this.root ? this.insert(this.root, node) : node;
  }

  insert(at, node) {
    const bit = at.kind === "fork" ? at.bit : Infinity;
    const differing = firstDifferingBit(at.first, node.label);
    if (differing === -1 && at.kind === "labeled") return node;
    if (differing !== -1 && differing < bit) {
      const ordered = bitOf(node.label, differing) ? fork(at, node) : fork(node, at);
      return Object.assign(ordered, { bit: differing });
    }
    const next = bitOf(node.label, bit)
      ? fork(at.left, this.insert(at.right, node))
      : fork(this.insert(at.left, node), at.right);
    return Object.assign(next, { bit });
  }

  delete(label) {
    this.root = this.root && remove(this.root, Buffer.from(label));
  }

  get tree() {
    return this.root ?? EMPTY;
  }
}

function remove(at, label) {
  if (at.kind === "labeled") return at.label.equals(label) ? undefined : at;
  const right = bitOf(label, at.bit) === 1;
  const kept = remove(right ? at.right : at.left, label);
  if (!kept) return right ? at.left : at.right;
  return Object.assign(right ? fork(at.left, kept) : fork(kept, at.right), { bit: at.bit });
}

function bitOf(label, bit) {
  return (label[bit >> 3] >> (7 - (bit & 7))) & 1;
}

function firstDifferingBit(a, b) {
  for (let i = 0; i < a.length; i += 1) {
    if (a[i] !== b[i]) return i * 8 + Math.clz32(a[i] ^ b[i]) - 24;
  }
  return -1;
}

/// `node` with only `paths` (arrays of labels) shown: whole subtrees at their ends, and the neighbours
/// that prove it where a label is absent.
export function prune(node, paths) {
  if (paths.some((path) => path.length === 0)) return node;
  if (paths.length === 0) return node.kind === "empty" ? node : pruned(node.hash);
  if (node.kind === "fork") return pruneFork(node, paths);
  if (node.kind !== "labeled") return node;
  const deeper = paths.filter(([label]) => node.label.equals(Buffer.from(label))).map((path) => path.slice(1));
  const subtree = prune(node.subtree, deeper);
  return subtree === node.subtree ? node : { kind: "labeled", label: node.label, subtree, hash: node.hash };
}

/// A label between the two sides needs both: the last label of the left and the first of the right.
function pruneFork(node, paths) {
  const wanted = paths.map(([label, ...rest]) => [Buffer.from(label), ...rest]);
  const left = wanted.filter(([label]) => compareBytes(label, node.right.first) < 0);
  const right = wanted.filter(([label]) => compareBytes(label, node.left.last) > 0);
  return { kind: "fork", left: prune(node.left, left), right: prune(node.right, right), hash: node.hash };
}

/// Value of the leaf at `path`, or undefined.
export function lookup(node, path) {
  if (path.length === 0) return node.kind === "leaf" ? node.value : undefined;
  if (node.kind === "fork") return lookup(node.left, path) ?? lookup(node.right, path);
  if (node.kind !== "labeled" || !node.label.equals(Buffer.from(path[0]))) return undefined;
  return lookup(node.subtree, path.slice(1));
}

/// The arrays that CBOR encodes.
export function toCborValue(node) {
  switch (node.kind) {
    case "empty":
      return [0];
    case "fork":
      return [1, toCborValue(node.left), toCborValue(node.right)];
    case "labeled":
      return [2, node.label, toCborValue(node.subtree)];
    case "leaf":
      return [3, node.value];
    default:
      return [4, node.hash];
  }
}

/// A tree from decoded CBOR, or undefined if it is not one.
export function fromCborValue(value) {
  const [kind, first, second] = Array.isArray(value) ? value : [];
  if (kind === 0n) return EMPTY;
  if (kind === 3n && first instanceof Uint8Array) return leaf(first);
  if (kind === 4n && first instanceof Uint8Array && first.length === 32) return pruned(first);
  if (kind === 2n && first instanceof Uint8Array) {
    const subtree = fromCborValue(second);
    return subtree && labeled(first, subtree);
  }
  const left = kind === 1n ? fromCborValue(first) : undefined;
  const right = left && fromCborValue(second);
  return right && fork(left, right);
}
