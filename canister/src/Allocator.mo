/// Which parts of a growing memory are in use: a buddy allocator that counts in units
/// and never touches the memory itself.
///
/// A request is served by the smallest free block that is large enough, and what it
/// does not need goes back at once, so nothing is wasted beyond the last unit. Freed
/// neighbours join, up to a whole block: after everything was given back the memory is
/// as it was, whatever the order. Both take steps in proportion to the number of block
/// sizes, and look-ups in sets of the free blocks; nothing is scanned.
import Nat "mo:core/Nat";
import Array "mo:core/Array";
import Set "mo:core/Set";

module {

  /// A block has 2 ** topOrder units: the largest request.
  let topOrder = 10;

  public let blockUnits = 1_024; // 2 ** topOrder

  public type Allocator = {
    /// By order: the first units of the free blocks of 2 ** order units.
    free : [Set.Set<Nat>];
    /// How many units there are, free or not.
    var units : Nat;
  };

  public func empty() : Allocator {
    { free = Array.tabulate<Set.Set<Nat>>(topOrder + 1, func _ = Set.empty()); var units = 0 }
  };

  /// The memory has grown by one block.
  public func extend(allocator : Allocator) {
    allocator.free[topOrder].add(allocator.units);
    allocator.units += blockUnits;
  };

  /// The first of `units` consecutive free units, which are free no longer; null if the
  /// memory has to grow. `units` is 1 .. blockUnits.
  public func take(allocator : Allocator, units : Nat) : ?Nat {
    var order = 0;
    while (2 ** order < units) order += 1;
    while (order <= topOrder) {
      switch (allocator.free[order].min()) {
        case (?start) {
          allocator.free[order].remove(start);
          giveBack(allocator, start + units, 2 ** order - units : Nat);
          return ?start;
        };
        case null order += 1;
      };
    };
    null
  };

  /// Frees `units` units from `start`: together what `take` gave, or the end of it.
  public func giveBack(allocator : Allocator, start : Nat, units : Nat) {
    var next = start;
    var left = units;
    while (left > 0) {
      var order = 0;
      while (order < topOrder and next % (2 ** (order + 1)) == 0 and 2 ** (order + 1) <= left) order += 1;
      freeBlock(allocator, next, order);
      next += 2 ** order;
      left -= 2 ** order;
    };
  };

  func freeBlock(allocator : Allocator, first : Nat, firstOrder : Nat) {
    var start = first;
    var order = firstOrder;
    while (order < topOrder) {
      let size = 2 ** order;
      let buddy = if (start % (2 * size) == 0) start + size else start - size : Nat;
      if (not allocator.free[order].contains(buddy)) {
        allocator.free[order].add(start);
        return;
      };
      allocator.free[order].remove(buddy);
      start := Nat.min(start, buddy);
      order += 1;
    };
    allocator.free[topOrder].add(start);
  };
}
