/// All spaces of the canister, one per principal. Nothing here loops over them.
import Map "mo:core/Map";
import Int "mo:core/Int";
import Nat "mo:core/Nat";
import Principal "mo:core/Principal";
import Limits "Limits";
import Replication "Replication";
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
    caller : Principal,
    context : Replication.Context,
    args : Types.PushArgs,
  ) : Types.PushResult {
    let isNew = not store.spaces.containsKey(caller);
    if (isNew and store.spaces.size() >= Limits.spaces) {
      return #err(#space_limit { limit = Limits.spaces.toNat64() });
    };
    let own = space(store, caller);
    let before = own.bytes;
    let result = Replication.push(own, context, args);
    store.bytes := Int.toNat(store.bytes + own.bytes - before);
    if (isNew and own.rows.size() > 0) store.spaces.add(caller, own);
    result
  };
}
