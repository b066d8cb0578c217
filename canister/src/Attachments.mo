/// The calls for attachments' chunks. A client uploads the chunks that a row names
/// before the row, in as many calls as it takes; what arrived stays, so that a cut
/// upload goes on where it was.
import Array "mo:core/Array";
import List "mo:core/List";
import Blob "mo:core/Blob";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Check "Check";
import Chunks "Chunks";
import Limits "Limits";
import Replication "Replication";
import Side "Side";
import Types "Types";

module {

  /// Stores chunks; the answer says for each what became of it. Repeating is harmless.
  public func put(home : Side.Home, context : Replication.Context, chunks : [Types.Chunk]) : Types.PutChunksResult {
    switch (Check.chunks(chunks)) {
      case (?error) return #err error;
      case null {};
    };
    let results = chunks.map<Types.Chunk, Types.ChunkResult>(func chunk = putOne(home, context.time, chunk));
    #ok { results; head = Replication.head(home, context) }
  };

  func putOne(home : Side.Home, time : Nat64, { hash; bytes } : Types.Chunk) : Types.ChunkResult {
    switch (Check.chunk(hash, bytes)) {
      case (?code) return #rejected code;
      case null {};
    };
    let { space; side; pool } = home;
    switch (Chunks.get(side.shelf, hash)) {
      case (?chunk) {
        // Comparing costs next to nothing, hashing again a hundred million instructions.
        if (Chunks.read(pool, chunk, 0, chunk.size) != bytes) return #rejected "bad_hash";
        Chunks.refresh(pool, chunk, time);
        return #ok;
      };
      case null {};
    };
    let used = Side.used(home);
    let growth = Chunks.storedBytes(bytes.size());
    if (used + growth > space.quotaBytes) {
      return #quota { limit = space.quotaBytes.toNat64(); used = used.toNat64() };
    };
    if (pool.bytes + growth > Limits.poolBytes) return full(used);
    switch (Chunks.add(pool, side.shelf, hash, bytes, time)) {
      case (#ok) #ok;
      case (#bad_hash) #rejected "bad_hash";
      case (#full) full(used);
    }
  };

  func full(used : Nat) : Types.ChunkResult = #quota { limit = used.toNat64(); used = used.toNat64() };

  public func missing({ side } : Side.Home, hashes : [Blob]) : Types.MissingChunksResult {
    switch (Check.hashes(hashes)) {
      case (?error) return #err error;
      case null {};
    };
    #ok(Chunks.missing(side.shelf, hashes))
  };

  /// The ranges in their order, as many from the beginning as fit into a reply, but at
  /// least one: a whole chunk always fits.
  public func get({ side; pool } : Side.Home, context : Replication.Context, ranges : [Types.ChunkRange]) : Types.GetChunksResult {
    switch (Check.ranges(ranges)) {
      case (?error) return #err error;
      case null {};
    };
    let parts = List.empty<?Types.ChunkPart>();
    var room : Nat = context.replyBytes;
    label ranges for ({ hash; offset; length } in ranges.values()) {
      let ?chunk = Chunks.get(side.shelf, hash) else {
        if (room < partOverhead) break ranges;
        room -= partOverhead;
        parts.add(null);
        continue ranges;
      };
      let wanted = if (length == 0) chunk.size else length;
      let size = if (offset < chunk.size) Nat64.min(wanted, chunk.size - offset).toNat() else 0;
      if (size + partOverhead > room) break ranges;
      room -= size + partOverhead;
      parts.add(?{ hash; offset; size = chunk.size; bytes = Chunks.read(pool, chunk, offset, wanted) });
    };
    #ok { parts = parts.toArray(); left_out = (ranges.size() - parts.size() : Nat).toNat64() }
  };

  /// At least the bytes of a part in a reply beside its own: hash, numbers, lengths.
  let partOverhead = 64;
}
