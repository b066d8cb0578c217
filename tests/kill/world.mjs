// Three devices of one person for the kill tests: profiles in a temporary folder, the real program,
// and the real canister on a local network of their own.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";

const canisterFolder = join(dirname(fileURLToPath(import.meta.url)), "../../canister");

/** The same sequence for the same seed (SplitMix32). */
export class Random {
  constructor(seed) { this.state = seed >>> 0; }
  next() {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  }
  below(bound) { return Math.floor(this.next() * bound); }
  pick(list) { return list[this.below(list.length)]; }
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class Network {
  async start() {
    this.process = spawn(process.execPath,
      ["local/start.mjs", "--throw-away", "--until-stdin-closes", "--registration", "open"],
      { cwd: canisterFolder, stdio: ["pipe", "pipe", "inherit"] });
    const lines = createInterface({ input: this.process.stdout });
    const { value } = await lines[Symbol.asyncIterator]().next();
    if (!value) throw new Error("the local network did not start");
    const said = JSON.parse(value);
    this.url = said.url;
    this.canister = said.canisterId;
  }
  async stop() {
    this.process.stdin.end();
    await new Promise((resolve) => this.process.once("exit", resolve));
  }
}

/** A running program: `ended` gives its status (null if it was killed) and what it wrote. */
export class Running {
  constructor(command, args, { input = "", env = {}, uid } = {}) {
    const options = { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"] };
    if (uid !== undefined) Object.assign(options, { uid, gid: uid });
    this.process = spawn(command, args, options);
    this.alive = true;
    let output = "", problem = "";
    this.process.stdout.on("data", (data) => { output += data; });
    this.process.stderr.on("data", (data) => { problem += data; });
    this.process.stdin.on("error", () => {}); // killed before it read
    this.process.stdin.end(input);
    this.ended = new Promise((resolve) => {
      this.process.once("close", (status) => {
        this.alive = false;
        resolve({ status, output, problem });
      });
    });
  }
  signal(name) { if (this.alive) this.process.kill(name); }
}

export class Device {
  constructor(world, name) {
    this.world = world;
    this.name = name;
    this.profile = join(world.folder, name);
  }
  options() {
    const { network, folder } = this.world;
    return ["--profile", this.profile, "--no-welcome", "--canister-url", network.url,
      "--canister", network.canister, "--identity", join(folder, "me.pem"), "--device-name", this.name];
  }
  start(args, options) { return new Running(this.world.sheaf, [...this.options(), ...args], options); }
  window() { return this.start([], { env: { QT_QPA_PLATFORM: "offscreen" } }); }
  async run(args, input = "") { return this.start(args, { input }).ended; }
  async must(args, input = "") {
    const answer = await this.run(args, input);
    if (answer.status !== 0)
      throw new Error(`${this.name}: sheaf ${args.join(" ")}: ${answer.status} ${answer.problem}${answer.output}`);
    return answer.output;
  }
  async notes() {
    const list = JSON.parse(await this.must(["note", "list", "--json"]));
    return list.map((note) => note.id).sort();
  }
  /** Every note's text, by id. */
  async texts() {
    const texts = {};
    for (const id of await this.notes()) texts[id] = await this.must(["note", "show", id]);
    return texts;
  }
}

/** What SQLite says about the file itself; "ok" is what it should be. */
export function fileProblem(profile) {
  const database = new DatabaseSync(join(profile, "sheaf.db"));
  const answer = database.prepare("PRAGMA quick_check(1)").get().quick_check;
  database.close();
  return answer === "ok" ? "" : answer;
}

/** The files as a power cut would leave them; the processes that write them have to stand still. */
export function copyProfile(profile, to) {
  cpSync(profile, to, { recursive: true, filter: (path) => !/(-shm|\.lock)$/.test(path) });
}

export class World {
  constructor(sheaf, names) {
    this.sheaf = sheaf;
    this.folder = mkdtempSync(join(tmpdir(), "sheaf-kill-"));
    this.network = new Network();
    this.devices = names.map((name) => new Device(this, name));
  }
  async start() {
    await this.network.start();
    await this.devices[0].must(["identity", "new", "--file", join(this.folder, "me.pem")]);
  }
  /** Keeps the folder of a run that failed. */
  async stop(passed) {
    await this.network.stop();
    if (passed) rmSync(this.folder, { recursive: true, force: true });
    else console.error(`the profiles are kept in ${this.folder}`);
  }

  /** Everybody syncs until nothing moves; conflicts are answered with "both". */
  async settle() {
    for (let round = 0; round < 20; ++round) {
      let moved = 0;
      for (const device of this.devices) {
        const listed = await device.run(["conflicts", "list", "--json"]); // 7: some are open
        const conflicts = JSON.parse(listed.output);
        for (const conflict of conflicts) {
          if (conflict.master.device === device.name)
            throw new Error(`${device.name} is in conflict with itself: ${JSON.stringify(conflict)}`);
          await device.must(["conflicts", "resolve", conflict.id, "--keep", "both"]);
          ++moved;
        }
        const round = await device.run(["sync", "--once", "--json"]);
        if (round.status !== 0 && round.status !== 7)
          throw new Error(`${device.name} cannot sync: ${round.status} ${round.problem}${round.output}`);
        const report = JSON.parse(round.output);
        moved += report.pushed + report.pulled;
      }
      if (moved === 0) return;
    }
    throw new Error("the devices never become quiet");
  }
}
