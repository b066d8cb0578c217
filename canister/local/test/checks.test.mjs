// What the network refuses, with the replica's status and words, and what it answers to repeated calls.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { principalBytes } from "../bytes.mjs";
import { hashOfMap } from "../requestid.mjs";
import { fixture } from "./fixture.mjs";
import { startNetwork } from "./ownnetwork.mjs";
import {
  NO_ARGUMENTS,
  contentOf,
  delegate,
  envelope,
  key,
  minutes,
  nowNs,
  post,
  readStateContent,
  statusOf,
} from "./rawclient.mjs";

const alice = key(1);
const bob = key(2);
const session = key(3);

describe("the network", () => {
  let network;
  before(async () => {
    network = await startNetwork({ args: ["--throw-away", "--wasm", await fixture("Sample")] });
  });
  after(() => network.stop());

  const call = (more = {}) => contentOf(network, "call", "increment", { sender: alice.principal, ...more });
  const query = (more = {}) => contentOf(network, "query", "read", { sender: alice.principal, ...more });
  const refusal = async (version, action, body, options) => {
    const { status, text, type } = await post(network, version, action, body, options);
    assert.match(type, /^text\/plain/);
    return `${status} ${text}`;
  };

  const refused = [
    [
      "an expiry in the past",
      () => envelope(call({ ingress_expiry: nowNs() - 1n }), alice),
      /^400 Invalid request expiry: Specified ingress_expiry not within expected range: Minimum allowed expiry: 20.* UTC, Maximum allowed expiry: .* UTC, Provided expiry: {8}20.* UTC$/,
    ],
    [
      "an expiry too far ahead",
      () => envelope(call({ ingress_expiry: nowNs() + minutes(6) }), alice),
      /^400 Invalid request expiry: /,
    ],
    [
      "an anonymous call that is late",
      () => envelope(contentOf(network, "call", "increment", { ingress_expiry: 1n })),
      /^400 Invalid request expiry: /,
    ],
    [
      "a nonce of 33 bytes",
      () => envelope(call({ nonce: Buffer.alloc(33) }), alice),
      /^400 Nonce in request is too big: got 33 bytes/,
    ],
    [
      "another sender than the key",
      () => envelope(call({ sender: bob.principal }), alice),
      /^400 The user id .* does not match the public key /,
    ],
    ["no signature", () => envelope(call()), /^400 Missing signature from user: /],
    [
      "a signature of the anonymous user",
      () => envelope(contentOf(network, "call", "increment"), alice),
      /^400 Signature is not allowed for the anonymous user/,
    ],
    [
      "a signature by another key",
      () => envelope(call(), bob, { owner: alice }),
      /^400 Invalid signature: Invalid basic signature: /,
    ],
    [
      "a query envelope at the call endpoint",
      () => envelope(query(), alice),
      /^400 Unable to parse request: unknown variant `query`/,
    ],
    [
      "another canister than in the path",
      () => envelope(call({ canister_id: principalBytes("5s2ji-faaaa-aaaaa-qaaaq-cai") }), alice),
      /^400 Specified CanisterId 5s2ji-faaaa-aaaaa-qaaaq-cai does not match/,
    ],
    ["bytes that are not CBOR", () => Buffer.from("hello"), /^400 Unable to parse request: /],
    [
      "a body over 2 MiB",
      () => envelope(call({ arg: Buffer.alloc(2 * 2 ** 20) }), alice),
      /^413 Request 0x[0-9a-f]{64} is too large\. Message byte size [0-9]+ is larger than the max allowed 2097152\./,
    ],
    ["a body over 5 MiB", () => Buffer.alloc(5 * 2 ** 20 + 1), /^413 error: payload_too_large\n/],
    [
      "a link that is over",
      () =>
        envelope(call(), session, { owner: alice, chain: [delegate(alice, session, { expiration: nowNs() - 1n })] }),
      /^400 Invalid delegation expiry: Specified sender delegation has expired/,
    ],
    [
      "a link by a stranger",
      () => envelope(call(), session, { owner: alice, chain: [delegate(bob, session)] }),
      /^400 Invalid delegation: Invalid basic signature/,
    ],
    [
      "a chain that turns back",
      () => envelope(call(), alice, { owner: alice, chain: [delegate(alice, session), delegate(session, alice)] }),
      /^400 Invalid delegation: Chain of delegations contains at least one cycle/,
    ],
    [
      "a chain of 21 links",
      () =>
        envelope(call({ sender: key(99).principal }), key(120), {
          owner: key(99),
          chain: Array.from({ length: 21 }, (_, i) => delegate(key(99 + i), key(100 + i))),
        }),
      /^400 Invalid delegation: Chain of delegations is too long/,
    ],
    [
      "1001 targets",
      () =>
        envelope(call(), session, {
          owner: alice,
          chain: [delegate(alice, session, { targets: Array(1001).fill(Buffer.of(1)) })],
        }),
      /^400 Invalid delegation: Number of targets/,
    ],
    [
      "a target elsewhere",
      () => envelope(call(), session, { owner: alice, chain: [delegate(alice, session, { targets: [Buffer.of(1)] })] }),
      /^400 Canister .* is not one of the delegation targets/,
    ],
    [
      "a chain for queries only",
      () => envelope(call(), session, { owner: alice, chain: [delegate(alice, session, { permissions: "queries" })] }),
      /^400 Invalid delegation: /,
    ],
  ];
  for (const [name, body, expected] of refused) {
    test(`refuses a call with ${name}`, async () => {
      assert.match(await refusal("v4", "call", body()), expected);
    });
  }

  test("accepts a chain with targets, for calls, queries and read_state", async () => {
    const chain = [delegate(alice, session, { targets: [principalBytes(network.canisterId)] })];
    const signed = (content) => envelope(content, session, { owner: alice, chain });
    const content = call();
    const answer = await post(network, "v4", "call", signed(content));
    assert.equal(statusOf(answer, hashOfMap(content)).status.toString(), "replied");
    assert.equal((await post(network, "v3", "query", signed(query()))).cbor.get("status"), "replied");
    const read = readStateContent([["request_status", hashOfMap(content)]], { sender: alice.principal });
    assert.equal((await post(network, "v3", "read_state", signed(read))).status, 200);
  });

  test("takes an anonymous query whatever its expiry, and a chain for queries only", async () => {
    const late = contentOf(network, "query", "read", { ingress_expiry: 1n });
    assert.equal((await post(network, "v3", "query", envelope(late))).cbor.get("status"), "replied");
    const chain = [delegate(alice, session, { permissions: "queries" })];
    assert.equal(
      (await post(network, "v2", "query", envelope(query(), session, { owner: alice, chain }))).cbor.get("status"),
      "replied",
    );
  });

  test("wants exactly application/cbor", async () => {
    assert.match(
      await refusal("v4", "call", envelope(call(), alice), { type: "application/cbor; charset=utf-8" }),
      /^400 Unexpected content-type/,
    );
  });

  test("does not know other versions and canisters", async () => {
    const body = envelope(call(), alice);
    assert.match(await refusal("v5", "call", body), /^404 /);
    assert.match(await refusal("v4", "query", body), /^404 /);
    assert.equal(
      await refusal("v4", "call", body, { place: "canister/ryjl3-tyaaa-aaaaa-aaaba-cai" }),
      "400 error: canister_not_found\ndetails: The canister ryjl3-tyaaa-aaaaa-aaaba-cai does not exist.",
    );
    assert.match(await refusal("v4", "call", body, { place: "canister/aaaaa-aa" }), /^400 error: canister_not_found/);
    assert.match(await refusal("v4", "call", body, { place: "canister/nonsense" }), /^400 error: malformed_request/);
  });

  test("runs a call once, however often it is sent", async () => {
    const content = call();
    const body = envelope(content, alice);
    const read = async () =>
      (await post(network, "v3", "query", envelope(query(), alice))).cbor.get("reply").get("arg");
    const answers = await Promise.all([1, 2, 3].map(() => post(network, "v4", "call", body)));
    for (const { status, text } of answers) {
      assert.ok(status === 200 || (status === 202 && text.startsWith("Duplicate request")), `${status} ${text}`);
    }
    const before = await read();
    const again = await post(network, "v3", "call", body);
    assert.equal(statusOf(again, hashOfMap(content)).status.toString(), "replied");
    assert.equal((await post(network, "v2", "call", body)).status, 202);
    assert.deepEqual(await read(), before);
  });

  test("answers v2 calls with 202 and lets the sender ask for the result", async () => {
    const content = call();
    const id = hashOfMap(content);
    assert.equal((await post(network, "v2", "call", envelope(content, alice))).status, 202);
    const ask = () =>
      post(
        network,
        "v2",
        "read_state",
        envelope(readStateContent([["request_status", id]], { sender: alice.principal }), alice),
      );
    let state = statusOf(await ask(), id);
    while (state.status?.toString() !== "replied") state = statusOf(await ask(), id);
    assert.ok(state.reply.length > 0);
  });

  test("gives the code and words of a reject in the certificate", async () => {
    const content = contentOf(network, "call", "incrementThenTrap", { sender: alice.principal });
    const state = statusOf(await post(network, "v4", "call", envelope(content, alice)), hashOfMap(content));
    assert.equal(state.status.toString(), "rejected");
    assert.deepEqual([...state.reject_code], [5]);
    assert.equal(state.error_code.toString(), "IC0503");
    assert.equal(
      state.reject_message.toString(),
      `Error from Canister ${network.canisterId}: Canister called \`ic0.trap\` with message: 'as asked'`,
    );
  });

  test("refuses what inspect_message refuses without a certificate", async () => {
    const content = contentOf(network, "call", "addRow", {
      arg: Buffer.concat([NO_ARGUMENTS, Buffer.alloc(1_600_000)]),
    });
    const v4 = await post(network, "v4", "call", envelope(content));
    assert.equal(v4.cbor.get("status"), "non_replicated_rejection");
    assert.equal(v4.cbor.get("error_code"), "IC0503");
    const v2 = await post(network, "v2", "call", envelope(content));
    assert.equal(v2.cbor.get("status"), undefined);
    assert.equal(v2.cbor.get("reject_code"), 5n);
  });
});
