#include "model/store/entrytable.h"

#include "model/store/searchtext.h"

#include <QCollator>

#include <algorithm>

namespace {

QString columns()
{
    return QStringLiteral(
        "SELECT e.id, e.kind, e.title, e.snippet, e.notebook, e.tags, e.pinned, e.created,"
        " e.updated, e.trashed,"
        " EXISTS (SELECT 1 FROM documents d WHERE d.document = e.id"
        "   AND d.modified_at > d.synced_at),"
        " EXISTS (SELECT 1 FROM conflicts c WHERE c.document = e.id AND c.question = 0),"
        " EXISTS (SELECT 1 FROM refused r WHERE r.document = e.id)"
        " FROM entries e ");
}

QList<DocumentId> splitIds(const QString &joined)
{
    QList<DocumentId> ids;
    for (const QString &id : joined.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        ids.append(DocumentId(id));
    return ids;
}

DocumentSummary summaryOf(const SqliteQuery &query)
{
    DocumentSummary summary;
    summary.id = DocumentId(query.text(0));
    summary.kind = kindFromName(query.text(1));
    summary.title = query.text(2);
    summary.snippet = query.text(3);
    summary.notebook = DocumentId(query.text(4));
    summary.tags = splitIds(query.text(5));
    summary.pinned = query.integer(6) != 0;
    summary.created = query.integer(7);
    summary.updated = query.integer(8);
    if (!query.isNull(9))
        summary.trashed = query.integer(9);
    summary.pending = query.integer(10) != 0;
    summary.conflicted = query.integer(11) != 0;
    summary.refused = query.integer(12) != 0;
    return summary;
}

/// A notebook that did not arrive yet or is gone holds nothing: its documents count as unfiled.
QString unfiled()
{
    return QStringLiteral("(e.notebook = '' OR NOT EXISTS (SELECT 1 FROM documents b"
                          " WHERE b.id = e.notebook AND b.kind = 'notebook' AND b.deleted = 0))");
}

QString whereOf(ListQuery::Place place)
{
    const QString kept = QStringLiteral("WHERE e.trashed IS NULL ");
    switch (place) {
    case ListQuery::Place::All:
        return kept;
    case ListQuery::Place::Notes:
        return kept + QStringLiteral("AND e.kind = 'note' ");
    case ListQuery::Place::Drawings:
        return kept + QStringLiteral("AND e.kind = 'drawing' ");
    case ListQuery::Place::Pinned:
        return kept + QStringLiteral("AND e.pinned = 1 ");
    case ListQuery::Place::Unfiled:
        return kept + QStringLiteral("AND ") + unfiled();
    case ListQuery::Place::Notebook:
        return kept + QStringLiteral("AND e.notebook = ? ");
    case ListQuery::Place::Tag:
        return QStringLiteral("JOIN entry_tags t ON t.n = e.n AND t.tag = ? ") + kept;
    case ListQuery::Place::Conflicts:
        return QStringLiteral("WHERE e.id IN (SELECT document FROM conflicts"
                              " WHERE question = 0) ");
    case ListQuery::Place::Trash:
        return QStringLiteral("WHERE e.trashed IS NOT NULL ");
    }
    return kept;
}

QString orderOf(ListQuery::Sort sort)
{
    switch (sort) {
    case ListQuery::Sort::UpdatedNewest:
        return QStringLiteral(" ORDER BY e.pinned DESC, e.updated DESC, e.id");
    case ListQuery::Sort::UpdatedOldest:
        return QStringLiteral(" ORDER BY e.pinned DESC, e.updated, e.id");
    case ListQuery::Sort::CreatedNewest:
        return QStringLiteral(" ORDER BY e.pinned DESC, e.created DESC, e.id");
    case ListQuery::Sort::Title:
        return QStringLiteral(" ORDER BY e.id"); // SQLite knows no alphabets: `sortByTitle`
    }
    return {};
}

void sortByTitle(QList<DocumentSummary> &summaries)
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    struct Keyed
    {
        QCollatorSortKey key;
        DocumentSummary summary;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(static_cast<std::size_t>(summaries.size()));
    for (DocumentSummary &summary : summaries) {
        const QString shown = summary.title.isEmpty() ? summary.snippet : summary.title;
        keyed.push_back({collator.sortKey(shown), std::move(summary)});
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const Keyed &a, const Keyed &b) {
        if (a.summary.pinned != b.summary.pinned)
            return a.summary.pinned;
        return a.key < b.key;
    });
    for (qsizetype i = 0; i < summaries.size(); ++i)
        summaries[i] = std::move(keyed[static_cast<std::size_t>(i)].summary);
}

} // namespace

