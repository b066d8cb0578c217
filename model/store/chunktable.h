#pragma once

#include "model/store/sqliteconnection.h"

#include <vector>

/// The bytes of attachments that are on this device, in chunks, each stored once whoever names it.
///
/// A chunk's name is its SHA-256. Whether the canister holds one is never remembered here: it is
/// asked.
class ChunkTable
{
public:
    /// What a file is cut into: three fill an upload of 1.9 MB, four a reply of 2.5 MiB.
    static constexpr qsizetype kChunkBytes = qsizetype{600} * 1024;

    explicit ChunkTable(SqliteConnection &connection)
        : m_connection(connection)
    {}

    static QByteArray hashOf(const QByteArray &bytes);

    QByteArray put(const QByteArray &bytes); ///< Returns the hash.
    bool has(const QByteArray &hash);
    QByteArray bytes(const QByteArray &hash); ///< Null if it is not here.
    /// Those that are not here, each once.
    std::vector<QByteArray> absent(const std::vector<QByteArray> &hashes);

    /// Removes what no row, base, state under way, conflict or history entry has named for seven
    /// days. The wait is for a file that is just being added, chunk by chunk.
    void sweep(std::int64_t nowMs);

private:
    SqliteConnection &m_connection;
};
