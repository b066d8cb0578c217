#include "model/store/sqliteconnection.h"
#include "tests/bench/benchline.h"
#include "tests/bench/prose.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/teststore.h"

#include <QCoreApplication>

namespace {

constexpr int kNotes = 10'000;

Document noteWith(int number, const QString &text)
{
    return build::note(QStringLiteral("note-%1").arg(number),
                       QStringLiteral("Note number %1").arg(number),
                       text)
        .toDocument();
}

void mustSucceed(bool ok)
{
    if (!ok)
        qFatal("a step of the benchmark failed");
}

/// What SQLite itself needs: the same pragmas, one table, one blob of 4 KiB.
void floorOfOneSave(TestProfile &profile)
{
    const auto connection =
        std::move(SqliteConnection::open(profile.folder.filePath(QStringLiteral("bare.db")),
                                         SqliteConnection::Access::ReadWrite)
                      .value());
    connection->run(QStringLiteral("PRAGMA journal_mode = WAL"));
    connection->run(QStringLiteral("PRAGMA synchronous = FULL"));
    connection->run(QStringLiteral("CREATE TABLE notes (id TEXT PRIMARY KEY, body BLOB)"));
    const QByteArray body(4096, 'x');
    benchmark("bare SQLite: save 4 KiB, FULL", 300, [&](int i) {
        connection->run(QStringLiteral("INSERT OR REPLACE INTO notes VALUES (?, ?)"),
                        {QString::number(i % 100), body});
    });
    connection->run(QStringLiteral("PRAGMA synchronous = NORMAL"));
    benchmark("bare SQLite: save 4 KiB, NORMAL", 300, [&](int i) {
        connection->run(QStringLiteral("INSERT OR REPLACE INTO notes VALUES (?, ?)"),
                        {QString::number(i % 100), body});
    });
}

void lists(const DocumentStore &store)
{
    benchmark("list of 10,000 (newest first)", 50, [&](int) {
        mustSucceed(store.summaries({}).value().size() == kNotes);
    });
    ListQuery byTitle;
    byTitle.sort = ListQuery::Sort::Title;
    benchmark("list of 10,000 by title", 20, [&](int) {
        mustSucceed(store.summaries(byTitle).value().size() == kNotes);
    });
    ListQuery first;
    first.limit = 100;
    benchmark("first 100 of 10,000", 100, [&](int) {
        mustSucceed(store.summaries(first).value().size() == 100);
    });
    benchmark("counts over 10,000", 50, [&](int) { mustSucceed(store.counts().ok()); });
}

void searches(const DocumentStore &store)
{
    // As a person types it.
    for (const char *typed : {"w", "w1", "w10", "w10u", "note number 77", "w10u w6", "umber"}) {
        const QString text = QString::fromLatin1(typed);
        const QByteArray name = "search \"" + QByteArray(typed) + "\" over 10,000, "
                                + QByteArray::number(store.search(text).value().size()) + " hits";
        benchmark(name.constData(), 30, [&](int) { mustSucceed(store.search(text).ok()); });
    }
}

void saves(TestProfile &profile, DocumentStore &store)
{
    QStringList texts;
    for (int i = 0; i < 50; ++i)
        texts.append(prose(profile.random, 4096));
    benchmark("save one note of 4 KiB among 10,000", 300, [&](int i) {
        profile.clock.advance(std::chrono::seconds(2));
        mustSucceed(store.save({noteWith(i % 7, texts[i % 50] + QString::number(i))}).ok());
    });
    mustSucceed(
        store.save({build::drawing(QStringLiteral("d"), QStringLiteral("Sketch")).toDocument()})
            .ok());
    benchmark("save one element of a drawing", 300, [&](int i) {
        const auto element =
            build::rectangle(QStringLiteral("d"), QStringLiteral("e%1").arg(i), i, i);
        mustSucceed(store.save({element.toDocument()}).ok());
    });
    benchmark("load one note", 300, [&](int i) {
        mustSucceed(store.load(DocumentId(QStringLiteral("note-%1").arg(i))).ok());
    });
}

void replication(TestProfile &profile)
{
    const auto replica = profile.replica();
    benchmark("anything to push? (10,000 pending)", 300, [&](int) {
        mustSucceed(replica->hasPending().value());
    });
    QList<ReplicaRow> rows;
    benchmark("rows to push: 1,000", 20, [&](int) {
        rows = replica->pending(1000, 100'000'000).value();
    });
    benchmark("acknowledge 1,000 rows", 10, [&](int) {
        rows = replica->pending(1000, 100'000'000).value();
        const auto done = replica->transact([&](ReplicaTransaction &transaction) {
            Result<Done, StoreError> result = Done{};
            for (const ReplicaRow &row : std::as_const(rows)) {
                if (result.ok())
                    result = transaction.acknowledge(
                        row.id, {QByteArray(16, 'r'), 1, row.state}, row.changeCounter);
            }
            return result;
        });
        mustSucceed(done.ok());
    });
    benchmark("anything to push? (few pending)", 300, [&](int) {
        mustSucceed(replica->hasPending().ok());
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    TestProfile profile;
    floorOfOneSave(profile);
    const auto store = profile.documents();
    benchmark("save 1,000 notes of 1 KiB in one transaction", 10, [&](int round) {
        QList<Document> notes;
        for (int i = 0; i < kNotes / 10; ++i)
            notes.append(noteWith(round * kNotes / 10 + i, prose(profile.random, 1024)));
        mustSucceed(store->save(notes).ok());
    });
    lists(*store);
    searches(*store);
    saves(profile, *store);
    replication(profile);
    benchmark("open the library of 10,000", 20, [&](int) { profile.documents(); });
    return 0;
}
