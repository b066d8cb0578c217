#include "model/document/documentcodec.h"
#include "model/store/historytable.h"
#include "model/store/hybridclock.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/teststore.h"

#include <QtTest>

using namespace std::chrono_literals;

namespace {

const DocumentId kId(QStringLiteral("n1"));

Document noteWith(const QString &text)
{
    return build::note(kId.text(), QStringLiteral("Title"), text).toDocument();
}

BaseState masterWith(const QString &text, std::uint64_t sequence)
{
    RowState state;
    state.kind = QStringLiteral("note");
    state.body = encodeBody(noteWith(text));
    return {mintRevision(std::nullopt, false, state.body), sequence, state};
}

QString textOf(const Document &document)
{
    const auto note = Note::fromDocument(document);
    return note ? note->text : QString();
}

} // namespace

/// What goes to the history, what merges on the way in, and what deleting leaves behind.
class TestStoreHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void typingLeavesOneEntry();
    void takingMuchAwayAlwaysLeavesAnEntry();
    void whatOthersWroteIsNeverCoalesced();
    void clockSetBackDoesNotStopTheHistory();
    void thinningKeepsOnePerHourAndDay();
    void savingOntoAPulledChangeMerges();
    void savingOntoAClashOpensAConflict();
    void forgottenNoteMovesToTheTrash();
    void forgottenDrawingKeepsItsElements();
    void forgottenElementIsGone();
    void deletedNotebookLeavesItsNotes();
    void deletedTagLeavesItsNotes();
    void newerBodiesSurvive();
    void hybridClockFollowsTheWall_data();
    void hybridClockFollowsTheWall();
    void syncLogIsRead();
    void chunksThatNothingNamesGo();

private:
    bool save(const QString &text, const SaveOptions &options = {});
    bool step(const ReplicaStore::Step &step) { return m_replica->transact(step).ok(); }
    bool pull(const QString &text, std::uint64_t sequence);
    QStringList kept() const;

    std::unique_ptr<TestProfile> m_profile;
    std::unique_ptr<DocumentStore> m_store;
    std::unique_ptr<ReplicaStore> m_replica;
};

void TestStoreHistory::init()
{
    m_profile = std::make_unique<TestProfile>();
    m_store = m_profile->documents();
    m_replica = m_profile->replica();
}

void TestStoreHistory::cleanup()
{
    m_replica.reset();
    m_store.reset();
    m_profile.reset();
}

bool TestStoreHistory::save(const QString &text, const SaveOptions &options)
{
    return m_store->save({noteWith(text)}, options).ok();
}

bool TestStoreHistory::pull(const QString &text, std::uint64_t sequence)
{
    return step([&](ReplicaTransaction &transaction) {
        return transaction.putClean(
            kId, masterWith(text, sequence), RowOrigin::Pulled, QStringLiteral("B"));
    });
}

/// Texts in the history, oldest first.
QStringList TestStoreHistory::kept() const
{
    QStringList texts;
    for (const HistoryEntry &entry : m_store->history(kId).value())
        texts.prepend(textOf(m_store->historyState(entry.entry).value()));
    return texts;
}

void TestStoreHistory::typingLeavesOneEntry()
{
    for (int i = 0; i < 10; ++i) {
        QVERIFY(save(QStringLiteral("text").repeated(i + 1)));
        m_profile->clock.advance(2s);
    }
    QCOMPARE(kept(), QStringList{QStringLiteral("text")});
    m_profile->clock.advance(10min);
    QVERIFY(save(QStringLiteral("text").repeated(20)));
    QCOMPARE(kept().size(), 2);
    QCOMPARE(kept().last(), QStringLiteral("text").repeated(10));
}

void TestStoreHistory::takingMuchAwayAlwaysLeavesAnEntry()
{
    const QString longText = QStringLiteral("important words ").repeated(50);
    QVERIFY(save(QStringLiteral("a")));
    QVERIFY(save(QStringLiteral("ab")));
    QVERIFY(save(longText));
    QVERIFY(save(QString())); // select all, delete
    QVERIFY(save(QStringLiteral("x")));
    QVERIFY(kept().contains(longText));
}

