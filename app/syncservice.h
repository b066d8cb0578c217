#pragma once

#include "model/base/syncstatus.h"
#include "sync/ic/identity.h"
#include "sync/pollschedule.h"
#include "sync/roundreport.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <optional>

class Profile;
class ProfileLock;
class SyncWorker;

/// To which canister, as whom, under which device name.
struct SyncTarget
{
    QString url;
    QString canister; ///< Text of its principal; checked.
    QString deviceName;
    std::shared_ptr<const ic::Identity> identity;
};

/// The window's handle on the sync thread: starts it, hands everything over by queued calls, ends
/// it. Lives on the GUI thread.
class SyncService : public QObject
{
    Q_OBJECT

public:
    explicit SyncService(Profile &profile, QObject *parent = nullptr);
    /// Cancels what runs and waits for the thread.
    ~SyncService() override;

    void start();
    /// nullopt: signed out. False if the canister's id is not a principal.
    bool setTarget(const std::optional<SyncTarget> &target);
    void setWorkOffline(bool offline);
    /// How often other devices' changes are asked for while the window can be seen.
    void setPollInterval(std::chrono::seconds interval);
    /// Reads anew which attachments are to come by themselves.
    void applyFetchPolicy();
    void setAttention(PollSchedule::Attention attention);
    void noteLocalChange();
    /// As `SyncWorker::answer`, `retry` and `cancel`.
    void answer(SyncQuestion::Kind question, SyncAnswer answer);
    void retry(const DocumentId &row);
    void cancel();

public slots:
    void syncNow();

signals:
    void statusChanged(const SyncStatus &status);
    void documentsPulled(const QList<DocumentId> &ids);
    void conflictsOpened(const QList<DocumentId> &rows);
    void roundFinished(const RoundReport &report);

private:
    template <typename Call>
    void post(Call call);
    bool holdSyncLock(); ///< Called on the sync thread only.

    Profile &m_profile;
    std::unique_ptr<ProfileLock> m_lock; ///< Of the sync thread.
    QThread m_thread;
    SyncWorker *m_worker = nullptr;
};
