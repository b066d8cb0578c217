// Starts the local network: node local/start.mjs [options]; --help lists them. Prints one line of JSON
// when it is ready. README.md says what it is and what it is not.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { DiskError } from "./canisterhost.mjs";
import { Control } from "./control.mjs";
import { lockFolder } from "./folderlock.mjs";
import { Network } from "./network.mjs";
import { USAGE, readOptions } from "./options.mjs";
import { Server } from "./server.mjs";
import { deploySheaf } from "./sheafcanister.mjs";
import { StartError } from "./starterror.mjs";

const NOTICE =
  "Local network for development and tests: one process, no consensus. Only this computer can reach it.";

function prepareFolder(options) {
  if (options.keepState) return { folder: options.folder, release: lockFolder(options.folder) };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sheaf-network-"));
  return { folder, release: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

async function listen(server, port) {
  try {
    return await server.listen(port);
  } catch (error) {
    if (error.code === "EADDRINUSE") throw new StartError(`Port ${port} is taken by another program.`);
    throw error;
  }
}

/// Resolves when the network is asked to end.
function untilEnd(options) {
  return new Promise((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
    if (!options.untilStdinCloses) return;
    process.stdin.on("end", resolve).on("error", resolve);
    process.stdin.resume();
  });
}

async function runPocketIc(program, options) {
  const ended = untilEnd(options);
  const { startPocketIc } = await import("./pocketic.mjs"); // its package is only installed for development
  const { ready, close } = await startPocketIc(program, options);
  console.log(JSON.stringify(ready));
  await ended;
  await close();
}

async function openNetwork(options) {
  try {
    const network = new Network(options);
    await network.open();
    return network;
  } catch (error) {
    throw new StartError(
      `The state in ${options.folder} cannot be read: ${error.message}\n` +
        "Choose another folder with --state, or remove this one to start afresh.",
    );
  }
}

async function run(options) {
  const ended = untilEnd(options);
  const { folder, release } = prepareFolder(options);
  const log = options.verbose ? (line) => console.error(line) : undefined;
  let network;
  try {
    network = await openNetwork({ ...options, folder, log });
    const sheaf = options.wasm ? await deploySheaf(network, { ...options, folder }) : {};
    const server = new Server(network, options.control ? new Control(network, sheaf.canisterId) : undefined);
    const port = await listen(server, options.port);
    announce(options, network, port, sheaf);
    await Promise.race([ended, network.failure]);
    await server.close();
  } finally {
    await network?.close();
    release();
  }
}

/// One line for what whoever started the network can mend, everything for a fault of this program.
function wordsFor(error) {
  if (error instanceof StartError) return error.message;
  if (error instanceof DiskError || error.syscall) {
    return `The local network ends: its state cannot be kept (${error.message}). What it answered before is kept.`;
  }
  return error;
}

function announce(options, network, port, { canisterId, claimSecret }) {
  const url = `http://127.0.0.1:${port}`;
  console.error(NOTICE);
  console.log(
    JSON.stringify({
      url,
      port,
      canisterId,
      claimSecret,
      rootKey: network.authority.root.der.toString("hex"),
      controlUrl: options.control ? `${url}/control` : undefined,
      pid: process.pid,
    }),
  );
}

try {
  if (Number(process.versions.node.split(".")[0]) < 24) {
    throw new StartError("The local network needs Node 24 or newer: start it with node_modules/.bin/node.");
  }
  const options = readOptions(process.argv.slice(2));
  const { POCKET_IC_BIN: pocketIc } = process.env;
  if (options.help) console.log(USAGE);
  else if (pocketIc) await runPocketIc(pocketIc, options);
  else await run(options);
  process.exit(0);
} catch (error) {
  console.error(wordsFor(error));
  process.exit(1);
}
