#include "sync/syncround.h"

#include "sync/foundpushes.h"
#include "sync/push.h"
#include "sync/reconcile.h"
#include "sync/replicamemory.h"
#include "sync/synctuning.h"

SyncRound::SyncRound(Options options)
    : m_options(std::move(options))
    , m_calls(m_options.parts, m_report)
    , m_guard(m_calls)
    , m_files(m_calls)
{}

RoundReport SyncRound::run()
{
    auto ended = exchange();
    if (ended.ok())
        ended = withdrawQuestion();
    if (!ended.ok())
        m_report.error = ended.error();
    return m_report;
}

Result<Done, SyncError> SyncRound::withdrawQuestion()
{
    // A round went through: somebody else filled the canister, or its old state is back.
    const auto asked = m_calls.store().remembered(replicamemory::asksToFill());
    if (!asked.ok())
        return localError(asked.error());
    if (asked.value().isEmpty() || !m_report.complete)
        return Done{};
    return m_calls.transact([](ReplicaTransaction &transaction, RoundReport &) {
        return transaction.remember(replicamemory::asksToFill(), {});
    });
}

Result<Done, SyncError> SyncRound::exchange()
{
    if (auto account = checkAccount(); !account.ok())
        return account;
    const auto head = m_calls.head();
    if (!head.ok())
        return head.error();
    const std::uint16_t protocol = head.value().protocol;
    if (protocol < synctuning::kProtocol)
        return SyncError{
            SyncError::Kind::Protocol, QStringLiteral("protocol %1").arg(protocol), {}};
    // Only now: an id that was mistyped must not bind the profile.
    if (auto bound = m_calls.store().bind(m_options.account); !bound.ok())
        return localError(bound.error());

    if (auto settled = settleFoundPushes(m_calls); !settled.ok())
        return settled;
    const auto upToDate = isUpToDate(head.value());
    if (!upToDate.ok())
        return upToDate.error();
    if (protocol > synctuning::kProtocol)
        return readOnly(upToDate.value());
    m_mustPull = !upToDate.value();
    if (auto released = m_guard.releaseRestored(); !released.ok())
        return released;
    if (auto moved = m_files.moveOldPieces(); !moved.ok())
        return moved;
    const auto pending = hasPendingRows();
    if (!pending.ok())
        return pending.error();
    if (m_mustPull || pending.value()) {
        if (auto turned = turns(); !turned.ok())
            return turned;
    }
    return transfers();
}

/// After the notes, and never in their way: between two calls with attachments the person's newest
/// edit goes out, and every few calls the others' come in.
Result<Done, SyncError> SyncRound::transfers()
{
    for (int calls = 1;; ++calls) {
        const auto step = m_files.step();
        if (!step.ok())
            return step.error();
        if (step.value().resync) {
            if (auto resynced = resyncFromPush(*step.value().resync); !resynced.ok())
                return resynced;
        }
        if (!step.value().moved)
            break;
        if (auto looked = lookAtRows(calls); !looked.ok())
            return looked;
    }
    auto finished = isFinished();
    if (finished.ok() && !finished.value()) {
        if (auto turned = turns(); !turned.ok())
            return turned;
        finished = isFinished();
    }
    const auto waiting = m_calls.store().hasPending();
    if (!finished.ok() || !waiting.ok())
        return finished.ok() ? localError(waiting.error()) : finished.error();
    m_report.complete = finished.value() && !waiting.value();
    return Done{};
}

Result<Done, SyncError> SyncRound::lookAtRows(int calls)
{
    if (calls % synctuning::kFileCallsPerLook == 0) {
        const auto head = m_calls.head();
        if (!head.ok())
            return head.error();
        const auto upToDate = isUpToDate(head.value());
        if (!upToDate.ok())
            return upToDate.error();
        m_mustPull = !upToDate.value();
    }
    const auto pending = hasPendingRows();
    if (!pending.ok())
        return pending.error();
    return m_mustPull || pending.value() ? turns() : Result<Done, SyncError>(Done{});
}

Result<Done, SyncError> SyncRound::readOnly(bool upToDate)
{
    // What a newer canister answers is either understood or an error; what it makes of rows that
    // this version writes is not known (S122).
    for (bool more = !upToDate; more;) {
        const auto pulled = pullPages(m_calls, m_guard);
        if (!pulled.ok())
            return pulled.error();
        more = pulled.value().more && !pulled.value().resync;
    }
    return SyncError{SyncError::Kind::NewerProtocol, QStringLiteral("this version speaks 1"), {}};
}

