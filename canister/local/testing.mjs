// Starts a local network for tests written in Node. It ends with the test process, whatever happens.

import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import readline from "node:readline";
import { CANISTER_FOLDER } from "./options.mjs";

const NODE = path.join(CANISTER_FOLDER, "node_modules", ".bin", "node");
const START = path.join(CANISTER_FOLDER, "local", "start.mjs");

/// Resolves to {line} or {problem}: the text on standard error of a network that did not start.
async function firstLine(child) {
  let problem = "";
  child.stderr.on("data", (part) => {
    problem += part;
  });
  const ended = once(child, "close").then(() => ({ problem }));
  const lines = readline.createInterface({ input: child.stdout });
  return Promise.race([once(lines, "line").then(([line]) => ({ line })), ended]);
}

/// `options.args`: arguments of start.mjs (default: `--throw-away`), to which `--registration open` is added unless they
/// say another; `options.control` false leaves the
/// control endpoint closed; `options.environment`: more environment variables.
///
/// Resolves to {url, port, canisterId, claimSecret, rootKey (Buffer, DER), pid, control(name, body), stop(), kill(),
/// closeInput()}. `control` posts to the control endpoint and resolves to its answer; `kill` ends the
/// process as a crash would, `closeInput` by the end of its standard input. Rejects with the network's own words if it does not start.
export async function startNetwork({ args = ["--throw-away"], control = true, environment = {} } = {}) {
  const all = [START, "--registration", "open", ...args, "--until-stdin-closes", ...(control ? ["--control"] : [])];
  const child = spawn(NODE, all, { stdio: ["pipe", "pipe", "pipe"], env: { ...process.env, ...environment } });
  const exited = once(child, "exit");
  const { line, problem } = await firstLine(child);
  if (!line) throw new Error(problem.trim());
  const ready = JSON.parse(line);
  const end = async (signal) => {
    child.kill(signal);
    await exited;
  };
  return {
    ...ready,
    rootKey: Buffer.from(ready.rootKey, "hex"),
    control: (name, body = {}) => postControl(`${ready.controlUrl}/${name}`, body),
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    closeInput: async () => {
      child.stdin.end();
      const [code] = await exited;
      if (code !== 0) throw new Error(`the network ended with status ${code}`);
    },
  };
}

async function postControl(url, body) {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text);
}
