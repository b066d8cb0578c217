#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "ui/dialogs/picker.h"
#include "ui/library/documentlistmodel.h"
#include "ui/library/timewords.h"
#include "ui/status/syncwords.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QMimeData>
#include <QtTest>

#include <memory>

namespace {

DocumentListModel::Row rowOf(int number, const QString &title = {})
{
    DocumentListModel::Row row;
    row.summary.id = DocumentId(QStringLiteral("d%1").arg(number));
    row.summary.title = title.isEmpty() ? QStringLiteral("Title %1").arg(number) : title;
    return row;
}

QStringList idsOf(const DocumentListModel &model)
{
    QStringList ids;
    for (const DocumentListModel::Row &row : model.rows())
        ids.append(row.summary.id.text());
    return ids;
}

} // namespace

class TestDocumentList : public QObject
{
    Q_OBJECT

private slots:
    void anyChangeOfRowsIsExact();
    void oneChangedRowIsNoReset();
    void persistentIndexFollowsItsRow();
    void accessibleTextSaysEverything();
    void draggedIdsComeBack();
    void relativeTimes_data();
    void relativeTimes();
    void syncWords_data();
    void syncWords();
    void aLowBalanceIsSaidBesideTheState();
    void pickerPrefersWordStarts();
};

void TestDocumentList::anyChangeOfRowsIsExact()
{
    FakeClock clock;
    DocumentListModel model(clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    SeededRandom random(7);
    for (int round = 0; round < 300; ++round) {
        QList<DocumentListModel::Row> rows;
        QList<int> numbers;
        for (int i = 0; i < random.below(12); ++i) {
            const int number = random.below(15);
            if (!numbers.contains(number))
                numbers.append(number);
        }
        for (const int number : std::as_const(numbers))
            rows.append(rowOf(number, QStringLiteral("T%1").arg(random.below(3))));
        model.setRows(rows, DocumentListModel::Replace::SameList);
        QCOMPARE(model.rows(), rows);
        QCOMPARE(model.rowCount(), int(rows.size()));
    }
}

void TestDocumentList::oneChangedRowIsNoReset()
{
    FakeClock clock;
    DocumentListModel model(clock);
    model.setRows({rowOf(1), rowOf(2), rowOf(3)}, DocumentListModel::Replace::FreshList);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    model.setRows({rowOf(3), rowOf(1), rowOf(2, QStringLiteral("New"))},
                  DocumentListModel::Replace::SameList);
    QCOMPARE(idsOf(model),
             QStringList({QStringLiteral("d3"), QStringLiteral("d1"), QStringLiteral("d2")}));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(changed.size(), 1);
}

void TestDocumentList::persistentIndexFollowsItsRow()
{
    FakeClock clock;
    DocumentListModel model(clock);
    model.setRows({rowOf(1), rowOf(2), rowOf(3)}, DocumentListModel::Replace::FreshList);
    const QPersistentModelIndex second = model.index(1);
    model.setRows({rowOf(9), rowOf(3), rowOf(2)}, DocumentListModel::Replace::SameList);
    QCOMPARE(second.row(), 2);
    QCOMPARE(model.idAt(second), DocumentId(QStringLiteral("d2")));
}

void TestDocumentList::accessibleTextSaysEverything()
{
    FakeClock clock;
    DocumentListModel model(clock);
    DocumentListModel::Row row = rowOf(1);
    row.summary.pinned = true;
    row.summary.pending = true;
    row.summary.conflicted = true;
    row.summary.updated = clock.nowMs();
    row.excerpt = QStringLiteral("found %1word%2 here").arg(QChar(0xE000)).arg(QChar(0xE001));
    model.setRows({row}, DocumentListModel::Replace::FreshList);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Title 1, note, changed just now, pinned, has a conflict, not synced "
                            "yet, found word here"));
}

void TestDocumentList::draggedIdsComeBack()
{
    FakeClock clock;
    DocumentListModel model(clock);
    model.setRows({rowOf(1), rowOf(2)}, DocumentListModel::Replace::FreshList);
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(0), model.index(1)}));
    QCOMPARE(
        documentsFromMime(data.get()),
        QList<DocumentId>({DocumentId(QStringLiteral("d1")), DocumentId(QStringLiteral("d2"))}));
}

