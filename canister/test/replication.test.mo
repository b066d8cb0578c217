// The protocol's decisions, row by row and call by call. Alice and Bob are two devices of one person.
import Array "mo:core/Array";
import Blob "mo:core/Blob";
import Map "mo:core/Map";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Runtime "mo:core/Runtime";
import Text "mo:core/Text";
import Limits "../src/Limits";
import Replication "../src/Replication";
import Rows "../src/Rows";
import Side "../src/Side";
import Space "../src/Space";
import Testing "Testing";
import Types "../src/Types";

let { note; deletion; pushOne; revision; same; test } = Testing;

func newHome() : Side.Home = Testing.newHome();

func ids(rows : [Types.MasterRow]) : Text = debug_show rows.map(func row = row.id);

func get(home : Side.Home, context : Replication.Context, ids : [Text]) : ([Types.MasterRow], [Text]) {
  switch (Replication.get(home, context, ids)) {
    case (#ok { rows; left_out }) (rows, left_out);
    case (#err error) Runtime.trap(debug_show error);
  }
};

// Pushing one row

test("a new row is created, a change of the master accepted", func() {
  let home = newHome();
  same(pushOne(home, note("a", 0, 1, "one")), "ok 1 at 1");
  same(pushOne(home, note("a", 1, 2, "two")), "ok 2 at 2");
  let (rows, _) = get(home, Testing.context, ["a"]);
  same(debug_show rows[0], debug_show({
    id = "a";
    revision = revision(2);
    parent = ?revision(1);
    deleted = false;
    kind = "note";
    schema = 1 : Nat16;
    body = "two" : Blob;
    blobs = [] : [Blob];
    client_time = 7 : Nat64;
    server_time = 42 : Nat64;
    sequence = 2 : Nat64;
    recent = [revision(1)];
    device = "Alice's laptop";
  }));
});

test("a push that comes twice is answered as the first time", func() {
  let home = newHome();
  same(pushOne(home, note("a", 0, 1, "one")), "ok 1 at 1");
  same(pushOne(home, note("a", 0, 1, "one")), "ok 1 at 1");
  same(pushOne(home, note("a", 1, 2, "two")), "ok 2 at 2");
  same(pushOne(home, note("a", 1, 2, "two")), "ok 2 at 2");
  same(debug_show Testing.caughtUp(home).cursor, "2");
});

test("a revision that is stored already is not stored again, whatever comes with it", func() {
  let home = newHome();
  ignore pushOne(home, note("a", 0, 1, "one"));
  same(pushOne(home, note("a", 1, 1, "one")), "ok 1 at 1");
  same(pushOne(home, note("a", 0, 1, "another text under the same revision")), "ok 1 at 1");
  same(debug_show Testing.caughtUp(home).cursor, "1");
});

test("a late repeat is superseded, not in conflict, for sixteen revisions", func() {
  let home = newHome();
  for (n in Nat.range(0, 17)) same(pushOne(home, note("a", n, n + 1, "version " # n.toText())), "ok " # (n + 1).toText() # " at " # (n + 1).toText());
  same(pushOne(home, note("a", 15, 16, "version 15")), "superseded by 17");
  same(pushOne(home, note("a", 0, 1, "version 0")), "superseded by 17");
  same(pushOne(home, note("a", 17, 18, "newest")), "ok 18 at 18");
  same(pushOne(home, note("a", 0, 1, "version 0")), "conflict with 18");
});

test("a change of an older state is a conflict with the whole master", func() {
  let home = newHome();
  ignore Testing.push(home, [note("a", 0, 1, "one"), note("a", 1, 2, "Alice's")]);
  let #conflict { master; body_left_out } = Testing.push(home, [note("a", 1, 3, "Bob's")])[0] else return assert false;
  same(debug_show (master.body, master.revision, master.recent, body_left_out), debug_show ("Alice's" : Blob, revision(2), [revision(1)], false));
  same(debug_show Testing.caughtUp(home).cursor, "2");
});

test("creating what exists is a conflict", func() {
  let home = newHome();
  ignore pushOne(home, note("a", 0, 1, "Alice's"));
  same(pushOne(home, note("a", 0, 2, "Bob's")), "conflict with 1");
});

test("the same edit made twice is one edit", func() {
  let home = newHome();
  ignore Testing.push(home, [note("a", 0, 1, "one"), note("a", 1, 2, "two")]);
  same(pushOne(home, note("a", 1, 3, "two")), "ok 2 at 2");
  same(pushOne(home, note("a", 0, 4, "two")), "ok 2 at 2");
  same(pushOne(home, { note("a", 1, 3, "two") with kind = "tag" }), "conflict with 2");
  same(pushOne(home, { note("a", 1, 3, "two") with blobs = [Testing.bytes(32)] }), "conflict with 2");
});

test("what the canister lost is missing, never silently made anew", func() {
  let home = newHome();
  same(pushOne(home, note("a", 1, 2, "two")), "missing");
  same(pushOne(home, deletion("a", 1, 2)), "missing");
  same(debug_show home.space.rows.size(), "0");
});

test("deleting leaves a tombstone, which an edit may bring back", func() {
  let home = newHome();
  ignore pushOne(home, note("a", 0, 1, "one"));
  same(pushOne(home, deletion("a", 1, 2)), "ok 2 at 2");
  same(pushOne(home, note("a", 2, 3, "back")), "ok 3 at 3");
});

test("delete against edit is a conflict both ways, delete against delete is done", func() {
  let home = newHome();
  ignore Testing.push(home, [note("a", 0, 1, "one"), note("a", 1, 2, "two")]);
  same(pushOne(home, deletion("a", 1, 3)), "conflict with 2");
  ignore pushOne(home, deletion("a", 2, 4));
  same(pushOne(home, note("a", 2, 5, "three")), "conflict with 4");
  same(pushOne(home, deletion("a", 2, 6)), "ok 4 at 3");
});

// Pushing several

test("each row has its own answer, and a bad one stops no other", func() {
  let home = newHome();
  ignore pushOne(home, note("old", 0, 1, "one"));
  let results = Testing.push(home, [
    note("new", 0, 2, "text"),
    note("old", 0, 3, "other"),
    { note("odd", 0, 4, "text") with kind = "" },
    note("gone", 8, 5, "text"),
    note("last", 0, 6, "text"),
  ]);
  same(
    debug_show results.map(Testing.brief),
    debug_show ["ok 2 at 2", "conflict with 1", "rejected bad_kind", "missing", "ok 6 at 3"],
  );
});

test("the same id twice in a batch works like two calls", func() {
  let home = newHome();
  let results = Testing.push(home, [note("a", 0, 1, "one"), note("a", 1, 2, "two"), note("a", 1, 3, "stale"), note("a", 0, 1, "one")]);
  same(debug_show results.map(Testing.brief), debug_show ["ok 1 at 1", "ok 2 at 2", "conflict with 2", "superseded by 2"]);
});

test("masters in a reply are whole up to 1.2 MiB together, then summaries", func() {
  let home = newHome();
  let names = ["a", "b", "c"];
  for (name in names.values()) {
    ignore pushOne(home, { note(name, 0, 1, "") with body = Testing.bytes(500_000); blobs = [Testing.chunk(home, 1)] });
  };
  let results = Testing.push(home, names.map(func name = note(name, 0, 2, "other")));
  same(debug_show results.map(Testing.brief), debug_show ["conflict with 1", "conflict with 1", "conflict with 1 (left out)"]);
  let #conflict { master } = results[2] else return assert false;
  same(debug_show (master.id, master.sequence, master.body, master.blobs), debug_show ("c", 3 : Nat64, "" : Blob, [] : [Blob]));
});

test("a reply of 5,000 conflicts with the longest ids stays under the limit", func() {
  let home = newHome();
  let padding = Testing.times(Limits.idBytes - 5, "x");
  func name(n : Nat) : Text = padding # (10_000 + n).toText();
  let kind = "a kind of thirty-two characters!";
  func row(n : Nat, revision : Nat) : Types.PushRow = { note(name(n), 0, revision, "body") with kind };
  for (part in Nat.range(0, 5)) {
    ignore Testing.push(home, Array.tabulate<Types.PushRow>(1_000, func n = row(part * 1_000 + n, 1)));
  };
  ignore pushOne(home, { row(0, 3) with base = ?revision(1); body = Testing.bytes(1_000_000) });
  let args = Testing.pushArgs(Array.tabulate<Types.PushRow>(5_000, func n = { row(n, 2) with body = "" : Blob }));
  let result = Replication.push(home, Testing.context, args);
  let #ok { results } = result else return assert false;
  assert results.all(func result = switch result { case (#conflict _) true; case _ false });
  let encoded = to_candid (result);
  assert encoded.size() < 2_097_152;
  assert encoded.size() > 1_500_000;
});

test("the estimated size of a row is never below its encoded size", func() {
  let home = newHome();
  let hash = Testing.chunk(home, 1);
  let rows = Array.tabulate<Types.PushRow>(
    40,
    func n = {
      note(Testing.times(1 + n * 6, "x"), 0, 1, "") with
      body = Testing.bytes(n * n * 10);
      blobs = Array.repeat(hash, n);
      kind = Testing.times(1 + n * 3 / 4, "k");
    },
  );
  ignore Testing.push(home, rows);
  for (n in Nat.range(1, 20)) {
    ignore Testing.push(home, rows.map<Types.PushRow, Types.PushRow>(func row = { row with base = ?revision(n); revision = revision(n + 1) }));
  };
  for (row in rows.values()) {
    let ?stored = Space.get(home.space, row.id) else return assert false;
    // Two rows minus one, so that the type table does not count.
    let master = Rows.toMaster(stored);
    let one = (to_candid ([master])).size();
    let two = (to_candid ([master, master])).size();
    assert two - one : Nat <= Rows.masterBytes(stored);
    let summary = Rows.toSummary(stored);
    let short = (to_candid ([summary, summary])).size() - (to_candid ([summary])).size() : Nat;
    assert short + 8 <= Rows.summaryBytes(stored.id);
  };
});

// Limits

test("over quota, deletes and shrinking edits still pass, and others are tried", func() {
  let home = newHome();
  ignore Testing.push(home, [note("a", 0, 1, "four"), note("b", 0, 1, "four")]);
  let used = home.space.bytes;
  home.space.quotaBytes := used - 1 : Nat;
  let results = Testing.push(home, [
    note("c", 0, 1, "new"),
    note("a", 1, 2, "longer"),
    note("a", 1, 3, "same"),
    note("a", 3, 4, "tiny"),
    note("a", 4, 5, "no"),
    deletion("b", 1, 2),
    note("a", 5, 6, "longer"),
  ]);
  same(
    debug_show results.map(Testing.brief),
    debug_show ["quota", "quota", "ok 3 at 3", "ok 4 at 4", "ok 5 at 5", "ok 2 at 6", "ok 6 at 7"],
  );
  same(debug_show results[0], debug_show(#quota { limit = (used - 1 : Nat).toNat64(); used = used.toNat64() }));
});

test("a full canister grows no space, whatever its quota", func() {
  let home = newHome();
  ignore pushOne(home, note("a", 0, 1, "four"));
  let room = Limits.rowOverhead + 10;
  let rows = [note("b", 0, 1, "four"), note("c", 0, 1, "four"), note("a", 1, 2, "")];
  let #ok { results } = Replication.push(home, { Testing.context with room }, Testing.pushArgs(rows)) else return assert false;
  same(debug_show results.map(Testing.brief), debug_show ["ok 1 at 2", "quota", "ok 2 at 3"]);
});

// Resync

func resync(home : Side.Home, checkpoint : Types.Checkpoint) : Text {
  let reason = Replication.resync(home.space, Testing.epoch, checkpoint);
  let pulled = switch (Replication.pull(home, Testing.context, { checkpoint; max_rows = 10; max_bytes = 1_000 })) {
    case (#resync { reason }) ?reason;
    case _ null;
  };
  let pushed = switch (Replication.push(home, Testing.context, { Testing.pushArgs([note("x", 0, 1, "text")]) with checkpoint })) {
    case (#resync { reason }) ?reason;
    case _ null;
  };
  assert pulled == reason and pushed == reason;
  debug_show reason
};

func threeChanges() : Side.Home {
  let home = newHome();
  ignore Testing.push(home, [note("a", 0, 1, "one"), note("b", 0, 1, "one"), note("a", 1, 2, "two")]);
  home
};

test("who knows nothing, or what is true, goes on", func() {
  let home = threeChanges();
  same(resync(home, Testing.fresh), "null");
  let now = Testing.caughtUp(home);
  same(resync(home, now), "null");
  same(resync(home, { now with cursor = 1 }), "null");
  let nothingYet = { position = 0 : Nat64; token = "" : Blob };
  same(resync(home, { now with cursor = 0; proof = nothingYet }), "null");
});

test("another installation: epoch", func() {
  let home = threeChanges();
  let now = Testing.caughtUp(home);
  same(resync(home, { now with epoch = 5 }), "?(#epoch)");
  same(resync(home, { now with epoch = 0 }), "?(#epoch)");
  same(resync(home, { Testing.fresh with cursor = 1 }), "?(#epoch)");
});

test("more changes seen than there are: ahead", func() {
  let home = threeChanges();
  let now = Testing.caughtUp(home);
  same(resync(home, { now with proof = { now.proof with position = 4 } }), "?(#ahead)");
  same(resync(home, { now with cursor = 4 }), "?(#ahead)");
  same(resync(home, { now with cursor = 18_446_744_073_709_551_615 }), "?(#ahead)");
});

test("the same number of other changes: fork", func() {
  let home = threeChanges();
  let other = newHome();
  ignore Testing.push(other, [note("a", 0, 1, "one"), note("b", 0, 1, "one"), note("b", 1, 3, "two")]);
  same(resync(home, Testing.caughtUp(other)), "?(#fork)");
  ignore pushOne(home, note("c", 0, 1, "later"));
  same(resync(home, Testing.caughtUp(other)), "?(#fork)");
});

test("the same changes made again: no alarm", func() {
  same(resync(threeChanges(), Testing.caughtUp(threeChanges())), "null");
});

test("deletions forgotten that were not read: behind_gc", func() {
  let home = threeChanges();
  let now = Testing.caughtUp(home);
  home.space.gc := 2;
  same(resync(home, { now with cursor = 1 }), "?(#behind_gc)");
  same(resync(home, { now with cursor = 2 }), "null");
  same(resync(home, Testing.fresh), "null");
});

// Reading

test("pull goes on from page to page and never back", func() {
  let home = threeChanges();
  let first = Testing.pull(home, Testing.fresh, 1, 1_000_000);
  same(debug_show (ids(first.rows), first.cursor, first.more), debug_show ("[\"b\"]", 2 : Nat64, true));
  let second = Testing.pull(home, { epoch = Testing.epoch; cursor = first.cursor; proof = first.head.proof }, 1, 1_000_000);
  same(debug_show (ids(second.rows), second.cursor, second.more), debug_show ("[\"a\"]", 3 : Nat64, false));
  let third = Testing.pull(home, Testing.caughtUp(home), 1, 1_000_000);
  same(debug_show (ids(third.rows), third.cursor, third.more), debug_show ("[]", 3 : Nat64, false));
});

test("a page is bounded by bytes and by what one reply may hold", func() {
  let home = newHome();
  for (id in ["a", "b", "c", "d"].values()) ignore pushOne(home, { note(id, 0, 1, "") with body = Testing.bytes(300_000) });
  same(ids(Testing.pull(home, Testing.fresh, 10, 700_000).rows), debug_show ["a", "b"]);
  same(ids(Testing.pull(home, Testing.fresh, 10, 1).rows), debug_show ["a"]);
  same(ids(Testing.pull(home, Testing.fresh, 10, 100_000_000).rows), debug_show ["a", "b", "c"]);
});

test("an empty space answers an empty page", func() {
  let page = Testing.pull(newHome(), Testing.fresh, 10, 1_000);
  same(debug_show (ids(page.rows), page.cursor, page.more, page.head.rows), debug_show ("[]", 0 : Nat64, false, 0 : Nat64));
});

test("get: in the order asked for, unknown ids left away, the rest named", func() {
  let home = newHome();
  for (id in ["a", "b", "c"].values()) ignore pushOne(home, { note(id, 0, 1, "") with body = Testing.bytes(300) });
  let (rows, leftOut) = get(home, { Testing.context with replyBytes = 1_000 }, ["c", "nowhere", "a", "b"]);
  same(debug_show (ids(rows), leftOut), debug_show ("[\"c\", \"a\"]", ["b"]));
  let (one, rest) = get(home, { Testing.context with replyBytes = 1 }, ["b", "c"]);
  same(debug_show (ids(one), rest), debug_show ("[\"b\"]", ["c"]));
});

test("the manifest names every row once, tombstones too", func() {
  let home = threeChanges();
  ignore pushOne(home, deletion("b", 1, 2));
  func manifest(after_sequence : Nat64, max_rows : Nat64) : Text {
    switch (Replication.manifest(home, Testing.context, { after_sequence; max_rows })) {
      case (#ok { entries; next; more }) debug_show (entries.map(func({ id; deleted }) = (id, deleted)), next, more);
      case (#err error) debug_show error;
    }
  };
  same(manifest(0, 10), debug_show ([("a", false), ("b", true)], 4 : Nat64, false));
  same(manifest(0, 1), debug_show ([("a", false)], 3 : Nat64, true));
  same(manifest(3, 1), debug_show ([("b", true)], 4 : Nat64, false));
  same(manifest(99, 1), debug_show ([] : [(Text, Bool)], 99 : Nat64, false));
});

test("the head says where the space is", func() {
  let home = threeChanges();
  let head = Replication.head(home, Testing.context);
  same(
    debug_show head,
    debug_show({
      protocol = 1 : Nat16;
      epoch = Testing.epoch;
      proof = { position = 3 : Nat64; token = home.space.chain.token };
      gc = 0 : Nat64;
      time = 42 : Nat64;
      rows = 2 : Nat64;
      bytes = (2 * Limits.rowOverhead + 8).toNat64();
      quota_bytes = Limits.defaultQuotaBytes.toNat64();
      cycles = null : ?Types.CyclesMark;
      erased = null : ?Nat64;
      suspended = null : ?Bool;
    }),
  );
});
