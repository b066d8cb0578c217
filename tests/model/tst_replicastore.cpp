#include "model/document/documentcodec.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/teststore.h"

#include <QtTest>

namespace {

QString operator""_s(const char16_t *text, std::size_t size)
{
    return QString::fromUtf16(text, static_cast<qsizetype>(size));
}

const DocumentId kId(QStringLiteral("n1"));

Document noteWith(const QString &text)
{
    return build::note(kId.text(), QStringLiteral("Title"), text).toDocument();
}

RowState stateWith(const QString &text)
{
    RowState state;
    state.kind = QStringLiteral("note");
    state.body = encodeBody(noteWith(text));
    return state;
}

BaseState masterWith(const QString &text, std::uint64_t sequence)
{
    const RowState state = stateWith(text);
    return {mintRevision(std::nullopt, false, state.body), sequence, state};
}

QString textOf(const Document &document)
{
    const auto note = Note::fromDocument(document);
    return note ? note->text : QString();
}

} // namespace

class TestReplicaStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void localEditIsPendingUntilAcknowledged();
    void editDuringThePushStaysDirty();
    void firstEditKeepsTheBase();
    void pulledStateIsClean();
    void conflictIsHeldUntilResolved();
    void resolvingWithTheMastersIsClean();
    void refusedWaitsForAnEdit();
    void anErrorRollsEverythingBack();
    void olderSyncConnectionIsFenced();
    void bindingIsSetOnce();

private:
    std::optional<ReplicaRow> row();
    void step(const ReplicaStore::Step &step);

    std::unique_ptr<TestProfile> m_profile;
    std::unique_ptr<DocumentStore> m_store;
    std::unique_ptr<ReplicaStore> m_replica;
};

void TestReplicaStore::init()
{
    m_profile = std::make_unique<TestProfile>();
    m_store = m_profile->documents();
    m_replica = m_profile->replica();
}

void TestReplicaStore::cleanup()
{
    m_replica.reset();
    m_store.reset();
    m_profile.reset();
}

void TestReplicaStore::step(const ReplicaStore::Step &step)
{
    const auto done = m_replica->transact(step);
    if (!done.ok())
        QFAIL(qPrintable(done.error().detail));
}

std::optional<ReplicaRow> TestReplicaStore::row()
{
    std::optional<ReplicaRow> row;
    step([&row](ReplicaTransaction &transaction) -> Result<Done, StoreError> {
        row = transaction.row(kId).value();
        return Done{};
    });
    return row;
}

void TestReplicaStore::localEditIsPendingUntilAcknowledged()
{
    QVERIFY(!m_replica->hasPending().value());
    QVERIFY(m_store->save({noteWith(u"one"_s)}, {HistoryReason::Imported, true}).ok());
    QVERIFY(m_replica->hasPending().value());
    const auto pending = m_replica->pending(10, 1'000'000).value();
    QCOMPARE(pending.size(), 1);
    QCOMPARE(pending.first().state, stateWith(u"one"_s));
    QVERIFY(!pending.first().base);
    step([&](ReplicaTransaction &transaction) {
        return transaction.acknowledge(kId, masterWith(u"one"_s, 4), pending.first().changeCounter);
    });
    QVERIFY(!m_replica->hasPending().value());
    QCOMPARE(row()->base->sequence, 4U);
    QCOMPARE(row()->base->state, stateWith(u"one"_s));
    QVERIFY(!m_store->summary(kId).value().pending);
}

// S34, S65
void TestReplicaStore::editDuringThePushStaysDirty()
{
    QVERIFY(m_store->save({noteWith(u"one"_s)}, {HistoryReason::Imported, true}).ok());
    const auto pushed = m_replica->pending(10, 1'000'000).value().first();
    QVERIFY(m_store->save({noteWith(u"two"_s)}, {HistoryReason::Edited, true}).ok());
    step([&](ReplicaTransaction &transaction) {
        return transaction.acknowledge(kId, masterWith(u"one"_s, 4), pushed.changeCounter);
    });
    QVERIFY(m_replica->hasPending().value());
    QCOMPARE(row()->state, stateWith(u"two"_s));
    QCOMPARE(row()->base->state, stateWith(u"one"_s));
}

void TestReplicaStore::firstEditKeepsTheBase()
{
    step([&](ReplicaTransaction &transaction) {
        return transaction.putClean(kId, masterWith(u"one"_s, 1), RowOrigin::Pulled, u"B"_s);
    });
    QVERIFY(m_store->save({noteWith(u"two"_s)}, {HistoryReason::Edited, true}).ok());
    QVERIFY(m_store->save({noteWith(u"three"_s)}, {HistoryReason::Edited, true}).ok());
    QCOMPARE(row()->base->state, stateWith(u"one"_s));
    QCOMPARE(row()->changeCounter, 2U);
}

void TestReplicaStore::pulledStateIsClean()
{
    QVERIFY(m_store->save({noteWith(u"mine"_s)}, {HistoryReason::Imported, true}).ok());
    const auto changed = m_replica->transact([&](ReplicaTransaction &transaction) {
        return transaction.putClean(kId, masterWith(u"theirs"_s, 1), RowOrigin::Pulled, u"B"_s);
    });
    QCOMPARE(changed.value(), QList{kId});
    QVERIFY(!m_replica->hasPending().value());
    QCOMPARE(textOf(m_store->load(kId).value()), u"theirs"_s);
    const auto history = m_store->history(kId).value();
    QCOMPARE(history.size(), 1);
    QCOMPARE(history.first().reason, HistoryReason::ReplacedByRemote);
    QCOMPARE(textOf(m_store->historyState(history.first().entry).value()), u"mine"_s);
}

