#include "tests/support/failingreplica.h"

class FailingReplica::Transaction final : public ReplicaTransaction
{
public:
    Transaction(ReplicaTransaction &inner, int &failIn)
        : m_inner(inner)
        , m_failIn(failIn)
    {}

    Result<std::optional<ReplicaRow>, StoreError> row(const DocumentId &id) override
    {
        return m_inner.row(id);
    }
    Result<Done, StoreError> putClean(const DocumentId &id,
                                      const BaseState &master,
                                      RowOrigin origin,
                                      const QString &device) override
    {
        return counted([&] { return m_inner.putClean(id, master, origin, device); });
    }
    Result<Done, StoreError> putDirty(const DocumentId &id,
                                      const RowState &state,
                                      const std::optional<BaseState> &base,
                                      RowOrigin origin,
                                      const QString &device) override
    {
        return counted([&] { return m_inner.putDirty(id, state, base, origin, device); });
    }
    Result<Done, StoreError> setBase(const DocumentId &id,
                                     const std::optional<BaseState> &base) override
    {
        return counted([&] { return m_inner.setBase(id, base); });
    }
    Result<Done, StoreError>
    acknowledge(const DocumentId &id, const BaseState &base, std::uint64_t ifCounter) override
    {
        return counted([&] { return m_inner.acknowledge(id, base, ifCounter); });
    }
    Result<Done, StoreError> recordSent(const DocumentId &id, const SentState &sent) override
    {
        return counted([&] { return m_inner.recordSent(id, sent); });
    }
    Result<Done, StoreError> dropSent(const DocumentId &id) override
    {
        return counted([&] { return m_inner.dropSent(id); });
    }
    Result<Done, StoreError> openConflict(const DocumentId &id,
                                          const ConflictRecord &record) override
    {
        return counted([&] { return m_inner.openConflict(id, record); });
    }
    Result<Done, StoreError> settleConflict(const DocumentId &id, ConflictSide side) override
    {
        return counted([&] { return m_inner.settleConflict(id, side); });
    }
    Result<std::optional<ConflictRecord>, StoreError> conflict(const DocumentId &id) override
    {
        return m_inner.conflict(id);
    }
    Result<Done, StoreError> remember(const QString &name, const QByteArray &value) override
    {
        return counted([&] { return m_inner.remember(name, value); });
    }
    Result<Done, StoreError> renewDeviceId() override
    {
        return counted([&] { return m_inner.renewDeviceId(); });
    }
    Result<QList<ReplicaRow>, StoreError> notebooks() override { return m_inner.notebooks(); }
    Result<int, StoreError> documents() override { return m_inner.documents(); }
    Result<Done, StoreError> refuse(const DocumentId &id, const QString &code) override
    {
        return counted([&] { return m_inner.refuse(id, code); });
    }
    Result<Done, StoreError> forget(const DocumentId &id) override
    {
        return counted([&] { return m_inner.forget(id); });
    }
    Result<Done, StoreError>
    note(const DocumentId &id, const QString &event, const QString &device) override
    {
        return counted([&] { return m_inner.note(id, event, device); });
    }
    Result<Done, StoreError> setCheckpoint(const ReplicaCheckpoint &checkpoint) override
    {
        return counted([&] { return m_inner.setCheckpoint(checkpoint); });
    }

private:
    template <typename Write>
    Result<Done, StoreError> counted(const Write &write)
    {
        if (m_failIn > 0 && --m_failIn == 0)
            return StoreError{StoreError::Kind::DiskFull, QStringLiteral("scripted")};
        return write();
    }

    ReplicaTransaction &m_inner;
    int &m_failIn;
};

Result<QList<DocumentId>, StoreError> FailingReplica::transact(const Step &step)
{
    return m_inner->transact([&](ReplicaTransaction &inner) {
        Transaction transaction(inner, m_failIn);
        return step(transaction);
    });
}
