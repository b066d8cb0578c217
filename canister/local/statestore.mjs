// A canister's folder: `CURRENT` names the generation, `<n>.wasm` is its code, `<n>.log` its state
// (statefile.mjs): a complete record, then one for each committed message, written before the message
// is answered. Killing the process therefore loses no answered call; a loss of power may lose what the
// system had not yet written. Snapshots are files of the same form.

import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { appendFully, encodeRecord, readRecords } from "./statefile.mjs";

const BATCH_PAGES = 8192;
const COMPACT_AT_LEAST = 64 * 2 ** 20;
/// How long an answered call is kept after its expiry, in ns.
const FORGET_ABOVE = 1000;
const KEEP_ANSWER = 5n * 60n * 10n ** 9n;

export class StateStore {
  /// `folder`: where generations go; undefined keeps nothing on disk but snapshots.
  constructor(folder) {
    this.folder = folder;
    this.generation = 0;
    this.done = new Map(); // request id -> {origin, response} of recent calls from outside
    this.forgetAt = FORGET_ABOVE;
    this.open = [];
    if (folder) fs.mkdirSync(folder, { recursive: true });
  }

  get moduleHash() {
    return this.wasm && crypto.createHash("sha256").update(this.wasm).digest();
  }

  file(suffix, generation = this.generation) {
    return path.join(this.folder, `${generation}.${suffix}`);
  }

  // Writing.

  append(machine, heap, stable, answers) {
    for (const answer of answers) {
      if (answer.origin.requestId) this.done.set(answer.origin.requestId, answer);
    }
    if (this.done.size > this.forgetAt) this.recentAnswers(machine.message.time);
    if (!this.folder) return;
    const record = encodeRecord(
      header(machine, answers),
      heap,
      (page) => machine.instance.page(page),
      stable,
      (page) => machine.stable.pages.get(page),
    );
    appendFully(this.log, record);
    this.logSize += record.length;
    if (this.logSize - this.baseSize > Math.max(COMPACT_AT_LEAST, this.baseSize)) this.compactSoon(machine);
  }

  compactSoon(machine) {
    if (this.compacting) return;
    this.compacting = setImmediate(() => {
      this.compacting = undefined;
      this.newGeneration(machine, this.wasm);
    });
  }

  /// Makes the machine's present code and state the current generation.
  newGeneration(machine, wasm) {
    this.wasm = wasm;
    if (!this.folder) return;
    const next = this.generation + 1;
    if (wasm) writeSynced(this.file("wasm", next), wasm);
    const size = this.writeComplete(machine, this.file("log", next));
    writeSynced(path.join(this.folder, "CURRENT.new"), String(next));
    fs.renameSync(path.join(this.folder, "CURRENT.new"), path.join(this.folder, "CURRENT"));
    this.closeLog();
    const old = this.generation;
    this.generation = next;
    this.openLog(size);
    for (const suffix of ["wasm", "log"]) fs.rmSync(this.file(suffix, old), { force: true });
  }

  writeComplete(machine, file) {
    const out = fs.openSync(file, "w");
    try {
      return this.writeBatches(machine, out);
    } finally {
      fs.fsyncSync(out);
      fs.closeSync(out);
    }
  }

  writeBatches(machine, out) {
    const heap = machine.instance?.usedPages() ?? [];
    const stable = [...machine.stable.pages.keys()];
    let size = 0;
    for (let at = 0; at === 0 || at < Math.max(heap.length, stable.length); at += BATCH_PAGES) {
      const record = encodeRecord(
        header(machine, at === 0 ? this.recentAnswers(machine.message.time) : []),
        heap.slice(at, at + BATCH_PAGES),
        (page) => machine.instance.page(page),
        stable.slice(at, at + BATCH_PAGES),
        (page) => machine.stable.pages.get(page),
      );
      appendFully(out, record);
      size += record.length;
    }
    return size;
  }

  /// The answers that somebody may still ask for; forgets the others.
  recentAnswers(now) {
    for (const [id, { origin }] of this.done) {
      if (BigInt(origin.expiry) + KEEP_ANSWER < now) this.done.delete(id);
    }
    this.forgetAt = Math.max(FORGET_ABOVE, 2 * this.done.size);
    return [...this.done.values()];
  }

  writeSnapshot(machine, file) {
    if (this.wasm) writeSynced(`${file}.wasm`, this.wasm);
    return this.writeComplete(machine, `${file}.log`);
  }

  openLog(size) {
    this.log = fs.openSync(this.file("log"), "a");
    this.baseSize = size;
    this.logSize = size;
  }

  closeLog() {
    if (this.log !== undefined) fs.closeSync(this.log);
    this.log = undefined;
  }

  close() {
    clearImmediate(this.compacting);
    this.closeLog();
  }

  // Reading.

  /// The saved state: of a snapshot file, or the current generation's.
  read(snapshot) {
    if (snapshot) return this.readFiles(`${snapshot}.log`, `${snapshot}.wasm`, false);
    const current = this.folder && path.join(this.folder, "CURRENT");
    if (!current || !fs.existsSync(current)) return {};
    this.generation = Number(fs.readFileSync(current, "utf8"));
    const saved = this.readFiles(this.file("log"), this.file("wasm"), true);
    fs.truncateSync(this.file("log"), saved.size);
    this.openLog(saved.size);
    this.removeOthers();
    return saved;
  }

  readFiles(log, wasm, withIngress) {
    this.wasm = fs.existsSync(wasm) ? fs.readFileSync(wasm) : undefined;
    const heap = new Map();
    const stable = new Map();
    let header;
    const size = readRecords(log, (record) => {
      for (const [page, content] of record.heap) heap.set(page, content);
      for (const [page, content] of record.stable) stable.set(page, content);
      header = record.header;
      if (withIngress) this.rememberIngress(header);
    });
    if (!header) throw new Error(`${log} holds no state`);
    return { wasm: this.wasm, header, heap, stable, size };
  }

  rememberIngress({ answers, open }) {
    for (const { origin, response } of answers) {
      const arg = response.arg && Buffer.from(response.arg, "base64");
      this.done.set(origin.requestId, { origin, response: { ...response, arg } });
    }
    this.open = open;
  }

  /// Calls from outside that were answered, and those that a restart cut off.
  ingress() {
    return {
      answered: [...this.done.values()],
      cutOff: this.open.filter(({ requestId }) => !this.done.has(requestId)),
    };
  }

  removeOthers() {
    for (const name of fs.readdirSync(this.folder)) {
      if (name !== "CURRENT" && !name.startsWith(`${this.generation}.`)) {
        fs.rmSync(path.join(this.folder, name), { force: true });
      }
    }
  }
}

function header(machine, answers) {
  const { instance, stable } = machine;
  return {
    heapPages: instance ? instance.memory.buffer.byteLength / 65536 : 0,
    globals: instance?.globalValues() ?? {},
    stableSize: stable.size,
    certifiedData: machine.certifiedData.toString("hex"),
    timer: machine.timer.toString(),
    cycles: machine.account.saved(),
    nextId: machine.nextId,
    open: [...machine.contexts.values()].filter((origin) => origin?.requestId),
    answers: answers
      .filter(({ origin }) => origin.requestId)
      .map(({ origin, response }) => ({ origin, response: { ...response, arg: response.arg?.toString("base64") } })),
  };
}

function writeSynced(file, bytes) {
  const out = fs.openSync(file, "w");
  appendFully(out, Buffer.from(bytes));
  fs.fsyncSync(out);
  fs.closeSync(out);
}
