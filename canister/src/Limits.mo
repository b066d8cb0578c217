/// Every bound of the canister, with the reason for its value. Nothing that a
/// client sends is stored, looped over or answered without one of these.
///
/// The network's own limits: a message to the canister 2 MiB, a reply 2 MiB to an
/// update and 3 MiB to a query, 40 G instructions for an update, 5 G for a query,
/// 6 GiB of heap. Sizes are in bytes.
module {

  public let protocol : Nat16 = 1;
  /// Counts what `sheaf.did` offers: 2 since members, attachments and devices.
  public let interface : Nat16 = 2;
  /// What `status` shows. Its first part is the interface's.
  public let version = "2.0.0";

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

  // A space's devices and tombstones

  public let devicesPerSpace = 64;
  /// A device that was not seen for so long is not waited for, and a tombstone is kept
  /// for so long: devices lie in drawers, and nothing older than that is a guess worth
  /// its memory.
  public let tombstoneTime : Nat64 = 15_552_000_000_000_000; // 180 days, in nanoseconds

  // Clean-up

  /// In one message. Removing a row or a chunk is estimated at 50,000 instructions (a
  /// pushed row takes 90,000): 1 % of what a message may take.
  public let rowsPerCleanUp = 4_000;
  public let chunksPerCleanUp = 1_000;
  public let spacesPerCleanUp = 200;
  /// Each costs a few million cycles: four a day are less than a cent a year.
  public let cleanUpHours = 6;

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

  /// All spaces together. The other half of the heap is the collector's room to
  /// move in and a margin for what `rowOverhead` does not see.
  public let storeBytes = 3_221_225_472; // 3 GiB
  /// All chunks together. The compiler's bound on regions is 4 GiB; memory that is free
  /// but in pieces is the rest.
  public let poolBytes = 3_758_096_384; // 3.5 GiB

  // Members

  /// What `max_users` can be set to: 10,000 empty spaces take 30 MB.
  public let users = 10_000;
  /// `max_users` unless the owner says otherwise.
  public let defaultUsers = 1_000;
  /// A user's quota unless the owner says otherwise: 100,000 notes of 10 KiB.
  public let defaultQuotaBytes = 1_073_741_824; // 1 GiB
  /// Larger than anything that a canister holds, small enough for a double.
  public let quotaBytesMost = 1_099_511_627_776; // 1 TiB
  public let usersPerPage = 200;
  /// Of a user or an invite, for the owner's eyes; UTF-8.
  public let noteBytes = 256;

  /// A secret that is shorter could be guessed; a longer one has no use.
  public let secretBytesLeast = 16;
  public let secretBytesMost = 128;
  public let secretHashBytes = 32;
  /// Then claiming is locked until a controller sets another secret. With pauses of
  /// 1, 2, 4, ... 256 s in between: enough for typing errors, nothing for guessing.
  public let claimTries = 10;
  public let claimPauseNs : Nat64 = 1_000_000_000;

  /// Kept at a time, used ones included; each call that reads them looks at all.
  public let invites = 100;
  public let inviteLifeNs : Nat64 = 31_536_000_000_000_000; // 365 days

  // Pace

  /// A device that edits all day sends ten updates a minute, one that uploads
  /// attachments over the main network thirty. A program gone wild costs its owner
  /// about 1 T cycles a day at this pace, not 20.
  public let updatesPerMinute = 60;
  public let updatesPerMinuteMost = 6_000;
  /// So many minutes' worth may come at once: a first upload of 50,000 notes is 40
  /// calls, 1 GiB of attachments 1,100.
  public let burstMinutes = 20;
  /// So many calls beyond that are answered `busy`; more are refused unpaid.
  public let overdraft = 10;
  /// For all callers together that are no members (yet): `claim`, `join`, and first
  /// pushes where registration is open. Strangers who try without end cost 0.1 T a day,
  /// and only while there is something to claim or join.
  public let newcomersPerMinute = 10;

  // Cycles

  /// Balances are noted four times a day and kept for a week.
  public let sampleNs : Nat64 = 21_600_000_000_000; // 6 h
  public let samples = 29;
  /// Below a day of notes a first upload looks like the daily use.
  public let burnKnownNs : Nat64 = 86_400_000_000_000;
  /// Marks by days need more: whoever uploads a library at once is not running dry.
  public let burnSureNs : Nat64 = 259_200_000_000_000; // 3 days
  public let lowDays = 30;
  public let criticalDays = 7;
  public let lowCycles = 500_000_000_000; // 0.5 T
  public let lowCyclesMost = 1_000_000_000_000_000_000_000; // 10^9 T
  /// `critical` below this part of the low mark.
  public let criticalPart = 5;
  /// What the network keeps back before it freezes a canister, as icp.yaml sets it,
  /// at the price of a 13-node subnet.
  public let freezingSeconds = 7_776_000; // 90 days
  public let cyclesPerGibSecond = 127_000;
}
