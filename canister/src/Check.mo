/// What a client may send. Answers are codes for programs; the client has the words.
import Array "mo:core/Array";
import Blob "mo:core/Blob";
import Char "mo:core/Char";
import Nat "mo:core/Nat";
import Limits "Limits";
import Rows "Rows";
import Types "Types";

module {

  /// Null if the row can be considered at all, otherwise the code for `rejected`.
  public func row(row : Types.PushRow) : ?Text {
    if (not isName(row.id, Limits.idBytes)) return ?"bad_id";
    if (not isName(row.kind, Limits.kindBytes)) return ?"bad_kind";
    if (row.revision.size() != Limits.revisionBytes) return ?"bad_revision";
    switch (row.base) {
      case (?base) if (base.size() != Limits.revisionBytes) return ?"bad_base";
      case null {};
    };
    if (row.body.size() > Limits.bodyBytes) return ?"too_large";
    if (row.blobs.size() > Limits.blobsPerRow) return ?"too_many_blobs";
    for (blob in row.blobs.values()) {
      if (blob.size() != Limits.blobHashBytes) return ?"bad_blob";
    };
    // A tombstone that kept its text would keep what the person wanted gone.
    if (row.deleted and (row.body != "" or row.blobs != [])) return ?"deleted_with_body";
    null
  };

  /// Null if the arguments beside the rows are well formed.
  public func push(args : Types.PushArgs) : ?Types.Error {
    if (args.rows.size() > Limits.rowsPerPush) return tooMany(Limits.rowsPerPush);
    var bytes = 0;
    for (row in args.rows.values()) bytes += Rows.pushedBytes(row);
    if (bytes > Limits.pushBytes) return ?#too_large { limit = Limits.pushBytes.toNat64() };
    device(args)
  };

  /// Null if device and checkpoint are well formed.
  public func device(args : Types.CheckinArgs) : ?Types.Error {
    if (args.device.size() > Limits.deviceChars or hasControl(args.device)) {
      return ?#bad_argument "device";
    };
    if (args.device_id.size() != Limits.deviceIdBytes) return ?#bad_argument "device_id";
    checkpoint(args.checkpoint)
  };

  public func pull(args : Types.PullArgs) : ?Types.Error {
    if (args.max_rows == 0) return ?#bad_argument "max_rows";
    if (args.max_bytes == 0) return ?#bad_argument "max_bytes";
    checkpoint(args.checkpoint)
  };

  public func manifest(args : Types.ManifestArgs) : ?Types.Error {
    if (args.max_rows == 0) return ?#bad_argument "max_rows";
    null
  };

  public func get(ids : [Text]) : ?Types.Error {
    if (ids.size() > Limits.idsPerGet) tooMany(Limits.idsPerGet) else null
  };

  /// Null if the arguments of `put_chunks` are well formed; each chunk is judged alone.
  public func chunks(chunks : [Types.Chunk]) : ?Types.Error {
    if (chunks.size() > Limits.chunksPerCall) return tooMany(Limits.chunksPerCall);
    var size = 0;
    for ({ bytes } in chunks.values()) size += bytes.size() + 40;
    if (size > Limits.pushBytes) return ?#too_large { limit = Limits.pushBytes.toNat64() };
    null
  };

  /// The owner's words about a user or an invite; may be empty.
  public func isNote(text : Text) : Bool = Rows.utf8Bytes(text) <= Limits.noteBytes and not hasControl(text);

  /// Null if the chunk can be considered, otherwise the code for `rejected`.
  public func chunk(hash : Blob, bytes : Blob) : ?Text {
    if (hash.size() != Limits.blobHashBytes) return ?"bad_hash";
    if (bytes.size() == 0) return ?"empty";
    if (bytes.size() > Limits.chunkBytes) return ?"too_large";
    null
  };

  public func hashes(hashes : [Blob]) : ?Types.Error {
    if (hashes.size() > Limits.chunksPerCall) return tooMany(Limits.chunksPerCall);
    if (not hashes.all(func hash = hash.size() == Limits.blobHashBytes)) return ?#bad_argument "hash";
    null
  };

  public func ranges(ranges : [Types.ChunkRange]) : ?Types.Error {
    if (ranges.size() > Limits.chunksPerCall) return tooMany(Limits.chunksPerCall);
    if (not ranges.all(func range = range.hash.size() == Limits.blobHashBytes)) return ?#bad_argument "hash";
    null
  };

  func tooMany(limit : Nat) : ?Types.Error = ?#too_many_rows { limit = limit.toNat64() };

  /// A token has 8 bytes; only the proof of having seen nothing may go without.
  func checkpoint({ proof } : Types.Checkpoint) : ?Types.Error {
    let size = proof.token.size();
    if (size == 8 or (size == 0 and proof.position == 0)) null else ?#bad_argument "proof";
  };

  func isName(text : Text, limit : Nat) : Bool {
    text != "" and Rows.utf8Bytes(text) <= limit and not hasControl(text)
  };

  /// C0, delete and C1: what breaks terminals, logs, file names and C strings.
  func hasControl(text : Text) : Bool {
    for (char in text.chars()) {
      let code = char.toNat32();
      if (code < 0x20 or (code >= 0x7f and code <= 0x9f)) return true;
    };
    false
  };
}
