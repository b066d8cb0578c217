// Expected tokens: Python's hashlib over the formula in src/Chain.mo.
import Array "mo:core/Array";
import List "mo:core/List";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Chain "../src/Chain";
import Testing "Testing";

func hex(blob : Blob) : Text = debug_show blob;

func chainOf(changes : [(Text, Nat)]) : Chain.Chain {
  let chain = Chain.start(Testing.epoch);
  for ((id, n) in changes.values()) ignore Chain.append(chain, id, Testing.revision(n));
  chain
};

let first3 = [("a", 1), ("note-ü", 2), ("a", 3)];

Testing.test("tokens are those of the formula", func() {
  let chain = Chain.start(Testing.epoch);
  let expected : [Blob] = [
    "\D1\AF\0C\D0\1F\71\17\A9",
    "\1B\E5\8A\EB\52\F6\0F\61",
    "\00\9B\C9\E4\E6\36\5F\94",
    "\7D\3E\37\FE\2A\91\E7\E0",
  ];
  Testing.same(hex(chain.token), hex(expected[0]));
  for (n in Nat.range(0, 3)) {
    let (id, revision) = first3[n];
    let sequence = Chain.append(chain, id, Testing.revision(revision));
    Testing.same(debug_show sequence, debug_show(Nat64.fromNat(n + 1)));
    Testing.same(hex(chain.token), hex(expected[n + 1]));
  };
});

Testing.test("tokens stay readable when their page is sealed", func() {
  let chain = chainOf(first3);
  let seen = List.empty<Blob>();
  for (n in Nat.range(0, 4)) {
    let ?token = Chain.at(chain, n.toNat64()) else return assert false;
    seen.add(token);
  };
  for (n in Nat.range(4, 301)) {
    ignore Chain.append(chain, "row", Testing.revision(n));
    seen.add(chain.token);
  };
  Testing.same(hex(chain.token), hex("\69\59\C8\52\CA\67\57\76"));
  for (n in Nat.range(0, 301)) {
    Testing.same(debug_show Chain.at(chain, n.toNat64()), debug_show(?seen.at(n)));
  };
});

Testing.test("there is no token beyond the end", func() {
  let chain = chainOf(first3);
  Testing.same(debug_show Chain.at(chain, 4), "null");
  Testing.same(debug_show Chain.at(chain, 18_446_744_073_709_551_615), "null");
});

Testing.test("the same changes again give the same chain, others another", func() {
  Testing.same(hex(chainOf(first3).token), hex(chainOf(first3).token));
  assert chainOf(first3).token != chainOf(first3.reverse()).token;
  assert chainOf([("ab", 1)]).token != chainOf([("a", 1)]).token;
  assert Chain.start(1).token != Chain.start(2).token;
});
