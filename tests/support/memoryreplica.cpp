#include "tests/support/memoryreplica.h"

#include <QCryptographicHash>

namespace {

bool isSendable(const MemoryReplica::Row &entry)
{
    return entry.row.dirty && !entry.row.conflicted && entry.row.refusedCode.isEmpty();
}

} // namespace

class MemoryReplica::Transaction final : public ReplicaTransaction
{
public:
    Transaction(MemoryReplica &replica, QList<DocumentId> &changed)
        : m_replica(replica)
        , m_changed(changed)
    {}

    Result<std::optional<ReplicaRow>, StoreError> row(const DocumentId &id) override
    {
        const auto found = m_replica.m_state.rows.constFind(id);
        if (found == m_replica.m_state.rows.constEnd())
            return std::optional<ReplicaRow>();
        return std::optional(found->row);
    }

    Result<Done, StoreError>
    putClean(const DocumentId &id, const BaseState &master, RowOrigin, const QString &) override
    {
        return write(id, [&](Row &entry) {
            const std::uint64_t counter = entry.row.changeCounter;
            entry = {};
            entry.row.id = id;
            entry.row.state = master.state;
            entry.row.base = master;
            entry.row.changeCounter = counter + 1;
        });
    }

    Result<Done, StoreError> putDirty(const DocumentId &id,
                                      const RowState &state,
                                      const std::optional<BaseState> &base,
                                      RowOrigin,
                                      const QString &) override
    {
        return write(id, [&](Row &entry) {
            entry.row.id = id;
            entry.row.state = state;
            entry.row.base = base;
            entry.row.dirty = true;
            entry.row.conflicted = false;
            entry.row.refusedCode.clear();
            ++entry.row.changeCounter;
            entry.conflict.reset();
        });
    }

    Result<Done, StoreError> setBase(const DocumentId &id,
                                     const std::optional<BaseState> &base) override
    {
        return write(id, [&](Row &entry) { entry.row.base = base; });
    }

    Result<Done, StoreError>
    acknowledge(const DocumentId &id, const BaseState &base, std::uint64_t ifCounter) override
    {
        return write(id, [&](Row &entry) {
            entry.row.base = base;
            if (entry.row.changeCounter != ifCounter)
                return;
            entry.row.dirty = false;
            entry.row.sent.clear();
        });
    }

    Result<Done, StoreError> recordSent(const DocumentId &id, const SentState &sent) override
    {
        return write(id, [&](Row &entry) { entry.row.sent.append(sent); });
    }

    Result<Done, StoreError> dropSent(const DocumentId &id) override
    {
        return write(id, [&](Row &entry) { entry.row.sent.clear(); });
    }

    Result<Done, StoreError> openConflict(const DocumentId &id,
                                          const ConflictRecord &record) override
    {
        return write(id, [&](Row &entry) {
            entry.row.conflicted = true;
            entry.conflict = record;
        });
    }

    Result<Done, StoreError> settleConflict(const DocumentId &id, ConflictSide side) override
    {
        const auto found = m_replica.m_state.rows.constFind(id);
        if (found == m_replica.m_state.rows.constEnd() || !found->conflict)
            return StoreError{StoreError::Kind::NotFound, id.text()};
        const BaseState master = found->conflict->master;
        const bool forgotten = master.revision.isEmpty();
        if (side == ConflictSide::Mine)
            return putDirty(id,
                            RowState(found->row.state),
                            forgotten ? std::nullopt : std::optional(master),
                            RowOrigin::Merged,
                            {});
        return forgotten ? forget(id) : putClean(id, master, RowOrigin::Pulled, {});
    }

    Result<std::optional<ConflictRecord>, StoreError> conflict(const DocumentId &id) override
    {
        const auto found = m_replica.m_state.rows.constFind(id);
        return found == m_replica.m_state.rows.constEnd() ? std::optional<ConflictRecord>()
                                                          : found->conflict;
    }

