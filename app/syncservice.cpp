#include "app/syncservice.h"

#include "app/canisterconnection.h"
#include "app/logging.h"
#include "app/profile.h"
#include "model/store/profilelock.h"
#include "sync/syncworker.h"
#include "ui/uisettings.h"

#include <algorithm>

namespace {

/// A poll begins at a tick, and its wait varies by a fifth: together they stay below the setting.
constexpr std::chrono::milliseconds kTick{500};
/// While changes arrive or somebody writes, two windows side by side are to keep up with each
/// other.
constexpr std::chrono::milliseconds kLive{1'000};

PollIntervals intervalsFor(std::chrono::seconds interval)
{
    const auto seen = std::max(std::chrono::milliseconds(500),
                               std::chrono::milliseconds(interval) * 5 / 6 - kTick);
    return {std::min(seen, kLive), seen, std::max(synctuning::kPollBackground, seen)};
}

} // namespace

SyncService::SyncService(Profile &profile, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
{
    SyncWorker::Dependencies dependencies{
        [&profile] { return profile.openReplica(); },
        profile.clock(),
        profile.random(),
        [this] { return holdSyncLock(); },
        kTick,
        intervalsFor(std::chrono::seconds(profile.settings().ui().pollSeconds())),
    };
    m_worker = new SyncWorker(std::move(dependencies));
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("sync"));
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SyncWorker::statusChanged, this, &SyncService::statusChanged);
    connect(m_worker, &SyncWorker::documentsPulled, this, &SyncService::documentsPulled);
    connect(m_worker, &SyncWorker::conflictsOpened, this, &SyncService::conflictsOpened);
    connect(m_worker, &SyncWorker::roundFinished, this, &SyncService::roundFinished);
}

SyncService::~SyncService()
{
    m_worker->cancelForever();
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(m_worker, &SyncWorker::stop, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

template <typename Call>
void SyncService::post(Call call)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, call = std::move(call)] { call(*worker); },
        Qt::QueuedConnection);
}

bool SyncService::holdSyncLock()
{
    if (m_lock)
        return true;
    auto lock = ProfileLock::acquire(m_profile.folder(), ProfileLock::Purpose::Sync);
    if (!lock)
        return false;
    m_lock = std::move(lock).value();
    return true;
}

void SyncService::start()
{
    m_thread.start();
    applyFetchPolicy();
    post([](SyncWorker &worker) { worker.start(); });
}

bool SyncService::setTarget(const std::optional<SyncTarget> &target)
{
    if (!target) {
        m_worker->cancel();
        post([](SyncWorker &worker) { worker.setAccount({}); });
        return true;
    }
    const auto connection =
        CanisterConnection::prepare(*target, m_profile.clock(), m_profile.random());
    if (!connection) {
        post([](SyncWorker &worker) { worker.setAccount({}); });
        return false;
    }
    SyncAccount account;
    account.binding = {target->canister,
                       QString::fromStdString(target->identity->sender().toText())};
    account.deviceName = target->deviceName;
    account.openMaster = connection.value().factory();
    m_worker->cancel();
    post([account = std::move(account)](SyncWorker &worker) { worker.setAccount(account); });
    return true;
}

void SyncService::setWorkOffline(bool offline)
{
    if (offline)
        m_worker->cancel();
    post([offline](SyncWorker &worker) { worker.setOnlineAllowed(!offline); });
}

void SyncService::setPollInterval(std::chrono::seconds interval)
{
    post([intervals = intervalsFor(interval)](SyncWorker &worker) {
        worker.setPollIntervals(intervals);
    });
}

void SyncService::applyFetchPolicy()
{
    constexpr std::int64_t kMegabyte = 1024 * 1024;
    const int megabytes = m_profile.settings().ui().fetchMegabytes();
    FetchPolicy policy;
    policy.autoBytes = megabytes < 0    ? FetchPolicy::kAlways
                       : megabytes == 0 ? FetchPolicy::kOnlyShown
                                        : megabytes * kMegabyte;
    post([policy](SyncWorker &worker) { worker.setFetchPolicy(policy); });
}

void SyncService::setAttention(PollSchedule::Attention attention)
{
    post([attention](SyncWorker &worker) { worker.setAttention(attention); });
}

void SyncService::noteLocalChange()
{
    post([](SyncWorker &worker) { worker.noteLocalChange(); });
}

void SyncService::answer(SyncQuestion::Kind question, SyncAnswer answer)
{
    post([question, answer](SyncWorker &worker) { worker.answer(question, answer); });
}

void SyncService::retry(const DocumentId &row)
{
    post([row](SyncWorker &worker) { worker.retry(row); });
}

void SyncService::cancel()
{
    m_worker->cancel();
}

void SyncService::syncNow()
{
    post([](SyncWorker &worker) { worker.syncNow(); });
}
