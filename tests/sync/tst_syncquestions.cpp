#include "sync/notebookcycles.h"
#include "sync/questions.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/syncworld.h"

#include <QTest>

using namespace std::chrono_literals;

/// What sync does only after a person agreed, and the circle of notebooks that it undoes by itself.
class TestSyncQuestions : public QObject
{
    Q_OBJECT

private slots:
    void s14NotebooksInEachOther_data();
    void s14NotebooksInEachOther();
    void s14LongerCircles();
    void s24EditedAndDeletedLongAgo_data();
    void s24EditedAndDeletedLongAgo();
    void s24AnElementOfADrawingThatIsGone();
    void s30MassDeletionElsewhere_data();
    void s30MassDeletionElsewhere();
    void s30MassDeletionHere_data();
    void s30MassDeletionHere();
    void s30RestoringByHandWithdrawsIt();
    void s30FewDeletionsAskNothing();
    void s30EmptyingTheTrashAsksNothing();
    void s23MassDeletionLongAgoAsks();
    void s73ManyDifferencesAreOneQuestion_data();
    void s73ManyDifferencesAreOneQuestion();
    void s77AnEmptyCanisterIsFilledAfterAQuestion();
    void s77SomebodyElseFilledIt();
    void s77ADeletedSpaceIsNotFilledUnasked();
    void s86AnotherPrincipalOrCanisterSendsNothing_data();
    void s86AnotherPrincipalOrCanisterSendsNothing();
};

using Kind = SyncQuestion::Kind;

namespace {

const QString kNote = QStringLiteral("n1");

QString noteId(int number)
{
    return QStringLiteral("note%1").arg(number, 3, 10, QLatin1Char('0'));
}

void shareNotes(SyncWorld &world, int count)
{
    for (int i = 0; i < count; ++i)
        world.alice().write(noteId(i), QStringLiteral("text %1").arg(i));
    world.settle();
}

QList<SyncQuestion> questionsOf(SyncDevice &device)
{
    return questions::open(device.replica()).value();
}

void answer(SyncDevice &device, Kind kind, SyncAnswer given)
{
    QVERIFY(questions::answer(device.replica(), kind, given).ok());
}

void saveNotebook(SyncDevice &device, const QString &id, const QString &parent)
{
    Notebook notebook;
    notebook.id = DocumentId(id);
    notebook.title = id;
    notebook.parent = DocumentId(parent);
    device.save(notebook.toDocument());
}

QMap<QString, QString> parentsOf(SyncDevice &device)
{
    QMap<QString, QString> parents;
    for (const Notebook &notebook : device.documents().notebooks().value())
        parents.insert(notebook.id.text(), notebook.parent.text());
    return parents;
}

/// Alice deletes and the canister forgets the tombstones while Bob is away.
void forgetWhileAway(SyncWorld &world, const QStringList &ids)
{
    for (const QString &id : ids)
        world.alice().remove(id);
    world.alice().sync();
    world.master.collectTombstones(world.master.headReplicated().value().proof.position);
    world.alice().sync();
}

} // namespace

void TestSyncQuestions::s14NotebooksInEachOther_data()
{
    QTest::addColumn<bool>("aliceFirst");
    QTest::newRow("Alice first") << true;
    QTest::newRow("Bob first") << false;
}

