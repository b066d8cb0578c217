/// All spaces of the canister, one per principal. Nothing here loops over them.
import Map "mo:core/Map";
import Int "mo:core/Int";
import Nat "mo:core/Nat";
import Principal "mo:core/Principal";
import Annex "Annex";
import Attachments "Attachments";
import Community "Community";
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

  /// The epoch of a person's space: the store's, until the person deletes the space.
  public func epochOf(store : Store, terms : Community.Terms) : Nat64 {
    switch (terms.erased) {
      case (?time) time;
      case null store.epoch;
    }
  };

  /// The caller's space, with the quota that `terms` give it. Whoever has none gets an
  /// empty one to look at.
  public func space(store : Store, caller : Principal, terms : Community.Terms) : Space.Space {
    let space = switch (store.spaces.get(caller)) {
      case (?space) space;
      case null Space.empty(epochOf(store, terms));
    };
    space.quotaBytes := terms.quotaBytes;
    space
  };

  /// What a call gets from the system.
  public type Outside = { time : Nat64; replyBytes : Nat; cycles : ?Types.CyclesMark };

  public func context(store : Store, terms : Community.Terms, { time; replyBytes; cycles } : Outside) : Replication.Context {
    let room = if (store.bytes < Limits.storeBytes) Limits.storeBytes - store.bytes : Nat else 0;
    {
      epoch = epochOf(store, terms);
      time;
      room;
      replyBytes;
      cycles;
      erased = terms.erased;
      suspended = terms.suspended;
    }
  };

  /// `Replication.push`; a space that comes to its first row is kept.
  public func push(
    store : Store,
    annex : Annex.Annex,
    caller : Principal,
    terms : Community.Terms,
    context : Replication.Context,
    args : Types.PushArgs,
  ) : Types.PushResult {
    let home = Annex.home(annex, caller, space(store, caller, terms));
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
    terms : Community.Terms,
    context : Replication.Context,
    chunks : [Types.Chunk],
  ) : Types.PutChunksResult {
    let home = Annex.home(annex, caller, space(store, caller, terms));
    let result = Attachments.put(home, context, chunks);
    if (home.side.shelf.bytes > 0) keep(store, annex, caller, home);
    result
  };

  /// Forgets the caller's space. The rows' memory comes back by the collector, that of
  /// the chunks by `Annex.free`.
  public func drop(store : Store, annex : Annex.Annex, caller : Principal) {
    Annex.drop(annex, caller);
    let ?space = store.spaces.take(caller) else return;
    store.bytes -= space.bytes;
  };

  func keep(store : Store, annex : Annex.Annex, caller : Principal, home : Side.Home) {
    if (not store.spaces.containsKey(caller)) store.spaces.add(caller, home.space);
    Annex.keep(annex, caller, home);
  };
}
