#include "sync/syncworker.h"

#include "sync/presence.h"
#include "sync/questions.h"
#include "sync/replicamemory.h"
#include "sync/syncround.h"
#include "sync/syncwords.h"

#include <QMetaEnum>
#include <QTimer>

namespace {

/// After a save: long enough for the next keystroke's save to join, short enough to feel at once.
constexpr std::chrono::milliseconds kSoon{700};

/// The end of the last complete round is written that often while nothing moves.
constexpr std::int64_t kKeepLastSyncedMs = 300'000;

QString lineOf(const RoundReport &report)
{
    if (report.error) {
        const char *kind =
            QMetaEnum::fromType<SyncError::Kind>().valueToKey(static_cast<int>(report.error->kind));
        return QStringLiteral("round ended: %1: %2").arg(QLatin1String(kind), report.error->detail);
    }
    return QStringLiteral("round: sent %1, received %2, merged %3, refused %4, conflicts %5,"
                          " compared %6; %7 queries, %8 updates, bytes up %9, down %10")
        .arg(report.pushed)
        .arg(report.pulled)
        .arg(report.merged)
        .arg(report.refused)
        .arg(report.conflicts.size())
        .arg(report.resyncs)
        .arg(report.queries)
        .arg(report.updates)
        .arg(report.bytesSent)
        .arg(report.bytesReceived);
}

bool moved(const RoundReport &report)
{
    return report.pushed + report.pulled + report.merged + report.refused + report.resyncs > 0;
}

QDateTime toDateTime(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), Qt::UTC);
}

} // namespace

SyncWorker::SyncWorker(Dependencies dependencies)
    : m_dependencies(std::move(dependencies))
    , m_retry(m_dependencies.random)
    , m_schedule(m_dependencies.poll, m_dependencies.random)
{}

SyncWorker::~SyncWorker() = default;

void SyncWorker::start()
{
    auto store = m_dependencies.openStore();
    if (store.ok())
        m_store = std::move(store).value();
    else
        m_error = SyncError{SyncError::Kind::Local, store.error().detail, {}};
    readMemory();
    if (m_dependencies.tick.count() > 0) {
        m_timer = new QTimer(this);
        connect(m_timer, &QTimer::timeout, this, &SyncWorker::tick);
        m_timer->start(m_dependencies.tick);
        m_soon = new QTimer(this);
        m_soon->setSingleShot(true);
        connect(m_soon, &QTimer::timeout, this, &SyncWorker::tick);
    }
    publish();
    tick();
}

void SyncWorker::stop()
{
    m_ending.store(true);
    delete std::exchange(m_timer, nullptr);
    delete std::exchange(m_soon, nullptr);
    closeMaster();
    if (m_store && m_lastSynced != m_lastSyncedKept)
        remember(replicamemory::lastSynced(), QByteArray::number(m_lastSynced.toMSecsSinceEpoch()));
    m_store.reset();
}

void SyncWorker::cancel()
{
    m_cancelled.store(true);
    const std::lock_guard lock(m_masterMutex);
    if (m_master)
        m_master->cancel();
}

void SyncWorker::cancelForever()
{
    m_ending.store(true);
    cancel();
}

void SyncWorker::setAccount(const SyncAccount &account)
{
    closeMaster();
    m_account = account;
    m_error.reset();
    m_complete = false;
    m_cycles = CyclesMark::Enough;
    m_retry.reset();
    m_schedule.makeDue();
    publish();
    tick();
}

void SyncWorker::setOnlineAllowed(bool allowed)
{
    m_onlineAllowed = allowed;
    if (allowed)
        noteNetworkReturn();
    else
        publish();
}

void SyncWorker::setAttention(PollSchedule::Attention attention)
{
    m_schedule.setAttention(attention, m_dependencies.clock.monotonic());
}

void SyncWorker::setPollIntervals(const PollIntervals &intervals)
{
    m_schedule.setIntervals(intervals);
}

void SyncWorker::setFetchPolicy(const FetchPolicy &policy)
{
    m_fetch = policy;
    tick();
}

void SyncWorker::noteLocalChange()
{
    m_schedule.setAttention(PollSchedule::Attention::Active, m_dependencies.clock.monotonic());
    m_schedule.changedHere(m_dependencies.clock.monotonic());
    publish();
    if (m_soon && !m_soon->isActive())
        m_soon->start(kSoon);
}

void SyncWorker::noteNetworkReturn()
{
    m_retry.reset();
    m_schedule.makeDue();
    tick();
}

void SyncWorker::syncNow()
{
    if (!mayRun()) {
        publish();
        return;
    }
    m_retry.reset();
    m_schedule.makeDue();
    if (!isLeader())
        return;
    if (const auto refused = m_store->refused(); refused.ok())
        releaseRefused(refused.value());
    runRound();
}

