#pragma once

#include "sync/pull.h"

#include <QHash>
#include <QSet>

/// Sends what waits, batch after batch, until nothing is left that may be sent now.
///
/// A batch is bounded by encoded bytes first. What is about to be sent is recorded before it is
/// sent: a reply may be lost, and only the record tells our own edit from another device's when it
/// comes back. Each row's result is handled alone; rows that conflict are merged and go again.
class PushTurn
{
public:
    explicit PushTurn(RoundCalls &calls)
        : m_calls(calls)
    {}

    /// Callable several times in a round; a row is sent at most `synctuning::kPushesPerRow` times
    /// over all of them.
    Result<HalfRound, SyncError> run();
    /// The same for the rows that name chunks, as far as all of those are in `present`.
    Result<HalfRound, SyncError> runWithChunks(const QSet<QByteArray> &present);

private:
    struct Outgoing
    {
        ReplicaRow local;
        master::PushRow row;
    };
    using Batch = std::vector<Outgoing>;

    Result<QList<ReplicaRow>, SyncError> pending();
    Result<Batch, SyncError> nextBatch();
    Result<bool, SyncError> settleWithoutSending(const QList<ReplicaRow> &rows);
    Result<Done, SyncError> recordSent(const Batch &batch);
    Result<Done, SyncError> fetchLeftOut(master::PushReply &reply);
    Result<Done, SyncError>
    storeReply(const Batch &batch, const ReplicaCheckpoint &before, const master::PushReply &reply);

    RoundCalls &m_calls;
    QHash<DocumentId, int> m_sentTimes;
    const QSet<QByteArray> *m_present = nullptr; ///< Null: rows without chunks.
};
