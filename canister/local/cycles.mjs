// The cycles of one canister by the prices of a 13-node subnet of the main network (design: ic-interface.md, section 19).

export const DEFAULT_BALANCE = 10n ** 15n; // 1,000 T: decades of notes
export const DEFAULT_FREEZING_SECONDS = 30 * 24 * 3600;

const SECOND = 10n ** 9n;
const DAY = 24n * 3600n * SECOND;
const GIB = 2n ** 30n;
const GIB_SECOND = 127_000n;

/// What `bytes` of memory cost in `ns` nanoseconds.
export function storageCost(bytes, ns) {
  return (BigInt(bytes) * ns * GIB_SECOND) / (GIB * SECOND);
}

/// What a message from outside of `bytes` costs to be taken in.
export function ingressCost(bytes) {
  return 1_200_000n + 2_000n * BigInt(bytes);
}

/// What running a message costs; `wide`: 64-bit memory.
export function executionCost(instructions, wide) {
  return 5_000_000n + instructions * (wide ? 2n : 1n);
}

/// What calling another canister with `bytes` of argument costs.
export function callCost(bytes) {
  return 260_000n + 1_000n * BigInt(bytes);
}

export class CycleAccount {
  constructor() {
    this.balance = DEFAULT_BALANCE;
    this.restored = false;
    this.chargedAt = 0n; // ns since 1970: memory is paid until then
    this.freezingSeconds = DEFAULT_FREEZING_SECONDS;
  }

  /// Takes over what was `saved`, once: a canister that is rolled back does not get its cycles back.
  restore(saved) {
    if (this.restored) return;
    this.restored = true;
    if (saved) Object.assign(this, { balance: BigInt(saved.balance), chargedAt: BigInt(saved.chargedAt) });
  }

  saved() {
    return { balance: String(this.balance), chargedAt: String(this.chargedAt) };
  }

  /// A balance never falls below nothing. (The main network would remove the canister's code then.)
  charge(cycles) {
    this.balance = this.balance > cycles ? this.balance - cycles : 0n;
  }

  /// Pays for `bytes` of memory until `now`.
  payStorage(bytes, now) {
    if (this.chargedAt !== 0n && now > this.chargedAt) this.charge(storageCost(bytes, now - this.chargedAt));
    this.chargedAt = now;
  }

  burnedPerDay(bytes) {
    return storageCost(bytes, DAY);
  }

  /// Below this the canister is frozen.
  freezingLimit(bytes) {
    return storageCost(bytes, BigInt(this.freezingSeconds) * SECOND);
  }

  /// The cycles that are missing to spend `need` and not be frozen, or 0.
  missing(bytes, need) {
    const lack = need + this.freezingLimit(bytes) - this.balance;
    return lack > 0n ? lack : 0n;
  }
}
