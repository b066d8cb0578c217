#include "model/store/oldpieces.h"

#include "model/store/chunktable.h"

namespace {

/// The piece's bytes are named by the hash in its id.
QByteArray hashIn(const DocumentId &piece)
{
    return QByteArray::fromHex(piece.text().section(QLatin1Char('-'), 1).toLatin1());
}

std::optional<Attachment> attachmentOf(RowTable &rows, const DocumentId &id)
{
    const auto row = rows.find(id);
    return row ? Attachment::fromDocument(documentOf(id, row->state)) : std::nullopt;
}

} // namespace

bool OldPieces::isAny(SqliteConnection &connection)
{
    return connection.number(QStringLiteral("SELECT 1 FROM files WHERE old = 1 LIMIT 1")) == 1
           || connection.number(QStringLiteral("SELECT 1 FROM old_pieces LIMIT 1")) == 1;
}

bool OldPieces::moveOne()
{
    FileTable files(m_connection);
    for (const DocumentId &id : files.inPieces()) {
        auto row = m_writer.rows().find(id);
        if (!row || row->held)
            continue;
        auto attachment = attachmentOf(m_writer.rows(), id);
        if (!attachment || attachment->pieces.isEmpty()) {
            files.leavePieces(id);
            continue;
        }
        const QList<DocumentId> pieces = attachment->pieces;
        if (!takePieces(*attachment))
            continue; // another page brings the rest
        m_writer.write(
            *row, {stateOf(attachment->toDocument()), HistoryReason::Imported, QString(), true});
        for (const DocumentId &piece : pieces) {
            if (!forgetUnsent(piece))
                m_connection.run(QStringLiteral("INSERT OR IGNORE INTO old_pieces VALUES (?)"),
                                 {piece.text()});
        }
        return true;
    }
    return false;
}

bool OldPieces::takePieces(Attachment &attachment)
{
    ChunkTable chunks(m_connection);
    std::vector<QByteArray> hashes;
    for (const DocumentId &id : std::as_const(attachment.pieces)) {
        const QByteArray named = hashIn(id);
        if (chunks.has(named)) {
            hashes.push_back(named);
            continue;
        }
        const auto row = m_writer.rows().find(id);
        const Document piece = row ? documentOf(id, row->state) : Document();
        const cbor::Value *value = piece.fields.find("bytes");
        if (!value || !value->asBytes())
            return false;
        const QByteArray bytes(reinterpret_cast<const char *>(value->asBytes()->data()),
                               static_cast<qsizetype>(value->asBytes()->size()));
        hashes.push_back(chunks.put(bytes));
    }
    attachment.chunks = hashes;
    attachment.pieces.clear();
    return true;
}

bool OldPieces::isStillNamed(const DocumentId &piece)
{
    for (const DocumentId &id : FileTable(m_connection).inPieces()) {
        const auto attachment = attachmentOf(m_writer.rows(), id);
        if (attachment && attachment->pieces.contains(piece))
            return true;
    }
    return false;
}

/// True if the master never heard of it: then it is gone at once.
bool OldPieces::forgetUnsent(const DocumentId &piece)
{
    const auto row = m_writer.rows().find(piece);
    if (!row || !row->baseRevision.isEmpty() || m_writer.rows().wasSent(piece)
        || isStillNamed(piece))
        return false;
    m_writer.remove(*row, HistoryReason::Imported);
    return true;
}

void OldPieces::retire(int most)
{
    // Until the master took the moved attachments it may still name the pieces.
    if (m_connection.number(QStringLiteral("SELECT 1 FROM files f JOIN documents d ON d.n = f.n"
                                           " WHERE d.modified_at > d.synced_at LIMIT 1"))
        == 1)
        return;
    QList<DocumentId> pieces;
    {
        SqliteQuery query(
            m_connection, QStringLiteral("SELECT id FROM old_pieces ORDER BY id LIMIT ?"), {most});
        while (query.next())
            pieces.append(DocumentId(query.text(0)));
    }
    for (const DocumentId &id : pieces) {
        m_connection.run(QStringLiteral("DELETE FROM old_pieces WHERE id = ?"), {id.text()});
        auto row = m_writer.rows().find(id);
        if (!row || row->state.deleted || isStillNamed(id) || forgetUnsent(id))
            continue;
        RowState tombstone;
        tombstone.kind = row->state.kind;
        tombstone.schema = row->state.schema;
        tombstone.deleted = true;
        m_writer.write(*row, {tombstone, HistoryReason::Imported, QString(), true});
    }
}
