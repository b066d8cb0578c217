#include "ui/status/syncwords.h"

#include "ui/library/timewords.h"

#include <QCoreApplication>

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SyncWords)

public:
    static QString waiting(int changes) { return tr("%n change(s) waiting", nullptr, changes); }

    static SyncWords localOnly()
    {
        return {QStringLiteral("device"),
                tr("On this device"),
                tr("Everything is kept on this device. Sign in to have it on your other devices, "
                   "too."),
                false};
    }

    static SyncWords workingOffline(const SyncStatus &status)
    {
        return {QStringLiteral("cloud-off"),
                status.pending > 0 ? tr("Working offline, %1").arg(waiting(status.pending))
                                   : tr("Working offline"),
                tr("You chose to work offline. Everything is kept on this device and travels when "
                   "you go online again."),
                false};
    }

    static SyncWords offline(const SyncStatus &status)
    {
        return {QStringLiteral("cloud-off"),
                status.pending > 0 ? tr("Offline, %1").arg(waiting(status.pending)) : tr("Offline"),
                tr("The canister cannot be reached. Everything is kept on this device; Sheaf tries "
                   "again by itself."),
                false};
    }

    static SyncWords synced(const SyncStatus &status, std::int64_t nowMs)
    {
        if (status.pending > 0 || status.refused > 0)
            return waitingState(status);
        const QString when = status.lastSynced.isValid()
                                 ? relativeTime(status.lastSynced.toMSecsSinceEpoch(), nowMs)
                                 : QString();
        return {QStringLiteral("cloud-ok"),
                when.isEmpty() ? tr("Synced") : tr("Synced %1").arg(when),
                tr("Everything here is on your canister, and all of its changes are here."),
                false};
    }

    static SyncWords waitingState(const SyncStatus &status)
    {
        return {QStringLiteral("cloud-wait"),
                status.pending > 0 ? waiting(status.pending) : tr("Waiting"),
                tr("Changes are kept on this device and travel with the next sync."),
                false};
    }

    static SyncWords problem(const SyncStatus &status)
    {
        QString headline = tr("Sync problem");
        if (status.refused > 0)
            headline = tr("%n change(s) refused", nullptr, status.refused);
        else if (status.conflicts > 0)
            headline = tr("%n conflict(s)", nullptr, status.conflicts);
        return {QStringLiteral("warning"),
                headline,
                status.message.isEmpty() ? tr("Syncing does not work. Nothing is lost: everything "
                                              "is kept on this device.")
                                         : status.message,
                true};
    }

    static SyncWords signInNeeded()
    {
        return {QStringLiteral("key"),
                tr("Sign in to sync"),
                tr("The permission to sync has ended. Everything is kept on this device; sign in "
                   "again to go on."),
                true};
    }

    static SyncWords syncing(const SyncStatus &status)
    {
        if (status.files.totalBytes > 0)
            return {QStringLiteral("sync"),
                    tr("Syncing files, %1 %")
                        .arg(status.files.doneBytes * 100 / status.files.totalBytes),
                    tr("Pictures and files are being exchanged with your canister. Notes do not "
                       "wait for them."),
                    false};
        return {QStringLiteral("sync"),
                status.pending > 0 ? tr("Syncing, %1").arg(waiting(status.pending))
                                   : tr("Syncing…"),
                tr("Changes are being exchanged with your canister."),
                false};
    }
};

SyncWords stateWords(const SyncStatus &status, std::int64_t nowMs)
{
    switch (status.state) {
    case SyncStatus::State::LocalOnly:
        return Words::localOnly();
    case SyncStatus::State::WorkingOffline:
        return Words::workingOffline(status);
    case SyncStatus::State::Offline:
        return Words::offline(status);
    case SyncStatus::State::Waiting:
        return Words::waitingState(status);
    case SyncStatus::State::Syncing:
        return Words::syncing(status);
    case SyncStatus::State::Synced:
        return Words::synced(status, nowMs);
    case SyncStatus::State::SignInNeeded:
        return Words::signInNeeded();
    case SyncStatus::State::Problem:
        return Words::problem(status);
    }
    return {};
}

/// Said beside the state, never in place of a problem: a low balance stops nothing yet.
void addCycles(SyncWords &words, CyclesMark mark, bool quietState)
{
    switch (mark) {
    case CyclesMark::Enough:
        return;
    case CyclesMark::Low:
        words.sentence += QLatin1Char(' ')
                          + Words::tr("The canister's cycles are getting low: its owner should "
                                      "top it up soon.");
        return;
    case CyclesMark::Critical:
        words.sentence += QLatin1Char(' ')
                          + Words::tr("The canister's cycles are nearly used up. Before long it "
                                      "stops answering until its owner tops it up; what is on "
                                      "this device stays.");
        if (quietState) {
            words.icon = QStringLiteral("warning");
            words.brief = Words::tr("%1, canister almost out of cycles").arg(words.brief);
            words.wantsAttention = true;
        }
        return;
    }
}

} // namespace

SyncWords wordsFor(const SyncStatus &status, std::int64_t nowMs)
{
    SyncWords words = stateWords(status, nowMs);
    const bool quietState = status.state == SyncStatus::State::Synced
                            || status.state == SyncStatus::State::Waiting
                            || status.state == SyncStatus::State::Syncing;
    addCycles(words, status.cycles, quietState);
    if (status.conflicts > 0 && quietState) {
        words.icon = QStringLiteral("conflict");
        words.brief = Words::tr("%n conflict(s)", nullptr, status.conflicts);
        words.sentence += QLatin1Char(' ')
                          + Words::tr("Some documents changed on several devices and wait for "
                                      "your choice.");
        words.wantsAttention = true;
    }
    return words;
}
