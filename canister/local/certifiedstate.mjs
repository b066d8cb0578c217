// What the subnet certifies: calls and their results, canisters, itself, the time.

import { setImmediate as nextTurn } from "node:timers/promises";
import { lebEncode } from "./bytes.mjs";
import { LabelMap, forest, labeled, tree } from "./hashtree.mjs";

/// How long a canister may hand out the same certificate of its data, in ns.
const DATA_CERTIFICATE_AGE = 10n ** 9n;

export class CertifiedState {
  constructor(network) {
    this.network = network;
    this.statuses = new LabelMap();
  }

  /// Makes what is known of a call from outside part of the state.
  publish(entry) {
    const { response } = entry;
    const members = [["status", entry.status]];
    if (response?.status === "replied") members.push(["reply", Buffer.from(response.arg)]);
    if (response?.status === "rejected") {
      members.push(["reject_code", lebEncode(response.code)], ["reject_message", response.message]);
      if (response.errorCode) members.push(["error_code", response.errorCode]);
    }
    this.statuses.set(entry.id, tree(members));
  }

  /// Nothing is known of the call any more.
  forget(entry) {
    this.statuses.delete(entry.id);
  }

  stateTree(now) {
    const canisters = [...this.network.canisters.values()].sort((a, b) => Buffer.compare(a.id, b.id));
    this.subnetNode ??= labeled("subnet", this.network.authority.subnetTree());
    return forest([
      labeled("canister", forest(canisters.map((canister) => labeled(canister.id, canister.tree)))),
      labeled("request_status", this.statuses.tree),
      this.subnetNode,
      labeled("time", tree(lebEncode(now))),
    ]);
  }

  /// A certificate of the present state that shows `paths` and the time.
  async certificate(paths, layout) {
    this.sealing ??= this.sealSoon();
    return this.certificateOf(await this.sealing, paths, layout);
  }

  certificateOf({ state, signature, now }, paths, layout) {
    return this.network.authority.certify(state, [...paths, ["time"]], layout, now, signature);
  }

  /// Signs the state once for all who ask in this turn of the event loop: a signature takes milliseconds.
  async sealSoon() {
    await nextTurn();
    this.sealing = undefined;
    return this.seal();
  }

  seal() {
    const now = this.network.now() - this.network.faults.certificateAgeNs;
    const state = this.stateTree(now);
    return { state, signature: this.network.authority.key.sign(state.hash), now };
  }

  /// A certificate of the canister's certified data, at most a second old.
  dataCertificate(canister) {
    const now = this.network.now();
    const cached = canister.certificate;
    const age = cached ? now - cached.time : -1n;
    if (age >= 0n && age < DATA_CERTIFICATE_AGE && cached.data.equals(canister.certifiedData)) {
      return cached.bytes;
    }
    const bytes = this.certificateOf(this.seal(), [["canister", canister.id, "certified_data"]], "flat");
    canister.certificate = { time: now, data: canister.certifiedData, bytes };
    return bytes;
  }
}
