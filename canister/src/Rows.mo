/// A row as the space keeps it, and its sizes.
///
/// Rows never change: an accepted change replaces the record. So a reply, the order
/// and the map can all hold the same one, and a row that was answered as the master
/// stays what it was at that moment, whatever the rest of the batch does.
import Array "mo:core/Array";
import Blob "mo:core/Blob";
import Nat "mo:core/Nat";
import Text "mo:core/Text";
import Limits "Limits";
import Types "Types";

module {

  public type Row = {
    id : Text;
    revision : Blob;
    parent : ?Blob;
    deleted : Bool;
    kind : Text;
    schema : Nat16;
    body : Blob;
    blobs : [Blob];
    clientTime : Nat64;
    serverTime : Nat64;
    sequence : Nat64;
    /// The revisions before `revision`, newest first, 16 bytes each, end to end:
    /// as separate blobs they would take more room than most notes.
    recent : Blob;
    device : Text;
  };

  /// The row that an accepted push leaves behind. Sequence and time are the
  /// canister's own; nothing that a client sends can set them.
  public func accepted(
    stored : ?Row,
    pushed : Types.PushRow,
    by : { device : Text; time : Nat64; sequence : Nat64 },
  ) : Row {
    {
      id = pushed.id;
      revision = pushed.revision;
      parent = pushed.base;
      deleted = pushed.deleted;
      kind = pushed.kind;
      schema = pushed.schema;
      body = pushed.body;
      blobs = pushed.blobs;
      clientTime = pushed.client_time;
      serverTime = by.time;
      sequence = by.sequence;
      recent = switch stored { case null ""; case (?row) remembered(row) };
      device = by.device;
    }
  };

  func remembered(row : Row) : Blob {
    let size = Nat.min(
      row.recent.size() + Limits.revisionBytes,
      Limits.recentRevisions * Limits.revisionBytes,
    );
    func byte(i : Nat) : Nat8 {
      if (i < Limits.revisionBytes) row.revision[i] else row.recent[i - Limits.revisionBytes : Nat]
    };
    Blob.fromArray(Array.tabulate<Nat8>(size, byte))
  };

  /// The earlier revisions, newest first.
  public func recent(row : Row) : [Blob] {
    Array.tabulate<Blob>(
      row.recent.size() / Limits.revisionBytes,
      func n = Blob.fromArray(
        Array.tabulate<Nat8>(
          Limits.revisionBytes,
          func i = row.recent[n * Limits.revisionBytes + i],
        )
      ),
    )
  };

  public func hadRevision(row : Row, revision : Blob) : Bool {
    recent(row).any(func earlier = earlier == revision)
  };

  /// True if the two differ in nothing that a person wrote: then two devices made
  /// the same edit, and there is nothing to ask.
  public func sameContent(row : Row, pushed : Types.PushRow) : Bool {
    row.deleted == pushed.deleted and row.kind == pushed.kind and row.body == pushed.body and row.blobs == pushed.blobs
  };

  public func toMaster(row : Row) : Types.MasterRow {
    {
      id = row.id;
      revision = row.revision;
      parent = row.parent;
      deleted = row.deleted;
      kind = row.kind;
      schema = row.schema;
      body = row.body;
      blobs = row.blobs;
      client_time = row.clientTime;
      server_time = row.serverTime;
      sequence = row.sequence;
      recent = recent(row);
      device = row.device;
    }
  };

  /// What is left of a conflicting master when the reply is full: enough to know
  /// which row to `get`, and that it is one.
  public func toSummary(row : Row) : Types.MasterRow {
    { toMaster(row) with parent = null; body = "" : Blob; blobs = []; recent = []; device = "" }
  };

  /// What the row counts against the space's quota.
  public func storedBytes(id : Text, body : Blob, blobs : [Blob]) : Nat {
    Limits.rowOverhead + utf8Bytes(id) + body.size() + blobs.size() * Limits.blobHashBytes
  };

  /// At least the bytes that `toMaster(row)` takes in a reply.
  public func masterBytes(row : Row) : Nat {
    summaryBytes(row.id) + row.body.size() + hashesBytes(row.blobs) + row.recent.size() * 17 / 16 + utf8Bytes(row.device)
  };

  /// At least the bytes that `toSummary(row)` takes in a reply: numbers, flags,
  /// lengths, the revision and its parent (96) beside id and kind.
  public func summaryBytes(id : Text) : Nat = 96 + utf8Bytes(id) + Limits.kindBytes;

  /// At least the bytes that the hashes take in a message.
  public func hashesBytes(blobs : [Blob]) : Nat = 8 + blobs.size() * (Limits.blobHashBytes + 1);

  /// At least the bytes that the row takes in a push.
  public func pushedBytes(row : Types.PushRow) : Nat {
    var size = 64 + utf8Bytes(row.id) + utf8Bytes(row.kind) + row.body.size();
    for (blob in row.blobs.values()) size += 2 + blob.size();
    size
  };

  public func utf8Bytes(text : Text) : Nat = Text.encodeUtf8(text).size();
}
