#include "tests/support/syncworld.h"

#include <QTest>

/// Lost messages, crashes, pages and edits meanwhile: sections D, E and F of
/// design/sync-edge-cases.md.
class TestSyncFaults : public QObject
{
    Q_OBJECT

private slots:
    void s38RequestLost();
    void s39ReplyLost();
    void s40ReplyLostThenEditedHere();
    void s41ReplyLostThenEditedElsewhere_data();
    void s41ReplyLostThenEditedElsewhere();
    void s41AndEditedHereAsWell();
    void s42SamePushTwice();
    void s44OldAnswerAfterThePush();
    void s45CrashAtEveryWrite();
    void s46CrashAfterTheAcknowledgement();
    void s49PullCutBetweenPages();
    void s50ForeignReply_data();
    void s50ForeignReply();
    void s51CancelDuringAPush();
    void s53NothingNew();
    void s54ChangesAsManyAsAPageHolds_data();
    void s54ChangesAsManyAsAPageHolds();
    void s55ManyRowsInOneInstant();
    void s56PageCutByBytes();
    void s60NodeThatLags();
    void s64TwoLibrariesMeet();
    void s65EditDuringThePush();
    void s66DeleteDuringThePush();
    void s69IncomingStreamLetsAnEditOut();
    void s70SameChangeByPullAndByReply();
};

using Call = FaultyMaster::Call;
using Fault = FaultyMaster::Fault;

namespace {

const QString kNote = QStringLiteral("n1");
const QString kEdited = QStringLiteral("one\nEDITED\nthree\n");
const QString kEditedTwice = QStringLiteral("one\nEDITED TWICE\nthree\n");

} // namespace

void TestSyncFaults::s38RequestLost()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().network.script(Call::Push, Fault::DropRequest);
    QCOMPARE(world.alice().sync().error->kind, SyncError::Kind::Offline);
    QCOMPARE(world.alice().pending(), 1);
    world.settle();
    QCOMPARE(world.master.state().tokens.size(), 3);
    QCOMPARE(world.bob().text(kNote), kEdited);
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s39ReplyLost()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().network.script(Call::Push, Fault::DropReply);
    QVERIFY(world.alice().sync().error);
    QCOMPARE(world.alice().pending(), 1);
    QVERIFY(!world.alice().sync().error);
    QCOMPARE(world.alice().pending(), 0);
    QCOMPARE(world.master.state().tokens.size(), 3);
    QCOMPARE(world.alice().conflicts(), 0);
    world.settle();
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s40ReplyLostThenEditedHere()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().network.script(Call::Push, Fault::DropReply);
    QVERIFY(world.alice().sync().error);
    world.alice().write(kNote, kEditedTwice);
    const RoundReport report = world.alice().sync();
    QCOMPARE(report.merged, 0);
    QCOMPARE(world.alice().conflicts(), 0);
    world.settle();
    QCOMPARE(world.bob().text(kNote), kEditedTwice);
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s41ReplyLostThenEditedElsewhere_data()
{
    QTest::addColumn<int>("laterEdits");
    QTest::newRow("once") << 1;
    QTest::newRow("three times") << 3;
    QTest::newRow("as often as the canister remembers") << 16;
}