void TestReplicaStore::conflictIsHeldUntilResolved()
{
    step([&](ReplicaTransaction &transaction) {
        return transaction.putClean(kId, masterWith(u"base"_s, 1), RowOrigin::Pulled, u"B"_s);
    });
    QVERIFY(m_store->save({noteWith(u"mine"_s)}, {HistoryReason::Edited, true}).ok());
    step([&](ReplicaTransaction &transaction) {
        return transaction.openConflict(kId, {masterWith(u"theirs"_s, 2), u"B"_s, 77});
    });
    QVERIFY(!m_replica->hasPending().value());
    QVERIFY(m_store->summary(kId).value().conflicted);
    QCOMPARE(m_store->counts().value().conflicts, 1);
    const auto open = m_store->conflicts(kId).value();
    QCOMPARE(open.size(), 1);
    QCOMPARE(textOf(*open.first().base), u"base"_s);
    QCOMPARE(textOf(open.first().mine), u"mine"_s);
    QCOMPARE(textOf(open.first().master), u"theirs"_s);
    QCOMPARE(open.first().masterDevice, u"B"_s);
    // An edit meanwhile leaves it open.
    QVERIFY(m_store->save({noteWith(u"mine 2"_s)}, {HistoryReason::Edited, true}).ok());
    QVERIFY(!m_replica->hasPending().value());
    QVERIFY(m_store->resolveConflict(kId, noteWith(u"both"_s)).ok());
    QVERIFY(m_store->conflicts().value().isEmpty());
    QVERIFY(m_replica->hasPending().value());
    QCOMPARE(row()->base->state, stateWith(u"theirs"_s));
    QCOMPARE(row()->base->sequence, 2U);
    QStringList kept;
    for (const HistoryEntry &entry : m_store->history(kId).value())
        kept.append(textOf(m_store->historyState(entry.entry).value()));
    QVERIFY(kept.contains(u"mine 2"_s));
    QVERIFY(kept.contains(u"theirs"_s));
}

void TestReplicaStore::resolvingWithTheMastersIsClean()
{
    QVERIFY(m_store->save({noteWith(u"mine"_s)}, {HistoryReason::Edited, true}).ok());
    step([&](ReplicaTransaction &transaction) {
        return transaction.openConflict(kId, {masterWith(u"theirs"_s, 2), u"B"_s, 77});
    });
    QVERIFY(m_store->resolveConflict(kId, m_store->conflicts().value().first().master).ok());
    QVERIFY(!m_replica->hasPending().value());
    QVERIFY(!row()->dirty);
    QCOMPARE(textOf(m_store->load(kId).value()), u"theirs"_s);
}

void TestReplicaStore::refusedWaitsForAnEdit()
{
    QVERIFY(m_store->save({noteWith(u"one"_s)}, {HistoryReason::Edited, true}).ok());
    step([&](ReplicaTransaction &transaction) { return transaction.refuse(kId, u"too_large"_s); });
    QVERIFY(!m_replica->hasPending().value());
    QVERIFY(m_store->summary(kId).value().refused);
    QCOMPARE(m_store->outgoing().value().refused, 1);
    QCOMPARE(row()->refusedCode, u"too_large"_s);
    QVERIFY(m_store->save({noteWith(u"two"_s)}, {HistoryReason::Edited, true}).ok());
    QVERIFY(m_replica->hasPending().value());
    QCOMPARE(m_store->outgoing().value().refused, 0);
}

// S45
void TestReplicaStore::anErrorRollsEverythingBack()
{
    const auto failed =
        m_replica->transact([&](ReplicaTransaction &transaction) -> Result<Done, StoreError> {
            (void)transaction.putClean(kId, masterWith(u"x"_s, 1), RowOrigin::Pulled, u"B"_s).ok();
            (void)transaction.setCheckpoint({1, 1, 1, "token678"}).ok();
            return StoreError{StoreError::Kind::Io, u"test"_s};
        });
    QCOMPARE(failed.error().detail, u"test"_s);
    QCOMPARE(m_store->load(kId).error().kind, StoreError::Kind::NotFound);
    QCOMPARE(m_replica->checkpoint().value(), ReplicaCheckpoint());
}

// S97, S98
void TestReplicaStore::olderSyncConnectionIsFenced()
{
    const auto nothing = [](ReplicaTransaction &) -> Result<Done, StoreError> { return Done{}; };
    QVERIFY(m_replica->transact(nothing).ok());
    const auto second = m_profile->replica();
    QVERIFY(m_replica->transact(nothing).ok()); // opening alone takes nothing over
    QVERIFY(second->transact(nothing).ok());
    QCOMPARE(m_replica->transact(nothing).error().kind, StoreError::Kind::Locked);
    QVERIFY(second->transact(nothing).ok());
}

void TestReplicaStore::bindingIsSetOnce()
{
    QVERIFY(!m_replica->binding().value());
    const ReplicaBinding binding{u"aaaaa-aa"_s, u"2vxsx-fae"_s};
    QVERIFY(m_replica->bind(binding).ok());
    QCOMPARE(m_replica->binding().value(), std::optional(binding));
    QVERIFY(m_replica->bind(binding).ok());
    QCOMPARE(m_replica->bind({u"x"_s, u"y"_s}).error().kind, StoreError::Kind::Invalid);
    const QByteArray device = m_replica->deviceId().value();
    QCOMPARE(device.size(), 16);
    QCOMPARE(m_profile->replica()->deviceId().value(), device);
}

QTEST_GUILESS_MAIN(TestReplicaStore)
#include "tst_replicastore.moc"
