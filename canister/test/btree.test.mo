// Random changes through the short ways and through mo:core, on trees of three levels.
import Iter "mo:core/Iter";
import Map "mo:core/Map";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Text "mo:core/Text";
import BTree "../src/BTree";
import Testing "Testing";

let { same; test } = Testing;

func key(n : Nat) : Text = (n * 7_919 % 10_007).toText();

test("get and replace find what mo:core put there", func() {
  let map = Map.empty<Text, Nat>();
  same(debug_show BTree.get(map, "nothing"), "null");
  for (n in Nat.range(0, 3_000)) {
    map.add(key(n), n);
    if (n % 3 == 0) BTree.replace(map, key(n), n + 1);
  };
  for (n in Nat.range(0, 6_000)) same(debug_show BTree.get(map, key(n)), debug_show map.get(key(n)));
  for (n in Nat.range(0, 3_000)) same(debug_show map.get(key(n)), debug_show (?(if (n % 3 == 0) n + 1 else n)));
  same(debug_show map.size, "3_000");
});

test("what is appended is where mo:core looks for it, also between removals", func() {
  let map = Map.empty<Nat64, Nat>();
  let model = Map.empty<Nat64, Nat>();
  for (n in Nat.range(0, 5_000)) {
    BTree.append(map, n.toNat64(), n);
    model.add(n.toNat64(), n);
    if (n % 3 > 0) {
      let gone = (n * 7_919 % (n + 1)).toNat64();
      map.remove(gone);
      model.remove(gone);
    };
  };
  same(debug_show map.size, debug_show model.size);
  same(debug_show map.entries().toArray(), debug_show model.entries().toArray());
  for (n in Nat.range(0, 5_000)) map.remove(n.toNat64());
  BTree.append(map, 9_999 : Nat64, 1);
  same(debug_show map.entries().toArray(), "[(9_999, 1)]");
});
