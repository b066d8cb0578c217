// Memory that is taken and given back in every order.
import Array "mo:core/Array";
import List "mo:core/List";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Set "mo:core/Set";
import VarArray "mo:core/VarArray";
import Allocator "../src/Allocator";
import Testing "Testing";

let { same; test } = Testing;

func grown(blocks : Nat) : Allocator.Allocator {
  let allocator = Allocator.empty();
  for (_ in Nat.range(0, blocks)) Allocator.extend(allocator);
  allocator
};

/// How many blocks of each size are free, smallest first.
func free(allocator : Allocator.Allocator) : Text {
  debug_show allocator.free.map<Set.Set<Nat>, Nat>(func blocks = blocks.size())
};

let whole = debug_show ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] : [Nat]);

test("nothing to take before the memory grew", func() {
  same(debug_show Allocator.take(Allocator.empty(), 1), "null");
});

test("a request takes its units and not one more", func() {
  let allocator = grown(1);
  same(debug_show Allocator.take(allocator, 1_000), "?0");
  same(debug_show Allocator.take(allocator, 16), "?1_008");
  same(debug_show Allocator.take(allocator, 8), "?1_000");
  same(debug_show Allocator.take(allocator, 1), "null");
});

test("a whole block, and then no other", func() {
  let allocator = grown(1);
  same(debug_show Allocator.take(allocator, 1_024), "?0");
  same(debug_show Allocator.take(allocator, 1), "null");
  Allocator.giveBack(allocator, 0, 1_024);
  same(free(allocator), whole);
});

test("a small request does not break a large block while a small one is free", func() {
  let allocator = grown(2);
  ignore Allocator.take(allocator, 1_000);
  same(debug_show Allocator.take(allocator, 4), "?1_000");
  same(debug_show Allocator.take(allocator, 1_024), "?1_024");
});

test("neighbours join whatever the order of their return", func() {
  let orders : [[Nat]] = [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]];
  for (order in orders.values()) {
    let allocator = grown(1);
    let starts = Array.tabulate<Nat>(4, func _ = switch (Allocator.take(allocator, 256)) { case (?start) start; case null 9_999 });
    for (i in order.values()) Allocator.giveBack(allocator, starts[i], 256);
    same(free(allocator), whole);
  };
});

test("ten thousand random steps: no unit is given twice, and all come back", func() {
  let blocks = 8;
  let allocator = grown(blocks);
  let used = VarArray.repeat<Bool>(false, blocks * Allocator.blockUnits);
  let taken = List.empty<(Nat, Nat)>();
  var seed : Nat64 = 7;
  func random(below : Nat) : Nat {
    seed := seed *% 6_364_136_223_846_793_005 +% 1_442_695_040_888_963_407;
    (seed >> 33).toNat() % below
  };
  func giveOne() {
    let i = random(taken.size());
    let (start, units) = taken.at(i);
    let ?last = taken.removeLast() else return;
    if (i < taken.size()) taken.put(i, last);
    for (unit in Nat.range(start, start + units)) used[unit] := false;
    Allocator.giveBack(allocator, start, units);
  };
  for (_ in Nat.range(0, 10_000)) {
    let units = if (random(3) == 0) 1 + random(1_024) else 1 + random(40);
    switch (Allocator.take(allocator, units)) {
      case (?start) {
        for (unit in Nat.range(start, start + units)) {
          assert not used[unit];
          used[unit] := true;
        };
        taken.add((start, units));
      };
      case null giveOne();
    };
    if (random(3) == 0 and not taken.isEmpty()) giveOne();
  };
  while (not taken.isEmpty()) giveOne();
  same(free(allocator), debug_show ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, blocks] : [Nat]));
});
