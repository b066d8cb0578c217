/// Runs the messages of one canister and keeps its state: heap, globals, stable memory, certified data,
/// timer, open calls. A message's changes are taken back when it traps, and always after a query.
/// Lives in canisterworker.mjs; everything here is synchronous.
import { CanisterInstance } from './canisterinstance.mjs';
import { reject, reply } from './rejects.mjs';
import { StableMemory } from './stablememory.mjs';
import { CanisterTrap, unknownImports } from './systemapi.mjs';
import { rewriteModule } from './wasmrewrite.mjs';
import { WasmError, readMetadata } from './wasmreader.mjs';

const FUEL_SLICE = 50_000_000n;
const REPLY_LIMIT = { update: 2 * 2 ** 20, query: 3 * 2 ** 20 };
const MODES = {
  I: 'init', G: 'pre upgrade', U: 'update', R: 'replicated query', Q: 'non-replicated query', Y: 'reply callback',
  X: 'reject callback', C: 'cleanup callback', F: 'inspect message', T: 'system task', s: 'start',
};
/// Instructions; the first is for U, Y, X, C, T, R, G. Source: resource limits of the main network.
const INSTRUCTION_LIMITS = { default: 40_000_000_000n, Q: 5_000_000_000n, F: 200_000_000n, I: 300_000_000_000n, G: 300_000_000_000n, s: 300_000_000_000n };
const NO_BYTES = Buffer.alloc(0);

function rejectOfTrap(trap) {
  return reject(5, trap.errorCode, trap.message);
}

export class CanisterMachine {
  /// `config`: canisterId, subnetId, rootKey (Buffers), timeLimitMs {update, query}; `store` a StateStore.
  constructor(config, store) {
    Object.assign(this, config);
    this.store = store;
    this.stable = new StableMemory();
    this.controllers = [];
    this.statusNumber = 1;
    this.message = { kind: 's', mode: MODES.s, time: 0n };
    this.nextId = 1;
    this.logs = [];
    this.forget();
  }

  /// The state of a canister without code.
  forget() {
    this.instance = undefined;
    this.module = undefined;
    this.certifiedData = NO_BYTES;
    this.timer = 0n;
    this.contexts = new Map();
    this.calls = new Map();
  }

  // System calls (systemapi.mjs).

  appendReply(bytes) {
    const { message } = this;
    message.replySize += bytes.length;
    const limit = message.kind === 'Q' ? REPLY_LIMIT.query : REPLY_LIMIT.update;
    if (message.replySize > limit) {
      throw new CanisterTrap('IC0504', `Canister violated contract: ic0.msg_reply_data_append: application payload size (${message.replySize}) cannot be larger than ${limit}`);
    }
    message.replyParts.push(bytes);
  }

  respond(response) {
    if (this.message.context.responded || this.message.response) {
      throw new CanisterTrap('IC0504', 'Canister violated contract: the call was already replied to');
    }
    this.message.response = response;
  }

  reply() {
    this.respond(reply(Buffer.concat(this.message.replyParts)));
  }

  reject(text) {
    this.respond(reject(4, 'IC0406', text));
  }

  acceptMessage() {
    this.message.accepted = true;
  }

  callNew(call) {
    this.message.call = { ...call, parts: [] };
  }

  openCall() {
    if (!this.message.call) throw new CanisterTrap('IC0504', 'Canister violated contract: no call is under construction');
    return this.message.call;
  }

  callOnCleanup(callback) {
    this.openCall().onCleanup = callback;
  }

  callDataAppend(bytes) {
    this.openCall().parts.push(bytes);
  }

  callCyclesAdd() {
    this.openCall();
  }

  callPerform() {
    this.message.outgoing.push(this.openCall());
    this.message.call = undefined;
    return 0;
  }

  setCertifiedData(bytes) {
    if (bytes.length > 32) throw new CanisterTrap('IC0504', 'Canister violated contract: certified data is longer than 32 bytes');
    this.message.certifiedData = bytes;
  }

