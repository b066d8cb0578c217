// One canister as the network sees it: settings, life cycle, code facts, and the requests to its worker.

import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lebEncode, principalText } from "./bytes.mjs";
import { CanisterHost } from "./canisterhost.mjs";
import { encodeCbor } from "./cbor.mjs";
import { DEFAULT_FREEZING_SECONDS } from "./cycles.mjs";
import { tree } from "./hashtree.mjs";

const LOG_LINES = 200;
const CATCH_UP_MS = 10_000;
const FROZEN_RETRY_MS = 1000;
const NO_BYTES = Buffer.alloc(0);

export class Canister {
  /// `folder`: where its settings and state live; `keepState` false leaves the state in memory only.
  /// `network` (network.mjs) receives answers and outgoing calls.
  constructor(id, folder, network) {
    this.id = id;
    this.text = principalText(id);
    this.folder = folder;
    this.network = network;
    this.settings = {
      controllers: [],
      status: "running",
      version: 0,
      created: 0n,
      installed: 0n,
      freezingSeconds: DEFAULT_FREEZING_SECONDS,
    };
    this.snapshots = [];
    this.moduleHash = undefined;
    this.metadata = [];
    this.certifiedData = NO_BYTES;
    this.timer = 0n;
    this.open = 0;
    this.logs = [];
    this.logCount = 0;
    this.stopWaiters = [];
    fs.mkdirSync(path.join(folder, "snapshots"), { recursive: true });
    const stateFolder = network.options.keepState ? path.join(folder, "state") : undefined;
    this.host = new CanisterHost(this.hostConfig, stateFolder, (error) => network.broken(error));
  }

  /// What the worker must know of its surroundings.
  get hostConfig() {
    const { authority, options } = this.network;
    return {
      canisterId: this.id,
      canisterText: this.text,
      subnetId: authority.subnetId,
      rootKey: authority.root.der,
      timeLimitMs: options.timeLimitMs,
      version: 0,
    };
  }

  // Settings on disk.

  get settingsFile() {
    return path.join(this.folder, "canister.json");
  }

  /// Reads what an earlier run left; false if this canister is new.
  async load() {
    const known = fs.existsSync(this.settingsFile);
    if (known) this.readSettings();
    await this.setEnvironment();
    await this.learn(await this.host.request("open"));
    return known;
  }

  readSettings() {
    const saved = JSON.parse(fs.readFileSync(this.settingsFile, "utf8"));
    this.settings = {
      ...this.settings,
      ...saved,
      created: BigInt(saved.created),
      installed: BigInt(saved.installed),
      controllers: saved.controllers.map((hex) => Buffer.from(hex, "hex")),
    };
    this.snapshots = saved.snapshots.map((snapshot) => ({
      ...snapshot,
      id: Buffer.from(snapshot.id, "hex"),
      taken: BigInt(snapshot.taken),
    }));
  }

  async saveSettings() {
    const { settings } = this;
    const saved = {
      ...settings,
      created: String(settings.created),
      installed: String(settings.installed),
      controllers: settings.controllers.map((controller) => controller.toString("hex")),
      snapshots: this.snapshots.map((snapshot) => ({
        ...snapshot,
        id: snapshot.id.toString("hex"),
        taken: String(snapshot.taken),
      })),
    };
    fs.writeFileSync(`${this.settingsFile}.new`, JSON.stringify(saved));
    fs.renameSync(`${this.settingsFile}.new`, this.settingsFile);
    await this.setEnvironment();
    this.cachedTree = undefined;
  }

  setEnvironment() {
    const { controllers, status, version, freezingSeconds } = this.settings;
    return this.host.request("setEnvironment", { controllers, status, version, freezingSeconds });
  }

  isController(principal) {
    return this.settings.controllers.some((controller) => controller.equals(principal));
  }

  // Requests to the worker.

  /// Sends a request that may change state, and passes on what came of it.
  async run(method, request) {
    this.running = this.host.request(method, { ...request, time: this.network.canisterTime() });
    const result = await this.running;
    this.take(result);
    return result;
  }

  /// Waits until the network knows the certified data of what was sent to the worker before.
  async settled() {
    for (let last; last !== this.running;) {
      last = this.running;
      await last;
    }
  }

