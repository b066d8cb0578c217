#pragma once

#include "model/base/cyclesmark.h"
#include "model/base/syncquestion.h"
#include "model/base/transferprogress.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

/// What the sync worker tells the window: always true, always in one of these words.
struct SyncStatus
{
    enum class State {
        LocalOnly, ///< Nobody signed in: everything works, nothing travels.
        WorkingOffline, ///< The person chose to.
        Offline, ///< The canister cannot be reached; tried again by itself.
        Waiting, ///< Reachable; changes will travel at the next round.
        Syncing, ///< A round is running.
        Synced, ///< Everything here is on the canister, and all of its changes are here.
        SignInNeeded, ///< The permission to sync ended.
        Problem, ///< Needs the person or the canister's owner; `message` says what to do.
    };

    State state = State::LocalOnly;
    QString message; ///< Translated sentence; empty where the state says it all.
    int pending = 0; ///< Rows with changes that the canister has not acknowledged.
    int conflicts = 0; ///< Open conflicts.
    int refused = 0; ///< Rows that the canister refused, kept here.
    CyclesMark cycles = CyclesMark::Enough; ///< As the canister said last.
    QList<SyncQuestion> questions; ///< What waits for an answer of the person.
    QDateTime lastSynced; ///< End of the last complete round; invalid if there was none. Kept over
                          ///< restarts.
    TransferProgress files; ///< Attachments of the running round.
    QDateTime nextTry; ///< When a failed round is tried again; invalid if none waits.

    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};
Q_DECLARE_METATYPE(SyncStatus)
