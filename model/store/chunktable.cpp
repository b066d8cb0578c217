#include "model/store/chunktable.h"

#include <QCryptographicHash>
#include <QSet>

namespace {

constexpr qsizetype kHashSize = 32;
constexpr std::int64_t kUnusedForMs = 7LL * 24 * 60 * 60 * 1000;

QSet<QByteArray> namedChunks(SqliteConnection &connection)
{
    QSet<QByteArray> named;
    for (const char *table : {"documents", "bases", "sent", "conflicts", "history"}) {
        SqliteQuery query(connection,
                          QStringLiteral("SELECT blobs FROM %1 WHERE length(blobs) > 0")
                              .arg(QLatin1String(table)));
        while (query.next()) {
            const QByteArray joined = query.bytes(0);
            for (qsizetype at = 0; at + kHashSize <= joined.size(); at += kHashSize)
                named.insert(joined.mid(at, kHashSize));
        }
    }
    return named;
}

} // namespace

QByteArray ChunkTable::hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray ChunkTable::put(const QByteArray &bytes)
{
    const QByteArray hash = hashOf(bytes);
    m_connection.run(QStringLiteral("INSERT INTO chunks (hash, unused_since, bytes)"
                                    " VALUES (?, NULL, ?)"
                                    " ON CONFLICT (hash) DO UPDATE SET unused_since = NULL"),
                     {hash, bytes});
    return hash;
}

bool ChunkTable::has(const QByteArray &hash)
{
    return m_connection.number(QStringLiteral("SELECT 1 FROM chunks WHERE hash = ?"), {hash}) == 1;
}

QByteArray ChunkTable::bytes(const QByteArray &hash)
{
    SqliteQuery query(
        m_connection, QStringLiteral("SELECT bytes FROM chunks WHERE hash = ?"), {hash});
    return query.next() ? query.bytes(0) : QByteArray();
}

std::vector<QByteArray> ChunkTable::absent(const std::vector<QByteArray> &hashes)
{
    std::vector<QByteArray> missing;
    QSet<QByteArray> seen;
    for (const QByteArray &hash : hashes) {
        if (seen.contains(hash))
            continue;
        seen.insert(hash);
        if (!has(hash))
            missing.push_back(hash);
    }
    return missing;
}

void ChunkTable::sweep(std::int64_t nowMs)
{
    const QSet<QByteArray> named = namedChunks(m_connection);
    QList<QByteArray> used;
    QList<QByteArray> unused;
    {
        SqliteQuery query(m_connection, QStringLiteral("SELECT hash, unused_since FROM chunks"));
        while (query.next()) {
            const QByteArray hash = query.bytes(0);
            const bool marked = !query.isNull(1);
            if (named.contains(hash) && marked)
                used.append(hash);
            // A mark of the future is from a clock that was set back since.
            else if (!named.contains(hash) && (!marked || query.integer(1) > nowMs))
                unused.append(hash);
        }
    }
    for (const QByteArray &hash : used)
        m_connection.run(QStringLiteral("UPDATE chunks SET unused_since = NULL WHERE hash = ?"),
                         {hash});
    for (const QByteArray &hash : unused)
        m_connection.run(QStringLiteral("UPDATE chunks SET unused_since = ? WHERE hash = ?"),
                         {static_cast<qlonglong>(nowMs), hash});
    m_connection.run(QStringLiteral("DELETE FROM chunks WHERE unused_since <= ?"),
                     {static_cast<qlonglong>(nowMs - kUnusedForMs)});
}
