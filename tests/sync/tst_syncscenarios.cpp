#include "model/store/profilestore.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/syncworld.h"

#include <QFile>
#include <QTest>

#include <utility>

using namespace std::chrono_literals;
using Call = FaultyMaster::Call;
using Fault = FaultyMaster::Fault;

/// Scenarios of design/sync-edge-cases.md that need no file of their own: returning devices,
/// folders, long rounds, strange content, the network's moods.
class TestSyncScenarios : public QObject
{
    Q_OBJECT

private slots:
    void s22DeletedHereAndCreatedThere();
    void s26BackWithinTheHorizon();
    void s29NotebookDeletedWhileANoteIsAdded();
    void s34EditInTheMillisecondOfTheAcknowledgement();
    void s36ServerTimeGoesBack();
    void s37ClocksAnHourApart();
    void s43AnswerNoLongerKept();
    void s48AConflictSurvivesARestart();
    void s57OneRowLargerThanAPage();
    void s62OldBackupOfTheDatabase();
    void s63FirstPullCutFiveTimes();
    void s71UpgradeInTheMiddleOfARound();
    void s81RateLimit();
    void s85PermissionEndsDuringARound();
    void s99TwoProfilesShareNothing();
    void s102NotesOfManySizes_data();
    void s102NotesOfManySizes();
    void s108StrangeIds_data();
    void s108StrangeIds();
    void s109ComposedAndDecomposed();
    void s110StrangeText_data();
    void s110StrangeText();
    void s113OneActionChangesAThousandNotes();
    void s117NoteBeforeItsNotebook();
    void s119FlappingNetwork();
    void s123OlderCanisterIsLeftAlone();
    void s124UnknownKindsAndFieldsSurvive();
    void s131PendingCountIsExact();
    void s134TwoDevicesInTurn();
};

