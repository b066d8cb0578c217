#pragma once

#include "model/store/profilestore.h"
#include "model/store/replicastore.h"
#include "model/store/rowwriter.h"
#include "model/store/sqliteconnection.h"
#include "model/store/sqlitenetworkmemory.h"

#include <memory>

/// `ReplicaStore` on one SQLite connection. Made by `openReplicaStore`.
class SqliteReplicaStore final : public ReplicaStore
{
public:
    SqliteReplicaStore(std::unique_ptr<SqliteConnection> connection,
                       const StoreDependencies &dependencies);

    Result<bool, StoreError> hasPending() const override;
    Result<QList<ReplicaRow>, StoreError> pending(int maxRows, qint64 maxBytes) const override;
    Result<QList<DocumentId>, StoreError> pendingRemovals() const override;
    Result<bool, StoreError> hasPendingRows() const override;
    Result<QList<ReplicaRow>, StoreError> pendingWithChunks(int maxRows) const override;
    Result<QList<DocumentId>, StoreError> refused() const override;
    Result<OutgoingCounts, StoreError> outgoing() const override;
    Result<ReplicaCheckpoint, StoreError> checkpoint() const override;
    Result<std::optional<ReplicaBinding>, StoreError> binding() const override;
    Result<Done, StoreError> bind(const ReplicaBinding &binding) override;
    Result<QByteArray, StoreError> deviceId() const override;
    Result<QByteArray, StoreError> remembered(const QString &name) const override;
    Result<QList<SyncQuestion>, StoreError> questions() const override;
    Result<QList<DocumentId>, StoreError> questioned(SyncQuestion::Kind kind) const override;
    NetworkMemory *networkMemory() override { return &m_networkMemory; }
    Result<QList<DocumentId>, StoreError> transact(const Step &step) override;
    Result<QByteArray, StoreError> chunk(const QByteArray &hash) const override;
    Result<std::int64_t, StoreError> chunkBytes(const QList<QByteArray> &hashes) const override;
    Result<bool, StoreError> isAnyWanted(const FetchPolicy &policy) const override;
    Result<WantedChunks, StoreError> wantedChunks(const FetchPolicy &policy,
                                                  int most) const override;
    Result<std::int64_t, StoreError> bytesToCome(const FetchPolicy &policy) const override;
    Result<QList<DocumentId>, StoreError> putChunks(const QList<QByteArray> &chunks,
                                                    const QList<DocumentId> &files) override;
    Result<Done, StoreError> postponeFiles(const QList<DocumentId> &files) override;
    Result<bool, StoreError> hasOldPieces() const override;
    Result<bool, StoreError> moveOldPieces() override;
    Result<ChunkSupport, StoreError> chunkSupport() const override;
    Result<Done, StoreError> noteChunkSupport(bool supported) override;
    Result<QList<Known>, StoreError> known(const DocumentId &after, int limit) const override;

private:
    SqliteConnection &fresh() const;
    QByteArray factNow(const QString &name) const;
    void takeOrCheckFence();
    template <typename Work>
    Result<Done, StoreError> fenced(const Work &work); ///< In one write transaction.
    std::int64_t nowMs() const { return toMilliseconds(m_clock.now()); }

    std::unique_ptr<SqliteConnection> m_connection;
    SqliteNetworkMemory m_networkMemory;
    const Clock &m_clock;
    Random &m_random;
    QByteArray m_machine;
    std::int64_t m_fence = 0; ///< 0: nothing written yet.
};
