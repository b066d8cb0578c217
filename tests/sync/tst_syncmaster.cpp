#include "model/document/documentcodec.h"
#include "sync/questions.h"
#include "sync/syncround.h"
#include "tests/support/syncworld.h"

#include <QTest>

/// A canister that was restored, reinstalled, full, refusing or another one: sections G, H, K and M
/// of design/sync-edge-cases.md.
class TestSyncMaster : public QObject
{
    Q_OBJECT

private slots:
    void s73SnapshotRestored();
    void s73DifferingRowIsAskedOnce();
    void s74SnapshotRestoredAndWrittenPast();
    void s74ForkAtTheVeryPosition();
    void s75RestoredBetweenPullAndPush();
    void s76SameChangesAgainGiveNoAlarm();
    void s77Reinstalled();
    void s78LyingNode();
    void s80QuotaReached();
    void s82MastersBeyondTheReply();
    void s83RequestStaysBelowTheLimit();
    void s86OtherPersonOnThisProfile();
    void s103RowAboveTheLimit();
    void s114PoisonedRow();
    void s115PartialConflictInABatch();
    void s122NewerProtocol();
    void s133OneDeviceForAYear();
};

using Call = FaultyMaster::Call;

namespace {

const QString kNote = QStringLiteral("n1");
const QString kEdited = QStringLiteral("one\nEDITED\nthree\n");

QString noise(SeededRandom &random, qsizetype size)
{
    QString text;
    while (text.size() < size)
        text += randomIdText(random);
    return text;
}

} // namespace

