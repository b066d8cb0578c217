#include "tests/support/documentbuilder.h"
#include "tests/support/syncworld.h"

#include <QTest>

/// Edits on several devices: sections A and C of design/sync-edge-cases.md. The function names
/// carry the numbers of the scenarios.
class TestSyncEdits : public QObject
{
    Q_OBJECT

private slots:
    void s1BothAddOffline();
    void s2BothEditDifferentLines();
    void s3BothEditTheSameWord_data();
    void s3BothEditTheSameWord();
    void s4SameEditOnBoth();
    void s5CreateWithTheSameIdAndContent();
    void s6CreateWithTheSameIdDifferently();
    void s7ThreeDevicesInEveryOrder_data();
    void s7ThreeDevicesInEveryOrder();
    void s8ConflictWhileResolving();
    void s9PingPongIsBounded();
    void s10BothResolveTheSameConflict();
    void s11ResolutionThatEqualsTheMaster();
    void s12DifferentFields();
    void s13BothMoveToDifferentNotebooks();
    void s15BothAddElements();
    void s16OneMovesAndOneDeletesAnElement();
    void s31ClockOneDayAhead();
    void s32ClockOneDayBehind();
    void s33ClockSetBackWhileRunning();
};

using namespace std::chrono_literals;

namespace {

const QString kNote = QStringLiteral("n1");

QString lines(const QString &first, const QString &last)
{
    return first + QStringLiteral("\ntwo\n") + last + QStringLiteral("\n");
}

void makeConflict(SyncWorld &world)
{
    world.shareNote(kNote);
    world.alice().write(kNote, QStringLiteral("one\nALICE\nthree\n"));
    world.bob().write(kNote, QStringLiteral("one\nBOB\nthree\n"));
    world.alice().sync();
    world.bob().sync();
}

} // namespace