void EntryTable::put(std::int64_t n, const Shown &shown)
{
    const Document &document = shown.document;
    const bool isNote = document.documentKind() == DocumentKind::Note;
    DocumentHeader header;
    if (isNote)
        header = Note::fromDocument(document).value_or(Note()).header;
    else
        header = Drawing::fromDocument(document).value_or(Drawing()).header;
    QStringList tags;
    for (const DocumentId &tag : std::as_const(header.tags))
        tags.append(tag.text());
    const auto row = static_cast<qlonglong>(n);
    m_connection.run(
        QStringLiteral("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {row,
         document.id.text(),
         document.kind,
         notNull(header.title),
         notNull(searchtext::snippetOf(header.title, shown.text)),
         notNull(header.notebook.text()),
         notNull(tags.join(QLatin1Char('\n'))),
         header.pinned ? 1 : 0,
         static_cast<qlonglong>(header.created),
         static_cast<qlonglong>(std::max(header.updated, shown.updated)),
         header.trashed ? QVariant(static_cast<qlonglong>(*header.trashed)) : QVariant()});
    m_connection.run(QStringLiteral("DELETE FROM entry_tags WHERE n = ?"), {row});
    for (const QString &tag : std::as_const(tags))
        m_connection.run(QStringLiteral("INSERT OR IGNORE INTO entry_tags VALUES (?, ?)"),
                         {tag, row});
}

void EntryTable::remove(std::int64_t n)
{
    const QVariantList row{static_cast<qlonglong>(n)};
    m_connection.run(QStringLiteral("DELETE FROM entries WHERE n = ?"), row);
    m_connection.run(QStringLiteral("DELETE FROM entry_tags WHERE n = ?"), row);
}

void EntryTable::setSnippet(std::int64_t n, const QString &text)
{
    m_connection.run(QStringLiteral("UPDATE entries SET snippet = ? WHERE n = ?"),
                     {notNull(searchtext::snippetOf({}, text)), static_cast<qlonglong>(n)});
}

void EntryTable::touch(const DocumentId &drawing, std::int64_t updated)
{
    m_connection.run(QStringLiteral("UPDATE entries SET updated = max(updated, ?) WHERE n ="
                                    " (SELECT n FROM documents WHERE id = ?)"),
                     {static_cast<qlonglong>(updated), drawing.text()});
}

std::optional<EntryTable::Found> EntryTable::find(const DocumentId &id)
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT e.n, e.updated, e.title, e.trashed FROM documents d"
                                     " JOIN entries e ON e.n = d.n WHERE d.id = ?"),
                      {id.text()});
    if (!query.next())
        return std::nullopt;
    return Found{query.integer(0), query.integer(1), query.text(2), !query.isNull(3)};
}

QList<DocumentSummary> EntryTable::list(const ListQuery &query)
{
    const bool byTitle = query.sort == ListQuery::Sort::Title;
    QVariantList values;
    if (query.place == ListQuery::Place::Notebook || query.place == ListQuery::Place::Tag)
        values.append(query.which.text());
    values.append(byTitle ? -1 : query.limit);
    SqliteQuery rows(m_connection,
                     columns() + whereOf(query.place) + orderOf(query.sort)
                         + QStringLiteral(" LIMIT ?"),
                     values);
    QList<DocumentSummary> summaries;
    while (rows.next())
        summaries.append(summaryOf(rows));
    if (byTitle) {
        sortByTitle(summaries);
        if (query.limit >= 0 && query.limit < summaries.size())
            summaries.resize(query.limit);
    }
    return summaries;
}

std::optional<DocumentSummary> EntryTable::summary(const DocumentId &id)
{
    const auto found = find(id);
    return found ? summary(found->n) : std::nullopt;
}

std::optional<DocumentSummary> EntryTable::summary(std::int64_t n)
{
    SqliteQuery query(
        m_connection, columns() + QStringLiteral("WHERE e.n = ?"), {static_cast<qlonglong>(n)});
    if (!query.next())
        return std::nullopt;
    return summaryOf(query);
}

LibraryCounts EntryTable::counts()
{
    LibraryCounts counts;
    {
        SqliteQuery query(
            m_connection,
            QStringLiteral("SELECT count(*) FILTER (WHERE trashed IS NULL),"
                           " count(*) FILTER (WHERE trashed IS NULL AND kind = 'note'),"
                           " count(*) FILTER (WHERE trashed IS NULL AND pinned = 1),"
                           " count(*) FILTER (WHERE trashed IS NOT NULL)"
                           " FROM entries"));
        if (query.next()) {
            counts.all = static_cast<int>(query.integer(0));
            counts.notes = static_cast<int>(query.integer(1));
            counts.drawings = counts.all - counts.notes;
            counts.pinned = static_cast<int>(query.integer(2));
            counts.trash = static_cast<int>(query.integer(3));
        }
    }
    counts.conflicts = static_cast<int>(
        m_connection.number(QStringLiteral("SELECT count(DISTINCT document) FROM conflicts"
                                           " WHERE question = 0")));
    SqliteQuery notebooks(m_connection,
                          QStringLiteral("SELECT notebook, count(*) FROM entries"
                                         " WHERE trashed IS NULL AND notebook <> ''"
                                         " GROUP BY notebook"));
    while (notebooks.next())
        counts.notebooks.insert(DocumentId(notebooks.text(0)),
                                static_cast<int>(notebooks.integer(1)));
    SqliteQuery tags(m_connection,
                     QStringLiteral("SELECT t.tag, count(*) FROM entry_tags t"
                                    " JOIN entries e ON e.n = t.n WHERE e.trashed IS NULL"
                                    " GROUP BY t.tag"));
    while (tags.next())
        counts.tags.insert(DocumentId(tags.text(0)), static_cast<int>(tags.integer(1)));
    return counts;
}
