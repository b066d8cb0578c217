#pragma once

#include "model/store/documentstore.h"
#include "model/store/sqliteconnection.h"

/// What lists show of live notes and drawings, so that a list never opens a body.
class EntryTable
{
public:
    explicit EntryTable(SqliteConnection &connection)
        : m_connection(connection)
    {}

    struct Shown
    {
        Document document; ///< A live note or drawing.
        QString text; ///< The note's, or that of the drawing's elements.
        std::int64_t updated = 0; ///< Later of the document's own and its elements' times.
    };
    void put(std::int64_t n, const Shown &shown);
    void remove(std::int64_t n);
    void setSnippet(std::int64_t n, const QString &text);
    /// An element of the drawing changed at `updated`.
    void touch(const DocumentId &drawing, std::int64_t updated);

    struct Found
    {
        std::int64_t n = 0;
        std::int64_t updated = 0;
        QString title;
        bool trashed = false;
    };
    std::optional<Found> find(const DocumentId &id);

    QList<DocumentSummary> list(const ListQuery &query);
    std::optional<DocumentSummary> summary(const DocumentId &id);
    std::optional<DocumentSummary> summary(std::int64_t n);
    LibraryCounts counts();

private:
    SqliteConnection &m_connection;
};