void TestSyncMaster::s73SnapshotRestored()
{
    SyncWorld world;
    world.shareNote(kNote);
    const MasterReplica::State snapshot = world.master.state();
    world.alice().write(QStringLiteral("lost"), QStringLiteral("not in the snapshot"));
    world.settle();
    world.master.restore(snapshot);
    const RoundReport report = world.alice().sync();
    QCOMPARE(report.resyncs, 1);
    QCOMPARE(world.alice().network.calls(Call::HeadReplicated), 1);
    world.settle();
    QVERIFY(world.master.state().rows.contains(QStringLiteral("lost")));
    QCOMPARE(world.bob().text(QStringLiteral("lost")), QStringLiteral("not in the snapshot"));
    QCOMPARE(world.alice().conflicts() + world.bob().conflicts(), 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncMaster::s73DifferingRowIsAskedOnce()
{
    SyncWorld world;
    world.shareNote(kNote);
    const MasterReplica::State snapshot = world.master.state();
    world.alice().write(kNote, kEdited);
    world.settle();
    world.master.restore(snapshot);
    world.settle();
    QCOMPARE(world.alice().text(kNote), kEdited);
    QCOMPARE(world.bob().text(kNote), kEdited);
    for (SyncDevice *device : {&world.alice(), &world.bob()}) {
        QCOMPARE(device->replica().questions().value().size(), 1);
        const auto answered = questions::answer(
            device->replica(), SyncQuestion::Kind::CanisterRestored, SyncAnswer::TakeMine);
        QVERIFY(answered.ok());
    }
    world.settle();
    QCOMPARE(world.bob().text(kNote), kEdited);
    QCOMPARE(world.problem(), QString());
}

void TestSyncMaster::s74SnapshotRestoredAndWrittenPast()
{
    SyncWorld world;
    world.shareNote(kNote);
    const MasterReplica::State snapshot = world.master.state();
    world.alice().write(QStringLiteral("lost"), QStringLiteral("not in the snapshot"));
    world.alice().sync();
    world.master.restore(snapshot);
    world.bob().write(QStringLiteral("b1"), QStringLiteral("written past"));
    world.bob().write(QStringLiteral("b2"), QStringLiteral("Alice's proof"));
    world.bob().sync();
    const RoundReport report = world.alice().sync();
    QCOMPARE(report.resyncs, 1);
    world.settle();
    QCOMPARE(world.bob().text(QStringLiteral("lost")), QStringLiteral("not in the snapshot"));
    QCOMPARE(world.alice().text(QStringLiteral("b2")), QStringLiteral("Alice's proof"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncMaster::s74ForkAtTheVeryPosition()
{
    SyncWorld world;
    world.shareNote(kNote);
    const MasterReplica::State snapshot = world.master.state();
    world.alice().write(QStringLiteral("lost"), QStringLiteral("not in the snapshot"));
    world.alice().sync();
    world.master.restore(snapshot);
    world.bob().write(QStringLiteral("b1"), QStringLiteral("at the same number"));
    world.bob().sync();
    QCOMPARE(world.alice().sync().resyncs, 1);
    world.settle();
    QCOMPARE(world.bob().text(QStringLiteral("lost")), QStringLiteral("not in the snapshot"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncMaster::s75RestoredBetweenPullAndPush()
{
    SyncWorld world;
    world.shareNote(kNote);
    const MasterReplica::State snapshot = world.master.state();
    world.bob().write(QStringLiteral("b1"), QStringLiteral("pulled, then lost"));
    world.bob().sync();
    world.alice().write(QStringLiteral("a1"), QStringLiteral("pushed after"));
    world.alice().network.meanwhile = [&](Call call) {
        if (call == Call::Pull)
            world.master.restore(snapshot);
    };
    const RoundReport report = world.alice().sync();
    world.alice().network.meanwhile = nullptr;
    QCOMPARE(report.resyncs, 1);
    world.settle();
    QVERIFY(world.master.state().rows.contains(QStringLiteral("b1")));
    QVERIFY(world.master.state().rows.contains(QStringLiteral("a1")));
    QCOMPARE(world.problem(), QString());
}

void TestSyncMaster::s76SameChangesAgainGiveNoAlarm()
{
    SyncWorld world;
    const MasterReplica::State snapshot = world.master.state();
    world.shareNote(kNote);
    const auto again = world.alice().network.pushes().last();
    world.master.restore(snapshot);
    QVERIFY(world.master.push({{}, QStringLiteral("Bob"), QByteArray(16, 'b'), again.rows}).ok());
    QCOMPARE(world.alice().sync().resyncs, 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncMaster::s77Reinstalled()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.bob().write(QStringLiteral("b1"), QStringLiteral("text"));
    world.settle();
    world.master.reinstall();
    QVERIFY(world.alice().sync().error); // tst_syncquestions: it asks first
    const auto agreed = questions::answer(
        world.alice().replica(), SyncQuestion::Kind::CanisterEmpty, SyncAnswer::GoOn);
    QVERIFY(agreed.ok());
    const RoundReport report = world.alice().sync();
    QCOMPARE(report.resyncs, 1);
    QCOMPARE(report.pushed, 2);
    QCOMPARE(world.alice().trashIds(), QStringList());
    world.settle();
    QCOMPARE(world.bob().noteIds().size(), 2);
    QCOMPARE(world.bob().conflicts(), 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncMaster::s78LyingNode()
{
    SyncWorld world;
    world.shareNote(kNote);
    // The node answers as if the canister were empty.
    MasterReplica empty(world.clock, world.master.state().epoch);
    const MasterReplica::State truth = world.master.state();
    const MasterReplica::State lie = empty.state();
    world.master.restore(lie);
    world.alice().network.keepSnapshot();
    world.master.restore(truth);
    for (int i = 0; i < 3; ++i) {
        world.alice().network.script(Call::Head, FaultyMaster::Fault::Stale);
        world.alice().network.script(Call::Pull, FaultyMaster::Fault::Stale);
        world.alice().network.script(Call::Manifest, FaultyMaster::Fault::Stale);
    }
    const ReplicaCheckpoint before = world.alice().checkpoint();
    world.alice().sync();
    QCOMPARE(world.alice().checkpoint(), before);
    QCOMPARE(world.alice().noteIds(), QStringList{kNote});
    world.alice().network.forgetSnapshots();
    QCOMPARE(world.problem(), QString());
}

void TestSyncMaster::s80QuotaReached()
{
    SyncWorld world;
    SeededRandom random(80);
    world.shareNote(kNote, noise(random, 4'000));
    MasterReplica::State full = world.master.state();
    full.quotaBytes = full.bytes + 1'000;
    world.master.restore(full);
    world.alice().write(QStringLiteral("large"), noise(random, 8'000));
    world.alice().write(kNote, QStringLiteral("shorter\n"));
    const RoundReport report = world.alice().sync();
    QCOMPARE(report.refused, 1);
    QCOMPARE(world.alice().row(QStringLiteral("large")).refusedCode, QStringLiteral("quota"));
    QCOMPARE(world.bob().sync().pulled, 1);
    QCOMPARE(world.bob().text(kNote), QStringLiteral("shorter\n"));
    QCOMPARE(world.alice().text(QStringLiteral("large")).size() >= 8'000, true);
}

void TestSyncMaster::s82MastersBeyondTheReply()
{
    SyncWorld world;
    SeededRandom random(82);
    world.master.limits.conflictBytes = 20'000;
    for (int i = 0; i < 10; ++i)
        world.alice().write(QStringLiteral("n%1").arg(i), QStringLiteral("one\ntwo\nthree\n"));
    world.settle();
    const QString middle = noise(random, 6'000);
    for (int i = 0; i < 10; ++i) {
        const QString id = QStringLiteral("n%1").arg(i);
        world.alice().write(id, QStringLiteral("one\ntwo\n") + middle + QStringLiteral("\n"));
        world.bob().write(id, QStringLiteral("ONE\ntwo\nthree\n"));
    }
    // Alice gets in between Bob's pull and his push, so that all of his rows conflict.
    world.bob().network.meanwhile = [&](Call call) {
        if (call != Call::Head)
            return;
        world.bob().network.meanwhile = nullptr;
        world.alice().sync();
    };
    const RoundReport report = world.bob().sync();
    QVERIFY(!report.error);
    QCOMPARE(report.merged, 10);
    QVERIFY(world.bob().network.calls(Call::Get) >= 1);
    world.settle();
    QCOMPARE(world.alice().text(kNote),
             QStringLiteral("ONE\ntwo\n") + middle + QStringLiteral("\n"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncMaster::s83RequestStaysBelowTheLimit()
{
    SyncWorld world;
    SeededRandom random(83);
    const QString longId(200, QLatin1Char('x'));
    for (int i = 0; i < 40; ++i)
        world.alice().write(longId + QString::number(i), noise(random, 100'000));
    const RoundReport report = world.alice().sync();
    QVERIFY(!report.error);
    QCOMPARE(report.pushed, 40);
    for (const master::PushRequest &push : world.alice().network.pushes()) {
        std::size_t bytes = 0;
        for (const master::PushRow &row : push.rows)
            bytes += world.master.encodedSize(row);
        QVERIFY(bytes <= 1'572'864);
    }
    // As close to bytes divided by the limit as whole rows allow.
    QCOMPARE(report.updates, static_cast<int>(report.bytesSent / 1'572'864) + 1);
}

void TestSyncMaster::s86OtherPersonOnThisProfile()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().network.clearLog();
    const std::atomic<bool> cancelled{false};
    ReplicaBinding other = SyncDevice::account();
    other.principal = QStringLiteral("un4fu-tqaaa-aaaab-qadjq-cai");
    const RoundReport report = SyncRound({{world.alice().network,
                                           world.alice().replica(),
                                           QStringLiteral("Alice"),
                                           cancelled,
                                           {}},
                                          other})
                                   .run();
    QCOMPARE(report.error->kind, SyncError::Kind::OtherAccount);
    QCOMPARE(world.alice().network.allCalls(), 0);
    QCOMPARE(world.alice().pending(), 1);
}

void TestSyncMaster::s103RowAboveTheLimit()
{
    SyncWorld world;
    SeededRandom random(103);
    world.alice().write(QStringLiteral("huge"), noise(random, 1'700'000));
    world.alice().write(QStringLiteral("small"), QStringLiteral("text"));
    const RoundReport report = world.alice().sync();
    QVERIFY(!report.error);
    QCOMPARE(report.pushed, 1);
    QCOMPARE(world.alice().row(QStringLiteral("huge")).refusedCode, QStringLiteral("too_large"));
    QVERIFY(world.alice().text(QStringLiteral("huge")).size() >= 1'700'000);
}

void TestSyncMaster::s114PoisonedRow()
{
    SyncWorld world;
    world.master.poisoned.insert(QStringLiteral("n5"), QStringLiteral("bad_kind"));
    for (int i = 0; i < 11; ++i)
        world.alice().write(QStringLiteral("n%1").arg(i), QStringLiteral("text"));
    const RoundReport report = world.alice().sync();
    QCOMPARE(report.pushed, 10);
    QCOMPARE(report.refused, 1);
    QCOMPARE(world.master.state().rows.size(), 10);
    QCOMPARE(world.alice().row(QStringLiteral("n5")).refusedCode, QStringLiteral("bad_kind"));
    QCOMPARE(world.alice().sync().calls(), 1); // not offered again unasked

    world.master.poisoned.clear();
    world.alice().write(QStringLiteral("n5"), QStringLiteral("edited"));
    QCOMPARE(world.alice().sync().pushed, 1);
    world.settle();
    QCOMPARE(world.problem(), QString());
}

void TestSyncMaster::s115PartialConflictInABatch()
{
    SyncWorld world;
    for (int i = 0; i < 10; ++i)
        world.alice().write(QStringLiteral("n%1").arg(i), QStringLiteral("one\ntwo\nthree\n"));
    world.settle();
    world.master.poisoned.insert(QStringLiteral("n9"), QStringLiteral("bad_kind"));
    for (int i = 0; i < 10; ++i)
        world.bob().write(QStringLiteral("n%1").arg(i), QStringLiteral("one\nBOB\nthree\n"));
    for (int i = 0; i < 3; ++i)
        world.alice().write(QStringLiteral("n%1").arg(i), QStringLiteral("one\nALICE\nthree\n"));
    world.bob().network.meanwhile = [&](Call call) {
        if (call != Call::Head)
            return;
        world.bob().network.meanwhile = nullptr;
        world.alice().sync();
    };
    const RoundReport report = world.bob().sync();
    QCOMPARE(report.pushed, 6);
    QCOMPARE(report.refused, 1);
    QCOMPARE(world.bob().conflicts(), 3);
}

void TestSyncMaster::s122NewerProtocol()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().network.clearLog();
    world.alice().network.script(Call::Head, SyncError::Kind::Protocol);
    QCOMPARE(world.alice().sync().error->kind, SyncError::Kind::Protocol);
    QCOMPARE(world.alice().network.allCalls(), 1);
    QCOMPARE(world.alice().text(kNote), kEdited);
    QCOMPARE(world.alice().pending(), 1);
}

void TestSyncMaster::s133OneDeviceForAYear()
{
    SyncWorld world(1);
    SeededRandom random(133);
    world.alice().network.setRandom(&random, 0.2);
    QString text = QStringLiteral("diary\n");
    for (int edit = 0; edit < 1'500; ++edit) {
        world.clock.advance(std::chrono::minutes(random.below(600)));
        text += QStringLiteral("line %1\n").arg(edit);
        if (text.size() > 2'000)
            text = text.right(1'000);
        world.alice().write(kNote, text);
        if (random.below(3) == 0)
            world.alice().network.keepSnapshot();
        if (random.below(2) == 0)
            world.alice().sync();
        if (random.below(100) == 0)
            world.alice().restart();
    }
    world.alice().network.setRandom(nullptr, 0);
    world.settle();
    QCOMPARE(world.alice().conflicts(), 0);
    QCOMPARE(world.alice().text(kNote), text);
    QCOMPARE(world.alice().pending(), 0);
    QCOMPARE(world.problem(), QString());
}

QTEST_GUILESS_MAIN(TestSyncMaster)
#include "tst_syncmaster.moc"
