#include "model/store/schema.h"
#include "model/store/sqlitedocumentstore.h"
#include "tests/support/documentbuilder.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>

#include <functional>
#include <unistd.h>

using Kind = StoreError::Kind;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// SQL by a connection that knows nothing of Sheaf.
void plainSql(const QString &path, const QStringList &statements)
{
    const QString name = QStringLiteral("plain");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("cannot open %s", qPrintable(path));
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                qFatal("cannot run %s", qPrintable(statement));
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
}

/// Runs `body` as a user whom permission bits bind; tests may run as root.
void withoutPrivileges(const std::function<void()> &body)
{
    const bool isRoot = ::geteuid() == 0;
    constexpr uid_t kNobody = 65534;
    if (isRoot && ::seteuid(kNobody) != 0)
        qFatal("seteuid");
    body();
    if (isRoot && ::seteuid(0) != 0)
        qFatal("seteuid");
}

} // namespace

class TestStoreFile : public QObject
{
    Q_OBJECT

private slots:
    void unusableFilesStayAsTheyAre_data();
    void unusableFilesStayAsTheyAre();
    void damageInTheMiddleIsReported();
    void emptyFileIsANewLibrary();
    void missingFoldersAreMade();
    void folderThatCannotBeMade();
    void readOnlyFile();
    void fullDiskLosesNothing();
    void twoConnectionsWriteAtOnce();
    void migratesWithPendingRows();
    void migrationOfANewFileIsWhole();

private:
    std::unique_ptr<TestProfile> m_profile;
};

void TestStoreFile::unusableFilesStayAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("sql");
    QTest::addColumn<Kind>("expected");
    const QString id = QStringLiteral("PRAGMA application_id = %1").arg(schema::kApplicationId);
    const QString table = QStringLiteral("CREATE TABLE theirs (x)");
    QTest::newRow("text") << QByteArray("Dear diary, ").repeated(500) << QStringList()
                          << Kind::Damaged;
    QTest::newRow("short") << QByteArray("SQLite") << QStringList() << Kind::Damaged;
    QTest::newRow("header, then noise")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, '\x5a') << QStringList()
        << Kind::Damaged;
    QTest::newRow("another program's") << QByteArray() << QStringList{table} << Kind::Foreign;
    QTest::newRow("another program's with WAL")
        << QByteArray() << QStringList{QStringLiteral("PRAGMA journal_mode = WAL"), table}
        << Kind::Foreign;
    QTest::newRow("another program's application id")
        << QByteArray() << QStringList{table, QStringLiteral("PRAGMA application_id = 77")}
        << Kind::Foreign;
    QTest::newRow("newer Sheaf")
        << QByteArray()
        << QStringList{table,
                       id,
                       QStringLiteral("PRAGMA user_version = %1").arg(schema::newestVersion() + 1)}
        << Kind::NewerSchema;
}

void TestStoreFile::unusableFilesStayAsTheyAre()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, sql);
    QFETCH(Kind, expected);
    TestProfile profile;
    if (sql.isEmpty())
        writeFile(profile.databasePath(), bytes);
    else
        plainSql(profile.databasePath(), sql);
    const QByteArray before = contentOf(profile.databasePath());
    const auto store = openProfileStore(profile.databasePath(), profile.dependencies());
    QCOMPARE(store.error().kind, expected);
    QVERIFY(!store.error().userMessage().isEmpty());
    QCOMPARE(openReplicaStore(profile.databasePath(), profile.dependencies()).error().kind,
             expected);
    QCOMPARE(contentOf(profile.databasePath()), before);
    QCOMPARE(QDir(profile.folder.path()).entryList(QDir::Files),
             QStringList{QStringLiteral("sheaf.db")});
}

