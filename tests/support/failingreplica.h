#pragma once

#include "model/store/replicastore.h"

#include <memory>

/// A replica store whose n-th write inside a transaction fails, as a full disk does or a crash at
/// that statement: the transaction around it leaves nothing behind.
class FailingReplica final : public ReplicaStore
{
public:
    explicit FailingReplica(std::unique_ptr<ReplicaStore> inner)
        : m_inner(std::move(inner))
    {}

    /// Counted from now on, once; 0: none.
    void failWrite(int number) { m_failIn = number; }

    Result<bool, StoreError> hasPending() const override { return m_inner->hasPending(); }
    Result<QList<ReplicaRow>, StoreError> pending(int maxRows, qint64 maxBytes) const override
    {
        return m_inner->pending(maxRows, maxBytes);
    }
    Result<QList<DocumentId>, StoreError> pendingRemovals() const override
    {
        return m_inner->pendingRemovals();
    }
    Result<bool, StoreError> hasPendingRows() const override { return m_inner->hasPendingRows(); }
    Result<QList<ReplicaRow>, StoreError> pendingWithChunks(int maxRows) const override
    {
        return m_inner->pendingWithChunks(maxRows);
    }
    Result<QByteArray, StoreError> chunk(const QByteArray &hash) const override
    {
        return m_inner->chunk(hash);
    }
    Result<bool, StoreError> isAnyWanted(const FetchPolicy &policy) const override
    {
        return m_inner->isAnyWanted(policy);
    }
    Result<WantedChunks, StoreError> wantedChunks(const FetchPolicy &policy,
                                                  int most) const override
    {
        return m_inner->wantedChunks(policy, most);
    }
    Result<std::int64_t, StoreError> bytesToCome(const FetchPolicy &policy) const override
    {
        return m_inner->bytesToCome(policy);
    }
    Result<QList<DocumentId>, StoreError> putChunks(const QList<QByteArray> &chunks,
                                                    const QList<DocumentId> &files) override
    {
        return m_inner->putChunks(chunks, files);
    }
    Result<Done, StoreError> postponeFiles(const QList<DocumentId> &files) override
    {
        return m_inner->postponeFiles(files);
    }
    Result<bool, StoreError> hasOldPieces() const override { return m_inner->hasOldPieces(); }
    Result<bool, StoreError> moveOldPieces() override { return m_inner->moveOldPieces(); }
    Result<std::int64_t, StoreError> chunkBytes(const QList<QByteArray> &hashes) const override
    {
        return m_inner->chunkBytes(hashes);
    }
    Result<ChunkSupport, StoreError> chunkSupport() const override
    {
        return m_inner->chunkSupport();
    }
    Result<Done, StoreError> noteChunkSupport(bool supported) override
    {
        return m_inner->noteChunkSupport(supported);
    }
    Result<QList<DocumentId>, StoreError> refused() const override { return m_inner->refused(); }
    Result<OutgoingCounts, StoreError> outgoing() const override { return m_inner->outgoing(); }
    Result<ReplicaCheckpoint, StoreError> checkpoint() const override
    {
        return m_inner->checkpoint();
    }
    Result<std::optional<ReplicaBinding>, StoreError> binding() const override
    {
        return m_inner->binding();
    }
    Result<Done, StoreError> bind(const ReplicaBinding &binding) override
    {
        return m_inner->bind(binding);
    }
    Result<QByteArray, StoreError> deviceId() const override { return m_inner->deviceId(); }
    Result<QByteArray, StoreError> remembered(const QString &name) const override
    {
        return m_inner->remembered(name);
    }
    Result<QList<SyncQuestion>, StoreError> questions() const override
    {
        return m_inner->questions();
    }
    Result<QList<DocumentId>, StoreError> questioned(SyncQuestion::Kind kind) const override
    {
        return m_inner->questioned(kind);
    }
    Result<QList<DocumentId>, StoreError> transact(const Step &step) override;
    Result<QList<Known>, StoreError> known(const DocumentId &after, int limit) const override
    {
        return m_inner->known(after, limit);
    }

private:
    class Transaction;

    std::unique_ptr<ReplicaStore> m_inner;
    int m_failIn = 0;
};
