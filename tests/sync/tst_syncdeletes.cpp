#include "sync/questions.h"
#include "tests/support/syncworld.h"

#include <QTest>

/// Deletes and tombstones: section B of design/sync-edge-cases.md.
class TestSyncDeletes : public QObject
{
    Q_OBJECT

private slots:
    void s17EditPushedFirstAgainstDelete();
    void s18DeletePushedFirstAgainstEdit();
    void s19DeleteAgainstDelete();
    void s20CreateThenDeleteBeforeTheFirstPush();
    void s20CreateThenDeleteAfterALostReply();
    void s21DeleteAndBringBack();
    void s23TombstoneCollectedWhileAway();
    void s24TombstoneCollectedWhileAwayAndEdited();
    void s25PushFirstAfterCollection();
    void s28CollectionDuringAPull();
    void missingRowIsCreatedAgain();
};

namespace {

const QString kNote = QStringLiteral("n1");
const QString kEdited = QStringLiteral("one\nEDITED\nthree\n");

} // namespace

void TestSyncDeletes::s17EditPushedFirstAgainstDelete()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.bob().remove(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().sync();
    world.bob().sync();
    QCOMPARE(world.bob().text(kNote), kEdited);
    world.settle();
    QCOMPARE(world.alice().text(kNote), kEdited);
    QCOMPARE(world.problem(), QString());
}

void TestSyncDeletes::s18DeletePushedFirstAgainstEdit()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.bob().remove(kNote);
    world.bob().sync();
    world.alice().sync();
    world.settle();
    QCOMPARE(world.alice().text(kNote), kEdited);
    QCOMPARE(world.bob().text(kNote), kEdited);
    QCOMPARE(world.problem(), QString());
}

void TestSyncDeletes::s19DeleteAgainstDelete()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().remove(kNote);
    world.bob().remove(kNote);
    world.settle();
    QCOMPARE(world.bob().conflicts(), 0);
    QCOMPARE(world.master.state().tokens.size(), 3); // nothing, the note, one tombstone
    QCOMPARE(world.problem(), QString());
}

void TestSyncDeletes::s20CreateThenDeleteBeforeTheFirstPush()
{
    SyncWorld world;
    world.alice().write(QStringLiteral("short"), QStringLiteral("lived"));
    world.alice().remove(QStringLiteral("short"));
    world.settle();
    QVERIFY(world.master.state().rows.isEmpty());
    QCOMPARE(world.alice().pending(), 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncDeletes::s20CreateThenDeleteAfterALostReply()
{
    SyncWorld world;
    world.alice().write(QStringLiteral("short"), QStringLiteral("lived"));
    world.alice().network.script(FaultyMaster::Call::Push, FaultyMaster::Fault::DropReply);
    QVERIFY(world.alice().sync().error);
    world.alice().remove(QStringLiteral("short"));
    world.settle();
    QVERIFY(world.master.state().rows[QStringLiteral("short")].deleted);
    QCOMPARE(world.problem(), QString());
}

void TestSyncDeletes::s21DeleteAndBringBack()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().remove(kNote);
    world.alice().sync();
    world.alice().write(kNote, kEdited);
    world.settle();
    QCOMPARE(world.bob().text(kNote), kEdited);
    QCOMPARE(world.problem(), QString());
}

void TestSyncDeletes::s23TombstoneCollectedWhileAway()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().remove(kNote);
    world.alice().write(QStringLiteral("newer"), QStringLiteral("since then"));
    world.alice().sync();
    world.master.collectTombstones(2);
    const RoundReport report = world.bob().sync();
    QCOMPARE(report.resyncs, 1);
    QCOMPARE(report.pushed, 0);
    QCOMPARE(world.bob().trashIds(), QStringList{kNote});
    QCOMPARE(world.bob().text(QStringLiteral("newer")), QStringLiteral("since then"));
    world.settle();
    QVERIFY(!world.master.state().rows.contains(kNote));
    QCOMPARE(world.problem(), QString());
}

void TestSyncDeletes::s24TombstoneCollectedWhileAwayAndEdited()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().remove(kNote);
    world.alice().sync();
    world.bob().write(kNote, kEdited);
    world.master.collectTombstones(2);
    world.settle();
    QCOMPARE(world.bob().text(kNote), kEdited);
    QVERIFY(world.master.state().rows.isEmpty());
    const auto kept = questions::answer(
        world.bob().replica(), SyncQuestion::Kind::DeletedLongAgo, SyncAnswer::KeepAll);
    QVERIFY(kept.ok());
    world.settle();
    QCOMPARE(world.bob().text(kNote), kEdited);
    QCOMPARE(world.alice().text(kNote), kEdited);
    QCOMPARE(world.problem(), QString());
}

void TestSyncDeletes::s25PushFirstAfterCollection()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().remove(kNote);
    world.alice().sync();
    const ReplicaCheckpoint old = world.bob().checkpoint();
    world.bob().write(kNote, kEdited);
    world.master.collectTombstones(2);
    const ReplicaRow row = world.bob().row(kNote);
    master::PushRow pushed;
    pushed.id = kNote;
    pushed.base = row.base->revision;
    pushed.revision = QByteArray(16, 'x');
    pushed.kind = row.state.kind;
    pushed.body = row.state.body;
    const auto answer =
        world.master.push({{old.epoch, old.cursor, {old.proofPosition, old.proofToken}},
                           QStringLiteral("Bob"),
                           QByteArray(16, 'b'),
                           {pushed}});
    QCOMPARE(std::get<master::Resync>(answer.value()).reason, master::ResyncReason::BehindGc);
    QVERIFY(world.master.state().rows.isEmpty());
}

void TestSyncDeletes::s28CollectionDuringAPull()
{
    SyncWorld world;
    world.master.limits.rowsPerPage = 4;
    for (int i = 0; i < 12; ++i)
        world.alice().write(QStringLiteral("n%1").arg(i), QStringLiteral("text"));
    world.settle();
    for (int i = 0; i < 12; ++i)
        world.alice().remove(QStringLiteral("n%1").arg(i));
    world.alice().sync();
    int pages = 0;
    world.bob().network.meanwhile = [&](FaultyMaster::Call call) {
        if (call == FaultyMaster::Call::Pull && ++pages == 2)
            world.master.collectTombstones(24);
    };
    const RoundReport report = world.bob().sync();
    QVERIFY(!report.error);
    QCOMPARE(report.resyncs, 1);
    QCOMPARE(world.bob().noteIds(), QStringList());
    QCOMPARE(world.problem(), QString());
}

void TestSyncDeletes::missingRowIsCreatedAgain()
{
    SyncWorld world;
    world.shareNote(kNote);
    auto state = world.master.state();
    state.rows.remove(kNote); // gone for a reason that no mark tells
    state.order.clear();
    world.master.restore(state);
    world.bob().write(kNote, kEdited);
    world.settle();
    QCOMPARE(world.alice().text(kNote), kEdited);
    QCOMPARE(world.problem(), QString());
}

QTEST_GUILESS_MAIN(TestSyncDeletes)
#include "tst_syncdeletes.moc"
