// Nobody sees, changes or counts anything of another person; nobody uses what is not theirs to use; and no argument, however
// wrong, costs anybody anything. Tried for every method of sheaf.did.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { IDL } from "@icp-sdk/core/candid";
import { Ed25519KeyIdentity } from "@icp-sdk/core/identity";
import { contentOf, envelope, key, post } from "../local/test/rawclient.mjs";
import { startNetwork } from "../local/testing.mjs";
import { canisterFolder } from "../moc.mjs";
import { parseService } from "./candid.mjs";
import { connect, connectAnonymous, edited, fresh, newRow, ok } from "./client.mjs";
import { answerOf, methods, openToAll, plain } from "./methods.mjs";
import { current } from "./releases.mjs";

const service = parseService(await readFile(path.join(canisterFolder, "sheaf.did"), "utf8"));
const signatures = Object.fromEntries(service._fields);
const { file: wasmFile } = await current();
const SECRET = "a secret that nobody guesses";
const MARK = "only Alice knows this";
const controller = Ed25519KeyIdentity.generate();

function text(string) {
  return new TextEncoder().encode(string);
}

function start() {
  const options = ["--claim-secret", SECRET, "--controller", controller.getPrincipal().toText()];
  return startNetwork({ args: ["--throw-away", "--wasm", wasmFile, "--registration", "open", ...options] });
}

/// The owner; `max_users` and the like as tests need them.
async function ownerOf(network) {
  const owner = await connect(network);
  assert.deepEqual(await owner.actor.claim(text(SECRET)), { ok: null });
  ok(await owner.actor.set_settings(openToAll));
  return owner;
}

/// What a person is going to have; nothing of it is anywhere yet.
function plannedPrey() {
  const bytes = new Uint8Array(Buffer.concat([Buffer.from(MARK), randomBytes(5_000)]));
  const chunk = { hash: new Uint8Array(createHash("sha256").update(bytes).digest()), bytes };
  const first = newRow({ body: text(`${MARK} 1`) });
  const second = newRow({ body: text(`${MARK} 2`), blobs: [chunk.hash] });
  const identity = Ed25519KeyIdentity.generate();
  return { identity, principal: identity.getPrincipal(), deviceId: new Uint8Array(randomBytes(16)), chunk, rows: [first, second] };
}

async function settleIn(network, prey) {
  const person = await connect(network, prey.identity);
  person.deviceId = prey.deviceId;
  ok(await person.actor.put_chunks([prey.chunk]));
  const [first, second] = prey.rows;
  const results = await person.push([first, edited(first, { body: text(`${MARK} 3`) }), second]);
  assert.ok(results.every((result) => "ok" in result));
  return person;
}

/// Everything that a person has, as the person sees it.
async function belongings(person, { chunk }) {
  const { actor } = person;
  return plain({
    about: await actor.about(),
    head: await person.head(),
    rows: (await person.pullAll()).rows,
    manifest: ok(await actor.manifest({ after_sequence: 0n, max_rows: 100n })).entries,
    devices: ok(await actor.devices()),
    chunks: ok(await actor.get_chunks([{ hash: chunk.hash, offset: 0n, length: 0n }])).parts,
  });
}

async function story(person, prey) {
  const answers = {};
  for (const [name, { args }] of Object.entries(methods)) {
    answers[name] = await answerOf(person.actor, name, args({ prey, self: person.principal }));
  }
  return answers;
}

test("every method of the interface has its cases here", () => {
  assert.deepEqual(Object.keys(methods).sort(), Object.keys(signatures).sort());
});

