// Command line of start.mjs.

import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { principalBytes } from "./bytes.mjs";
import { REGISTRATIONS } from "./installarguments.mjs";
import { StartError } from "./starterror.mjs";

export const CANISTER_FOLDER = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export const USAGE = `Usage: node local/start.mjs [options]
  --port N                 port on 127.0.0.1 (default: a free one)
  --state DIR              keep keys and canisters here (default: build/network)
  --throw-away             keep nothing
  --wasm FILE              canister to install or upgrade (default: build/sheaf.wasm)
  --no-canister            start an empty network
  --registration KIND      who may use the canister: single_owner (default), invite_only or open
  --claim-secret TEXT      makes whoever shows it the canister's owner (default: a random one)
  --init-arg HEX           another Candid argument for install and upgrade
  --controller PRINCIPAL   controller of the canister besides the anonymous one; may be repeated
  --no-subnet-delegation   the root subnet itself answers
  --flat-ranges            delegations with flat canister ranges at every endpoint
  --time-limit MS          how long an update call may compute (default 30000)
  --query-time-limit MS    how long a query may compute (default 10000)
  --sync-wait MS           how long a call waits for its answer before 202 (default 10000)
  --control                open the control endpoint for tests
  --until-stdin-closes     end when standard input ends
  --verbose                print what canisters print`;

const FLAGS = {
  port: { type: "string" },
  state: { type: "string" },
  "throw-away": { type: "boolean" },
  wasm: { type: "string" },
  "no-canister": { type: "boolean" },
  registration: { type: "string" },
  "claim-secret": { type: "string" },
  "init-arg": { type: "string" },
  controller: { type: "string", multiple: true },
  "no-subnet-delegation": { type: "boolean" },
  "flat-ranges": { type: "boolean" },
  "time-limit": { type: "string" },
  "query-time-limit": { type: "string" },
  "sync-wait": { type: "string" },
  control: { type: "boolean" },
  "until-stdin-closes": { type: "boolean" },
  verbose: { type: "boolean" },
  help: { type: "boolean" },
};

function number(values, name, fallback, most) {
  const text = values[name];
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || value > most) {
    throw new StartError(`--${name} needs a number up to ${most}, not "${text}".`);
  }
  return value;
}

function principal(text) {
  const bytes = principalBytes(text);
  if (!bytes) throw new StartError(`--controller needs a principal, not "${text}".`);
  return bytes;
}

function parse(argv) {
  try {
    return parseArgs({ args: argv, options: FLAGS }).values;
  } catch (error) {
    throw new StartError(`${error.message}\n${USAGE}`);
  }
}

export function readOptions(argv) {
  const values = parse(argv);
  if (values.state && values["throw-away"]) throw new StartError("--state and --throw-away exclude each other.");
  if (values["init-arg"] && !/^([0-9a-f]{2})*$/i.test(values["init-arg"])) {
    throw new StartError("--init-arg needs hexadecimal digits.");
  }
  if (values.registration && !REGISTRATIONS.includes(values.registration)) {
    throw new StartError(`--registration is one of ${REGISTRATIONS.join(", ")}, not "${values.registration}".`);
  }
  const secretBytes = Buffer.byteLength(values["claim-secret"] ?? " ".repeat(16));
  if (secretBytes < 16 || secretBytes > 128) throw new StartError("--claim-secret needs 16 to 128 bytes of text.");
  const hour = 3_600_000;
  return {
    help: values.help ?? false,
    port: number(values, "port", 0, 65535),
    keepState: !values["throw-away"],
    folder: values["throw-away"]
      ? undefined
      : path.resolve(values.state ?? path.join(CANISTER_FOLDER, "build", "network")),
    wasm: values["no-canister"]
      ? undefined
      : path.resolve(values.wasm ?? path.join(CANISTER_FOLDER, "build", "sheaf.wasm")),
    registration: values.registration,
    claimSecret: values["claim-secret"],
    initArg: values["init-arg"] === undefined ? undefined : Buffer.from(values["init-arg"], "hex"),
    controllers: (values.controller ?? []).map(principal),
    delegation: !values["no-subnet-delegation"],
    flatRanges: values["flat-ranges"] ?? false,
    timeLimitMs: {
      update: number(values, "time-limit", 30_000, hour),
      query: number(values, "query-time-limit", 10_000, hour),
    },
    syncWaitMs: number(values, "sync-wait", 10_000, hour),
    control: values.control ?? false,
    untilStdinCloses: values["until-stdin-closes"] ?? false,
    verbose: values.verbose ?? false,
  };
}
