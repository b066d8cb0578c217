#pragma once

#include "model/document/document.h"
#include "model/store/fetchpolicy.h"
#include "model/store/sqliteconnection.h"

/// What of each live attachment is on this device, and when to ask for the rest. Follows from
/// `documents` and `chunks`, but for what was asked for and tried.
class FileTable
{
public:
    explicit FileTable(SqliteConnection &connection)
        : m_connection(connection)
    {}

    /// `n` is the attachment's row.
    void put(std::int64_t n, const Attachment &attachment);
    void remove(std::int64_t n);
    /// Somebody looks at it: fetched next, whatever its size, also after failures.
    void ask(const DocumentId &id);

    /// At most `most` chunks of the files that may be fetched now: asked ones first, then the
    /// smallest.
    WantedChunks wanted(const FetchPolicy &policy, std::int64_t nowMs, int most);
    bool isAnyWanted(const FetchPolicy &policy, std::int64_t nowMs);
    /// Bytes that are still to come by `policy`, as far as sizes tell.
    std::int64_t bytesToCome(const FetchPolicy &policy);
    /// Looks again at what is here; true if all of it is.
    bool isWhole(const DocumentId &id);
    /// It could not be had: tried again after 5 s, 30 s, 5 min, 1 h, then daily.
    void postpone(const DocumentId &id, std::int64_t nowMs);

    /// Attachments whose bytes are still in pieces.
    QList<DocumentId> inPieces();
    void leavePieces(const DocumentId &id); ///< There is nothing to move.

private:
    SqliteConnection &m_connection;
};
