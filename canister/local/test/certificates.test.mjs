// Trees and certificates, judged by the JavaScript agent; canister signatures.

import assert from "node:assert/strict";
import { Certificate, LookupPathStatus, lookup_path, reconstruct } from "@icp-sdk/core/agent";
import { Principal } from "@icp-sdk/core/principal";
import { describe, test } from "node:test";
import { lebEncode, principalBytes, principalText, sha256 } from "../bytes.mjs";
import { CborError, decodeCbor, encodeCbor } from "../cbor.mjs";
import { Authority, loadSecrets } from "../certificates.mjs";
import { LabelMap, forest, fromCborValue, labeled, leaf, prune, toCborValue, tree } from "../hashtree.mjs";
import { canisterIdOf } from "../network.mjs";
import { hashOfMap } from "../requestid.mjs";
import { SignatureVerifier } from "../signatures.mjs";

const RANGES = [[canisterIdOf(0x100000n), canisterIdOf(0x1fffffn)]];
const CANISTER = canisterIdOf(0x100000n);
const now = () => BigInt(Date.now()) * 1_000_000n;
const secrets = loadSecrets(undefined);
const layouts = [
  ["sharded", { delegation: true, flatRanges: false }],
  ["flat", { delegation: true, flatRanges: true }],
  ["root", { delegation: false, flatRanges: false }],
];

describe("encodings", () => {
  test("principals are text and back", () => {
    assert.equal(principalText(Buffer.of(4)), "2vxsx-fae");
    assert.equal(principalText(Buffer.alloc(0)), "aaaaa-aa");
    assert.deepEqual(principalBytes("ryjl3-tyaaa-aaaaa-aaaba-cai"), Buffer.from("00000000000000020101", "hex"));
    for (const text of ["ryjl3-tyaaa-aaaaa-aaaba-caj", "ryjl3tyaaa-aaaaa-aaaba-cai", "", "x", "2vxsx-fa0"]) {
      assert.equal(principalBytes(text), undefined, text);
    }
  });

  test("request ids are as the specification prints one", () => {
    const content = {
      request_type: "call",
      sender: Buffer.of(4),
      ingress_expiry: 1685570400000000000n,
      canister_id: Buffer.from("00000000000004d2", "hex"),
      method_name: "hello",
      arg: Buffer.from("4449444c00fd2a", "hex"),
    };
    assert.equal(
      hashOfMap(content).toString("hex"),
      "1d1091364d6bb8a6c16b203ee75467d59ead468f523eb058880ae8ec80e2b101",
    );
  });

  test("CBOR that is not plain is refused", () => {
    for (const hex of [
      "",
      "18",
      "61ff",
      "a1",
      "a10102",
      "a2616101616102",
      "5f",
      "fa00000000",
      "0000",
      "20",
      "c001",
      "5bffffffffffffffff",
    ]) {
      assert.throws(() => decodeCbor(Buffer.from(hex, "hex")), CborError, hex);
    }
    assert.throws(() => decodeCbor(Buffer.alloc(100, 0x81)), CborError);
  });

  test("CBOR comes back as it went", () => {
    const value = { a: 2n ** 63n, b: Buffer.of(1, 2), c: ["ü", 23, 24, 256, 65536] };
    const decoded = decodeCbor(encodeCbor(value));
    assert.deepEqual(
      [...decoded],
      [
        ["a", 2n ** 63n],
        ["b", Buffer.of(1, 2)],
        ["c", ["ü", 23n, 24n, 256n, 65536n]],
      ],
    );
  });
});

describe("a hash tree", () => {
  const label = (i) => sha256(Buffer.from(String(i)));
  const map = new LabelMap();
  const kept = [];
  for (let i = 0; i < 300; i += 1) {
    map.set(label(i), leaf(`first ${i}`));
    if (i % 3 === 0) map.delete(label(i));
    else kept.push(i);
  }
  for (const i of kept) map.set(label(i), leaf(`value ${i}`));
  const state = forest([labeled("map", map.tree), labeled("time", leaf("now"))]);

  test("keeps its root hash however it is pruned, and shows what was asked for", async () => {
    for (const i of [1, 2, 100, 299]) {
      const part = prune(state, [["map", label(i)], ["time"]]);
      const value = toCborValue(part);
      assert.deepEqual(Buffer.from(await reconstruct(asAgentTree(value))), state.hash);
      assert.equal(Buffer.from(lookup_path(["map", label(i)], asAgentTree(value)).value).toString(), `value ${i}`);
      assert.ok(JSON.stringify(value).length < JSON.stringify(toCborValue(state)).length / 5);
    }
  });

  test("proves by its neighbours that a label is not there", () => {
    const absent = [label(0), label(3), Buffer.alloc(32), Buffer.alloc(32, 255)];
    for (const missing of absent) {
      const shown = fromCborValue(decodeCbor(encodeCbor(toCborValue(prune(state, [["map", missing]])))));
      assert.deepEqual(shown.hash, state.hash);
      assert.equal(provesAbsence(shown, missing), true);
    }
  });
});

