#include "model/store/rowtable.h"

#include "model/document/documentcodec.h"

namespace {

constexpr qsizetype kHashSize = 32;

/// Columns kind, schema, deleted, blobs, body from `first` on.
RowState stateFrom(const SqliteQuery &query, int first)
{
    RowState state;
    state.kind = query.text(first);
    state.schema = static_cast<std::uint16_t>(query.integer(first + 1));
    state.deleted = query.integer(first + 2) != 0;
    state.blobs = splitBlobs(query.bytes(first + 3));
    state.body = query.bytes(first + 4);
    return state;
}

void appendState(QVariantList &values, const RowState &state)
{
    values << notNull(state.kind) << int{state.schema} << (state.deleted ? 1 : 0)
           << joinBlobs(state.blobs) << notNull(state.body);
}

QString rowColumns()
{
    return QStringLiteral("SELECT n, id, document, changes, modified_at, synced_at, held, saved_at,"
                          " device, origin, base_revision, base_sequence, kind, schema, deleted,"
                          " blobs, body FROM documents ");
}

StoredRow rowFrom(const SqliteQuery &query)
{
    StoredRow row;
    row.n = query.integer(0);
    row.id = DocumentId(query.text(1));
    row.document = DocumentId(query.text(2));
    row.changes = static_cast<std::uint64_t>(query.integer(3));
    row.modifiedAt = query.integer(4);
    row.syncedAt = query.integer(5);
    row.held = query.integer(6) != 0;
    row.savedAt = query.integer(7);
    row.device = query.text(8);
    row.origin = static_cast<HistoryReason>(query.integer(9));
    row.baseRevision = query.bytes(10);
    row.baseSequence = static_cast<std::uint64_t>(query.integer(11));
    row.state = stateFrom(query, 12);
    return row;
}

QVariantList valuesOf(const StoredRow &row)
{
    QVariantList values{row.id.text(),
                        row.document.text(),
                        static_cast<qlonglong>(row.changes),
                        static_cast<qlonglong>(row.modifiedAt),
                        static_cast<qlonglong>(row.syncedAt),
                        row.held ? 1 : 0,
                        static_cast<qlonglong>(row.savedAt),
                        notNull(row.device),
                        static_cast<int>(row.origin),
                        row.baseRevision.isEmpty() ? QVariant() : QVariant(row.baseRevision),
                        static_cast<qlonglong>(row.baseSequence)};
    appendState(values, row.state);
    return values;
}

} // namespace

QByteArray joinBlobs(const std::vector<QByteArray> &blobs)
{
    QByteArray joined("");
    for (const QByteArray &blob : blobs)
        joined.append(blob);
    return joined;
}

std::vector<QByteArray> splitBlobs(const QByteArray &joined)
{
    std::vector<QByteArray> blobs;
    for (qsizetype at = 0; at + kHashSize <= joined.size(); at += kHashSize)
        blobs.push_back(joined.mid(at, kHashSize));
    return blobs;
}

Document documentOf(const DocumentId &id, const RowState &state)
{
    Document document = documentFromBody(id, state.kind, state.deleted, state.schema, state.body);
    document.blobs = state.blobs;
    return document;
}

RowState stateOf(const Document &document)
{
    RowState state;
    state.kind = document.kind;
    state.schema = document.schema;
    state.deleted = document.deleted;
    state.body = encodeBody(document);
    if (!document.deleted)
        state.blobs = document.blobs;
    return state;
}

bool sameContent(const RowState &a, const RowState &b)
{
    if (a.kind != b.kind || a.schema != b.schema || a.deleted != b.deleted || a.blobs != b.blobs)
        return false;
    return a.body == b.body || contentHash(a.body, a.deleted) == contentHash(b.body, b.deleted);
}

std::optional<StoredRow> RowTable::find(const DocumentId &id)
{
    SqliteQuery query(m_connection, rowColumns() + QStringLiteral("WHERE id = ?"), {id.text()});
    if (!query.next())
        return std::nullopt;
    return rowFrom(query);
}