    Result<Done, StoreError> remember(const QString &name, const QByteArray &value) override
    {
        if (auto failed = countWrite(); !failed.ok())
            return failed;
        m_replica.m_state.memory[name] = value;
        return Done{};
    }

    Result<Done, StoreError> renewDeviceId() override
    {
        m_replica.m_deviceId =
            QCryptographicHash::hash(m_replica.m_deviceId, QCryptographicHash::Md5);
        return Done{};
    }

    Result<QList<ReplicaRow>, StoreError> notebooks() override
    {
        QList<ReplicaRow> found;
        for (const Row &entry : std::as_const(m_replica.m_state.rows)) {
            if (entry.row.state.kind == QLatin1String("notebook") && !entry.row.state.deleted)
                found.append(entry.row);
        }
        return found;
    }

    Result<int, StoreError> documents() override
    {
        const auto &rows = m_replica.m_state.rows;
        return static_cast<int>(std::count_if(
            rows.begin(), rows.end(), [](const Row &entry) { return !entry.row.state.deleted; }));
    }

    Result<Done, StoreError> refuse(const DocumentId &id, const QString &code) override
    {
        return write(id, [&](Row &entry) { entry.row.refusedCode = code; });
    }

    Result<Done, StoreError> forget(const DocumentId &id) override
    {
        auto done = write(id, [&](Row &entry) {
            if (!entry.row.state.deleted)
                m_replica.m_state.trash.append(entry.row.state);
        });
        m_replica.m_state.rows.remove(id);
        return done;
    }

    Result<Done, StoreError> note(const DocumentId &, const QString &, const QString &) override
    {
        return Done{};
    }

    Result<Done, StoreError> setCheckpoint(const ReplicaCheckpoint &checkpoint) override
    {
        if (auto failed = countWrite(); !failed.ok())
            return failed;
        m_replica.m_state.checkpoint = checkpoint;
        return Done{};
    }

private:
    template <typename Change>
    Result<Done, StoreError> write(const DocumentId &id, const Change &change)
    {
        if (auto failed = countWrite(); !failed.ok())
            return failed;
        change(m_replica.m_state.rows[id]);
        if (!m_changed.contains(id))
            m_changed.append(id);
        return Done{};
    }

    Result<Done, StoreError> countWrite()
    {
        ++m_replica.m_writes;
        if (m_replica.m_failIn > 0 && --m_replica.m_failIn == 0)
            return StoreError{StoreError::Kind::Io, QStringLiteral("scripted")};
        return Done{};
    }

    MemoryReplica &m_replica;
    QList<DocumentId> &m_changed;
};

MemoryReplica::MemoryReplica(const Clock &clock, const QString &device)
    : m_clock(clock)
    , m_deviceId(QCryptographicHash::hash(device.toUtf8(), QCryptographicHash::Md5))
{}

void MemoryReplica::write(const DocumentId &id, const RowState &state)
{
    Row &entry = m_state.rows[id];
    entry.row.id = id;
    entry.row.state = state;
    entry.row.dirty = true;
    entry.row.refusedCode.clear();
    ++entry.row.changeCounter;
    entry.row.modifiedAtMs = toMilliseconds(m_clock.now());
}

void MemoryReplica::remove(const DocumentId &id)
{
    RowState state;
    state.kind = m_state.rows[id].row.state.kind;
    state.deleted = true;
    write(id, state);
}

void MemoryReplica::resolve(const DocumentId &id, const RowState &result)
{
    Row &entry = m_state.rows[id];
    const BaseState master = entry.conflict->master;
    write(id, result);
    entry.row.base = master.revision.isEmpty() ? std::nullopt : std::optional(master);
    entry.row.conflicted = false;
    entry.row.dirty = result != master.state;
    entry.conflict.reset();
}

Result<bool, StoreError> MemoryReplica::hasPending() const
{
    return std::any_of(m_state.rows.begin(), m_state.rows.end(), isSendable);
}

