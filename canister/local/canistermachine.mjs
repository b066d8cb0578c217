// Runs the messages of one canister and keeps its state: heap, globals, stable memory, certified data,
// timer, open calls. A message's changes are taken back when it traps, and always after a query.
// Lives in canisterworker.mjs; everything here is synchronous.

import { CanisterCode } from "./canistercode.mjs";
import { ingressCost } from "./cycles.mjs";
import { rejectOfTrap } from "./messagehost.mjs";
import { reject } from "./rejects.mjs";
import { readMetadata } from "./wasmreader.mjs";

const NO_BYTES = Buffer.alloc(0);
/// Cycles that must be there for a message to run. (The main network reserves those of the longest possible run.)
const MESSAGE_RESERVE = 5_000_000n;

export class CanisterMachine extends CanisterCode {
  /// Keeps the message's changes and writes them to disk. `done`: the calls from outside it answered.
  commit(message, done) {
    this.adopt(message);
    const heap = this.instance.commit();
    const stable = this.stable.commit();
    this.store.append(this, heap, stable, done);
  }

  adopt(message) {
    if (message.certifiedData) this.certifiedData = message.certifiedData;
    if (message.timer !== undefined) this.timer = message.timer;
    for (const call of message.outgoing) {
      call.id = this.nextId;
      this.nextId += 1;
      call.context = message.context;
      message.context.pending += 1;
      this.calls.set(call.id, call);
    }
  }

  // Messages.

  /// Runs `method` for `caller`. `origin` is handed back with the response, which may come later.
  /// `ingressBytes`: size of the message if it came from outside.
  update({ origin, method, arg, caller, time, ingressBytes }) {
    if (!this.instance) return this.answer(origin, this.noCode());
    const price = ingressBytes ? ingressCost(ingressBytes) : 0n;
    const frozen = this.outOfCycles(time, price);
    if (frozen) return this.answer(origin, frozen);
    this.account.charge(price);
    const update = this.instance.exports[`canister_update ${method}`];
    const query = this.instance.exports[`canister_query ${method}`];
    if (!update && !query) {
      return this.answer(
        origin,
        reject(5, "IC0536", `Error from Canister ${this.canisterText}: Canister has no update method '${method}'.`),
      );
    }
    const context = { origin, caller: Buffer.from(caller), pending: 0, responded: false, instructions: 0n };
    const fields = { context, method, arg: Buffer.from(arg), caller: context.caller, time };
    const message = this.runOn(this.instance, update ? "U" : "R", fields, update ?? query);
    if (!update || message.trap) {
      this.rollBack();
      return this.answer(origin, message.trap ? rejectOfTrap(message.trap) : (message.response ?? this.noReply()));
    }
    if (message.outgoing.length > 0) this.contexts.set(context, origin);
    return this.finish(message);
  }

  /// Answers a call that this canister made; `response` as `update` gives it.
  callback({ callId, response, time }) {
    const call = this.calls.get(callId);
    if (!call || !this.instance) return this.result({});
    this.calls.delete(callId);
    const { context } = call;
    context.pending -= 1;
    const replied = response.status === "replied";
    const { fun, env } = replied ? call.onReply : call.onReject;
    const fields = {
      context,
      caller: context.caller,
      time,
      arg: replied ? Buffer.from(response.arg) : NO_BYTES,
      reject: replied ? undefined : response,
    };
    const message = this.runOn(this.instance, replied ? "Y" : "X", fields, () => this.instance.functionAt(fun)(env));
    if (!message.trap) return this.finish(message);
    this.rollBack();
    return this.afterCallbackTrap(call, message);
  }

  afterCallbackTrap(call, failed) {
    const { context } = call;
    if (call.onCleanup) {
      const { fun, env } = call.onCleanup;
      const cleanup = this.runOn(this.instance, "C", { context, caller: context.caller, time: failed.time }, () =>
        this.instance.functionAt(fun)(env),
      );
      if (cleanup.trap) this.rollBack();
      else this.commit(cleanup, []);
    }
    return this.settleContext(context, rejectOfTrap(failed.trap));
  }

