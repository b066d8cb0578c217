#include "model/store/profilestore.h"

#include "model/store/chunktable.h"
#include "model/store/historytable.h"
#include "model/store/schema.h"
#include "model/store/sqliteconnection.h"
#include "model/store/sqlitedocumentstore.h"
#include "model/store/sqlitereplicastore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <cstddef>
#include <sqlite3.h>
#include <vector>

namespace {

constexpr qsizetype kHeaderSize = 108; // the file's header and that of its first page
const QByteArray kMagic("SQLite format 3\0", 16);
const QByteArray kPayloadFractions("\x40\x20\x20", 3); // the only ones that SQLite ever wrote
constexpr std::int64_t kDayMs = 86'400'000;

StoreError damaged(const QString &path, const char *why)
{
    return {StoreError::Kind::Damaged, path + QStringLiteral(": ") + QString::fromLatin1(why)};
}

Result<Done, StoreError> checkStamp(const schema::Stamp &stamp)
{
    if (stamp.empty && stamp.applicationId == 0)
        return Done{};
    if (stamp.applicationId != schema::kApplicationId)
        return StoreError{StoreError::Kind::Foreign,
                          QStringLiteral("application_id %1").arg(stamp.applicationId)};
    if (stamp.version > schema::newestVersion())
        return StoreError{
            StoreError::Kind::NewerSchema,
            QStringLiteral("version %1, known %2").arg(stamp.version).arg(schema::newestVersion())};
    return Done{};
}

/// The stamp as the file's first page has it (https://www.sqlite.org/fileformat.html, 1.3 and 1.6).
schema::Stamp stampOfHeader(const QByteArray &header)
{
    const auto number = [&header](qsizetype at) {
        return static_cast<std::int32_t>(qFromBigEndian<quint32>(header.constData() + at));
    };
    schema::Stamp stamp;
    stamp.version = number(60);
    stamp.applicationId = number(68);
    stamp.empty = header.at(103) == 0 && header.at(104) == 0; // no cell in the schema's page
    return stamp;
}

/// The first `size` bytes of the file, read and closed by SQLite's own system layer: the system
/// drops every lock that this process holds on a file when any descriptor of it is closed, and only
/// SQLite knows its other connections. Nothing is created beside the file.
Result<QByteArray, StoreError> startOfFile(const QString &path, qsizetype size)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(nullptr);
    std::vector<std::max_align_t> room(
        static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1);
    auto *file = reinterpret_cast<sqlite3_file *>(room.data());
    const QByteArray name = QFile::encodeName(path) + '\0'; // SQLite's names end twice
    constexpr int kFlags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
    const StoreError error{StoreError::Kind::Io, path + QStringLiteral(": cannot be read")};
    const int opened = vfs->xOpen(vfs, name.constData(), file, kFlags, nullptr);
    QByteArray start(size, '\0');
    int read = SQLITE_CANTOPEN;
    if (opened == SQLITE_OK)
        read = file->pMethods->xRead(file, start.data(), static_cast<int>(size), 0);
    if (file->pMethods)
        file->pMethods->xClose(file);
    if (read != SQLITE_OK && read != SQLITE_IOERR_SHORT_READ)
        return error;
    return start;
}

/// Whether the file may be opened for writing. Done without a connection where that is possible:
/// opening another program's file leaves traces beside it.
Result<Done, StoreError> inspect(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() || info.size() == 0)
        return Done{};
    const auto start = startOfFile(path, kHeaderSize);
    if (!start.ok())
        return start.error();
    const QByteArray &header = start.value();
    if (info.size() < kHeaderSize || !header.startsWith(kMagic))
        return damaged(path, "no SQLite header");
    if (header.mid(21, 3) != kPayloadFractions)
        return damaged(path, "SQLite header is not valid");
    if (QFileInfo(path + QStringLiteral("-wal")).size() == 0)
        return checkStamp(stampOfHeader(header));
    // The newest first page may be in the log that a killed process left, or one that runs.
    const auto connection = SqliteConnection::open(path, SqliteConnection::Access::ReadOnly);
    if (!connection.ok())
        return connection.error();
    const schema::Stamp stamp = schema::stampOf(*connection.value());
    if (connection.value()->error())
        return *connection.value()->error();
    return checkStamp(stamp);
}

Result<Done, StoreError> makeFolder(const QString &path)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    if (folder.exists() || folder.mkpath(QStringLiteral(".")))
        return Done{};
    return StoreError{StoreError::Kind::ReadOnly,
                      folder.path() + QStringLiteral(": cannot be created")};
}

