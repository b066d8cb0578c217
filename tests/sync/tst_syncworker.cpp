#include "model/document/documentcodec.h"
#include "sync/syncworker.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultymaster.h"
#include "tests/support/memoryreplica.h"
#include "tests/support/seededrandom.h"
#include "tests/support/teststore.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <condition_variable>

using Call = FaultyMaster::Call;
using State = SyncStatus::State;
using namespace std::chrono_literals;

namespace {

/// The worker owns its master; the test keeps the one behind it.
class BorrowedMaster final : public Master
{
public:
    explicit BorrowedMaster(Master &master)
        : m_master(master)
    {}

    Result<master::Head, SyncError> head() override { return m_master.head(); }
    Result<master::Head, SyncError> headReplicated() override { return m_master.headReplicated(); }
    Result<master::PullReply, SyncError> pull(const master::PullRequest &request) override
    {
        return m_master.pull(request);
    }
    Result<master::PushAnswer, SyncError> push(const master::PushRequest &request) override
    {
        return m_master.push(request);
    }
    Result<master::GetReply, SyncError> get(const std::vector<QString> &ids) override
    {
        return m_master.get(ids);
    }
    Result<master::ManifestPage, SyncError> manifest(std::uint64_t after,
                                                     std::uint64_t rows) override
    {
        return m_master.manifest(after, rows);
    }
    Result<master::PutChunksReply, SyncError>
    putChunks(const std::vector<master::Chunk> &chunks) override
    {
        return m_master.putChunks(chunks);
    }
    Result<std::vector<QByteArray>, SyncError>
    missingChunks(const std::vector<QByteArray> &hashes) override
    {
        return m_master.missingChunks(hashes);
    }
    Result<master::GetChunksReply, SyncError>
    getChunks(const std::vector<master::ChunkRange> &ranges) override
    {
        return m_master.getChunks(ranges);
    }
    Result<master::Head, SyncError> checkIn(const master::CheckIn &request) override
    {
        return m_master.checkIn(request);
    }
    Result<std::vector<master::Device>, SyncError> devices() override { return m_master.devices(); }
    std::size_t encodedSize(const master::PushRow &row) const override
    {
        return m_master.encodedSize(row);
    }
    void cancel() override { m_master.cancel(); }
    void resume() override { m_master.resume(); }

private:
    Master &m_master;
};

/// Hangs in every call until it is cancelled, as a dead connection does.
class HangingMaster final : public Master
{
public:
    Result<master::Head, SyncError> head() override
    {
        std::unique_lock lock(m_mutex);
        m_entered = true;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_cancelled; });
        return SyncError{SyncError::Kind::Cancelled, QStringLiteral("by the test"), {}};
    }
    Result<master::Head, SyncError> headReplicated() override { return head(); }
    Result<master::PullReply, SyncError> pull(const master::PullRequest &) override
    {
        return head().error();
    }
    Result<master::PushAnswer, SyncError> push(const master::PushRequest &) override
    {
        return head().error();
    }
    Result<master::GetReply, SyncError> get(const std::vector<QString> &) override
    {
        return head().error();
    }
    Result<master::ManifestPage, SyncError> manifest(std::uint64_t, std::uint64_t) override
    {
        return head().error();
    }
    Result<master::PutChunksReply, SyncError> putChunks(const std::vector<master::Chunk> &) override
    {
        return head().error();
    }
    Result<std::vector<QByteArray>, SyncError>
    missingChunks(const std::vector<QByteArray> &) override
    {
        return head().error();
    }
    Result<master::GetChunksReply, SyncError>
    getChunks(const std::vector<master::ChunkRange> &) override
    {
        return head().error();
    }
    std::size_t encodedSize(const master::PushRow &) const override { return 0; }
    void cancel() override
    {
        const std::lock_guard lock(m_mutex);
        m_cancelled = true;
        m_changed.notify_all();
    }
    void waitUntilEntered()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_entered; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_entered = false;
    bool m_cancelled = false;
};

