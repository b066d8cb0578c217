#pragma once

#include "model/base/ids.h"
#include "model/store/searchtext.h"
#include "model/store/sqliteconnection.h"

#include <QList>
#include <QStringList>

/// The full-text tables: one entry per note and drawing that is not in the trash. A drawing's entry
/// holds the text of its elements.
class SearchIndex
{
public:
    explicit SearchIndex(SqliteConnection &connection)
        : m_connection(connection)
    {}

    static QStringList tables();
    /// Fills the empty tables from the documents.
    bool rebuild();

    void put(std::int64_t n, const QString &title, const QString &text);
    void remove(std::int64_t n);

    /// Text of one element, empty if it has none. True if it changed.
    bool putElementText(std::int64_t n, const DocumentId &drawing, const QString &text);
    /// Every text of a drawing's elements, oldest element first.
    QString elementTexts(const DocumentId &drawing);
    /// The element with one of `words`; empty if there is none.
    DocumentId elementWith(const DocumentId &drawing, const QStringList &words);

    struct Hit
    {
        std::int64_t n = 0;
        QString excerpt;
    };
    /// Best first; newest first if the query is broad.
    QList<Hit> search(const searchtext::Query &query, int limit);

private:
    SqliteConnection &m_connection;
};
