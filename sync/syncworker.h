#pragma once

#include "model/base/clock.h"
#include "model/base/random.h"
#include "model/base/syncstatus.h"
#include "model/store/replicastore.h"
#include "sync/master.h"
#include "sync/pollschedule.h"
#include "sync/retrypolicy.h"
#include "sync/roundreport.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

class QTimer;

/// Who syncs with which canister, and how to reach it.
struct SyncAccount
{
    ReplicaBinding binding;
    QString deviceName; ///< At most 64 characters; shown in the other devices' conflict dialogs.
    /// Called on the sync thread, once for each account that is set.
    std::function<std::unique_ptr<Master>()> openMaster;
};

/// Runs rounds on the sync thread. Create it without a parent, move it to its thread, call `start`
/// and everything else through queued signals and slots; only `cancel` may be called directly.
///
/// Each tick costs one indexed query of the database and no call of the network unless something
/// changed here or the time to ask for others' changes has come. One round runs at a time.
class SyncWorker : public QObject
{
    Q_OBJECT

public:
    using OpenStore = std::function<Result<std::unique_ptr<ReplicaStore>, StoreError>()>;

    /// Everything from outside. Objects bound to a thread come as factories, called on the sync
    /// thread; the rest by reference, and must outlive the worker.
    struct Dependencies
    {
        OpenStore openStore;
        const Clock &clock;
        Random &random;
        /// Whether this process is the profile's one syncing process (the lock was taken now or
        /// before). Asked before each round. Empty: always.
        std::function<bool()> holdSyncLock;
        /// Time between two looks at the database; zero: only when `tick` is called.
        std::chrono::milliseconds tick = synctuning::kTick;
        PollIntervals poll;
    };
    explicit SyncWorker(Dependencies dependencies);
    ~SyncWorker() override;

    /// Ends a running round soon, wherever it waits. Callable from any thread.
    void cancel();
    /// As `cancel`, and no further round begins. Callable from any thread; `stop` has to follow.
    void cancelForever();

public slots:
    /// Opens the database and begins to tick. Once.
    void start();
    /// Cancels, and ends everything that belongs to the sync thread. Nothing runs after it.
    void stop();

    /// Sync for `account` from now on; an account with an empty `binding` signs out.
    void setAccount(const SyncAccount &account);
    /// "Work offline" is `false`: no call of the network until it is allowed again.
    void setOnlineAllowed(bool allowed);
    void setAttention(PollSchedule::Attention attention);
    void setPollIntervals(const PollIntervals &intervals);
    void setFetchPolicy(const FetchPolicy &policy);
    /// A document was saved here: goes out at the next opportunity, not only at the next tick.
    void noteLocalChange();
    /// The computer woke up or the network returned.
    void noteNetworkReturn();

    /// The person asked: no waiting, and rows that were refused get another chance.
    void syncNow();
    /// Offers one refused row again (`OutgoingRow::id`), at once.
    void retry(const DocumentId &row);
    /// The person's answer to an open question of `SyncStatus::questions`; then a round. One that
    /// is no longer open, or an answer that it does not have, changes nothing.
    void answer(SyncQuestion::Kind question, SyncAnswer answer);
    /// What the timer calls.
    void tick();

signals:
    void statusChanged(const SyncStatus &status);
    /// Already stored; views reload them.
    void documentsPulled(const QList<DocumentId> &ids);
    /// Rows whose conflict was opened or got a newer other side.
    void conflictsOpened(const QList<DocumentId> &rows);
    void roundFinished(const RoundReport &report);

private:
    bool hasAccount() const { return !m_account.binding.principal.isEmpty(); }
    bool mayRun() const;
    bool needsPerson() const;
    bool isLeader();
    bool isFileWanted() const;
    void runRound();
    RoundReport exchange();
    void tellPresence(Master &master, RoundReport &report);
    void roundEnded(const RoundReport &report);
    void releaseRefused(const QList<DocumentId> &rows);
    void readMemory();
    void keepLastSynced(const RoundReport &report);
    void logRound(const RoundReport &report);
    bool remember(const QString &name, const QByteArray &value);
    Master *openMaster();
    void closeMaster();
    void publish();
    SyncStatus statusNow() const;
    SyncStatus::State quietState(const OutgoingCounts &counts) const;

    Dependencies m_dependencies;
    RetryPolicy m_retry;
    PollSchedule m_schedule;
    SyncAccount m_account;
    std::unique_ptr<ReplicaStore> m_store;
    QTimer *m_timer = nullptr;
    QTimer *m_soon = nullptr;

    std::atomic<bool> m_cancelled{false};
    std::atomic<bool> m_ending{false};
    std::mutex m_masterMutex; ///< `cancel` reaches the master from other threads.
    std::unique_ptr<Master> m_master;

    bool m_onlineAllowed = true;
    bool m_running = false;
    bool m_lockedElsewhere = false;
    FetchPolicy m_fetch;
    TransferProgress m_files;
    bool m_complete = false; ///< The last round reached the end.
    std::optional<SyncError> m_error; ///< Of the last round or of opening the database.
    CyclesMark m_cycles = CyclesMark::Enough; ///< As the canister said last.
    QDateTime m_lastSynced;
    QDateTime m_lastSyncedKept; ///< As in the database.
    std::int64_t m_presenceAt = 0; ///< When the canister last heard of this device, ms since 1970.
    bool m_seenByPush = false; ///< A push has said so since.
    QString m_lastLogged; ///< The last round's line: the same failure is not told every time.
    SyncStatus m_published;
    bool m_everPublished = false;
};
