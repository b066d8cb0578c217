#pragma once

#include "model/base/cyclesmark.h"
#include "model/base/result.h"
#include "sync/syncerror.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

class NetworkMemory;

/// The master side of replication as the engine sees it: canister/sheaf.did in C++ words.
/// docs/protocol.md explains every rule. All times are nanoseconds since 1970.
namespace master {

using Revision = QByteArray; ///< 16 bytes.

struct Proof
{
    std::uint64_t position = 0;
    QByteArray token; ///< 8 bytes; empty at position 0 of a client that never synced.
    friend bool operator==(const Proof &, const Proof &) = default;
};

struct Checkpoint
{
    std::uint64_t epoch = 0; ///< 0: never synced.
    std::uint64_t cursor = 0;
    Proof proof;
    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

struct PushRow
{
    QString id;
    std::optional<Revision> base;
    Revision revision;
    bool deleted = false;
    QString kind;
    std::uint16_t schema = 1;
    QByteArray body;
    std::vector<QByteArray> blobs;
    std::uint64_t clientTimeNs = 0;
};

struct MasterRow
{
    QString id;
    Revision revision;
    std::optional<Revision> parent;
    bool deleted = false;
    QString kind;
    std::uint16_t schema = 1;
    QByteArray body;
    std::vector<QByteArray> blobs;
    std::uint64_t clientTimeNs = 0;
    std::uint64_t serverTimeNs = 0;
    std::uint64_t sequence = 0;
    std::vector<Revision> recent; ///< Newest first, at most 16; without `revision` itself.
    QString device; ///< Name of the writer's device.
};

struct Head
{
    std::uint16_t protocol = 0;
    std::uint64_t epoch = 0;
    Proof proof;
    std::uint64_t gc = 0;
    std::uint64_t timeNs = 0;
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
    std::uint64_t quotaBytes = 0;
    CyclesMark cycles = CyclesMark::Enough;
    std::uint64_t erasedNs = 0; ///< When this person deleted the whole space; 0: never.
    bool suspended = false; ///< The owner took the right to write away; reading goes on.
};

enum class ResyncReason { Epoch, BehindGc, Ahead, Fork };

struct Resync
{
    ResyncReason reason = ResyncReason::Epoch;
    Head head;
};

struct PullPage
{
    std::vector<MasterRow> rows; ///< Ascending sequence.
    std::uint64_t cursor = 0;
    bool more = false;
    Head head;
};

struct Accepted
{
    Revision revision;
    std::uint64_t sequence = 0;
};
struct Superseded
{
    std::uint64_t sequence = 0;
};
struct Conflict
{
    MasterRow master;
    bool bodyLeftOut = false; ///< Fetch it with `get`.
};
struct Missing
{};
struct Refused
{
    QString code; ///< Machine-readable: bad_id, too_large, ...
};
struct OverQuota
{
    std::uint64_t limit = 0;
    std::uint64_t used = 0;
};
/// The row names chunks that the master does not hold. Nothing was stored.
struct MissingChunks
{
    std::vector<QByteArray> hashes;
};
using RowResult =
    std::variant<Accepted, Superseded, Conflict, Missing, Refused, OverQuota, MissingChunks>;

struct PushReply
{
    std::vector<RowResult> results; ///< One for each row, in order.
    Head head;
};

struct ManifestEntry
{
    QString id;
    Revision revision;
    std::uint64_t sequence = 0;
    bool deleted = false;
};
struct ManifestPage
{
    std::vector<ManifestEntry> entries;
    std::uint64_t next = 0;
    bool more = false;
    Head head;
};

struct GetReply
{
    std::vector<MasterRow> rows;
    std::vector<QString> leftOut;
    Head head;
};

struct PushRequest
{
    Checkpoint checkpoint;
    QString device;
    QByteArray deviceId; ///< 16 bytes.
    std::vector<PushRow> rows;
};

struct PullRequest
{
    Checkpoint checkpoint;
    std::uint64_t maxRows = 5000;
    std::uint64_t maxBytes = 1'500'000;
};

/// Up to 1 MiB of an attachment, named by its SHA-256.
struct Chunk
{
    QByteArray hash; ///< 32 bytes.
    QByteArray bytes;
};
struct ChunkStored
{};
using ChunkResult = std::variant<ChunkStored, Refused, OverQuota>;
struct PutChunksReply
{
    std::vector<ChunkResult> results; ///< One for each chunk, in order.
    Head head;
};
struct ChunkRange
{
    QByteArray hash;
    std::uint64_t offset = 0;
    std::uint64_t length = 0; ///< 0: to the end.
};
struct ChunkPart
{
    QByteArray hash;
    std::uint64_t offset = 0;
    std::uint64_t size = 0; ///< Of the whole chunk.
    QByteArray bytes;
};
struct GetChunksReply
{
    /// The first ranges in order, each one or nullopt: the master does not hold it.
    std::vector<std::optional<ChunkPart>> parts;
    std::uint64_t leftOut = 0; ///< Ranges at the end that did not fit: ask again.
};

/// A device of this person's, as the canister saw it.
struct Device
{
    QByteArray id; ///< 16 bytes.
    QString name;
    std::uint64_t cursor = 0;
    std::uint64_t firstSeenNs = 0;
    std::uint64_t lastSeenNs = 0;
    std::uint64_t pushes = 0; ///< That carried rows.
    bool retired = false;
};
struct CheckIn
{
    Checkpoint checkpoint;
    QString device;
    QByteArray deviceId; ///< 16 bytes.
};

struct FoundPush
{
    struct Row
    {
        QString id;
        Revision revision;
    };
    std::vector<Row> rows; ///< In the order of the results.
    PushReply reply;
};

using PullReply = std::variant<PullPage, Resync>;
using PushAnswer = std::variant<PushReply, Resync>;

} // namespace master

/// What a round talks to: the canister behind the agent, or `MasterReplica` in tests.
/// Blocks the calling (sync) thread; every answer was verified before it is returned.
class Master
{
public:
    virtual ~Master() = default;

