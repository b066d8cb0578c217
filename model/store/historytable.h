#pragma once

#include "model/store/documentstore.h"
#include "model/store/sqliteconnection.h"

#include <cstdint>

/// Earlier states of documents.
///
/// While a person types, saves of one document by this device within five minutes leave one entry,
/// the state before the first of them; a save that takes away more than a tenth of the text leaves
/// one always. States that another device, a merge or a conflict's resolution replaced, or that
/// came from there, are always kept.
///
/// `thin` bounds it: of this device's own edits one an hour after a day and one a day after 30
/// days; nothing older than a year, and no more than 1,000 entries of one document.
class HistoryTable
{
public:
    explicit HistoryTable(SqliteConnection &connection)
        : m_connection(connection)
    {}

    struct Earlier
    {
        DocumentId id;
        QString kind;
        std::uint16_t schema = 1;
        QByteArray body;
        QByteArray blobs; ///< Joined.
        std::int64_t savedAt = 0; ///< When this state was saved here, ms since 1970.
        QString device; ///< Who wrote it; empty: this one.
        HistoryReason origin = HistoryReason::Edited; ///< What wrote it.
    };
    struct Replacement
    {
        HistoryReason reason = HistoryReason::Edited;
        std::int64_t atMs = 0;
        bool takesMuchAway = false;
    };
    void keep(const Earlier &earlier, const Replacement &replacement);

    QList<HistoryEntry> list(const DocumentId &id);
    std::optional<Document> state(std::int64_t entry);
    void thin(std::int64_t nowMs);

private:
    bool belongsToTyping(const Earlier &earlier, const Replacement &replacement);
    SqliteConnection &m_connection;
};
