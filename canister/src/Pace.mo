/// How many updates a caller may send: a bucket that fills steadily, kept as one
/// number, the time at which it will be full again. A caller never seen has 0.
///
/// Whoever comes too early is told when to come back, a few times (`overdraft`), and
/// these tries count as well; then the door itself refuses, which costs nothing.
import Nat64 "mo:core/Nat64";
import Limits "Limits";

module {

  /// `full` is to be kept in the place of the old one; `wait` in ns, null: go ahead.
  public type Taken = { full : Nat64; wait : ?Nat64 };

  public func take(full : Nat64, now : Nat64, perMinute : Nat) : Taken {
    let pace = paceOf(perMinute);
    let taken = behind(full, now, pace) + pace.step;
    if (taken <= pace.burst) return { full = now + taken; wait = null };
    let owed = Nat64.min(taken, pace.burst + pace.overdraft);
    { full = now + owed; wait = ?(owed + pace.step - pace.burst) }
  };

  /// True if even a refusal would cost more than the caller is worth.
  public func isExhausted(full : Nat64, now : Nat64, perMinute : Nat) : Bool {
    let pace = paceOf(perMinute);
    behind(full, now, pace) + pace.step > pace.burst + pace.overdraft
  };

  /// In ns: the time that one update takes to be forgotten, and two multiples of it.
  type Pace = { step : Nat64; burst : Nat64; overdraft : Nat64 };

  func paceOf(perMinute : Nat) : Pace {
    let step = 60_000_000_000 / Nat64.fromNat(perMinute);
    {
      step;
      burst = step * Nat64.fromNat(perMinute * Limits.burstMinutes);
      overdraft = step * Nat64.fromNat(Limits.overdraft);
    }
  };

  /// What is missing to a full bucket. Never more than there can be: after the owner
  /// allowed more a minute, the old debt is not paid off at the new pace.
  func behind(full : Nat64, now : Nat64, pace : Pace) : Nat64 {
    if (full <= now) 0 else Nat64.min(full - now, pace.burst + pace.overdraft)
  };
}
