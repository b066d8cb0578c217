// Who becomes the owner.
import Nat "mo:core/Nat";
import Claim "../src/Claim";
import Secrets "../src/Secrets";
import Testing "Testing";

let { same; test } = Testing;

let secret : Blob = "correct horse battery";
let wrong : Blob = "incorrect horse battery";
let second : Nat64 = 1_000_000_000;

func fresh() : Claim.Claim {
  let claim = Claim.empty();
  Claim.set(claim, Secrets.hash(secret));
  claim
};

func shown(claim : Claim.Claim, what : Blob, now : Nat64) : Text = debug_show Claim.show(claim, what, now);

test("the right secret claims once", func() {
  let claim = fresh();
  same(debug_show Claim.isOpen(claim), "true");
  same(shown(claim, secret, 0), "#right");
  same(debug_show Claim.isOpen(claim), "false");
  same(shown(claim, secret, 0), "#closed");
});

test("without a secret there is nothing to show", func() {
  same(shown(Claim.empty(), secret, 0), "#closed");
});

test("pauses grow, in them nothing is looked at, and the tenth error locks", func() {
  let claim = fresh();
  var now : Nat64 = 0;
  var pause = second;
  for (n in Nat.range(1, 10)) {
    same(shown(claim, wrong, now), debug_show(#wrong { triesLeft = 10 - n : Nat }));
    same(shown(claim, secret, now), debug_show(#paused { ns = pause }));
    now += pause;
    pause *= 2;
  };
  same(debug_show Claim.isOpen(claim), "true");
  same(shown(claim, wrong, now), debug_show(#wrong { triesLeft = 0 }));
  same(debug_show Claim.isOpen(claim), "false");
  same(shown(claim, secret, now + 1_000_000 * second), debug_show(#wrong { triesLeft = 0 }));
  Claim.set(claim, Secrets.hash(secret));
  same(shown(claim, secret, now), "#right");
});

test("the argument that tools repeat at each upgrade opens nothing again", func() {
  let claim = Claim.empty();
  for (_ in Nat.range(0, 3)) {
    Claim.offer(claim, Secrets.hash(secret));
    ignore Claim.show(claim, wrong, claim.pausedUntil);
  };
  same(debug_show claim.wrong, "3");
  same(shown(claim, secret, claim.pausedUntil), "#right");
  Claim.offer(claim, Secrets.hash(secret));
  same(shown(claim, secret, 0), "#closed");
  Claim.set(claim, Secrets.hash(wrong));
  same(shown(claim, wrong, 0), "#right");
  Claim.offer(claim, Secrets.hash(secret));
  same(shown(claim, secret, 0), "#closed");
  Claim.offer(claim, Secrets.hash("another secret, later"));
  same(shown(claim, "another secret, later", 0), "#right");
});

test("equal means equal in every byte", func() {
  same(debug_show Secrets.same("abc", "abc"), "true");
  same(debug_show Secrets.same("abc", "abd"), "false");
  same(debug_show Secrets.same("abc", "xbc"), "false");
  same(debug_show Secrets.same("abc", "abcd"), "false");
  same(debug_show Secrets.same("", ""), "true");
});
