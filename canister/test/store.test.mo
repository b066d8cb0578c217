// Several people on one canister.
import Map "mo:core/Map";
import Nat "mo:core/Nat";
import Principal "mo:core/Principal";
import Annex "../src/Annex";
import Community "../src/Community";
import Limits "../src/Limits";
import Replication "../src/Replication";
import Side "../src/Side";
import Store "../src/Store";
import Testing "Testing";
import Types "../src/Types";

let { note; same; test } = Testing;

let terms : Community.Terms = { quotaBytes = Limits.defaultQuotaBytes; erased = null; suspended = false };

func person(n : Nat) : Principal = Principal.fromBlob(Testing.revision(n));

type Canister = { store : Store.Store; annex : Annex.Annex };

func newCanister() : Canister = { store = Store.empty(Testing.epoch); annex = Annex.start([].values(), Testing.epoch) };

func home({ store; annex } : Canister, who : Nat, terms : Community.Terms) : Side.Home {
  Store.home(store, annex, person(who), terms)
};

func contextOf({ store } : Canister, terms : Community.Terms) : Replication.Context {
  Store.context(store, terms, { time = 42; replyBytes = 1_000_000; cycles = null })
};

func pushUnder(terms : Community.Terms, canister : Canister, who : Nat, args : Types.PushArgs) : Text {
  let { store; annex } = canister;
  switch (Store.push(store, annex, person(who), terms, contextOf(canister, terms), args)) {
    case (#ok { results }) Testing.brief(results[0]);
    case (#err error) debug_show error;
    case (#resync { reason }) debug_show reason;
  }
};

func push(canister : Canister, who : Nat, row : Types.PushRow) : Text {
  pushUnder(terms, canister, who, Testing.pushArgs([row]))
};

func headOf(canister : Canister, who : Nat) : Text {
  debug_show Replication.head(home(canister, who, terms), contextOf(canister, terms))
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

test("a smaller quota takes nothing away and lets nothing in", func() {
  let canister = newCanister();
  ignore push(canister, 1, note("a", 0, 1, "four"));
  let small = { terms with quotaBytes = 10 };
  same(pushUnder(small, canister, 1, Testing.pushArgs([note("b", 0, 2, "")])), "quota");
  same(pushUnder(small, canister, 1, Testing.pushArgs([note("a", 1, 2, "less")])), "ok 2 at 2");
  same(push(canister, 1, note("b", 0, 3, "")), "ok 3 at 3");
});

test("a deleted space is another one: no old checkpoint fits it", func() {
  let canister = newCanister();
  ignore push(canister, 1, note("a", 0, 1, "text"));
  ignore push(canister, 2, note("a", 0, 1, "other"));
  let before = Testing.caughtUp(home(canister, 1, terms));
  Store.drop(canister.store, canister.annex, person(1));
  same(debug_show canister.store.bytes, debug_show(Limits.rowOverhead + 6));

  let after = { terms with erased = ?43 : ?Nat64 };
  let head = Replication.head(home(canister, 1, after), contextOf(canister, after));
  same(debug_show (head.epoch, head.proof.position, head.rows, head.erased), debug_show (43 : Nat64, 0 : Nat64, 0 : Nat64, ?43 : ?Nat64));
  let old = { Testing.pushArgs([note("a", 1, 2, "more")]) with checkpoint = before };
  same(pushUnder(after, canister, 1, old), "#epoch");
  // The very same change would otherwise give the very same chain.
  same(pushUnder(after, canister, 1, Testing.pushArgs([note("a", 0, 1, "text")])), "ok 1 at 1");
  same(pushUnder(after, canister, 1, old), "#epoch");
});

test("dropping a space that is not there does nothing", func() {
  let canister = newCanister();
  Store.drop(canister.store, canister.annex, person(1));
  same(debug_show canister.store.bytes, "0");
});
