#include "model/document/documentcodec.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/teststore.h"

#include <QMap>
#include <QtTest>

/// Random operations on the store beside a plain model of what each should do.
class TestStoreModel : public QObject
{
    Q_OBJECT

private slots:
    void storeDoesWhatTheModelSays_data();
    void storeDoesWhatTheModelSays();
};

namespace {

struct ModelRow
{
    QString title;
    QString text;
    bool trashed = false;
    bool deleted = false;
    bool dirty = false;
    bool wasSynced = false; ///< The master holds some state of it.
    std::uint64_t changes = 0;
};

class World
{
public:
    explicit World(std::uint64_t seed)
        : m_profile(seed)
        , m_store(m_profile.documents())
        , m_replica(m_profile.replica())
    {}

    bool step();
    bool agrees();
    QString failure() const { return m_failure; }

private:
    SeededRandom &random() { return m_profile.random; }
    DocumentId anyId() { return DocumentId(QStringLiteral("n%1").arg(random().below(12))); }
    bool save(const DocumentId &id);
    bool toTrash(const DocumentId &id);
    bool bury(const DocumentId &id);
    bool acknowledgeAll();
    bool pull(const DocumentId &id);
    bool reopen();
    bool fail(const QString &why)
    {
        m_failure = why;
        return false;
    }