const ReplicaBinding kAccount{QStringLiteral("canister"), QStringLiteral("person")};

RowState note(const DocumentId &id, const QString &text)
{
    Note written;
    written.header.id = id;
    written.text = text;
    const Document document = written.toDocument();
    return {document.kind, document.schema, false, encodeBody(document), {}};
}

/// A worker without a timer: the test is the clock.
struct Fixture
{
    Fixture()
        : master(clock)
        , network(master)
        , random(1)
    {
        auto owned = std::make_unique<MemoryReplica>(clock, QStringLiteral("Alice"));
        replica = owned.get();
        SyncWorker::Dependencies dependencies{
            [store = std::make_shared<std::unique_ptr<ReplicaStore>>(std::move(owned))] {
                return Result<std::unique_ptr<ReplicaStore>, StoreError>(std::move(*store));
            },
            clock,
            random,
            [this] { return holdsLock; },
            0ms,
            {}};
        worker = std::make_unique<SyncWorker>(std::move(dependencies));
        QObject::connect(worker.get(),
                         &SyncWorker::statusChanged,
                         worker.get(),
                         [this](const SyncStatus &status) {
                             statuses.append(status.state);
                             last = status;
                         });
        worker->start();
    }

    void signIn()
    {
        worker->setAccount({kAccount, QStringLiteral("Alice"), [this] {
                                return std::make_unique<BorrowedMaster>(network);
                            }});
    }
    void write(const QString &id, const QString &text = QStringLiteral("text"))
    {
        replica->write(DocumentId(id), note(DocumentId(id), text));
    }
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        worker->tick();
    }
    /// Ticks as the timer would, every 3 s.
    void passInTicks(std::chrono::milliseconds time)
    {
        for (auto passed = 0ms; passed < time; passed += 3s)
            pass(3s);
    }

    FakeClock clock;
    MasterReplica master;
    FaultyMaster network;
    SeededRandom random;
    MemoryReplica *replica = nullptr;
    bool holdsLock = true;
    std::unique_ptr<SyncWorker> worker;
    QList<State> statuses;
    SyncStatus last;
};

} // namespace

class TestSyncWorker : public QObject
{
    Q_OBJECT

private slots:
    void withoutAnAccountNothingIsCalled();
    void signingInSyncsAtOnce();
    void nothingNewCostsNoCallBeforeThePoll();
    void localChangeGoesOutAtTheNextTick();
    void s68TypingCostsFewPushes();
    void changesOfOthersAreAnnounced();
    void workOfflineMakesNoCall();
    void failureWaitsAndSaysSo();
    void s118BackOffIsFullJitterUpToFiveMinutes();
    void returningNetworkSyncsAtOnce();
    void endedPermissionIsNotTriedAgain();
    void otherAccountIsRefusedInWords();
    void s132RefusedRowsAreNeverCalledSynced();
    void syncNowOffersRefusedRowsAgain();
    void conflictsAreAnnounced();
    void aLowBalanceIsTold();
    void aSuspendedPersonStillReceives();
    void nothingIsSentThatTheHeadRulesOut();
    void otherProcessSyncsThisProfile();
    void s51CancelEndsAHangingCall();
    void lastSyncedIsKeptOverRestarts();
    void s136ActiveRoundsAndNewErrorsAreLogged();
    void oneRefusedRowIsOfferedAgain();
    void s122NewerCanisterWaitsForAnUpdate();
    void s79OwnersProblemsWaitLong_data();
    void s79OwnersProblemsWaitLong();
    void answersAreOnlyGivenByTheSyncingProcess();
    void s27AReadingDeviceIsSeenOnceADay();
    void s100ACopyGoesOnUnderItsOwnId();
};

void TestSyncWorker::withoutAnAccountNothingIsCalled()
{
    Fixture fixture;
    fixture.write(QStringLiteral("n"));
    fixture.passInTicks(10min);
    fixture.worker->syncNow();
    QCOMPARE(fixture.network.allCalls(), 0);
    QCOMPARE(fixture.last.state, State::LocalOnly);
    QCOMPARE(fixture.last.pending, 1);
}

