#pragma once

#include "model/base/clock.h"
#include "model/store/replicastore.h"

#include <QMap>

/// `ReplicaStore` in memory, with the local side of a device beside it: thousands of runs in
/// seconds. A transaction that fails leaves nothing behind; `failWrite` makes one fail.
class MemoryReplica final : public ReplicaStore
{
public:
    explicit MemoryReplica(const Clock &clock, const QString &device);

    // What a person does on this device.
    void write(const DocumentId &id, const RowState &state);
    void remove(const DocumentId &id);
    /// As `DocumentStore::resolveConflict`.
    void resolve(const DocumentId &id, const RowState &result);

    struct Row
    {
        ReplicaRow row;
        std::optional<ConflictRecord> conflict;
    };
    const QMap<DocumentId, Row> &rows() const { return m_state.rows; }
    /// What `forget` moved to the trash.
    const QList<RowState> &trash() const { return m_state.trash; }

    /// The n-th write from now on fails once, as a full disk or a crash would; 0: none.
    void failWrite(int number) { m_failIn = number; }
    /// Writes inside transactions so far.
    int writes() const { return m_writes; }

    Result<bool, StoreError> hasPending() const override;
    Result<QList<ReplicaRow>, StoreError> pending(int maxRows, qint64 maxBytes) const override;
    Result<QList<DocumentId>, StoreError> pendingRemovals() const override;
    Result<bool, StoreError> hasPendingRows() const override { return hasPending(); }
    Result<QList<DocumentId>, StoreError> refused() const override;
    Result<OutgoingCounts, StoreError> outgoing() const override;
    Result<ReplicaCheckpoint, StoreError> checkpoint() const override;
    Result<std::optional<ReplicaBinding>, StoreError> binding() const override;
    Result<Done, StoreError> bind(const ReplicaBinding &binding) override;
    Result<QByteArray, StoreError> deviceId() const override;
    Result<QByteArray, StoreError> remembered(const QString &name) const override;
    Result<QList<SyncQuestion>, StoreError> questions() const override;
    Result<QList<DocumentId>, StoreError> questioned(SyncQuestion::Kind kind) const override;
    Result<QList<DocumentId>, StoreError> transact(const Step &step) override;
    Result<QList<Known>, StoreError> known(const DocumentId &after, int limit) const override;

    // No attachments here.
    Result<QList<ReplicaRow>, StoreError> pendingWithChunks(int) const override
    {
        return QList<ReplicaRow>();
    }
    Result<QByteArray, StoreError> chunk(const QByteArray &) const override
    {
        return StoreError{StoreError::Kind::NotFound, {}};
    }
    Result<bool, StoreError> isAnyWanted(const FetchPolicy &) const override { return false; }
    Result<WantedChunks, StoreError> wantedChunks(const FetchPolicy &, int) const override
    {
        return WantedChunks();
    }
    Result<std::int64_t, StoreError> bytesToCome(const FetchPolicy &) const override
    {
        return std::int64_t{0};
    }
    Result<QList<DocumentId>, StoreError> putChunks(const QList<QByteArray> &,
                                                    const QList<DocumentId> &) override
    {
        return QList<DocumentId>();
    }
    Result<Done, StoreError> postponeFiles(const QList<DocumentId> &) override { return Done{}; }
    Result<bool, StoreError> hasOldPieces() const override { return false; }
    Result<bool, StoreError> moveOldPieces() override { return false; }
    Result<std::int64_t, StoreError> chunkBytes(const QList<QByteArray> &) const override
    {
        return std::int64_t{0};
    }
    Result<ChunkSupport, StoreError> chunkSupport() const override
    {
        return ChunkSupport::NotAsked;
    }
    Result<Done, StoreError> noteChunkSupport(bool) override { return Done{}; }

private:
    struct State
    {
        QMap<DocumentId, Row> rows;
        QList<RowState> trash;
        ReplicaCheckpoint checkpoint;
        QMap<QString, QByteArray> memory;
    };
    class Transaction;

    const Clock &m_clock;
    State m_state;
    std::optional<ReplicaBinding> m_binding;
    QByteArray m_deviceId;
    int m_failIn = 0;
    int m_writes = 0;
};
