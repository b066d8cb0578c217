// Tombstones, devices and who waits for whom. S-numbers are scenarios of the protocol.
import Blob "mo:core/Blob";
import Iter "mo:core/Iter";
import Map "mo:core/Map";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Principal "mo:core/Principal";
import Set "mo:core/Set";
import Annex "../src/Annex";
import Chunks "../src/Chunks";
import CleanUp "../src/CleanUp";
import Community "../src/Community";
import Devices "../src/Devices";
import Limits "../src/Limits";
import Replication "../src/Replication";
import Rows "../src/Rows";
import Sha256 "../src/Sha256";
import Side "../src/Side";
import Space "../src/Space";
import Store "../src/Store";
import Testing "Testing";
import Types "../src/Types";

let { deletion; newHome; note; pushOne; same; test } = Testing;

let day : Nat64 = Limits.tombstoneTime / 180;

/// Ids of what is stored, in order; a tombstone's with a cross.
func names({ space } : Side.Home) : Text {
  debug_show space.order.values().map<Rows.Row, Text>(func row = (if (row.deleted) "+" else "") # row.id).toArray()
};

func pushAt(home : Side.Home, time : Nat64, row : Types.PushRow) {
  ignore Replication.push(home, { Testing.context with time }, Testing.pushArgs([row]));
};

func seen(home : Side.Home, device : Nat, cursor : Nat64, time : Nat64) {
  Devices.seen(home.side, { id = Testing.revision(device); name = "device"; cursor; pushed = false }, time);
};

func clean(home : Side.Home, time : Nat64) {
  assert not CleanUp.step(home, time, { var rows = 1_000 });
};

/// Three notes on day 1; "a" deleted on day 2 (change 4), "b" on day 3 (change 5).
func twoDeleted() : Side.Home {
  let home = newHome();
  for (id in ["a", "b", "c"].values()) pushAt(home, day, note(id, 0, 1, "text"));
  pushAt(home, 2 * day, deletion("a", 1, 2));
  pushAt(home, 3 * day, deletion("b", 1, 2));
  home
};

test("a tombstone goes after 180 days, and what it took comes back", func() {
  let home = twoDeleted();
  clean(home, 182 * day - 1);
  same(names(home), debug_show ["c", "+a", "+b"]);
  clean(home, 182 * day);
  same(names(home), debug_show ["c", "+b"]);
  same(debug_show home.space.gc, "4");
  clean(home, 1_000 * day);
  same(names(home), debug_show ["c"]);
  same(debug_show (home.space.gc, home.space.rows.size(), home.side.tombstones.size()), "(5, 1, 0)");
  same(debug_show home.space.bytes, debug_show (Limits.rowOverhead + 5));
});

test("S21: a note that came back is no tombstone", func() {
  let home = twoDeleted();
  pushAt(home, 4 * day, note("a", 2, 3, "back"));
  clean(home, 1_000 * day);
  same(names(home), debug_show ["c", "a"]);
  same(debug_show home.space.gc, "5");
});

test("S27: a tombstone waits for every device that was seen within 180 days and is not retired", func() {
  let home = twoDeleted();
  seen(home, 1, 5, 190 * day);
  seen(home, 2, 3, 100 * day);
  clean(home, 200 * day);
  same(names(home), debug_show ["c", "+a", "+b"]);
  seen(home, 2, 4, 200 * day);
  clean(home, 200 * day);
  same(names(home), debug_show ["c", "+b"]);
  clean(home, 381 * day);
  same(names(home), debug_show ["c"]);
});

test("a retired device is not waited for until it speaks again", func() {
  let home = twoDeleted();
  seen(home, 1, 5, 190 * day);
  seen(home, 2, 3, 190 * day);
  same(debug_show Devices.retire(home.side, Testing.revision(3)), "false");
  same(debug_show Devices.retire(home.side, Testing.revision(2)), "true");
  clean(home, 182 * day);
  same(names(home), debug_show ["c", "+b"]);
  seen(home, 2, 4, 191 * day);
  clean(home, 200 * day);
  same(names(home), debug_show ["c", "+b"]);
});

test("S23, S25: who has not read a deletion that is gone compares manifests, pulling or pushing", func() {
  let home = twoDeleted();
  let away = { Testing.caughtUp(home) with cursor = 3 : Nat64 };
  clean(home, 1_000 * day);
  let #resync { reason } = Replication.push(home, Testing.context, { Testing.pushArgs([note("a", 1, 9, "edited")]) with checkpoint = away }) else return assert false;
  same(debug_show reason, "#behind_gc");
  let #resync pulled = Replication.pull(home, Testing.context, { checkpoint = away; max_rows = 10; max_bytes = 1_000 }) else return assert false;
  same(debug_show (pulled.reason, pulled.head.gc), "(#behind_gc, 5)");
  same(pushOne(home, note("a", 1, 9, "edited")), "missing");
});

test("clean-up goes on where its budget ended", func() {
  let home = newHome();
  for (n in Nat.range(0, 10)) {
    pushAt(home, day, note(n.toText(), 0, 1, ""));
    pushAt(home, day, deletion(n.toText(), 1, 2));
  };
  var steps = 0;
  while (CleanUp.step(home, 1_000 * day, { var rows = 3 })) steps += 1;
  same(debug_show (steps, home.space.rows.size(), home.space.gc), "(3, 0, 20)");
});

test("tombstones of release 1 are found step by step", func() {
  let space = Space.empty(Testing.epoch);
  let by = { device = "old"; time = day };
  for (n in Nat.range(0, 10)) {
    let row = Space.put(space, null, note(n.toText(), 0, 1, ""), by);
    if (n % 2 == 0) ignore Space.put(space, ?row, deletion(n.toText(), 1, 2), by);
  };
  let home = { newHome() with space; side = Side.of(space, Testing.epoch) };
  pushAt(home, day, deletion("1", 1, 2));
  while (CleanUp.step(home, 1_000 * day, { var rows = 2 })) {};
  same(names(home), debug_show ["3", "5", "7", "9"]);
  same(debug_show home.space.gc, "16");
});

test("devices: what they say is kept, and the one retired or away longest makes room", func() {
  let home = newHome();
  seen(home, 1, 5, 10);
  Devices.seen(home.side, { id = Testing.revision(1); name = "renamed"; cursor = 7; pushed = true }, 20);
  same(
    debug_show Devices.list(home.side),
    debug_show ([{ device_id = Testing.revision(1); name = "renamed"; cursor = 7; first_seen = 10; last_seen = 20; pushes = 1; retired = false }] : [Types.Device]),
  );
  for (n in Nat.range(2, Limits.devicesPerSpace + 1)) seen(home, n, 5, Nat64.fromNat(20 + n));
  ignore Devices.retire(home.side, Testing.revision(40));
  seen(home, 100, 5, 1_000);
  same(debug_show home.side.devices.containsKey(Testing.revision(40)), "false");
  seen(home, 101, 5, 1_000);
  same(debug_show home.side.devices.containsKey(Testing.revision(1)), "false");
  same(debug_show home.side.devices.size(), debug_show Limits.devicesPerSpace);
});

let terms : Community.Terms = { quotaBytes = 1_000_000_000; erased = null; suspended = false };

func contextAt(store : Store.Store, time : Nat64) : Replication.Context {
  Store.context(store, terms, { time; replyBytes = 1_000_000; cycles = null })
};

func person(n : Nat) : Principal = Principal.fromBlob(Testing.revision(n));

test("the timer's steps come by everybody, and the canister's bytes go down with the spaces'", func() {
  let store = Store.empty(Testing.epoch);
  let annex = Annex.start([].values(), Testing.epoch);
  let people = 2 * Limits.spacesPerCleanUp + 50;
  for (n in Nat.range(0, people)) {
    let args = Testing.pushArgs([note("a", 0, 1, ""), deletion("a", 1, 2), note("b", 0, 1, "")]);
    ignore Store.push(store, annex, person(n), terms, contextAt(store, day), args);
  };
  let before = store.bytes;
  var steps = 1;
  while (Store.cleanUp(store, annex, 1_000 * day)) steps += 1;
  same(debug_show steps, "3");
  same(debug_show store.bytes, debug_show (before / 2));
  for (n in Nat.range(0, people)) assert Store.space(store, person(n), terms).gc == 2;
});

test("the chunks of a deleted space go in steps, whether rows named them or not, and nobody else's", func() {
  let store = Store.empty(Testing.epoch);
  let annex = Annex.start([].values(), Testing.epoch);
  func put(who : Nat, n : Nat) : Blob {
    let chunk = { hash = Sha256.digest([Testing.revision(n)]); bytes = Testing.revision(n) };
    ignore Store.putChunks(store, annex, person(who), terms, contextAt(store, day), [chunk]);
    chunk.hash
  };
  let kept = put(2, 1);
  let before = annex.pool.bytes;
  let many = Limits.chunksPerCleanUp + 10;
  for (n in Nat.range(0, many)) ignore put(1, n);
  let named = { note("a", 0, 1, "") with blobs = [put(1, 5)] };
  ignore Store.push(store, annex, person(1), terms, contextAt(store, day), Testing.pushArgs([named]));
  Store.drop(store, annex, person(1));
  same(debug_show annex.pool.bytes, debug_show ((many + 1) * Chunks.storedBytes(16)));
  same(debug_show Store.cleanUp(store, annex, day), "true");
  same(debug_show (annex.pool.bytes > before), "true");
  same(debug_show Store.cleanUp(store, annex, day), "true");
  same(debug_show (annex.pool.bytes, Store.cleanUp(store, annex, day)), debug_show (before, false));
  same(debug_show Store.home(store, annex, person(2), terms).side.shelf.chunks.containsKey(kept), "true");
});

test("a check-in is kept for who has a space, and only if it fits the history", func() {
  let store = Store.empty(Testing.epoch);
  let annex = Annex.start([].values(), Testing.epoch);
  let context = contextAt(store, 5);
  func checkin(checkpoint : Types.Checkpoint) : Nat {
    let #ok _ = Store.checkin(store, annex, person(1), terms, context, { device = "phone"; device_id = Testing.revision(9); checkpoint }) else return 99;
    Store.home(store, annex, person(1), terms).side.devices.size()
  };
  same(debug_show checkin(Testing.fresh), "0");
  ignore Store.push(store, annex, person(1), terms, context, Testing.pushArgs([note("a", 0, 1, "")]));
  same(debug_show checkin({ Testing.fresh with epoch = 5 : Nat64; cursor = 1 : Nat64 }), "1");
  same(debug_show checkin(Testing.caughtUp(Store.home(store, annex, person(1), terms))), "2");
});
