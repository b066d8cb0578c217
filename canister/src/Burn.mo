/// What the canister lives on: balances noted by a timer, and what follows from them.
///
/// Between two notes the balance fell by what was used, unless it rose: then somebody
/// topped it up, nobody knows when, and that stretch says nothing.
import Int "mo:core/Int";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Array "mo:core/Array";
import Limits "Limits";
import Types "Types";

module {

  public type Sample = { time : Nat64; cycles : Nat };

  public type Burn = {
    var samples : [Sample]; // oldest first, at most Limits.samples
    var perDay : Nat; // 0: not known yet
    var measuredNs : Nat64; // by how much time
  };

  public func empty() : Burn = { var samples = []; var perDay = 0; var measuredNs = 0 };

  /// Notes the balance, unless that was done a short time ago (a timer starts anew
  /// with each upgrade).
  public func note(burn : Burn, now : Nat64, cycles : Nat) {
    let kept = burn.samples.size();
    if (kept > 0 and now < burn.samples[kept - 1 : Nat].time + Limits.sampleNs / 2) return;
    let dropped : Nat = if (kept < Limits.samples) 0 else kept + 1 - Limits.samples;
    let sample : Sample = { time = now; cycles };
    burn.samples := Array.tabulate<Sample>(
      kept + 1 - dropped,
      func i = if (i + dropped < kept) burn.samples[i + dropped] else sample,
    );
    measure(burn);
  };

  func measure(burn : Burn) {
    var used = 0;
    var ns : Nat64 = 0;
    var before : ?Sample = null;
    for (sample in burn.samples.values()) {
      switch before {
        case (?last) if (sample.cycles <= last.cycles) {
          used += last.cycles - sample.cycles;
          ns += sample.time - last.time;
        };
        case null {};
      };
      before := ?sample;
    };
    burn.measuredNs := ns;
    burn.perDay := if (ns < Limits.burnKnownNs) 0 else used * 86_400_000_000_000 / ns.toNat();
  };

  /// The part of the balance that can be used before the network freezes a canister
  /// of this size.
  public func spendable(cycles : Nat, memoryBytes : Nat) : Nat {
    let kept = memoryBytes * Limits.cyclesPerGibSecond * Limits.freezingSeconds / 1_073_741_824;
    Int.max(cycles - kept, 0).toNat()
  };

  /// Until the canister stops answering, at the measured pace.
  public func daysLeft(burn : Burn, spendable : Nat) : ?Nat {
    if (burn.perDay == 0) null else ?(spendable / burn.perDay)
  };

  /// The mark in every answer; null: enough.
  public func mark(burn : Burn, spendable : Nat, low : Nat) : ?Types.CyclesMark {
    let days = if (burn.measuredNs < Limits.burnSureNs) null else daysLeft(burn, spendable);
    let atMost = func(limit : Nat) : Bool = switch days { case (?left) left <= limit; case null false };
    if (spendable * Limits.criticalPart < low or atMost(Limits.criticalDays)) return ?#critical;
    if (spendable < low or atMost(Limits.lowDays)) return ?#low;
    null
  };
}