void TestStoreHistory::whatOthersWroteIsNeverCoalesced()
{
    QVERIFY(save(QStringLiteral("mine 1")));
    QVERIFY(save(QStringLiteral("mine 2")));
    QVERIFY(pull(QStringLiteral("theirs 1"), 1));
    QVERIFY(pull(QStringLiteral("theirs 2"), 2));
    QVERIFY(save(QStringLiteral("mine 3")));
    QVERIFY(step([&](ReplicaTransaction &transaction) {
        return transaction.putDirty(kId,
                                    masterWith(QStringLiteral("merged"), 0).state,
                                    masterWith(QStringLiteral("theirs 3"), 3),
                                    RowOrigin::Merged,
                                    QString());
    }));
    QVERIFY(save(QStringLiteral("mine 4")));
    QCOMPARE(kept(),
             QStringList({QStringLiteral("mine 1"),
                          QStringLiteral("mine 2"),
                          QStringLiteral("theirs 1"),
                          QStringLiteral("theirs 2"),
                          QStringLiteral("mine 3"),
                          QStringLiteral("merged")}));
    const auto entries = m_store->history(kId).value();
    QCOMPARE(entries[3].device, QStringLiteral("B"));
    QCOMPARE(entries[1].reason, HistoryReason::Merged);
}

