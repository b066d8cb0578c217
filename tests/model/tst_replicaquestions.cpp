#include "model/document/documentcodec.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/teststore.h"

#include <QtTest>

/// Conflicts that one question settles together, and what the engine remembers, in the database.
class TestReplicaQuestions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void groupedConflictsAreOneQuestion();
    void mineIsPushedOnTopOfTheMasters();
    void theirsReplacesMine();
    void mineIsMadeAnewIfTheMasterForgotIt();
    void theirsGoesToTheTrashIfTheMasterForgotIt();
    void aForgottenRowCanBeResolvedAlone_data();
    void aForgottenRowCanBeResolvedAlone();
    void settlingNeedsAnOpenConflict();
    void memoryIsKept();
    void s100AnotherComputerHasAnotherDeviceId();
    void outgoingRowsSayWhy();

private:
    ReplicaRow row();
    void step(const ReplicaStore::Step &step);
    void openGroup(bool forgotten);

    std::unique_ptr<TestProfile> m_profile;
    std::unique_ptr<DocumentStore> m_store;
    std::unique_ptr<ReplicaStore> m_replica;
};

namespace {

using Kind = SyncQuestion::Kind;

QString operator""_s(const char16_t *text, std::size_t size)
{
    return QString::fromUtf16(text, static_cast<qsizetype>(size));
}

const DocumentId kId(QStringLiteral("n1"));

Document noteWith(const QString &text)
{
    return build::note(kId.text(), QStringLiteral("Title"), text).toDocument();
}

BaseState masterWith(const QString &text, std::uint64_t sequence)
{
    const RowState state{u"note"_s, 1, false, encodeBody(noteWith(text)), {}};
    return {mintRevision(std::nullopt, false, state.body), sequence, state};
}

} // namespace

void TestReplicaQuestions::init()
{
    m_profile = std::make_unique<TestProfile>();
    m_store = m_profile->documents();
    m_replica = m_profile->replica();
}

void TestReplicaQuestions::cleanup()
{
    m_replica.reset();
    m_store.reset();
    m_profile.reset();
}

ReplicaRow TestReplicaQuestions::row()
{
    ReplicaRow found;
    step([&](ReplicaTransaction &transaction) -> Result<Done, StoreError> {
        found = transaction.row(kId).value().value_or(ReplicaRow());
        return Done{};
    });
    return found;
}

void TestReplicaQuestions::step(const ReplicaStore::Step &step)
{
    const auto done = m_replica->transact(step);
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().detail));
}

/// A note that was edited here while the master got another state, or forgot it.
void TestReplicaQuestions::openGroup(bool forgotten)
{
    step([&](ReplicaTransaction &transaction) {
        return transaction.putClean(kId, masterWith(u"base"_s, 1), RowOrigin::Pulled, u"B"_s);
    });
    QVERIFY(m_store->save({noteWith(u"mine"_s)}, {HistoryReason::Imported, true}).ok());
    ConflictRecord record;
    record.master = masterWith(u"theirs"_s, 2);
    if (forgotten)
        record.master = {{}, 0, {u"note"_s, 1, true, {}, {}}};
    record.device = u"B"_s;
    record.question = forgotten ? Kind::DeletedLongAgo : Kind::CanisterRestored;
    step([&](ReplicaTransaction &transaction) { return transaction.openConflict(kId, record); });
}

void TestReplicaQuestions::groupedConflictsAreOneQuestion()
{
    QVERIFY(m_replica->questions().value().isEmpty());
    openGroup(false);
    QCOMPARE(m_replica->questions().value(),
             (QList<SyncQuestion>{{Kind::CanisterRestored, 1, 1, u"B"_s}}));
    QCOMPARE(m_replica->questioned(Kind::CanisterRestored).value(), QList{kId});
    QVERIFY(!m_replica->hasPending().value());
    // Not among the conflicts that are reviewed one by one, ...
    QVERIFY(m_store->conflicts().value().isEmpty());
    QCOMPARE(m_store->counts().value().conflicts, 0);
    QCOMPARE(m_store->outgoing().value().conflicts, 0);
    QVERIFY(!m_store->summary(kId).value().conflicted);
    // ... unless the person wants that.
    step([&](ReplicaTransaction &transaction) {
        ConflictRecord record = *transaction.conflict(kId).value();
        record.question.reset();
        return transaction.openConflict(kId, record);
    });
    QVERIFY(m_replica->questions().value().isEmpty());
    QCOMPARE(m_store->conflicts().value().size(), 1);
}

void TestReplicaQuestions::mineIsPushedOnTopOfTheMasters()
{
    openGroup(false);
    step([&](ReplicaTransaction &transaction) {
        return transaction.settleConflict(kId, ConflictSide::Mine);
    });
    QVERIFY(m_replica->hasPending().value());
    QCOMPARE(row().base, std::optional(masterWith(u"theirs"_s, 2)));
    QCOMPARE(Note::fromDocument(m_store->load(kId).value())->text, u"mine"_s);
    QStringList kept;
    for (const HistoryEntry &entry : m_store->history(kId).value())
        kept.append(Note::fromDocument(m_store->historyState(entry.entry).value())->text);
    QVERIFY(kept.contains(u"theirs"_s));
}

