/// One principal's rows: the only place that changes them.
///
/// Three structures, kept in step by `put`:
/// - `rows`: id -> row;
/// - `order`: sequence -> row, one entry per row. An accepted change moves the row
///   to the end, so "what changed since n" is the part of a B-tree after n: its cost
///   does not depend on how much lies before;
/// - `chain`: one token per accepted change, whether or not the row was replaced since.
import Map "mo:core/Map";
import List "mo:core/List";
import Int "mo:core/Int";
import Nat64 "mo:core/Nat64";
import Text "mo:core/Text";
import BTree "BTree";
import Chain "Chain";
import Limits "Limits";
import Rows "Rows";
import Types "Types";

module {

  public type Space = {
    rows : Map.Map<Text, Rows.Row>;
    order : Map.Map<Nat64, Rows.Row>;
    chain : Chain.Chain;
    var bytes : Nat;
    var quotaBytes : Nat;
    /// Tombstones with a sequence up to here may be gone.
    var gc : Nat64;
  };

  public func empty(epoch : Nat64) : Space {
    {
      rows = Map.empty();
      order = Map.empty();
      chain = Chain.start(epoch);
      var bytes = 0;
      var quotaBytes = Limits.defaultQuotaBytes;
      var gc = 0;
    }
  };

  public func get(space : Space, id : Text) : ?Rows.Row = BTree.get(space.rows, id);

  /// Bytes that the space gains (or loses: negative) if `pushed` replaces `stored`.
  public func growth(stored : ?Rows.Row, pushed : Types.PushRow) : Int {
    let before = switch stored {
      case null 0;
      case (?row) Rows.storedBytes(row.id, row.body, row.blobs);
    };
    Rows.storedBytes(pushed.id, pushed.body, pushed.blobs) - before
  };

  /// Stores `pushed` in place of `stored`, which must be what `get` returns for its
  /// id, as the newest change of the space; returns the new row.
  public func put(
    space : Space,
    stored : ?Rows.Row,
    pushed : Types.PushRow,
    by : { device : Text; time : Nat64 },
  ) : Rows.Row {
    let bytes = space.bytes + growth(stored, pushed);
    let sequence = Chain.append(space.chain, pushed.id, pushed.revision);
    let row = Rows.accepted(stored, pushed, { by with sequence });
    switch stored {
      case null space.rows.add(row.id, row);
      case (?old) {
        space.order.remove(old.sequence);
        BTree.replace(space.rows, row.id, row);
      };
    };
    BTree.append(space.order, sequence, row);
    space.bytes := bytes.toNat();
    row
  };

  /// Drops a tombstone.
  public func forget(space : Space, row : Rows.Row) {
    space.order.remove(row.sequence);
    space.rows.remove(row.id);
    space.bytes -= Rows.storedBytes(row.id, row.body, row.blobs);
    space.gc := Nat64.max(space.gc, row.sequence);
  };

  /// The rows after `after` in sequence order, as many as fit. `next` resumes behind
  /// them; at the end it is the head.
  public type Page = { rows : [Rows.Row]; next : Nat64; more : Bool };

  /// At most `maxRows` rows of together at most `maxBytes` as `cost` sees them, but at
  /// least one if there is one: a row must never be too large to be read.
  public func page(
    space : Space,
    after : Nat64,
    maxRows : Nat,
    maxBytes : Nat,
    cost : Rows.Row -> Nat,
  ) : Page {
    let head = space.chain.position;
    if (after >= head) return { rows = []; next = after; more = false };

    let rows = List.empty<Rows.Row>();
    var bytes = 0;
    var next = after;
    for ((sequence, row) in space.order.entriesFrom(after + 1)) {
      bytes += cost(row);
      if (rows.size() == maxRows or (bytes > maxBytes and not rows.isEmpty())) {
        return { rows = rows.toArray(); next; more = true };
      };
      rows.add(row);
      next := sequence;
    };
    { rows = rows.toArray(); next = head; more = false }
  };
}
