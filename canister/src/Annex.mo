/// What the canister keeps beside the store of release 1, whose type must stay as it is.
/// No call loops over the principals.
import Iter "mo:core/Iter";
import List "mo:core/List";
import Map "mo:core/Map";
import Nat64 "mo:core/Nat64";
import Principal "mo:core/Principal";
import Chunks "Chunks";
import Heads "Heads";
import Region "mo:core/Region";
import Side "Side";
import Space "Space";

module {

  public type Annex = {
    sides : Map.Map<Principal, Side.Side>;
    pool : Chunks.Pool;
    /// Shelves of deleted spaces, emptied step by step.
    dropped : List.List<Chunks.Shelf>;
    heads : Heads.Heads;
    /// With whom clean-up goes on; null: with the first.
    var next : ?Principal;
  };

  /// Beside a store that has `spaces` from release 1, at most 1,000 (none on a new canister).
  public func start(spaces : Iter.Iter<(Principal, Space.Space)>, epoch : Nat64) : Annex {
    let annex : Annex = {
      sides = Map.empty();
      pool = Chunks.newPool();
      dropped = List.empty();
      heads = Heads.empty();
      var next = null;
    };
    for ((user, space) in spaces) certify(annex, user, epoch, space);
    annex
  };

  /// Brings the certified tree up to the space's head; `Heads.root` then has to be certified.
  public func certify({ heads } : Annex, user : Principal, epoch : Nat64, space : Space.Space) {
    let { chain } = space;
    Heads.put(heads, user, { epoch; position = chain.position; token = chain.token; gc = space.gc });
  };

  /// What the caller's call works on. Whoever has no side record gets an empty one to look at.
  public func home(annex : Annex, caller : Principal, space : Space.Space, epoch : Nat64) : Side.Home {
    let side = switch (annex.sides.get(caller)) {
      case (?side) side;
      case null Side.of(space, epoch);
    };
    { space; side; pool = annex.pool }
  };

  public func keep(annex : Annex, caller : Principal, { side } : Side.Home) {
    if (not annex.sides.containsKey(caller)) annex.sides.add(caller, side);
  };

  /// The caller's space is gone: its chunks go with it, step by step.
  public func drop(annex : Annex, caller : Principal) {
    Heads.remove(annex.heads, caller);
    let ?side = annex.sides.take(caller) else return;
    annex.dropped.add(side.shelf);
  };

  /// Frees up to `most` chunks of deleted spaces; true if there may be more.
  public func free(annex : Annex, most : Nat) : Bool {
    let ?shelf = annex.dropped.last() else return false;
    if (not Chunks.clear(annex.pool, shelf, most)) ignore annex.dropped.removeLast();
    true
  };

  /// What the person's attachments count against the quota.
  public func chunkBytes(annex : Annex, user : Principal) : Nat {
    switch (annex.sides.get(user)) {
      case (?side) side.shelf.bytes;
      case null 0;
    }
  };

  /// Stable memory that was taken for chunks; it is used again but never given back.
  public func memoryBytes({ pool } : Annex) : Nat = pool.region.size().toNat() * 65_536;
}
