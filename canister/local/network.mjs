// The subnet: its canisters, the calls from outside and their answers, the certified state.

import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { principalText } from "./bytes.mjs";
import { Canister } from "./canister.mjs";
import { Authority, loadSecrets } from "./certificates.mjs";
import { CertifiedState } from "./certifiedstate.mjs";
import { Faults } from "./faults.mjs";
import { Management } from "./management.mjs";
import { reject } from "./rejects.mjs";
import { SignatureVerifier } from "./signatures.mjs";

const FIRST_CANISTER = 0x100000n;
const LAST_CANISTER = 0x1fffffn;
const SECOND = 10n ** 9n;
const KEEP_ANSWER_NS = 5n * 60n * SECOND;
const FORGET_EVERY_MS = 10_000;
const ANONYMOUS = Buffer.of(4);

export function canisterIdOf(number) {
  const id = Buffer.alloc(10);
  id.writeBigUInt64BE(number);
  id.set([1, 1], 8);
  return id;
}

export class Network {
  /// `options`: folder, keepState, delegation, flatRanges, timeLimitMs {update, query}, syncWaitMs, log.
  constructor(options) {
    this.options = options;
    this.secrets = loadSecrets(options.keepState ? path.join(options.folder, "keys.json") : undefined);
    const ranges = [[canisterIdOf(FIRST_CANISTER), canisterIdOf(LAST_CANISTER)]];
    this.authority = new Authority(this.secrets, ranges, options);
    this.verifier = new SignatureVerifier(this.authority);
    this.faults = new Faults();
    this.latest = 0n;
    this.canisters = new Map();
    this.ingress = new Map();
    this.ownCalls = new Map();
    this.nextOwnCall = 1;
    this.state = new CertifiedState(this);
    this.statistics = new Map(); // kind of request -> {requests, bytesIn, bytesOut}
    this.management = new Management(this);
    this.forgetting = setInterval(() => this.forgetOld(), FORGET_EVERY_MS);
    this.failure = new Promise((resolve, fail) => {
      this.broken = fail;
    });
    this.failure.catch(() => {});
  }

  /// Nanoseconds since 1970 by the network's clock. No two answers are the same, and it only goes back
  /// if the computer's clock does by more than a second.
  now() {
    const clock = BigInt(Date.now()) * 1_000_000n;
    const behind = this.latest - clock;
    this.latest = behind >= 0n && behind < SECOND ? this.latest + 1n : clock;
    return this.latest + this.faults.clockOffsetNs;
  }

  /// The time that canisters see: tests may set their clock apart from the network's (control.mjs).
  canisterTime() {
    return this.now() + this.faults.canisterClockNs;
  }

  /// Errors of background work end the network: they are faults of this program.
  guard(promise) {
    promise.catch((error) => this.broken(error));
  }

  count(kind, bytesIn, bytesOut) {
    const sum = this.statistics.get(kind) ?? { requests: 0, bytesIn: 0, bytesOut: 0 };
    this.statistics.set(kind, {
      requests: sum.requests + 1,
      bytesIn: sum.bytesIn + bytesIn,
      bytesOut: sum.bytesOut + bytesOut,
    });
  }

  // Canisters.

  get canistersFolder() {
    return path.join(this.options.folder, "canisters");
  }

  async open() {
    fs.mkdirSync(this.canistersFolder, { recursive: true });
    for (const name of fs.readdirSync(this.canistersFolder)) {
      const id = Buffer.from(name, "hex");
      await this.add(id);
    }
  }

  async add(id) {
    const canister = new Canister(id, path.join(this.canistersFolder, id.toString("hex")), this);
    this.canisters.set(id.toString("hex"), canister);
    await canister.load();
    return canister;
  }

  freeId() {
    for (let number = FIRST_CANISTER; number <= LAST_CANISTER; number += 1n) {
      const id = canisterIdOf(number);
      if (!this.find(id)) return id;
    }
    throw new Error("no canister id is free");
  }

  find(id) {
    return this.canisters.get(Buffer.from(id).toString("hex"));
  }

  async close() {
    clearInterval(this.forgetting);
    await Promise.all([...this.canisters.values()].map((canister) => canister.close()));
  }

  // Calls from outside.

  /// An update call of the network's own, by the anonymous caller; resolves to its response.
  callAnonymously(canister, method, arg) {
    const refusal = this.refusal(canister);
    if (refusal) return Promise.resolve(refusal);
    return new Promise((resolve) => {
      const origin = { ownCall: this.nextOwnCall };
      this.nextOwnCall += 1;
      this.ownCalls.set(origin.ownCall, resolve);
      this.guard(canister.run("update", { method, arg, caller: ANONYMOUS, origin }));
    });
  }