void SyncWorker::retry(const DocumentId &row)
{
    if (!m_store || m_ending.load() || !isLeader())
        return;
    releaseRefused({row});
    publish();
    m_schedule.makeDue();
    tick();
}

void SyncWorker::answer(SyncQuestion::Kind question, SyncAnswer answer)
{
    if (!m_store || m_ending.load() || !isLeader())
        return;
    const auto changed = questions::answer(*m_store, question, answer);
    if (!changed.ok())
        m_error = SyncError{SyncError::Kind::Local, changed.error().detail, {}};
    else if (!changed.value().isEmpty())
        emit documentsPulled(changed.value());
    publish();
    m_retry.reset();
    m_schedule.makeDue();
    tick();
}

void SyncWorker::tick()
{
    if (!mayRun() || needsPerson())
        return;
    const auto now = m_dependencies.clock.monotonic();
    if (m_schedule.isWaitingAfterFailure(now)) {
        publish();
        return;
    }
    const auto pending = m_store->hasPending();
    const bool isPending = pending.ok() && pending.value();
    if (isPending && !m_schedule.mayPush(now))
        publish(); // a poll would push as well: both wait for the burst to get together
    else if (isPending || m_schedule.isPollDue(now) || isFileWanted())
        runRound();
}

bool SyncWorker::isFileWanted() const
{
    const auto wanted = m_store->isAnyWanted(m_fetch);
    return wanted.ok() && wanted.value();
}

bool SyncWorker::mayRun() const
{
    return m_store && !m_ending.load() && !m_running && m_onlineAllowed && hasAccount();
}

bool SyncWorker::needsPerson() const
{
    return m_error
           && (m_error->kind == SyncError::Kind::SignedOut
               || m_error->kind == SyncError::Kind::OtherAccount);
}

bool SyncWorker::isLeader()
{
    m_lockedElsewhere = m_dependencies.holdSyncLock && !m_dependencies.holdSyncLock();
    if (m_lockedElsewhere)
        publish();
    return !m_lockedElsewhere;
}

void SyncWorker::runRound()
{
    if (!isLeader())
        return;
    m_running = true;
    publish();
    const RoundReport report = exchange();
    m_running = false;
    roundEnded(report);
}

RoundReport SyncWorker::exchange()
{
    Master *master = openMaster();
    if (!master) {
        RoundReport report;
        report.error = SyncError{SyncError::Kind::SignedOut, QStringLiteral("no master"), {}};
        return report;
    }
    // A cancel that came before this round was for an earlier one.
    m_cancelled.store(false);
    master->resume();
    const auto onStored = [this](const QList<DocumentId> &ids) { emit documentsPulled(ids); };
    const auto onProgress = [this](const TransferProgress &progress) {
        m_files = progress;
        publish();
    };
    m_files = {};
    SyncRound round(
        {{*master, *m_store, m_account.deviceName, m_cancelled, onStored, m_fetch, onProgress},
         m_account.binding});
    RoundReport report = round.run();
    if (report.complete && !report.error)
        tellPresence(*master, report);
    return report;
}

void SyncWorker::tellPresence(Master &master, RoundReport &report)
{
    const std::int64_t now = toMilliseconds(m_dependencies.clock.now());
    m_seenByPush = m_seenByPush || report.pushed > 0;
    constexpr auto kEvery = std::chrono::milliseconds(synctuning::kPresence).count();
    if (now >= m_presenceAt && now - m_presenceAt < kEvery)
        return;
    RoundReport told;
    RoundCalls calls({master, *m_store, m_account.deviceName, m_cancelled, {}}, told);
    const auto done = keepPresence(calls, m_seenByPush);
    report.queries += told.queries;
    report.updates += told.updates;
    // Best effort: a failure is not the round's, and the canister waits for half a year.
    if (!done.ok() && done.error().isRetryable())
        return;
    m_seenByPush = false;
    m_presenceAt = now;
    remember(replicamemory::lastCheckin(), QByteArray::number(qlonglong{now}));
}

void SyncWorker::roundEnded(const RoundReport &report)
{
    const auto now = m_dependencies.clock.monotonic();
    m_complete = report.complete && !report.error;
    m_error = report.error;
    if (report.cycles)
        m_cycles = *report.cycles;
    if (report.error) {
        m_schedule.roundFailed(now, m_retry.failed(*report.error));
    } else {
        m_retry.reset();
        m_schedule.roundSucceeded(now, report.pulled > 0);
        if (m_complete)
            keepLastSynced(report);
    }
    logRound(report);
    if (report.pushed > 0)
        m_schedule.pushed(now);
    if (!report.conflicts.isEmpty())
        emit conflictsOpened(report.conflicts);
    publish();
    emit roundFinished(report);
}

void SyncWorker::releaseRefused(const QList<DocumentId> &rows)
{
    if (rows.isEmpty())
        return;
    const auto released =
        m_store->transact([&](ReplicaTransaction &transaction) -> Result<Done, StoreError> {
            for (const DocumentId &id : rows) {
                if (auto one = transaction.refuse(id, {}); !one.ok())
                    return one;
            }
            return Done{};
        });
    if (!released.ok())
        m_error = SyncError{SyncError::Kind::Local, released.error().detail, {}};
}

