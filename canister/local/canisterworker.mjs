// Worker thread of one canister: answers the requests of canisterhost.mjs, one after the other.

import { parentPort, workerData } from "node:worker_threads";
import { CanisterMachine } from "./canistermachine.mjs";
import { StateStore } from "./statestore.mjs";

const { config, folder } = workerData;
const store = new StateStore(folder);
const machine = new CanisterMachine(
  {
    ...config,
    canisterId: Buffer.from(config.canisterId),
    subnetId: Buffer.from(config.subnetId),
    rootKey: Buffer.from(config.rootKey),
  },
  store,
);

const own = {
  open() {
    machine.load();
    return machine.describe();
  },
  close() {
    store.close();
    setImmediate(() => parentPort.close());
    return {};
  },
};

parentPort.on("message", ({ id, method, request }) => {
  try {
    const result = own[method] ? own[method](request) : machine[method](request);
    parentPort.postMessage({ id, result });
  } catch (error) {
    parentPort.postMessage({ id, error: error.stack, diskProblem: error.syscall && error.message });
  }
});
