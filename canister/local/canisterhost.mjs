// The network's side of a canister's worker thread: requests become promises.

import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";

const CLOSE_WITHIN_MS = 1000;
const HUGE_STACK_MB = 16;

/// The state could not be written or read; the message is the system's.
export class DiskError extends Error {}

export class CanisterHost {
  /// `config` and `folder` as canisterworker.mjs wants them; `onFailure(error)` if the thread breaks.
  constructor(config, folder, onFailure) {
    this.waiting = new Map();
    this.nextId = 1;
    this.worker = new Worker(new URL("./canisterworker.mjs", import.meta.url), {
      workerData: { config, folder },
      resourceLimits: { stackSizeMb: HUGE_STACK_MB },
    });
    this.worker.on("message", ({ id, result, error, diskProblem }) => {
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (diskProblem) waiting?.reject(new DiskError(diskProblem));
      else if (error) waiting?.reject(new Error(error));
      else waiting?.resolve(result);
    });
    this.worker.on("error", (error) => this.fail(error, onFailure));
  }

  fail(error, onFailure) {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
    onFailure(error);
  }

  request(method, request = {}) {
    return new Promise((resolve, reject) => {
      const id = this.nextId;
      this.nextId += 1;
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, method, request });
    });
  }

  /// Ends the thread, after what it is doing if that does not take long. Nothing that was answered is lost.
  async close() {
    await Promise.race([this.request("close"), sleep(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    this.waiting.clear();
    await this.worker.terminate();
  }
}
