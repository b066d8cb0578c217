// Chunks beside the rows that name them. S104 to S107 are scenarios of the protocol.
import Array "mo:core/Array";
import Blob "mo:core/Blob";
import Map "mo:core/Map";
import Nat "mo:core/Nat";
import Nat64 "mo:core/Nat64";
import Runtime "mo:core/Runtime";
import Text "mo:core/Text";
import Attachments "../src/Attachments";
import Chunks "../src/Chunks";
import Limits "../src/Limits";
import Replication "../src/Replication";
import Sha256 "../src/Sha256";
import Side "../src/Side";
import Space "../src/Space";
import Testing "Testing";
import Types "../src/Types";

let { chunk; deletion; newHome; note; pushOne; same; test } = Testing;

func put(home : Side.Home, chunks : [Types.Chunk]) : [Types.ChunkResult] {
  let #ok { results } = Attachments.put(home, Testing.context, chunks) else Runtime.trap("refused");
  results
};

func named(bytes : Blob) : Types.Chunk = { hash = Sha256.digest([bytes]); bytes };

func read(home : Side.Home, ranges : [Types.ChunkRange]) : [?Types.ChunkPart] {
  let #ok { parts } = Attachments.get(home, Testing.context, ranges) else Runtime.trap("refused");
  parts
};

func text(home : Side.Home, hash : Blob, offset : Nat64, length : Nat64) : Text {
  switch (read(home, [{ hash; offset; length }])[0]) {
    case (?{ bytes; size }) debug_show (bytes.decodeUtf8(), size);
    case null "not here";
  }
};

func pushAt(home : Side.Home, time : Nat64, row : Types.PushRow) : Text {
  let #ok { results } = Replication.push(home, { Testing.context with time }, Testing.pushArgs([row])) else Runtime.trap("refused");
  Testing.brief(results[0])
};

func held(home : Side.Home) : Nat = home.side.shelf.chunks.size();

test("what was put can be read, whole and in ranges", func() {
  let home = newHome();
  let { hash; bytes } = named("0123456789");
  same(debug_show put(home, [{ hash; bytes }]), "[#ok]");
  same(text(home, hash, 0, 0), debug_show (?"0123456789", 10 : Nat64));
  same(text(home, hash, 4, 0), debug_show (?"456789", 10 : Nat64));
  same(text(home, hash, 4, 3), debug_show (?"456", 10 : Nat64));
  same(text(home, hash, 8, 100), debug_show (?"89", 10 : Nat64));
  same(text(home, hash, 10, 1), debug_show (?"", 10 : Nat64));
  same(text(home, hash, 18_446_744_073_709_551_615, 18_446_744_073_709_551_615), debug_show (?"", 10 : Nat64));
  same(text(home, Testing.bytes(32), 0, 0), "not here");
});

