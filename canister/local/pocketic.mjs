// Uses a PocketIC server in the place of the local network: start.mjs does so if `POCKET_IC_BIN` names
// its program. Nothing is kept between starts, and there is no control endpoint.

import fs from "node:fs";
import { PocketIc, PocketIcServer, SubnetStateType } from "@dfinity/pic";
import { Principal } from "@icp-sdk/core/principal";
import { decodeCbor } from "./cbor.mjs";
import { installArguments, newClaimSecret } from "./installarguments.mjs";
import { StartError } from "./starterror.mjs";

/// The server ends by itself when nobody asked it anything for so long; its default is a minute.
const IDLE_SECONDS = 30 * 24 * 3600;
const NOTICE = "PocketIC server for development and tests. Nothing is kept when it ends.";

/// Starts the server and installs the canister. Returns {ready, close()}: the line to print, and the end.
export async function startPocketIc(program, options) {
  if (options.control) {
    throw new StartError("PocketIC has no control endpoint: leave --control out, or unset POCKET_IC_BIN.");
  }
  if (options.port !== 0) {
    throw new StartError("PocketIC chooses its own port: leave --port out, or unset POCKET_IC_BIN.");
  }
  console.error(NOTICE);
  const server = await startServer(program, options);
  try {
    return await populate(server, options);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function startServer(program, options) {
  try {
    return await PocketIcServer.start({ binPath: program, showCanisterLogs: options.verbose, ttl: IDLE_SECONDS });
  } catch (error) {
    throw new StartError(`The PocketIC server ${program} (POCKET_IC_BIN) did not start: ${error.message}`);
  }
}

async function populate(server, options) {
  const subnet = { state: { type: SubnetStateType.New } };
  const pic = await PocketIc.create(server.getUrl(), { nns: subnet, application: [subnet] });
  const sheaf = options.wasm ? await install(pic, options) : {};
  const port = await pic.makeLive();
  const url = `http://127.0.0.1:${port}`;
  const close = async () => {
    await pic.stopLive();
    await pic.tearDown();
    await server.stop();
  };
  return { ready: { url, port, ...sheaf, rootKey: await fetchRootKey(url), pid: process.pid }, close };
}

async function install(pic, options) {
  const { wasm: file, initArg, controllers: more, claimSecret = newClaimSecret(), registration = "single_owner" } = options;
  if (!fs.existsSync(file)) throw new StartError(`There is no canister at ${file}. Build it with: npm run build`);
  const controllers = [Principal.anonymous(), ...more.map((bytes) => Principal.fromUint8Array(bytes))];
  const canisterId = await pic.createCanister({ controllers });
  const arg = new Uint8Array(initArg ?? installArguments({ claimSecret, registration }));
  await pic.installCode({ canisterId, wasm: new Uint8Array(fs.readFileSync(file)), arg });
  return { canisterId: canisterId.toText(), claimSecret: initArg ? undefined : claimSecret };
}

async function fetchRootKey(url) {
  const response = await fetch(`${url}/api/v2/status`);
  const status = decodeCbor(Buffer.from(await response.arrayBuffer()));
  return status.get("root_key").toString("hex");
}
