#pragma once

#include "sync/push.h"

#include <QHash>
#include <QSet>

/// Moves the bytes of attachments, one call at a time, so that a round can look at the notes in
/// between.
///
/// Up: the chunks that the master lacks, then the rows that name them. What it holds is asked,
/// never remembered beyond the round: after a cut only the rest is sent. Down: what somebody looks
/// at first, then what the policy lets come by itself. Nothing is stored that is not what its hash
/// says.
class FileTransfer
{
public:
    explicit FileTransfer(RoundCalls &calls);

    struct Step
    {
        bool moved = false; ///< False: nothing more can be done in this round.
        std::optional<master::ResyncReason> resync;
    };
    Result<Step, SyncError> step();

    /// Moves what versions before chunks left here, if the master knows chunks; to be pushed.
    Result<Done, SyncError> moveOldPieces();

private:
    using Rows = QList<ReplicaRow>;
    Result<Rows, SyncError> rowsToUpload();
    Result<Step, SyncError> upload(const Rows &rows);
    Result<Step, SyncError> askWhatIsMissing(const std::vector<QByteArray> &hashes);
    Result<Step, SyncError> pushReadyRows();
    Result<Step, SyncError> uploadNext(const Rows &rows);
    Result<bool, SyncError> collect(const Rows &rows, std::vector<master::Chunk> &chunks);
    Result<Done, SyncError> takeResults(const Rows &rows,
                                        const std::vector<master::Chunk> &chunks,
                                        const std::vector<master::ChunkResult> &results);
    Result<Step, SyncError> download(const WantedChunks &wanted);
    Result<Done, SyncError> store(const WantedChunks &wanted, const master::GetChunksReply &reply);
    Result<Step, SyncError> noSupport(const Rows &rows);

    Result<Done, SyncError> refuse(const Rows &rows, const QString &code);
    Rows naming(const Rows &rows, const QByteArray &hash) const;
    Result<Done, SyncError> tellProgress();

    RoundCalls &m_calls;
    PushTurn m_push;
    QSet<QByteArray> m_present; ///< The master said that it holds them.
    QSet<QByteArray> m_absent; ///< The master said that it does not.
    QSet<DocumentId> m_left; ///< Rows that have had their chances in this round.
    QHash<QByteArray, int> m_tries;
    std::int64_t m_uploadedForRows = 0; ///< Bytes since rows were last pushed.
    std::int64_t m_doneBytes = 0;
    bool m_told = false; ///< Somebody shows a progress that has to end.
};