/// What a person writes is for its owner alone, also in a folder that others may enter. SQLite
/// gives the files beside the database the same permissions. If it cannot be made, opening says so.
void makePrivateFile(const QString &path)
{
    QFile file(path);
    (void)file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                    QFile::ReadOwner | QFile::WriteOwner);
}

/// Settings of the connection and of the file, then migrations.
Result<Done, StoreError> prepare(SqliteConnection &connection)
{
    if (connection.isReadOnly())
        return StoreError{StoreError::Kind::ReadOnly, QStringLiteral("opened read-only")};
    // WAL: readers and the writer do not wait for each other. FULL: a save that was reported is on
    // the disk, also when the power fails (NORMAL may lose the last commits then).
    connection.run(QStringLiteral("PRAGMA journal_mode = WAL"));
    connection.run(QStringLiteral("PRAGMA synchronous = FULL"));
    connection.run(QStringLiteral("PRAGMA temp_store = MEMORY"));
    connection.run(QStringLiteral("PRAGMA cache_size = -16000"));
    // Damaged or hostile files: check cells, and trust no SQL function named by the schema.
    connection.run(QStringLiteral("PRAGMA cell_size_check = ON"));
    connection.run(QStringLiteral("PRAGMA trusted_schema = OFF"));
    if (connection.error())
        return *connection.error();
    return schema::migrate(connection, schema::newestVersion());
}

Result<std::unique_ptr<SqliteConnection>, StoreError> openDatabase(const QString &path)
{
    if (const auto inspected = inspect(path); !inspected.ok())
        return inspected.error();
    if (const auto made = makeFolder(path); !made.ok())
        return made.error();
    makePrivateFile(path);
    auto connection = SqliteConnection::open(path, SqliteConnection::Access::ReadWrite);
    if (!connection.ok()) {
        const QFileInfo folder(QFileInfo(path).absolutePath());
        if (!folder.isWritable())
            return StoreError{StoreError::Kind::ReadOnly, connection.error().detail};
        return connection.error();
    }
    if (const auto prepared = prepare(*connection.value()); !prepared.ok())
        return prepared.error();
    return connection;
}

/// Once a day, by whoever opens the profile.
void thinHistory(SqliteConnection &connection, std::int64_t nowMs)
{
    const QString select = QStringLiteral("SELECT value FROM facts WHERE name = 'history.thinned'");
    std::int64_t last = 0;
    {
        SqliteQuery query(connection, select);
        if (query.next())
            last = query.bytes(0).toLongLong();
    }
    if (nowMs - last < kDayMs && last <= nowMs)
        return;
    SqliteTransaction transaction(connection);
    HistoryTable(connection).thin(nowMs);
    ChunkTable(connection).sweep(nowMs);
    connection.run(QStringLiteral("INSERT OR REPLACE INTO facts VALUES ('history.thinned', ?)"),
                   {QByteArray::number(static_cast<qlonglong>(nowMs))});
    (void)transaction.commit().ok(); // not worth refusing to open: tried again next time
}

} // namespace

QString profileDatabasePath(const QString &profileFolder)
{
    return QDir(profileFolder).filePath(QStringLiteral("sheaf.db"));
}

Result<std::unique_ptr<DocumentStore>, StoreError>
openProfileStore(const QString &databasePath, const StoreDependencies &dependencies)
{
    auto connection = openDatabase(databasePath);
    if (!connection.ok())
        return connection.error();
    thinHistory(*connection.value(), toMilliseconds(dependencies.clock.now()));
    return std::unique_ptr<DocumentStore>(
        std::make_unique<SqliteDocumentStore>(std::move(connection).value(), dependencies));
}

Result<std::unique_ptr<ReplicaStore>, StoreError>
openReplicaStore(const QString &databasePath, const StoreDependencies &dependencies)
{
    auto connection = openDatabase(databasePath);
    if (!connection.ok())
        return connection.error();
    return std::unique_ptr<ReplicaStore>(
        std::make_unique<SqliteReplicaStore>(std::move(connection).value(), dependencies));
}

Result<Done, StoreError> checkProfile(const QString &databasePath)
{
    if (const auto inspected = inspect(databasePath); !inspected.ok())
        return inspected.error();
    const auto connection =
        SqliteConnection::open(databasePath, SqliteConnection::Access::ReadOnly);
    if (!connection.ok())
        return connection.error();
    SqliteQuery query(*connection.value(), QStringLiteral("PRAGMA quick_check(1)"));
    const QString answer = query.next() ? query.text(0) : QString();
    if (connection.value()->error())
        return *connection.value()->error();
    if (answer != QStringLiteral("ok"))
        return StoreError{StoreError::Kind::Damaged, QStringLiteral("quick_check: ") + answer};
    return Done{};
}
