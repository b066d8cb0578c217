/// The bytes of attachments: chunks named by their SHA-256, kept in stable memory, so
/// that an upgrade copies none of them and they take nothing of the heap.
///
/// A space has a shelf of its own: that another person has the same bytes neither saves
/// an upload nor shows. The shelves share one pool of memory.
///
/// A chunk counts how often live rows name it. Those that no row names are loose: they
/// form one list over all shelves, in the order in which they came loose, so that what
/// has been loose for too long is found at its beginning.
import List "mo:core/List";
import Map "mo:core/Map";
import Blob "mo:core/Blob";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Region "mo:core/Region";
import Allocator "Allocator";
import Limits "Limits";
import Sha256 "Sha256";

module {

  let unitBytes = 1_024;
  let pagesPerBlock : Nat64 = 16; // Allocator.blockUnits * unitBytes, in pages of 64 KiB
  let cannotGrow : Nat64 = 0xffff_ffff_ffff_ffff;

  public type Pool = {
    region : Region;
    allocator : Allocator.Allocator;
    var bytes : Nat; // as `storedBytes` counts them
    var oldest : ?Chunk; // of the loose ones
    var newest : ?Chunk;
  };

  public type Shelf = { chunks : Map.Map<Blob, Chunk>; var bytes : Nat };

  public type Chunk = {
    hash : Blob;
    shelf : Shelf;
    start : Nat64; // in units
    size : Nat64; // in bytes
    var references : Nat;
    var looseSince : Nat64;
    var older : ?Chunk;
    var newer : ?Chunk;
  };

  public func newPool() : Pool {
    {
      region = Region.new();
      allocator = Allocator.empty();
      var bytes = 0;
      var oldest = null;
      var newest = null;
    }
  };

  public func newShelf() : Shelf = { chunks = Map.empty(); var bytes = 0 };

  /// What a chunk of `size` bytes counts against quotas.
  public func storedBytes(size : Nat) : Nat = size + Limits.chunkOverhead;

  public func get(shelf : Shelf, hash : Blob) : ?Chunk = shelf.chunks.get(hash);

  /// At most `length` bytes of the chunk from `offset`; beyond its end there are none.
  public func read(pool : Pool, chunk : Chunk, offset : Nat64, length : Nat64) : Blob {
    if (offset >= chunk.size) return "";
    let size = Nat64.min(length, chunk.size - offset);
    pool.region.loadBlob(address(chunk.start) + offset, size.toNat())
  };

  public type Added = { #ok; #bad_hash; #full };

  /// Stores `bytes` (1 .. 1 MiB), loose from `time`, under a hash that the shelf does not
  /// have, if it is theirs. `full`: the canister's memory is at its end.
  public func add(pool : Pool, shelf : Shelf, hash : Blob, bytes : Blob, time : Nat64) : Added {
    let ?start = allocate(pool, unitsOf(bytes.size())) else return #full;
    pool.region.storeBlob(address(start), bytes);
    if (Sha256.ofRegion(pool.region, address(start), bytes.size().toNat64()) != hash) {
      Allocator.giveBack(pool.allocator, start.toNat(), unitsOf(bytes.size()));
      return #bad_hash;
    };
    let chunk : Chunk = {
      hash;
      shelf;
      start;
      size = bytes.size().toNat64();
      var references = 0;
      var looseSince = time;
      var older = null;
      var newer = null;
    };
    shelf.chunks.add(hash, chunk);
    shelf.bytes += storedBytes(bytes.size());
    pool.bytes += storedBytes(bytes.size());
    append(pool, chunk);
    #ok
  };

  /// Takes the chunk off its shelf and frees its memory.
  public func remove(pool : Pool, chunk : Chunk) {
    if (chunk.references == 0) unlink(pool, chunk);
    let size = chunk.size.toNat();
    chunk.shelf.chunks.remove(chunk.hash);
    chunk.shelf.bytes -= storedBytes(size);
    pool.bytes -= storedBytes(size);
    Allocator.giveBack(pool.allocator, chunk.start.toNat(), unitsOf(size));
  };

  /// One more row names the chunk.
  public func hold(pool : Pool, chunk : Chunk) {
    if (chunk.references == 0) unlink(pool, chunk);
    chunk.references += 1;
  };

  /// One row less names it.
  public func release(pool : Pool, chunk : Chunk, time : Nat64) {
    chunk.references -= 1;
    if (chunk.references == 0) loosen(pool, chunk, time);
  };

  /// A loose chunk was uploaded again: its time begins anew.
  public func refresh(pool : Pool, chunk : Chunk, time : Nat64) {
    if (chunk.references > 0) return;
    unlink(pool, chunk);
    loosen(pool, chunk, time);
  };

  /// Those of `hashes` that are not on the shelf, in their order.
  public func missing(shelf : Shelf, hashes : [Blob]) : [Blob] {
    let absent = List.empty<Blob>();
    for (hash in hashes.values()) {
      if (not shelf.chunks.containsKey(hash)) absent.add(hash);
    };
    absent.toArray()
  };

  /// Removes up to `most` chunks that came loose at `before` or earlier; true if there
  /// may be more.
  public func sweep(pool : Pool, before : Nat64, most : Nat) : Bool {
    for (_ in Nat.range(0, most)) {
      let ?chunk = pool.oldest else return false;
      if (chunk.looseSince > before) return false;
      remove(pool, chunk);
    };
    true
  };

  /// Removes up to `most` chunks of a shelf that nobody uses any more; true if there
  /// are more.
  public func clear(pool : Pool, shelf : Shelf, most : Nat) : Bool {
    for (_ in Nat.range(0, most)) {
      let ?(_, chunk) = shelf.chunks.minEntry() else return false;
      remove(pool, chunk);
    };
    not shelf.chunks.isEmpty()
  };

  func loosen(pool : Pool, chunk : Chunk, time : Nat64) {
    chunk.looseSince := time;
    append(pool, chunk);
  };

  func append(pool : Pool, chunk : Chunk) {
    chunk.older := pool.newest;
    chunk.newer := null;
    switch (pool.newest) {
      case (?last) last.newer := ?chunk;
      case null pool.oldest := ?chunk;
    };
    pool.newest := ?chunk;
  };

  func unlink(pool : Pool, chunk : Chunk) {
    switch (chunk.older) {
      case (?older) older.newer := chunk.newer;
      case null pool.oldest := chunk.newer;
    };
    switch (chunk.newer) {
      case (?newer) newer.older := chunk.older;
      case null pool.newest := chunk.older;
    };
    chunk.older := null;
    chunk.newer := null;
  };

  func allocate(pool : Pool, units : Nat) : ?Nat64 {
    switch (Allocator.take(pool.allocator, units)) {
      case (?start) return ?start.toNat64();
      case null {};
    };
    if (pool.region.grow(pagesPerBlock) == cannotGrow) return null;
    Allocator.extend(pool.allocator);
    switch (Allocator.take(pool.allocator, units)) {
      case (?start) ?start.toNat64();
      case null null;
    }
  };

  func address(start : Nat64) : Nat64 = start * unitBytes.toNat64();

  func unitsOf(bytes : Nat) : Nat = (bytes + unitBytes - 1 : Nat) / unitBytes;
}
