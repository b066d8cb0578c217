// Control endpoint for tests: `POST /control/<name>` with a JSON object. README.md lists the names.

import { principalBytes } from "./bytes.mjs";
import { CanisterHost } from "./canisterhost.mjs";

const KINDS = ["call", "query", "read_state", "status", "any"];
const ACTIONS = ["dropRequest", "dropReply", "cutBody", "flipBit", "status", "hang"];
const NS = 1_000_000_000;

class ControlError extends Error {}

function need(condition, words) {
  if (!condition) throw new ControlError(words);
}

function milliseconds(value, fallback) {
  if (value === undefined) return fallback;
  need(Number.isFinite(value) && value >= 0, "a delay is a number of milliseconds");
  return value;
}

function nanoseconds(seconds) {
  need(Number.isFinite(seconds), "seconds is a number");
  return BigInt(Math.round(seconds * NS));
}

/// Cycles are text: JSON's numbers are too small.
function amount(text) {
  if (text === undefined) return undefined;
  need(typeof text === "string" && /^[0-9]+$/.test(text), "an amount of cycles is decimal digits in a string");
  return BigInt(text);
}

export class Control {
  /// `canisterText`: the canister that snapshot, restore, query-state and certified data are about.
  constructor(network, canisterText) {
    this.network = network;
    this.canisterText = canisterText;
    this.commands = {
      reset: () => this.reset(),
      delay: (body) => this.delay(body),
      fault: (body) => this.fault(body),
      "node-signature": ({ wrong }) => this.set("wrongNodeSignature", wrong === true),
      "certificate-age": ({ seconds }) => this.set("certificateAgeNs", nanoseconds(seconds)),
      "query-age": ({ seconds }) => this.set("queryAgeNs", nanoseconds(seconds)),
      clock: ({ seconds }) => this.setClock("clockOffsetNs", seconds),
      "canister-clock": ({ seconds }) => this.setClock("canisterClockNs", seconds),
      cycles: (body) => this.cycles(body),
      "query-state": ({ frozen }) => (frozen ? this.freeze() : this.thaw()),
      snapshot: () => this.snapshot(),
      restore: ({ snapshot }) => this.restore(snapshot),
      statistics: ({ reset }) => this.statistics(reset),
    };
  }

  get canister() {
    need(this.canisterText, "the network was started without a canister");
    return this.network.find(principalBytes(this.canisterText));
  }

  /// The HTTP answer.
  async answer(method, pathname, body) {
    const command = this.commands[pathname.slice("/control/".length)];
    if (!command || method !== "POST") return json(404, { error: `there is no POST ${pathname}` });
    try {
      const request = body.length > 0 ? JSON.parse(body.toString("utf8")) : {};
      return json(200, (await command(request)) ?? {});
    } catch (error) {
      if (error instanceof ControlError || error instanceof SyntaxError || error.response) {
        return json(400, { error: error.message });
      }
      throw error;
    }
  }

  set(name, value) {
    this.network.faults[name] = value;
  }

  async reset() {
    await this.thaw();
    this.network.faults.reset();
    for (const canister of this.network.canisters.values()) canister.schedule(canister);
  }

  /// Answers once the timers that became due have run.
  async setClock(name, seconds) {
    this.set(name, nanoseconds(seconds));
    for (const canister of this.network.canisters.values()) await canister.catchUp();
  }

  async cycles({ balance, add }) {
    const change = { balance: amount(balance), add: amount(add) };
    const now = await this.canister.accounts(change);
    return { balance: String(now.balance), burnedPerDay: String(now.burnedPerDay) };
  }

  delay({ update, query }) {
    const { delayMs } = this.network.faults;
    delayMs.update = milliseconds(update, delayMs.update);
    delayMs.query = milliseconds(query, delayMs.query);
  }

  fault({ on = "any", do: action, times = 1, skip = 0, bytes = 0, status = 503, body = "", headers = {} }) {
    need(KINDS.includes(on), `on is one of ${KINDS.join(", ")}`);
    need(ACTIONS.includes(action), `do is one of ${ACTIONS.join(", ")}`);
    this.network.faults.rules.push({ on, do: action, times, skip, bytes, status, body, headers });
  }

  /// Queries see the state of now until `thaw`, as if the node that answers them lagged.
  async freeze() {
    await this.thaw();
    const { canister, network } = this;
    const snapshot = await network.management.snapshots.take(canister);
    const host = new CanisterHost(canister.hostConfig, undefined, (error) => network.broken(error));
    await host.request("loadSnapshot", { path: canister.snapshotFile(snapshot.id) });
    await network.management.snapshots.remove(canister, snapshot.id);
    network.faults.queryHost = host;
  }

  async thaw() {
    const host = this.network.faults.queryHost;
    this.network.faults.queryHost = undefined;
    await host?.close();
  }

  async snapshot() {
    const { id } = await this.network.management.snapshots.take(this.canister);
    return { snapshot: id.toString("hex") };
  }

  async restore(snapshot) {
    need(typeof snapshot === "string", "snapshot is what /control/snapshot gave");
    await this.network.management.snapshots.load(this.canister, Buffer.from(snapshot, "hex"));
  }

  statistics(reset) {
    const { statistics } = this.network;
    const answer = Object.fromEntries(statistics);
    if (reset) statistics.clear();
    return answer;
  }
}

function json(status, value) {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}
