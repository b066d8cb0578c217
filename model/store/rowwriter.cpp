#include "model/store/rowwriter.h"

#include "model/store/searchtext.h"

#include <algorithm>

namespace {

constexpr qsizetype kSmallLoss = 64; // characters

/// More than a tenth of the text goes at once: a slip that a person wants back.
bool takesMuchAway(const Document &earlier, const Document &later)
{
    const qsizetype before = searchtext::textOf(earlier).size();
    const qsizetype after = searchtext::textOf(later).size();
    return before - after > std::max(kSmallLoss, before / 10);
}

DocumentId shownDocumentOf(const StoredRow &row, const Document &document)
{
    if (document.documentKind() != DocumentKind::Element)
        return row.id;
    if (const cbor::Value *drawing = document.fields.find("drawing");
        drawing && drawing->asText() && !drawing->asText()->empty())
        return DocumentId(QString::fromStdString(*drawing->asText()));
    if (!row.document.isEmpty()) // a tombstone says nothing: it stays where it was
        return row.document;
    return DocumentId(row.id.text().section(QLatin1Char('/'), 0, 0));
}

std::int64_t elementTime(const Document &element)
{
    const cbor::Value *json = element.fields.find("element");
    const cbor::Value *updated = json && json->asMap() ? json->asMap()->find("updated") : nullptr;
    std::int64_t time = 0;
    return updated && updated->toInt64(time) ? time : 0;
}

} // namespace

RowWriter::RowWriter(SqliteConnection &connection, const Clock &clock)
    : m_connection(connection)
    , m_rows(connection)
    , m_history(connection)
    , m_entries(connection)
    , m_attachments(connection)
    , m_files(connection)
    , m_search(connection)
    , m_marks(clock, connection)
    , m_nowMs(toMilliseconds(clock.now()))
{}

void RowWriter::keepInHistory(const StoredRow &row,
                              HistoryReason reason,
                              const RowState *replacement)
{
    // A piece has one state for ever; its bytes are the attachment's.
    if (row.n == 0 || row.state.deleted || row.state.kind == kindName(DocumentKind::Piece))
        return;
    HistoryTable::Replacement event{reason, m_nowMs, false};
    if (reason == HistoryReason::Edited && replacement)
        event.takesMuchAway =
            takesMuchAway(documentOf(row.id, row.state), documentOf(row.id, *replacement));
    m_history.keep({row.id,
                    row.state.kind,
                    row.state.schema,
                    row.state.body,
                    joinBlobs(row.state.blobs),
                    row.savedAt,
                    row.device,
                    row.origin},
                   event);
}

void RowWriter::write(StoredRow &row, const Change &change)
{
    const bool isNew = row.n == 0;
    const bool differs = isNew || !sameContent(row.state, change.state);
    if (differs) {
        const bool deletes = change.state.deleted && change.reason == HistoryReason::Edited;
        keepInHistory(row, deletes ? HistoryReason::Deleted : change.reason, &change.state);
    }
    if (change.isLocal) {
        if (!isNew)
            m_rows.keepStateAsBase(row);
        row.changes += 1;
        row.modifiedAt = m_marks.next();
        m_rows.dropRefused(row.id);
        row.held = row.held && m_rows.conflict(row.id).has_value();
    }
    row.state = change.state;
    if (differs) {
        row.savedAt = m_nowMs;
        row.device = change.device;
        row.origin = change.reason;
    }
    const Document document = documentOf(row.id, row.state);
    row.document = shownDocumentOf(row, document);
    m_rows.put(row);
    if (differs)
        updateDerived(row, document);
    touch(row);
}

void RowWriter::remove(const StoredRow &row, HistoryReason reason)
{
    keepInHistory(row, reason, nullptr);
    Document gone = documentOf(row.id, row.state);
    gone.deleted = true;
    gone.fields = {};
    updateDerived(row, gone);
    m_rows.erase(row);
    touch(row);
}

void RowWriter::touch(const StoredRow &row)
{
    const DocumentKind kind = kindFromName(row.state.kind);
    if (kind == DocumentKind::Piece || m_touchedSet.contains(row.document))
        return;
    m_touchedSet.insert(row.document);
    m_touched.append(row.document);
}

void RowWriter::updateDerived(const StoredRow &row, const Document &document)
{
    switch (document.documentKind()) {
    case DocumentKind::Note:
    case DocumentKind::Drawing:
        updateEntry(row, document);
        break;
    case DocumentKind::Element:
        updateElement(row, document);
        break;
    case DocumentKind::Attachment:
        updateAttachment(row, document);
        break;
    case DocumentKind::Notebook:
    case DocumentKind::Tag:
    case DocumentKind::Piece:
    case DocumentKind::Unknown:
        break;
    }
}

void RowWriter::updateAttachment(const StoredRow &row, const Document &document)
{
    const auto attachment = Attachment::fromDocument(document);
    if (!attachment) {
        m_attachments.remove(row.n);
        m_files.remove(row.n);
        return;
    }
    m_attachments.put(row.n, *attachment);
    m_files.put(row.n, *attachment);
}

void RowWriter::updateEntry(const StoredRow &row, const Document &document)
{
    if (document.deleted) {
        m_entries.remove(row.n);
        m_search.remove(row.n);
        return;
    }
    const bool isNote = document.documentKind() == DocumentKind::Note;
    const auto before = m_entries.find(row.id);
    EntryTable::Shown shown;
    shown.document = document;
    shown.text = isNote ? searchtext::textOf(document) : m_search.elementTexts(row.id);
    shown.updated = before && !isNote ? before->updated : 0;
    m_entries.put(row.n, shown);
    const auto entry = m_entries.find(row.id);
    if (entry && entry->trashed)
        m_search.remove(row.n);
    else if (entry)
        m_search.put(row.n, entry->title, shown.text);
}

void RowWriter::updateElement(const StoredRow &row, const Document &document)
{
    if (m_search.putElementText(row.n, row.document, searchtext::textOf(document)))
        m_drawingTexts.insert(row.document);
    std::int64_t &time = m_drawingTimes[row.document];
    time = std::max({time, elementTime(document), row.device.isEmpty() ? m_nowMs : 0});
}

RowWriter::Outcome RowWriter::finish()
{
    for (auto it = m_drawingTimes.cbegin(); it != m_drawingTimes.cend(); ++it)
        m_entries.touch(it.key(), std::min(it.value(), m_nowMs)); // others' clocks may run ahead
    for (const DocumentId &drawing : std::as_const(m_drawingTexts)) {
        const auto entry = m_entries.find(drawing);
        if (!entry)
            continue;
        const QString text = m_search.elementTexts(drawing);
        m_entries.setSnippet(entry->n, text);
        if (!entry->trashed)
            m_search.put(entry->n, entry->title, text);
    }
    m_marks.save();
    return {m_touched, m_marks.last()};
}
