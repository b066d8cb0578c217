#pragma once

#include "model/base/result.h"
#include "model/store/storeerror.h"

#include <QHash>
#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <cstdint>
#include <memory>
#include <optional>

struct sqlite3;

/// One SQLite connection with Sheaf's settings; belongs to the thread that opened it.
///
/// The first error of an operation sticks: what follows does nothing, so that callers look once at
/// the end (`error`). `clearError` starts the next operation.
class SqliteConnection
{
public:
    enum class Access { ReadOnly, ReadWrite };

    /// Opens an existing file, or with ReadWrite creates it. Changes no setting that is stored in
    /// the file.
    static Result<std::unique_ptr<SqliteConnection>, StoreError> open(const QString &path,
                                                                      Access access);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    /// Runs one statement that returns no rows.
    bool run(const QString &sql, const QVariantList &values = {});
    /// First column of the first row; 0 if there is none.
    std::int64_t number(const QString &sql, const QVariantList &values = {});
    std::int64_t lastInsertId() const;

    const std::optional<StoreError> &error() const { return m_error; }
    void clearError() { m_error.reset(); }
    void fail(const StoreError &error);
    /// Ends the running statement with Interrupted. From any thread.
    void interrupt();
    bool isReadOnly() const;

    /// `value` unless the operation failed.
    template <typename T>
    Result<T, StoreError> finished(T value) const
    {
        if (m_error)
            return *m_error;
        return value;
    }

private:
    friend class SqliteQuery;
    SqliteConnection(const QString &path, Access access);
    void failFromHandle(const QString &what);
    std::unique_ptr<QSqlQuery> prepared(const QString &sql);
    void giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query);

    QString m_name;
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr;
    std::optional<StoreError> m_error;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_idle;
};

/// Rows of one statement, read once from first to last. Prepared statements are used again.
class SqliteQuery
{
public:
    SqliteQuery(SqliteConnection &connection, const QString &sql, const QVariantList &values = {});
    ~SqliteQuery();
    SqliteQuery(const SqliteQuery &) = delete;
    SqliteQuery &operator=(const SqliteQuery &) = delete;

    bool next(); ///< false at the end and on an error, which sticks to the connection.
    std::int64_t integer(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    bool isNull(int column) const;

private:
    SqliteConnection &m_connection;
    QString m_sql;
    std::unique_ptr<QSqlQuery> m_query;
};

/// A write transaction; rolled back unless `commit` succeeded.
class SqliteTransaction
{
public:
    explicit SqliteTransaction(SqliteConnection &connection);
    ~SqliteTransaction();
    SqliteTransaction(const SqliteTransaction &) = delete;
    SqliteTransaction &operator=(const SqliteTransaction &) = delete;

    /// Fails with the operation's first error, if there was one.
    Result<Done, StoreError> commit();

private:
    SqliteConnection &m_connection;
    bool m_open = false;
};

/// A bound value that SQLite stores as '' or x'' and never as NULL.
QVariant notNull(const QString &text);
QVariant notNull(const QByteArray &bytes);