  /// Commits a message that did not trap, and answers its caller if there is an answer now.
  finish(message) {
    const { context } = message;
    const willPend = context.pending + message.outgoing.length;
    const response = message.response ?? (willPend === 0 && !context.responded ? this.noReply() : undefined);
    if (willPend === 0) this.contexts.delete(context);
    if (response) context.responded = true;
    const answers = response && context.origin ? [{ origin: context.origin, response }] : [];
    this.commit(message, answers);
    return this.result({ answers, calls: message.outgoing });
  }

  /// After a trap in a callback: the caller gets the reject unless it has its answer or others may still answer.
  settleContext(context, response) {
    if (context.pending > 0) return this.result({});
    this.contexts.delete(context);
    if (context.responded || !context.origin) return this.result({});
    context.responded = true;
    return this.answer(context.origin, response);
  }

  answer(origin, response) {
    const answers = origin ? [{ origin, response }] : [];
    if (this.instance) this.store.append(this, [], [], answers);
    return this.result({ answers });
  }

  noCode() {
    return reject(
      5,
      "IC0537",
      `Error from Canister ${this.canisterText}: Attempted to execute a message, but the canister contains no Wasm module.`,
    );
  }

  noReply() {
    return reject(5, "IC0506", `Error from Canister ${this.canisterText}: Canister did not reply to the call`);
  }

  /// The reject for a canister that cannot pay `price` and a message, or undefined.
  outOfCycles(time, price) {
    this.account.payStorage(this.memoryBytes(), time);
    const missing = this.account.missing(this.memoryBytes(), price + MESSAGE_RESERVE);
    if (missing === 0n) return undefined;
    const words = `Canister ${this.canisterText} is out of cycles: please top up the canister with at least ${missing} additional cycles`;
    return reject(2, "IC0207", words);
  }

  query({ method, arg, caller, time, certificate }) {
    if (!this.instance) return { response: this.noCode() };
    if (this.outOfCycles(time, 0n)) {
      const words = `Canister ${this.canisterText} is unable to process query calls because it's frozen. Please top up the canister with cycles and try again.`;
      return { response: reject(2, "IC0207", words) };
    }
    const { exports } = this.instance;
    const code = exports[`canister_query ${method}`] ?? exports[`canister_composite_query ${method}`];
    if (!code) {
      return {
        response: reject(
          5,
          "IC0536",
          `Error from Canister ${this.canisterText}: Canister has no query method '${method}'.`,
        ),
      };
    }
    const fields = {
      method,
      arg: Buffer.from(arg),
      caller: Buffer.from(caller),
      time,
      certificate: certificate && Buffer.from(certificate),
    };
    const message = this.runOn(this.instance, "Q", fields, code);
    this.rollBack();
    const response = message.trap ? rejectOfTrap(message.trap) : (message.response ?? this.noReply());
    return { response, logs: this.takeLogs() };
  }

  /// Whether the canister lets the update call in. `refusal` is the reject if not.
  inspect({ method, arg, caller, time, ingressBytes }) {
    const frozen = this.instance && this.outOfCycles(time, ingressCost(ingressBytes));
    if (frozen) return { refusal: frozen };
    const code = this.instance?.exports.canister_inspect_message;
    if (!code) return {};
    const fields = { method, arg: Buffer.from(arg), caller: Buffer.from(caller), time };
    const message = this.runOn(this.instance, "F", fields, code);
    this.rollBack();
    if (message.trap) return { refusal: rejectOfTrap(message.trap) };
    if (message.accepted) return {};
    return { refusal: reject(4, "IC0406", `Error from Canister ${this.canisterText}: Canister rejected the message`) };
  }

