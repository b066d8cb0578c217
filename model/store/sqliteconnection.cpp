#include "model/store/sqliteconnection.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

#include <sqlite3.h>

namespace {

StoreError::Kind kindOf(int extendedCode)
{
    switch (extendedCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StoreError::Kind::Locked;
    case SQLITE_FULL:
        return StoreError::Kind::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return StoreError::Kind::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return StoreError::Kind::Damaged;
    case SQLITE_INTERRUPT:
        return StoreError::Kind::Interrupted;
    case SQLITE_TOOBIG:
        return StoreError::Kind::Invalid;
    default:
        return StoreError::Kind::Io;
    }
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

} // namespace

Result<std::unique_ptr<SqliteConnection>, StoreError> SqliteConnection::open(const QString &path,
                                                                             Access access)
{
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(path, access));
    if (connection->error())
        return *connection->error();
    return connection;
}

SqliteConnection::SqliteConnection(const QString &path, Access access)
    : m_name(QStringLiteral("sheaf-") + QUuid::createUuid().toString(QUuid::Id128))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
    m_database.setDatabaseName(path);
    // Writers of two connections wait for each other; a save takes milliseconds.
    m_database.setConnectOptions(access == Access::ReadOnly
                                     ? QStringLiteral("QSQLITE_OPEN_READONLY;"
                                                      "QSQLITE_BUSY_TIMEOUT=5000")
                                     : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    const bool opened = m_database.open();
    m_handle = opened ? handleOf(m_database) : nullptr;
    if (!m_handle) {
        const int code = m_database.lastError().nativeErrorCode().toInt();
        m_error = StoreError{kindOf(code),
                             QStringLiteral("open: ") + m_database.lastError().databaseText()};
    }
}

SqliteConnection::~SqliteConnection()
{
    m_idle.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

void SqliteConnection::fail(const StoreError &error)
{
    if (!m_error)
        m_error = error;
}

void SqliteConnection::failFromHandle(const QString &what)
{
    const int code = sqlite3_extended_errcode(m_handle);
    fail(StoreError{kindOf(code),
                    QStringLiteral("sqlite %1 (%2): %3")
                        .arg(code)
                        .arg(QString::fromUtf8(sqlite3_errmsg(m_handle)), what)});
}

std::unique_ptr<QSqlQuery> SqliteConnection::prepared(const QString &sql)
{
    if (const auto idle = m_idle.find(sql); idle != m_idle.end()) {
        auto query = std::move(idle->second);
        m_idle.erase(idle);
        return query;
    }
    auto query = std::make_unique<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(sql)) {
        failFromHandle(sql);
        return nullptr;
    }
    return query;
}

void SqliteConnection::giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    query->finish();
    m_idle.insert_or_assign(sql, std::move(query));
}

bool SqliteConnection::run(const QString &sql, const QVariantList &values)
{
    SqliteQuery query(*this, sql, values);
    return !m_error;
}

std::int64_t SqliteConnection::number(const QString &sql, const QVariantList &values)
{
    SqliteQuery query(*this, sql, values);
    return query.next() ? query.integer(0) : 0;
}

std::int64_t SqliteConnection::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

void SqliteConnection::interrupt()
{
    sqlite3_interrupt(m_handle);
}

bool SqliteConnection::isReadOnly() const
{
    return sqlite3_db_readonly(m_handle, "main") == 1;
}

SqliteQuery::SqliteQuery(SqliteConnection &connection,
                         const QString &sql,
                         const QVariantList &values)
    : m_connection(connection)
    , m_sql(sql)
{
    if (m_connection.error())
        return;
    m_query = m_connection.prepared(sql);
    if (!m_query)
        return;
    for (int i = 0; i < values.size(); ++i)
        m_query->bindValue(i, values[i]);
    if (!m_query->exec())
        m_connection.failFromHandle(sql);
}

SqliteQuery::~SqliteQuery()
{
    if (m_query)
        m_connection.giveBack(m_sql, std::move(m_query));
}

bool SqliteQuery::next()
{
    if (!m_query || m_connection.error())
        return false;
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        m_connection.failFromHandle(m_sql);
    return false;
}

std::int64_t SqliteQuery::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

QString SqliteQuery::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray SqliteQuery::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

bool SqliteQuery::isNull(int column) const
{
    return m_query->isNull(column);
}

SqliteTransaction::SqliteTransaction(SqliteConnection &connection)
    : m_connection(connection)
{
    m_connection.clearError();
    m_open = m_connection.run(QStringLiteral("BEGIN IMMEDIATE"));
}

SqliteTransaction::~SqliteTransaction()
{
    if (!m_open)
        return;
    const std::optional<StoreError> kept = m_connection.error();
    m_connection.clearError();
    m_connection.run(QStringLiteral("ROLLBACK"));
    m_connection.clearError();
    if (kept)
        m_connection.fail(*kept);
}

Result<Done, StoreError> SqliteTransaction::commit()
{
    if (!m_connection.run(QStringLiteral("COMMIT")))
        return *m_connection.error();
    m_open = false;
    return Done{};
}

QVariant notNull(const QString &text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}

QVariant notNull(const QByteArray &bytes)
{
    return bytes.isNull() ? QVariant(QByteArray("")) : QVariant(bytes);
}
