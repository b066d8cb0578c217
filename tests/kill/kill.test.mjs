// S45 S46 S47 S48 S51 S52 S95 S96 S97: the real program is killed while three devices edit and sync.
//
//   node kill.test.mjs --sheaf PROGRAM [--kills 40] [--seed N] [--seconds 30]
//
// Every device has two hands at once: one edits by the command line, one syncs by the command line
// or as a window; both are killed (SIGKILL) at random moments. What a command had reported as
// saved, or what had been seen in a profile, must be on all devices in the end, and they must be
// equal. Some kills are preceded by a copy of the stopped process's files (as a power cut leaves
// them), which is looked into later. A failing run is repeated by its seed as far as the machine's
// own timing allows.
import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Device, Random, Running, World, copyProfile, fileProblem, pause } from "./world.mjs";

function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
}
const sheaf = option("sheaf");
const wantedKills = Number(option("kills", 40));
const seed = Number(option("seed", Date.now() % 1_000_000));
const seconds = Number(option("seconds", 30));
let limit = 0; // when the killing ends

const saved = new Set(); // tokens that a command reported as saved
const copies = []; // { profile, tokens }: what a copy has to hold
let kills = 0, killedLate = 0, tokens = 0;

const done = () => kills >= wantedKills || Date.now() > limit;

/** How long a command takes on this machine just now, so that kills come while it works. */
let usualMs = 300;
const learn = (ms) => { usualMs = 0.8 * usualMs + 0.2 * ms; };

/** Waits for the end of `running`, or kills it after a random time. */
async function endSomehow(device, running, random) {
  const begun = Date.now();
  let over = false;
  if (random.next() < 0.4) {
    const answer = await running.ended;
    learn(Date.now() - begun);
    return answer;
  }
  const ended = running.ended.then((answer) => { over = true; return answer; });
  await Promise.race([ended, pause(random.next() * 1.2 * usualMs)]);
  if (over) return ended;
  if (random.next() < 0.3) await copyOfStopped(device, running);
  running.signal("SIGKILL");
  const answer = await ended;
  ++kills;
  if (answer.status === 0) ++killedLate;
  return answer;
}

async function copyOfStopped(device, running) {
  for (const hand of device.hands) hand?.signal("SIGSTOP");
  const known = [...device.reported];
  const profile = join(device.world.folder, `copy-${copies.length}`);
  if (existsSync(join(device.profile, "sheaf.db"))) {
    copyProfile(device.profile, profile);
    copies.push({ profile, tokens: known });
  }
  for (const hand of device.hands) if (hand !== running) hand?.signal("SIGCONT");
}

async function editing(device, random) {
  const own = [];
  while (!done()) {
    const token = `${device.name}-${++tokens}`;
    const isNew = own.length < 3 || random.next() < 0.15;
    const args = isNew
      ? ["note", "new", "--title", token, "-"]
      : ["note", "edit", random.pick(own), "--append", "-"];
    const running = device.start(args, { input: `${token}\n\n` });
    device.hands[0] = running;
    const answer = await endSomehow(device, running, random);
    if (answer.status !== 0) continue;
    saved.add(token);
    device.reported.add(token);
    if (isNew) own.push(answer.output.trim());
    if (random.next() < 0.3) { // other devices' notes are edited, too
      const all = await device.notes().catch(() => []);
      if (all.length > 0) own.push(random.pick(all));
    }
  }
}

async function syncing(device, random) {
  while (!done()) {
    const asWindow = random.next() < 0.3;
    const running = asWindow ? device.window() : device.start(["sync", "--once"]);
    device.hands[1] = running;
    if (asWindow) {
      await Promise.race([running.ended, pause(300 + random.next() * 1500)]);
      assert.ok(running.alive, `a window ended by itself: ${JSON.stringify(await Promise.race([running.ended, null]))}`);
      if (random.next() < 0.3) await copyOfStopped(device, running);
      running.signal("SIGKILL");
      await running.ended;
      ++kills;
    } else {
      await endSomehow(device, running, random);
    }
    await pause(random.next() * 150);
  }
}

async function killsWhileWorking() {
  const world = new World(sheaf, ["desk", "laptop", "train"]);
  let passed = false;
  await world.start();
  limit = Date.now() + 1000 * seconds;
  try {
    const hands = [];
    world.devices.forEach((device, number) => {
      device.hands = [null, null];
      device.reported = new Set();
      hands.push(editing(device, new Random(seed * 7 + number)));
      hands.push(syncing(device, new Random(seed * 11 + number)));
    });
    await Promise.all(hands);
    assert.ok(kills > 0, "nothing was killed");
    await world.settle();
    const texts = [];
    for (const device of world.devices) texts.push(await device.texts());
    for (const token of saved)
      assert.ok(Object.values(texts[0]).some((text) => text.split("\n").includes(token)), `lost: ${token}`);
    for (const [number, device] of world.devices.entries()) {
      assert.deepEqual(texts[number], texts[0], `${device.name} is not equal to ${world.devices[0].name}`);
      assert.equal(fileProblem(device.profile), "", `the database of ${device.name}`);
    }
    for (const text of Object.values(texts[0])) {
      const lines = text.split("\n").filter((line) => line !== "");
      assert.equal(new Set(lines).size, lines.length, `a line is doubled:\n${text}`);
    }
    for (const copy of copies) await checkCopy(world, copy);
    console.log(`seed ${seed}: ${kills} kills (${killedLate} came too late), ${saved.size} saves reported,`
      + ` ${copies.length} copies of stopped profiles; nothing lost, all equal`);
    passed = true;
  } finally {
    await world.stop(passed);
  }
}