namespace {

const QString kNote = QStringLiteral("n1");

QString numbered(const char *prefix, int number)
{
    return QString::fromLatin1(prefix) + QString::number(number);
}

QByteArray copyOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestSyncScenarios::s22DeletedHereAndCreatedThere()
{
    SyncWorld world(3);
    world.shareNote(kNote);
    SyncDevice dave(QStringLiteral("Dave"), world.master, world.clock);
    world.alice().remove(kNote);
    dave.write(kNote, QStringLiteral("made without knowing\n"));
    world.alice().sync();
    dave.sync();
    world.settle();
    QCOMPARE(world.bob().text(kNote), QStringLiteral("made without knowing\n"));
    QCOMPARE(dave.conflicts(), 0);
    QCOMPARE(world.master.state().rows.size(), 1);
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s26BackWithinTheHorizon()
{
    SyncWorld world;
    for (int i = 0; i < 30; ++i)
        world.alice().write(numbered("n", i), QStringLiteral("text"));
    world.settle();
    world.clock.advance(24h * 90);
    for (int i = 0; i < 10; ++i)
        world.alice().remove(numbered("n", i));
    world.alice().write(QStringLiteral("new"), QStringLiteral("since then"));
    world.alice().sync();
    const RoundReport report = world.bob().sync();
    QCOMPARE(report.resyncs, 0);
    QCOMPARE(report.pulled, 11); // the changes, not the library
    QCOMPARE(world.bob().noteIds().size(), 21);
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s29NotebookDeletedWhileANoteIsAdded()
{
    SyncWorld world;
    world.alice().save(
        build::notebook(QStringLiteral("book"), QStringLiteral("Book")).toDocument());
    world.settle();
    QVERIFY(world.alice().documents().deleteForever({DocumentId(QStringLiteral("book"))}).ok());
    Note note = build::note(kNote, QStringLiteral("Title"), QStringLiteral("text"));
    note.header.notebook = DocumentId(QStringLiteral("book"));
    world.bob().save(note.toDocument());
    world.alice().sync();
    world.settle();
    for (SyncDevice *device : {&world.alice(), &world.bob()}) {
        QCOMPARE(device->noteIds(), QStringList{kNote});
        ListQuery unfiled;
        unfiled.place = ListQuery::Place::Unfiled; // reachable without its notebook
        QCOMPARE(device->documents().summaries(unfiled).value().size(), 1);
    }
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s34EditInTheMillisecondOfTheAcknowledgement()
{
    SyncWorld world;
    world.alice().write(kNote, QStringLiteral("one\n"));
    bool edited = false;
    world.alice().network.meanwhile = [&](Call call) { // the clock stands still
        if (call == Call::Push && !std::exchange(edited, true))
            world.alice().write(kNote, QStringLiteral("one\ntwo\n"));
    };
    world.alice().sync();
    world.settle();
    QCOMPARE(world.bob().text(kNote), QStringLiteral("one\ntwo\n"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s36ServerTimeGoesBack()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.clock.advance(-24h); // all of them, the canister too
    world.alice().write(kNote, QStringLiteral("one\ntwo\nearlier\n"));
    world.alice().sync();
    world.bob().sync();
    QCOMPARE(world.bob().text(kNote), QStringLiteral("one\ntwo\nearlier\n"));
    world.settle();
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s37ClocksAnHourApart()
{
    FakeClock ahead;
    ahead.advance(1h);
    SyncWorld world(1);
    world.shareNote(kNote, QStringLiteral("A\n\nB\n"));
    SyncDevice fast(QStringLiteral("Fast"), world.master, ahead);
    fast.sync();
    for (int hour = 0; hour < 12; ++hour) {
        world.alice().write(kNote,
                            numbered("A", hour) + QStringLiteral("\n\n")
                                + fast.text(kNote).section(QStringLiteral("\n\n"), 1));
        world.alice().sync();
        fast.sync();
        fast.write(kNote,
                   fast.text(kNote).section(QStringLiteral("\n\n"), 0, 0) + QStringLiteral("\n\n")
                       + numbered("B", hour) + QStringLiteral("\n"));
        fast.sync();
        world.alice().sync();
        world.clock.advance(1h);
        ahead.advance(1h);
    }
    QCOMPARE(world.alice().conflicts() + fast.conflicts(), 0);
    QCOMPARE(world.alice().text(kNote), QStringLiteral("A11\n\nB11\n"));
    QCOMPARE(fast.text(kNote), world.alice().text(kNote));
}

void TestSyncScenarios::s43AnswerNoLongerKept()
{
    SyncWorld world;
    world.alice().write(kNote, QStringLiteral("text"));
    // The master acted, and only "busy" comes back.
    world.alice().network.script(Call::Push, Fault::DropReply);
    QVERIFY(world.alice().sync().error);
    world.settle();
    QCOMPARE(world.master.state().tokens.size(), 2); // accepted once
    QCOMPARE(world.bob().text(kNote), QStringLiteral("text"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s48AConflictSurvivesARestart()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.alice().write(kNote, QStringLiteral("one\nALICE\nthree\n"));
    world.bob().write(kNote, QStringLiteral("one\nBOB\nthree\n"));
    world.alice().sync();
    for (int write = 1; write < 8; ++write) { // a crash at each write of the step that opens it
        world.bob().replica().failWrite(write);
        world.bob().sync();
        world.bob().replica().failWrite(0);
        world.bob().restart();
    }
    world.bob().sync();
    world.bob().restart();
    const OpenConflict open = world.bob().conflict(kNote);
    QCOMPARE(Note::fromDocument(*open.base)->text, QStringLiteral("one\ntwo\nthree\n"));
    QCOMPARE(Note::fromDocument(open.master)->text, QStringLiteral("one\nALICE\nthree\n"));
    QCOMPARE(world.bob().text(kNote), QStringLiteral("one\nBOB\nthree\n"));
    world.bob().resolve(kNote, SyncDevice::Choice::Mine);
    world.settle();
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s57OneRowLargerThanAPage()
{
    SyncWorld world;
    world.master.limits.pageBytes = 1'000;
    SeededRandom random(57);
    QString noise; // does not compress
    for (int i = 0; i < 5'000; ++i)
        noise += QString::number(random.below(1'000'000));
    world.alice().write(kNote, noise);
    world.alice().write(QStringLiteral("small"), QStringLiteral("text"));
    world.settle();
    QCOMPARE(world.bob().text(kNote), noise);
    QCOMPARE(world.bob().text(QStringLiteral("small")), QStringLiteral("text"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s62OldBackupOfTheDatabase()
{
    SyncWorld world;
    world.shareNote(kNote);
    const QString path = profileDatabasePath(world.bob().folder());
    world.bob().write(kNote, QStringLiteral("one\ntwo\nBOB\n")); // dirty in the backup
    world.bob().restart();
    const QByteArray backup = copyOf(path);
    const QByteArray log = copyOf(path + QStringLiteral("-wal"));
    world.settle();
    world.alice().write(kNote, QStringLiteral("ALICE\ntwo\nBOB\n"));
    world.alice().write(QStringLiteral("later"), QStringLiteral("text"));
    world.settle();
    world.bob().restoreFiles(backup, log);
    QCOMPARE(world.bob().text(kNote), QStringLiteral("one\ntwo\nBOB\n"));
    world.settle();
    QCOMPARE(world.bob().conflicts(), 0);
    QCOMPARE(world.bob().text(kNote), QStringLiteral("ALICE\ntwo\nBOB\n"));
    QCOMPARE(world.bob().text(QStringLiteral("later")), QStringLiteral("text"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s63FirstPullCutFiveTimes()
{
    constexpr int kNotes = 1'000;
    SyncWorld world;
    world.master.limits.rowsPerPage = 100;
    QList<Document> notes;
    for (int i = 0; i < kNotes; ++i)
        notes.append(build::note(numbered("n", i), QStringLiteral("T"), QStringLiteral("text"))
                         .toDocument());
    QVERIFY(world.alice().documents().save(notes).ok());
    world.alice().sync();
    std::int64_t received = 0;
    for (int cut = 0; cut < 5; ++cut) {
        world.bob().network.script(Call::Pull, Fault::None);
        world.bob().network.script(Call::Pull, Fault::None);
        world.bob().network.script(Call::Pull, Fault::DropReply);
        received += world.bob().sync().bytesReceived;
        QVERIFY(world.bob().noteIds().size() >= 200); // usable from the first page on
    }
    received += world.bob().sync().bytesReceived;
    QCOMPARE(world.bob().noteIds().size(), kNotes);
    SyncDevice whole(QStringLiteral("Whole"), world.master, world.clock);
    QVERIFY(static_cast<double>(received) <= 1.1 * static_cast<double>(whole.sync().bytesReceived));
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s71UpgradeInTheMiddleOfARound()
{
    SyncWorld world;
    for (int i = 0; i < 5; ++i)
        world.alice().write(numbered("n", i), QStringLiteral("text"));
    world.alice().network.script(Call::Push, SyncError::Kind::OutOfFuel); // stopped for the upgrade
    const RoundReport report = world.alice().sync();
    QCOMPARE(report.error->kind, SyncError::Kind::OutOfFuel);
    QCOMPARE(world.alice().pending(), 5);
    world.settle();
    QCOMPARE(world.master.state().tokens.size(), 6); // nothing twice
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s81RateLimit()
{
    SyncWorld world;
    world.shareNote(kNote);
    for (int i = 0; i < 3; ++i) {
        world.alice().write(kNote, QStringLiteral("one\ntwo\n%1\n").arg(i));
        world.alice().network.script(Call::Push, SyncError::Kind::Busy);
        QVERIFY(world.alice().sync().error->isRetryable());
    }
    world.settle();
    QCOMPARE(world.bob().text(kNote), QStringLiteral("one\ntwo\n2\n"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s85PermissionEndsDuringARound()
{
    SyncWorld world;
    world.shareNote(kNote);
    world.bob().write(QStringLiteral("theirs"), QStringLiteral("text"));
    world.bob().sync();
    world.alice().write(kNote, QStringLiteral("edited\n"));
    // Queries still work, as with a delegation for queries only: what arrives is kept.
    world.alice().network.script(Call::Push, SyncError::Kind::SignedOut);
    const RoundReport report = world.alice().sync();
    QCOMPARE(report.error->kind, SyncError::Kind::SignedOut);
    QCOMPARE(world.alice().text(QStringLiteral("theirs")), QStringLiteral("text"));
    QCOMPARE(world.alice().pending(), 1);
    world.settle(); // signed in again
    QCOMPARE(world.bob().text(kNote), QStringLiteral("edited\n"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s99TwoProfilesShareNothing()
{
    FakeClock clock;
    MasterReplica mine(clock, 1);
    MasterReplica theirs(clock, 2);
    SyncDevice a(QStringLiteral("A"), mine, clock);
    SyncDevice b(QStringLiteral("B"), theirs, clock);
    a.write(kNote, QStringLiteral("mine"));
    b.write(kNote, QStringLiteral("theirs"));
    a.sync();
    b.sync();
    QCOMPARE(a.text(kNote), QStringLiteral("mine"));
    QCOMPARE(b.text(kNote), QStringLiteral("theirs"));
    QVERIFY(a.checkpoint().epoch != b.checkpoint().epoch);
    QVERIFY(a.replica().deviceId().value() != b.replica().deviceId().value());
}

void TestSyncScenarios::s102NotesOfManySizes_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("travels");
    QTest::newRow("64 KiB") << 65'536 << true;
    QTest::newRow("almost 1 MiB") << 1'000'000 << true;
    QTest::newRow("S103 1.5 MiB, refused by name") << 1'572'864 << false;
}

void TestSyncScenarios::s102NotesOfManySizes()
{
    QFETCH(int, size);
    QFETCH(bool, travels);
    SeededRandom random(102);
    QString noise;
    noise.reserve(size);
    while (noise.size() < size) // all of ASCII, so that compression gains little
        noise += QChar(u' ' + random.below(95));
    SyncWorld world;
    world.alice().write(kNote, noise);
    world.alice().write(QStringLiteral("other"), QStringLiteral("goes through"));
    world.settle();
    QCOMPARE(world.bob().text(QStringLiteral("other")), QStringLiteral("goes through"));
    QCOMPARE(world.bob().noteIds().contains(kNote), travels);
    QCOMPARE(world.alice().text(kNote), noise);
    const auto refused = world.alice().documents().outgoingRows(5).value();
    QCOMPARE(refused.size(), travels ? 0 : 1);
    if (!travels)
        QCOMPARE(refused.first().refusedCode, QStringLiteral("too_large"));
}

void TestSyncScenarios::s108StrangeIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("emoji") << QStringLiteral("👩‍👩‍👧");
    QTest::newRow("right to left") << QStringLiteral("שלום");
    QTest::newRow("combining") << QStringLiteral("e\u0301");
    QTest::newRow("reserved") << QStringLiteral("_a/b%c?d");
    QTest::newRow("256 bytes") << QString(256, QLatin1Char('x'));
}

void TestSyncScenarios::s108StrangeIds()
{
    QFETCH(QString, id);
    SyncWorld world;
    world.alice().write(id, QStringLiteral("text"));
    world.settle();
    QCOMPARE(world.bob().noteIds(), QStringList{id});
    world.bob().write(id, QStringLiteral("edited"));
    world.settle();
    QCOMPARE(world.alice().text(id), QStringLiteral("edited"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s109ComposedAndDecomposed()
{
    SyncWorld world;
    world.alice().write(kNote, QStringLiteral("caf\u00e9\n"));
    world.bob().write(QStringLiteral("n2"), QStringLiteral("cafe\u0301\n"));
    world.settle();
    QCOMPARE(world.bob().text(kNote), QStringLiteral("caf\u00e9\n"));
    QCOMPARE(world.alice().text(QStringLiteral("n2")), QStringLiteral("cafe\u0301\n"));
    QCOMPARE(world.problem(), QString()); // nobody normalises, so nothing moves
}

void TestSyncScenarios::s110StrangeText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("blanks") << QStringLiteral(" \t\n\r\n ");
    QTest::newRow("NUL inside") << QString(QStringLiteral("a") + QChar(u'\0')
                                           + QStringLiteral("b"));
    QTest::newRow("byte order mark") << QStringLiteral("\ufeffa\r\nb\rc");
}

void TestSyncScenarios::s110StrangeText()
{
    QFETCH(QString, text);
    SyncWorld world;
    world.alice().write(kNote, text);
    world.settle();
    QCOMPARE(world.bob().text(kNote), text);
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s113OneActionChangesAThousandNotes()
{
    SyncWorld world;
    QList<Document> notes;
    for (int i = 0; i < 1'000; ++i)
        notes.append(build::note(numbered("n", i), QStringLiteral("T"), QStringLiteral("text"))
                         .toDocument());
    QVERIFY(world.alice().documents().save(notes).ok());
    world.alice().sync();
    for (Document &note : notes) {
        Note changed = *Note::fromDocument(note);
        changed.header.tags = {Tag::idForName(QStringLiteral("renamed"))};
        note = changed.toDocument();
    }
    QVERIFY(world.alice().documents().save(notes).ok());
    world.alice().network.clearLog();
    world.alice().sync();
    QVERIFY(world.alice().network.calls(Call::Push) <= 10);
    world.settle();
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s117NoteBeforeItsNotebook()
{
    SyncWorld world;
    world.master.limits.rowsPerPage = 1;
    Note note = build::note(kNote, QStringLiteral("T"), QStringLiteral("text"));
    note.header.notebook = DocumentId(QStringLiteral("book"));
    world.alice().save(note.toDocument());
    world.alice().sync();
    world.bob().sync();
    QCOMPARE(world.bob().noteIds(), QStringList{kNote}); // shown although its notebook is missing
    world.alice().save(
        build::notebook(QStringLiteral("book"), QStringLiteral("Book")).toDocument());
    world.settle();
    QCOMPARE(world.bob().documents().counts().value().notebooks.value(
                 DocumentId(QStringLiteral("book"))),
             1);
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s119FlappingNetwork()
{
    SyncWorld world;
    for (int i = 0; i < 200; ++i) {
        world.alice().write(numbered("n", i), QStringLiteral("text"));
        world.alice().network.setOffline(i % 2 == 0);
        world.alice().sync();
        world.clock.advance(3s);
    }
    world.alice().network.setOffline(false);
    QVERIFY(world.master.state().rows.size() >= 199); // progress whenever a call fitted
    world.settle();
    QCOMPARE(world.bob().noteIds().size(), 200);
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s123OlderCanisterIsLeftAlone()
{
    SyncWorld world;
    world.master.protocol = 0;
    world.alice().write(kNote, QStringLiteral("text"));
    const RoundReport report = world.alice().sync();
    QCOMPARE(report.error->kind, SyncError::Kind::Protocol);
    QCOMPARE(world.alice().network.calls(Call::Push), 0);
    world.master.protocol = 1; // upgraded
    world.settle();
    QCOMPARE(world.bob().text(kNote), QStringLiteral("text"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s124UnknownKindsAndFieldsSurvive()
{
    SyncWorld world;
    Note note = build::note(kNote, QStringLiteral("T"), QStringLiteral("text"));
    note.header.other.set("colour_of_2031", cbor::Value::fromInteger(7));
    world.alice().save(note.toDocument());
    Document unknown;
    unknown.id = DocumentId(QStringLiteral("x1"));
    unknown.kind = QStringLiteral("hologram");
    unknown.fields.set("depth", cbor::Value::fromInteger(3));
    world.alice().save(unknown);
    world.settle();
    world.bob().write(kNote, QStringLiteral("edited by an older version"));
    world.settle();
    const auto arrived = Note::fromDocument(world.alice().load(kNote));
    QCOMPARE(arrived->text, QStringLiteral("edited by an older version"));
    QVERIFY(arrived->header.other.find("colour_of_2031"));
    QVERIFY(world.bob().load(QStringLiteral("x1")).fields.find("depth"));
    QCOMPARE(world.problem(), QString());
}

void TestSyncScenarios::s131PendingCountIsExact()
{
    SyncWorld world;
    QCOMPARE(world.alice().pending(), 0);
    for (int i = 1; i <= 3; ++i) {
        world.alice().write(numbered("n", i), QStringLiteral("text"));
        QCOMPARE(world.alice().pending(), i);
    }
    world.alice().network.script(Call::Push, Fault::DropRequest);
    world.alice().sync();
    QCOMPARE(world.alice().pending(), 3);
    world.alice().network.script(Call::Push, Fault::DropReply);
    world.alice().sync();
    QCOMPARE(world.alice().pending(), 3); // not acknowledged is not synced
    world.alice().sync();
    QCOMPARE(world.alice().pending(), 0);
    QVERIFY(world.alice().documents().outgoingRows(9).value().isEmpty());
}

void TestSyncScenarios::s134TwoDevicesInTurn()
{
    SyncWorld world;
    world.shareNote(kNote);
    for (int day = 0; day < 20; ++day) {
        SyncDevice &device = world.device(day % 2);
        device.sync();
        device.write(kNote, device.text(kNote) + QStringLiteral("day %1\n").arg(day));
        if (day % 5 != 4) // sometimes the train has no network
            device.sync();
        else
            world.settle();
    }
    world.settle();
    QCOMPARE(world.alice().conflicts() + world.bob().conflicts(), 0);
    QCOMPARE(world.alice().text(kNote).count(QStringLiteral("day ")), 20);
    QCOMPARE(world.problem(), QString());
}

QTEST_GUILESS_MAIN(TestSyncScenarios)
#include "tst_syncscenarios.moc"
