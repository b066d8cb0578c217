// Claiming a canister, letting people in and out, quotas, pace, cycles: the owner's side, through the real interface.

import { after, afterEach, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { Ed25519KeyIdentity } from "@icp-sdk/core/identity";
import { startNetwork } from "../local/testing.mjs";
import { connect, edited, newRow, ok } from "./client.mjs";
import { openToAll } from "./methods.mjs";
import { current } from "./releases.mjs";

const { file: wasmFile } = await current();
const SECRET = "a secret that nobody guesses";
const DAY = 24 * 3600;
const controllerKey = Ed25519KeyIdentity.generate();

function text(string) {
  return new TextEncoder().encode(string);
}

function sha256(bytes) {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}

function start(registration, more = ["--claim-secret", SECRET]) {
  const controller = ["--controller", controllerKey.getPrincipal().toText()];
  return startNetwork({ args: ["--throw-away", "--wasm", wasmFile, "--registration", registration, ...controller, ...more] });
}

async function claimed(network) {
  const owner = await connect(network);
  assert.deepEqual(await owner.actor.claim(text(SECRET)), { ok: null });
  return owner;
}

function settings(fields = {}) {
  return { ...openToAll, ...fields };
}

describe("claiming", () => {
  let network;
  before(async () => {
    network = await start("single_owner");
  });
  after(() => network?.stop());
  afterEach(() => network.control("reset"));

  test("before it nobody is in, and everybody can see that", async () => {
    const about = await (await connect(network)).actor.about();
    assert.deepEqual([about.claimed, about.claim_open, about.registration], [false, true, { single_owner: null }]);
    assert.deepEqual(await (await connect(network)).actor.head(), { err: { not_member: null } });
  });

  test("a wrong secret costs one of ten tries and a pause that doubles", async () => {
    const guest = await connect(network);
    assert.deepEqual(await guest.actor.claim(text("x")), { err: { bad_argument: "secret" } });
    assert.deepEqual(await guest.actor.claim(text("a secret that is wrong")), { wrong_secret: { tries_left: 9n } });
    const { err } = await guest.actor.claim(text(SECRET));
    assert.ok(err.busy.retry_after_ns > 0n && err.busy.retry_after_ns <= 1_000_000_000n);
    await network.control("canister-clock", { seconds: 2 });
    assert.deepEqual(await guest.actor.claim(text("a secret that is wrong")), { wrong_secret: { tries_left: 8n } });
    const second = await guest.actor.claim(text(SECRET));
    assert.ok(second.err.busy.retry_after_ns > 1_000_000_000n);
  });

  test("the right one makes an owner, once", async () => {
    await network.control("canister-clock", { seconds: 60 });
    const [owner, late] = [await claimed(network), await connect(network)];
    assert.deepEqual(await owner.actor.claim(text(SECRET)), { ok: null });
    await assert.rejects(late.actor.claim(text(SECRET)), /reject|inspect/i);
    const about = await owner.actor.about();
    assert.deepEqual([about.claimed, about.claim_open, about.member, about.owner], [true, false, true, true]);
    assert.deepEqual(Object.keys((await owner.push([newRow()]))[0]), ["ok"]);
    await assert.rejects(late.push([newRow()]), /reject|inspect/i);
  });

  test("a controller makes another owner, directly or by a new secret", async () => {
    const controller = await connect(network, controllerKey);
    const [one, two] = [await connect(network), await connect(network)];
    assert.deepEqual(await controller.actor.set_owner(one.principal), { ok: null });
    assert.equal((await one.actor.about()).owner, true);
    assert.deepEqual(await controller.actor.set_claim_hash(sha256("another secret, later")), { ok: null });
    assert.equal((await one.actor.about()).owner, true);
    assert.deepEqual(await two.actor.claim(text("another secret, later")), { ok: null });
    assert.deepEqual([(await one.actor.about()).owner, (await two.actor.about()).owner], [false, true]);
    assert.ok("ok" in (await controller.actor.status()));
    await assert.rejects(one.actor.set_owner(one.principal), /reject|inspect/i);
    assert.deepEqual(await two.actor.set_owner(one.principal), { ok: null });
    assert.equal((await one.actor.about()).owner, true);
  });
});

test("ten wrong tries lock the claim until a controller sets another secret", async (t) => {
  const network = await start("single_owner");
  t.after(() => network.stop());
  const guest = await connect(network);
  for (let left = 9n, seconds = 0; left >= 0n; --left) {
    seconds += 600;
    await network.control("canister-clock", { seconds });
    assert.deepEqual(await guest.actor.claim(text("a secret that is wrong")), { wrong_secret: { tries_left: left } });
  }
  await assert.rejects(guest.actor.claim(text(SECRET)), /reject|inspect/i);
  const controller = await connect(network, controllerKey);
  assert.deepEqual(await controller.actor.set_claim_hash(sha256("another secret, later")), { ok: null });
  assert.deepEqual(await guest.actor.claim(text("another secret, later")), { ok: null });
});

test("invites: each lets one person in, until it ends or is taken back", async (t) => {
  const network = await start("single_owner");
  t.after(() => network.stop());
  const owner = await claimed(network);
  ok(await owner.actor.set_settings(settings({ registration: { invite_only: null } })));
  const expires = BigInt(Date.now() + 60_000) * 1_000_000n;
  const invite = async (code, more) => ok(await owner.actor.create_invite({ hash: sha256(code), note: "for Bob", expires, ...more }));
  const [code, revoked, ended] = ["an invite's code 1", "an invite's code 2", "an invite's code 3"];
  const first = await invite(code);
  assert.deepEqual(await invite(code), first);
  const second = await invite(revoked);
  await invite(ended, { expires: BigInt(Date.now() + 5_000) * 1_000_000n });
  assert.deepEqual(await owner.actor.revoke_invite(second.id), { ok: null });
  assert.deepEqual(await owner.actor.revoke_invite(99n), { err: { not_found: null } });

  const [bob, carol] = [await connect(network), await connect(network)];
  assert.deepEqual(await bob.actor.join(text("not an invite's code")), { wrong_invite: null });
  assert.deepEqual(await bob.actor.join(text(code)), { ok: null });
  assert.deepEqual(await bob.actor.join(text(code)), { ok: null });
  assert.deepEqual(Object.keys((await bob.push([newRow()]))[0]), ["ok"]);
  assert.deepEqual(await carol.actor.join(text(code)), { wrong_invite: null });
  assert.deepEqual(await carol.actor.join(text(revoked)), { wrong_invite: null });
  await network.control("canister-clock", { seconds: 10 });
  assert.deepEqual(await carol.actor.join(text(ended)), { wrong_invite: null });
  const told = ok(await owner.actor.invites()).find(({ id }) => id === first.id);
  assert.deepEqual([told.note, told.used_by[0].toText()], ["for Bob", bob.principal.toText()]);

  ok(await owner.actor.set_settings(settings({ registration: { invite_only: null }, max_users: 2n })));
  await invite("an invite's code 4");
  assert.deepEqual(await carol.actor.join(text("an invite's code 4")), { full: null });
  for (const bad of [{ hash: new Uint8Array(31) }, { expires: 1n }, { note: "x".repeat(257) }]) {
    assert.ok("bad_argument" in (await owner.actor.create_invite({ hash: sha256("c"), note: "", expires, ...bad })).err);
  }
});

describe("with members", () => {
  let network;
  let owner;
  before(async () => {
    network = await start("open");
    owner = await claimed(network);
    ok(await owner.actor.set_settings(settings()));
  });
  after(() => network?.stop());
  afterEach(() => network.control("reset"));

  const setUser = async (person, fields) =>
    ok(await owner.actor.set_user({ user: person.principal, quota_bytes: [], suspended: [], note: [], ...fields }));

  test("a quota holds for rows and chunks, and shrinking passes", async () => {
    const bob = await connect(network);
    const row = newRow({ body: new Uint8Array(10_000) });
    await bob.push([row]);
    await setUser(bob, { quota_bytes: [15_000n], note: ["Bob"] });
    assert.deepEqual(Object.keys((await bob.push([newRow({ body: new Uint8Array(9_000) })]))[0]), ["quota"]);
    const bytes = new Uint8Array(randomBytes(9_000));
    assert.deepEqual(Object.keys(ok(await bob.actor.put_chunks([{ hash: sha256(bytes), bytes }])).results[0]), ["quota"]);
    assert.equal((await bob.head()).quota_bytes, 15_000n);
    assert.deepEqual(Object.keys((await bob.push([edited(row, { body: new Uint8Array(100) })]))[0]), ["ok"]);
    assert.deepEqual(Object.keys((await bob.push([newRow({ body: new Uint8Array(9_000) })]))[0]), ["ok"]);
    const user = await setUser(bob, { quota_bytes: [0n] });
    assert.deepEqual([user.note, user.quota_bytes, user.rows], ["Bob", openToAll.default_quota_bytes, 2n]);
  });

  test("a suspended user is let back in with everything in place; a removed one is gone", async () => {
    const [bob, carol] = [await connect(network), await connect(network)];
    await bob.push([newRow({ body: text("kept") })]);
    await carol.push([newRow()]);
    const users = async () => ok(await owner.actor.users({ after: [], max: 100n })).users.map(({ user }) => user.toText());
    await setUser(bob, { suspended: [true] });
    await assert.rejects(bob.push([newRow()]), /reject|inspect/i);
    await setUser(bob, { suspended: [false] });
    assert.deepEqual(Object.keys((await bob.push([newRow()]))[0]), ["ok"]);
    assert.equal((await bob.pullAll()).rows.length, 2);

    assert.deepEqual(await owner.actor.remove_user(carol.principal), { err: { bad_argument: "not_suspended" } });
    await setUser(carol, { suspended: [true] });
    assert.deepEqual(await owner.actor.remove_user(carol.principal), { ok: null });
    assert.deepEqual(await owner.actor.remove_user(carol.principal), { err: { not_found: null } });
    assert.equal((await users()).includes(carol.principal.toText()), false);
    assert.equal((await users()).includes(bob.principal.toText()), true);
    const { err } = await owner.actor.set_user({ user: owner.principal, quota_bytes: [], suspended: [true], note: [] });
    assert.deepEqual(err, { bad_argument: "suspended" });
  });

  test("users come in pages, each once", async () => {
    for (let n = 0; n < 5; ++n) await (await connect(network)).push([newRow()]);
    const whole = ok(await owner.actor.users({ after: [], max: 200n })).users.map(({ user }) => user.toText());
    const paged = [];
    for (let after = [], more = true; more; ) {
      const page = ok(await owner.actor.users({ after, max: 2n }));
      assert.ok(page.users.length <= 2);
      paged.push(...page.users.map(({ user }) => user.toText()));
      ({ more } = page);
      after = page.users.length > 0 ? [page.users.at(-1).user] : after;
    }
    assert.deepEqual(paged, whole);
    assert.equal(new Set(whole).size, whole.length);
  });

  test("a person deletes the own space whole, and nobody else's", async () => {
    const [bob, carol] = [await connect(network), await connect(network)];
    const bytes = new Uint8Array(randomBytes(1_000));
    for (const person of [bob, carol]) {
      ok(await person.actor.put_chunks([{ hash: sha256(bytes), bytes }]));
      await person.push([newRow({ blobs: [sha256(bytes)] })]);
    }
    const known = (await bob.pullAll()).checkpoint;
    assert.deepEqual(await bob.actor.delete_space(carol.principal), { err: { bad_argument: "confirm" } });
    assert.deepEqual(await bob.actor.delete_space(bob.principal), { ok: null });
    const head = await bob.head();
    assert.deepEqual([head.rows, head.bytes, head.proof.position], [0n, 0n, 0n]);
    assert.notEqual(head.epoch, known.epoch);
    assert.deepEqual((await bob.pull(known)).resync.reason, { epoch: null });
    assert.deepEqual(ok(await bob.actor.missing_chunks([sha256(bytes)])), [sha256(bytes)]);
    assert.deepEqual(ok(await carol.actor.missing_chunks([sha256(bytes)])), []);
    assert.equal((await carol.pullAll()).rows.length, 1);
    assert.deepEqual(Object.keys((await bob.push([newRow()]))[0]), ["ok"]);
  });

  test("the status counts all memory, that of attachments apart", async () => {
    for (let n = 0; n < 20; ++n) {
      const bytes = new Uint8Array(randomBytes(1_000_000));
      ok(await owner.actor.put_chunks([{ hash: sha256(bytes), bytes }]));
    }
    const { memory_bytes, chunk_memory_bytes } = ok(await owner.actor.status());
    const { burnedPerDay } = await network.control("cycles");
    const paid = (Number(burnedPerDay) / (127_000 * 86_400)) * 2 ** 30; // the code, too
    assert.ok(Number(memory_bytes) > 0.8 * paid && Number(memory_bytes) < paid, `${memory_bytes} of ${paid}`);
    assert.ok(chunk_memory_bytes >= 20_000_000n && chunk_memory_bytes < memory_bytes);
  });

  test("settings are taken whole or not at all", async () => {
    const before = ok(await owner.actor.settings());
    for (const bad of [{ default_quota_bytes: 0n }, { max_users: 0n }, { updates_per_minute: 0n }, { updates_per_minute: 2n ** 64n - 1n }]) {
      const { err } = await owner.actor.set_settings(settings({ low_cycles: 1n, ...bad }));
      assert.deepEqual(err, { bad_argument: Object.keys(bad)[0] });
    }
    assert.deepEqual(ok(await owner.actor.settings()), before);
  });

  test("whoever sends too many updates is told to wait, alone", async () => {
    const [bob, carol] = [await connect(network), await connect(network)];
    await bob.push([newRow()]);
    ok(await owner.actor.set_settings(settings({ updates_per_minute: 1n })));
    let wait;
    for (let n = 0; n < 30 && wait === undefined; ++n) wait = (await bob.pushRaw([])).err?.busy.retry_after_ns;
    assert.ok(wait > 0n);
    assert.ok("ok" in (await carol.pushRaw([])));
    assert.ok("ok" in (await bob.actor.head()));
    await network.control("canister-clock", { seconds: Number(wait / 1_000_000_000n) + 1 });
    assert.ok("ok" in (await bob.pushRaw([])));
    ok(await owner.actor.set_settings(settings()));
  });

  test("few cycles are marked in every head, and the status tells how long they last", async () => {
    const mark = async () => (await owner.head()).cycles;
    assert.deepEqual(await mark(), []);
    const { cycles, days_left, cycles_per_day } = ok(await owner.actor.status());
    assert.deepEqual([days_left, cycles_per_day, cycles > 0n], [[], 0n, true]);

    const { burnedPerDay } = await network.control("cycles");
    const frozen = 90n * BigInt(burnedPerDay); // what the canister expects the system to keep back
    await network.control("cycles", { balance: String(frozen + 4n * 10n ** 11n) });
    assert.deepEqual(await mark(), [{ low: null }]);
    await network.control("cycles", { balance: String(frozen + 5n * 10n ** 10n) });
    assert.deepEqual(await mark(), [{ critical: null }]);
    await network.control("cycles", { balance: String(10n ** 13n) });
    assert.deepEqual(await mark(), []);
  });

});

test("the daily use is measured, not guessed", async (t) => {
  const network = await start("open");
  t.after(() => network.stop());
  const owner = await claimed(network);
  assert.equal(ok(await owner.actor.status()).cycles_per_day, 0n);
  const before = BigInt((await network.control("cycles")).balance);
  for (let quarter = 1; quarter <= 20; ++quarter) await network.control("canister-clock", { seconds: (quarter * DAY) / 4 });
  const { cycles, cycles_per_day, days_left } = ok(await owner.actor.status());
  const daily = Number(before - cycles) / 5;
  assert.ok(Math.abs(Number(cycles_per_day) - daily) < daily / 5, `${cycles_per_day} of ${daily}`);
  assert.ok(days_left[0] > 0n && days_left[0] <= cycles / cycles_per_day, `${days_left}`);
});