    virtual Result<master::Head, SyncError> head() = 0;
    /// Answered by the whole subnet, not by one node.
    virtual Result<master::Head, SyncError> headReplicated() = 0;
    /// The subnet's certificate about the head, which costs no agreement; it may be minutes old.
    /// Empty: there is none to be had now, ask `headReplicated`.
    virtual Result<std::optional<master::Head>, SyncError> headCertified()
    {
        return std::optional<master::Head>();
    }
    virtual Result<master::PullReply, SyncError> pull(const master::PullRequest &request) = 0;
    virtual Result<master::PushAnswer, SyncError> push(const master::PushRequest &request) = 0;
    virtual Result<master::GetReply, SyncError> get(const std::vector<QString> &ids) = 0;
    virtual Result<master::ManifestPage, SyncError> manifest(std::uint64_t afterSequence,
                                                             std::uint64_t maxRows) = 0;

    // Attachments. A master of release 1 answers each of these with `Unsupported`.

    /// Idempotent. Together at most 1.9 MB as encoded; nothing of one call is held back for
    /// another.
    virtual Result<master::PutChunksReply, SyncError>
    putChunks(const std::vector<master::Chunk> &chunks) = 0;
    /// Those of at most 1,000 hashes that the master does not hold, in order.
    virtual Result<std::vector<QByteArray>, SyncError>
    missingChunks(const std::vector<QByteArray> &hashes) = 0;
    /// As many ranges from the front as fit into a reply, at least one. The bytes are one node's
    /// word: only their hash tells whether they are the chunk's.
    virtual Result<master::GetChunksReply, SyncError>
    getChunks(const std::vector<master::ChunkRange> &ranges) = 0;

    // Devices. A master of release 1 answers each of these with `Unsupported`.

    /// Writes this device's record; a push does the same along the way.
    virtual Result<master::Head, SyncError> checkIn(const master::CheckIn &)
    {
        return SyncError{SyncError::Kind::Unsupported, QStringLiteral("checkin"), {}};
    }
    virtual Result<std::vector<master::Device>, SyncError> devices()
    {
        return SyncError{SyncError::Kind::Unsupported, QStringLiteral("devices"), {}};
    }
    /// The clean-up of tombstones no longer waits for that device. Answers those that are left.
    virtual Result<std::vector<master::Device>, SyncError> retireDevice(const QByteArray &)
    {
        return SyncError{SyncError::Kind::Unsupported, QStringLiteral("retire_device"), {}};
    }

    /// Answers to pushes that did not arrive when they were made, by this object or in an earlier
    /// session, as far as the network can still tell; each with its rows' ids and revisions.
    virtual Result<std::vector<master::FoundPush>, SyncError> findPushes()
    {
        return std::vector<master::FoundPush>();
    }
    /// What `push` and `findPushes` returned is stored: nobody will ask for it again.
    virtual void settlePushes() {}
    /// Where the master keeps what it has to know after a restart; null: nowhere. Outlives it, or
    /// is taken back.
    virtual void setMemory(NetworkMemory *) {}

    /// Bytes that `row` takes in a push message; what batches are bounded by.
    virtual std::size_t encodedSize(const master::PushRow &row) const = 0;

    /// Ends the running call with `Cancelled`, and every later one until `resume`. Callable from
    /// any thread; a master that never waits has nothing to end.
    virtual void cancel() {}
    virtual void resume() {}
};