async function checkCopy(world, copy) {
  assert.equal(fileProblem(copy.profile), "", `the database in ${copy.profile}`);
  const device = new Device(world, copy.profile.split("/").pop());
  const all = Object.values(await device.texts()).join("\n").split("\n");
  for (const token of copy.tokens) assert.ok(all.includes(token), `${copy.profile} lost ${token}`);
}

/** S96, S97: a leader that stands still blocks only the syncing; a dead one blocks nothing. */
async function frozenAndCrashedLeader() {
  const world = new World(sheaf, ["desk", "laptop"]);
  let passed = false;
  await world.start();
  try {
    const [desk, laptop] = world.devices;
    const id = (await desk.must(["note", "new", "first\n"])).trim();
    const window = desk.window();
    for (let waited = 0; waited < 100; ++waited) { // until the window leads and has pushed
      await laptop.must(["sync", "--once"]);
      if ((await laptop.notes()).includes(id)) break;
      await pause(100);
    }
    assert.ok((await laptop.notes()).includes(id), "the window does not sync");
    window.signal("SIGSTOP");
    await desk.must(["note", "edit", id, "--append", "while it stood still\n"]);
    assert.equal((await desk.run(["sync", "--once"])).status, 9, "there is a leader, though it stands still");
    window.signal("SIGCONT");
    const arrives = async (words, what) => {
      for (let waited = 0; waited < 100; ++waited) {
        await laptop.must(["sync", "--once"]);
        if ((await laptop.must(["note", "show", id])).includes(words)) return;
        await pause(100);
      }
      assert.fail(what);
    };
    await arrives("while it stood still", "the leader that went on does not sync");
    window.signal("SIGKILL");
    await window.ended;
    await desk.must(["note", "edit", id, "--append", "after the crash\n"]);
    await desk.must(["sync", "--once"]); // at once
    await arrives("after the crash", "nobody took over");
    console.log("frozen and crashed leader: passed");
    passed = true;
  } finally {
    await world.stop(passed);
  }
}

/** S52: files that cannot grow any more, as on a full disk. */
async function fullDisk() {
  const world = new World(sheaf, ["desk"]);
  let passed = false;
  await world.start();
  try {
    const [desk] = world.devices;
    const kept = [];
    const page = "0123456789abcdef".repeat(64);
    const text = (number) => Array.from({ length: 60 }, (_, line) => `${number}-${line} ${page}`).join("\n");
    kept.push([(await desk.must(["note", "new", "-"], text(0))).trim(), 0]);
    let refused = 0;
    for (let number = 1; number < 40 && refused < 3; ++number) {
      const limited = new Running("bash",
        ["-c", 'trap "" XFSZ; ulimit -f 1024; exec "$@"', "limited", sheaf, ...desk.options(), "note", "new", "-"],
        { input: text(number) });
      const answer = await limited.ended;
      if (answer.status === 0) kept.push([answer.output.trim(), number]);
      else {
        ++refused;
        assert.notEqual(answer.problem, "", "a full disk is said");
        assert.ok(answer.status > 0, "a full disk ends no process");
      }
    }
    assert.equal(refused, 3, "the limit was never met");
    for (const [id, number] of kept) assert.equal(await desk.must(["note", "show", id]), text(number));
    assert.equal(fileProblem(desk.profile), "");
    await desk.must(["note", "new", "there is room again"]);
    await world.settle();
    console.log(`full disk: ${kept.length} saves kept, ${refused} refused in words: passed`);
    passed = true;
  } finally {
    await world.stop(passed);
  }
}

/** S52: a profile that may be read and not written. */
async function readOnlyFolder() {
  const world = new World(sheaf, ["desk"]);
  let passed = false;
  await world.start();
  try {
    const [desk] = world.devices;
    await desk.must(["note", "new", "here"]);
    const files = () => readdirSync(desk.profile).sort()
      .filter((name) => /\.db$/.test(name))
      .map((name) => readFileSync(join(desk.profile, name)).toString("base64"));
    const before = files();
    const shut = [0o555, 0o444], open = [0o755, 0o644];
    const setModes = ([folder, file]) => {
      chmodSync(desk.profile, folder);
      for (const name of readdirSync(desk.profile)) chmodSync(join(desk.profile, name), file);
    };
    setModes(shut);
    chmodSync(world.folder, 0o755);
    chmodSync(join(world.folder, "me.pem"), 0o644);
    const home = join(world.folder, "home");
    mkdirSync(home, { mode: 0o777 });
    const nobody = process.getuid() === 0 ? 65534 : undefined; // the superuser may write anywhere
    for (const args of [["note", "new", "there"], ["sync", "--once"]]) {
      const answer = await desk.start(args, { uid: nobody, env: { HOME: home } }).ended;
      assert.ok(answer.status > 0, `${args.join(" ")} on a read-only profile: ${answer.status}`);
      assert.notEqual(answer.problem + answer.output, "", "a read-only profile is said");
    }
    setModes(open);
    assert.deepEqual(files(), before);
    await world.settle();
    console.log("read-only folder: passed");
    passed = true;
  } finally {
    await world.stop(passed);
  }
}

await fullDisk();
await readOnlyFolder();
await frozenAndCrashedLeader();
await killsWhileWorking();
