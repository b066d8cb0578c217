#pragma once

#include "model/base/transferprogress.h"
#include "model/store/replicastore.h"
#include "sync/master.h"
#include "sync/roundreport.h"

#include <atomic>
#include <functional>

/// What the steps of a round share: the two sides, the way to stop, and the tally.
///
/// Every call of the master goes through here: counted, not made after a cancel, and its answer
/// checked for what no honest master sends.
class RoundCalls
{
public:
    struct Parts
    {
        Master &master;
        ReplicaStore &store;
        QString deviceName; ///< Shown in the other devices' conflict dialogs.
        const std::atomic<bool> &cancelled;
        /// After each committed step: `documents` can be reloaded. May be empty.
        std::function<void(const QList<DocumentId> &documents)> onStored;
        FetchPolicy fetch = {}; ///< Which attachments come without being asked for.
        /// After each call that carries attachments. May be empty.
        std::function<void(const TransferProgress &progress)> onProgress = {};
    };
    RoundCalls(const Parts &parts, RoundReport &report);

    Result<master::Head, SyncError> head();
    Result<master::Head, SyncError> headReplicated();
    /// Empty: the master has no certificate about its head; ask `headReplicated`.
    Result<std::optional<master::Head>, SyncError> headCertified();
    Result<master::PullReply, SyncError> pull(const ReplicaCheckpoint &checkpoint);
    Result<master::PushAnswer, SyncError> push(const ReplicaCheckpoint &checkpoint,
                                               std::vector<master::PushRow> rows);
    /// Those whose answer fits what was pushed.
    Result<std::vector<master::FoundPush>, SyncError> findPushes();
    /// One page; `next` and `more` say how to go on.
    Result<master::ManifestPage, SyncError> manifest(std::uint64_t afterSequence);
    /// As many calls as it takes. Rows that do not exist are missing from the answer.
    Result<std::vector<master::MasterRow>, SyncError> get(const std::vector<QString> &ids);

    Result<master::Head, SyncError> checkIn();
    Result<std::vector<master::Device>, SyncError> devices();
    /// Answers are as long as what was asked for; the bytes are not verified yet.
    Result<std::vector<master::ChunkResult>, SyncError>
    putChunks(const std::vector<master::Chunk> &chunks);
    /// At most `synctuning::kHashesPerCall`.
    Result<std::vector<QByteArray>, SyncError> missingChunks(const std::vector<QByteArray> &hashes);
    Result<master::GetChunksReply, SyncError>
    getChunks(const std::vector<master::ChunkRange> &ranges);

    using Step = std::function<Result<Done, StoreError>(ReplicaTransaction &, RoundReport &)>;
    /// Runs `step` in one transaction; what it counted is reported only if it was committed.
    Result<Done, SyncError> transact(const Step &step);

    ReplicaStore &store() { return m_parts.store; }
    const FetchPolicy &fetchPolicy() const { return m_parts.fetch; }
    /// `documents` changed by something else than a step.
    void tellStored(const QList<DocumentId> &documents);
    void tellProgress(const TransferProgress &progress);
    Master &master() { return m_parts.master; }
    RoundReport &report() { return m_report; }
    /// Highest position of the master that any answer of this round told.
    std::uint64_t knownPosition() const { return m_knownPosition; }
    void learnPosition(std::uint64_t position);
    /// As the round's head said: the master would refuse every write, and not say why.
    bool isSuspended() const { return m_suspended; }
    Result<ReplicaCheckpoint, SyncError> checkpoint();

private:
    enum class CallKind { Query, Update };
    Result<Done, SyncError> begin(CallKind kind);
    Result<Done, SyncError> countPush();
    Result<master::GetReply, SyncError> getOnce(const std::vector<QString> &ids);

    Parts m_parts;
    RoundReport &m_report;
    std::uint64_t m_knownPosition = 0;
    bool m_suspended = false;
};

SyncError localError(const StoreError &error);