void TestReplicaQuestions::theirsReplacesMine()
{
    openGroup(false);
    step([&](ReplicaTransaction &transaction) {
        return transaction.settleConflict(kId, ConflictSide::Theirs);
    });
    QVERIFY(!row().dirty);
    QVERIFY(!row().conflicted);
    QCOMPARE(Note::fromDocument(m_store->load(kId).value())->text, u"theirs"_s);
    const auto history = m_store->history(kId).value();
    QCOMPARE(Note::fromDocument(m_store->historyState(history.first().entry).value())->text,
             u"mine"_s);
}

void TestReplicaQuestions::mineIsMadeAnewIfTheMasterForgotIt()
{
    openGroup(true);
    step([&](ReplicaTransaction &transaction) {
        return transaction.settleConflict(kId, ConflictSide::Mine);
    });
    QVERIFY(m_replica->hasPending().value());
    QCOMPARE(row().base, std::nullopt);
}

void TestReplicaQuestions::theirsGoesToTheTrashIfTheMasterForgotIt()
{
    openGroup(true);
    step([&](ReplicaTransaction &transaction) {
        return transaction.settleConflict(kId, ConflictSide::Theirs);
    });
    QVERIFY(!m_replica->hasPending().value());
    QCOMPARE(m_store->counts().value().trash, 1);
    QCOMPARE(row().base, std::nullopt);
}

void TestReplicaQuestions::aForgottenRowCanBeResolvedAlone_data()
{
    QTest::addColumn<bool>("keep");
    QTest::newRow("kept") << true;
    QTest::newRow("deleted") << false;
}

void TestReplicaQuestions::aForgottenRowCanBeResolvedAlone()
{
    QFETCH(bool, keep);
    openGroup(true);
    step([&](ReplicaTransaction &transaction) {
        ConflictRecord record = *transaction.conflict(kId).value();
        record.question.reset();
        return transaction.openConflict(kId, record);
    });
    const OpenConflict open = m_store->conflicts().value().first();
    QVERIFY(open.master.deleted);
    QVERIFY(m_store->resolveConflict(kId, keep ? open.mine : open.master).ok());
    QCOMPARE(m_replica->hasPending().value(), keep);
    QCOMPARE(row().base, std::nullopt);
    QCOMPARE(m_store->load(kId).value().deleted, !keep);
}

void TestReplicaQuestions::settlingNeedsAnOpenConflict()
{
    const auto settled = m_replica->transact([&](ReplicaTransaction &transaction) {
        return transaction.settleConflict(kId, ConflictSide::Mine);
    });
    QCOMPARE(settled.error().kind, StoreError::Kind::NotFound);
}

void TestReplicaQuestions::memoryIsKept()
{
    const QString name = u"sync.test"_s;
    QVERIFY(m_replica->remembered(name).value().isEmpty());
    step([&](ReplicaTransaction &transaction) { return transaction.remember(name, "7"); });
    step([&](ReplicaTransaction &transaction) { return transaction.remember(name, "8"); });
    QCOMPARE(m_profile->replica()->remembered(name).value(), QByteArray("8"));
    step([&](ReplicaTransaction &transaction) { return transaction.remember(name, {}); });
    QVERIFY(m_replica->remembered(name).value().isEmpty());
}

void TestReplicaQuestions::s100AnotherComputerHasAnotherDeviceId()
{
    const auto idOn = [this](const QByteArray &machine) {
        StoreDependencies dependencies = m_profile->dependencies();
        dependencies.machine = machine;
        const auto store = openReplicaStore(m_profile->databasePath(), dependencies);
        return store.value()->deviceId().value();
    };
    const QByteArray before = m_replica->deviceId().value(); // by a version that knew no machines
    const QByteArray first = idOn("desk");
    QCOMPARE(first, before);
    const QByteArray second = idOn("laptop");
    QVERIFY(second != first);
    QCOMPARE(second.size(), 16);
    QCOMPARE(idOn("desk"), first);
    QCOMPARE(idOn("laptop"), second);
}

void TestReplicaQuestions::outgoingRowsSayWhy()
{
    const auto save = [this](const QString &id) {
        QVERIFY(m_store->save({build::note(id, u"T"_s, u"text"_s).toDocument()}).ok());
        m_profile->clock.advance(std::chrono::seconds(1));
    };
    save(u"first"_s);
    save(u"second"_s);
    save(u"third"_s);
    step([&](ReplicaTransaction &transaction) {
        return transaction.refuse(DocumentId(u"third"_s), u"too_large"_s);
    });
    const QList<OutgoingRow> rows = m_store->outgoingRows(10).value();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].id.text(), u"third"_s);
    QCOMPARE(rows[0].refusedCode, u"too_large"_s);
    QCOMPARE(rows[0].document, rows[0].id);
    QCOMPARE(rows[0].kind, u"note"_s);
    QVERIFY(rows[0].bytes > 0);
    QCOMPARE(rows[1].id.text(), u"first"_s);
    QVERIFY(rows[1].refusedCode.isEmpty());
    QVERIFY(rows[1].changedAt < rows[2].changedAt);
    QCOMPARE(m_store->outgoingRows(1).value().size(), 1);
}

QTEST_GUILESS_MAIN(TestReplicaQuestions)
#include "tst_replicaquestions.moc"