test("S107: a chunk that is not what its name says is refused, also beside one that is", func() {
  let home = newHome();
  let { hash; bytes } = named("right");
  let results = put(home, [{ hash; bytes = "wrong" }, { hash; bytes }, { hash; bytes = "wrong" }, { hash = "short"; bytes }]);
  same(debug_show results, debug_show ([#rejected "bad_hash", #ok, #rejected "bad_hash", #rejected "bad_hash"] : [Types.ChunkResult]));
  same(text(home, hash, 0, 0), debug_show (?"right", 5 : Nat64));
});

test("one byte and 1 MiB are chunks, nothing and more are not", func() {
  let home = newHome();
  let results = put(home, [named("x"), named(""), named(Testing.bytes(1_048_576)), { hash = Testing.bytes(32); bytes = Testing.bytes(1) }]);
  same(debug_show results, debug_show ([#ok, #rejected "empty", #ok, #rejected "bad_hash"] : [Types.ChunkResult]));
  same(debug_show put(home, [named(Testing.bytes(1_048_577))]), debug_show ([#rejected "too_large"] : [Types.ChunkResult]));
  same(debug_show home.side.shelf.bytes, debug_show (1_048_577 + 2 * Limits.chunkOverhead));
});

test("too many and too much are refused as a whole", func() {
  let home = newHome();
  let half = named(Testing.bytes(1_000_000));
  same(debug_show Attachments.put(home, Testing.context, [half, half]), debug_show (#err(#too_large { limit = 1_900_000 }) : Types.PutChunksResult));
  let hashes = Array.repeat<Blob>(half.hash, 1_001);
  same(debug_show Attachments.missing(home, hashes), debug_show (#err(#too_many_rows { limit = 1_000 }) : Types.MissingChunksResult));
  same(debug_show Attachments.missing(home, ["short"]), debug_show (#err(#bad_argument "hash") : Types.MissingChunksResult));
});

test("S104: an upload that was cut goes on with what is missing, and a repetition stores nothing twice", func() {
  let home = newHome();
  let parts = Array.tabulate<Types.Chunk>(5, func i = named(Testing.bytes(100 + i)));
  let hashes = parts.map<Types.Chunk, Blob>(func part = part.hash);
  ignore put(home, [parts[0], parts[1], parts[3]]);
  same(debug_show Attachments.missing(home, hashes), debug_show (#ok([hashes[2], hashes[4]]) : Types.MissingChunksResult));
  let before = home.side.shelf.bytes;
  same(debug_show put(home, [parts[0], parts[1], parts[3]]), "[#ok, #ok, #ok]");
  same(debug_show home.side.shelf.bytes, debug_show before);
});

test("S105: a row that names a chunk which is not there is not stored", func() {
  let home = newHome();
  let row = { note("a", 0, 1, "with a picture") with blobs = [chunk(home, 5), Sha256.digest([Testing.bytes(6)])] };
  let missing = Testing.push(home, [row])[0];
  same(debug_show missing, debug_show (#missing_chunks([row.blobs[1]]) : Types.RowResult));
  same(debug_show (home.space.rows.size(), home.space.chain.position), "(0, 0)");
  ignore chunk(home, 6);
  same(pushOne(home, row), "ok 1 at 1");
  same(pushOne(home, row), "ok 1 at 1");
});

test("S106: a chunk stays while one row names it and seven days longer", func() {
  let home = newHome();
  let day = Limits.looseChunkTime / 7;
  let hash = chunk(home, 100);
  let picture = { note("a", 0, 1, "") with blobs = [hash, hash] };
  ignore pushAt(home, day, picture);
  ignore pushAt(home, day, { picture with id = "b" });
  same(debug_show Chunks.sweep(home.pool, 100 * day, 10), "false");
  ignore pushAt(home, 2 * day, deletion("a", 1, 2));
  ignore Chunks.sweep(home.pool, 100 * day, 10);
  same(debug_show held(home), "1");
  ignore pushAt(home, 3 * day, { picture with id = "b"; base = ?Testing.revision(1); revision = Testing.revision(2); blobs = [] : [Blob] });
  ignore Chunks.sweep(home.pool, 3 * day - 1, 10);
  same(debug_show held(home), "1");
  ignore Chunks.sweep(home.pool, 3 * day, 10);
  same(debug_show (held(home), home.side.shelf.bytes, home.pool.bytes), "(0, 0, 0)");
});

test("a row that takes a chunk up again saves it, and its seven days begin anew after that", func() {
  let home = newHome();
  let hash = chunk(home, 100);
  ignore pushAt(home, 100, { note("a", 0, 1, "") with blobs = [hash] });
  ignore pushAt(home, 200, deletion("a", 1, 2));
  ignore pushAt(home, 300, { note("a", 2, 3, "") with blobs = [hash] });
  ignore Chunks.sweep(home.pool, 1_000, 10);
  same(debug_show held(home), "1");
  ignore pushAt(home, 400, deletion("a", 3, 4));
  ignore Chunks.sweep(home.pool, 399, 10);
  same(debug_show held(home), "1");
});

test("an upload that is never used goes, oldest first and no more than asked for", func() {
  let home = newHome();
  func putAt(time : Nat64, size : Nat) {
    ignore Attachments.put(home, { Testing.context with time }, [named(Testing.bytes(size))]);
  };
  for (n in Nat.range(1, 6)) putAt(Nat64.fromNat(n), n);
  putAt(9, 1);
  same(debug_show Chunks.sweep(home.pool, 5, 2), "true");
  same(debug_show held(home), "3");
  same(debug_show Chunks.sweep(home.pool, 5, 10), "false");
  same(debug_show Attachments.missing(home, [named(Testing.bytes(1)).hash]), debug_show (#ok([]) : Types.MissingChunksResult));
});

test("S80: chunks count against the quota, and what is there already needs no room", func() {
  let home = newHome();
  home.space.quotaBytes := 2 * Limits.chunkOverhead + 100;
  let results = put(home, [named(Testing.bytes(60)), named(Testing.bytes(61)), named(Testing.bytes(40)), named(Testing.bytes(60))]);
  same(debug_show results[0], debug_show (#ok : Types.ChunkResult));
  same(debug_show results[1], debug_show (#quota { limit = home.space.quotaBytes.toNat64(); used = (Limits.chunkOverhead + 60).toNat64() } : Types.ChunkResult));
  same(debug_show (results[2], results[3]), debug_show (#ok : Types.ChunkResult, #ok : Types.ChunkResult));
  same(debug_show Replication.head(home, Testing.context).bytes, debug_show home.space.quotaBytes);
  same(pushOne(home, note("a", 0, 1, "no room")), "quota");
});

test("rows of release 1 never counted the hashes that they named", func() {
  let old = newHome();
  let hash = Sha256.digest([Testing.bytes(5)]);
  let by = { device = "old"; time = 1 : Nat64 };
  let row : Types.PushRow = { note("a", 0, 1, "") with blobs = [hash] };

  ignore Space.put(old.space, null, row, by);
  let home = { old with side = Side.of(old.space, Testing.epoch) };
  ignore chunk(home, 5);
  ignore pushOne(home, { row with id = "b" });
  ignore pushOne(home, deletion("a", 1, 2));
  ignore Chunks.sweep(home.pool, 1_000, 10);
  same(debug_show held(home), "1");
});

test("a reply takes as many ranges from the beginning as fit, and at least one", func() {
  let home = newHome();
  let large = [chunk(home, 400_000), chunk(home, 400_001), chunk(home, 400_002)];
  let ranges = large.map<Blob, Types.ChunkRange>(func hash = { hash; offset = 0; length = 0 });
  let #ok { parts; left_out } = Attachments.get(home, Testing.context, ranges) else return assert false;
  same(debug_show (parts.size(), left_out), "(2, 1)");
  let whole = chunk(home, 1_048_576);
  for (replyBytes in [Limits.updateReplyBytes, Limits.queryReplyBytes].values()) {
    let #ok reply = Attachments.get(home, { Testing.context with replyBytes }, [{ hash = whole; offset = 0; length = 0 }]) else return assert false;
    same(debug_show (reply.parts.size(), reply.left_out), "(1, 0)");
  };
  let #ok most = Attachments.get(home, { Testing.context with replyBytes = Limits.updateReplyBytes }, Array.repeat(ranges[0], 1_000)) else return assert false;
  assert (to_candid (most)).size() < 2_097_152;
});

test("freed memory is used again", func() {
  let home = newHome();
  for (round in Nat.range(0, 4)) {
    for (n in Nat.range(0, 3)) ignore chunk(home, 1_000_000 + n);
    ignore Chunks.sweep(home.pool, 1_000, 10);
  };
  same(debug_show home.pool.allocator.units, debug_show (3 * 1_024));
});
