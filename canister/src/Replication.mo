/// The protocol: what each call answers, as functions over one space.
///
/// A client works on its own copy and comes by when it can. It holds, per row, the
/// revision that it believes is the master's (`base`), and for the whole space a
/// checkpoint: how far it has read (`cursor`) and proof of the newest change that it
/// ever saw. Everything here follows from comparing those with what is stored; no
/// clock decides anything.
///
/// Every function may be repeated: a push whose reply was lost is recognised by its
/// revisions and answered as if it had just been accepted.
import Array "mo:core/Array";
import List "mo:core/List";
import Map "mo:core/Map";
import Int "mo:core/Int";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Chain "Chain";
import Check "Check";
import Chunks "Chunks";
import Limits "Limits";
import Rows "Rows";
import Side "Side";
import Space "Space";
import Types "Types";

module {

  /// What a call gets from outside: nothing in this module asks the system.
  public type Context = {
    epoch : Nat64;
    time : Nat64;
    /// Bytes that the canister as a whole can still take, whatever the space's quota.
    room : Nat;
    /// Rows in a reply: less if the whole subnet answers than if one node does.
    replyBytes : Nat;
    /// What the head says beside the space.
    cycles : ?Types.CyclesMark;
    erased : ?Nat64;
    suspended : Bool;
  };

  public func head(home : Side.Home, context : Context) : Types.Head {
    let { space } = home;
    {
      protocol = Limits.protocol;
      epoch = context.epoch;
      proof = { position = space.chain.position; token = space.chain.token };
      gc = space.gc;
      time = context.time;
      rows = space.rows.size().toNat64();
      bytes = Side.used(home).toNat64();
      quota_bytes = space.quotaBytes.toNat64();
      cycles = context.cycles;
      erased = context.erased;
      suspended = if (context.suspended) ?true else null;
    }
  };

  /// Why this client has to compare manifests before it can go on; null if it need
  /// not. In order:
  /// - `epoch`: another installation of the canister. Knowing nothing fits any epoch;
  /// - `ahead`: it has seen more changes than there are: a restored snapshot, or a
  ///   query answered by a node that lags (so a client asks `head_replicated` first);
  /// - `fork`: as many changes, but others: a restored snapshot that went on;
  /// - `behind_gc`: deletions that it has not read may be forgotten by now.
  public func resync(space : Space.Space, epoch : Nat64, checkpoint : Types.Checkpoint) : ?Types.Resync {
    let { cursor; proof } = checkpoint;
    if (checkpoint.epoch == 0 and cursor == 0 and proof.position == 0) return null;
    if (checkpoint.epoch != epoch) return ?#epoch;
    if (cursor > space.chain.position) return ?#ahead;
    switch (Chain.at(space.chain, proof.position)) {
      case null return ?#ahead;
      case (?token) if (proof.position > 0 and token != proof.token) return ?#fork;
    };
    if (cursor < space.gc) return ?#behind_gc;
    null
  };

  /// The changes after the cursor, oldest first, each row once and in its newest
  /// state. The cursor never goes back. `more`: ask again with the new cursor.
  public func pull(home : Side.Home, context : Context, args : Types.PullArgs) : Types.PullResult {
    let { space } = home;
    switch (Check.pull(args)) {
      case (?error) return #err error;
      case null {};
    };
    switch (resync(space, context.epoch, args.checkpoint)) {
      case (?reason) return #resync { reason; head = head(home, context) };
      case null {};
    };
    let page = Space.page(
      space,
      args.checkpoint.cursor,
      Nat.min(Nat64.toNat(args.max_rows), Limits.rowsPerPull),
      Nat.min(Nat64.toNat(args.max_bytes), context.replyBytes),
      Rows.masterBytes,
    );
    #ok {
      rows = page.rows.map(Rows.toMaster);
      cursor = page.next;
      more = page.more;
      head = head(home, context);
    }
  };

  /// Rows by id, for conflicts whose master did not fit into a reply. An id that
  /// does not exist is left away: the manifest tells what exists.
  public func get(home : Side.Home, context : Context, ids : [Text]) : Types.GetResult {
    let { space } = home;
    switch (Check.get(ids)) {
      case (?error) return #err error;
      case null {};
    };
    let rows = List.empty<Types.MasterRow>();
    let leftOut = List.empty<Text>();
    var bytes = 0;
    for (id in ids.values()) {
      switch (Space.get(space, id)) {
        case null {};
        case (?row) {
          let size = Rows.masterBytes(row);
          if (bytes + size <= context.replyBytes or rows.isEmpty()) {
            bytes += size;
            rows.add(Rows.toMaster(row));
          } else leftOut.add(id);
        };
      };
    };
    #ok { rows = rows.toArray(); left_out = leftOut.toArray(); head = head(home, context) }
  };

  /// What exists, without contents: for comparing after a `resync`.
  public func manifest(home : Side.Home, context : Context, args : Types.ManifestArgs) : Types.ManifestResult {
    let { space } = home;
    switch (Check.manifest(args)) {
      case (?error) return #err error;
      case null {};
    };
    let page = Space.page(
      space,
      args.after_sequence,
      Nat.min(Nat64.toNat(args.max_rows), Limits.entriesPerManifest),
      context.replyBytes,
      func row = Rows.summaryBytes(row.id),
    );
    #ok {
      entries = page.rows.map<Rows.Row, Types.ManifestEntry>(
        func({ id; revision; sequence; deleted }) = { id; revision; sequence; deleted }
      );
      next = page.next;
      more = page.more;
      head = head(home, context);
    }
  };

  /// Takes the rows one by one, in order, each judged by what is stored when its turn
  /// comes (so the same id twice works like two calls). No row decides about another,
  /// and none makes the call fail.
  public func push(home : Side.Home, context : Context, args : Types.PushArgs) : Types.PushResult {
    let { space } = home;
    switch (Check.push(args)) {
      case (?error) return #err error;
      case null {};
    };
    switch (resync(space, context.epoch, args.checkpoint)) {
      case (?reason) return #resync { reason; head = head(home, context) };
      case null {};
    };

    let batch = newBatch(context, args);
    let results = args.rows.map<Types.PushRow, Types.RowResult>(
      func pushed = offer(home, batch, pushed)
    );
    #ok { results; head = head(home, context) }
  };

  /// What the rows of one push share.
  type Batch = {
    by : { device : Text; time : Nat64 };
    var room : Int; // bytes that the canister can still take
    var forMasters : Int; // bytes of the reply for conflicting masters in full
  };

  /// Every row could turn out a conflict, or miss all its chunks, so its summary or its
  /// hashes are paid for in advance; what then remains of the reply is for masters in
  /// full, first come, first served.
  func newBatch(context : Context, args : Types.PushArgs) : Batch {
    var reserved = 0;
    for (row in args.rows.values()) {
      reserved += Nat.max(Rows.summaryBytes(row.id), Rows.hashesBytes(row.blobs));
    };
    {
      by = { device = args.device; time = context.time };
      var room = context.room;
      var forMasters = Int.min(Limits.conflictBytes, Limits.pushReplyBytes - reserved);
    }
  };

  func offer(home : Side.Home, batch : Batch, pushed : Types.PushRow) : Types.RowResult {
    switch (Check.row(pushed)) {
      case (?code) return #rejected code;
      case null {};
    };
    let stored = Space.get(home.space, pushed.id);
    switch (decide(stored, pushed)) {
      case (#write) write(home, batch, stored, pushed);
      case (#have row) #ok { revision = row.revision; sequence = row.sequence };
      case (#superseded row) #superseded { sequence = row.sequence };
      case (#missing) #missing;
      case (#conflict row) conflict(batch, row);
    }
  };

  /// Stores the row if there is room and all its chunks are there. What does not grow always has room, so that a
  /// person with a full space can still delete and shorten.
  func write(home : Side.Home, batch : Batch, stored : ?Rows.Row, pushed : Types.PushRow) : Types.RowResult {
    let { space; side } = home;
    let growth = Space.growth(stored, pushed);
    let used = Side.used(home);
    if (growth > 0) {
      if (used + growth > space.quotaBytes) {
        return #quota { limit = space.quotaBytes.toNat64(); used = used.toNat64() };
      };
      if (growth > batch.room) return #quota { limit = used.toNat64(); used = used.toNat64() };
    };
    let missing = Chunks.missing(side.shelf, pushed.blobs);
    if (missing.size() > 0) return #missing_chunks missing;
    batch.room -= growth;
    let row = Space.put(space, stored, pushed, batch.by);
    Side.replaced(home, stored, row, batch.by.time);
    let { revision; sequence } = row;
    #ok { revision; sequence }
  };

  func conflict(batch : Batch, row : Rows.Row) : Types.RowResult {
    let size = Rows.masterBytes(row);
    if (size > batch.forMasters) return #conflict { master = Rows.toSummary(row); body_left_out = true };
    batch.forMasters -= size;
    #conflict { master = Rows.toMaster(row); body_left_out = false }
  };

  public type Decision = {
    #write;
    #have : Rows.Row; // as the writer wanted it
    #superseded : Rows.Row;
    #missing;
    #conflict : Rows.Row;
  };

  /// The heart of it: one pushed row against what is stored. The order matters:
  /// whether this very revision was accepted before comes ahead of whether it could
  /// be accepted now, or a repeated push would conflict with itself.
  public func decide(stored : ?Rows.Row, pushed : Types.PushRow) : Decision {
    let ?row = stored else return if (pushed.base == null) #write else #missing;
    if (row.revision == pushed.revision) return #have row;
    if (Rows.hadRevision(row, pushed.revision)) return #superseded row;
    if (pushed.base == ?row.revision) return #write;
    if (Rows.sameContent(row, pushed)) return #have row;
    #conflict row
  };
}
