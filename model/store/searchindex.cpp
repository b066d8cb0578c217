#include "model/store/searchindex.h"

#include "model/document/documentcodec.h"

#include <QSet>

QStringList SearchIndex::tables()
{
    return {
        QStringLiteral("CREATE VIRTUAL TABLE search USING fts5 (title, text,"
                       " tokenize = 'unicode61 remove_diacritics 2')"),
        // A word in the title counts for eight in the text.
        QStringLiteral("INSERT INTO search (search, rank) VALUES ('rank', 'bm25(8.0, 1.0)')"),
        QStringLiteral("CREATE VIRTUAL TABLE search_titles USING fts5 (title,"
                       " tokenize = 'trigram')"),
        QStringLiteral("CREATE TABLE element_texts (n INTEGER PRIMARY KEY, drawing TEXT NOT NULL,"
                       " text TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX element_texts_drawing ON element_texts (drawing)"),
    };
}

bool SearchIndex::rebuild()
{
    SqliteQuery elements(m_connection,
                         QStringLiteral("SELECT n, id, document, schema, body FROM documents"
                                        " WHERE kind = 'element' AND deleted = 0"));
    while (elements.next()) {
        const Document element = documentFromBody(DocumentId(elements.text(1)),
                                                  kindName(DocumentKind::Element),
                                                  false,
                                                  static_cast<std::uint16_t>(elements.integer(3)),
                                                  elements.bytes(4));
        putElementText(
            elements.integer(0), DocumentId(elements.text(2)), searchtext::textOf(element));
    }
    SqliteQuery entries(m_connection,
                        QStringLiteral("SELECT d.n, d.id, d.kind, d.schema, d.body FROM entries e"
                                       " JOIN documents d ON d.n = e.n WHERE e.trashed IS NULL"));
    while (entries.next()) {
        const Document document = documentFromBody(DocumentId(entries.text(1)),
                                                   entries.text(2),
                                                   false,
                                                   static_cast<std::uint16_t>(entries.integer(3)),
                                                   entries.bytes(4));
        const bool isNote = document.documentKind() == DocumentKind::Note;
        put(entries.integer(0),
            searchtext::titleOf(document),
            isNote ? searchtext::textOf(document) : elementTexts(document.id));
    }
    return !m_connection.error();
}

void SearchIndex::put(std::int64_t n, const QString &title, const QString &text)
{
    remove(n);
    m_connection.run(QStringLiteral("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)"),
                     {static_cast<qlonglong>(n),
                      notNull(searchtext::forIndex(title)),
                      notNull(searchtext::forIndex(text))});
    m_connection.run(QStringLiteral("INSERT INTO search_titles (rowid, title) VALUES (?, ?)"),
                     {static_cast<qlonglong>(n), notNull(title)});
}

void SearchIndex::remove(std::int64_t n)
{
    const QVariantList row{static_cast<qlonglong>(n)};
    m_connection.run(QStringLiteral("DELETE FROM search WHERE rowid = ?"), row);
    m_connection.run(QStringLiteral("DELETE FROM search_titles WHERE rowid = ?"), row);
}

bool SearchIndex::putElementText(std::int64_t n, const DocumentId &drawing, const QString &text)
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT text FROM element_texts WHERE n = ?"),
                      {static_cast<qlonglong>(n)});
    const QString before = query.next() ? query.text(0) : QString();
    if (before == text)
        return false;
    if (text.isEmpty())
        m_connection.run(QStringLiteral("DELETE FROM element_texts WHERE n = ?"),
                         {static_cast<qlonglong>(n)});
    else
        m_connection.run(QStringLiteral("INSERT OR REPLACE INTO element_texts VALUES (?, ?, ?)"),
                         {static_cast<qlonglong>(n), drawing.text(), text});
    return true;
}

QString SearchIndex::elementTexts(const DocumentId &drawing)
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT text FROM element_texts WHERE drawing = ? ORDER BY n"),
                      {drawing.text()});
    QStringList texts;
    while (query.next())
        texts.append(query.text(0));
    return texts.join(QLatin1Char('\n'));
}

DocumentId SearchIndex::elementWith(const DocumentId &drawing, const QStringList &words)
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT d.id, t.text FROM element_texts t"
                                     " JOIN documents d ON d.n = t.n WHERE t.drawing = ?"
                                     " ORDER BY t.n"),
                      {drawing.text()});
    while (query.next()) {
        const QString text = query.text(1);
        for (const QString &word : words) {
            if (text.contains(word, Qt::CaseInsensitive))
                return DocumentId(query.text(0));
        }
    }
    return {};
}

QList<SearchIndex::Hit> SearchIndex::search(const searchtext::Query &query, int limit)
{
    QList<Hit> hits;
    QSet<std::int64_t> seen;
    const QString select =
        QStringLiteral("SELECT rowid, snippet(search, 1, char(57344),"
                       " char(57345), '…', 24) FROM search WHERE search MATCH ?"
                       " ORDER BY %1 LIMIT ?")
            .arg(query.isBroad ? QStringLiteral("rowid DESC") : QStringLiteral("rank"));
    SqliteQuery found(m_connection, select, {query.match, limit});
    while (found.next()) {
        seen.insert(found.integer(0));
        hits.append({found.integer(0), searchtext::fromIndex(found.text(1))});
    }
    if (query.titleMatch.isEmpty() || hits.size() >= limit)
        return hits;
    SqliteQuery titles(m_connection,
                       QStringLiteral("SELECT rowid FROM search_titles WHERE search_titles MATCH ?"
                                      " ORDER BY rank LIMIT ?"),
                       {query.titleMatch, limit});
    while (hits.size() < limit && titles.next()) {
        if (!seen.contains(titles.integer(0)))
            hits.append({titles.integer(0), QString()});
    }
    return hits;
}
