/// All spaces of the canister, one per principal. No call loops over them; the timer's
/// clean-up goes through them in bounded steps.
import Map "mo:core/Map";
import Int "mo:core/Int";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Principal "mo:core/Principal";
import Annex "Annex";
import Attachments "Attachments";
import Check "Check";
import Chunks "Chunks";
import CleanUp "CleanUp";
import Community "Community";
import Devices "Devices";
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

  /// What the caller's call works on.
  public func home(store : Store, annex : Annex.Annex, caller : Principal, terms : Community.Terms) : Side.Home {
    Annex.home(annex, caller, space(store, caller, terms), epochOf(store, terms))
  };

  /// `Replication.push`; a space that comes to its first row is kept, and the device noted.
  public func push(
    store : Store,
    annex : Annex.Annex,
    caller : Principal,
    terms : Community.Terms,
    context : Replication.Context,
    args : Types.PushArgs,
  ) : Types.PushResult {
    let own = home(store, annex, caller, terms);
    let before = { bytes = own.space.bytes; position = own.space.chain.position };
    let result = Replication.push(own, context, args);
    store.bytes := Int.toNat(store.bytes + own.space.bytes - before.bytes);
    if (own.space.rows.size() > 0) keep(store, annex, caller, own);
    if (own.space.chain.position != before.position) Annex.certify(annex, caller, own.side.epoch, own.space);
    switch result {
      case (#ok _) note(store, caller, own, context, args, true);
      case _ {};
    };
    result
  };

  /// A device that only reads says how far it has read. Answers the head.
  public func checkin(
    store : Store,
    annex : Annex.Annex,
    caller : Principal,
    terms : Community.Terms,
    context : Replication.Context,
    args : Types.CheckinArgs,
  ) : Types.HeadResult {
    switch (Check.device(args)) {
      case (?error) return #err error;
      case null {};
    };
    let own = home(store, annex, caller, terms);
    if (Replication.resync(own.space, context.epoch, args.checkpoint) == null) {
      note(store, caller, own, context, args, false);
      if (store.spaces.containsKey(caller)) Annex.keep(annex, caller, own);
    };
    #ok(Replication.head(own, context))
  };

  /// Whoever has no space has no devices.
  func note(
    store : Store,
    caller : Principal,
    { side } : Side.Home,
    { time } : Replication.Context,
    { device; device_id; checkpoint } : Types.CheckinArgs,
    pushed : Bool,
  ) {
    if (not store.spaces.containsKey(caller)) return;
    Devices.seen(side, { id = device_id; name = device; cursor = checkpoint.cursor; pushed }, time);
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
    let own = home(store, annex, caller, terms);
    let result = Attachments.put(own, context, chunks);
    if (own.side.shelf.bytes > 0) keep(store, annex, caller, own);
    result
  };

  /// One bounded step of what nobody waits for: chunks that no row names, chunks of
  /// deleted spaces, old tombstones. True if the next step should follow soon.
  public func cleanUp(store : Store, annex : Annex.Annex, time : Nat64) : Bool {
    let loose = time > Limits.looseChunkTime and Chunks.sweep(annex.pool, time - Limits.looseChunkTime, Limits.chunksPerCleanUp);
    let dropped = Annex.free(annex, Limits.chunksPerCleanUp);
    let old = cleanSpaces(store, annex, time);
    loose or dropped or old
  };

  /// Goes on through the spaces where the last step ended; false at their end.
  func cleanSpaces(store : Store, annex : Annex.Annex, time : Nat64) : Bool {
    let budget = { var rows = Limits.rowsPerCleanUp };
    var visited = 0;
    let first = switch (annex.next) {
      case (?user) annex.sides.entriesFrom(user);
      case null annex.sides.entries();
    };
    for ((user, _) in first) {
      annex.next := ?user;
      if (visited == Limits.spacesPerCleanUp or cleanSpace(store, annex, user, time, budget)) return true;
      visited += 1;
    };
    annex.next := null;
    false
  };

  func cleanSpace(store : Store, annex : Annex.Annex, user : Principal, time : Nat64, budget : CleanUp.Budget) : Bool {
    let (?space, ?side) = (store.spaces.get(user), annex.sides.get(user)) else return false;
    let own = { space; side; pool = annex.pool };
    let before = { bytes = own.space.bytes; gc = own.space.gc };
    let more = CleanUp.step(own, time, budget);
    store.bytes := Int.toNat(store.bytes + own.space.bytes - before.bytes);
    if (own.space.gc != before.gc) Annex.certify(annex, user, own.side.epoch, own.space);
    more
  };

  /// Forgets the caller's space. The rows' memory comes back by the collector, that of
  /// the chunks by `cleanUp`.
  public func drop(store : Store, annex : Annex.Annex, caller : Principal) {
    Annex.drop(annex, caller);
    let ?space = store.spaces.take(caller) else return;
    store.bytes -= space.bytes;
  };

  func keep(store : Store, annex : Annex.Annex, caller : Principal, own : Side.Home) {
    Annex.keep(annex, caller, own);
    if (store.spaces.containsKey(caller)) return;
    store.spaces.add(caller, own.space);
    Annex.certify(annex, caller, own.side.epoch, own.space);
  };
}