void TestSyncWorker::signingInSyncsAtOnce()
{
    Fixture fixture;
    fixture.write(QStringLiteral("n"));
    fixture.statuses.clear();
    fixture.signIn();
    QCOMPARE(fixture.statuses, (QList<State>{State::Waiting, State::Syncing, State::Synced}));
    QCOMPARE(fixture.last.pending, 0);
    QVERIFY(fixture.last.lastSynced.isValid());
    QCOMPARE(fixture.master.state().rows.size(), 1);
    QCOMPARE(*fixture.replica->binding().value(), kAccount);
}

void TestSyncWorker::nothingNewCostsNoCallBeforeThePoll()
{
    Fixture fixture;
    fixture.signIn();
    fixture.network.clearLog();
    fixture.pass(3s);
    fixture.pass(3s);
    QCOMPARE(fixture.network.allCalls(), 0);
    fixture.pass(13s);
    QCOMPARE(fixture.network.calls(Call::Head), 1);
    QCOMPARE(fixture.network.allCalls(), 1);

    fixture.worker->setAttention(PollSchedule::Attention::Background);
    fixture.network.clearLog();
    fixture.passInTicks(1h);
    const int anHour = fixture.network.allCalls();
    QVERIFY2(anHour > 45 && anHour < 80, qPrintable(QString::number(anHour)));
    fixture.worker->setAttention(PollSchedule::Attention::Active);
    fixture.network.clearLog();
    fixture.passInTicks(30s);
    QVERIFY(fixture.network.allCalls() >= 7);
}

void TestSyncWorker::localChangeGoesOutAtTheNextTick()
{
    Fixture fixture;
    fixture.signIn();
    fixture.pass(7s);
    fixture.write(QStringLiteral("n"));
    fixture.worker->noteLocalChange();
    QCOMPARE(fixture.last.state, State::Waiting);
    QCOMPARE(fixture.last.pending, 1);
    fixture.pass(1s);
    QCOMPARE(fixture.last.state, State::Synced);
    QCOMPARE(fixture.master.state().rows.size(), 1);
}

void TestSyncWorker::s68TypingCostsFewPushes()
{
    Fixture fixture;
    fixture.signIn();
    fixture.network.clearLog();
    for (int key = 0; key < 500; ++key) {
        fixture.write(QStringLiteral("n"), QStringLiteral("text %1").arg(key));
        fixture.worker->noteLocalChange();
        fixture.pass(120ms);
    }
    QVERIFY2(fixture.network.calls(Call::Push) <= 10,
             qPrintable(QString::number(fixture.network.calls(Call::Push))));
    fixture.passInTicks(9s);
    QCOMPARE(fixture.last.state, State::Synced);
    QCOMPARE(fixture.master.state().rows[QStringLiteral("n")].body,
             note(DocumentId(QStringLiteral("n")), QStringLiteral("text 499")).body);
}

void TestSyncWorker::changesOfOthersAreAnnounced()
{
    Fixture other;
    other.write(QStringLiteral("n"));
    other.signIn();
    Fixture fixture;
    fixture.master.restore(other.master.state());
    QSignalSpy pulled(fixture.worker.get(), &SyncWorker::documentsPulled);
    QSignalSpy finished(fixture.worker.get(), &SyncWorker::roundFinished);
    fixture.signIn();
    QCOMPARE(pulled.size(), 1);
    QCOMPARE(pulled[0][0].value<QList<DocumentId>>(),
             QList<DocumentId>{DocumentId(QStringLiteral("n"))});
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].value<RoundReport>().pulled, 1);
}

