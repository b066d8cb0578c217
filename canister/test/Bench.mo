/// Counts the instructions of calls on a canister of any size. The numbers are those of
/// the network that it runs on: test/bench.mjs asks the local one.
import Array "mo:core/Array";
import Blob "mo:core/Blob";
import Map "mo:core/Map";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Nat8 "mo:core/Nat8";
import Principal "mo:core/Principal";
import Runtime "mo:core/Runtime";
import Text "mo:core/Text";
import Prim "mo:⛔";
import Annex "../src/Annex";
import Attachments "../src/Attachments";
import Community "../src/Community";
import HashTree "../src/HashTree";
import Heads "../src/Heads";
import Limits "../src/Limits";
import Replication "../src/Replication";
import Rows "../src/Rows";
import Sha256 "../src/Sha256";
import Space "../src/Space";
import Store "../src/Store";
import Types "../src/Types";

persistent actor {

  let epoch : Nat64 = 1_700_000_000_000_000_000;
  let store = Store.empty(epoch);
  let annex = Annex.start(store.spaces.entries(), epoch);
  transient let terms : Community.Terms = { quotaBytes = 1_000_000_000_000; erased = null; suspended = false };
  transient let bodyBytes = 100;

  func person(n : Nat) : Principal = Principal.fromBlob(bytes(29, 1_000_000_000 + n));

  /// `size` bytes that look like chance and are the same for the same `seed`.
  func bytes(size : Nat, seed : Nat) : Blob {
    var state = Nat64.fromNat(seed) *% 0x9e37_79b9_7f4a_7c15 +% 1;
    Blob.fromArray(
      Array.tabulate<Nat8>(
        size,
        func _ {
          state ^= state << 13;
          state ^= state >> 7;
          state ^= state << 17;
          Nat64.toNat8(state & 0xff)
        },
      )
    )
  };

  func revision(n : Nat, version : Nat) : Blob = bytes(16, n * 1_000 + version);

  /// As long as a UUID, in no order, and in one piece, as Candid decodes it: comparing a
  /// text that was put together would cost ten times as much.
  func id(n : Nat) : Text {
    let chance = bytes(36, n);
    let ?text = Text.decodeUtf8(Blob.fromArray(Array.tabulate<Nat8>(36, func i = 97 + chance[i] % 26))) else Runtime.trap("id");
    text
  };

  func row(n : Nat, version : Nat) : Types.PushRow {
    {
      id = id(n);
      base = if (version == 0) null else ?revision(n, version - 1 : Nat);
      revision = revision(n, version);
      deleted = false;
      kind = "note";
      schema = 1;
      body = bytes(bodyBytes, n + version);
      blobs = [];
      client_time = 7;
    }
  };

  func context() : Replication.Context {
    Store.context(store, terms, { time = epoch; replyBytes = Limits.queryReplyBytes; cycles = null })
  };

  func args(rows : [Types.PushRow]) : Types.PushArgs {
    { checkpoint = { epoch = 0; cursor = 0; proof = { position = 0; token = "" } }; device = "bench"; device_id = bytes(16, 1); rows }
  };

  func push(user : Nat, args : Types.PushArgs) : Types.PushResult {
    let result = Store.push(store, annex, person(user), terms, context(), args);
    ignore Heads.root(annex.heads, null);
    result
  };

  /// Adds rows `from` .. `to` - 1 to the space of person 0, without the call around them.
  public func fill(from : Nat, to : Nat) : async () {
    if (from == 0) ignore push(0, args([row(0, 0)]));
    let { space } = Store.home(store, annex, person(0), terms);
    for (n in Nat.range(Nat.max(from, 1), to)) {
      let new = { row(n, 0) with body = revision(n, 0) };
      ignore Space.put(space, null, new, { device = "bench"; time = epoch });
      store.bytes += Rows.storedBytes(new.id, new.body, []);
    };
  };

  /// Gives each of persons `from` .. `to` - 1 a space with one row.
  public func join(from : Nat, to : Nat) : async () {
    for (user in Nat.range(from, to)) ignore push(user, args([row(user, 0)]));
  };

  func counted(work : () -> ()) : Nat64 {
    let before = Prim.performanceCounter(0);
    work();
    Prim.performanceCounter(0) - before
  };

  /// Instructions of calls on the space of person 0, which has `rows` rows, with decoding
  /// and encoding. `round` makes each time another call.
  public func measure(rows : Nat, round : Nat) : async [(Text, Nat64)] {
    let some = Array.tabulate<Nat>(100, func i = i * (rows / 100) + round);
    let new = to_candid (args(Array.tabulate<Types.PushRow>(100, func i = row(rows * 10 + round * 100 + i, 0))));
    let one = to_candid (args([row(rows * 20 + round, 0)]));
    let home = Store.home(store, annex, person(0), terms);
    func edit(n : Nat) : Types.PushRow {
      let ?{ revision } = Space.get(home.space, id(n)) else Runtime.trap("row");
      { row(n, rows + round) with base = ?revision }
    };
    let edits = to_candid (args(some.map<Nat, Types.PushRow>(edit)));
    let cursor = home.space.chain.position / 2;
    let checkpoint = { epoch; cursor; proof = { position = 0 : Nat64; token = "" : Blob } };
    let pull = to_candid ({ checkpoint; max_rows = 100 : Nat64; max_bytes = 1_000_000 : Nat64 });
    let get = to_candid (some.map<Nat, Text>(id));
    func pushed(blob : Blob) : () -> () = func() {
      let ?args = from_candid (blob) : ?Types.PushArgs else Runtime.trap("args");
      let result = push(0, args);
      let #ok { results } = result else Runtime.trap("push");
      for (result in results.values()) switch result { case (#ok _) {}; case other Runtime.trap(debug_show other) };
      ignore to_candid (result);
    };
    func put(size : Nat) : () -> () {
      let chunk = bytes(size, rows * 30 + round);
      let blob = to_candid ([{ hash = Sha256.digest([chunk]); bytes = chunk }]);
      func() {
        let ?chunks = from_candid (blob) : ?[Types.Chunk] else Runtime.trap("args");
        let result = Store.putChunks(store, annex, person(0), terms, context(), chunks);
        let #ok { results } = result else Runtime.trap(debug_show result);
        assert results == [#ok];
        ignore to_candid (result);
      }
    };
    let small = put(1_024);
    let large = put(1_048_576);
    let hashes = Array.tabulate<Blob>(1_000, func i = bytes(32, i));
    [
      ("push of 100 edits", counted(pushed(edits))),
      ("push of 100 new rows", counted(pushed(new))),
      ("push of one new row", counted(pushed(one))),
      ("pull of 100 rows", counted(func() {
        let ?args = from_candid (pull) : ?Types.PullArgs else Runtime.trap("args");
        let result = Replication.pull(home, context(), args);
        let #ok { rows } = result else Runtime.trap(debug_show result);
        assert rows.size() == 100;
        ignore to_candid (result);
      })),
      ("get of 100 rows", counted(func() {
        let ?ids = from_candid (get) : ?[Text] else Runtime.trap("args");
        let result = Replication.get(home, context(), ids);
        let #ok { rows } = result else Runtime.trap(debug_show result);
        assert rows.size() == 100;
        ignore to_candid (result);
      })),
      ("head", counted(func() = ignore to_candid (Replication.head(home, context())))),
      ("head_certified", counted(func() = ignore to_candid (HashTree.encode(Heads.witness(annex.heads, person(0), null))))),
      ("put_chunks of 1 KiB", counted(small)),
      ("put_chunks of 1 MiB", counted(large)),
      ("missing_chunks of 1,000", counted(func() = ignore to_candid (Attachments.missing(home, hashes)))),
    ]
  };

  public query func memory() : async Nat = async Prim.rts_memory_size();
}
