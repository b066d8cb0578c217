#pragma once

#include "model/base/clock.h"
#include "model/store/attachmenttable.h"
#include "model/store/entrytable.h"
#include "model/store/filetable.h"
#include "model/store/historytable.h"
#include "model/store/hybridclock.h"
#include "model/store/rowtable.h"
#include "model/store/searchindex.h"

#include <QHash>
#include <QSet>

/// Changes rows together with everything that follows from them: history, lists, search, marks.
/// Lives for one write transaction; `finish` comes before its commit.
class RowWriter
{
public:
    RowWriter(SqliteConnection &connection, const Clock &clock);

    RowTable &rows() { return m_rows; }
    HistoryTable &history() { return m_history; }
    std::int64_t nowMs() const { return m_nowMs; }

    /// How a new state comes into a row.
    struct Change
    {
        RowState state;
        HistoryReason reason = HistoryReason::Edited;
        QString device; ///< Who wrote it; empty: this one.
        bool isLocal = true; ///< To be pushed: raises the change counter and the mark.
    };
    /// Puts `change` into `row`, which was found before or is new. The earlier state goes to the
    /// history, and as base to where it is kept. The caller stores further fields with `rows().put`
    /// afterwards if it changes them.
    void write(StoredRow &row, const Change &change);

    /// Marks a row clean at its present state; the caller stores it.
    static void markClean(StoredRow &row) { row.syncedAt = row.modifiedAt; }

    void keepInHistory(const StoredRow &row, HistoryReason reason, const RowState *replacement);
    /// Removes a row; its state goes to the history.
    void remove(const StoredRow &row, HistoryReason reason);

    /// Lists and editors of this row have to reload.
    void touch(const StoredRow &row);

    struct Outcome
    {
        QList<DocumentId> touched; ///< In order of first change.
        std::int64_t lastMark = 0;
    };
    Outcome finish();

private:
    void updateDerived(const StoredRow &row, const Document &document);
    void updateAttachment(const StoredRow &row, const Document &document);
    void updateEntry(const StoredRow &row, const Document &document);
    void updateElement(const StoredRow &row, const Document &document);

    SqliteConnection &m_connection;
    RowTable m_rows;
    HistoryTable m_history;
    EntryTable m_entries;
    AttachmentTable m_attachments;
    FileTable m_files;
    SearchIndex m_search;
    HybridClock m_marks;
    std::int64_t m_nowMs;
    QList<DocumentId> m_touched;
    QSet<DocumentId> m_touchedSet;
    QHash<DocumentId, std::int64_t> m_drawingTimes; ///< Drawings with changed elements.
    QSet<DocumentId> m_drawingTexts; ///< Drawings whose elements' text changed.
};