void TestSyncQuestions::s14NotebooksInEachOther()
{
    QFETCH(bool, aliceFirst);
    SyncWorld world;
    saveNotebook(world.alice(), QStringLiteral("P"), {});
    saveNotebook(world.alice(), QStringLiteral("Q"), {});
    world.settle();
    saveNotebook(world.alice(), QStringLiteral("P"), QStringLiteral("Q"));
    saveNotebook(world.bob(), QStringLiteral("Q"), QStringLiteral("P"));
    (aliceFirst ? world.alice() : world.bob()).sync();
    (aliceFirst ? world.bob() : world.alice()).sync();
    world.settle();
    // The move that was accepted first stands, the later one is undone.
    const QMap<QString, QString> expected =
        aliceFirst ? QMap<QString, QString>{{QStringLiteral("P"), QStringLiteral("Q")},
                                            {QStringLiteral("Q"), QString()}}
                   : QMap<QString, QString>{{QStringLiteral("P"), QString()},
                                            {QStringLiteral("Q"), QStringLiteral("P")}};
    QCOMPARE(parentsOf(world.alice()), expected);
    QCOMPARE(parentsOf(world.bob()), expected);
    QCOMPARE(world.alice().conflicts() + world.bob().conflicts(), 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncQuestions::s14LongerCircles()
{
    SyncWorld world(3);
    const QStringList ids{QStringLiteral("P"), QStringLiteral("Q"), QStringLiteral("R")};
    for (const QString &id : ids)
        saveNotebook(world.alice(), id, {});
    world.settle();
    saveNotebook(world.alice(), ids[0], ids[1]);
    saveNotebook(world.bob(), ids[1], ids[2]);
    saveNotebook(world.carol(), ids[2], ids[0]);
    world.settle();
    const QMap<QString, QString> parents = parentsOf(world.alice());
    for (const QString &id : ids) {
        QString at = id;
        for (int depth = 0; depth < 3 && !at.isEmpty(); ++depth)
            at = parents.value(at);
        QVERIFY2(at.isEmpty(), qPrintable(id + QStringLiteral(" cannot be reached")));
    }
    QCOMPARE(parents.values().count(QString()), 1);
    QCOMPARE(world.problem(), QString());
}

void TestSyncQuestions::s24EditedAndDeletedLongAgo_data()
{
    QTest::addColumn<SyncAnswer>("given");
    QTest::newRow("keep") << SyncAnswer::KeepAll;
    QTest::newRow("discard") << SyncAnswer::GoOn;
    QTest::newRow("one by one") << SyncAnswer::OneByOne;
}

void TestSyncQuestions::s24EditedAndDeletedLongAgo()
{
    QFETCH(SyncAnswer, given);
    SyncWorld world;
    world.shareNote(kNote);
    world.shareNote(QStringLiteral("unedited"));
    forgetWhileAway(world, {kNote, QStringLiteral("unedited")});
    world.bob().write(kNote, QStringLiteral("edited far away\n"));
    world.bob().write(QStringLiteral("other"), QStringLiteral("meanwhile"));
    world.clock.advance(24h * 400);
    world.bob().sync();
    QCOMPARE(questionsOf(world.bob()).size(), 1);
    QCOMPARE(questionsOf(world.bob()).first().kind, Kind::DeletedLongAgo);
    QCOMPARE(questionsOf(world.bob()).first().documents, 1);
    QCOMPARE(world.bob().text(kNote), QStringLiteral("edited far away\n"));
    QCOMPARE(world.bob().trashIds(), QStringList{QStringLiteral("unedited")});
    QVERIFY(!world.master.state().rows.contains(kNote));
    QVERIFY(world.master.state().rows.contains(QStringLiteral("other"))); // nothing else waits
    world.bob().restart();
    world.settle();
    QCOMPARE(questionsOf(world.bob()).size(), 1);

    answer(world.bob(), Kind::DeletedLongAgo, given);
    QVERIFY(questionsOf(world.bob()).isEmpty());
    if (given == SyncAnswer::OneByOne) {
        QCOMPARE(world.bob().conflicts(), 1);
        world.bob().resolve(kNote, SyncDevice::Choice::Mine);
    }
    world.settle();
    if (given == SyncAnswer::GoOn) {
        QVERIFY(!world.alice().noteIds().contains(kNote));
        QVERIFY(world.bob().trashIds().contains(kNote));
    } else {
        QCOMPARE(world.alice().text(kNote), QStringLiteral("edited far away\n"));
    }
    QCOMPARE(world.bob().conflicts(), 0);
}

void TestSyncQuestions::s24AnElementOfADrawingThatIsGone()
{
    SyncWorld world;
    world.alice().save(build::drawing(QStringLiteral("d"), QStringLiteral("D")).toDocument());
    const auto element = build::rectangle(QStringLiteral("d"), QStringLiteral("e1"));
    world.alice().save(element.toDocument());
    world.settle();
    world.alice().remove(QStringLiteral("d"));
    world.alice().sync();
    world.master.collectTombstones(world.master.headReplicated().value().proof.position);
    world.alice().sync();
    world.bob().save(build::rectangle(QStringLiteral("d"), QStringLiteral("e2")).toDocument());
    world.bob().save(build::rectangle(QStringLiteral("d"), QStringLiteral("e1"), 5).toDocument());
    world.bob().sync();
    // The drawing is one question, with all that is in it.
    QCOMPARE(questionsOf(world.bob()).size(), 1);
    QCOMPARE(questionsOf(world.bob()).first().documents, 1);
    answer(world.bob(), Kind::DeletedLongAgo, SyncAnswer::KeepAll);
    world.settle();
    QCOMPARE(world.alice().documents().elements(DocumentId(QStringLiteral("d"))).value().size(), 2);
    QCOMPARE(world.problem(), QString());
}

void TestSyncQuestions::s30MassDeletionElsewhere_data()
{
    QTest::addColumn<bool>("toTrash");
    QTest::addColumn<bool>("keep");
    QTest::newRow("deleted, go on") << false << false;
    QTest::newRow("deleted, keep all") << false << true;
    QTest::newRow("in the trash, go on") << true << false;
    QTest::newRow("in the trash, keep all") << true << true;
}

void TestSyncQuestions::s30MassDeletionElsewhere()
{
    QFETCH(bool, toTrash);
    QFETCH(bool, keep);
    SyncWorld world;
    shareNotes(world, 40);
    QList<DocumentId> ids;
    for (int i = 0; i < 25; ++i)
        ids.append(DocumentId(noteId(i)));
    QVERIFY(toTrash ? world.alice().documents().trash(ids).ok()
                    : world.alice().documents().deleteForever(ids).ok());
    world.alice().sync();
    answer(world.alice(), Kind::DeletedHere, SyncAnswer::GoOn);
    world.alice().write(QStringLiteral("other"), QStringLiteral("meanwhile"));
    world.alice().sync();
    world.bob().write(noteId(39), QStringLiteral("edited"));
    world.bob().sync();
    QCOMPARE(questionsOf(world.bob()),
             (QList<SyncQuestion>{{Kind::DeletedThere, 25, 41, QStringLiteral("Alice")}}));
    // Nothing is gone, nothing else waits, and a restart forgets nothing.
    QCOMPARE(world.bob().noteIds().size(), 41);
    world.alice().sync();
    QCOMPARE(world.alice().text(noteId(39)), QStringLiteral("edited"));
    QCOMPARE(world.bob().text(QStringLiteral("other")), QStringLiteral("meanwhile"));
    world.bob().restart();
    world.settle();
    QCOMPARE(world.bob().noteIds().size(), 41);
    QCOMPARE(world.bob().conflicts(), 0);

    answer(world.bob(), Kind::DeletedThere, keep ? SyncAnswer::KeepAll : SyncAnswer::GoOn);
    world.settle();
    if (keep)
        answer(world.alice(), Kind::DeletedThere, SyncAnswer::KeepAll);
    world.settle();
    QCOMPARE(world.bob().noteIds().size(), keep ? 41 : 16);
    QCOMPARE(world.alice().noteIds().size(), keep ? 41 : 16);
    QVERIFY(questionsOf(world.alice()).isEmpty());
    QVERIFY(questionsOf(world.bob()).isEmpty());
    QCOMPARE(world.problem(), QString());
}

void TestSyncQuestions::s30MassDeletionHere_data()
{
    QTest::addColumn<bool>("keep");
    QTest::newRow("go on") << false;
    QTest::newRow("keep all") << true;
}

void TestSyncQuestions::s30MassDeletionHere()
{
    QFETCH(bool, keep);
    SyncWorld world;
    shareNotes(world, 40);
    QList<DocumentId> ids;
    for (int i = 0; i < 30; ++i)
        ids.append(DocumentId(noteId(i)));
    QVERIFY(world.bob().documents().deleteForever(ids).ok());
    world.bob().write(QStringLiteral("other"), QStringLiteral("goes on"));
    world.bob().sync();
    QCOMPARE(questionsOf(world.bob()),
             (QList<SyncQuestion>{{Kind::DeletedHere, 30, 41, QString()}}));
    world.alice().sync();
    QCOMPARE(world.alice().noteIds().size(), 41);
    // A further deletion joins the question.
    world.bob().remove(noteId(30));
    world.bob().restart();
    world.bob().sync();
    QCOMPARE(questionsOf(world.bob()).first().documents, 31);

    answer(world.bob(), Kind::DeletedHere, keep ? SyncAnswer::KeepAll : SyncAnswer::GoOn);
    world.bob().sync();
    QVERIFY(questionsOf(world.bob()).isEmpty());
    QCOMPARE(world.bob().noteIds().size(), keep ? 41 : 10);
    world.alice().sync();
    if (!keep)
        answer(world.alice(), Kind::DeletedThere, SyncAnswer::GoOn);
    world.settle();
    QCOMPARE(world.alice().noteIds().size(), keep ? 41 : 10);
    QCOMPARE(world.problem(), QString());
}

void TestSyncQuestions::s30RestoringByHandWithdrawsIt()
{
    SyncWorld world;
    shareNotes(world, 30);
    QList<DocumentId> ids;
    for (int i = 0; i < 30; ++i)
        ids.append(DocumentId(noteId(i)));
    QVERIFY(world.bob().documents().trash(ids).ok());
    world.bob().sync();
    QCOMPARE(questionsOf(world.bob()).size(), 1);
    QVERIFY(world.bob().documents().restore(ids).ok());
    world.settle();
    QVERIFY(questionsOf(world.bob()).isEmpty());
    QCOMPARE(world.alice().noteIds().size(), 30);
    QCOMPARE(world.problem(), QString());
}

void TestSyncQuestions::s30FewDeletionsAskNothing()
{
    SyncWorld world;
    shareNotes(world, 60);
    QList<DocumentId> ids;
    for (int i = 0; i < 29; ++i) // many, but not half
        ids.append(DocumentId(noteId(i)));
    QVERIFY(world.alice().documents().deleteForever(ids).ok());
    world.settle();
    ids.clear();
    for (int i = 29; i < 48; ++i) // more than half, but not many
        ids.append(DocumentId(noteId(i)));
    QVERIFY(world.alice().documents().deleteForever(ids).ok());
    world.settle();
    QCOMPARE(world.bob().noteIds().size(), 12);
    QVERIFY(questionsOf(world.alice()).isEmpty());
    QVERIFY(questionsOf(world.bob()).isEmpty());
    QCOMPARE(world.problem(), QString());
}

void TestSyncQuestions::s30EmptyingTheTrashAsksNothing()
{
    SyncWorld world;
    shareNotes(world, 30);
    QList<DocumentId> ids;
    for (int i = 0; i < 30; ++i)
        ids.append(DocumentId(noteId(i)));
    QVERIFY(world.alice().documents().trash(ids).ok());
    world.alice().sync();
    answer(world.alice(), Kind::DeletedHere, SyncAnswer::GoOn);
    world.settle();
    answer(world.bob(), Kind::DeletedThere, SyncAnswer::GoOn);
    world.settle();
    QVERIFY(world.alice().documents().deleteForever(ids).ok());
    world.settle();
    QVERIFY(questionsOf(world.alice()).isEmpty());
    QVERIFY(questionsOf(world.bob()).isEmpty());
    QVERIFY(world.bob().trashIds().isEmpty());
    QCOMPARE(world.problem(), QString());
}

void TestSyncQuestions::s23MassDeletionLongAgoAsks()
{
    SyncWorld world;
    shareNotes(world, 30);
    QStringList ids;
    for (int i = 0; i < 25; ++i)
        ids.append(noteId(i));
    for (const QString &id : std::as_const(ids))
        world.alice().remove(id);
    world.alice().sync();
    answer(world.alice(), Kind::DeletedHere, SyncAnswer::GoOn);
    forgetWhileAway(world, {});
    world.bob().sync();
    QCOMPARE(questionsOf(world.bob()).first().kind, Kind::DeletedThere);
    QCOMPARE(world.bob().noteIds().size(), 30);
    answer(world.bob(), Kind::DeletedThere, SyncAnswer::GoOn);
    world.settle();
    QCOMPARE(world.bob().trashIds().size(), 25);
    QCOMPARE(world.problem(), QString());
}

void TestSyncQuestions::s73ManyDifferencesAreOneQuestion_data()
{
    QTest::addColumn<SyncAnswer>("given");
    QTest::newRow("mine") << SyncAnswer::TakeMine;
    QTest::newRow("theirs") << SyncAnswer::TakeTheirs;
    QTest::newRow("one by one") << SyncAnswer::OneByOne;
}

void TestSyncQuestions::s73ManyDifferencesAreOneQuestion()
{
    QFETCH(SyncAnswer, given);
    SyncWorld world;
    shareNotes(world, 5);
    const MasterReplica::State snapshot = world.master.state();
    for (int i = 0; i < 3; ++i)
        world.alice().write(noteId(i), QStringLiteral("after the snapshot %1").arg(i));
    world.settle();
    world.master.restore(snapshot);
    // Somebody writes past Alice's proof before she comes back.
    SyncDevice carol(QStringLiteral("Carol"), world.master, world.clock);
    carol.sync();
    for (int i = 0; i < 3; ++i)
        carol.write(noteId(i), QStringLiteral("on the old state %1").arg(i));
    carol.sync();
    world.alice().sync();
    QCOMPARE(questionsOf(world.alice()),
             (QList<SyncQuestion>{{Kind::CanisterRestored, 3, 5, QStringLiteral("Carol")}}));
    QCOMPARE(world.alice().conflicts(), 0);
    QCOMPARE(world.alice().noteIds().size(), 5); // nothing is deleted
    // A further change on the other side stays within the question.
    carol.write(noteId(0), QStringLiteral("on the old state, again"));
    carol.sync();
    world.alice().sync();
    QCOMPARE(questionsOf(world.alice()).first().documents, 3);

    answer(world.alice(), Kind::CanisterRestored, given);
    if (given == SyncAnswer::OneByOne) {
        QCOMPARE(world.alice().conflicts(), 3);
        for (int i = 0; i < 3; ++i)
            world.alice().resolve(noteId(i), SyncDevice::Choice::Mine);
    }
    world.alice().sync();
    carol.sync();
    const QString expected = given == SyncAnswer::TakeTheirs
                                 ? QStringLiteral("on the old state, again")
                                 : QStringLiteral("after the snapshot 0");
    QCOMPARE(world.alice().text(noteId(0)), expected);
    QCOMPARE(carol.text(noteId(0)), expected);
    QVERIFY(questionsOf(world.alice()).isEmpty());
}

void TestSyncQuestions::s77AnEmptyCanisterIsFilledAfterAQuestion()
{
    SyncWorld world;
    shareNotes(world, 5);
    world.master.reinstall();
    world.alice().write(QStringLiteral("other"), QStringLiteral("meanwhile"));
    for (int i = 0; i < 3; ++i) {
        const RoundReport report = world.alice().sync();
        QVERIFY(report.error);
        QCOMPARE(report.error->kind, SyncError::Kind::NeedsAnswer);
    }
    QVERIFY(world.master.state().rows.isEmpty());
    QCOMPARE(world.alice().noteIds().size(), 6);
    QCOMPARE(questionsOf(world.alice()), (QList<SyncQuestion>{{Kind::CanisterEmpty, 6, 6, {}}}));
    world.alice().restart();
    answer(world.alice(), Kind::CanisterEmpty, SyncAnswer::KeepAll); // is none
    QCOMPARE(questionsOf(world.alice()).size(), 1);
    answer(world.alice(), Kind::CanisterEmpty, SyncAnswer::GoOn);
    QVERIFY(questionsOf(world.alice()).isEmpty());
    world.settle();
    QCOMPARE(world.master.state().rows.size(), 6);
    QCOMPARE(world.bob().noteIds().size(), 6);
    QVERIFY(questionsOf(world.bob()).isEmpty());
    QCOMPARE(world.problem(), QString());
}

void TestSyncQuestions::s77SomebodyElseFilledIt()
{
    SyncWorld world;
    shareNotes(world, 5);
    world.master.reinstall();
    world.alice().sync();
    world.bob().sync();
    QCOMPARE(questionsOf(world.bob()).size(), 1);
    answer(world.alice(), Kind::CanisterEmpty, SyncAnswer::GoOn);
    world.settle();
    QVERIFY(questionsOf(world.bob()).isEmpty());
    QCOMPARE(world.problem(), QString());
}

void TestSyncQuestions::s77ADeletedSpaceIsNotFilledUnasked()
{
    SyncWorld world;
    shareNotes(world, 5);
    world.alice().write(QStringLiteral("mine"), QStringLiteral("not on the other device"));
    world.alice().sync();
    world.master.reinstall();
    world.master.erasedNs = world.master.state().epoch;
    world.bob().sync();
    answer(world.bob(), Kind::CanisterEmpty, SyncAnswer::GoOn);
    QVERIFY(!world.bob().sync().error);
    QCOMPARE(world.master.state().rows.size(), 5);
    const RoundReport report = world.alice().sync();
    QVERIFY(report.error);
    QCOMPARE(report.error->kind, SyncError::Kind::NeedsAnswer);
    QCOMPARE(world.master.state().rows.size(), 5);
    answer(world.alice(), Kind::CanisterEmpty, SyncAnswer::GoOn);
    world.settle();
    QCOMPARE(world.problem(), QString());
}

void TestSyncQuestions::s86AnotherPrincipalOrCanisterSendsNothing_data()
{
    QTest::addColumn<bool>("otherPrincipal");
    QTest::newRow("another person") << true;
    QTest::newRow("another canister") << false;
}

void TestSyncQuestions::s86AnotherPrincipalOrCanisterSendsNothing()
{
    QFETCH(bool, otherPrincipal);
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, QStringLiteral("edited\n"));
    world.alice().network.clearLog();
    ReplicaBinding account = SyncDevice::account();
    (otherPrincipal ? account.principal : account.canister) = QStringLiteral("other");
    const RoundReport report = world.alice().syncAs(account);
    QVERIFY(report.error);
    QCOMPARE(report.error->kind, SyncError::Kind::OtherAccount);
    QCOMPARE(world.alice().network.allCalls(), 0);
    world.settle();
    QCOMPARE(world.bob().text(kNote), QStringLiteral("edited\n"));
    QCOMPARE(world.problem(), QString());
}

QTEST_GUILESS_MAIN(TestSyncQuestions)
#include "tst_syncquestions.moc"