void TestDocumentList::relativeTimes_data()
{
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<QString>("words");
    const auto at = [](int month, int day, int hour, int minute, int year = 2026) {
        return QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC);
    };
    QTest::newRow("now") << at(5, 20, 12, 0) << QStringLiteral("just now");
    QTest::newRow("minutes") << at(5, 20, 11, 55) << QStringLiteral("5 min ago");
    QTest::newRow("today") << at(5, 20, 8, 30) << QStringLiteral("08:30:00");
    QTest::newRow("yesterday") << at(5, 19, 23, 0) << QStringLiteral("yesterday");
    QTest::newRow("this week") << at(5, 18, 9, 0) << QStringLiteral("Monday");
    QTest::newRow("this year") << at(2, 3, 9, 0) << QStringLiteral("3 Feb");
    QTest::newRow("long ago") << at(2, 3, 9, 0, 2024) << QStringLiteral("3 Feb 2024");
}

void TestDocumentList::relativeTimes()
{
    QFETCH(QDateTime, moment);
    QFETCH(QString, words);
    const QDateTime now(QDate(2026, 5, 20), QTime(12, 0), Qt::UTC);
    QCOMPARE(relativeTime(moment.toMSecsSinceEpoch(), now.toMSecsSinceEpoch()), words);
}

void TestDocumentList::syncWords_data()
{
    using State = SyncStatus::State;
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("pending");
    QTest::addColumn<int>("conflicts");
    QTest::addColumn<QString>("brief");
    QTest::newRow("local") << int(State::LocalOnly) << 4 << 0 << QStringLiteral("On this device");
    QTest::newRow("synced") << int(State::Synced) << 0 << 0 << QStringLiteral("Synced");
    QTest::newRow("never synced while something waits")
        << int(State::Synced) << 2 << 0 << QStringLiteral("2 change(s) waiting");
    QTest::newRow("never synced with a conflict")
        << int(State::Synced) << 0 << 1 << QStringLiteral("1 conflict(s)");
    QTest::newRow("offline counts")
        << int(State::Offline) << 3 << 0 << QStringLiteral("Offline, 3 change(s) waiting");
    QTest::newRow("offline stays offline with a conflict")
        << int(State::Offline) << 0 << 1 << QStringLiteral("Offline");
    QTest::newRow("chosen") << int(State::WorkingOffline) << 0 << 0
                            << QStringLiteral("Working offline");
    QTest::newRow("signed out") << int(State::SignInNeeded) << 0 << 0
                                << QStringLiteral("Sign in to sync");
    QTest::newRow("problem") << int(State::Problem) << 0 << 0 << QStringLiteral("Sync problem");
}

void TestDocumentList::syncWords()
{
    QFETCH(int, state);
    QFETCH(int, pending);
    QFETCH(int, conflicts);
    QFETCH(QString, brief);
    SyncStatus status;
    status.state = static_cast<SyncStatus::State>(state);
    status.pending = pending;
    status.conflicts = conflicts;
    const SyncWords words = wordsFor(status, 0);
    QCOMPARE(words.brief, brief);
    QVERIFY(!words.sentence.isEmpty());
    QVERIFY(!words.icon.isEmpty());
}

void TestDocumentList::aLowBalanceIsSaidBesideTheState()
{
    SyncStatus status;
    status.state = SyncStatus::State::Synced;
    const SyncWords enough = wordsFor(status, 0);
    status.cycles = CyclesMark::Low;
    const SyncWords low = wordsFor(status, 0);
    QCOMPARE(low.brief, enough.brief);
    QVERIFY(low.sentence.startsWith(enough.sentence) && low.sentence != enough.sentence);
    QVERIFY(!low.wantsAttention);
    status.cycles = CyclesMark::Critical;
    QVERIFY(wordsFor(status, 0).wantsAttention);
    status.state = SyncStatus::State::Problem; // what does not work now is said first
    QCOMPARE(wordsFor(status, 0).brief, QStringLiteral("Sync problem"));
}

void TestDocumentList::pickerPrefersWordStarts()
{
    const QString text = QStringLiteral("Garden plan");
    QVERIFY(matchScore(QStringLiteral("plan"), text) > matchScore(QStringLiteral("lan"), text));
    QVERIFY(matchScore(QStringLiteral("plan gar"), text) >= 0);
    QVERIFY(matchScore(QStringLiteral("gpl"), text) >= 0);
    QVERIFY(matchScore(QStringLiteral("xyz"), text) < 0);
}

QTEST_MAIN(TestDocumentList)
#include "tst_documentlist.moc"
