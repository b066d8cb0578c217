/// What a space has beside its rows: attachments' chunks, devices, and an index of its
/// tombstones. Made when the space is first written to, so that spaces of release 1,
/// which had none of it, need no conversion.
import Map "mo:core/Map";
import Blob "mo:core/Blob";
import Nat64 "mo:core/Nat64";
import Set "mo:core/Set";
import Chunks "Chunks";
import Rows "Rows";
import Space "Space";

module {

  public type Side = {
    epoch : Nat64; // of the space
    shelf : Chunks.Shelf;
    devices : Map.Map<Blob, Device>;
    /// Sequences of the tombstones above `since`, and of those that `indexed` passed.
    tombstones : Set.Set<Nat64>;
    /// Rows up to here were accepted by release 1: the hashes that they name were never
    /// counted, and their tombstones enter the index step by step.
    since : Nat64;
    var indexed : Nat64;
  };

  public type Device = {
    id : Blob;
    name : Text;
    cursor : Nat64;
    firstSeen : Nat64;
    lastSeen : Nat64;
    pushes : Nat64;
    retired : Bool;
  };

  /// One caller's part of the canister.
  public type Home = { space : Space.Space; side : Side; pool : Chunks.Pool };

  public func of(space : Space.Space, epoch : Nat64) : Side {
    {
      epoch;
      shelf = Chunks.newShelf();
      devices = Map.empty();
      tombstones = Set.empty();
      since = space.chain.position;
      var indexed = 0;
    }
  };

  /// Bytes that count against the quota.
  public func used({ space; side } : Home) : Nat = space.bytes + side.shelf.bytes;

  /// Keeps counts and index in step with the rows: `row` has taken the place of `stored`.
  public func replaced({ side; pool } : Home, stored : ?Rows.Row, row : Rows.Row, time : Nat64) {
    for (hash in row.blobs.values()) {
      switch (Chunks.get(side.shelf, hash)) {
        case (?chunk) Chunks.hold(pool, chunk);
        case null {};
      };
    };
    if (row.deleted) side.tombstones.add(row.sequence);
    let ?old = stored else return;
    if (old.deleted) side.tombstones.remove(old.sequence);
    if (old.sequence <= side.since) return;
    for (hash in old.blobs.values()) {
      switch (Chunks.get(side.shelf, hash)) {
        case (?chunk) Chunks.release(pool, chunk, time);
        case null {};
      };
    };
  };
}
