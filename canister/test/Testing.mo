/// The little that the tests of the pure modules need: named checks that say what
/// they saw, and rows that are quick to write.
import Array "mo:core/Array";
import Blob "mo:core/Blob";
import Debug "mo:core/Debug";
import Nat64 "mo:core/Nat64";
import Nat8 "mo:core/Nat8";
import Nat "mo:core/Nat";
import Runtime "mo:core/Runtime";
import Text "mo:core/Text";
import Replication "../src/Replication";
import Attachments "../src/Attachments";
import Chunks "../src/Chunks";
import Sha256 "../src/Sha256";
import Side "../src/Side";
import Space "../src/Space";
import Types "../src/Types";

module {

  /// Runs one test and prints its name; units.test.mjs reports the printed ones.
  public func test(name : Text, body : () -> ()) {
    body();
    Debug.print("ok " # name);
  };

  /// Both sides as `debug_show` writes them.
  public func same(actual : Text, expected : Text) {
    if (actual != expected) Runtime.trap("expected " # expected # "\nbut it is " # actual);
  };

  public let epoch : Nat64 = 1_700_000_000_000_000_000;

  public let context : Replication.Context = {
    epoch;
    time = 42;
    room = 1_000_000_000;
    replyBytes = 1_000_000;
    cycles = null;
    erased = null;
    suspended = false;
  };

  public let fresh : Types.Checkpoint = {
    epoch = 0;
    cursor = 0;
    proof = { position = 0; token = "" };
  };

  /// A caller's part of a canister that knows nobody else.
  public func newHome() : Side.Home {
    let space = Space.empty(epoch);
    { space; side = Side.of(space, epoch); pool = Chunks.newPool() }
  };

  /// Uploads a chunk of `size` bytes; gives its hash.
  public func chunk(home : Side.Home, size : Nat) : Blob {
    let hash = Sha256.digest([bytes(size)]);
    let #ok { results } = Attachments.put(home, context, [{ hash; bytes = bytes(size) }]) else Runtime.trap("no chunk");
    same(debug_show results, "[#ok]");
    hash
  };

  public let deviceId : Blob = "0123456789abcdef";

  /// The revision whose 16 bytes, big-endian, are `n`.
  public func revision(n : Nat) : Blob {
    Blob.fromArray(
      Array.tabulate<Nat8>(16, func i = Nat8.fromNat(n / (256 ** (15 - i : Nat)) % 256))
    )
  };

  public func bytes(size : Nat) : Blob = Blob.fromArray(Array.repeat<Nat8>(7, size));

  public func times(n : Nat, part : Text) : Text {
    var text = "";
    for (_ in Nat.range(0, n)) text #= part;
    text
  };

  /// A note with revision `n`, written on top of revision `base` (0: on nothing).
  public func note(id : Text, base : Nat, n : Nat, body : Text) : Types.PushRow {
    {
      id;
      base = if (base == 0) null else ?revision(base);
      revision = revision(n);
      deleted = false;
      kind = "note";
      schema = 1;
      body = body.encodeUtf8();
      blobs = [];
      client_time = 7;
    }
  };

  public func deletion(id : Text, base : Nat, n : Nat) : Types.PushRow {
    { note(id, base, n, "") with deleted = true }
  };

  public func pushArgs(rows : [Types.PushRow]) : Types.PushArgs {
    { checkpoint = fresh; device = "Alice's laptop"; device_id = deviceId; rows }
  };

  public func push(home : Side.Home, rows : [Types.PushRow]) : [Types.RowResult] {
    switch (Replication.push(home, context, pushArgs(rows))) {
      case (#ok reply) reply.results;
      case other Runtime.trap("push failed: " # debug_show other);
    }
  };

  /// The result of pushing one row, with the master of a conflict shortened to its
  /// revision.
  public func pushOne(home : Side.Home, row : Types.PushRow) : Text {
    brief(push(home, [row])[0])
  };

  public func brief(result : Types.RowResult) : Text {
    switch result {
      case (#ok { revision; sequence }) "ok " # number(revision) # " at " # sequence.toText();
      case (#superseded { sequence }) "superseded by " # sequence.toText();
      case (#conflict { master; body_left_out }) {
        "conflict with " # number(master.revision) # (if body_left_out " (left out)" else "")
      };
      case (#missing) "missing";
      case (#rejected code) "rejected " # code;
      case (#quota _) "quota";
      case (#missing_chunks hashes) "missing " # hashes.size().toText() # " chunks";
    }
  };

  func number(revision : Blob) : Text {
    var n = 0;
    for (byte in revision.values()) n := n * 256 + byte.toNat();
    n.toText()
  };

  public func pull(home : Side.Home, checkpoint : Types.Checkpoint, max_rows : Nat64, max_bytes : Nat64) : Types.PullReply {
    switch (Replication.pull(home, context, { checkpoint; max_rows; max_bytes })) {
      case (#ok reply) reply;
      case other Runtime.trap("pull failed: " # debug_show other);
    }
  };

  /// The checkpoint of a client that has read everything.
  public func caughtUp(home : Side.Home) : Types.Checkpoint {
    let { proof } = Replication.head(home, context);
    { epoch; cursor = proof.position; proof }
  };
}