void SyncWorker::readMemory()
{
    if (!m_store)
        return;
    const auto kept = m_store->remembered(replicamemory::lastSynced());
    if (const auto told = m_store->remembered(replicamemory::lastCheckin()); told.ok())
        m_presenceAt = told.value().toLongLong();
    if (!kept.ok() || kept.value().isEmpty())
        return;
    m_lastSynced = QDateTime::fromMSecsSinceEpoch(kept.value().toLongLong(), Qt::UTC);
    m_lastSyncedKept = m_lastSynced;
}

bool SyncWorker::remember(const QString &name, const QByteArray &value)
{
    return m_store
        ->transact(
            [&](ReplicaTransaction &transaction) { return transaction.remember(name, value); })
        .ok();
}

void SyncWorker::keepLastSynced(const RoundReport &report)
{
    m_lastSynced = toDateTime(m_dependencies.clock.now());
    const bool isOld = !m_lastSyncedKept.isValid()
                       || std::abs(m_lastSyncedKept.msecsTo(m_lastSynced)) > kKeepLastSyncedMs;
    if (!isOld && !moved(report))
        return;
    if (remember(replicamemory::lastSynced(), QByteArray::number(m_lastSynced.toMSecsSinceEpoch())))
        m_lastSyncedKept = m_lastSynced;
}

void SyncWorker::logRound(const RoundReport &report)
{
    const QString line = lineOf(report);
    const bool isNews = report.error ? line != m_lastLogged : moved(report);
    m_lastLogged = report.error ? line : QString();
    if (!isNews)
        return;
    const auto logged = m_store->transact(
        [&](ReplicaTransaction &transaction) { return transaction.note({}, line, {}); });
    if (!logged.ok() && !m_error)
        m_error = SyncError{SyncError::Kind::Local, logged.error().detail, {}};
}

Master *SyncWorker::openMaster()
{
    const std::lock_guard lock(m_masterMutex);
    const bool opened = !m_master;
    if (opened && m_account.openMaster)
        m_master = m_account.openMaster();
    if (m_master && m_store && opened)
        m_master->setMemory(m_store->networkMemory());
    return m_master.get();
}

void SyncWorker::closeMaster()
{
    const std::lock_guard lock(m_masterMutex);
    m_master.reset();
}

void SyncWorker::publish()
{
    const SyncStatus status = statusNow();
    if (m_everPublished && status == m_published)
        return;
    m_everPublished = true;
    m_published = status;
    emit statusChanged(status);
}

SyncStatus SyncWorker::statusNow() const
{
    OutgoingCounts counts;
    if (m_store) {
        if (const auto outgoing = m_store->outgoing(); outgoing.ok())
            counts = outgoing.value();
    }
    SyncStatus status;
    if (m_store) {
        if (auto open = questions::open(*m_store); open.ok())
            status.questions = std::move(open).value();
    }
    status.pending = counts.pending;
    status.conflicts = counts.conflicts;
    status.refused = counts.refused;
    status.cycles = m_cycles;
    status.lastSynced = m_lastSynced;
    status.files = m_running ? m_files : TransferProgress();
    status.state = quietState(counts);
    const bool asks = !status.questions.isEmpty() && !m_running
                      && (!m_error || m_error->kind == SyncError::Kind::NeedsAnswer);
    if (asks && hasAccount() && m_onlineAllowed)
        status.state = SyncStatus::State::Problem;
    if (asks)
        status.message = syncwords::question(status.questions.first());
    else if (status.state == SyncStatus::State::Problem && !m_error)
        status.message = syncwords::attention(counts);
    else if (m_lockedElsewhere)
        status.message = syncwords::lockedElsewhere();
    else if (m_error && m_onlineAllowed && !m_running)
        status.message = m_error->userMessage();
    const auto now = m_dependencies.clock.monotonic();
    if (m_schedule.isWaitingAfterFailure(now) && mayRun() && !needsPerson()) {
        status.nextTry = toDateTime(m_dependencies.clock.now()
                                    + std::chrono::nanoseconds(*m_schedule.retryAt() - now));
    }
    return status;
}

SyncStatus::State SyncWorker::quietState(const OutgoingCounts &counts) const
{
    using State = SyncStatus::State;
    if (!m_store && m_error)
        return State::Problem;
    if (!hasAccount())
        return State::LocalOnly;
    if (!m_onlineAllowed)
        return State::WorkingOffline;
    if (m_running)
        return State::Syncing;
    if (m_error)
        return syncwords::stateAfter(m_error->kind);
    if (counts.refused > 0 || counts.conflicts > 0)
        return State::Problem;
    return m_complete && counts.pending == 0 ? State::Synced : State::Waiting;
}
