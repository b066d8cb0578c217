#pragma once

#include "model/base/cyclesmark.h"
#include "model/base/ids.h"
#include "sync/syncerror.h"

#include <QList>
#include <QMetaType>

#include <cstdint>
#include <optional>

/// What one round did: for the status, the log, `sync --once` and tests.
struct RoundReport
{
    int pushed = 0; ///< Rows that the canister has now because of this round.
    int pulled = 0; ///< Rows that changed here.
    int merged = 0; ///< Rows in which both sides' changes were joined.
    int refused = 0; ///< Rows that the canister did not take.
    int resyncs = 0; ///< Comparisons of everything with the canister's manifest.
    QList<DocumentId> conflicts; ///< Rows whose conflict was opened or changed.
    QList<DocumentId> changed; ///< Notes, drawings, notebooks and tags to reload.

    int queries = 0;
    int updates = 0;
    std::int64_t bytesSent = 0; ///< Rows as encoded for the wire, without envelopes.
    std::int64_t bytesReceived = 0; ///< Bodies and ids of rows, without envelopes.

    bool touchesNotebooks = false; ///< Of one step: notebooks have to be looked over.
    std::optional<CyclesMark> cycles; ///< As the canister said at the beginning, if it answered.
    bool complete = false; ///< Everything here is there and everything there is here.
    std::optional<SyncError> error; ///< Why it ended early.

    int calls() const { return queries + updates; }
    /// Adds what a committed step did.
    void add(const RoundReport &step);
};
Q_DECLARE_METATYPE(RoundReport)
