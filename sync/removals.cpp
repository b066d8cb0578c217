#include "sync/removals.h"

#include "sync/replicamemory.h"
#include "sync/rowstates.h"
#include "sync/synctuning.h"

namespace {

bool isDocument(const QString &kind)
{
    const DocumentKind known = kindFromName(kind);
    return known == DocumentKind::Note || known == DocumentKind::Drawing;
}

bool isTrashed(const DocumentId &id, const RowState &state)
{
    return documentFromState(id, state).fields.find("trashed") != nullptr;
}

} // namespace

bool isKeptDocument(const DocumentId &id, const RowState &state)
{
    return !state.deleted && isDocument(state.kind) && !isTrashed(id, state);
}

bool isRemoval(const DocumentId &id, const RowState &here, const RowState &there)
{
    if (here.deleted)
        return false;
    if (there.deleted)
        return !isDocument(here.kind) || !isTrashed(id, here);
    return isDocument(there.kind) && isTrashed(id, there) && !isTrashed(id, here);
}

bool isMassRemoval(int removed, int documents)
{
    return removed >= synctuning::kMassRemovalDocuments
           && removed >= synctuning::kMassRemovalShare * documents;
}

Result<bool, StoreError> RemovalGuard::isOpen(SyncQuestion::Kind kind)
{
    const auto rows = m_calls.store().questioned(kind);
    if (!rows.ok())
        return rows.error();
    return !rows.value().isEmpty();
}

Result<bool, StoreError> RemovalGuard::holds(ReplicaTransaction &transaction,
                                             const std::vector<master::MasterRow> &rows)
{
    if (m_documents < 0) {
        const auto open = isOpen(SyncQuestion::Kind::DeletedThere);
        if (!open.ok())
            return open.error();
        m_isHolding = open.value();
        const auto documents = transaction.documents();
        if (!documents.ok())
            return documents.error();
        m_documents = documents.value();
    }
    if (m_isHolding || m_documents < synctuning::kMassRemovalDocuments)
        return m_isHolding;
    for (const master::MasterRow &row : rows) {
        const DocumentId id(row.id);
        if (!isDocument(row.kind) || isKeptDocument(id, rowState(row)))
            continue;
        const auto local = transaction.row(id);
        if (!local.ok())
            return local.error();
        if (local.value() && isKeptDocument(id, local.value()->state))
            ++m_removed;
    }
    m_isHolding = isMassRemoval(m_removed, m_documents);
    return m_isHolding;
}

Result<Done, SyncError> RemovalGuard::releaseRestored()
{
    const auto rows = m_calls.store().questioned(SyncQuestion::Kind::DeletedHere);
    if (!rows.ok())
        return localError(rows.error());
    if (rows.value().isEmpty())
        return Done{};
    return m_calls.transact([&](ReplicaTransaction &transaction,
                                RoundReport &) -> Result<Done, StoreError> {
        for (const DocumentId &id : rows.value()) {
            const auto row = transaction.row(id);
            if (!row.ok())
                return row.error();
            const bool restored = row.value() && row.value()->base
                                  && !isRemoval(id, row.value()->base->state, row.value()->state);
            if (!restored)
                continue;
            if (auto mine = transaction.settleConflict(id, ConflictSide::Mine); !mine.ok())
                return mine;
        }
        return Done{};
    });
}

Result<Done, SyncError> RemovalGuard::holdOwn()
{
    const auto removals = m_calls.store().pendingRemovals();
    if (!removals.ok())
        return localError(removals.error());
    const auto agreed = m_calls.store().remembered(replicamemory::mayDelete());
    if (!agreed.ok())
        return localError(agreed.error());
    if (!agreed.value().isEmpty() && removals.value().isEmpty())
        return m_calls.transact([](ReplicaTransaction &transaction, RoundReport &) {
            return transaction.remember(replicamemory::mayDelete(), {});
        });
    const auto open = isOpen(SyncQuestion::Kind::DeletedHere);
    if (!open.ok())
        return localError(open.error());
    const bool few = removals.value().size() < synctuning::kMassRemovalDocuments;
    if (!agreed.value().isEmpty() || removals.value().isEmpty() || (few && !open.value()))
        return Done{};
    return m_calls.transact([&](ReplicaTransaction &transaction,
                                RoundReport &) -> Result<Done, StoreError> {
        int removed = 0;
        for (const DocumentId &id : removals.value()) {
            const auto row = transaction.row(id);
            if (!row.ok())
                return row.error();
            const bool counts =
                row.value() && row.value()->base && isKeptDocument(id, row.value()->base->state);
            removed += counts ? 1 : 0;
        }
        const auto documents = transaction.documents();
        if (!documents.ok())
            return documents.error();
        if (!open.value() && !isMassRemoval(removed, documents.value() + removed))
            return Done{};
        return holdRows(transaction, removals.value());
    });
}

Result<Done, StoreError> RemovalGuard::holdRows(ReplicaTransaction &transaction,
                                                const QList<DocumentId> &rows)
{
    for (const DocumentId &id : rows) {
        const auto row = transaction.row(id);
        if (!row.ok())
            return row.error();
        if (!row.value() || !row.value()->base
            || !isRemoval(id, row.value()->base->state, row.value()->state))
            continue;
        const auto opened = transaction.openConflict(
            id, {*row.value()->base, {}, 0, SyncQuestion::Kind::DeletedHere});
        if (!opened.ok())
            return opened;
    }
    return Done{};
}