void TestStoreHistory::clockSetBackDoesNotStopTheHistory()
{
    QVERIFY(save(QStringLiteral("one")));
    QVERIFY(save(QStringLiteral("two")));
    m_profile->clock.setNow(m_profile->clock.now() - 100h);
    QVERIFY(save(QStringLiteral("three")));
    QCOMPARE(kept(), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
}

void TestStoreHistory::thinningKeepsOnePerHourAndDay()
{
    for (int i = 0; i < 48 * 6; ++i) { // two days, one save in ten minutes
        QVERIFY(save(QString::number(i)));
        m_profile->clock.advance(10min);
    }
    QCOMPARE(kept().size(), 48 * 6 - 1);
    auto connection = std::move(
        SqliteConnection::open(m_profile->databasePath(), SqliteConnection::Access::ReadWrite)
            .value());
    HistoryTable(*connection).thin(m_profile->clock.nowMs());
    const auto afterTwoDays = kept().size();
    QVERIFY2(afterTwoDays > 24 * 6 + 20 && afterTwoDays < 24 * 6 + 28,
             qPrintable(QString::number(afterTwoDays)));
    HistoryTable(*connection).thin(m_profile->clock.nowMs() + 40LL * 86'400'000);
    QVERIFY(kept().size() >= 2 && kept().size() <= 4);
    HistoryTable(*connection).thin(m_profile->clock.nowMs() + 400LL * 86'400'000);
    QCOMPARE(kept().size(), 0);
    QVERIFY(!connection->error());
}

void TestStoreHistory::savingOntoAPulledChangeMerges()
{
    QVERIFY(pull(QStringLiteral("one\n\ntwo\n\nthree\n"), 1));
    const Document loaded = m_store->load(kId).value();
    QVERIFY(pull(QStringLiteral("one\n\ntwo\n\nTHREE\n"), 2));
    const auto receipt = m_store->save({noteWith(QStringLiteral("ONE\n\ntwo\n\nthree\n"))},
                                       {HistoryReason::Edited, false, {loaded}});
    QVERIFY(receipt.ok());
    const QString both = QStringLiteral("ONE\n\ntwo\n\nTHREE\n");
    QCOMPARE(receipt.value().merged.size(), 1);
    QCOMPARE(textOf(receipt.value().merged.first()), both);
    QCOMPARE(textOf(m_store->load(kId).value()), both);
    QVERIFY(m_store->conflicts().value().isEmpty());
    QVERIFY(kept().contains(QStringLiteral("one\n\ntwo\n\nTHREE\n")));
}

void TestStoreHistory::savingOntoAClashOpensAConflict()
{
    QVERIFY(pull(QStringLiteral("word"), 1));
    const Document loaded = m_store->load(kId).value();
    QVERIFY(pull(QStringLiteral("theirs"), 2));
    QVERIFY(save(QStringLiteral("mine"), {HistoryReason::Edited, false, {loaded}}));
    QCOMPARE(textOf(m_store->load(kId).value()), QStringLiteral("mine"));
    const auto open = m_store->conflicts().value();
    QCOMPARE(open.size(), 1);
    QCOMPARE(textOf(*open.first().base), QStringLiteral("word"));
    QCOMPARE(textOf(open.first().master), QStringLiteral("theirs"));
    QCOMPARE(open.first().masterDevice, QStringLiteral("B"));
    QVERIFY(!m_replica->hasPending().value());
    QVERIFY(m_store->resolveConflict(kId, noteWith(QStringLiteral("both"))).ok());
    const auto pending = m_replica->pending(10, 1'000'000).value();
    QCOMPARE(pending.size(), 1);
    QCOMPARE(pending.first().base, std::optional(masterWith(QStringLiteral("theirs"), 2)));
}

// S23
void TestStoreHistory::forgottenNoteMovesToTheTrash()
{
    QVERIFY(pull(QStringLiteral("text"), 1));
    QVERIFY(step([](ReplicaTransaction &transaction) { return transaction.forget(kId); }));
    QVERIFY(m_store->summaries({}).value().isEmpty());
    QCOMPARE(m_store->summaries({ListQuery::Place::Trash}).value().size(), 1);
    QVERIFY(!m_replica->hasPending().value());
    QVERIFY(m_store->restore({kId}).ok());
    const auto pending = m_replica->pending(10, 1'000'000).value();
    QCOMPARE(pending.size(), 1);
    QVERIFY(!pending.first().base); // a new document for the master
}

void TestStoreHistory::forgottenDrawingKeepsItsElements()
{
    const Document drawing =
        build::drawing(QStringLiteral("d"), QStringLiteral("Sketch")).toDocument();
    const Document element =
        build::rectangle(QStringLiteral("d"), QStringLiteral("e")).toDocument();
    QVERIFY(step([&](ReplicaTransaction &transaction) -> Result<Done, StoreError> {
        for (const Document &document : {drawing, element}) {
            const RowState state{document.kind, 1, false, encodeBody(document), {}};
            const BaseState base{QByteArray(16, 'r'), 1, state};
            const auto put =
                transaction.putClean(document.id, base, RowOrigin::Pulled, QStringLiteral("B"));
            if (!put.ok())
                return put;
        }
        return Done{};
    }));
    QVERIFY(step([&](ReplicaTransaction &transaction) { return transaction.forget(drawing.id); }));
    QVERIFY(step([&](ReplicaTransaction &transaction) { return transaction.forget(element.id); }));
    QCOMPARE(m_store->summaries({ListQuery::Place::Trash}).value().size(), 1);
    QCOMPARE(m_store->elements(drawing.id).value().size(), 1);
}

void TestStoreHistory::forgottenElementIsGone()
{
    const Document drawing = build::drawing(QStringLiteral("d"), QStringLiteral("S")).toDocument();
    const Document element =
        build::textElement(QStringLiteral("d"), QStringLiteral("e"), QStringLiteral("gone"))
            .toDocument();
    QVERIFY(m_store->save({drawing, element}).ok());
    for (const ReplicaRow &row : m_replica->pending(10, 1'000'000).value()) {
        QVERIFY(step([&](ReplicaTransaction &transaction) {
            return transaction.acknowledge(
                row.id, {QByteArray(16, 'r'), 1, row.state}, row.changeCounter);
        }));
    }
    QVERIFY(step([&](ReplicaTransaction &transaction) { return transaction.forget(element.id); }));
    QVERIFY(m_store->elements(drawing.id).value().isEmpty());
    QVERIFY(m_store->search(QStringLiteral("gone")).value().isEmpty());
    QCOMPARE(m_store->history(element.id).value().size(), 1);
    QVERIFY(m_store->summary(drawing.id).ok());
}

void TestStoreHistory::deletedNotebookLeavesItsNotes()
{
    Note note = build::note(QStringLiteral("n1"), QStringLiteral("T"));
    note.header.notebook = DocumentId(QStringLiteral("book"));
    Notebook child = build::notebook(QStringLiteral("child"), QStringLiteral("Child"));
    child.parent = note.header.notebook;
    QVERIFY(m_store
                ->save({note.toDocument(),
                        child.toDocument(),
                        build::notebook(QStringLiteral("book"), QStringLiteral("B")).toDocument()})
                .ok());
    QVERIFY(m_store->deleteForever({note.header.notebook}).ok());
    QCOMPARE(m_store->summaries({ListQuery::Place::Unfiled}).value().size(), 1);
    QVERIFY(m_store->summary(kId).value().notebook.isEmpty());
    QCOMPARE(m_store->notebooks().value().size(), 1);
    QVERIFY(m_store->notebooks().value().first().parent.isEmpty());
}

void TestStoreHistory::deletedTagLeavesItsNotes()
{
    const Tag one = build::tag(QStringLiteral("one"));
    const Tag two = build::tag(QStringLiteral("two"));
    Note note = build::note(QStringLiteral("n1"), QStringLiteral("T"));
    note.header.tags = {one.id, two.id};
    QVERIFY(m_store->save({note.toDocument(), one.toDocument(), two.toDocument()}).ok());
    QVERIFY(m_store->deleteForever({one.id}).ok());
    QCOMPARE(m_store->summary(kId).value().tags, QList{two.id});
    QCOMPARE(m_store->tags().value().size(), 1);
}

// S124
void TestStoreHistory::newerBodiesSurvive()
{
    const RowState future{QStringLiteral("note"), 9, false, QByteArray::fromHex("02aabbcc"), {}};
    const BaseState base{QByteArray(16, 'f'), 1, future};
    QVERIFY(step([&](ReplicaTransaction &transaction) {
        return transaction.putClean(kId, base, RowOrigin::Pulled, QStringLiteral("B"));
    }));
    const Document loaded = m_store->load(kId).value();
    QCOMPARE(loaded.opaqueBody, future.body);
    QVERIFY(m_store->save({loaded}).value().ids.isEmpty());
    QVERIFY(m_store->summary(kId).ok());
    QVERIFY(m_store->deleteForever({kId}).ok());
    const auto row = m_replica->pending(10, 1'000'000).value().first();
    QCOMPARE(row.base, std::optional(base));
    QCOMPARE(row.state.schema, std::uint16_t{9});
}

void TestStoreHistory::hybridClockFollowsTheWall_data()
{
    QTest::addColumn<qint64>("last");
    QTest::addColumn<qint64>("expected");
    const qint64 wall = FakeClock::kStartMs * 1000;
    QTest::newRow("first") << qint64{0} << wall;
    QTest::newRow("wall moved on") << wall - 5 << wall;
    QTest::newRow("same microsecond") << wall << wall + 1;
    QTest::newRow("wall was set back") << wall + 1'000'000 << wall + 1'000'001;
}

void TestStoreHistory::hybridClockFollowsTheWall()
{
    QFETCH(qint64, last);
    QFETCH(qint64, expected);
    QCOMPARE(qint64{HybridClock::after(last, FakeClock().now())}, expected);
}

void TestStoreHistory::syncLogIsRead()
{
    QVERIFY(step([](ReplicaTransaction &transaction) {
        return transaction.note(kId, QStringLiteral("accepted"), QString());
    }));
    QVERIFY(step([](ReplicaTransaction &transaction) {
        return transaction.note(kId, QStringLiteral("merged"), QStringLiteral("B"));
    }));
    const auto lines = m_store->syncLog(10).value();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.first().event, QStringLiteral("merged"));
    QCOMPARE(lines.first().device, QStringLiteral("B"));
    QCOMPARE(lines.last().at, FakeClock::kStartMs);
}

// S106: as long as the history could bring the attachment back, its bytes stay; then they go, but
// not at once.
void TestStoreHistory::chunksThatNothingNamesGo()
{
    const auto added = m_store->addAttachment(QStringLiteral("a.bin"), {}, "content");
    QVERIFY(added.ok());
    const QByteArray chunk = added.value().chunks.front();
    QVERIFY(m_store->deleteForever({added.value().id}).ok());
    const auto reopenAfter = [this](std::chrono::hours time) {
        m_profile->clock.advance(time);
        m_store = m_profile->documents();
    };
    reopenAfter(300 * 24h);
    QVERIFY(m_replica->chunk(chunk).ok());
    reopenAfter(70 * 24h); // the history entry is a year old, the chunk is marked
    QVERIFY(m_replica->chunk(chunk).ok());
    reopenAfter(6 * 24h);
    QVERIFY(m_replica->chunk(chunk).ok());
    reopenAfter(2 * 24h);
    QCOMPARE(m_replica->chunk(chunk).error().kind, StoreError::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestStoreHistory)
#include "tst_storehistory.moc"