Result<Done, SyncError> SyncRound::checkAccount()
{
    const auto binding = m_calls.store().binding();
    if (!binding.ok())
        return localError(binding.error());
    if (binding.value() && *binding.value() != m_options.account)
        return SyncError{SyncError::Kind::OtherAccount,
                         QStringLiteral("bound to %1 on %2")
                             .arg(binding.value()->principal, binding.value()->canister),
                         {}};
    return Done{};
}

Result<bool, SyncError> SyncRound::isUpToDate(const master::Head &head)
{
    const auto checkpoint = m_calls.checkpoint();
    if (!checkpoint.ok())
        return checkpoint.error();
    const ReplicaCheckpoint &known = checkpoint.value();
    m_calls.learnPosition(known.proofPosition);
    return known.epoch == head.epoch && known.cursor == head.proof.position
           && known.proofPosition == head.proof.position && known.proofToken == head.proof.token;
}

Result<bool, SyncError> SyncRound::hasPendingRows()
{
    const auto pending = m_calls.store().hasPendingRows();
    if (!pending.ok())
        return localError(pending.error());
    return pending.value();
}

Result<Done, SyncError> SyncRound::turns()
{
    PushTurn push(m_calls);
    int quietTurns = 0;
    while (quietTurns < synctuning::kQuietTurns) {
        const auto more = pullTurn();
        if (!more.ok())
            return more.error();
        if (auto held = m_guard.holdOwn(); !held.ok())
            return held;
        const auto pushed = push.run();
        if (!pushed.ok())
            return pushed.error();
        if (pushed.value().resync) {
            if (auto resynced = resyncFromPush(*pushed.value().resync); !resynced.ok())
                return resynced;
        }
        if (more.value())
            continue;
        ++quietTurns;
        const auto finished = isFinished();
        if (!finished.ok())
            return finished.error();
        if (finished.value())
            break;
    }
    return Done{};
}

Result<bool, SyncError> SyncRound::pullTurn()
{
    const auto checkpoint = m_calls.checkpoint();
    if (!checkpoint.ok())
        return checkpoint.error();
    if (!m_mustPull && checkpoint.value().cursor == m_calls.knownPosition())
        return false;
    m_mustPull = false;
    const auto pulled = pullPages(m_calls, m_guard);
    if (!pulled.ok())
        return pulled.error();
    if (!pulled.value().resync)
        return pulled.value().more;
    if (auto resynced = resyncFromQuery(*pulled.value().resync); !resynced.ok())
        return resynced.error();
    return true;
}

Result<Done, SyncError> SyncRound::resyncFromQuery(master::ResyncReason claimed)
{
    const bool mayLag = claimed == master::ResyncReason::Ahead;
    if (mayLag && m_staleAnswers < synctuning::kStaleRetries) {
        ++m_staleAnswers;
        m_mustPull = true;
        return Done{}; // another node answers the next turn's query
    }
    const auto confirmed = confirmResync(m_calls, claimed);
    if (!confirmed.ok())
        return confirmed.error();
    if (confirmed.value())
        return countedReconcile(*confirmed.value());
    return SyncError{SyncError::Kind::Busy, QStringLiteral("pull: a node lags"), {}};
}

Result<Done, SyncError> SyncRound::resyncFromPush(master::ResyncReason reason)
{
    const auto head = m_calls.headReplicated();
    if (!head.ok())
        return head.error();
    return countedReconcile({reason, head.value()});
}

Result<Done, SyncError> SyncRound::countedReconcile(const ConfirmedResync &resync)
{
    if (m_report.resyncs >= synctuning::kResyncsPerRound)
        return SyncError{
            SyncError::Kind::Busy, QStringLiteral("the canister keeps changing its history"), {}};
    return reconcile(m_calls, resync);
}

Result<bool, SyncError> SyncRound::isFinished()
{
    const auto checkpoint = m_calls.checkpoint();
    if (!checkpoint.ok())
        return checkpoint.error();
    const auto pending = hasPendingRows();
    if (!pending.ok())
        return pending.error();
    return !pending.value() && checkpoint.value().cursor >= m_calls.knownPosition();
}
