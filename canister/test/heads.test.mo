// The certified tree: what it proves, and that its shape depends on who is in it alone. test/certified.test.mjs checks
// the proofs with somebody else's code.
import Array "mo:core/Array";
import Blob "mo:core/Blob";
import Nat "mo:core/Nat";
import Principal "mo:core/Principal";
import HashTree "../src/HashTree";
import Heads "../src/Heads";
import Testing "Testing";

let { same; test } = Testing;

func person(n : Nat) : Principal = Principal.fromBlob(Testing.revision(n));

func head(n : Nat) : Heads.Head = { epoch = 1; position = n.toNat64(); token = "\01\02\03\04\05\06\07\08"; gc = 2 };

func treeOf(people : [Nat]) : Heads.Heads {
  let heads = Heads.empty();
  for (n in people.values()) Heads.put(heads, person(n), head(n));
  heads
};

/// The labels and leaves that a proof shows, in order.
func shown(tree : HashTree.HashTree) : [(Blob, ?Blob)] {
  switch tree {
    case (#fork(left, right)) shown(left).concat(shown(right));
    case (#labeled("heads", subtree)) shown(subtree);
    case (#labeled(name, #leaf value)) [(name, ?value)];
    case (#labeled(name, _)) [(name, null)];
    case _ [];
  }
};

test("CBOR as the interface specification writes it", func() {
  let long = Testing.bytes(300);
  let tree = #fork(#labeled("a" : Blob, #leaf("x" : Blob)), #fork(#empty, #pruned(Testing.bytes(32))));
  same(
    debug_show HashTree.encode(tree),
    debug_show ("\d9\d9\f7\83\01\83\02\41a\82\03\41x\83\01\81\00\82\04\58\20\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07\07" : Blob),
  );
  same(debug_show HashTree.encode(#leaf long).size(), "308");
});

test("a leaf is epoch, position, token and gc in 32 bytes", func() {
  same(
    debug_show Heads.valueOf({ epoch = 0x0102_0304_0506_0708; position = 300; token = "tokenabc"; gc = 255 }),
    debug_show ("\01\02\03\04\05\06\07\08\00\00\00\00\00\00\01\2ctokenabc\00\00\00\00\00\00\00\ff" : Blob),
  );
});

test("whoever is in the tree is proved with that leaf alone, whoever is not by both neighbours", func() {
  let people = Array.tabulate<Nat>(60, func n = n);
  let heads = treeOf(people);
  let root = Heads.root(heads, null);
  for (n in Nat.range(0, 120)) {
    let proof = Heads.witness(heads, person(n), null);
    same(debug_show HashTree.hash(proof), debug_show root);
    let own = Heads.labelOf(person(n));
    let labels = shown(proof);
    if (n < 60) same(debug_show labels, debug_show [(own, ?Heads.valueOf(head(n)))]) else {
      assert labels.size() == 1 or labels.size() == 2;
      assert labels.all(func(name, value) = name != own and value == null);
      let between = labels.size() == 2 and labels[0].0 < own and own < labels[1].0;
      let edge = labels.size() == 1 and (people.all(func m = Heads.labelOf(person(m)) < own) or people.all(func m = own < Heads.labelOf(person(m))));
      assert between or edge;
    };
  };
});

test("an empty tree proves that nobody is there", func() {
  let heads = Heads.empty();
  let proof = Heads.witness(heads, person(1), null);
  same(debug_show HashTree.hash(proof), debug_show Heads.root(heads, null));
  same(debug_show proof, debug_show (#labeled("heads" : Blob, #empty) : HashTree.HashTree));
});

test("order, changes and removals leave no trace", func() {
  let expected = debug_show Heads.root(treeOf([1, 2, 3, 5, 8]), null);
  same(debug_show Heads.root(treeOf([8, 3, 1, 5, 2]), null), expected);
  let heads = treeOf([4, 1, 8, 7, 2, 3, 5, 6]);
  Heads.put(heads, person(1), head(99));
  for (n in [7, 4, 6, 100].values()) Heads.remove(heads, person(n));
  Heads.put(heads, person(1), head(1));
  same(debug_show Heads.root(heads, null), expected);
  for (n in [1, 2, 3, 5, 8].values()) Heads.remove(heads, person(n));
  same(debug_show Heads.root(heads, null), debug_show Heads.root(Heads.empty(), null));
});

test("certified pages stand beside the heads", func() {
  let heads = treeOf([1, 2]);
  let pages = Testing.bytes(32);
  let proof = Heads.witness(heads, person(1), ?pages);
  same(debug_show HashTree.hash(proof), debug_show Heads.root(heads, ?pages));
  assert Heads.root(heads, ?pages) != Heads.root(heads, null);
});