void TestSyncWorker::workOfflineMakesNoCall()
{
    Fixture fixture;
    fixture.signIn();
    fixture.worker->setOnlineAllowed(false);
    QCOMPARE(fixture.last.state, State::WorkingOffline);
    fixture.network.clearLog();
    fixture.write(QStringLiteral("n"));
    fixture.worker->noteLocalChange();
    fixture.passInTicks(1h);
    fixture.worker->syncNow();
    QCOMPARE(fixture.network.allCalls(), 0);
    QCOMPARE(fixture.last.pending, 1);
    fixture.worker->setOnlineAllowed(true);
    QCOMPARE(fixture.last.state, State::Synced);
}

void TestSyncWorker::failureWaitsAndSaysSo()
{
    Fixture fixture;
    fixture.network.setOffline(true);
    fixture.write(QStringLiteral("n"));
    fixture.signIn();
    QCOMPARE(fixture.last.state, State::Offline);
    QCOMPARE(fixture.last.pending, 1);
    QVERIFY(!fixture.last.message.isEmpty());
    QVERIFY(fixture.last.nextTry.isValid());
    fixture.network.clearLog();
    fixture.worker->tick();
    QCOMPARE(fixture.network.allCalls(), 0);
    fixture.network.setOffline(false);
    fixture.worker->syncNow();
    QCOMPARE(fixture.last.state, State::Synced);
    QVERIFY(!fixture.last.nextTry.isValid());
}

void TestSyncWorker::s118BackOffIsFullJitterUpToFiveMinutes()
{
    SeededRandom random(118);
    RetryPolicy policy(random);
    const SyncError offline{SyncError::Kind::Offline, {}, {}};
    std::chrono::milliseconds bound = 1s;
    for (int failure = 0; failure < 30; ++failure) {
        const auto wait = policy.failed(offline);
        QVERIFY(wait >= 0ms && wait <= bound);
        bound = std::min<std::chrono::milliseconds>(bound * 2, 5min);
    }
    // Full jitter: waits fill the whole range, so that many devices spread.
    int early = 0;
    for (int failure = 0; failure < 200; ++failure)
        early += policy.failed(offline) < 150s ? 1 : 0;
    QVERIFY(early > 60 && early < 140);
    QVERIFY(policy.failed({SyncError::Kind::Busy, {}, 60s}) >= 60s);
    policy.reset();
    QVERIFY(policy.failed(offline) <= 1s);
}

void TestSyncWorker::returningNetworkSyncsAtOnce()
{
    Fixture fixture;
    fixture.network.setOffline(true);
    fixture.signIn();
    for (int i = 0; i < 8; ++i)
        fixture.worker->syncNow();
    fixture.network.setOffline(false);
    fixture.worker->noteNetworkReturn();
    QCOMPARE(fixture.last.state, State::Synced);
}

void TestSyncWorker::endedPermissionIsNotTriedAgain()
{
    Fixture fixture;
    fixture.network.script(Call::Head, SyncError::Kind::SignedOut);
    fixture.write(QStringLiteral("n"));
    fixture.signIn();
    QCOMPARE(fixture.last.state, State::SignInNeeded);
    QCOMPARE(fixture.last.pending, 1);
    fixture.network.clearLog();
    fixture.passInTicks(1h);
    QCOMPARE(fixture.network.allCalls(), 0);
    fixture.signIn();
    QCOMPARE(fixture.last.state, State::Synced);
}

void TestSyncWorker::otherAccountIsRefusedInWords()
{
    Fixture fixture;
    QVERIFY(fixture.replica->bind({kAccount.canister, QStringLiteral("somebody else")}).ok());
    fixture.signIn();
    QCOMPARE(fixture.network.allCalls(), 0);
    QCOMPARE(fixture.last.state, State::Problem);
    QVERIFY(fixture.last.message.contains(QStringLiteral("another account")));
}

