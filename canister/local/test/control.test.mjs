// Each fault of the control endpoint, seen by a client.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { lookup } from "../hashtree.mjs";
import { hashOfMap } from "../requestid.mjs";
import { actorFor, identity } from "./client.mjs";
import { fixture } from "./fixture.mjs";
import { startNetwork } from "./ownnetwork.mjs";
import { certifiedTree, contentOf, envelope, nowNs, post, readStateContent, statusOf } from "./rawclient.mjs";

describe("the control endpoint", () => {
  let network;
  let sample;
  before(async () => {
    network = await startNetwork({ args: ["--throw-away", "--wasm", await fixture("Sample"), "--sync-wait", "250"] });
    sample = actorFor(network);
  });
  after(() => network.stop());
  afterEach(() => network.control("reset"));

  const increment = () => contentOf(network, "call", "increment");
  const send = (content) => post(network, "v4", "call", envelope(content));
  const statusOfCall = async (content) => {
    const id = hashOfMap(content);
    return statusOf(
      await post(network, "v3", "read_state", envelope(readStateContent([["request_status", id]]))),
      id,
    ).status?.toString();
  };
  const elapsed = async (work) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };

  test("delays update calls and queries", async () => {
    await network.control("delay", { update: 150, query: 60 });
    assert.ok((await elapsed(() => send(increment()))) >= 150);
    assert.ok((await elapsed(() => sample.read())) >= 60);
  });

  test("lets a call take longer than the client may wait", async () => {
    await network.control("delay", { update: 600 });
    const content = increment();
    const answer = await send(content);
    assert.equal(answer.status, 202);
    assert.match(answer.text, /did not complete/);
    assert.equal(await statusOfCall(content), "received");
    while ((await statusOfCall(content)) !== "replied");
  });

  test("drops a request, so that it never runs", async () => {
    await network.control("fault", { on: "call", do: "dropRequest" });
    const content = increment();
    await assert.rejects(send(content));
    assert.equal(await statusOfCall(content), undefined);
    assert.equal((await send(content)).status, 200);
  });

  test("drops a reply, although the call ran", async () => {
    await network.control("fault", { on: "call", do: "dropReply" });
    const content = increment();
    await assert.rejects(send(content));
    assert.equal(await statusOfCall(content), "replied");
  });

  test("cuts a body", async () => {
    await network.control("fault", { on: "query", do: "cutBody", bytes: 20 });
    await assert.rejects(post(network, "v3", "query", envelope(contentOf(network, "query", "read"))));
  });

  test("tampers with certificates and query answers, which the agent notices", async () => {
    await sample.read();
    for (const [on, bytes, ask] of [
      ["call", -1, () => sample.increment()],
      ["call", 400, () => sample.increment()],
      ["query", 40, () => sample.read()],
      ["query", -1, () => sample.read()],
    ]) {
      await network.control("fault", { on, do: "flipBit", bytes });
      await assert.rejects(ask(), `${on} ${bytes}`);
    }
    await sample.read();
  });

  test("answers with a status of the boundary node, as often as asked", async () => {
    await network.control("fault", {
      on: "any",
      do: "status",
      status: 429,
      body: "error: rate_limited\ndetails: slow down",
      times: 2,
      headers: { "retry-after": "1" },
    });
    for (let i = 0; i < 2; i += 1) {
      const response = await fetch(`${network.url}/api/v2/status`);
      assert.equal(response.status, 429);
      assert.equal(response.headers.get("retry-after"), "1");
    }
    assert.equal((await send(increment())).status, 200);
  });

  test("leaves out the first requests if asked", async () => {
    await network.control("fault", { on: "call", do: "status", status: 503, skip: 1 });
    assert.equal((await send(increment())).status, 200);
    assert.equal((await send(increment())).status, 503);
    assert.equal((await send(increment())).status, 200);
  });

  test("lets a request hang until it is reset", async () => {
    await network.control("fault", { on: "query", do: "hang" });
    const asked = post(network, "v3", "query", envelope(contentOf(network, "query", "read")));
    const outcome = asked.then(
      () => "answered",
      () => "cut",
    );
    assert.equal((await send(increment())).status, 200);
    await network.control("reset");
    assert.equal(await outcome, "cut");
  });

  test("spoils node signatures", async () => {
    await sample.read();
    await network.control("node-signature", { wrong: true });
    await assert.rejects(sample.read(), /[Ss]ignature/);
  });

  test("makes certificates and query signatures old", async () => {
    await network.control("certificate-age", { seconds: 600 });
    const content = increment();
    const time = lookup(certifiedTree(await send(content)), ["time"]);
    assert.ok(lebDecode(time) < nowNs() - 590n * 10n ** 9n);
    await assert.rejects(actorFor(network).increment(), /certificate/);
    await network.control("reset");
    await network.control("query-age", { seconds: 600 });
    await assert.rejects(actorFor(network).read(), /stale/);
  });

  test("sets the clock", async () => {
    await network.control("clock", { seconds: -3600 });
    assert.match((await send(increment())).text, /^Invalid request expiry/);
    const seen = BigInt(await readNow());
    assert.ok(seen < nowNs() - 3500n * 10n ** 9n);
  });

  async function readNow() {
    const answer = await post(network, "v3", "read_state", envelope(readStateContent([["time"]])));
    return lebDecode(lookup(certifiedTree(answer), ["time"]));
  }

  test("sets the canisters' clock alone; timers that became due have run by then", async () => {
    await sample.startDaily();
    const ticks = await sample.tickCount();
    const day = 24 * 3600;
    await network.control("canister-clock", { seconds: 1.5 * day });
    assert.equal(await sample.tickCount(), ticks + 1n);
    const seen = BigInt(await sample.now());
    assert.ok(seen > nowNs() + BigInt(day) * 14n * 10n ** 8n);
    assert.ok((await readNow()) < nowNs() + 10n ** 10n);
    await network.control("canister-clock", { seconds: 3.5 * day });
    assert.ok((await sample.tickCount()) > ticks + 1n);
  });

  test("sets the cycles; messages and memory use them up", async () => {
    const told = async () => BigInt((await network.control("cycles")).balance);
    const start = 10n ** 13n;
    await network.control("cycles", { balance: String(start) });
    const body = envelope(increment());
    await post(network, "v4", "call", body);
    const spent = start - (await told());
    const fixed = 1_200_000n + 2_000n * BigInt(body.length) + 5_000_000n;
    assert.ok(spent > fixed && spent < fixed + 10_000_000n, `${spent}`);

    const before = await sample.balance();
    const { burnedPerDay } = await network.control("cycles");
    await network.control("canister-clock", { seconds: 10 * 24 * 3600 });
    const gone = before - (await sample.balance());
    assert.ok(gone >= 10n * BigInt(burnedPerDay) && gone < 11n * BigInt(burnedPerDay), `${gone} of ${burnedPerDay} a day`);

    const { balance } = await network.control("cycles", { add: String(start) });
    assert.ok(BigInt(balance) > start);
    const status = await sample.ownStatus();
    assert.ok(status.cycles <= BigInt(balance) && status.cycles > start);
    assert.ok(status.idle_cycles_burned_per_day > 0n && status.memory_size > 0n);
  });

  test("a canister without cycles is frozen, and thaws when it gets some", async () => {
    await sample.increment();
    const { balance, burnedPerDay } = await network.control("cycles");
    await network.control("cycles", { balance: String(29n * BigInt(burnedPerDay)) });
    await assert.rejects(sample.increment(), /IC0207|out of cycles/);
    await assert.rejects(sample.read(), /frozen/);
    await network.control("cycles", { balance });
    await sample.increment();
  });

  test("counts instructions the same way each time, and knows its controllers", async () => {
    const [few, many] = [await sample.instructions(1_000n), await sample.instructions(2_000n)];
    assert.equal(await sample.instructions(1_000n), few);
    assert.ok(many > few * 19n / 10n && many < few * 21n / 10n, `${few} ${many}`);
    assert.equal(await sample.isController(), true);
    assert.equal(await actorFor(network, undefined, identity(3)).isController(), false);
  });

  test("lets queries lag behind", async () => {
    const before = await sample.read();
    await network.control("query-state", { frozen: true });
    await sample.increment();
    assert.equal(await sample.read(), before);
    await network.control("query-state", { frozen: false });
    assert.equal(await sample.read(), before + 1n);
  });

  test("rolls the canister back", async () => {
    const before = await sample.read();
    await sample.regionWrite(0n, Buffer.from("old"));
    const { snapshot } = await network.control("snapshot");
    await sample.increment();
    await sample.regionWrite(0n, Buffer.from("new"));
    await network.control("restore", { snapshot });
    assert.equal(await sample.read(), before);
    assert.equal(Buffer.from(await sample.regionRead(0n, 3n)).toString(), "old");
    assert.equal(await sample.increment(), before + 1n);
  });

  test("counts requests and bytes", async () => {
    await network.control("statistics", { reset: true });
    const body = envelope(increment());
    const answer = await post(network, "v4", "call", body);
    const counted = await network.control("statistics");
    assert.deepEqual(counted, { call: { requests: 1, bytesIn: body.length, bytesOut: answer.bytes.length } });
  });

  const wrong = [
    ["nothing", {}, /there is no POST/],
    ["fault", { do: "explode" }, /do is one of/],
    ["fault", { on: "moon", do: "hang" }, /on is one of/],
    ["delay", { update: -1 }, /number of milliseconds/],
    ["clock", {}, /seconds is a number/],
    ["cycles", { balance: 5 }, /decimal digits/],
    ["restore", { snapshot: "00" }, /Could not find the snapshot/],
  ];
  for (const [name, body, expected] of wrong) {
    test(`refuses ${name} ${JSON.stringify(body)}`, async () => {
      await assert.rejects(network.control(name, body), expected);
    });
  }
});

test("there is no control endpoint unless asked for", async () => {
  const network = await startNetwork({ args: ["--throw-away", "--no-canister"], control: false });
  assert.equal((await fetch(`${network.url}/control/reset`, { method: "POST" })).status, 404);
  await network.stop();
});

function lebDecode(bytes) {
  return bytes.reduceRight((value, byte) => (value << 7n) | BigInt(byte & 0x7f), 0n);
}