void TestSyncFaults::s41ReplyLostThenEditedElsewhere()
{
    QFETCH(int, laterEdits);
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().network.script(Call::Push, Fault::DropReply);
    QVERIFY(world.alice().sync().error);
    for (int i = 0; i < laterEdits; ++i) {
        world.bob().sync();
        world.bob().write(kNote, kEditedTwice + QString::number(i));
        world.bob().sync();
    }
    const RoundReport report = world.alice().sync();
    QCOMPARE(report.merged, 0);
    QCOMPARE(world.alice().conflicts(), 0);
    QCOMPARE(world.alice().text(kNote), world.bob().text(kNote));
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s41AndEditedHereAsWell()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().network.script(Call::Push, Fault::DropReply);
    QVERIFY(world.alice().sync().error);
    world.bob().sync();
    world.bob().write(kNote, QStringLiteral("ONE\nEDITED\nthree\n"));
    world.bob().sync();
    world.alice().write(kNote, QStringLiteral("one\nEDITED\nTHREE\n"));
    world.alice().sync();
    QCOMPARE(world.alice().conflicts(), 0);
    world.settle();
    QCOMPARE(world.bob().text(kNote), QStringLiteral("ONE\nEDITED\nTHREE\n"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s42SamePushTwice()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().network.script(Call::Push, Fault::Repeat);
    const RoundReport report = world.alice().sync();
    QVERIFY(!report.error);
    QCOMPARE(report.pushed, 1);
    QCOMPARE(world.master.state().tokens.size(), 3);
    world.settle();
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s44OldAnswerAfterThePush()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().network.keepSnapshot(); // what a node that lags still believes
    world.alice().write(kNote, kEdited);
    world.alice().sync();
    const ReplicaCheckpoint before = world.alice().checkpoint();
    world.bob().sync();
    world.bob().write(QStringLiteral("other"), QStringLiteral("text"));
    world.bob().sync();
    for (int i = 0; i < 3; ++i)
        world.alice().network.script(Call::Pull, Fault::Stale);
    world.alice().sync();
    QCOMPARE(world.alice().text(kNote), kEdited);
    QVERIFY(world.alice().checkpoint().cursor >= before.cursor);
    world.settle();
    QCOMPARE(world.alice().text(QStringLiteral("other")), QStringLiteral("text"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s45CrashAtEveryWrite()
{
    int crashes = 0;
    for (bool ended = false; !ended;) {
        // A round that pulls, merges, opens a conflict, pushes and is acknowledged.
        SyncWorld world;
        world.shareNote(kNote);
        world.shareNote(QStringLiteral("n2"));
        world.alice().write(kNote, QStringLiteral("ONE\ntwo\nthree\n"));
        world.alice().write(QStringLiteral("n2"), QStringLiteral("one\nALICE\nthree\n"));
        world.alice().write(QStringLiteral("a"), QStringLiteral("new"));
        world.alice().sync();
        world.bob().write(kNote, QStringLiteral("one\ntwo\nTHREE\n"));
        world.bob().write(QStringLiteral("n2"), QStringLiteral("one\nBOB\nthree\n"));
        world.bob().write(QStringLiteral("b"), QStringLiteral("new, too"));

        world.bob().replica().failWrite(crashes + 1);
        const RoundReport report = world.bob().sync();
        ended = !report.error;
        crashes += ended ? 0 : 1;
        QVERIFY(ended || report.error->kind == SyncError::Kind::Local);
        world.bob().restart();
        world.settle();
        QCOMPARE(world.bob().conflicts(), 1);
        QCOMPARE(world.bob().text(QStringLiteral("n2")), QStringLiteral("one\nBOB\nthree\n"));
        world.bob().resolve(QStringLiteral("n2"), SyncDevice::Choice::Mine);
        world.settle();
        QCOMPARE(world.alice().text(kNote), QStringLiteral("ONE\ntwo\nTHREE\n"));
        QCOMPARE(world.alice().text(QStringLiteral("b")), QStringLiteral("new, too"));
        QCOMPARE(world.problem(), QString());
    }
    QVERIFY(crashes > 10);
}

void TestSyncFaults::s46CrashAfterTheAcknowledgement()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().network.script(Call::Push, Fault::DropReply);
    QVERIFY(world.alice().sync().error);
    world.alice().restart();
    QVERIFY(!world.alice().sync().error);
    world.settle();
    QCOMPARE(world.master.state().tokens.size(), 3);
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s49PullCutBetweenPages()
{
    SyncWorld world;
    world.master.limits.rowsPerPage = 10;
    for (int i = 0; i < 35; ++i)
        world.alice().write(QStringLiteral("n%1").arg(i), QStringLiteral("text"));
    world.alice().sync();
    world.bob().network.script(Call::Pull, Fault::None);
    world.bob().network.script(Call::Pull, Fault::None);
    world.bob().network.script(Call::Pull, Fault::DropReply);
    QVERIFY(world.bob().sync().error);
    QCOMPARE(world.bob().checkpoint().cursor, std::uint64_t{20});
    QCOMPARE(world.bob().noteIds().size(), 20);
    const RoundReport rest = world.bob().sync();
    QCOMPARE(rest.pulled, 15);
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s50ForeignReply_data()
{
    QTest::addColumn<SyncError::Kind>("kind");
    QTest::newRow("not the protocol") << SyncError::Kind::Protocol;
    QTest::newRow("not proved") << SyncError::Kind::Untrusted;
}

void TestSyncFaults::s50ForeignReply()
{
    QFETCH(SyncError::Kind, kind);
    SyncWorld world;
    world.shareNote(kNote);
    const ReplicaCheckpoint before = world.bob().checkpoint();
    world.alice().write(kNote, kEdited);
    world.alice().sync();
    world.bob().network.script(Call::Pull, kind);
    QCOMPARE(world.bob().sync().error->kind, kind);
    QCOMPARE(world.bob().checkpoint(), before);
    world.settle();
    QCOMPARE(world.bob().text(kNote), kEdited);
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s51CancelDuringAPush()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().network.script(Call::Push, SyncError::Kind::Cancelled);
    QCOMPARE(world.alice().sync().error->kind, SyncError::Kind::Cancelled);
    QCOMPARE(world.alice().pending(), 1);
    world.alice().restart();
    world.settle();
    QCOMPARE(world.bob().text(kNote), kEdited);
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s53NothingNew()
{
    SyncWorld world;
    QCOMPARE(world.alice().sync().calls(), 2); // a first sync with an empty canister: head, pull
    world.shareNote(kNote);
    const ReplicaCheckpoint before = world.alice().checkpoint();
    const RoundReport report = world.alice().sync();
    QVERIFY(report.complete);
    QCOMPARE(report.queries, 1);
    QCOMPARE(report.updates, 0);
    QCOMPARE(world.alice().checkpoint(), before);
}

void TestSyncFaults::s54ChangesAsManyAsAPageHolds_data()
{
    QTest::addColumn<int>("changes");
    for (const int changes : {1, 9, 10, 11, 20, 39, 40, 41})
        QTest::addRow("%d of 10 a page", changes) << changes;
}

void TestSyncFaults::s54ChangesAsManyAsAPageHolds()
{
    QFETCH(int, changes);
    SyncWorld world;
    for (int i = 0; i < changes; ++i)
        world.alice().write(QStringLiteral("n%1").arg(i), QStringLiteral("text"));
    world.alice().sync();
    world.master.limits.rowsPerPage = 10;
    const RoundReport report = world.bob().sync();
    QVERIFY(!report.error);
    QCOMPARE(report.pulled, changes);
    QCOMPARE(world.bob().network.calls(Call::Pull), (changes + 9) / 10);
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s55ManyRowsInOneInstant()
{
    SyncWorld world;
    QList<Document> imported;
    for (int i = 0; i < 1'000; ++i) {
        Note note;
        note.header.id = DocumentId(QStringLiteral("n%1").arg(i));
        note.text = QStringLiteral("text %1").arg(i);
        imported.append(note.toDocument());
    }
    QVERIFY(world.alice().documents().save(imported, {HistoryReason::Imported, true}).ok());
    const RoundReport sent = world.alice().sync();
    QCOMPARE(sent.pushed, 1'000);
    QCOMPARE(sent.updates, 1);
    world.master.limits.rowsPerPage = 10;
    QCOMPARE(world.bob().sync().pulled, 1'000);
    QCOMPARE(world.bob().noteIds(), world.alice().noteIds());
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s56PageCutByBytes()
{
    SyncWorld world;
    SeededRandom random(56);
    for (int i = 0; i < 20; ++i) {
        QString noise; // does not compress well
        while (noise.size() < 20'000)
            noise += randomIdText(random);
        world.alice().write(QStringLiteral("n%1").arg(i), noise);
    }
    world.alice().sync();
    world.master.limits.pageBytes = 50'000;
    const RoundReport report = world.bob().sync();
    QCOMPARE(report.pulled, 20);
    QVERIFY(world.bob().network.calls(Call::Pull) > 5);
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s60NodeThatLags()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().network.keepSnapshot();
    world.alice().write(kNote, kEdited);
    world.alice().sync();
    world.alice().network.clearLog();
    for (int i = 0; i < 4; ++i) {
        world.alice().network.script(Call::Head, Fault::Stale);
        world.alice().network.script(Call::Pull, Fault::Stale);
    }
    const RoundReport report = world.alice().sync();
    QCOMPARE(report.resyncs, 0);
    QCOMPARE(report.error->kind, SyncError::Kind::Busy);
    QCOMPARE(world.alice().network.calls(Call::HeadReplicated), 1);
    QCOMPARE(world.alice().network.calls(Call::Manifest), 0);
    QCOMPARE(world.alice().text(kNote), kEdited);
    while (world.alice().sync().error) {
    }
    world.settle();
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s64TwoLibrariesMeet()
{
    SyncWorld world;
    for (int i = 0; i < 200; ++i)
        world.bob().write(QStringLiteral("b%1").arg(i), QStringLiteral("from Bob"));
    world.bob().sync();
    for (int i = 0; i < 300; ++i)
        world.alice().write(QStringLiteral("a%1").arg(i), QStringLiteral("from Alice"));
    world.alice().write(QStringLiteral("b0"), QStringLiteral("from Bob"));
    world.alice().write(QStringLiteral("b1"), QStringLiteral("something else"));
    const RoundReport report = world.alice().sync();
    QCOMPARE(report.conflicts, QList<DocumentId>{DocumentId(QStringLiteral("b1"))});
    world.alice().resolve(QStringLiteral("b1"), SyncDevice::Choice::Theirs);
    world.settle();
    QCOMPARE(world.alice().noteIds().size(), 500);
    QCOMPARE(world.bob().noteIds().size(), 500);
    QCOMPARE(world.bob().trashIds(), QStringList());
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s65EditDuringThePush()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().network.meanwhile = [&](Call call) {
        if (call != Call::Push)
            return;
        world.alice().network.meanwhile = nullptr;
        world.alice().write(kNote, kEditedTwice);
    };
    const RoundReport report = world.alice().sync();
    QCOMPARE(report.pushed, 2);
    QCOMPARE(world.alice().pending(), 0);
    QCOMPARE(world.master.state().tokens.size(), 4);
    world.settle();
    QCOMPARE(world.bob().text(kNote), kEditedTwice);
    QCOMPARE(world.bob().conflicts(), 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s66DeleteDuringThePush()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().network.meanwhile = [&](Call call) {
        if (call != Call::Push)
            return;
        world.alice().network.meanwhile = nullptr;
        world.alice().remove(kNote);
    };
    world.alice().sync();
    world.settle();
    QCOMPARE(world.bob().text(kNote), QStringLiteral("<deleted>"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s69IncomingStreamLetsAnEditOut()
{
    SyncWorld world;
    for (int i = 0; i < 100; ++i)
        world.alice().write(QStringLiteral("n%1").arg(i), QStringLiteral("text"));
    world.alice().sync();
    world.master.limits.rowsPerPage = 10;
    world.bob().write(QStringLiteral("mine"), QStringLiteral("newest edit"));
    int pagesBeforePush = 0;
    bool pushed = false;
    world.bob().network.meanwhile = [&](Call call) {
        pushed = pushed || call == Call::Push;
        pagesBeforePush += call == Call::Pull && !pushed ? 1 : 0;
    };
    world.bob().sync();
    QCOMPARE(pagesBeforePush, 4);
    world.settle();
    QCOMPARE(world.alice().text(QStringLiteral("mine")), QStringLiteral("newest edit"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncFaults::s70SameChangeByPullAndByReply()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, kEdited);
    world.alice().sync();
    world.bob().write(kNote, kEditedTwice);
    world.bob().network.script(Call::Pull, SyncError::Kind::Busy);
    QVERIFY(world.bob().sync().error);
    world.settle(); // Bob's pull brings what his push would have been answered with
    QCOMPARE(world.bob().conflicts(), 1);
    world.bob().resolve(kNote, SyncDevice::Choice::Mine);
    world.settle();
    QCOMPARE(world.alice().text(kNote), kEditedTwice);
    QCOMPARE(world.problem(), QString());
}

QTEST_GUILESS_MAIN(TestSyncFaults)
#include "tst_syncfaults.moc"