  take(result) {
    this.keepLogs(result.logs);
    if (!result.answers) return;
    const data = Buffer.from(result.certifiedData);
    if (!data.equals(this.certifiedData)) {
      this.certifiedData = data;
      this.cachedTree = undefined;
    }
    this.open = result.open;
    this.schedule(result);
    for (const { origin, response } of result.answers) this.network.answered(origin, response);
    for (const call of result.calls) this.network.route(this, call);
    if (this.open === 0) this.stopped();
  }

  keepLogs(lines = []) {
    for (const line of lines) {
      this.network.options.log?.(`[${this.text}] ${line}`);
      this.logCount += 1;
      this.logs.push({ index: this.logCount, time: this.network.now(), text: line });
    }
    if (this.logs.length > LOG_LINES) this.logs.splice(0, this.logs.length - LOG_LINES);
  }

  /// Sizes in bytes and cycles; `change`: `balance` sets the cycles first, `add` adds to them.
  accounts(change = {}) {
    return this.host.request("accounts", { ...change, time: this.network.canisterTime() });
  }

  /// Runs due timers and what they started, after the clock was set; leaves the rest to the ordinary schedule when
  /// that takes too long.
  async catchUp() {
    const until = Date.now() + CATCH_UP_MS;
    while (Date.now() < until && this.settings.status === "running") {
      await this.settled();
      const due = this.timer !== 0n && this.timer <= this.network.canisterTime();
      if (!due && this.open === 0) break;
      if (due) await this.run("tick", {});
      else await sleep(1);
    }
    this.schedule(this);
  }

  schedule({ timer, heartbeat, frozen }) {
    this.timer = timer;
    this.heartbeat = heartbeat;
    clearTimeout(this.ticker);
    if (this.settings.status === "stopped" || (timer === 0n && !heartbeat)) return;
    const untilTimer = timer === 0n ? Infinity : Number((timer - this.network.canisterTime()) / 1_000_000n) + 1;
    const wait = Math.max(frozen ? FROZEN_RETRY_MS : 0, Math.min(untilTimer, heartbeat ? 1000 : Infinity, 2 ** 31 - 1));
    this.ticker = setTimeout(() => this.network.guard(this.run("tick", {})), wait);
  }

  async learn(result) {
    this.take(result);
    this.cachedTree = undefined;
    this.moduleHash = result.moduleHash && Buffer.from(result.moduleHash);
    this.metadata = result.metadata.map((entry) => ({ ...entry, value: Buffer.from(entry.value) }));
    this.hasCertificates = result.hasCertificates;
    this.network.recall(this, result.ingress);
  }

  async refresh() {
    await this.learn(await this.host.request("describe"));
  }

  // Life cycle.

  async stop() {
    if (this.settings.status === "stopped") return;
    this.settings.status = "stopping";
    await this.saveSettings();
    if (this.open > 0) await new Promise((resolve) => this.stopWaiters.push(resolve));
    this.settings.status = "stopped";
    clearTimeout(this.ticker);
    await this.saveSettings();
  }

  stopped() {
    for (const resolve of this.stopWaiters.splice(0)) resolve();
  }

  async start() {
    this.settings.status = "running";
    await this.saveSettings();
    await this.refresh();
  }

  snapshotFile(id) {
    return path.join(this.folder, "snapshots", id.toString("hex"));
  }

  async close() {
    clearTimeout(this.ticker);
    await this.host.close();
  }

  // Certified state.

  /// The part of the state tree below `canister/<id>`.
  get tree() {
    this.cachedTree ??= tree(this.treeEntries());
    return this.cachedTree;
  }

  treeEntries() {
    const { settings, moduleHash } = this;
    const entries = [
      ["canister_creation_timestamp", lebEncode(settings.created)],
      ["certified_data", this.certifiedData],
      ["controllers", encodeCbor(settings.controllers)],
    ];
    if (moduleHash) {
      entries.push(["last_install_timestamp", lebEncode(settings.installed)], ["module_hash", moduleHash]);
      entries.push(["metadata", this.metadata.map(({ name, value }) => [name, value])]);
    }
    return entries;
  }
}