void RowTable::put(StoredRow &row)
{
    QVariantList values = valuesOf(row);
    if (row.n == 0) {
        m_connection.run(
            QStringLiteral("INSERT INTO documents (id, document, changes, modified_at, synced_at,"
                           " held, saved_at, device, origin, base_revision, base_sequence, kind,"
                           " schema, deleted, blobs, body)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            values);
        row.n = m_connection.lastInsertId();
        return;
    }
    values.append(static_cast<qlonglong>(row.n));
    m_connection.run(
        QStringLiteral("UPDATE documents SET id = ?, document = ?, changes = ?, modified_at = ?,"
                       " synced_at = ?, held = ?, saved_at = ?, device = ?, origin = ?,"
                       " base_revision = ?, base_sequence = ?, kind = ?, schema = ?, deleted = ?,"
                       " blobs = ?, body = ? WHERE n = ?"),
        values);
}

void RowTable::erase(const StoredRow &row)
{
    m_connection.run(QStringLiteral("DELETE FROM documents WHERE n = ?"),
                     {static_cast<qlonglong>(row.n)});
    m_connection.run(QStringLiteral("DELETE FROM bases WHERE id = ?"), {row.id.text()});
    dropSent(row.id);
    dropConflict(row.id);
    dropRefused(row.id);
}

QList<DocumentId> RowTable::elementsOf(const DocumentId &drawing)
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT id FROM documents WHERE document = ?"
                                     " AND kind = 'element' AND deleted = 0"),
                      {drawing.text()});
    QList<DocumentId> ids;
    while (query.next())
        ids.append(DocumentId(query.text(0)));
    return ids;
}

QList<Document> RowTable::liveElements(const DocumentId &drawing)
{
    SqliteQuery query(m_connection,
                      rowColumns()
                          + QStringLiteral("WHERE document = ? AND kind = 'element'"
                                           " AND deleted = 0"),
                      {drawing.text()});
    QList<Document> elements;
    while (query.next()) {
        const StoredRow row = rowFrom(query);
        elements.append(documentOf(row.id, row.state));
    }
    return elements;
}

QList<Document> RowTable::live(DocumentKind kind)
{
    // Literal names, so that SQLite sees that the partial indexes fit.
    const QString where =
        kind == DocumentKind::Notebook
            ? QStringLiteral("WHERE kind = 'notebook' AND deleted = 0 ORDER BY id")
            : QStringLiteral("WHERE kind = 'tag' AND deleted = 0 ORDER BY id");
    SqliteQuery query(m_connection, rowColumns() + where);
    QList<Document> documents;
    while (query.next()) {
        const StoredRow row = rowFrom(query);
        documents.append(documentOf(row.id, row.state));
    }
    return documents;
}

std::optional<BaseState> RowTable::base(const StoredRow &row)
{
    if (row.baseRevision.isEmpty())
        return std::nullopt;
    BaseState base;
    base.revision = row.baseRevision;
    base.sequence = row.baseSequence;
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT kind, schema, deleted, blobs, body FROM bases"
                                     " WHERE id = ?"),
                      {row.id.text()});
    base.state = query.next() ? stateFrom(query, 0) : row.state;
    return base;
}

void RowTable::keepStateAsBase(const StoredRow &row)
{
    if (row.baseRevision.isEmpty())
        return;
    QVariantList values{row.id.text()};
    appendState(values, row.state);
    m_connection.run(QStringLiteral("INSERT OR IGNORE INTO bases (id, kind, schema, deleted, blobs,"
                                    " body) VALUES (?, ?, ?, ?, ?, ?)"),
                     values);
}

void RowTable::putBase(StoredRow &row, const std::optional<BaseState> &base)
{
    row.baseRevision = base ? base->revision : QByteArray();
    row.baseSequence = base ? base->sequence : 0;
    m_connection.run(QStringLiteral("DELETE FROM bases WHERE id = ?"), {row.id.text()});
    if (!base || base->state == row.state)
        return;
    QVariantList values{row.id.text()};
    appendState(values, base->state);
    m_connection.run(QStringLiteral("INSERT INTO bases (id, kind, schema, deleted, blobs, body)"
                                    " VALUES (?, ?, ?, ?, ?, ?)"),
                     values);
}

void RowTable::addSent(const DocumentId &id, const SentState &sent)
{
    QVariantList values{id.text(), sent.revision};
    appendState(values, sent.state);
    values << id.text() << sent.revision;
    m_connection.run(QStringLiteral("INSERT INTO sent (id, revision, kind, schema, deleted, blobs,"
                                    " body) SELECT ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS"
                                    " (SELECT 1 FROM sent WHERE id = ? AND revision = ?)"),
                     values);
}

QList<SentState> RowTable::sent(const DocumentId &id)
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT revision, kind, schema, deleted, blobs, body FROM sent"
                                     " WHERE id = ? ORDER BY n"),
                      {id.text()});
    QList<SentState> states;
    while (query.next())
        states.append(SentState{query.bytes(0), stateFrom(query, 1)});
    return states;
}

void RowTable::dropSent(const DocumentId &id)
{
    m_connection.run(QStringLiteral("DELETE FROM sent WHERE id = ?"), {id.text()});
}

bool RowTable::wasSent(const DocumentId &id)
{
    return m_connection.number(QStringLiteral("SELECT 1 FROM sent WHERE id = ? LIMIT 1"),
                               {id.text()})
           == 1;
}