void TestSyncWorker::s132RefusedRowsAreNeverCalledSynced()
{
    Fixture fixture;
    fixture.master.poisoned.insert(QStringLiteral("bad"), QStringLiteral("bad_kind"));
    fixture.write(QStringLiteral("bad"));
    fixture.write(QStringLiteral("good"));
    fixture.signIn();
    QCOMPARE(fixture.last.state, State::Problem);
    QCOMPARE(fixture.last.refused, 1);
    QVERIFY(!fixture.last.message.isEmpty());
    QVERIFY(!fixture.statuses.contains(State::Synced));
    QCOMPARE(fixture.master.state().rows.size(), 1);
}

void TestSyncWorker::syncNowOffersRefusedRowsAgain()
{
    Fixture fixture;
    fixture.master.poisoned.insert(QStringLiteral("bad"), QStringLiteral("bad_kind"));
    fixture.write(QStringLiteral("bad"));
    fixture.signIn();
    fixture.master.poisoned.clear();
    fixture.passInTicks(10min);
    QCOMPARE(fixture.last.refused, 1);
    fixture.worker->syncNow();
    QCOMPARE(fixture.last.state, State::Synced);
    QCOMPARE(fixture.last.refused, 0);
}

void TestSyncWorker::conflictsAreAnnounced()
{
    Fixture other;
    other.write(QStringLiteral("n"), QStringLiteral("theirs"));
    other.signIn();
    Fixture fixture;
    fixture.master.restore(other.master.state());
    fixture.write(QStringLiteral("n"), QStringLiteral("mine"));
    QSignalSpy opened(fixture.worker.get(), &SyncWorker::conflictsOpened);
    fixture.signIn();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(fixture.last.conflicts, 1);
    QCOMPARE(fixture.last.state, State::Problem);
}

void TestSyncWorker::aLowBalanceIsTold()
{
    Fixture fixture;
    fixture.master.cycles = CyclesMark::Low;
    fixture.signIn();
    QCOMPARE(fixture.last.state, State::Synced);
    QCOMPARE(fixture.last.cycles, CyclesMark::Low);
    // What was said last stands while nobody can be asked.
    fixture.network.setOffline(true);
    fixture.worker->syncNow();
    QCOMPARE(fixture.last.state, State::Offline);
    QCOMPARE(fixture.last.cycles, CyclesMark::Low);
    fixture.network.setOffline(false);
    fixture.master.cycles = CyclesMark::Enough;
    fixture.worker->syncNow();
    QCOMPARE(fixture.last.cycles, CyclesMark::Enough);
}

void TestSyncWorker::aSuspendedPersonStillReceives()
{
    Fixture other;
    other.write(QStringLiteral("theirs"));
    other.signIn();
    Fixture fixture;
    fixture.master.restore(other.master.state());
    fixture.write(QStringLiteral("mine"));
    fixture.network.script(Call::Push, SyncError::Kind::Suspended);
    QSignalSpy pulled(fixture.worker.get(), &SyncWorker::documentsPulled);
    fixture.signIn();
    QVERIFY(!pulled.isEmpty());
    QCOMPARE(pulled[0][0].value<QList<DocumentId>>(),
             QList<DocumentId>{DocumentId(QStringLiteral("theirs"))});
    QCOMPARE(fixture.last.state, State::Problem);
    QCOMPARE(fixture.last.pending, 1);
    QVERIFY(fixture.last.message.contains(QStringLiteral("suspended")));
    fixture.worker->syncNow(); // the owner has changed their mind
    QCOMPARE(fixture.last.state, State::Synced);
}

void TestSyncWorker::nothingIsSentThatTheHeadRulesOut()
{
    Fixture fixture;
    fixture.master.suspended = true;
    fixture.write(QStringLiteral("mine"));
    fixture.signIn();
    QCOMPARE(fixture.last.state, State::Problem);
    QVERIFY(fixture.last.message.contains(QStringLiteral("suspended")));
    QCOMPARE(fixture.network.calls(Call::Push), 0);
    fixture.master.suspended = false;
    fixture.worker->syncNow();
    QCOMPARE(fixture.last.state, State::Synced);
    QCOMPARE(fixture.last.pending, 0);
}

