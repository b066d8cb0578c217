#pragma once

#include "model/store/profilestore.h"
#include "model/store/replicastore.h"
#include "model/store/rowwriter.h"
#include "model/store/sqliteconnection.h"

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

private:
    SqliteConnection &fresh() const;
    QByteArray factNow(const QString &name) const;
    void takeOrCheckFence();

    std::unique_ptr<SqliteConnection> m_connection;
    const Clock &m_clock;
    Random &m_random;
    QByteArray m_machine;
    std::int64_t m_fence = 0; ///< 0: nothing written yet.
};