describe("among members", () => {
  let network;
  let owner;
  let prey;
  let baseline;
  let alice;
  before(async () => {
    network = await start();
    owner = await ownerOf(network);
    prey = plannedPrey();
    baseline = await story(await connect(network), prey);
    alice = await settleIn(network, prey);
  });
  after(() => network?.stop());

  test("a second and a third user get the same answers whether or not there is a first", async () => {
    const before = await belongings(alice, prey);
    for (let n = 0; n < 2; ++n) {
      const answers = await story(await connect(network), prey);
      for (const name of Object.keys(methods)) assert.deepEqual(answers[name], baseline[name], name);
    }
    assert.deepEqual(await belongings(alice, prey), before);
  });

  test("the story was one in which something happened", () => {
    assert.deepEqual(Object.keys(baseline.push.ok.results[2]), ["missing_chunks"]);
    assert.deepEqual(Object.keys(baseline.push.ok.results[3]), ["ok"]);
    assert.deepEqual(baseline.put_chunks.ok.results, [{ ok: null }]);
    assert.deepEqual(baseline.get_chunks.ok.parts, [[]]);
    assert.deepEqual(baseline.delete_space, { err: { bad_argument: "confirm" } });
    const refused = Object.keys(methods).filter((name) => ["owner", "controller"].includes(methods[name].of));
    for (const name of refused) assert.ok(["rejected", '{"err":{"not_owner":null}}'].includes(asText(baseline[name])), name);
  });

  test("nothing of the first is in any answer to another, certified ones included", async () => {
    const bob = await connect(network);
    const raw = [];
    for (const [name, { args }] of Object.entries(methods)) {
      const mode = signatures[name].annotations.includes("query") ? "query" : "update";
      const arg = IDL.encode(signatures[name].argTypes, args({ prey, self: bob.principal }));
      const answer = await bob.agent[mode](network.canisterId, { methodName: name, arg: new Uint8Array(arg) }).catch(() => ({}));
      raw.push([name, Buffer.from(answer.reply?.arg ?? answer.reply ?? [])]);
    }
    for (const [name, bytes] of raw) {
      assert.equal(bytes.includes(MARK), false, name);
      assert.equal(bytes.includes(Buffer.from(prey.principal.toUint8Array())), false, name);
    }
  });

  test("an anonymous caller gets nothing", async () => {
    const before = await belongings(alice, prey);
    const nobody = await connectAnonymous(network);
    for (const [name, { args }] of Object.entries(methods)) {
      const answer = asText(await answerOf(nobody.actor, name, args({ prey, self: nobody.principal })));
      if (name === "about") assert.match(answer, /"member":false,"owner":false|"owner":false/);
      else assert.ok(["rejected", '{"err":{"anonymous":null}}'].includes(answer), `${name}: ${answer}`);
    }
    assert.deepEqual(await belongings(alice, prey), before);
  });

  test("a suspended member reads, writes nothing, and may leave", async () => {
    const dave = await connect(network);
    await dave.push([newRow({ id: "Dave's", body: text("kept") })]);
    ok(await owner.actor.set_user({ user: dave.principal, quota_bytes: [], suspended: [true], note: [] }));
    const mine = plannedPrey();
    const before = await belongings(dave, mine);
    for (const [name, { of, writes, records, args }] of Object.entries(methods)) {
      if (of !== "person" || records || name === "delete_space") continue;
      const answer = await answerOf(dave.actor, name, args({ prey: mine, self: dave.principal }));
      if (writes) assert.ok(answer === "rejected" || "err" in answer, `${name}: ${asText(answer)}`);
      else assert.ok("ok" in answer, `${name}: ${asText(answer)}`);
    }
    assert.deepEqual(await dave.pushRaw([]).catch(() => ({ err: { suspended: null } })), { err: { suspended: null } });
    assert.deepEqual(await belongings(dave, mine), before);
    assert.equal((await dave.actor.about()).suspended, true);
    assert.deepEqual(await dave.actor.delete_space(dave.principal), { ok: null });
    assert.equal((await dave.head()).rows, 0n);
  });

  test("the owner sees who uses how much, but no rows, and the owner's methods are nobody else's", async () => {
    const { users } = ok(await owner.actor.users({ after: [], max: 100n }));
    const told = users.find(({ user }) => user.toText() === alice.principal.toText());
    const { rows, bytes } = await alice.head();
    assert.deepEqual([told.rows, told.bytes > 0n && told.bytes <= bytes], [rows, true]);
    assert.deepEqual((await owner.pullAll()).rows, []);
    assert.deepEqual(ok(await owner.actor.get(prey.rows.map(({ id }) => id))).rows, []);

    for (const name of ["status", "settings", "users", "invites"]) {
      assert.ok("ok" in (await owner.actor[name](...methods[name].args({ prey }))), name);
      assert.deepEqual(await alice.actor[name](...methods[name].args({ prey })), { err: { not_owner: null } }, name);
    }
    assert.equal(await answerOf(owner.actor, "set_claim_hash", [new Uint8Array(32)]), "rejected");
  });
});

