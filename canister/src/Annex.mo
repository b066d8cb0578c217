/// What the canister keeps beside the store of release 1, whose type must stay as it is.
/// Nothing here loops over the principals.
import List "mo:core/List";
import Map "mo:core/Map";
import Principal "mo:core/Principal";
import Chunks "Chunks";
import Side "Side";
import Space "Space";

module {

  public type Annex = {
    sides : Map.Map<Principal, Side.Side>;
    pool : Chunks.Pool;
    /// Shelves of deleted spaces, emptied step by step.
    dropped : List.List<Chunks.Shelf>;
  };

  public func empty() : Annex {
    { sides = Map.empty(); pool = Chunks.newPool(); dropped = List.empty() }
  };

  /// What the caller's call works on. Whoever has no side record gets an empty one to look at.
  public func home(annex : Annex, caller : Principal, space : Space.Space) : Side.Home {
    let side = switch (annex.sides.get(caller)) {
      case (?side) side;
      case null Side.of(space);
    };
    { space; side; pool = annex.pool }
  };

  public func keep(annex : Annex, caller : Principal, { side } : Side.Home) {
    if (not annex.sides.containsKey(caller)) annex.sides.add(caller, side);
  };

  /// The caller's space is gone: its chunks go with it, step by step.
  public func drop(annex : Annex, caller : Principal) {
    let ?side = annex.sides.take(caller) else return;
    annex.dropped.add(side.shelf);
  };

  /// Frees up to `most` chunks of deleted spaces; true if there may be more.
  public func free(annex : Annex, most : Nat) : Bool {
    let ?shelf = annex.dropped.last() else return false;
    if (not Chunks.clear(annex.pool, shelf, most)) ignore annex.dropped.removeLast();
    true
  };
}
