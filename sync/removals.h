#pragma once

#include "sync/roundcalls.h"

/// Whether `there` in place of `here` would take a document away: a live row becomes a tombstone,
/// a note or a drawing goes to the trash.
bool isRemoval(const DocumentId &id, const RowState &here, const RowState &there);
/// A note or a drawing that is neither deleted nor in the trash.
bool isKeptDocument(const DocumentId &id, const RowState &state);

/// Whether `removed` of `documents` are so many that a person is asked first (S30).
bool isMassRemoval(int removed, int documents);

/// Stops a round from deleting most of the library, here or on the canister, before the person
/// agreed. What waits is an open conflict that belongs to a question; all else goes on.
class RemovalGuard
{
public:
    explicit RemovalGuard(RoundCalls &calls)
        : m_calls(calls)
    {}

    /// Whether the removals among `rows`, which the step is about to take, have to wait. Once yes,
    /// always yes until the question is answered: a deletion may come in several pages.
    Result<bool, StoreError> holds(ReplicaTransaction &transaction,
                                   const std::vector<master::MasterRow> &rows);

    /// What the person brought back by hand is no longer asked about.
    Result<Done, SyncError> releaseRestored();

    /// Before a push turn: deletions of this device that have to wait are taken out of it.
    Result<Done, SyncError> holdOwn();

private:
    Result<bool, StoreError> isOpen(SyncQuestion::Kind kind);
    Result<Done, StoreError> holdRows(ReplicaTransaction &transaction,
                                      const QList<DocumentId> &rows);

    RoundCalls &m_calls;
    bool m_isHolding = false;
    int m_documents = -1; ///< On this device before the round; -1: not yet counted.
    int m_removed = 0;
};
