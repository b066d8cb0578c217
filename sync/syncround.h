#pragma once

#include "sync/filetransfer.h"
#include "sync/removals.h"
#include "sync/roundcalls.h"

struct ConfirmedResync;

/// One complete exchange with the master: head, pull, push, until both sides hold the same.
///
/// Pure logic over its parts: no thread, no timer, no clock. Every step that was committed counts,
/// so a round may end at any point, by an error, a cancel or a crash, and the next one goes on from
/// there. docs/protocol.md explains the order.
class SyncRound
{
public:
    struct Options
    {
        RoundCalls::Parts parts;
        ReplicaBinding account; ///< Whose rows these are. Another profile's never travel.
    };
    explicit SyncRound(Options options);

    /// Blocks until the round ended; errors are in the report. Once per instance.
    RoundReport run();

private:
    Result<Done, SyncError> exchange();
    Result<Done, SyncError> checkAccount();
    Result<bool, SyncError> isUpToDate(const master::Head &head);
    Result<bool, SyncError> hasPendingRows(); ///< That can go without an upload.
    Result<Done, SyncError> readOnly(bool upToDate);
    Result<Done, SyncError> turns();
    Result<bool, SyncError> pullTurn();
    Result<Done, SyncError> resyncFromQuery(master::ResyncReason claimed);
    Result<Done, SyncError> resyncFromPush(master::ResyncReason reason);
    Result<Done, SyncError> countedReconcile(const ConfirmedResync &resync);
    Result<bool, SyncError> isFinished();
    Result<Done, SyncError> withdrawQuestion();
    Result<Done, SyncError> transfers();
    Result<Done, SyncError> lookAtRows(int calls);

    Options m_options;
    RoundReport m_report;
    RoundCalls m_calls;
    RemovalGuard m_guard;
    FileTransfer m_files;
    bool m_mustPull = false;
    int m_staleAnswers = 0;
};
