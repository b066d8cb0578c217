#include "model/store/filetable.h"

#include "model/store/chunktable.h"
#include "model/store/rowtable.h"

#include <algorithm>
#include <array>

namespace {

constexpr std::array<std::int64_t, 5> kWaitsMs{5'000, 30'000, 300'000, 3'600'000, 24LL * 3'600'000};
constexpr int kFilesAtOnce = 64;

QString mayCome()
{
    return QStringLiteral(" f.lacks > 0 AND (f.asked = 1 OR f.size <= ?) ");
}

} // namespace

void FileTable::put(std::int64_t n, const Attachment &attachment)
{
    const bool old = !attachment.pieces.isEmpty();
    const auto lacks = ChunkTable(m_connection).absent(attachment.chunks).size();
    m_connection.run(
        QStringLiteral("INSERT INTO files (n, size, chunks, lacks, old, asked, tries, retry_at)"
                       " VALUES (?, ?, ?, ?, ?, 0, 0, 0) ON CONFLICT (n) DO UPDATE SET"
                       " size = excluded.size, chunks = excluded.chunks, lacks = excluded.lacks,"
                       " old = excluded.old"),
        {static_cast<qlonglong>(n),
         static_cast<qlonglong>(attachment.size),
         static_cast<qlonglong>(attachment.chunks.size()),
         static_cast<qlonglong>(lacks),
         old ? 1 : 0});
}

void FileTable::remove(std::int64_t n)
{
    m_connection.run(QStringLiteral("DELETE FROM files WHERE n = ?"), {static_cast<qlonglong>(n)});
}

void FileTable::ask(const DocumentId &id)
{
    m_connection.run(QStringLiteral("UPDATE files SET asked = 1, retry_at = 0, tries = 0"
                                    " WHERE lacks > 0 AND (asked = 0 OR retry_at > 0)"
                                    " AND n = (SELECT n FROM documents WHERE id = ?)"),
                     {id.text()});
}

bool FileTable::isAnyWanted(const FetchPolicy &policy, std::int64_t nowMs)
{
    return m_connection.number(
               QStringLiteral("SELECT 1 FROM files f WHERE") + mayCome()
                   + QStringLiteral("AND f.retry_at <= ? LIMIT 1"),
               {static_cast<qlonglong>(policy.autoBytes), static_cast<qlonglong>(nowMs)})
           == 1;
}

WantedChunks FileTable::wanted(const FetchPolicy &policy, std::int64_t nowMs, int most)
{
    struct File
    {
        DocumentId id;
        bool asked = false;
        std::vector<QByteArray> chunks;
    };
    QList<File> files;
    {
        SqliteQuery query(m_connection,
                          QStringLiteral("SELECT d.id, f.asked, d.blobs FROM files f"
                                         " JOIN documents d ON d.n = f.n WHERE")
                              + mayCome()
                              + QStringLiteral("AND f.retry_at <= ?"
                                               " ORDER BY f.asked DESC, f.size, f.n LIMIT ?"),
                          {static_cast<qlonglong>(policy.autoBytes),
                           static_cast<qlonglong>(nowMs),
                           kFilesAtOnce});
        while (query.next())
            files.append(
                {DocumentId(query.text(0)), query.integer(1) != 0, splitBlobs(query.bytes(2))});
    }
    WantedChunks wanted;
    ChunkTable chunks(m_connection);
    for (const File &file : files) {
        const auto absent = chunks.absent(file.chunks);
        if (wanted.files.isEmpty())
            wanted.asked = file.asked;
        const int room = std::min(most, static_cast<int>(absent.size()));
        wanted.files.append({file.id, QList<QByteArray>(absent.begin(), absent.begin() + room)});
        most -= room;
        if (most == 0)
            break;
    }
    return wanted;
}

std::int64_t FileTable::bytesToCome(const FetchPolicy &policy)
{
    return m_connection.number(
        QStringLiteral("SELECT sum(f.size * f.lacks / max(f.chunks, 1)) FROM files f WHERE")
            + mayCome(),
        {static_cast<qlonglong>(policy.autoBytes)});
}

bool FileTable::isWhole(const DocumentId &id)
{
    SqliteQuery query(
        m_connection, QStringLiteral("SELECT n, blobs FROM documents WHERE id = ?"), {id.text()});
    if (!query.next())
        return false;
    const auto lacks = ChunkTable(m_connection).absent(splitBlobs(query.bytes(1))).size();
    m_connection.run(QStringLiteral("UPDATE files SET lacks = ?, asked = asked AND ? > 0,"
                                    " tries = 0, retry_at = 0 WHERE n = ?"),
                     {static_cast<qlonglong>(lacks),
                      static_cast<qlonglong>(lacks),
                      static_cast<qlonglong>(query.integer(0))});
    return lacks == 0;
}

void FileTable::postpone(const DocumentId &id, std::int64_t nowMs)
{
    const auto tries = m_connection.number(
        QStringLiteral("SELECT f.tries FROM files f JOIN documents d ON d.n = f.n WHERE d.id = ?"),
        {id.text()});
    const auto wait =
        kWaitsMs.at(std::min<std::size_t>(static_cast<std::size_t>(tries), kWaitsMs.size() - 1));
    m_connection.run(QStringLiteral("UPDATE files SET tries = tries + 1, retry_at = ?"
                                    " WHERE n = (SELECT n FROM documents WHERE id = ?)"),
                     {static_cast<qlonglong>(nowMs + wait), id.text()});
}

QList<DocumentId> FileTable::inPieces()
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT d.id FROM files f JOIN documents d ON d.n = f.n"
                                     " WHERE f.old = 1 ORDER BY f.n"));
    QList<DocumentId> ids;
    while (query.next())
        ids.append(DocumentId(query.text(0)));
    return ids;
}

void FileTable::leavePieces(const DocumentId &id)
{
    m_connection.run(QStringLiteral("UPDATE files SET old = 0"
                                    " WHERE n = (SELECT n FROM documents WHERE id = ?)"),
                     {id.text()});
}
