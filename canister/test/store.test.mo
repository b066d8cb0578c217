// Several people on one canister.
import Map "mo:core/Map";
import Nat "mo:core/Nat";
import Principal "mo:core/Principal";
import Annex "../src/Annex";
import Limits "../src/Limits";
import Replication "../src/Replication";
import Store "../src/Store";
import Testing "Testing";
import Types "../src/Types";

let { note; same; test } = Testing;

func person(n : Nat) : Principal = Principal.fromBlob(Testing.revision(n));

type Canister = { store : Store.Store; annex : Annex.Annex };

func newCanister() : Canister = { store = Store.empty(Testing.epoch); annex = Annex.empty() };

func push({ store; annex } : Canister, who : Nat, row : Types.PushRow) : Text {
  let context = Store.context(store, 42, 1_000_000);
  switch (Store.push(store, annex, person(who), context, Testing.pushArgs([row]))) {
    case (#ok { results }) Testing.brief(results[0]);
    case (#err error) debug_show error;
    case (#resync { reason }) debug_show reason;
  }
};

func headOf({ store; annex } : Canister, who : Nat) : Text {
  debug_show Replication.head(Annex.home(annex, person(who), Store.space(store, person(who))), Store.context(store, 42, 1_000_000))
};

test("two people use the same id and never meet", func() {
  let canister = newCanister();
  same(push(canister, 1, note("a", 0, 1, "Alice's")), "ok 1 at 1");
  let stranger = headOf(canister, 3);
  same(headOf(canister, 2), stranger);
  same(push(canister, 2, note("a", 0, 2, "Bob's")), "ok 2 at 1");
  same(push(canister, 2, note("a", 1, 3, "Bob's guess")), "conflict with 2");
  same(push(canister, 1, note("a", 1, 4, "Alice's second")), "ok 4 at 2");
  same(headOf(canister, 3), stranger);
});

test("only an accepted row makes a space", func() {
  let canister = newCanister();
  ignore headOf(canister, 1);
  same(push(canister, 1, note("", 0, 1, "text")), "rejected bad_id");
  same(push(canister, 1, note("a", 5, 6, "text")), "missing");
  same(debug_show canister.store.spaces.size(), "0");
  ignore push(canister, 1, note("a", 0, 1, "text"));
  same(debug_show canister.store.spaces.size(), "1");
});

test("a canister that has its number of people takes no other, but goes on with these", func() {
  let canister = newCanister();
  for (n in Nat.range(0, Limits.spaces)) same(push(canister, n, note("a", 0, 1, "text")), "ok 1 at 1");
  same(push(canister, Limits.spaces, note("a", 0, 1, "text")), debug_show(#space_limit { limit = 1_000 }));
  same(push(canister, 0, note("a", 1, 2, "text")), "ok 2 at 2");
});

test("the canister counts the bytes of all, and refuses growth when it is full", func() {
  let canister = newCanister();
  ignore push(canister, 1, note("a", 0, 1, "four"));
  ignore push(canister, 2, note("a", 0, 1, "four"));
  same(debug_show canister.store.bytes, debug_show(2 * (Limits.rowOverhead + 5)));
  ignore push(canister, 2, Testing.deletion("a", 1, 2));
  same(debug_show canister.store.bytes, debug_show(2 * Limits.rowOverhead + 6));
  canister.store.bytes := Limits.storeBytes;
  same(push(canister, 1, note("a", 1, 2, "longer")), "quota");
  same(push(canister, 1, note("a", 1, 2, "less")), "ok 2 at 2");
});