void TestStoreFile::damageInTheMiddleIsReported()
{
    TestProfile profile;
    {
        const auto store = profile.documents();
        QList<Document> notes;
        for (int i = 0; i < 400; ++i)
            notes.append(build::note(QStringLiteral("note-%1").arg(i),
                                     QStringLiteral("Title %1").arg(i),
                                     QString::number(i * 7919).repeated(100))
                             .toDocument());
        QVERIFY(store->save(notes).ok());
    }
    QVERIFY(checkProfile(profile.databasePath()).ok());
    QByteArray bytes = contentOf(profile.databasePath());
    QVERIFY(bytes.size() > 100'000);
    for (qsizetype page = 8; page * 4096 < bytes.size(); ++page) {
        for (qsizetype at = page * 4096; at < page * 4096 + 64; ++at)
            bytes[at] = static_cast<char>(profile.random.below(256));
    }
    writeFile(profile.databasePath(), bytes);
    QCOMPARE(checkProfile(profile.databasePath()).error().kind, Kind::Damaged);
    const auto store = openProfileStore(profile.databasePath(), profile.dependencies());
    const Kind kind = store.ok() ? store.value()->summaries({}).error().kind : store.error().kind;
    QCOMPARE(kind, Kind::Damaged);
}

void TestStoreFile::emptyFileIsANewLibrary()
{
    TestProfile profile;
    writeFile(profile.databasePath(), {});
    QVERIFY(openProfileStore(profile.databasePath(), profile.dependencies()).ok());
}

void TestStoreFile::missingFoldersAreMade()
{
    TestProfile profile;
    const QString path = profile.folder.filePath(QStringLiteral("a/b/sheaf.db"));
    QVERIFY(openProfileStore(path, profile.dependencies()).ok());
}

void TestStoreFile::folderThatCannotBeMade()
{
    TestProfile profile;
    const auto store =
        openProfileStore(QStringLiteral("/proc/sheaf/sheaf.db"), profile.dependencies());
    QCOMPARE(store.error().kind, Kind::ReadOnly);
}

void TestStoreFile::readOnlyFile()
{
    TestProfile profile;
    QVERIFY(profile.documents()->save({build::note(QStringLiteral("n"), {}).toDocument()}).ok());
    const QByteArray before = contentOf(profile.databasePath());
    QFile::setPermissions(profile.databasePath(),
                          QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    QFile::setPermissions(profile.folder.path(),
                          QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup
                              | QFile::ReadOther | QFile::ExeOther);
    QString refused;
    Kind kind = Kind::NotFound;
    withoutPrivileges([&] {
        const auto store = openProfileStore(profile.databasePath(), profile.dependencies());
        kind = store.ok() ? Kind::NotFound : store.error().kind;
        refused = store.ok() ? QString() : store.error().detail;
    });
    QVERIFY2(kind == Kind::ReadOnly, qPrintable(refused));
    QCOMPARE(contentOf(profile.databasePath()), before);
    QFile::setPermissions(profile.folder.path(),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

// S52. SQLite's page limit gives the very error of a full disk.
void TestStoreFile::fullDiskLosesNothing()
{
    TestProfile profile;
    const Document kept = build::note(QStringLiteral("kept"), QStringLiteral("Kept")).toDocument();
    QVERIFY(profile.documents()->save({kept}, {HistoryReason::Imported, true}).ok());
    auto connection = std::move(
        SqliteConnection::open(profile.databasePath(), SqliteConnection::Access::ReadWrite)
            .value());
    const auto pages = connection->number(QStringLiteral("PRAGMA page_count"));
    QVERIFY(connection->number(QStringLiteral("PRAGMA max_page_count = %1").arg(pages + 4)) > 0);
    SqliteDocumentStore store(std::move(connection), profile.dependencies());
    QByteArray noise(200'000, '\0');
    profile.random.fill({reinterpret_cast<std::uint8_t *>(noise.data()), 200'000});
    const Document large = build::note(QStringLiteral("large"),
                                       QStringLiteral("Large"),
                                       QString::fromLatin1(noise.toBase64()))
                               .toDocument();
    const auto failed = store.save({large, kept});
    QCOMPARE(failed.error().kind, Kind::DiskFull);
    QCOMPARE(store.load(DocumentId(QStringLiteral("large"))).error().kind, Kind::NotFound);
    QCOMPARE(store.load(kept.id).value(), kept);
    QVERIFY(store.save({build::note(QStringLiteral("small"), {}).toDocument()}).ok());
    QVERIFY(checkProfile(profile.databasePath()).ok());
}

// S95: the window and another process; each write waits for the other.
void TestStoreFile::twoConnectionsWriteAtOnce()
{
    TestProfile profile;
    profile.documents();
    const auto writeMany = [&profile](const QString &prefix) {
        FakeClock clock;
        SeededRandom random(7);
        auto store = openProfileStore(profile.databasePath(), {clock, random});
        int saved = 0;
        for (int i = 0; i < 40 && store.ok(); ++i) {
            const Note note = build::note(prefix + QString::number(i), prefix);
            saved += store.value()->save({note.toDocument()}).ok() ? 1 : 0;
        }
        return saved;
    };
    int fromThread = 0;
    std::unique_ptr<QThread> thread(
        QThread::create([&] { fromThread = writeMany(QStringLiteral("b")); }));
    thread->start();
    const int fromHere = writeMany(QStringLiteral("a"));
    thread->wait();
    QCOMPARE(fromHere, 40);
    QCOMPARE(fromThread, 40);
    QCOMPARE(profile.documents()->summaries({}).value().size(), 80);
    // Marks never repeat, whoever gave them.
    auto connection = std::move(
        SqliteConnection::open(profile.databasePath(), SqliteConnection::Access::ReadOnly).value());
    QCOMPARE(
        connection->number(QStringLiteral("SELECT count(DISTINCT modified_at) FROM documents")),
        80);
}

// S125: an older file with a pending row, its base, a conflict and a cursor.
void TestStoreFile::migratesWithPendingRows()
{
    TestProfile profile;
    const auto masters = [](const QString &text) {
        const RowState state =
            stateOf(build::note(QStringLiteral("n"), QStringLiteral("Old"), text).toDocument());
        return BaseState{QByteArray(16, 'r'), 5, state};
    };
    const DocumentId id(QStringLiteral("n"));
    {
        const auto store = profile.documents();
        const auto replica = profile.replica();
        const auto done =
            replica->transact([&](ReplicaTransaction &transaction) -> Result<Done, StoreError> {
                if (auto put = transaction.putClean(
                        id, masters(QStringLiteral("base")), RowOrigin::Pulled, {});
                    !put.ok())
                    return put;
                return transaction.setCheckpoint({1, 5, 5, "12345678"});
            });
        QVERIFY(done.ok());
        QVERIFY(store
                    ->save({build::note(QStringLiteral("n"),
                                        QStringLiteral("Old"),
                                        QStringLiteral("findable words"))
                                .toDocument(),
                            build::textElement(QStringLiteral("d"),
                                               QStringLiteral("e"),
                                               QStringLiteral("sketched words"))
                                .toDocument(),
                            build::drawing(QStringLiteral("d"), QStringLiteral("D")).toDocument()})
                    .ok());
    }
    // Back to version 1, which had neither search nor chunks nor grouped conflicts.
    plainSql(profile.databasePath(),
             {QStringLiteral("DROP TABLE chunks"),
              QStringLiteral("DROP TABLE files"),
              QStringLiteral("DROP TABLE old_pieces"),
              QStringLiteral("DROP INDEX documents_blobs"),
              QStringLiteral("DROP INDEX history_blobs"),
              QStringLiteral("ALTER TABLE history DROP COLUMN blobs"),
              QStringLiteral("DROP TABLE search"),
              QStringLiteral("DROP TABLE search_titles"),
              QStringLiteral("DROP TABLE element_texts"),
              QStringLiteral("ALTER TABLE conflicts DROP COLUMN question"),
              QStringLiteral("PRAGMA user_version = 1")});
    const auto store = profile.documents();
    QCOMPARE(store->search(QStringLiteral("findable")).value().size(), 1);
    QCOMPARE(store->search(QStringLiteral("sketched")).value().size(), 1);
    const auto replica = profile.replica();
    const auto pending = replica->pending(10, 1'000'000).value();
    QCOMPARE(pending.size(), 3);
    QCOMPARE(pending.first().base, std::optional(masters(QStringLiteral("base"))));
    QCOMPARE(replica->checkpoint().value().cursor, 5U);
}

void TestStoreFile::migrationOfANewFileIsWhole()
{
    TestProfile profile;
    profile.documents();
    auto connection = std::move(
        SqliteConnection::open(profile.databasePath(), SqliteConnection::Access::ReadOnly).value());
    const schema::Stamp stamp = schema::stampOf(*connection);
    QCOMPARE(stamp.applicationId, schema::kApplicationId);
    QCOMPARE(stamp.version, schema::newestVersion());
    QVERIFY(checkProfile(profile.databasePath()).ok());
}

QTEST_GUILESS_MAIN(TestStoreFile)
#include "tst_storefile.moc"