  /// Runs the global timer if its time has come, and the heartbeat if the canister has one.
  tick({ time }) {
    const { canister_global_timer: timer, canister_heartbeat: heartbeat } = this.instance?.exports ?? {};
    if (this.instance && this.outOfCycles(time, 0n)) return this.result({ frozen: true });
    const calls = [];
    if (timer && this.timer !== 0n && this.timer <= time) {
      this.timer = 0n;
      calls.push(...this.systemTask(timer, time));
    }
    if (heartbeat) calls.push(...this.systemTask(heartbeat, time));
    return this.result({ calls });
  }

  systemTask(code, time) {
    const context = { caller: NO_BYTES, pending: 0, responded: true, instructions: 0n };
    const message = this.runOn(this.instance, "T", { context, time }, code);
    if (message.trap) {
      this.rollBack();
      this.logs.push(`[trap] ${message.trap.message}`);
      return [];
    }
    return this.finish(message).calls;
  }

  // State.

  setEnvironment({ controllers, status, version, freezingSeconds }) {
    this.account.freezingSeconds = freezingSeconds;
    this.controllers = controllers.map((controller) => Buffer.from(controller));
    this.statusNumber = { running: 1, stopping: 2, stopped: 3 }[status];
    this.version = version;
    return {};
  }

  saveSnapshot({ path }) {
    return { size: this.store.writeSnapshot(this, path) };
  }

  /// Replaces code and state by those of a snapshot file (or of the store itself at start).
  load(file) {
    const saved = this.store.read(file);
    this.account.restore(saved.header?.cycles);
    this.stable.clear();
    this.forget();
    this.nextId = saved.header?.nextId ?? this.nextId;
    if (saved.wasm) this.restore(saved);
    this.stable.commit();
  }

  restore({ wasm, header, heap, stable }) {
    this.module = this.compile(wasm);
    this.instance = this.instantiate(this.module);
    this.instance.withoutUndo();
    this.instance.heap.fill(0);
    this.instance.reserve(header.heapPages);
    for (const [page, content] of heap) this.instance.page(page).set(content);
    this.instance.restoreGlobals(header.globals);
    this.instance.settle();
    this.stable.size = header.stableSize;
    for (const [page, content] of stable) this.stable.pages.set(page, new Uint8Array(content));
    this.certifiedData = Buffer.from(header.certifiedData, "hex");
    this.timer = BigInt(header.timer);
  }

  loadSnapshot({ path }) {
    const answers = this.cutOff("Canister has been rolled back to a snapshot.");
    this.load(path);
    this.store.newGeneration(this, this.store.wasm);
    return this.describe({ answers });
  }

  /// What the network needs to know after a start or a change of code.
  describe({ answers = [] } = {}) {
    const { wasm } = this.store;
    return this.result({
      answers,
      moduleHash: this.store.moduleHash,
      metadata: wasm
        ? [...readMetadata(wasm)].map(([name, entry]) => ({ name, ...entry, value: new Uint8Array(entry.value) }))
        : [],
      hasCertificates: this.usesCertificates(),
      ingress: this.store.ingress(),
    });
  }

  /// Sizes and cycles; `balance` sets these first, `add` adds to them.
  accounts({ time, balance, add = 0n }) {
    this.account.payStorage(this.memoryBytes(), time);
    if (balance !== undefined || add > 0n) {
      this.account.balance = (balance ?? this.account.balance) + add;
      if (this.instance) this.store.append(this, [], [], []);
    }
    const burnedPerDay = this.account.burnedPerDay(this.memoryBytes());
    return { ...this.size(), balance: this.account.balance, burnedPerDay };
  }

  takeLogs() {
    const { logs } = this;
    this.logs = [];
    return logs;
  }

  result({ answers = [], calls = [], ...more }) {
    return {
      answers,
      calls: calls.map((call) => (call.parts ? sent(call) : call)),
      certifiedData: this.certifiedData,
      timer: this.timer,
      heartbeat: Boolean(this.instance?.exports.canister_heartbeat),
      open: this.contexts.size,
      logs: this.takeLogs(),
      ...more,
    };
  }
}

/// What the network needs of a call that the canister made.
function sent({ id, callee, method, parts }) {
  return { id, callee, method, arg: Buffer.concat(parts) };
}
