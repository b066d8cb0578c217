/// Forgetting deletions that nobody needs to hear of any more.
///
/// A tombstone goes when it is old and every device in use has read past it. The space's
/// `gc` then says up to where tombstones may be gone, and a client that has read less
/// compares manifests.
import Map "mo:core/Map";
import Nat64 "mo:core/Nat64";
import Set "mo:core/Set";
import Devices "Devices";
import Limits "Limits";
import Side "Side";
import Space "Space";

module {

  /// How many rows one message may still look at.
  public type Budget = { var rows : Nat };

  /// Goes on in one space; true if the budget is used up and there may be more to do.
  public func step(home : Side.Home, time : Nat64, budget : Budget) : Bool {
    let { space; side } = home;
    if (side.indexed < side.since) indexOlder(space, side, budget);
    if (side.indexed < side.since) return true;
    if (time < Limits.tombstoneTime) return false;
    let before = time - Limits.tombstoneTime;
    let read = Devices.readByAll(side, before);
    while (budget.rows > 0) {
      let ?sequence = side.tombstones.min() else return false;
      let ?row = space.order.get(sequence) else return false;
      if (row.serverTime > before) return false;
      switch read {
        case (?cursor) if (cursor < sequence) return false;
        case null {};
      };
      budget.rows -= 1;
      side.tombstones.remove(sequence);
      Space.forget(space, row);
    };
    true
  };

  /// Puts tombstones that release 1 accepted into the index.
  func indexOlder(space : Space.Space, side : Side.Side, budget : Budget) {
    for ((sequence, row) in space.order.entriesFrom(side.indexed + 1)) {
      if (sequence > side.since) {
        side.indexed := side.since;
        return;
      };
      if (budget.rows == 0) return;
      budget.rows -= 1;
      if (row.deleted) side.tombstones.add(sequence);
      side.indexed := sequence;
    };
    side.indexed := side.since;
  };
}
