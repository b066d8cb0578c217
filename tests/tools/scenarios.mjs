// Writes docs/scenarios.md: which test covers which replication scenario, at which level.
//
//   node scenarios.mjs [--check]     --check: changes nothing, fails if the file is not up to date
//
// A test names its scenarios (S1 to S137, tests/tools/scenarios.txt) by
// - the name of its function: `void s45CrashInAPage()`, several: `void s96s97FrozenLeader()`,
// - a comment right above its definition, or within it: `// S34, S65`,
// - a data row or a title: `newRow("S4 ...")`, `test('S104: ...')`.
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const target = join(root, "docs/scenarios.md");
const levels = {
  M: "pure model or pure function, faults from a seed",
  F: "the real engine and database; clock and network are fakes",
  R: "the real canister on a local network",
  X: "unmodified RxDB on the same canister",
  U: "through the window or the command line",
};

function levelOf(path) {
  if (path.includes("rxdb")) return "X";
  if (/^canister\/test\/.*\.mo$/.test(path)) return "M";
  if (/^(canister\/test|tests\/kill)\//.test(path)) return "R";
  if (/^tests\/sync\/tst_(real|canister)/.test(path)) return "R";
  if (/^tests\/(model\/|sync\/tst_syncmodel)/.test(path)) return "M";
  if (/^tests\/(ui|app)\//.test(path)) return "U";
  return "F";
}

function filesBelow(folder) {
  const found = [];
  for (const name of readdirSync(folder).sort()) {
    if (name === "node_modules") continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) found.push(...filesBelow(path));
    else if (/(^tst_.*\.cpp|\.test\.mjs|\.test\.mo)$/.test(name)) found.push(path);
  }
  return found;
}

const numbersIn = (text) => [...text.matchAll(/\bS(\d{1,3})\b/g)].map((match) => Number(match[1]));

/** [scenario, test] of a C++ test file. */
function cppMentions(text) {
  const mentions = [];
  let current = null; // the test function that the line is in
  let waiting = []; // of comments right above a function
  for (const line of text.split("\n")) {
    const start = /^(?:void \w+::|\s+void )(\w+)\(\)/.exec(line);
    if (start) {
      current = start[1].replace(/_data$/, "");
      const named = /^(?:s\d+)+/.exec(current)?.[0] ?? "";
      for (const match of named.matchAll(/s(\d+)/g)) mentions.push([Number(match[1]), current]);
      for (const number of [...waiting, ...numbersIn(line)]) mentions.push([number, current]);
      waiting = [];
    } else if (/^\/\//.test(line)) {
      waiting.push(...numbersIn(line));
    } else {
      waiting = [];
      if (current) for (const number of numbersIn(line)) mentions.push([number, current]);
      if (line === "}") current = null;
    }
  }
  return mentions;
}

/** [scenario, test] of a Node or Motoko test file: the numbers of its titles and comments. */
function scriptMentions(text) {
  return numbersIn(text).map((number) => [number, ""]);
}

function readScenarios() {
  const scenarios = [];
  let section = "";
  for (const line of readFileSync(join(root, "tests/tools/scenarios.txt"), "utf8").split("\n")) {
    if (line.startsWith("#")) section = line.slice(1).trim();
    const row = /^S(\d+) \| (.*?) \| ([MFRXU ]+?)(?: \| (.*))?$/.exec(line);
    if (!row) continue;
    const [, number, title, wanted, reason] = row;
    scenarios.push({
      number: Number(number), title, section, reason: reason ?? "",
      wanted: wanted.trim().split(/\s+/), tests: new Map(),
    });
  }
  return scenarios;
}

function collect(scenarios) {
  const byNumber = new Map(scenarios.map((scenario) => [scenario.number, scenario]));
  for (const folder of ["tests", "canister/test"]) {
    if (!existsSync(join(root, folder))) continue;
    for (const file of filesBelow(join(root, folder))) {
      const path = relative(root, file);
      const text = readFileSync(file, "utf8");
      const program = path.split("/").pop().replace(/\.(cpp|test\.mjs|test\.mo)$/, "");
      for (const [number, test] of path.endsWith(".cpp") ? cppMentions(text) : scriptMentions(text)) {
        const scenario = byNumber.get(number);
        if (!scenario) throw new Error(`${path}: there is no scenario S${number}`);
        const level = levelOf(path);
        if (!scenario.tests.has(level)) scenario.tests.set(level, new Set());
        scenario.tests.get(level).add(test ? `${program}::${test}` : program);
      }
    }
  }
}

function page(scenarios) {
  const full = scenarios.filter((s) => s.wanted.every((level) => s.tests.has(level))).length;
  const named = scenarios.filter((s) => s.tests.size > 0).length;
  const lines = [
    "# Replication scenarios and their tests", "",
    "Written by `tests/tools/scenarios.mjs` from the names of the tests; `./test` fails if it is not up to date.",
    `${named} of ${scenarios.length} scenarios are named by a test, ${full} at every level that their description asks for.`, "",
    ...Object.entries(levels).map(([level, words]) => `- **${level}** ${words}`), "",
    "The last column names the levels that a scenario's description asks for and no test has, and why if there is more to say than",
    "that nobody wrote it yet.",
  ];
  let section = "";
  for (const scenario of scenarios) {
    if (scenario.section !== section) {
      section = scenario.section;
      lines.push("", `## ${section}`, "", "| | scenario | covered by | not covered |", "|---|---|---|---|");
    }
    const covered = Object.keys(levels)
      .filter((level) => scenario.tests.has(level))
      .map((level) => `**${level}** ${[...scenario.tests.get(level)].sort().map((t) => `\`${t}\``).join(", ")}`);
    const open = scenario.wanted.filter((level) => !scenario.tests.has(level));
    const missing = open.length ? `${open.join(" ")}${scenario.reason ? `: ${scenario.reason}` : ""}` : scenario.reason;
    lines.push(`| S${scenario.number} | ${scenario.title} | ${covered.join("<br>")} | ${missing} |`);
  }
  return lines.join("\n") + "\n";
}

const scenarios = readScenarios();
collect(scenarios);
const text = page(scenarios);
if (process.argv.includes("--check")) {
  const stored = existsSync(target) ? readFileSync(target, "utf8") : "";
  if (stored !== text) {
    console.error("docs/scenarios.md is not up to date: run canister/node_modules/.bin/node tests/tools/scenarios.mjs");
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