void TestSyncWorker::otherProcessSyncsThisProfile()
{
    Fixture fixture;
    fixture.holdsLock = false;
    fixture.write(QStringLiteral("n"));
    fixture.signIn();
    QCOMPARE(fixture.network.allCalls(), 0);
    QCOMPARE(fixture.last.state, State::Waiting);
    QVERIFY(!fixture.last.message.isEmpty());
    fixture.holdsLock = true; // the other process ended
    fixture.pass(3s);
    QCOMPARE(fixture.last.state, State::Synced);
}

void TestSyncWorker::s51CancelEndsAHangingCall()
{
    FakeClock clock;
    SeededRandom random(51);
    HangingMaster hanging;
    QThread thread;
    auto *worker =
        new SyncWorker({[&clock] {
                            return Result<std::unique_ptr<ReplicaStore>, StoreError>(
                                std::make_unique<MemoryReplica>(clock, QStringLiteral("Alice")));
                        },
                        clock,
                        random,
                        {},
                        0ms,
                        {}});
    worker->moveToThread(&thread);
    connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
    thread.start();
    QMetaObject::invokeMethod(worker, [&hanging, worker] {
        worker->start();
        worker->setAccount({kAccount, QStringLiteral("Alice"), [&hanging] {
                                return std::make_unique<BorrowedMaster>(hanging);
                            }});
    });
    hanging.waitUntilEntered();
    worker->cancelForever();
    QMetaObject::invokeMethod(worker, &SyncWorker::stop);
    thread.quit();
    QVERIFY(thread.wait(2'000));
}

namespace {

/// A worker over a real database, which stays when the worker ends.
struct LastingFixture
{
    LastingFixture()
        : master(clock)
        , network(master)
        , random(1)
    {}

    void start()
    {
        worker = std::make_unique<SyncWorker>(
            SyncWorker::Dependencies{[this]() -> Result<std::unique_ptr<ReplicaStore>, StoreError> {
                                         return profile.replica();
                                     },
                                     clock,
                                     random,
                                     [this] { return holdsLock; },
                                     0ms,
                                     {}});
        QObject::connect(worker.get(),
                         &SyncWorker::statusChanged,
                         worker.get(),
                         [this](const SyncStatus &status) { last = status; });
        worker->start();
    }
    void signIn()
    {
        worker->setAccount({kAccount, QStringLiteral("Alice"), [this] {
                                return std::make_unique<BorrowedMaster>(network);
                            }});
    }
    void stop()
    {
        worker->stop();
        worker.reset();
    }
    void write(const QString &id)
    {
        const auto saved = profile.documents()->save(
            {build::note(id, QStringLiteral("Secret title"), QStringLiteral("secret text"))
                 .toDocument()});
        QVERIFY(saved.ok());
    }
    QStringList log()
    {
        QStringList events;
        for (const SyncLogLine &line : profile.documents()->syncLog(100).value())
            events.prepend(line.event);
        return events;
    }

    TestProfile profile;
    FakeClock clock;
    MasterReplica master;
    FaultyMaster network;
    SeededRandom random;
    bool holdsLock = true;
    std::unique_ptr<SyncWorker> worker;
    SyncStatus last;
};

} // namespace

void TestSyncWorker::lastSyncedIsKeptOverRestarts()
{
    LastingFixture fixture;
    fixture.start();
    QVERIFY(!fixture.last.lastSynced.isValid());
    fixture.signIn();
    const QDateTime first = fixture.last.lastSynced;
    QVERIFY(first.isValid());
    fixture.stop();
    fixture.clock.advance(24h);
    fixture.start();
    QCOMPARE(fixture.last.lastSynced, first);
    // A round without news is remembered at the end, not by a write each time.
    fixture.signIn();
    fixture.clock.advance(1min);
    fixture.worker->syncNow();
    const QDateTime second = fixture.last.lastSynced;
    fixture.stop();
    fixture.start();
    QCOMPARE(fixture.last.lastSynced, second);
    fixture.stop();
}

void TestSyncWorker::s136ActiveRoundsAndNewErrorsAreLogged()
{
    LastingFixture fixture;
    fixture.start();
    fixture.signIn();
    QVERIFY(fixture.log().isEmpty()); // nothing happened
    fixture.write(QStringLiteral("n"));
    fixture.worker->syncNow();
    QCOMPARE(fixture.log().size(), 1);
    QVERIFY(fixture.log()[0].startsWith(QStringLiteral("round: sent 1, received 0,")));
    fixture.network.setOffline(true);
    for (int i = 0; i < 5; ++i)
        fixture.worker->syncNow();
    QCOMPARE(fixture.log().size(), 2); // the same failure once
    QCOMPARE(fixture.log()[1], QStringLiteral("round ended: Offline: scripted"));
    fixture.network.setOffline(false);
    fixture.worker->syncNow();
    fixture.network.script(Call::Head, SyncError::Kind::Busy);
    fixture.worker->syncNow();
    QCOMPARE(fixture.log().size(), 3);
    for (const QString &line : fixture.log())
        QVERIFY2(!line.contains(QStringLiteral("ecret")), qPrintable(line));
    fixture.stop();
}

void TestSyncWorker::oneRefusedRowIsOfferedAgain()
{
    LastingFixture fixture;
    const QStringList ids{QStringLiteral("a"), QStringLiteral("b")};
    for (const QString &id : ids) {
        fixture.master.poisoned.insert(id, QStringLiteral("bad_kind"));
        fixture.write(id);
    }
    fixture.start();
    fixture.signIn();
    QCOMPARE(fixture.last.refused, 2);
    fixture.master.poisoned.clear();
    fixture.worker->retry(DocumentId(ids[0]));
    QCOMPARE(fixture.last.refused, 1);
    QCOMPARE(fixture.master.state().rows.keys(), QStringList{ids[0]});
    QCOMPARE(fixture.profile.documents()->outgoingRows(9).value().first().id.text(), ids[1]);
    fixture.stop();
}

void TestSyncWorker::s122NewerCanisterWaitsForAnUpdate()
{
    Fixture other;
    other.write(QStringLiteral("theirs"));
    other.signIn();
    Fixture fixture;
    fixture.master.restore(other.master.state());
    fixture.master.protocol = 2;
    fixture.write(QStringLiteral("mine"));
    fixture.signIn();
    QCOMPARE(fixture.network.calls(Call::Push), 0);
    QCOMPARE(fixture.last.state, State::Problem);
    QVERIFY(fixture.last.message.contains(QStringLiteral("update Sheaf")));
    QCOMPARE(fixture.last.pending, 1);
    QVERIFY(fixture.replica->rows().contains(DocumentId(QStringLiteral("theirs")))); // read-only
    fixture.worker->syncNow();
    QCOMPARE(fixture.network.calls(Call::Push), 0);
    fixture.master.protocol = 1;
    fixture.worker->syncNow();
    QCOMPARE(fixture.last.state, State::Synced);
}

void TestSyncWorker::s79OwnersProblemsWaitLong_data()
{
    QTest::addColumn<SyncError::Kind>("kind");
    QTest::newRow("out of cycles, frozen or stopped") << SyncError::Kind::OutOfFuel;
    QTest::newRow("not a member") << SyncError::Kind::NotMember;
    QTest::newRow("suspended") << SyncError::Kind::Suspended;
}

void TestSyncWorker::s79OwnersProblemsWaitLong()
{
    QFETCH(SyncError::Kind, kind);
    Fixture fixture;
    fixture.write(QStringLiteral("n"));
    for (int i = 0; i < 100; ++i)
        fixture.network.script(Call::Head, kind);
    fixture.signIn();
    QCOMPARE(fixture.last.state, State::Problem);
    QCOMPARE(fixture.last.pending, 1);
    QVERIFY(!fixture.last.message.isEmpty());
    fixture.network.clearLog();
    fixture.passInTicks(1h);
    // Half of five minutes on average, not the second after which a network error is tried again.
    QVERIFY2(fixture.network.allCalls() < 45,
             qPrintable(QString::number(fixture.network.allCalls())));
}

void TestSyncWorker::answersAreOnlyGivenByTheSyncingProcess()
{
    LastingFixture fixture;
    fixture.write(QStringLiteral("n"));
    fixture.start();
    fixture.signIn();
    const auto leader = fixture.profile.replica();
    QVERIFY(leader
                ->transact([](ReplicaTransaction &transaction) {
                    return transaction.remember(QStringLiteral("sync.test"), "x");
                })
                .ok());
    fixture.holdsLock = false;
    fixture.worker->answer(SyncQuestion::Kind::DeletedHere, SyncAnswer::GoOn);
    fixture.worker->retry(DocumentId(QStringLiteral("n")));
    fixture.worker->syncNow();
    QVERIFY(!fixture.last.message.isEmpty());
    // The other one was not pushed out.
    QVERIFY(leader
                ->transact([](ReplicaTransaction &transaction) {
                    return transaction.remember(QStringLiteral("sync.test"), "y");
                })
                .ok());
    fixture.worker.reset();
}

void TestSyncWorker::s27AReadingDeviceIsSeenOnceADay()
{
    Fixture fixture;
    fixture.signIn();
    QCOMPARE(fixture.network.calls(Call::CheckIn), 1);
    fixture.network.clearLog();
    for (int hour = 0; hour < 5 * 24; ++hour)
        fixture.pass(1h);
    const int times = fixture.network.calls(Call::CheckIn);
    QVERIFY2(times >= 4 && times <= 6, qPrintable(QString::number(times)));
    QCOMPARE(fixture.master.state().devices.size(), 1);
    // A push says the same.
    fixture.write(QStringLiteral("n"));
    fixture.pass(1h);
    fixture.network.clearLog();
    fixture.pass(24h);
    QCOMPARE(fixture.network.calls(Call::CheckIn), 0);
    QCOMPARE(fixture.last.state, State::Synced);
    // Release 1 of the canister knows no devices, and nobody is bothered.
    fixture.master.knowsDevices = false;
    fixture.pass(24h);
    QCOMPARE(fixture.last.state, State::Synced);
}

void TestSyncWorker::s100ACopyGoesOnUnderItsOwnId()
{
    LastingFixture fixture;
    fixture.start();
    fixture.signIn();
    fixture.write(QStringLiteral("n"));
    fixture.worker->syncNow();
    const auto idNow = [&] { return fixture.profile.replica()->deviceId().value(); };
    const QByteArray id = idNow();
    // Lost replies make this device's own count the higher one: no alarm.
    fixture.network.script(Call::Push, FaultyMaster::Fault::DropRequest);
    fixture.write(QStringLiteral("m"));
    fixture.worker->syncNow();
    fixture.clock.advance(24h);
    fixture.worker->syncNow();
    QCOMPARE(idNow(), id);

    // The copy, in the same state, pushes under the same id.
    for (int i = 0; i < 5; ++i)
        QVERIFY(
            fixture.master
                .push(
                    {{1, 2, {2, fixture.master.state().tokens[2]}}, QStringLiteral("Copy"), id, {}})
                .ok());
    fixture.clock.advance(24h);
    fixture.worker->syncNow();
    QVERIFY(idNow() != id);
    QVERIFY(fixture.log().last().contains(QStringLiteral("copy")));
    const QByteArray renewed = idNow();
    fixture.write(QStringLiteral("o"));
    fixture.worker->syncNow();
    fixture.clock.advance(24h);
    fixture.worker->syncNow();
    QCOMPARE(idNow(), renewed);
    QCOMPARE(fixture.last.state, State::Synced);
    QCOMPARE(fixture.master.state().rows.size(), 3);
    fixture.stop();
}

QTEST_GUILESS_MAIN(TestSyncWorker)
#include "tst_syncworker.moc"