describe("without an invitation", () => {
  let network;
  let owner;
  before(async () => {
    network = await start();
    owner = await ownerOf(network);
  });
  after(() => network?.stop());

  for (const registration of ["single_owner", "invite_only"]) {
    test(`${registration}: a stranger learns no more than that`, async () => {
      ok(await owner.actor.set_settings({ ...openToAll, registration: { [registration]: null } }));
      const prey = plannedPrey();
      const stranger = await connect(network);
      const refusals = ["rejected", '{"err":{"not_member":null}}', '{"err":{"not_owner":null}}'];
      for (const [name, { of, args }] of Object.entries(methods)) {
        const answer = asText(await answerOf(stranger.actor, name, args({ prey, self: stranger.principal })));
        if (of !== "door") assert.ok(refusals.includes(answer), `${name}: ${answer}`);
      }
      const about = await stranger.actor.about();
      assert.deepEqual([about.member, about.owner, about.suspended], [false, false, false]);
      assert.equal(ok(await owner.actor.users({ after: [], max: 100n })).users.length, 1);
    });
  }
});

describe("arguments that no client sends", () => {
  let network;
  before(async () => {
    network = await start();
  });
  after(() => network?.stop());

  const leb = (value) => {
    const bytes = [];
    for (let rest = BigInt(value); ; rest >>= 7n) {
      bytes.push(Number(rest & 127n) | (rest > 127n ? 128 : 0));
      if (rest <= 127n) return bytes;
    }
  };
  const didl = (...bytes) => Buffer.from([...text("DIDL"), ...bytes.flat()]);
  const encoded = (types, values) => Buffer.from(IDL.encode(types, values));
  const deep = (levels) => {
    let [type, value] = [IDL.Nat8, 1];
    for (let n = 0; n < levels; ++n) [type, value] = [IDL.Opt(type), [value]];
    return encoded([type], [value]);
  };
  const hugeVec = (inner) => didl(1, 0x6d, inner, 1, 0, leb(2n ** 40n));
  const garbage = {
    nothing: Buffer.alloc(0),
    "a cut header": Buffer.from("DID"),
    "a header alone": didl(),
    "no Candid": Buffer.from("not candid at all"),
    "noise": Buffer.from(createHash("sha512").update("noise").digest()),
    "a text": encoded([IDL.Text], ["push"]),
    "a negative number": encoded([IDL.Int], [-1n]),
    "an empty record": encoded([IDL.Record({})], [{}]),
    "a record of other fields": encoded([IDL.Record({ rows: IDL.Text, user: IDL.Nat, max: IDL.Text })], [{ rows: "", user: 1n, max: "" }]),
    "a variant": encoded([IDL.Variant({ ok: IDL.Null })], [{ ok: null }]),
    "2^40 nulls": hugeVec(0x7f),
    "2^40 reserved": hugeVec(0x70),
    "2^40 bytes announced": hugeVec(0x7b),
    "2^40 bytes in a field that nobody knows": didl(2, 0x6c, 1, 0, 1, 0x6d, 0x7b, 1, 0, leb(2n ** 40n)),
    "a type that is itself": didl(1, 0x6e, 0, 1, 0, Array(200).fill(1)),
    "types without end": didl(leb(2n ** 30n), 0x6e, 0x7f),
    "a type that is not there": didl(0, 1, leb(77n)),
    "2,000 levels of opt": deep(2_000),
    "values after the end": Buffer.concat([encoded([], []), Buffer.alloc(64, 255)]),
    "300,000 bytes": encoded([IDL.Vec(IDL.Nat8)], [new Uint8Array(300_000)]),
  };

  test("every method answers or rejects them, and nothing is lost", async () => {
    const who = key(7);
    const identity = Ed25519KeyIdentity.generate(new Uint8Array(32).fill(7));
    const owner = await connect(network, identity);
    assert.deepEqual(await owner.actor.claim(text(SECRET)), { ok: null });
    ok(await owner.actor.set_settings(openToAll));
    const prey = { ...plannedPrey(), identity, principal: identity.getPrincipal() };
    await settleIn(network, prey);
    const before = await belongings(owner, prey);
    const settings = plain(ok(await owner.actor.settings()));
    for (const [name, { annotations }] of Object.entries(signatures)) {
      const kinds = annotations.includes("query") ? ["query", "call"] : ["call"];
      for (const [what, arg] of Object.entries(garbage)) {
        for (const kind of kinds) {
          const content = contentOf(network, kind, name, { arg, sender: who.principal });
          const { status } = await post(network, kind === "call" ? "v4" : "v3", kind, envelope(content, who));
          assert.equal(status, 200, `${name}, ${what}`);
        }
      }
    }
    assert.deepEqual(await belongings(owner, prey), before);
    assert.deepEqual(plain(ok(await owner.actor.settings())), settings);
    assert.equal(ok(await owner.actor.users({ after: [], max: 10n })).users.length, 1);
    assert.equal("ok" in (await owner.push([newRow()]))[0], true);
  });

  test("numbers at the ends of their range are answered", async () => {
    const person = await connect(network);
    const most = 2n ** 64n - 1n;
    const { actor } = person;
    await person.push([newRow()]);
    const checkpoint = { epoch: most, cursor: most, proof: { position: most, token: new Uint8Array(8) } };
    assert.ok("resync" in (await actor.pull({ checkpoint, max_rows: 1n, max_bytes: most })));
    assert.ok(["ok", "err"].includes(Object.keys(await actor.pull({ checkpoint: fresh, max_rows: most, max_bytes: most }))[0]));
    assert.ok(["ok", "err"].includes(Object.keys(await actor.manifest({ after_sequence: most, max_rows: 1n }))[0]));
    assert.ok(["ok", "err"].includes(Object.keys(await actor.manifest({ after_sequence: 0n, max_rows: most }))[0]));
    const range = { hash: new Uint8Array(32), offset: most, length: most };
    assert.ok(["ok", "err"].includes(Object.keys(await actor.get_chunks([range, range]))[0]));
    const held = plannedPrey().chunk;
    ok(await actor.put_chunks([held]));
    assert.ok(["ok", "err"].includes(Object.keys(await actor.get_chunks([{ ...range, hash: held.hash }]))[0]));
    assert.equal(Object.keys((await person.push([newRow({ client_time: most, schema: 65_535 })]))[0])[0], "ok");
    assert.ok("resync" in (await person.pushRaw([], { checkpoint })));
    assert.equal((await person.head()).rows, 2n);
  });

  test("too many or too much is refused by name, not by chance", async () => {
    const { actor, pushRaw } = await connect(network).then((person) => ({ actor: person.actor, pushRaw: person.pushRaw.bind(person) }));
    const hashes = Array.from({ length: 1_001 }, () => new Uint8Array(32));
    const bad = [new Uint8Array(), new Uint8Array(31), new Uint8Array(33)];
    assert.ok("err" in (await actor.missing_chunks(hashes)));
    for (const hash of bad) {
      const result = await actor.put_chunks([{ hash, bytes: text("x") }]);
      assert.deepEqual(ok(result).results, [{ rejected: "bad_hash" }]);
    }
    assert.deepEqual(ok(await actor.put_chunks([{ hash: new Uint8Array(32), bytes: text("x") }])).results, [{ rejected: "bad_hash" }]);
    assert.deepEqual(Object.keys(ok(await pushRaw([newRow({ blobs: bad })])).results[0]), ["rejected"]);
    assert.deepEqual(Object.keys(ok(await pushRaw([newRow({ blobs: Array(1_025).fill(new Uint8Array(32)) })])).results[0]), ["rejected"]);
    assert.ok("err" in (await pushRaw([], { device_id: new Uint8Array(15) })));
  });
});

function asText(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}
