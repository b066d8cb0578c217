// What may be read of the certified state, and by whom.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { principalBytes, principalText } from "../bytes.mjs";
import { lookup } from "../hashtree.mjs";
import { hashOfMap } from "../requestid.mjs";
import { fixture } from "./fixture.mjs";
import { startNetwork } from "./ownnetwork.mjs";
import { certifiedTree, contentOf, envelope, key, post, readStateContent, statusOf, subnetId } from "./rawclient.mjs";

const alice = key(1);
const bob = key(2);

describe("the certified state", () => {
  let network;
  before(async () => {
    network = await startNetwork({ args: ["--throw-away", "--wasm", await fixture("Sample")] });
  });
  after(() => network.stop());

  const call = (more = {}) => contentOf(network, "call", "increment", { sender: alice.principal, ...more });
  const refusal = async (version, action, body, options) => {
    const { status, text, type } = await post(network, version, action, body, options);
    assert.match(type, /^text\/plain/);
    return `${status} ${text}`;
  };

  test("shows the status of a call to its sender only", async () => {
    const content = call();
    await post(network, "v4", "call", envelope(content, alice));
    const paths = [["request_status", hashOfMap(content)]];
    assert.match(
      await refusal("v3", "read_state", envelope(readStateContent(paths))),
      /^403 The user tries to access Request ID not signed by the caller/,
    );
    assert.match(
      await refusal("v3", "read_state", envelope(readStateContent(paths, { sender: bob.principal }), bob)),
      /^403 /,
    );
  });

  test("proves that it does not know a call", async () => {
    const id = Buffer.alloc(32, 9);
    const answer = await post(
      network,
      "v3",
      "read_state",
      envelope(readStateContent([["request_status", id]], { sender: alice.principal }), alice),
    );
    assert.equal(answer.status, 200);
    assert.equal(statusOf(answer, id).status, undefined);
  });

  const unreadable = [
    ["certified data", (id) => [["canister", id, "certified_data"]], /^404 Invalid path/],
    ["another canister", () => [["canister", Buffer.of(1, 2), "module_hash"]], /^400 Effective principal id/],
    [
      "two calls",
      () => [
        ["request_status", Buffer.alloc(32, 1)],
        ["request_status", Buffer.alloc(32, 2)],
      ],
      /^400 More than one non-unique request ID/,
    ],
    ["a short request id", () => [["request_status", Buffer.alloc(31)]], /^400 Invalid request id in paths/],
    ["1001 paths", () => Array(1001).fill(["time"]), /^400 Too many paths/],
    ["128 labels", () => [Array(128).fill("a")], /^400 At least one path/],
    ["everything", () => [[]], /^404 Invalid path/],
    [
      "private metadata",
      (id) => [["canister", id, "metadata", "motoko:stable-types"]],
      /^403 Custom section motoko:stable-types can only/,
    ],
  ];
  for (const [name, paths, expected] of unreadable) {
    test(`does not let ${name} be read`, async () => {
      const content = readStateContent(paths(principalBytes(network.canisterId)), { sender: alice.principal });
      assert.match(await refusal("v3", "read_state", envelope(content, alice)), expected);
    });
  }

  test("shows the facts of a canister and of the subnet", async () => {
    const id = principalBytes(network.canisterId);
    const paths = [
      ["canister", id, "module_hash"],
      ["canister", id, "controllers"],
      ["canister", id, "metadata", "candid:service"],
      ["subnet"],
    ];
    const tree = certifiedTree(await post(network, "v3", "read_state", envelope(readStateContent(paths))));
    assert.equal(lookup(tree, ["canister", id, "module_hash"]).length, 32);
    assert.match(lookup(tree, ["canister", id, "metadata", "candid:service"]).toString(), /increment/);
    assert.ok(lookup(tree, ["time"]));
  });

  test("knows its subnet at the subnet endpoint", async () => {
    const status = await fetch(`${network.url}/api/v2/status`);
    assert.equal(status.headers.get("content-type"), "application/cbor");
    const id = await subnetId(network);
    const answer = await post(network, "v3", "read_state", envelope(readStateContent([["subnet", id, "public_key"]])), {
      place: `subnet/${principalText(id)}`,
    });
    assert.equal(lookup(certifiedTree(answer), ["subnet", id, "public_key"]).length, 133);
    assert.match(
      await refusal("v3", "read_state", envelope(readStateContent([["time"]])), { place: "subnet/aaaaa-aa" }),
      /^400 error: subnet_not_found/,
    );
  });
});