/// Whether the two labels around `missing` are shown as neighbours in the subtree `map`.
function provesAbsence(shown, missing) {
  const entries = flatten(find(shown, "map"));
  const after = entries.findIndex((entry) => entry.kind === "labeled" && entry.label.compare(missing) > 0);
  const at = after === -1 ? entries.length : after;
  const before = entries[at - 1];
  return (
    (at === 0 || (before.kind === "labeled" && before.label.compare(missing) < 0)) &&
    (after !== -1 || entries.at(-1).kind === "labeled")
  );
}

function flatten(node) {
  return node.kind === "fork" ? [...flatten(node.left), ...flatten(node.right)] : [node];
}

function find(node, name) {
  return flatten(node).find((entry) => entry.kind === "labeled" && entry.label.toString() === name).subtree;
}

/// The agent's tree has numbers where CBOR decoding gives BigInt.
function asAgentTree([kind, ...rest]) {
  if (kind === 1) return [1, asAgentTree(rest[0]), asAgentTree(rest[1])];
  if (kind === 2) return [2, new Uint8Array(rest[0]), asAgentTree(rest[1])];
  return [kind, ...rest.map((bytes) => new Uint8Array(bytes))];
}

for (const [name, options] of layouts) {
  describe(`a certificate (${name})`, () => {
    const authority = new Authority(secrets, RANGES, options);
    const state = tree([
      ["hello", "world"],
      ["time", lebEncode(now())],
    ]);
    const bytes = authority.certify(state, [["hello"], ["time"]], "sharded", now());
    const verify = (certificate, canister = CANISTER, rootKey = authority.root.der) =>
      Certificate.create({
        certificate: new Uint8Array(certificate),
        rootKey: new Uint8Array(rootKey),
        principal: { canisterId: Principal.fromUint8Array(canister) },
      });

    test("is accepted by the agent", async () => {
      const certificate = await verify(bytes);
      const found = certificate.lookup_path(["hello"]);
      assert.equal(found.status, LookupPathStatus.Found);
      assert.equal(Buffer.from(found.value).toString(), "world");
    });

    test("is refused when a byte of the tree, the signature or the delegation is another", async () => {
      for (const part of [
        Buffer.from("world"),
        authority.key.sign(state.hash),
        options.delegation ? authority.key.der.subarray(60) : Buffer.from("hello"),
      ]) {
        const spoilt = Buffer.from(bytes);
        spoilt[spoilt.indexOf(part) + 4] ^= 1;
        await assert.rejects(verify(spoilt));
      }
    });

    test("is refused with another root key, or for a canister elsewhere", async () => {
      const other = new Authority(loadSecrets(undefined), RANGES, options);
      await assert.rejects(verify(bytes, CANISTER, other.root.der));
      if (options.delegation) await assert.rejects(verify(bytes, canisterIdOf(5n)));
    });
  });
}

describe("a canister signature", () => {
  const authority = new Authority(secrets, RANGES, layouts[0][1]);
  const verifier = new SignatureVerifier(authority);
  const seed = Buffer.from("user");
  const message = Buffer.from("message");
  const der = canisterKey(CANISTER, seed);
  const signatures = tree([["sig", [[sha256(seed), [[sha256(message), ""]]]]]]);

  const signed = (by, canister, root = signatures.hash) => {
    const state = tree([
      ["canister", [[canister, [["certified_data", root]]]]],
      ["time", lebEncode(now())],
    ]);
    const certificate = by.certify(state, [["canister", canister, "certified_data"], ["time"]], "flat", now());
    return encodeCbor({ certificate, tree: toCborValue(signatures) });
  };

  test("is accepted if the canister certified it", () => {
    assert.equal(verifier.problem(der, message, signed(authority, CANISTER)), undefined);
  });

  const wrong = [
    ["another message", () => verifier.problem(der, Buffer.from("other"), signed(authority, CANISTER))],
    [
      "another seed",
      () => verifier.problem(canisterKey(CANISTER, Buffer.from("other")), message, signed(authority, CANISTER)),
    ],
    [
      "a tree that is not certified",
      () => verifier.problem(der, message, signed(authority, CANISTER, Buffer.alloc(32))),
    ],
    [
      "another network",
      () =>
        verifier.problem(der, message, signed(new Authority(loadSecrets(undefined), RANGES, layouts[0][1]), CANISTER)),
    ],
    [
      "a canister elsewhere",
      () => verifier.problem(canisterKey(canisterIdOf(5n), seed), message, signed(authority, canisterIdOf(5n))),
    ],
    ["no CBOR", () => verifier.problem(der, message, Buffer.from("nonsense"))],
  ];
  for (const [name, problem] of wrong) {
    test(`is refused with ${name}`, () => {
      assert.equal(problem(), "Invalid canister signature");
    });
  }
});

function canisterKey(canister, seed) {
  const key = Buffer.concat([Buffer.of(0, canister.length), canister, seed]);
  const rest = Buffer.concat([Buffer.from("300c060a2b0601040183b8430102", "hex"), Buffer.of(3, key.length), key]);
  return Buffer.concat([Buffer.of(0x30, rest.length), rest]);
}