Result<QList<ReplicaRow>, StoreError> MemoryReplica::pending(int maxRows, qint64 maxBytes) const
{
    QList<ReplicaRow> rows;
    qint64 bytes = 0;
    for (const Row &entry : m_state.rows) {
        if (!isSendable(entry))
            continue;
        bytes += entry.row.state.body.size();
        if (rows.size() == maxRows || (bytes > maxBytes && !rows.isEmpty()))
            break;
        rows.append(entry.row);
    }
    return rows;
}

Result<QList<DocumentId>, StoreError> MemoryReplica::pendingRemovals() const
{
    QList<DocumentId> ids;
    for (const Row &entry : m_state.rows) {
        if (isSendable(entry) && entry.row.base && entry.row.state.deleted)
            ids.append(entry.row.id);
    }
    return ids;
}

Result<QList<DocumentId>, StoreError> MemoryReplica::refused() const
{
    QList<DocumentId> ids;
    for (const Row &entry : m_state.rows) {
        if (!entry.row.refusedCode.isEmpty())
            ids.append(entry.row.id);
    }
    return ids;
}

Result<OutgoingCounts, StoreError> MemoryReplica::outgoing() const
{
    OutgoingCounts counts;
    for (const Row &entry : m_state.rows) {
        counts.pending += entry.row.dirty ? 1 : 0;
        counts.conflicts += entry.row.conflicted ? 1 : 0;
        counts.refused += entry.row.refusedCode.isEmpty() ? 0 : 1;
    }
    return counts;
}

Result<ReplicaCheckpoint, StoreError> MemoryReplica::checkpoint() const
{
    return m_state.checkpoint;
}

Result<std::optional<ReplicaBinding>, StoreError> MemoryReplica::binding() const
{
    return m_binding;
}

Result<Done, StoreError> MemoryReplica::bind(const ReplicaBinding &binding)
{
    m_binding = binding;
    return Done{};
}

Result<QByteArray, StoreError> MemoryReplica::deviceId() const
{
    return m_deviceId;
}

Result<QByteArray, StoreError> MemoryReplica::remembered(const QString &name) const
{
    return m_state.memory.value(name);
}

Result<QList<SyncQuestion>, StoreError> MemoryReplica::questions() const
{
    QMap<SyncQuestion::Kind, SyncQuestion> found;
    for (const Row &entry : m_state.rows) {
        if (!entry.conflict || !entry.conflict->question)
            continue;
        SyncQuestion &question = found[*entry.conflict->question];
        question.kind = *entry.conflict->question;
        ++question.documents;
    }
    return found.values();
}

Result<QList<DocumentId>, StoreError> MemoryReplica::questioned(SyncQuestion::Kind kind) const
{
    QList<DocumentId> ids;
    for (const Row &entry : m_state.rows) {
        if (entry.conflict && entry.conflict->question == kind)
            ids.append(entry.row.id);
    }
    return ids;
}

Result<QList<DocumentId>, StoreError> MemoryReplica::transact(const Step &step)
{
    const State before = m_state;
    QList<DocumentId> changed;
    Transaction transaction(*this, changed);
    auto done = step(transaction);
    if (done.ok())
        return changed;
    m_state = before;
    return done.error();
}

Result<QList<ReplicaStore::Known>, StoreError> MemoryReplica::known(const DocumentId &after,
                                                                    int limit) const
{
    QList<Known> rows;
    for (auto at = m_state.rows.upperBound(after); at != m_state.rows.end(); ++at) {
        if (rows.size() == limit)
            break;
        const ReplicaRow &row = at->row;
        rows.append({row.id,
                     row.base ? row.base->revision : QByteArray(),
                     row.base ? row.base->sequence : 0,
                     row.dirty,
                     row.state.deleted,
                     row.id,
                     !row.state.deleted});
    }
    return rows;
}
