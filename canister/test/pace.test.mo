// A bucket that fills steadily.
import Nat "mo:core/Nat";
import Limits "../src/Limits";
import Pace "../src/Pace";
import Testing "Testing";

let { same; test } = Testing;

let start = Testing.epoch;
let second : Nat64 = 1_000_000_000;

/// Takes `n` at one moment; the number that may go ahead, and what is kept.
func takeMany(full : Nat64, now : Nat64, n : Nat) : (Nat, Nat64) {
  var kept = full;
  var passed = 0;
  for (_ in Nat.range(0, n)) {
    let taken = Pace.take(kept, now, 60);
    kept := taken.full;
    if (taken.wait == null) passed += 1;
  };
  (passed, kept)
};

test("twenty minutes' worth may come at once, then one a second", func() {
  let (passed, full) = takeMany(0, start, 1_199);
  same(debug_show passed, debug_show 1_199);
  let last = Pace.take(full, start, 60);
  same(debug_show last.wait, "null");
  let refused = Pace.take(last.full, start, 60);
  same(debug_show refused.wait, debug_show(?(2 * second)));
  same(debug_show Pace.take(refused.full, start + 2 * second, 60).wait, "null");
});

test("whoever waits as told gets in", func() {
  let (_, full) = takeMany(0, start, 5_000);
  let refused = Pace.take(full, start, 60);
  let ?wait = refused.wait else return assert false;
  same(debug_show(Pace.take(refused.full, start + wait - 1, 60).wait == null), "false");
  same(debug_show Pace.take(refused.full, start + wait, 60).wait, "null");
});

test("refusals run up a bounded debt, after which the door refuses", func() {
  let (_, full) = takeMany(0, start, 1_200);
  same(debug_show Pace.isExhausted(full, start, 60), "false");
  let (_, nearly) = takeMany(full, start, Limits.overdraft - 1);
  same(debug_show Pace.isExhausted(nearly, start, 60), "false");
  let (_, owing) = takeMany(nearly, start, 1);
  same(debug_show Pace.isExhausted(owing, start, 60), "true");
  let (_, more) = takeMany(owing, start, 10_000);
  same(debug_show more, debug_show owing);
  same(debug_show Pace.isExhausted(owing, start + second, 60), "false");
});

test("an idle bucket is full, never fuller", func() {
  let (_, full) = takeMany(0, start, 5_000);
  let (passed, _) = takeMany(full, start + 100_000 * second, 5_000);
  same(debug_show passed, debug_show 1_200);
});

test("a pace that the owner raised forgets what is owed at the old one", func() {
  var full : Nat64 = 0;
  for (_ in Nat.range(0, 40)) full := Pace.take(full, start, 1).full;
  same(debug_show Pace.isExhausted(full, start, 1), "true");
  let ?wait = Pace.take(full, start, 60).wait else return assert false;
  same(debug_show(wait <= 11 * second), "true");
});
