/// Every bound of the canister, with the reason for its value. Nothing that a
/// client sends is stored, looped over or answered without one of these.
///
/// The network's own limits: a message to the canister 2 MiB, a reply 2 MiB to an
/// update and 3 MiB to a query, 40 G instructions for an update, 5 G for a query,
/// 6 GiB of heap. Sizes are in bytes.
module {

  public let protocol : Nat16 = 1;

  // One row

  /// Ids are UUIDs (36) or shorter; RxDB clients may use longer keys of their own.
  public let idBytes = 256;
  public let kindBytes = 32;
  public let revisionBytes = 16;
  /// A document of 1 MiB, and its version, codec and (later) seal around it.
  public let bodyBytes = 1_052_672; // 1 MiB + 4 KiB
  /// Chunks of an attachment of 1 GiB. Their hashes are 32 KiB of a reply.
  public let blobsPerRow = 1_024;
  public let blobHashBytes = 32;
  /// How many earlier revisions a row remembers, so that a push whose reply was
  /// lost is recognised even after other devices wrote over it.
  public let recentRevisions = 16;
  public let deviceChars = 64;
  public let deviceIdBytes = 16;
  /// What a row costs beside its body, id and hashes: two map entries, the record,
  /// its revisions and its token. Measured: 0.55 KiB when new, 0.8 KiB after edits.
  public let rowOverhead = 768;

  /// A chunk in a message leaves room for envelope and delegation (2 MiB), and one
  /// always fits into a reply.
  public let chunkBytes = 1_048_576; // 1 MiB
  /// What a chunk costs beside its bytes: up to 1 KiB to round up its place in stable
  /// memory, and its record and map entry.
  public let chunkOverhead = 1_280;
  /// How long a chunk that no row names is kept: an upload may be cut and go on days
  /// later, and who deletes a note may take that back.
  public let looseChunkTime : Nat64 = 604_800_000_000_000; // 7 days, in nanoseconds

  // One call

  /// A push of this many of the smallest rows takes a quarter of a message's bytes and
  /// 3 % of an update's instructions, with the longest ids 7 %: README.md has the
  /// figures. Bytes end a batch of real rows long before.
  public let rowsPerPush = 5_000;
  /// Clients send at most 1.5 MiB; the rest up to 2 MiB is for the envelope, the
  /// delegation chain and clients that measure before encoding. Calls from other
  /// canisters may be larger than 2 MiB, so `push` checks this itself as well.
  public let pushBytes = 1_900_000;
  /// Full master rows in the reply to a push; the others come as summaries.
  public let conflictBytes = 1_258_291; // 1.2 MiB
  public let rowsPerPull = 5_000;
  public let idsPerGet = 1_000;
  public let entriesPerManifest = 20_000;
  public let chunksPerCall = 1_000;
  /// Rows in one reply. The difference to the network's limit covers the type
  /// table, the head and, for `get`, the ids that were left out.
  public let queryReplyBytes = 2_621_440; // 2.5 MiB of 3
  public let updateReplyBytes = 1_625_292; // 1.55 MiB of 2
  /// The reply to a push of `rowsPerPush` conflicts with the longest ids.
  public let pushReplyBytes = 1_992_294; // 1.9 MiB of 2
  /// The longest arguments of the calls that carry no rows.
  public let smallArgBytes = 1_024;
  public let getArgBytes = 307_200; // idsPerGet of the longest ids, and the table
  public let hashesArgBytes = 65_536; // chunksPerCall hashes or ranges

  // The canister

  /// A space is made by the first accepted row of a new principal.
  public let spaces = 1_000;
  public let spaceBytes = 1_073_741_824; // 1 GiB: 100,000 notes of 10 KiB
  /// All spaces together. The other half of the heap is the collector's room to
  /// move in and a margin for what `rowOverhead` does not see.
  public let storeBytes = 3_221_225_472; // 3 GiB
  /// All chunks together. The compiler's bound on regions is 4 GiB; memory that is free
  /// but in pieces is the rest.
  public let poolBytes = 3_758_096_384; // 3.5 GiB
}