  /// Takes in a checked call. Returns its entry: {id, status, done: Promise}.
  submit(request, canister) {
    const entry = {
      id: request.id,
      key: request.id.toString("hex"),
      sender: request.sender,
      expiry: request.expiry,
      canisterId: request.content.get("canister_id"),
      status: "received",
    };
    entry.done = new Promise((resolve) => {
      entry.resolve = resolve;
    });
    this.ingress.set(entry.key, entry);
    this.state.publish(entry);
    this.guard(this.execute(entry, request, canister));
    return entry;
  }

  async execute(entry, request, canister) {
    await this.faults.pause("update");
    entry.status = "processing";
    this.state.publish(entry);
    const { content } = request;
    const call = { method: content.get("method_name"), arg: content.get("arg"), caller: request.sender };
    const origin = {
      requestId: entry.key,
      expiry: String(entry.expiry),
      sender: request.sender.toString("hex"),
      canisterId: entry.canisterId.toString("hex"),
    };
    if (entry.canisterId.length === 0) this.answered(origin, await this.management.call(call));
    else await canister.run("update", { ...call, origin, ingressBytes: request.size });
  }

  /// An update call of `canister` ended; `origin` says who waits for it.
  answered(origin, response) {
    if (origin.callId !== undefined) {
      const canister = this.canisters.get(origin.canister);
      if (canister) this.guard(canister.run("callback", { callId: origin.callId, response }));
      return;
    }
    if (origin.ownCall !== undefined) {
      this.ownCalls.get(origin.ownCall)(response);
      this.ownCalls.delete(origin.ownCall);
      return;
    }
    const entry = this.ingress.get(origin.requestId);
    if (!entry || entry.response) return;
    entry.response = response;
    entry.status = response.status;
    this.state.publish(entry);
    entry.resolve();
  }

  /// Puts the calls that an earlier run answered, or was cut off in, into the certified state.
  recall(canister, { answered, cutOff }) {
    const lost = reject(5, "IC0503", "The local network was restarted while this call was waiting for another one.");
    for (const { origin, response } of [...answered, ...cutOff.map((origin) => ({ origin, response: lost }))]) {
      if (this.ingress.has(origin.requestId)) continue;
      const entry = {
        id: Buffer.from(origin.requestId, "hex"),
        key: origin.requestId,
        sender: Buffer.from(origin.sender, "hex"),
        expiry: BigInt(origin.expiry),
        canisterId: Buffer.from(origin.canisterId, "hex"),
        status: response.status,
        response,
        done: Promise.resolve(),
        resolve: () => {},
      };
      this.ingress.set(entry.key, entry);
      this.state.publish(entry);
    }
  }

  forgetOld() {
    const now = this.now();
    for (const [key, entry] of this.ingress) {
      if (entry.response && entry.expiry + KEEP_ANSWER_NS < now) {
        this.ingress.delete(key);
        this.state.forget(entry);
      }
    }
  }

  // Calls between canisters.

  /// Delivers a call that `canister` made.
  route(canister, { id, callee, method, arg }) {
    const origin = { canister: canister.id.toString("hex"), callId: id };
    const call = { method, arg: Buffer.from(arg), caller: canister.id };
    const target = Buffer.from(callee);
    if (target.length === 0) {
      this.guard(this.management.call(call).then((response) => this.answered(origin, response)));
      return;
    }
    const receiver = this.find(target);
    const refusal = receiver
      ? this.refusal(receiver)
      : reject(3, "IC0301", `Canister ${principalText(target)} not found`);
    if (refusal) this.answered(origin, refusal);
    else this.guard(receiver.run("update", { ...call, origin }));
  }

  /// Why `canister` takes no calls now, or undefined.
  refusal(canister) {
    const { status } = canister.settings;
    if (status === "stopped") return reject(5, "IC0508", `Canister ${canister.text} is stopped`);
    if (status === "stopping") return reject(5, "IC0509", `Canister ${canister.text} is stopping`);
    return undefined;
  }

  // Queries.

  async query(canister, { method, arg, caller }) {
    await this.faults.pause("query");
    if (canister.settings.status !== "running") return this.refusal(canister);
    if (canister.hasCertificates) await canister.settled();
    const certificate = canister.hasCertificates ? this.state.dataCertificate(canister) : undefined;
    const host = this.faults.queryHost ?? canister.host;
    const result = await host.request("query", { method, arg, caller, certificate, time: this.canisterTime() });
    canister.keepLogs(result.logs);
    return result.response;
  }

  randomBytes(length) {
    return crypto.randomBytes(length);
  }
}