  setTimer(deadline) {
    const before = this.message.timer ?? this.timer;
    this.message.timer = deadline;
    return before;
  }

  isController(principal) {
    return this.controllers.some((controller) => controller.equals(principal));
  }

  debugPrint(text) {
    this.logs.push(text);
  }

  performanceCounter(kind) {
    const now = this.message.used + (this.message.slice - this.message.instance.fuel.value);
    return kind === 1 ? now + (this.message.context?.instructions ?? 0n) : now;
  }

  outOfFuel() {
    const { message } = this;
    message.used += message.slice - message.instance.fuel.value;
    const limit = INSTRUCTION_LIMITS[message.kind] ?? INSTRUCTION_LIMITS.default;
    if (message.used > limit) {
      throw new CanisterTrap('IC0522', `Canister exceeded the limit of ${limit} instructions for single message execution.`);
    }
    if (Date.now() > message.deadline) {
      throw new CanisterTrap('IC0522', `Canister exceeded the limit of ${limit} instructions for single message execution. (The local network stopped it after ${message.timeLimit} ms.)`);
    }
    message.slice = FUEL_SLICE;
    message.instance.fuel.value = FUEL_SLICE;
  }

  // Running one piece of code.

  /// Runs `code` as a message of `kind` on `instance`. Returns the message; `message.trap` if it trapped.
  runOn(instance, kind, fields, code) {
    const timeLimit = this.timeLimitMs[kind === 'Q' || kind === 'F' ? 'query' : 'update'];
    const message = {
      kind, mode: MODES[kind], caller: NO_BYTES, arg: NO_BYTES, method: '', time: this.message.time,
      replyParts: [], replySize: 0, outgoing: [], used: 0n, slice: FUEL_SLICE, instance,
      timeLimit, deadline: Date.now() + timeLimit, context: { instructions: 0n }, ...fields,
    };
    this.message = message;
    instance.fuel.value = FUEL_SLICE;
    try {
      code();
    } catch (error) {
      message.trap = this.trapOf(error);
    }
    message.context.instructions = this.performanceCounter(1);
    return message;
  }

