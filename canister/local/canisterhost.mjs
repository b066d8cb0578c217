/// The network's side of a canister's worker thread: requests become promises.
import { Worker } from 'node:worker_threads';

const HUGE_STACK_MB = 16;

export class CanisterHost {
  /// `config` and `folder` as canisterworker.mjs wants them; `onFailure(error)` if the thread breaks.
  constructor(config, folder, onFailure) {
    this.waiting = new Map();
    this.nextId = 1;
    this.worker = new Worker(new URL('./canisterworker.mjs', import.meta.url), {
      workerData: { config, folder },
      resourceLimits: { stackSizeMb: HUGE_STACK_MB },
    });
    this.worker.on('message', ({ id, result, error }) => {
      const { resolve, reject } = this.waiting.get(id);
      this.waiting.delete(id);
      if (error) reject(new Error(error));
      else resolve(result);
    });
    this.worker.on('error', (error) => this.fail(error, onFailure));
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

  async close() {
    await this.request('close');
    await this.worker.terminate();
  }
}