    TestProfile m_profile;
    std::unique_ptr<DocumentStore> m_store;
    std::unique_ptr<ReplicaStore> m_replica;
    QMap<DocumentId, ModelRow> m_model;
    std::int64_t m_lastMark = 0;
    std::uint64_t m_sequence = 0;
    int m_number = 0;
    QString m_failure;
};

BaseState masterState(const DocumentId &id, const QString &text, std::uint64_t sequence)
{
    const Document document = build::note(id.text(), QStringLiteral("remote"), text).toDocument();
    RowState state;
    state.kind = document.kind;
    state.body = encodeBody(document);
    return {mintRevision(std::nullopt, false, state.body), sequence, state};
}

bool World::save(const DocumentId &id)
{
    ModelRow &row = m_model[id];
    row.title = QStringLiteral("title%1").arg(++m_number);
    row.text = QStringLiteral("text%1z").arg(m_number);
    row.trashed = false;
    row.deleted = false;
    row.dirty = true;
    row.changes += 1;
    // Clocks jump in both directions.
    const int minutes = random().below(200) - 80;
    m_profile.clock.setNow(m_profile.clock.now() + std::chrono::minutes(minutes));
    const auto receipt = m_store->save({build::note(id.text(), row.title, row.text).toDocument()});
    if (!receipt.ok())
        return fail(receipt.error().detail);
    if (receipt.value().modifiedAt <= m_lastMark)
        return fail(QStringLiteral("a mark ran backwards"));
    m_lastMark = receipt.value().modifiedAt;
    return receipt.value().ids == QList{id} || fail(QStringLiteral("wrong ids"));
}

bool World::toTrash(const DocumentId &id)
{
    const bool there = m_model.contains(id) && !m_model[id].deleted;
    const auto receipt = m_model.value(id).trashed ? m_store->restore({id}) : m_store->trash({id});
    if (receipt.ok() != there)
        return fail(QStringLiteral("trash"));
    if (!there)
        return receipt.error().kind == StoreError::Kind::NotFound || fail(QStringLiteral("kind"));
    m_model[id].trashed = !m_model[id].trashed;
    m_model[id].dirty = true;
    m_model[id].changes += 1;
    m_lastMark = receipt.value().modifiedAt;
    return true;
}

bool World::bury(const DocumentId &id)
{
    const bool known = m_model.contains(id);
    const auto receipt = m_store->deleteForever({id});
    if (receipt.ok() != known)
        return fail(QStringLiteral("deleteForever"));
    if (!known || m_model[id].deleted)
        return true;
    ModelRow &row = m_model[id];
    row.deleted = true;
    row.changes += 1;
    row.dirty = row.wasSynced; // never sent: nothing to delete there
    m_lastMark = receipt.value().modifiedAt;
    return true;
}

bool World::acknowledgeAll()
{
    const auto pending = m_replica->pending(1000, 100'000'000).value();
    const auto done = m_replica->transact([&](ReplicaTransaction &transaction) {
        Result<Done, StoreError> result = Done{};
        for (const ReplicaRow &row : pending) {
            const BaseState base{QByteArray(16, 'a'), ++m_sequence, row.state};
            if (result.ok())
                result = transaction.acknowledge(row.id, base, row.changeCounter);
        }
        return result;
    });
    for (ModelRow &row : m_model) {
        row.wasSynced = row.wasSynced || row.dirty;
        row.dirty = false;
    }
    return done.ok() || fail(done.error().detail);
}

bool World::pull(const DocumentId &id)
{
    ModelRow &row = m_model[id];
    row.title = QStringLiteral("remote");
    row.text = QStringLiteral("remote%1z").arg(++m_number);
    row.trashed = row.deleted = row.dirty = false;
    row.wasSynced = true;
    const auto done = m_replica->transact([&](ReplicaTransaction &transaction) {
        return transaction.putClean(
            id, masterState(id, row.text, ++m_sequence), RowOrigin::Pulled, QStringLiteral("B"));
    });
    return done.ok() || fail(done.error().detail);
}

bool World::reopen()
{
    m_store.reset();
    m_replica.reset();
    m_store = m_profile.documents();
    m_replica = m_profile.replica();
    return true;
}

bool World::step()
{
    const DocumentId id = anyId();
    switch (random().below(12)) {
    case 0:
        return acknowledgeAll();
    case 1:
    case 2:
        return pull(id);
    case 3:
        return bury(id);
    case 4:
    case 5:
        return toTrash(id);
    case 6:
        return reopen();
    default:
        return save(id);
    }
}

bool World::agrees()
{
    int live = 0;
    int trashed = 0;
    int dirty = 0;
    for (auto it = m_model.cbegin(); it != m_model.cend(); ++it) {
        const auto document = m_store->load(it.key());
        if (!document.ok() || document.value().deleted != it->deleted)
            return fail(it.key().text() + QStringLiteral(": not as expected"));
        dirty += it->dirty ? 1 : 0;
        const auto summary = m_store->summary(it.key());
        if (summary.ok() == it->deleted)
            return fail(it.key().text() + QStringLiteral(": list"));
        const auto hits = m_store->search(it->text).value();
        const bool found = hits.size() == 1 && hits.first().summary.id == it.key();
        if (found == (it->deleted || it->trashed))
            return fail(it.key().text() + QStringLiteral(": search"));
        if (it->deleted)
            continue;
        (it->trashed ? trashed : live) += 1;
        const auto note = Note::fromDocument(document.value());
        if (!note || note->text != it->text || note->header.title != it->title
            || note->header.trashed.has_value() != it->trashed
            || summary.value().pending != it->dirty)
            return fail(it.key().text() + QStringLiteral(": content"));
    }
    const LibraryCounts counts = m_store->counts().value();
    if (counts.all != live || counts.trash != trashed)
        return fail(QStringLiteral("counts"));
    if (m_store->outgoing().value().pending != dirty
        || m_replica->hasPending().value() != (dirty > 0))
        return fail(QStringLiteral("pending"));
    return true;
}

} // namespace

void TestStoreModel::storeDoesWhatTheModelSays_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %llu", seed) << seed;
}

void TestStoreModel::storeDoesWhatTheModelSays()
{
    QFETCH(quint64, seed);
    World world(seed);
    for (int step = 0; step < 80; ++step) {
        const bool right = world.step() && (step % 10 != 9 || world.agrees());
        QVERIFY2(right, qPrintable(QStringLiteral("step %1: ").arg(step) + world.failure()));
    }
}

QTEST_GUILESS_MAIN(TestStoreModel)
#include "tst_storemodel.moc"
