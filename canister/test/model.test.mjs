// Random pushes from several devices, answered by the canister and by a model written from the protocol's text alone.
// Both must say the same about every row, and agree on order, tokens and what a pull returns.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { startNetwork } from "../local/testing.mjs";
import { chain, connect, edited, newRow, ok } from "./client.mjs";
import { randomNumbers } from "./randomness.mjs";

const rounds = 12;
const rowsPerRound = 200;

let network;
before(async () => {
  network = await startNetwork();
});
after(() => network?.stop());

class Model {
  rows = new Map(); // id -> { row, sequence, recent }
  accepted = [];

  push(row) {
    const stored = this.rows.get(row.id);
    if (!stored) return row.base.length === 0 ? this.accept(row, []) : "missing";
    const { sequence } = stored;
    if (same(stored.row.revision, row.revision)) return `ok ${hex(row.revision)} ${sequence}`;
    if (stored.recent.some((revision) => same(revision, row.revision))) return `superseded ${sequence}`;
    if (row.base.length === 1 && same(row.base[0], stored.row.revision)) {
      return this.accept(row, [stored.row.revision, ...stored.recent].slice(0, 16));
    }
    const equal = ["deleted", "kind"].every((field) => stored.row[field] === row[field]) && same(stored.row.body, row.body);
    return `${equal ? "ok" : "conflict"} ${hex(stored.row.revision)} ${sequence}`;
  }

  accept(row, recent) {
    this.accepted.push(row);
    const sequence = this.accepted.length;
    this.rows.set(row.id, { row, sequence, recent });
    return `ok ${hex(row.revision)} ${sequence}`;
  }

  inOrder() {
    return [...this.rows.values()].sort((a, b) => a.sequence - b.sequence);
  }
}

/// A row as one of several devices may send it: fresh or stale, repeated or new, against anything it ever saw.
function randomRow(random, history, model) {
  const id = `row ${random(25)}`;
  const master = model.rows.get(id)?.row;
  const known = history.filter((row) => row.id === id).slice(-20);
  if (known.length > 0 && random(5) === 0) return known[random(known.length)];
  const deleted = random(6) === 0;
  const body = deleted ? new Uint8Array() : Uint8Array.of(random(4));
  const fields = { id, deleted, body, kind: random(8) === 0 ? "tag" : "note" };
  if (known.length === 0 || random(8) === 0) return random(6) === 0 ? edited(newRow(), fields) : newRow(fields);
  return edited(master && random(3) > 0 ? master : known[random(known.length)], fields);
}

test(`${rounds * rowsPerRound} random rows: the canister decides as the protocol says`, async (t) => {
  const alice = await connect(network);
  const model = new Model();
  const random = randomNumbers(20_261_123);
  const history = [];
  const counts = {};
  for (let round = 0; round < rounds; ++round) {
    const expected = [];
    const rows = Array.from({ length: rowsPerRound }, () => {
      const row = randomRow(random, history, model);
      history.push(row);
      expected.push(model.push(row));
      return row;
    });
    const answers = (await alice.push(rows)).map(brief);
    assert.deepEqual(answers, expected);
    for (const answer of expected) counts[answer.split(" ")[0]] = (counts[answer.split(" ")[0]] ?? 0) + 1;
  }
  t.diagnostic(JSON.stringify(counts));
  assert.deepEqual(Object.keys(counts).sort(), ["conflict", "missing", "ok", "superseded"]);

  const { epoch, proof, rows: rowCount } = await alice.head();
  assert.deepEqual(proof, { position: BigInt(model.accepted.length), token: chain(epoch, model.accepted) });
  assert.equal(rowCount, BigInt(model.rows.size));
  const { rows } = await alice.pullAll({ maxRows: 4n });
  assert.deepEqual(
    rows.map(({ id, revision, deleted, body, sequence, recent }) => ({ id, revision, deleted, body, sequence, recent })),
    model.inOrder().map(({ row: { id, revision, deleted, body }, sequence, recent }) => ({
      id, revision, deleted, body, sequence: BigInt(sequence), recent,
    })),
  );
  for (const at of [1, 127, 128, 129, model.accepted.length]) {
    const known = { epoch, cursor: 0n, proof: { position: BigInt(at), token: chain(epoch, model.accepted.slice(0, at)) } };
    assert.equal(ok(await alice.pull(known, 1n)).rows.length, 1);
    const forged = { ...known, proof: { ...known.proof, token: new Uint8Array(8) } };
    assert.deepEqual((await alice.pull(forged)).resync.reason, { fork: null });
  }
});

function brief(result) {
  const [kind, value] = Object.entries(result)[0];
  if (kind === "ok") return `ok ${hex(value.revision)} ${value.sequence}`;
  if (kind === "conflict") return `conflict ${hex(value.master.revision)} ${value.master.sequence}`;
  return kind === "superseded" ? `superseded ${value.sequence}` : kind;
}

function hex(bytes) {
  return Buffer.from(bytes).toString("hex");
}

function same(a, b) {
  return Buffer.compare(a, b) === 0;
}
