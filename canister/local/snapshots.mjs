// Snapshots of canisters: code and state in a file beside the canister's state.

import fs from "node:fs";
import { Refusal } from "./refusal.mjs";

export class Snapshots {
  constructor(network) {
    this.network = network;
  }

  /// Keeps code and state; returns {id, taken, size}.
  async take(canister) {
    const id = Buffer.concat([this.network.randomBytes(8), canister.id]);
    const { size } = await canister.host.request("saveSnapshot", { path: canister.snapshotFile(id) });
    const snapshot = { id, taken: this.network.now(), size };
    canister.snapshots.push(snapshot);
    await canister.saveSettings();
    return snapshot;
  }

  /// Code and state become those of the snapshot; open calls are forgotten.
  async load(canister, id) {
    this.find(canister, id);
    await canister.learn(
      await canister.host.request("loadSnapshot", { path: canister.snapshotFile(id), time: this.network.canisterTime() }),
    );
    canister.settings.version += 1;
    await canister.saveSettings();
  }

  find(canister, id) {
    const snapshot = canister.snapshots.find((known) => known.id.equals(id));
    if (!snapshot) {
      throw new Refusal(
        5,
        "IC0516",
        `Could not find the snapshot ID ${id.toString("hex")} for canister ${canister.text}`,
      );
    }
    return snapshot;
  }

  async remove(canister, id) {
    const snapshot = this.find(canister, id);
    canister.snapshots = canister.snapshots.filter((known) => known !== snapshot);
    for (const suffix of ["log", "wasm"]) fs.rmSync(`${canister.snapshotFile(id)}.${suffix}`, { force: true });
    await canister.saveSettings();
  }
}
