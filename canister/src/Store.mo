/// All spaces of the canister, one per principal. Nothing here loops over them.
import Map "mo:core/Map";
import Int "mo:core/Int";
import Nat "mo:core/Nat";
import Principal "mo:core/Principal";
import Annex "Annex";
import Attachments "Attachments";
import Limits "Limits";
import Replication "Replication";
import Side "Side";
import Space "Space";
import Types "Types";

module {

  public type Store = {
    /// Made once, at installation, and kept over upgrades: a client that meets
    /// another one knows that the canister was emptied.
    epoch : Nat64;
    spaces : Map.Map<Principal, Space.Space>;
    var bytes : Nat;
  };

  public func empty(epoch : Nat64) : Store = { epoch; spaces = Map.empty(); var bytes = 0 };

  /// The caller's space. Whoever has none gets an empty one to look at, so that a
  /// stranger's answers do not differ from a newcomer's.
  public func space(store : Store, caller : Principal) : Space.Space {
    switch (store.spaces.get(caller)) {
      case (?space) space;
      case null Space.empty(store.epoch);
    }
  };

  public func context(store : Store, time : Nat64, replyBytes : Nat) : Replication.Context {
    let room = if (store.bytes < Limits.storeBytes) Limits.storeBytes - store.bytes : Nat else 0;
    { epoch = store.epoch; time; room; replyBytes }
  };

  /// `Replication.push`; a space that comes to its first row is kept.
  public func push(
    store : Store,
    annex : Annex.Annex,
    caller : Principal,
    context : Replication.Context,
    args : Types.PushArgs,
  ) : Types.PushResult {
    if (isFull(store, caller)) return #err(spaceLimit());
    let home = Annex.home(annex, caller, space(store, caller));
    let before = home.space.bytes;
    let result = Replication.push(home, context, args);
    store.bytes := Int.toNat(store.bytes + home.space.bytes - before);
    if (home.space.rows.size() > 0) keep(store, annex, caller, home);
    result
  };

  /// `Attachments.put`; a space that comes to its first chunk is kept.
  public func putChunks(
    store : Store,
    annex : Annex.Annex,
    caller : Principal,
    context : Replication.Context,
    chunks : [Types.Chunk],
  ) : Types.PutChunksResult {
    if (isFull(store, caller)) return #err(spaceLimit());
    let home = Annex.home(annex, caller, space(store, caller));
    let result = Attachments.put(home, context, chunks);
    if (home.side.shelf.bytes > 0) keep(store, annex, caller, home);
    result
  };

  func isFull(store : Store, caller : Principal) : Bool {
    not store.spaces.containsKey(caller) and store.spaces.size() >= Limits.spaces
  };

  func spaceLimit() : Types.Error = #space_limit { limit = Limits.spaces.toNat64() };

  func keep(store : Store, annex : Annex.Annex, caller : Principal, home : Side.Home) {
    if (not store.spaces.containsKey(caller)) store.spaces.add(caller, home.space);
    Annex.keep(annex, caller, home);
  };
}
