#pragma once

#include <chrono>
#include <cstdint>

/// Every limit and delay of the engine, with its reason. The canister's own limits are in
/// canister/src/Limits.mo; ours stay below them.
namespace synctuning {

inline constexpr std::uint16_t kProtocol = 1;

// One call

/// A page ends by bytes long before it ends by rows; the row bound is the canister's.
inline constexpr int kPullRows = 5'000;
/// A query's reply may have 3 MiB; the canister stops at 2.5 MiB by itself.
inline constexpr std::uint64_t kPullBytes = 2'500'000;
/// An update takes about two seconds whatever is in it, so rows are bounded by bytes first.
inline constexpr int kPushRows = 5'000;
/// Of 2 MiB for a whole message; the rest is for the envelope and the delegation chain.
inline constexpr std::int64_t kPushBytes = 1'572'864;
/// 1 MiB for the document, and its version, codec and (later) seal around it.
inline constexpr std::int64_t kBodyBytes = 1'052'672;
inline constexpr int kManifestRows = 20'000;
inline constexpr int kIdsPerGet = 1'000;
/// Of the 300 KiB that the canister takes as arguments of `get`.
inline constexpr std::int64_t kGetArgumentBytes = 200'000;

/// Of the 1.9 MB that the canister takes; the rest is for the hashes around the chunks.
inline constexpr std::int64_t kChunkUploadBytes = 1'890'000;
inline constexpr int kHashesPerCall = 1'000;
/// The reply ends by bytes, after three to five of ours; small files come many together.
inline constexpr int kRangesPerCall = 64;

// One round

/// Attachments whose chunks are all there go together: a row of their own each would cost an update
/// for every upload.
inline constexpr std::int64_t kUploadBeforeRows = 16'000'000;
inline constexpr int kFilesAtOnce = 1'000;
/// Calls with attachments between two looks at other devices' notes.
inline constexpr int kFileCallsPerLook = 4;
/// A chunk that arrives damaged is sent or asked for again; more often, its file waits.
inline constexpr int kTriesPerChunk = 3;

/// A large library that arrives must not hold back the person's newest edit for minutes.
inline constexpr int kPagesBeforePush = 4;
/// How often one row is pushed in a round; a device that keeps winning the race ends it.
inline constexpr int kPushesPerRow = 3;
/// Turns (pull, then push) without a further page waiting.
inline constexpr int kQuietTurns = 6;
inline constexpr int kResyncsPerRound = 2;
/// `ahead` from a query usually is a node that lags: another one is asked first.
inline constexpr int kStaleRetries = 2;
/// Deleting so many of a library's documents, and such a share of them, is a person's decision.
inline constexpr int kMassRemovalDocuments = 20;
inline constexpr double kMassRemovalShare = 0.5;
/// Rows that one transaction of a reconcile writes, so that the window's writes go in between.
inline constexpr int kRowsPerReconcileStep = 500;

// Between rounds

inline constexpr std::chrono::milliseconds kTick{3'000};
/// After an edit or a change that arrived: due at every tick, so shorter than one by more than a
/// round usually takes.
inline constexpr std::chrono::milliseconds kPollActive{2'500};
inline constexpr std::chrono::milliseconds kPollFocused{15'000};
inline constexpr std::chrono::milliseconds kPollBackground{60'000};
/// Devices that started together drift apart. Not while somebody works: edits do that.
inline constexpr double kPollJitter = 0.2;
/// How long an edit counts as activity.
inline constexpr std::chrono::milliseconds kActiveFor{60'000};
/// An edit travels at once, and is to show in another window within five seconds. While somebody
/// goes on writing, a minute costs ten pushes (S68); the end of what they wrote goes as soon as
/// they rest.
inline constexpr std::chrono::milliseconds kPushSpacing{6'000};
inline constexpr std::chrono::milliseconds kPushRest{2'100};
/// How often a device that only reads tells the canister that it is still there.
inline constexpr std::chrono::hours kPresence{20};
inline constexpr std::chrono::milliseconds kBackOffFirst{1'000};
inline constexpr std::chrono::milliseconds kBackOffLongest{300'000};

} // namespace synctuning
