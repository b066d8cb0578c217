// Disturbances that tests ask for through control.mjs. All off unless asked for.

import { setTimeout as sleep } from "node:timers/promises";

export class Faults {
  constructor() {
    this.reset();
  }

  reset() {
    this.delayMs = { update: 0, query: 0 };
    this.clockOffsetNs = 0n;
    this.canisterClockNs = 0n;
    this.certificateAgeNs = 0n;
    this.queryAgeNs = 0n;
    this.wrongNodeSignature = false;
    this.queryHost = undefined; // answers queries from an older state
    this.rules = [];
    this.release?.();
    this.released = new Promise((resolve) => {
      this.release = resolve;
    });
  }

  async pause(kind) {
    if (this.delayMs[kind] > 0) await sleep(this.delayMs[kind]);
  }

  /// The first rule for `kind` ('call', 'query', 'read_state', 'status') that is not used up; counts it.
  ruleFor(kind) {
    const rule = this.rules.find(({ on, times }) => (on === kind || on === "any") && times > 0);
    if (!rule) return undefined;
    if (rule.skip > 0) {
      rule.skip -= 1;
      return undefined;
    }
    rule.times -= 1;
    return rule;
  }
}
