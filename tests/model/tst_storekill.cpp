#include "tests/support/documentbuilder.h"
#include "tests/support/teststore.h"

#include <QtTest>

#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

/// A child process writes and reports each save; it is killed at a random moment. Whatever it had
/// reported has to be there, and the file has to be sound.
class TestStoreKill : public QObject
{
    Q_OBJECT

private slots:
    void reportedSavesSurviveAKill();

private:
    [[noreturn]] static void writeUntilKilled(const QString &path, int report, int round);
};

namespace {

constexpr int kRounds = 60;
constexpr int kNotes = 5;

/// What save number `counter` of a round wrote into its note.
QString textOf(int round, int counter)
{
    return QStringLiteral("%1:%2 ").arg(round).arg(counter)
           + QString(200 * (counter % 40), QLatin1Char('x'));
}

QString noteId(int counter)
{
    return QStringLiteral("note-%1").arg(counter % kNotes);
}

} // namespace

void TestStoreKill::writeUntilKilled(const QString &path, int report, int round)
{
    FakeClock clock;
    SeededRandom random(static_cast<std::uint64_t>(round));
    auto store = openProfileStore(path, {clock, random});
    if (!store.ok())
        ::_exit(2);
    for (int counter = 1;; ++counter) {
        clock.advance(std::chrono::seconds(1));
        const Note note = build::note(noteId(counter), {}, textOf(round, counter));
        // A note and an element in one transaction: both or none.
        const auto element =
            build::textElement(QStringLiteral("drawing"), noteId(counter), textOf(round, counter));
        if (!store.value()->save({note.toDocument(), element.toDocument()}).ok())
            ::_exit(3);
        if (::write(report, &counter, sizeof counter) != sizeof counter)
            ::_exit(4);
    }
}

void TestStoreKill::reportedSavesSurviveAKill()
{
    TestProfile profile(42);
    profile.documents();
    int totalSaves = 0;
    for (int round = 1; round <= kRounds; ++round) {
        int report[2];
        QCOMPARE(::pipe(report), 0);
        const pid_t child = ::fork();
        if (child == 0)
            writeUntilKilled(profile.databasePath(), report[1], round);
        ::close(report[1]);
        // Killed after a random number of reports and a random moment more.
        const int wanted = 1 + profile.random.below(8);
        int last = 0;
        while (last < wanted && ::read(report[0], &last, sizeof last) == sizeof last) {
        }
        pollfd nothing{-1, 0, 0};
        ::poll(&nothing, 1, profile.random.below(4));
        QCOMPARE(::kill(child, SIGKILL), 0);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        while (::read(report[0], &last, sizeof last) == sizeof last) {
        }
        ::close(report[0]);
        QVERIFY(last >= wanted);
        totalSaves += last;

        QVERIFY(checkProfile(profile.databasePath()).ok());
        const auto store = profile.documents();
        for (int counter = std::max(1, last - kNotes + 1); counter <= last; ++counter) {
            const auto note = Note::fromDocument(store->load(DocumentId(noteId(counter))).value());
            QVERIFY(note);
            // The save after the last report may have been stored as well.
            const bool isNext =
                note->text == textOf(round, last + 1) && noteId(counter) == noteId(last + 1);
            QVERIFY2(isNext || note->text == textOf(round, counter),
                     qPrintable(note->text.left(20)));
            const auto element =
                store->load(DocumentId(QStringLiteral("drawing/") + noteId(counter))).value();
            QCOMPARE(DrawingElement::fromDocument(element)->json.value(QLatin1String("text")),
                     QJsonValue(note->text));
        }
        QCOMPARE(store->outgoing().value().pending, 2 * std::min(kNotes, std::max(last, kNotes)));
    }
    QVERIFY(totalSaves >= kRounds);
}

QTEST_GUILESS_MAIN(TestStoreKill)
#include "tst_storekill.moc"