void RowTable::putConflict(const StoredRow &row, const ConflictRecord &record)
{
    QVariantList values{row.id.text(),
                        row.document.text(),
                        notNull(record.master.revision),
                        static_cast<qlonglong>(record.master.sequence)};
    appendState(values, record.master.state);
    values << notNull(record.device) << static_cast<qlonglong>(record.masterTimeMs)
           << (record.question ? static_cast<int>(*record.question) : 0);
    m_connection.run(QStringLiteral("INSERT OR REPLACE INTO conflicts (id, document, revision,"
                                    " sequence, kind, schema, deleted, blobs, body, device,"
                                    " master_time, question)"
                                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                     values);
}

std::optional<ConflictRecord> RowTable::conflict(const DocumentId &row)
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT revision, sequence, device, master_time, kind, schema,"
                                     " deleted, blobs, body, question FROM conflicts WHERE id = ?"),
                      {row.text()});
    if (!query.next())
        return std::nullopt;
    ConflictRecord record;
    record.master.revision = query.bytes(0);
    record.master.sequence = static_cast<std::uint64_t>(query.integer(1));
    record.device = query.text(2);
    record.masterTimeMs = query.integer(3);
    record.master.state = stateFrom(query, 4);
    if (const auto question = query.integer(9); question != 0)
        record.question = static_cast<SyncQuestion::Kind>(question);
    return record;
}

QList<OpenConflict> RowTable::conflicts(const DocumentId &document)
{
    const QString all = QStringLiteral("SELECT id FROM conflicts WHERE question = 0 ");
    SqliteQuery query(m_connection,
                      document.isEmpty() ? all + QStringLiteral("ORDER BY document, id")
                                         : all + QStringLiteral("AND document = ? ORDER BY id"),
                      document.isEmpty() ? QVariantList{} : QVariantList{document.text()});
    QList<OpenConflict> open;
    while (query.next()) {
        const DocumentId id(query.text(0));
        const auto row = find(id);
        const auto record = conflict(id);
        if (!row || !record)
            continue;
        OpenConflict entry;
        entry.id = id;
        entry.document = row->document;
        if (const auto known = base(*row))
            entry.base = documentOf(id, known->state);
        entry.mine = documentOf(id, row->state);
        entry.master = documentOf(id, record->master.state);
        entry.masterDevice = record->device;
        entry.masterTime = record->masterTimeMs;
        entry.mineTime = row->savedAt;
        open.append(entry);
    }
    return open;
}

void RowTable::dropConflict(const DocumentId &id)
{
    m_connection.run(QStringLiteral("DELETE FROM conflicts WHERE id = ?"), {id.text()});
}

void RowTable::putRefused(const StoredRow &row, const QString &code)
{
    m_connection.run(QStringLiteral("INSERT OR REPLACE INTO refused VALUES (?, ?, ?)"),
                     {row.id.text(), row.document.text(), notNull(code)});
}

QString RowTable::refused(const DocumentId &id)
{
    SqliteQuery query(
        m_connection, QStringLiteral("SELECT code FROM refused WHERE id = ?"), {id.text()});
    return query.next() ? query.text(0) : QString();
}

QList<DocumentId> RowTable::refusedIds()
{
    SqliteQuery query(m_connection, QStringLiteral("SELECT id FROM refused ORDER BY id"));
    QList<DocumentId> ids;
    while (query.next())
        ids.append(DocumentId(query.text(0)));
    return ids;
}

OutgoingCounts RowTable::outgoing()
{
    const auto count = [this](const QString &what) {
        return static_cast<int>(m_connection.number(QStringLiteral("SELECT count(") + what));
    };
    OutgoingCounts counts;
    counts.pending =
        count(QStringLiteral("*) FROM documents WHERE modified_at > synced_at AND held = 0"));
    counts.conflicts =
        count(QStringLiteral("DISTINCT document) FROM conflicts WHERE question = 0"));
    counts.refused = count(QStringLiteral("*) FROM refused"));
    return counts;
}

QList<OutgoingRow> RowTable::outgoingRows(int limit)
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT d.id, d.document, d.kind, d.deleted, length(d.body),"
                                     " d.saved_at, EXISTS (SELECT 1 FROM conflicts c"
                                     " WHERE c.id = d.id), coalesce(r.code, '')"
                                     " FROM documents d LEFT JOIN refused r ON r.id = d.id"
                                     " WHERE d.modified_at > d.synced_at"
                                     " ORDER BY r.code IS NULL, d.modified_at LIMIT ?"),
                      {limit});
    QList<OutgoingRow> rows;
    while (query.next()) {
        OutgoingRow row;
        row.id = DocumentId(query.text(0));
        row.document = DocumentId(query.text(1));
        row.kind = query.text(2);
        row.deleted = query.integer(3) != 0;
        row.bytes = query.integer(4);
        row.changedAt = query.integer(5);
        row.conflicted = query.integer(6) != 0;
        row.refusedCode = query.text(7);
        rows.append(row);
    }
    return rows;
}

