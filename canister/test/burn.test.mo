// Cycles: what is used, how long they last, when to say so.
import Nat "mo:core/Nat";
import Burn "../src/Burn";
import Limits "../src/Limits";
import Testing "Testing";

let { same; test } = Testing;

let start = Testing.epoch;
let step = Limits.sampleNs;
let low = 500;

func noted(balances : [Nat]) : Burn.Burn {
  let burn = Burn.empty();
  var time = start;
  for (cycles in balances.values()) {
    Burn.note(burn, time, cycles);
    time += step;
  };
  burn
};

func falling(from : Nat, by : Nat, samples : Nat) : Burn.Burn {
  let burn = Burn.empty();
  for (n in Nat.range(0, samples)) Burn.note(burn, start + step * n.toNat64(), from - n * by);
  burn
};

test("below a day nothing is known", func() {
  same(debug_show falling(1_000, 10, 4).perDay, "0");
  same(debug_show falling(1_000, 10, 5).perDay, "40");
  same(debug_show Burn.daysLeft(Burn.empty(), 1_000), "null");
  same(debug_show Burn.daysLeft(falling(1_000, 10, 5), 960), "?24");
});

test("a stretch in which somebody topped up says nothing", func() {
  same(debug_show noted([100, 90, 80, 1_000, 990, 980, 970]).perDay, "40");
});

test("a week is kept, so an old first upload is forgotten", func() {
  let burn = noted([1_000_000]);
  for (n in Nat.range(1, 60)) Burn.note(burn, start + step * n.toNat64(), 1_000 - n);
  same(debug_show burn.samples.size(), debug_show Limits.samples);
  same(debug_show burn.perDay, "4");
});

test("a timer that starts anew with an upgrade adds no crowd of notes", func() {
  let burn = noted([100]);
  Burn.note(burn, start + 1, 50);
  same(debug_show burn.samples.size(), "1");
});

test("what the network keeps back cannot be used", func() {
  same(debug_show Burn.spendable(10 ** 12, 0), debug_show(10 ** 12));
  same(debug_show Burn.spendable(2 * 10 ** 12, 1_073_741_824), debug_show(2 * 10 ** 12 - 987_552_000_000 : Nat));
  same(debug_show Burn.spendable(10, 1_073_741_824), "0");
});

test("marks by balance and, when the pace is sure, by days", func() {
  let unknown = Burn.empty();
  same(debug_show Burn.mark(unknown, 500, low), "null");
  same(debug_show Burn.mark(unknown, 499, low), "?(#low)");
  same(debug_show Burn.mark(unknown, 100, low), "?(#low)");
  same(debug_show Burn.mark(unknown, 99, low), "?(#critical)");
  same(debug_show Burn.mark(unknown, 0, 0), "null");

  let twoDays = falling(100_000, 25, 9);
  same(debug_show Burn.mark(twoDays, 600, low), "null");
  let fourDays = falling(100_000, 25, 17); // 100 a day
  same(debug_show Burn.mark(fourDays, 3_100, low), "null");
  same(debug_show Burn.mark(fourDays, 3_099, low), "?(#low)");
  same(debug_show Burn.mark(fourDays, 799, low), "?(#critical)");
});
