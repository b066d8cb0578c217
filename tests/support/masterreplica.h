#pragma once

#include "model/base/clock.h"
#include "sync/master.h"
#include "tests/support/chunkreplica.h"

#include <QHash>
#include <QList>
#include <QMap>

#include <map>

/// The canister's decisions in memory, for one caller: the same answers as canister/src gives to
/// the same calls (tokens, recent revisions, equal content, byte caps), without a network.
///
/// `State` is a value: a copy is a snapshot that can be restored, as the canister's owner can.
class MasterReplica final : public Master
{
public:
    struct State
    {
        std::uint64_t epoch = 1;
        std::uint64_t gc = 0;
        std::uint64_t bytes = 0;
        std::uint64_t quotaBytes = 1ULL << 30U;
        QHash<QString, master::MasterRow> rows;
        std::map<std::uint64_t, QString> order;
        QList<QByteArray> tokens;
        QMap<QByteArray, master::Device> devices;
        ChunkReplica chunks;
    };
    /// Small ones let a test see what happens at a bound with few rows.
    struct Limits
    {
        std::uint64_t rowsPerPage = 5'000;
        std::uint64_t pageBytes = 2'621'440;
        std::uint64_t conflictBytes = 1'258'291;
        std::uint64_t bodyBytes = 1'052'672;
        std::size_t rowsPerPush = 5'000;
        std::uint64_t pushBytes = 1'900'000;
        std::size_t blobsPerRow = 1'024;
        std::uint64_t chunkBytes = 1'048'576;
        std::size_t hashesPerCall = 1'000;
    };

    explicit MasterReplica(const Clock &clock, std::uint64_t epoch = 1);

    Result<master::Head, SyncError> head() override;
    Result<master::Head, SyncError> headReplicated() override;
    Result<master::PullReply, SyncError> pull(const master::PullRequest &request) override;
    Result<master::PushAnswer, SyncError> push(const master::PushRequest &request) override;
    Result<master::GetReply, SyncError> get(const std::vector<QString> &ids) override;
    Result<master::ManifestPage, SyncError> manifest(std::uint64_t afterSequence,
                                                     std::uint64_t maxRows) override;
    Result<master::PutChunksReply, SyncError>
    putChunks(const std::vector<master::Chunk> &chunks) override;
    Result<std::vector<QByteArray>, SyncError>
    missingChunks(const std::vector<QByteArray> &hashes) override;
    Result<master::GetChunksReply, SyncError>
    getChunks(const std::vector<master::ChunkRange> &ranges) override;
    Result<master::Head, SyncError> checkIn(const master::CheckIn &request) override;
    Result<std::vector<master::Device>, SyncError> devices() override;
    std::size_t encodedSize(const master::PushRow &row) const override;

    const State &state() const { return m_state; }
    void restore(const State &state) { m_state = state; }
    /// As a new installation: nothing of the old one is left.
    void reinstall();
    /// Forgets tombstones with a sequence up to `upTo` and raises the mark.
    void collectTombstones(std::uint64_t upTo);

    /// Removes chunks that no row has named for seven days.
    void collectChunks();
    void loseChunk(const QByteArray &hash) { m_state.chunks.lose(hash); }

    Limits limits;
    /// As release 2: device records.
    bool knowsDevices = true;
    std::uint16_t protocol = 1; ///< As `head` and every other answer say.
    CyclesMark cycles = CyclesMark::Enough; ///< What every answer says.
    std::uint64_t erasedNs = 0; ///< Said by every answer, as after `delete_space`.
    bool suspended = false; ///< Said by every answer; pushes are still taken.
    /// As release 1: no call knows chunks, and rows that name some are taken unseen.
    bool knowsChunks = true;
    /// Ids whose rows are always refused, with the code.
    QHash<QString, QString> poisoned;

private:
    void see(const master::CheckIn &request);
    master::Head headNow() const;
    std::uint64_t spaceBytes() const { return m_state.bytes + m_state.chunks.bytes(); }
    std::optional<master::ResyncReason> resyncFor(const master::Checkpoint &checkpoint) const;
    master::RowResult
    decide(const master::PushRow &row, const QString &device, std::uint64_t &roomForMasters);
    master::RowResult write(const master::PushRow &row, const QString &device);
    QString refusal(const master::PushRow &row) const;

    const Clock &m_clock;
    State m_state;
};