int RowTable::keptDocuments()
{
    return static_cast<int>(
        m_connection.number(QStringLiteral("SELECT count(*) FROM entries WHERE trashed IS NULL")));
}

QList<SyncQuestion> RowTable::questions()
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT question, count(DISTINCT document), max(device)"
                                     " FROM conflicts WHERE question > 0 GROUP BY question"
                                     " ORDER BY question"));
    QList<SyncQuestion> questions;
    while (query.next()) {
        SyncQuestion question;
        question.kind = static_cast<SyncQuestion::Kind>(query.integer(0));
        question.documents = static_cast<int>(query.integer(1));
        question.device = query.text(2);
        questions.append(question);
    }
    for (SyncQuestion &question : questions) {
        question.of = keptDocuments();
        // What was deleted here is no longer among them.
        if (question.kind == SyncQuestion::Kind::DeletedHere)
            question.of += question.documents;
    }
    return questions;
}

QList<DocumentId> RowTable::questioned(SyncQuestion::Kind kind)
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT id FROM conflicts WHERE question = ? ORDER BY id"),
                      {static_cast<int>(kind)});
    QList<DocumentId> ids;
    while (query.next())
        ids.append(DocumentId(query.text(0)));
    return ids;
}

void RowTable::dropRefused(const DocumentId &id)
{
    m_connection.run(QStringLiteral("DELETE FROM refused WHERE id = ?"), {id.text()});
}

ReplicaRow RowTable::replicaRow(const StoredRow &row)
{
    ReplicaRow replica;
    replica.id = row.id;
    replica.state = row.state;
    replica.changeCounter = row.changes;
    replica.dirty = row.isDirty();
    replica.modifiedAtMs = row.savedAt;
    replica.base = base(row);
    replica.sent = sent(row.id);
    if (row.held) {
        replica.conflicted = conflict(row.id).has_value();
        replica.refusedCode = refused(row.id);
    }
    return replica;
}

QList<ReplicaRow> RowTable::pending(int maxRows, qint64 maxBytes)
{
    SqliteQuery query(m_connection,
                      rowColumns()
                          + QStringLiteral("WHERE modified_at > synced_at AND held = 0"
                                           " AND length(blobs) = 0"
                                           " ORDER BY modified_at LIMIT ?"),
                      {maxRows});
    QList<ReplicaRow> rows;
    qint64 bytes = 0;
    while (query.next()) {
        const StoredRow row = rowFrom(query);
        bytes += row.state.body.size();
        if (!rows.isEmpty() && bytes > maxBytes)
            break;
        rows.append(replicaRow(row));
    }
    return rows;
}

QList<DocumentId> RowTable::pendingRemovals()
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT d.id FROM documents d LEFT JOIN entries e ON e.n = d.n"
                                     " WHERE d.modified_at > d.synced_at AND d.held = 0"
                                     " AND length(d.base_revision) > 0"
                                     " AND d.kind <> 'piece'"
                                     " AND (d.deleted = 1 OR e.trashed IS NOT NULL)"
                                     " ORDER BY d.modified_at"));
    QList<DocumentId> ids;
    while (query.next())
        ids.append(DocumentId(query.text(0)));
    return ids;
}

QList<ReplicaRow> RowTable::pendingWithChunks(int maxRows)
{
    SqliteQuery query(m_connection,
                      rowColumns()
                          + QStringLiteral("WHERE modified_at > synced_at AND held = 0"
                                           " AND length(blobs) > 0"
                                           " ORDER BY modified_at LIMIT ?"),
                      {maxRows});
    QList<ReplicaRow> rows;
    while (query.next())
        rows.append(replicaRow(rowFrom(query)));
    return rows;
}

QList<ReplicaStore::Known> RowTable::known(const DocumentId &after, int limit)
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT d.id, d.base_revision, d.base_sequence,"
                                     " d.modified_at > d.synced_at, d.deleted, d.document,"
                                     " EXISTS (SELECT 1 FROM entries e WHERE e.n = d.n"
                                     " AND e.trashed IS NULL) FROM documents d"
                                     " WHERE d.id > ? ORDER BY d.id LIMIT ?"),
                      {notNull(after.text()), limit});
    QList<ReplicaStore::Known> rows;
    while (query.next()) {
        ReplicaStore::Known known;
        known.id = DocumentId(query.text(0));
        known.baseRevision = query.bytes(1);
        known.baseSequence = static_cast<std::uint64_t>(query.integer(2));
        known.dirty = query.integer(3) != 0;
        known.deleted = query.integer(4) != 0;
        known.document = DocumentId(query.text(5));
        known.kept = query.integer(6) != 0;
        rows.append(known);
    }
    return rows;
}