  trapOf(error) {
    if (error instanceof CanisterTrap) return this.withCanister(error);
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      return this.withCanister(new CanisterTrap('IC0502', `Canister trapped: ${describe(error.message)}`));
    }
    throw error;
  }

  withCanister(trap) {
    return new CanisterTrap(trap.errorCode, `Error from Canister ${this.canisterText}: ${trap.message}`);
  }

  rollBack() {
    this.instance.rollBack();
    this.stable.rollBack();
  }

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
  update({ origin, method, arg, caller, time }) {
    if (!this.instance) return this.answer(origin, this.noCode());
    const update = this.instance.exports[`canister_update ${method}`];
    const query = this.instance.exports[`canister_query ${method}`];
    if (!update && !query) {
      return this.answer(origin, reject(5, 'IC0536', `Error from Canister ${this.canisterText}: Canister has no update method '${method}'.`));
    }
    const context = { origin, caller: Buffer.from(caller), pending: 0, responded: false, instructions: 0n };
    const fields = { context, method, arg: Buffer.from(arg), caller: context.caller, time };
    const message = this.runOn(this.instance, update ? 'U' : 'R', fields, update ?? query);
    if (!update || message.trap) {
      this.rollBack();
      return this.answer(origin, message.trap ? rejectOfTrap(message.trap) : message.response ?? this.noReply());
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
    const replied = response.status === 'replied';
    const { fun, env } = replied ? call.onReply : call.onReject;
    const fields = {
      context, caller: context.caller, time,
      arg: replied ? Buffer.from(response.arg) : NO_BYTES,
      reject: replied ? undefined : response,
    };
    const message = this.runOn(this.instance, replied ? 'Y' : 'X', fields, () => this.instance.functionAt(fun)(env));
    if (!message.trap) return this.finish(message);
    this.rollBack();
    return this.afterCallbackTrap(call, message);
  }

  afterCallbackTrap(call, failed) {
    const { context } = call;
    if (call.onCleanup) {
      const { fun, env } = call.onCleanup;
      const cleanup = this.runOn(this.instance, 'C', { context, caller: context.caller, time: failed.time }, () => this.instance.functionAt(fun)(env));
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
    return reject(5, 'IC0537', `Error from Canister ${this.canisterText}: Attempted to execute a message, but the canister contains no Wasm module.`);
  }

  noReply() {
    return reject(5, 'IC0506', `Error from Canister ${this.canisterText}: Canister did not reply to the call`);
  }

  query({ method, arg, caller, time, certificate }) {
    if (!this.instance) return { response: this.noCode() };
    const { exports } = this.instance;
    const code = exports[`canister_query ${method}`] ?? exports[`canister_composite_query ${method}`];
    if (!code) {
      return { response: reject(5, 'IC0536', `Error from Canister ${this.canisterText}: Canister has no query method '${method}'.`) };
    }
    const fields = {
      method, arg: Buffer.from(arg), caller: Buffer.from(caller), time,
      certificate: certificate && Buffer.from(certificate),
    };
    const message = this.runOn(this.instance, 'Q', fields, code);
    this.rollBack();
    const response = message.trap ? rejectOfTrap(message.trap) : message.response ?? this.noReply();
    return { response, logs: this.takeLogs() };
  }

  /// Whether the canister lets the update call in. `refusal` is the reject if not.
  inspect({ method, arg, caller, time }) {
    const code = this.instance?.exports.canister_inspect_message;
    if (!code) return {};
    const fields = { method, arg: Buffer.from(arg), caller: Buffer.from(caller), time };
    const message = this.runOn(this.instance, 'F', fields, code);
    this.rollBack();
    if (message.trap) return { refusal: rejectOfTrap(message.trap) };
    if (message.accepted) return {};
    return { refusal: reject(4, 'IC0406', `Error from Canister ${this.canisterText}: Canister rejected the message`) };
  }

  /// Runs the global timer if its time has come, and the heartbeat if the canister has one.
  tick({ time }) {
    const { canister_global_timer: timer, canister_heartbeat: heartbeat } = this.instance?.exports ?? {};
    const calls = [];
    if (timer && this.timer !== 0n && this.timer <= time) {
      this.timer = 0n;
      calls.push(...this.systemTask(timer, time));
    }
    if (heartbeat) calls.push(...this.systemTask(heartbeat, time));
    return this.result({ calls });
  }

  systemTask(code, time) {
    const context = { caller: Buffer.alloc(0), pending: 0, responded: true, instructions: 0n };
    const message = this.runOn(this.instance, 'T', { context, time }, code);
    if (message.trap) {
      this.rollBack();
      this.logs.push(`[trap] ${message.trap.message}`);
      return [];
    }
    return this.finish(message).calls;
  }

  // Code.

  compile(wasm) {
    let module;
    try {
      module = new WebAssembly.Module(rewriteModule(wasm));
    } catch (error) {
      if (error instanceof WasmError || error instanceof WebAssembly.CompileError) {
        throw new CanisterTrap('IC0505', `Canister's Wasm module is not valid: ${error.message}`);
      }
      throw error;
    }
    const unknown = unknownImports(module);
    if (unknown.length > 0) {
      throw new CanisterTrap('IC0505', `Canister's Wasm module is not valid: the local network has no ${unknown.join(', ')}`);
    }
    return module;
  }

  /// `mode`: install, reinstall or upgrade; `keepHeap` and `skipPreUpgrade` only for upgrade.
  install(request) {
    this.message.time = request.time;
    try {
      const wasm = Buffer.from(request.wasm);
      const module = this.compile(wasm);
      const instance = request.mode === 'upgrade' ? this.upgraded(module, request) : this.fresh(module, request);
      instance.settle();
      this.stable.commit();
      this.instance = instance;
      this.module = module;
      this.store.newGeneration(this, wasm);
      return this.result({ hasCertificates: this.usesCertificates() });
    } catch (error) {
      this.stable.rollBack();
      this.instance?.rollBack();
      if (!(error instanceof CanisterTrap)) throw error;
      return { refusal: rejectOfTrap(error.message.startsWith('Error from') ? error : this.withCanister(error)), logs: this.takeLogs() };
    }
  }

  usesCertificates() {
    return WebAssembly.Module.imports(this.module).some(({ name }) => name === 'data_certificate_copy');
  }

  fresh(module, request) {
    this.stable.clear();
    const instance = this.instantiate(module);
    instance.withoutUndo();
    this.runInstall(instance, 's', 'sheaf:start', request);
    const message = this.runInstall(instance, 'I', 'canister_init', request);
    this.forget();
    this.takeSettings(message);
    return instance;
  }

  upgraded(module, request) {
    if (!request.skipPreUpgrade) this.runInstall(this.instance, 'G', 'canister_pre_upgrade', request);
    const instance = this.instantiate(module);
    instance.withoutUndo();
    if (request.keepHeap) instance.adoptHeap(this.instance);
    this.runInstall(instance, 's', 'sheaf:start', request);
    const message = this.runInstall(instance, 'I', 'canister_post_upgrade', request);
    this.timer = 0n;
    this.takeSettings(message);
    return instance;
  }

  takeSettings(message) {
    this.timer = message?.timer ?? this.timer;
    this.certifiedData = message?.certifiedData ?? this.certifiedData;
  }

  runInstall(instance, kind, name, { caller, arg, time }) {
    const code = instance.exports[name];
    if (!code) return undefined;
    const message = this.runOn(instance, kind, { caller: Buffer.from(caller), arg: Buffer.from(arg), time }, code);
    if (message.trap) throw message.trap;
    return message;
  }

  instantiate(module) {
    try {
      return new CanisterInstance(module, this);
    } catch (error) {
      throw this.trapOf(error);
    }
  }

  uninstall() {
    const answers = [...this.contexts.values()].filter(Boolean).map((origin) => ({
      origin, response: reject(4, 'IC0406', 'Canister has been uninstalled.'),
    }));
    this.stable.clear();
    this.stable.commit();
    this.forget();
    this.store.newGeneration(this, undefined);
    return this.result({ answers });
  }

  // State.

  setEnvironment({ controllers, status, version }) {
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
    this.certifiedData = Buffer.from(header.certifiedData, 'hex');
    this.timer = BigInt(header.timer);
  }

  loadSnapshot({ path }) {
    this.load(path);
    this.store.newGeneration(this, this.store.wasm);
    return this.describe();
  }

  /// What the network needs to know after a start or a change of code.
  describe() {
    const { wasm } = this.store;
    return this.result({
      moduleHash: this.store.moduleHash,
      metadata: wasm ? [...readMetadata(wasm)].map(([name, entry]) => ({ name, ...entry, value: new Uint8Array(entry.value) })) : [],
      hasCertificates: this.instance ? this.usesCertificates() : false,
      ingress: this.store.ingress(),
    });
  }

  size() {
    return {
      heapBytes: (this.instance?.heapPages ?? 0) * 65536,
      stableBytes: this.stable.size * 65536,
      globalBytes: (this.instance?.globals.length ?? 0) * 8,
      wasmBytes: this.store.wasm?.length ?? 0,
    };
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

function describe(text) {
  if (/out of bounds/.test(text)) return 'heap out of bounds';
  if (/unreachable/.test(text)) return 'unreachable';
  if (/divide by zero/.test(text)) return 'integer division by 0';
  if (/Maximum call stack/.test(text)) return 'stack overflow';
  return text;
}