void TestSyncEdits::s1BothAddOffline()
{
    SyncWorld world;
    for (int i = 0; i < 20; ++i) {
        world.alice().write(QStringLiteral("a%1").arg(i), QStringLiteral("from Alice"));
        world.bob().write(QStringLiteral("b%1").arg(i), QStringLiteral("from Bob"));
    }
    world.settle();
    QCOMPARE(world.alice().noteIds().size(), 40);
    QCOMPARE(world.alice().network.calls(FaultyMaster::Call::Push), 1);
    QCOMPARE(world.bob().network.calls(FaultyMaster::Call::Push), 1);
    QCOMPARE(world.bob().conflicts(), 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s2BothEditDifferentLines()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, lines(QStringLiteral("ONE"), QStringLiteral("three")));
    world.bob().write(kNote, lines(QStringLiteral("one"), QStringLiteral("THREE")));
    world.alice().sync();
    const RoundReport report = world.bob().sync();
    QCOMPARE(report.merged, 1);
    world.alice().sync();
    QCOMPARE(world.alice().text(kNote), lines(QStringLiteral("ONE"), QStringLiteral("THREE")));
    QCOMPARE(world.bob().conflicts(), 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s3BothEditTheSameWord_data()
{
    QTest::addColumn<QString>("result");
    QTest::newRow("this device's") << QStringLiteral("one\nBOB\nthree\n");
    QTest::newRow("the other's") << QStringLiteral("one\nALICE\nthree\n");
    QTest::newRow("both, joined by hand") << QStringLiteral("one\nALICE\nBOB\nthree\n");
}

void TestSyncEdits::s3BothEditTheSameWord()
{
    QFETCH(QString, result);
    SyncWorld world;
    makeConflict(world);
    QCOMPARE(world.bob().text(kNote), QStringLiteral("one\nBOB\nthree\n"));
    const OpenConflict open = world.bob().conflict(kNote);
    QCOMPARE(Note::fromDocument(*open.base)->text, QStringLiteral("one\ntwo\nthree\n"));
    QCOMPARE(Note::fromDocument(open.master)->text, QStringLiteral("one\nALICE\nthree\n"));
    QCOMPARE(open.masterDevice, QStringLiteral("Alice"));

    // The open conflict holds nothing else up.
    world.bob().write(QStringLiteral("other"), QStringLiteral("meanwhile"));
    world.settle();
    QCOMPARE(world.alice().text(QStringLiteral("other")), QStringLiteral("meanwhile"));
    QCOMPARE(world.bob().conflicts(), 1);

    Note resolved = *Note::fromDocument(open.mine);
    resolved.text = result;
    const bool takesTheirs = result == Note::fromDocument(open.master)->text;
    QVERIFY(world.bob()
                .documents()
                .resolveConflict(open.id, takesTheirs ? open.master : resolved.toDocument())
                .ok());
    world.settle();
    QCOMPARE(world.alice().text(kNote), result);
    QCOMPARE(world.bob().conflicts(), 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s4SameEditOnBoth()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, QStringLiteral("one\n2\nthree\n"));
    world.clock.advance(5s);
    world.bob().write(kNote, QStringLiteral("one\n2\nthree\n"));
    world.settle();
    QCOMPARE(world.master.state().tokens.size(), 3); // nothing, the note, one accepted edit
    QCOMPARE(world.bob().conflicts(), 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s5CreateWithTheSameIdAndContent()
{
    SyncWorld world;
    world.alice().write(QStringLiteral("2026-01-01"), QStringLiteral("# Daily\n"));
    world.clock.advance(1h);
    world.bob().write(QStringLiteral("2026-01-01"), QStringLiteral("# Daily\n"));
    world.settle();
    QCOMPARE(world.bob().conflicts(), 0);
    QCOMPARE(world.master.state().rows.size(), 1);
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s6CreateWithTheSameIdDifferently()
{
    SyncWorld world;
    world.alice().write(QStringLiteral("2026-01-01"), QStringLiteral("rain\n"));
    world.bob().write(QStringLiteral("2026-01-01"), QStringLiteral("sun\n"));
    world.settle();
    const OpenConflict open = world.bob().conflict(QStringLiteral("2026-01-01"));
    QVERIFY(!open.base);
    QCOMPARE(Note::fromDocument(open.mine)->text, QStringLiteral("sun\n"));
    world.bob().resolve(QStringLiteral("2026-01-01"), SyncDevice::Choice::Mine);
    world.settle();
    QCOMPARE(world.alice().text(QStringLiteral("2026-01-01")), QStringLiteral("sun\n"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s7ThreeDevicesInEveryOrder_data()
{
    QTest::addColumn<QList<int>>("order");
    QList<int> order{0, 1, 2};
    do {
        QTest::addRow("%d%d%d", order[0], order[1], order[2]) << order;
    } while (std::next_permutation(order.begin(), order.end()));
}

void TestSyncEdits::s7ThreeDevicesInEveryOrder()
{
    QFETCH(QList<int>, order);
    SyncWorld world(3);
    world.shareNote(kNote, QStringLiteral("one\n\ntwo\n\nthree\n"));
    world.alice().write(kNote, QStringLiteral("one\nALICE\n\ntwo\n\nthree\n"));
    world.bob().write(kNote, QStringLiteral("one\n\ntwo\nBOB\n\nthree\n"));
    world.carol().write(kNote, QStringLiteral("one\n\ntwo\n\nthree\nCAROL\n"));
    for (int cycle = 0; cycle < 2; ++cycle) {
        for (const int device : std::as_const(order))
            world.device(device).sync();
    }
    const QString all = QStringLiteral("one\nALICE\n\ntwo\nBOB\n\nthree\nCAROL\n");
    for (const int device : std::as_const(order))
        QCOMPARE(world.device(device).text(kNote), all);
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s8ConflictWhileResolving()
{
    SyncWorld world;
    makeConflict(world);
    const OpenConflict seen = world.bob().conflict(kNote);
    world.alice().write(kNote, QStringLiteral("one\nALICE AGAIN\nthree\n"));
    world.alice().sync();
    QVERIFY(world.bob().documents().resolveConflict(seen.id, seen.mine).ok());
    world.bob().sync();
    const OpenConflict next = world.bob().conflict(kNote);
    QCOMPARE(Note::fromDocument(next.master)->text, QStringLiteral("one\nALICE AGAIN\nthree\n"));
    QCOMPARE(Note::fromDocument(next.mine)->text, QStringLiteral("one\nBOB\nthree\n"));
    world.bob().resolve(kNote, SyncDevice::Choice::Mine);
    world.settle();
    QCOMPARE(world.alice().text(kNote), QStringLiteral("one\nBOB\nthree\n"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s9PingPongIsBounded()
{
    SyncWorld world;
    world.shareNote(kNote);
    for (int i = 0; i < 50; ++i) {
        world.alice().write(kNote, QStringLiteral("one\nALICE %1\nthree\n").arg(i));
        world.bob().write(kNote, QStringLiteral("one\nBOB %1\nthree\n").arg(i));
        QVERIFY(!world.alice().sync().error);
        QVERIFY(!world.bob().sync().error);
        QCOMPARE(world.bob().conflicts(), 1);
    }
    world.bob().resolve(kNote, SyncDevice::Choice::Mine);
    world.settle();
    QCOMPARE(world.alice().text(kNote), QStringLiteral("one\nBOB 49\nthree\n"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s10BothResolveTheSameConflict()
{
    SyncWorld world(3);
    world.shareNote(kNote);
    world.carol().write(kNote, QStringLiteral("one\nCAROL\nthree\n"));
    world.alice().write(kNote, QStringLiteral("one\nALICE\nthree\n"));
    world.bob().write(kNote, QStringLiteral("one\nALICE\nthree\n"));
    world.carol().sync();
    world.alice().sync();
    world.bob().sync();
    world.alice().resolve(kNote, SyncDevice::Choice::Mine);
    world.bob().resolve(kNote, SyncDevice::Choice::Theirs);
    world.settle();
    QCOMPARE(world.bob().text(kNote), QStringLiteral("one\nALICE\nthree\n"));
    QCOMPARE(world.alice().conflicts() + world.bob().conflicts() + world.carol().conflicts(), 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s11ResolutionThatEqualsTheMaster()
{
    SyncWorld world;
    makeConflict(world);
    const qsizetype changes = world.master.state().tokens.size();
    world.bob().resolve(kNote, SyncDevice::Choice::Theirs);
    QCOMPARE(world.bob().pending(), 0);
    world.settle();
    QCOMPARE(world.master.state().tokens.size(), changes);
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s12DifferentFields()
{
    SyncWorld world;
    world.shareNote(kNote);
    Note pinned = *Note::fromDocument(world.alice().load(kNote));
    pinned.header.pinned = true;
    world.alice().save(pinned.toDocument());
    world.bob().write(kNote, QStringLiteral("one\nTWO\nthree\n"));
    world.settle();
    const Note merged = *Note::fromDocument(world.alice().load(kNote));
    QVERIFY(merged.header.pinned);
    QCOMPARE(merged.text, QStringLiteral("one\nTWO\nthree\n"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s13BothMoveToDifferentNotebooks()
{
    SyncWorld world;
    world.alice().save(build::notebook(QStringLiteral("p"), QStringLiteral("P")).toDocument());
    world.alice().save(build::notebook(QStringLiteral("q"), QStringLiteral("Q")).toDocument());
    world.shareNote(kNote);
    const auto move = [](SyncDevice &device, const QString &notebook) {
        Note note = *Note::fromDocument(device.load(kNote));
        note.header.notebook = DocumentId(notebook);
        device.save(note.toDocument());
    };
    move(world.alice(), QStringLiteral("p"));
    move(world.bob(), QStringLiteral("q"));
    world.alice().sync();
    world.settle();
    QCOMPARE(Note::fromDocument(world.alice().load(kNote))->header.notebook.text(),
             QStringLiteral("q")); // Bob pushed last
    QCOMPARE(world.bob().conflicts(), 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s15BothAddElements()
{
    SyncWorld world;
    const QString drawing = QStringLiteral("d1");
    world.alice().save(build::drawing(drawing, QStringLiteral("Plan")).toDocument());
    world.settle();
    for (int i = 0; i < 3; ++i) {
        world.alice().save(build::rectangle(drawing, QStringLiteral("a%1").arg(i)).toDocument());
        world.bob().save(build::rectangle(drawing, QStringLiteral("b%1").arg(i)).toDocument());
    }
    world.settle();
    QCOMPARE(world.alice().documents().elements(DocumentId(drawing)).value().size(), 6);
    QCOMPARE(world.bob().documents().elements(DocumentId(drawing)).value().size(), 6);
    QCOMPARE(world.bob().conflicts(), 0);
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s16OneMovesAndOneDeletesAnElement()
{
    SyncWorld world;
    const QString drawing = QStringLiteral("d1");
    DrawingElement element = build::rectangle(drawing, QStringLiteral("r"));
    world.alice().save(build::drawing(drawing, QStringLiteral("Plan")).toDocument());
    world.alice().save(element.toDocument());
    world.settle();
    element.json.insert(QStringLiteral("x"), 250);
    element.json.insert(QStringLiteral("version"), 2);
    world.alice().save(element.toDocument());
    DrawingElement gone = element;
    gone.json.insert(QStringLiteral("isDeleted"), true);
    world.bob().save(gone.toDocument());
    world.settle();
    const auto left = world.bob().documents().elements(DocumentId(drawing)).value();
    QCOMPARE(left.size(), 1);
    QCOMPARE(DrawingElement::fromDocument(left.first())->json.value(QStringLiteral("x")).toInt(),
             250);
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s31ClockOneDayAhead()
{
    SyncWorld world;
    world.shareNote(kNote);
    const UtcTime right = world.clock.now();
    world.clock.setNow(right + 24h);
    world.alice().write(kNote, QStringLiteral("one\ntwo\nALICE\n"));
    world.alice().sync();
    world.clock.setNow(right + 1min);
    world.bob().sync();
    world.bob().write(kNote, QStringLiteral("BOB\ntwo\nALICE\n"));
    world.settle();
    QCOMPARE(world.alice().text(kNote), QStringLiteral("BOB\ntwo\nALICE\n"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s32ClockOneDayBehind()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.clock.setNow(world.clock.now() - 24h);
    world.alice().write(QStringLiteral("late"), QStringLiteral("written yesterday, it seems"));
    world.alice().sync();
    QCOMPARE(world.bob().sync().pulled, 1);
    QCOMPARE(world.bob().text(QStringLiteral("late")),
             QStringLiteral("written yesterday, it seems"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncEdits::s33ClockSetBackWhileRunning()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, QStringLiteral("first\n"));
    world.alice().sync();
    world.clock.setNow(world.clock.now() - 2h);
    world.alice().write(kNote, QStringLiteral("second\n"));
    QCOMPARE(world.alice().pending(), 1);
    QCOMPARE(world.alice().sync().pushed, 1);
    QCOMPARE(world.alice().pending(), 0);
    world.settle();
    QCOMPARE(world.bob().text(kNote), QStringLiteral("second\n"));
    QCOMPARE(world.problem(), QString());
}

QTEST_GUILESS_MAIN(TestSyncEdits)
#include "tst_syncedits.moc"
