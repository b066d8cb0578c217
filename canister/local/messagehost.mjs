// The message that a canister is running: answers its system calls (systemapi.mjs), keeps what they
// ask for until the message is known to have worked, and ends it when it computes too long.

import { CycleAccount, callCost, executionCost } from "./cycles.mjs";
import { reject, reply } from "./rejects.mjs";
import { StableMemory } from "./stablememory.mjs";
import { CanisterTrap } from "./systemapi.mjs";

const FUEL_SLICE = 50_000_000n;
const REPLY_LIMIT = { update: 2 * 2 ** 20, query: 3 * 2 ** 20 };
const MODES = {
  I: "init",
  G: "pre upgrade",
  U: "update",
  R: "replicated query",
  Q: "non-replicated query",
  Y: "reply callback",
  X: "reject callback",
  C: "cleanup callback",
  F: "inspect message",
  T: "system task",
  s: "start",
};
/// Instructions; the first is for U, Y, X, C, T, R, G. Source: resource limits of the main network.
const INSTRUCTION_LIMITS = {
  default: 40_000_000_000n,
  Q: 5_000_000_000n,
  F: 200_000_000n,
  I: 300_000_000_000n,
  G: 300_000_000_000n,
  s: 300_000_000_000n,
};
/// Queries, inspect_message; the start function is part of an installation.
const FREE = "QFs";
const NO_BYTES = Buffer.alloc(0);

/// What the caller of a trapped message gets.
export function rejectOfTrap(trap) {
  return reject(5, trap.errorCode, trap.message);
}

export class MessageHost {
  /// `config`: canisterId, subnetId, rootKey (Buffers), canisterText, timeLimitMs {update, query}.
  constructor(config) {
    Object.assign(this, config);
    this.stable = new StableMemory();
    this.account = new CycleAccount();
    this.controllers = [];
    this.statusNumber = 1;
    this.message = { kind: "s", mode: MODES.s, time: 0n };
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
    const limit = message.kind === "Q" ? REPLY_LIMIT.query : REPLY_LIMIT.update;
    if (message.replySize > limit) {
      throw new CanisterTrap(
        "IC0504",
        `Canister violated contract: ic0.msg_reply_data_append: application payload size (${message.replySize}) cannot be larger than ${limit}`,
      );
    }
    message.replyParts.push(bytes);
  }

  respond(response) {
    if (this.message.context.responded || this.message.response) {
      throw new CanisterTrap("IC0504", "Canister violated contract: the call was already replied to");
    }
    this.message.response = response;
  }

  reply() {
    this.respond(reply(Buffer.concat(this.message.replyParts)));
  }

  reject(text) {
    this.respond(reject(4, "IC0406", text));
  }

  acceptMessage() {
    this.message.accepted = true;
  }

  callNew(call) {
    this.message.call = { ...call, parts: [] };
  }

  openCall() {
    if (!this.message.call) {
      throw new CanisterTrap("IC0504", "Canister violated contract: no call is under construction");
    }
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
    const call = this.openCall();
    this.account.charge(callCost(call.parts.reduce((sum, part) => sum + part.length, 0)));
    this.message.outgoing.push(call);
    this.message.call = undefined;
    return 0;
  }

  setCertifiedData(bytes) {
    if (bytes.length > 32) {
      throw new CanisterTrap("IC0504", "Canister violated contract: certified data is longer than 32 bytes");
    }
    this.message.certifiedData = bytes;
  }

  setTimer(deadline) {
    const before = this.message.timer ?? this.timer;
    this.message.timer = deadline;
    return before;
  }

  /// Cycles; `liquid`: without those that keep the canister from being frozen.
  cycles(liquid) {
    const { balance } = this.account;
    if (!liquid) return balance;
    const limit = this.account.freezingLimit(this.memoryBytes());
    return balance > limit ? balance - limit : 0n;
  }

  memoryBytes() {
    return Object.values(this.size()).reduce((sum, bytes) => sum + bytes, 0);
  }

  size() {
    return {
      heapBytes: (this.instance?.heapPages ?? 0) * 65536,
      stableBytes: this.stable.size * 65536,
      globalBytes: (this.instance?.globals.length ?? 0) * 8,
      wasmBytes: this.store.wasm?.length ?? 0,
    };
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
      throw new CanisterTrap(
        "IC0522",
        `Canister exceeded the limit of ${limit} instructions for single message execution.`,
      );
    }
    if (Date.now() > message.deadline) {
      throw new CanisterTrap(
        "IC0522",
        `Canister exceeded the limit of ${limit} instructions for single message execution. (The local network stopped it after ${message.timeLimit} ms.)`,
      );
    }
    message.slice = FUEL_SLICE;
    message.instance.fuel.value = FUEL_SLICE;
  }

  // Running one piece of code.

  /// Runs `code` as a message of `kind` on `instance`. Returns the message; `message.trap` if it trapped.
  runOn(instance, kind, fields, code) {
    const timeLimit = this.timeLimitMs[kind === "Q" || kind === "F" ? "query" : "update"];
    const message = {
      kind,
      mode: MODES[kind],
      caller: NO_BYTES,
      arg: NO_BYTES,
      method: "",
      time: this.message.time,
      replyParts: [],
      replySize: 0,
      outgoing: [],
      used: 0n,
      slice: FUEL_SLICE,
      instance,
      timeLimit,
      deadline: Date.now() + timeLimit,
      context: { instructions: 0n },
      ...fields,
    };
    this.message = message;
    this.account.payStorage(this.memoryBytes(), message.time);
    instance.fuel.value = FUEL_SLICE;
    try {
      code();
    } catch (error) {
      message.trap = this.trapOf(error);
    }
    message.context.instructions = this.performanceCounter(1);
    if (!FREE.includes(kind)) this.account.charge(executionCost(this.performanceCounter(0), instance.wide));
    return message;
  }

  trapOf(error) {
    if (error instanceof CanisterTrap) return this.withCanister(error);
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      return this.withCanister(new CanisterTrap("IC0502", `Canister trapped: ${describe(error.message)}`));
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
}

function describe(text) {
  if (/out of bounds/.test(text)) return "heap out of bounds";
  if (/unreachable/.test(text)) return "unreachable";
  if (/divide by zero/.test(text)) return "integer division by 0";
  if (/Maximum call stack/.test(text)) return "stack overflow";
  return text;
}
