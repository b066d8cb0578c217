#include "model/store/sqlitedocumentstore.h"

#include "model/document/documentcodec.h"
#include "model/merge/documentmerge.h"
#include "model/store/attachmenttable.h"
#include "model/store/chunktable.h"
#include "model/store/filetable.h"
#include "model/store/searchtext.h"

#include <QBuffer>
#include <QCryptographicHash>

#include <algorithm>

namespace {

constexpr qsizetype kLargestBody = qsizetype{16} * 1024 * 1024; // what the codec reads
constexpr int kChunksHeld = 8; // of a file that is being added
constexpr int kDeepest = 60; // the codec reads 64; a row's own maps take some

StoreError notFound(const DocumentId &id)
{
    return {StoreError::Kind::NotFound, id.text()};
}

StoreError invalid(const DocumentId &id, const QString &why)
{
    return {StoreError::Kind::Invalid, id.text() + QStringLiteral(": ") + why};
}

/// Nested more deeply than the codec reads, or with a number that it does not read.
bool isUnreadable(const cbor::Value &value, int depth)
{
    if (depth > kDeepest || value.asBigNatural())
        return true;
    if (const cbor::Array *items = value.asArray())
        return std::any_of(items->begin(), items->end(), [depth](const cbor::Value &item) {
            return isUnreadable(item, depth + 1);
        });
    if (const cbor::Map *map = value.asMap())
        return std::any_of(
            map->entries().begin(), map->entries().end(), [depth](const cbor::Map::Entry &entry) {
                return isUnreadable(entry.second, depth + 1);
            });
    return false;
}

std::optional<StoreError> whyInvalid(const Document &document)
{
    if (!document.id.isValid())
        return invalid(document.id, QStringLiteral("not a valid id"));
    if (document.kind.isEmpty())
        return invalid(document.id, QStringLiteral("no kind"));
    for (const cbor::Map::Entry &entry : document.fields.entries()) {
        if (isUnreadable(entry.second, 1))
            return invalid(document.id,
                           QStringLiteral("nested too deeply, or a number of 2^64 or more"));
    }
    return std::nullopt;
}

bool hasTimes(const Document &document)
{
    const DocumentKind kind = document.documentKind();
    return (kind == DocumentKind::Note || kind == DocumentKind::Drawing) && !document.deleted
           && document.opaqueBody.isEmpty();
}

void setTime(Document &document, const char *field, std::int64_t time)
{
    document.fields.set(field, cbor::Value::fromInteger(time));
}

std::int64_t timeOf(const Document &document, const char *field)
{
    const cbor::Value *value = document.fields.find(field);
    std::int64_t time = 0;
    return value && value->toInt64(time) ? time : 0;
}

StoreError otherBytes(const DocumentId &id)
{
    return {StoreError::Kind::Damaged,
            id.text() + QStringLiteral(": attachment does not match its hash")};
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// One part of an attachment; null if it is not here.
QByteArray partOf(SqliteConnection &connection, const DocumentId &piece)
{
    const auto row = RowTable(connection).find(piece);
    const Document document = row ? documentOf(piece, row->state) : Document();
    const cbor::Value *value = document.fields.find("bytes");
    if (!value || !value->asBytes())
        return {};
    return QByteArray(reinterpret_cast<const char *>(value->asBytes()->data()),
                      static_cast<qsizetype>(value->asBytes()->size()));
}

/// Calls `use` with each part in order; false if one is not here or `use` says so.
bool eachPart(SqliteConnection &connection,
              const Attachment &attachment,
              const DocumentStore::Sink &use)
{
    ChunkTable chunks(connection);
    for (const QByteArray &hash : attachment.chunks) {
        const QByteArray bytes = chunks.bytes(hash);
        if (bytes.isNull() || !use(bytes))
            return false;
    }
    for (const DocumentId &piece : attachment.pieces) {
        const QByteArray bytes = partOf(connection, piece);
        if (bytes.isNull() || !use(bytes))
            return false;
    }
    return true;
}

/// Up to one chunk; less only at the end.
std::optional<QByteArray> nextChunk(QIODevice &source)
{
    QByteArray chunk;
    while (chunk.size() < ChunkTable::kChunkBytes) {
        QByteArray part(ChunkTable::kChunkBytes - chunk.size(), Qt::Uninitialized);
        const qint64 read = source.read(part.data(), part.size());
        if (read < 0)
            return std::nullopt;
        if (read == 0)
            break;
        chunk.append(part.constData(), static_cast<qsizetype>(read));
    }
    return chunk;
}

/// `pictures/a.png` becomes `pictures/a 2.png`.
QString numbered(const QString &path, int number)
{
    const qsizetype name = path.lastIndexOf(QLatin1Char('/')) + 1;
    const qsizetype dot = path.lastIndexOf(QLatin1Char('.'));
    const qsizetype at = dot > name ? dot : path.size();
    return path.left(at) + QStringLiteral(" %1").arg(number) + path.mid(at);
}

} // namespace

SqliteDocumentStore::SqliteDocumentStore(std::unique_ptr<SqliteConnection> connection,
                                         const StoreDependencies &dependencies)
    : m_connection(std::move(connection))
    , m_clock(dependencies.clock)
    , m_random(dependencies.random)
{}

SqliteConnection &SqliteDocumentStore::fresh() const
{
    m_connection->clearError();
    return *m_connection;
}

template <typename Step>
Result<SaveReceipt, StoreError> SqliteDocumentStore::write(const Step &step)
{
    SqliteTransaction transaction(*m_connection);
    RowWriter writer(*m_connection, m_clock);
    step(writer);
    const RowWriter::Outcome outcome = writer.finish();
    if (const auto committed = transaction.commit(); !committed.ok())
        return committed.error();
    return SaveReceipt{outcome.lastMark, outcome.touched, {}};
}

Result<Document, StoreError> SqliteDocumentStore::load(const DocumentId &id) const
{
    const auto row = RowTable(fresh()).find(id);
    if (m_connection->error())
        return *m_connection->error();
    if (!row)
        return notFound(id);
    return documentOf(id, row->state);
}

Result<SaveReceipt, StoreError> SqliteDocumentStore::save(const QList<Document> &documents,
                                                          const SaveOptions &options)
{
    QList<Document> merged;
    auto receipt = write([&](RowWriter &writer) {
        for (const Document &document : documents) {
            if (!saveOnto(writer, document, options, merged))
                return;
        }
    });
    if (receipt.ok())
        receipt.value().merged = merged;
    return receipt;
}

bool SqliteDocumentStore::saveOnto(RowWriter &writer,
                                   const Document &document,
                                   const SaveOptions &options,
                                   QList<Document> &merged)
{
    const auto loaded =
        std::find_if(options.loaded.begin(), options.loaded.end(), [&](const Document &candidate) {
            return candidate.id == document.id;
        });
    const auto row =
        loaded == options.loaded.end() ? std::nullopt : writer.rows().find(document.id);
    if (!row || row->device.isEmpty() || sameContent(row->state, stateOf(*loaded)))
        return saveOne(writer, document, options);
    const DocumentMerge merge =
        mergeDocuments(*loaded, document, documentOf(document.id, row->state));
    if (merge.outcome == DocumentMerge::Outcome::Clash) {
        const bool saved = saveOne(writer, document, options);
        openConflictWithPulled(writer, *row, *loaded);
        return saved;
    }
    merged.append(merge.result);
    SaveOptions mergedOptions = options;
    mergedOptions.reason = HistoryReason::Merged;
    return saveOne(writer, merge.result, mergedOptions);
}

/// `pulled` is the row as another device's change left it, `loaded` what both sides started from.
void SqliteDocumentStore::openConflictWithPulled(RowWriter &writer,
                                                 const StoredRow &pulled,
                                                 const Document &loaded)
{
    const auto master = writer.rows().base(pulled);
    auto row = writer.rows().find(pulled.id);
    if (!row || !master || pulled.isDirty() || pulled.held)
        return; // nobody to differ from, or the sync worker will find out
    writer.rows().putConflict(*row, {*master, pulled.device, pulled.savedAt});
    writer.rows().putBase(*row, BaseState{master->revision, master->sequence, stateOf(loaded)});
    row->held = true;
    writer.rows().put(*row);
}

bool SqliteDocumentStore::saveOne(RowWriter &writer, Document document, const SaveOptions &options)
{
    if (const auto why = whyInvalid(document)) {
        m_connection->fail(*why);
        return false;
    }
    auto row = writer.rows().find(document.id);
    if (m_connection->error())
        return false;
    if (row && row->state.kind != document.kind) {
        m_connection->fail(invalid(document.id, QStringLiteral("has another kind")));
        return false;
    }
    if (!row && document.deleted)
        return true; // nothing was ever here
    if (row)
        document.schema = std::max(document.schema, row->state.schema);
    if (hasTimes(document) && !options.isImport) {
        if (timeOf(document, "created") == 0)
            setTime(document, "created", writer.nowMs());
        if (row && !row->state.deleted) {
            const Document stored = documentOf(document.id, row->state);
            setTime(document, "updated", timeOf(stored, "updated"));
            if (stored.fields == document.fields && document.schema == stored.schema)
                return true;
        }
        setTime(document, "updated", writer.nowMs());
    }
    RowWriter::Change change;
    change.state = stateOf(document);
    change.reason = options.reason;
    if (change.state.body.size() > kLargestBody) {
        m_connection->fail(invalid(document.id, QStringLiteral("too large")));
        return false;
    }
    // Only an attachment's fields and chunks go together; of other kinds nobody here writes chunks.
    const bool hasOwnChunks = document.documentKind() == DocumentKind::Attachment;
    if (row && !hasOwnChunks && !document.deleted)
        change.state.blobs = row->state.blobs;
    if (row && sameContent(row->state, change.state))
        return true;
    StoredRow target = row.value_or(StoredRow());
    target.id = document.id;
    writer.write(target, change);
    // Made and deleted before anything was sent: the master has nothing to delete.
    if (document.deleted && target.baseRevision.isEmpty() && !writer.rows().wasSent(document.id)) {
        RowWriter::markClean(target);
        writer.rows().put(target);
    }
    return !m_connection->error();
}

Result<QList<Document>, StoreError> SqliteDocumentStore::elements(const DocumentId &drawing) const
{
    auto found = RowTable(fresh()).liveElements(drawing);
    return m_connection->finished(std::move(found));
}

Result<QList<DocumentSummary>, StoreError>
SqliteDocumentStore::summaries(const ListQuery &query) const
{
    auto list = EntryTable(fresh()).list(query);
    return m_connection->finished(std::move(list));
}

Result<DocumentSummary, StoreError> SqliteDocumentStore::summary(const DocumentId &id) const
{
    auto found = EntryTable(fresh()).summary(id);
    if (m_connection->error())
        return *m_connection->error();
    if (!found)
        return notFound(id);
    return *found;
}

Result<LibraryCounts, StoreError> SqliteDocumentStore::counts() const
{
    auto counts = EntryTable(fresh()).counts();
    return m_connection->finished(std::move(counts));
}

Result<QList<Notebook>, StoreError> SqliteDocumentStore::notebooks() const
{
    QList<Notebook> notebooks;
    for (const Document &document : RowTable(fresh()).live(DocumentKind::Notebook)) {
        if (auto notebook = Notebook::fromDocument(document))
            notebooks.append(*notebook);
    }
    return m_connection->finished(std::move(notebooks));
}

Result<QList<Tag>, StoreError> SqliteDocumentStore::tags() const
{
    QList<Tag> tags;
    for (const Document &document : RowTable(fresh()).live(DocumentKind::Tag)) {
        if (auto tag = Tag::fromDocument(document))
            tags.append(*tag);
    }
    return m_connection->finished(std::move(tags));
}

Result<QList<SearchHit>, StoreError> SqliteDocumentStore::search(const QString &text,
                                                                 int limit) const
{
    fresh();
    const searchtext::Query query = searchtext::parse(text);
    QList<SearchHit> hits;
    if (query.match.isEmpty() || limit <= 0)
        return hits;
    SearchIndex index(*m_connection);
    EntryTable entries(*m_connection);
    for (const SearchIndex::Hit &found : index.search(query, limit)) {
        const auto summary = entries.summary(found.n);
        if (!summary)
            continue;
        SearchHit hit{*summary, found.excerpt, {}};
        if (summary->kind == DocumentKind::Drawing)
            hit.element = index.elementWith(summary->id, query.words);
        hits.append(hit);
    }
    return m_connection->finished(std::move(hits));
}

void SqliteDocumentStore::interrupt()
{
    m_connection->interrupt();
}

bool SqliteDocumentStore::changeTrashed(RowWriter &writer,
                                        const DocumentId &id,
                                        std::optional<std::int64_t> at)
{
    const auto row = writer.rows().find(id);
    if (!row || row->state.deleted) {
        m_connection->fail(notFound(id));
        return false;
    }
    Document document = documentOf(id, row->state);
    if (!hasTimes(document)) {
        m_connection->fail(invalid(id, QStringLiteral("neither a note nor a drawing")));
        return false;
    }
    if (at && document.fields.find("trashed"))
        return true;
    if (at)
        setTime(document, "trashed", *at);
    else
        document.fields.remove("trashed");
    return saveOne(writer, document, {HistoryReason::Edited, true});
}

Result<SaveReceipt, StoreError> SqliteDocumentStore::trash(const QList<DocumentId> &ids)
{
    return write([&](RowWriter &writer) {
        for (const DocumentId &id : ids) {
            if (!changeTrashed(writer, id, writer.nowMs()))
                return;
        }
    });
}

Result<SaveReceipt, StoreError> SqliteDocumentStore::restore(const QList<DocumentId> &ids)
{
    return write([&](RowWriter &writer) {
        for (const DocumentId &id : ids) {
            if (!changeTrashed(writer, id, std::nullopt))
                return;
        }
    });
}

bool SqliteDocumentStore::emptyNotebook(RowWriter &writer, const Notebook &notebook)
{
    const SaveOptions keepTimes{HistoryReason::Edited, true};
    QList<DocumentId> inside;
    {
        SqliteQuery query(*m_connection,
                          QStringLiteral("SELECT id FROM entries WHERE notebook = ?"),
                          {notebook.id.text()});
        while (query.next())
            inside.append(DocumentId(query.text(0)));
    }
    for (const DocumentId &id : std::as_const(inside)) {
        const auto row = writer.rows().find(id);
        if (!row)
            return false;
        Document document = documentOf(id, row->state);
        document.fields.remove("notebook");
        if (!saveOne(writer, document, keepTimes))
            return false;
    }
    for (const Document &document : writer.rows().live(DocumentKind::Notebook)) {
        auto child = Notebook::fromDocument(document);
        if (!child || child->parent != notebook.id)
            continue;
        child->parent = notebook.parent;
        if (!saveOne(writer, child->toDocument(), keepTimes))
            return false;
    }
    return true;
}

bool SqliteDocumentStore::untag(RowWriter &writer, const DocumentId &tag)
{
    QList<DocumentId> tagged;
    {
        SqliteQuery query(*m_connection,
                          QStringLiteral("SELECT e.id FROM entry_tags t"
                                         " JOIN entries e ON e.n = t.n WHERE t.tag = ?"),
                          {tag.text()});
        while (query.next())
            tagged.append(DocumentId(query.text(0)));
    }
    for (const DocumentId &id : std::as_const(tagged)) {
        const auto row = writer.rows().find(id);
        if (!row)
            return false;
        Document document = documentOf(id, row->state);
        if (auto note = Note::fromDocument(document)) {
            note->header.tags.removeAll(tag);
            document = note->toDocument();
        } else if (auto drawing = Drawing::fromDocument(document)) {
            drawing->header.tags.removeAll(tag);
            document = drawing->toDocument();
        }
        if (!saveOne(writer, document, {HistoryReason::Edited, true}))
            return false;
    }
    return true;
}

bool SqliteDocumentStore::bury(RowWriter &writer, const DocumentId &id)
{
    const auto row = writer.rows().find(id);
    if (!row) {
        m_connection->fail(notFound(id));
        return false;
    }
    const Document document = documentOf(id, row->state);
    if (const auto notebook = Notebook::fromDocument(document);
        notebook && !emptyNotebook(writer, *notebook))
        return false;
    if (document.documentKind() == DocumentKind::Tag && !untag(writer, id))
        return false;
    QList<DocumentId> ids{id};
    if (document.documentKind() == DocumentKind::Drawing)
        ids += writer.rows().elementsOf(id);
    for (const DocumentId &each : std::as_const(ids)) {
        const auto found = writer.rows().find(each);
        if (!found)
            return false;
        Document tombstone;
        tombstone.id = each;
        tombstone.kind = found->state.kind;
        tombstone.schema = found->state.schema;
        tombstone.deleted = true;
        if (!saveOne(writer, tombstone, {HistoryReason::Deleted, true}))
            return false;
    }
    return true;
}

Result<SaveReceipt, StoreError> SqliteDocumentStore::deleteForever(const QList<DocumentId> &ids)
{
    return write([&](RowWriter &writer) {
        for (const DocumentId &id : ids) {
            if (!bury(writer, id))
                return;
        }
    });
}

Result<QList<HistoryEntry>, StoreError> SqliteDocumentStore::history(const DocumentId &id) const
{
    auto entries = HistoryTable(fresh()).list(id);
    return m_connection->finished(std::move(entries));
}

Result<Document, StoreError> SqliteDocumentStore::historyState(std::int64_t entry) const
{
    auto state = HistoryTable(fresh()).state(entry);
    if (m_connection->error())
        return *m_connection->error();
    if (!state)
        return StoreError{StoreError::Kind::NotFound, QStringLiteral("history entry")};
    return *state;
}

Result<QList<OpenConflict>, StoreError>
SqliteDocumentStore::conflicts(const DocumentId &document) const
{
    auto open = RowTable(fresh()).conflicts(document);
    return m_connection->finished(std::move(open));
}

Result<SaveReceipt, StoreError> SqliteDocumentStore::resolveConflict(const DocumentId &rowId,
                                                                     const Document &result)
{
    return write([&](RowWriter &writer) {
        auto row = writer.rows().find(rowId);
        const auto record = writer.rows().conflict(rowId);
        if (!row || !record || m_connection->error()) {
            m_connection->fail(notFound(rowId));
            return;
        }
        Document chosen = result;
        chosen.id = rowId;
        chosen.kind = row->state.kind;
        if (const auto why = whyInvalid(chosen)) {
            m_connection->fail(*why);
            return;
        }
        chosen.schema = std::max(chosen.schema, row->state.schema);
        RowState state = stateOf(chosen);
        if (chosen.documentKind() != DocumentKind::Attachment && !chosen.deleted)
            state.blobs = record->master.state.blobs;
        const bool isMasters = sameContent(state, record->master.state);
        StoredRow masters = *row; // the master's side, as the history sees it
        masters.state = record->master.state;
        masters.device = record->device;
        masters.origin = HistoryReason::ReplacedByRemote;
        masters.savedAt = record->masterTimeMs;
        if (!isMasters)
            writer.keepInHistory(masters, HistoryReason::ConflictResolved, nullptr);
        writer.rows().dropConflict(rowId);
        writer.rows().dropSent(rowId);
        row->held = false;
        writer.write(*row,
                     {isMasters ? record->master.state : state,
                      HistoryReason::ConflictResolved,
                      isMasters ? record->device : QString(),
                      true});
        const bool forgotten = record->master.revision.isEmpty(); // the master has nothing of it
        writer.rows().putBase(*row, forgotten ? std::nullopt : std::optional(record->master));
        if (isMasters)
            RowWriter::markClean(*row);
        writer.rows().put(*row);
    });
}

Result<Attachment, StoreError> SqliteDocumentStore::addAttachment(const QString &path,
                                                                  const QString &mime,
                                                                  const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return addAttachment(path, mime, buffer);
}

Result<Attachment, StoreError>
SqliteDocumentStore::addAttachment(const QString &path, const QString &mime, QIODevice &source)
{
    fresh();
    Attachment attachment;
    attachment.path = path;
    attachment.mime = mime;
    QCryptographicHash whole(QCryptographicHash::Sha256);
    QList<QByteArray> held;
    while (true) {
        const auto chunk = nextChunk(source);
        if (!chunk)
            return StoreError{StoreError::Kind::Io,
                              path + QLatin1String(": ") + source.errorString()};
        if (chunk->isEmpty())
            break;
        whole.addData(*chunk);
        attachment.size += chunk->size();
        attachment.chunks.push_back(ChunkTable::hashOf(*chunk));
        held.append(*chunk);
        if (held.size() < kChunksHeld)
            continue;
        if (auto kept = keepChunks(held); !kept.ok())
            return kept.error();
        held.clear();
    }
    attachment.sha256 = whole.result();
    return addStoredFile(std::move(attachment), held);
}

/// Chunks of a large file go one transaction after the other, so that other writers get in
/// between. Without a row that names them they are swept away later.
Result<Done, StoreError> SqliteDocumentStore::keepChunks(const QList<QByteArray> &chunks)
{
    SqliteTransaction transaction(*m_connection);
    ChunkTable table(*m_connection);
    for (const QByteArray &chunk : chunks)
        table.put(chunk);
    return transaction.commit();
}

Result<Attachment, StoreError>
SqliteDocumentStore::addStoredFile(Attachment attachment, const QList<QByteArray> &lastChunks)
{
    const QString path = attachment.path;
    const auto receipt = write([&](RowWriter &writer) {
        ChunkTable chunks(*m_connection);
        for (const QByteArray &chunk : lastChunks)
            chunks.put(chunk);
        AttachmentTable table(*m_connection);
        auto present = table.atPath(path);
        // The same name with other bytes is another picture, in another note: both stay.
        for (int number = 2; present && present->sha256 != attachment.sha256; ++number) {
            attachment.path = numbered(path, number);
            present = table.atPath(attachment.path);
        }
        if (present) {
            attachment = *present;
            FileTable(*m_connection).isWhole(attachment.id);
            return;
        }
        attachment.id = newDocumentId(m_random);
        attachment.name = fileNameOf(attachment.path);
        attachment.created = writer.nowMs();
        saveOne(writer, attachment.toDocument(), {HistoryReason::Imported, true});
    });
    if (!receipt.ok())
        return receipt.error();
    return attachment;
}

Result<Attachment, StoreError> SqliteDocumentStore::findAttachment(const QString &path) const
{
    auto found = AttachmentTable(fresh()).find(path);
    if (m_connection->error())
        return *m_connection->error();
    if (!found)
        return StoreError{StoreError::Kind::NotFound, QStringLiteral("attachment")};
    return *found;
}

Result<QList<Attachment>, StoreError> SqliteDocumentStore::attachments() const
{
    auto all = AttachmentTable(fresh()).all();
    return m_connection->finished(std::move(all));
}

Result<Attachment, StoreError> SqliteDocumentStore::attachment(const DocumentId &id) const
{
    const auto row = RowTable(fresh()).find(id);
    if (m_connection->error())
        return *m_connection->error();
    auto attachment = row ? Attachment::fromDocument(documentOf(id, row->state)) : std::nullopt;
    if (!attachment)
        return notFound(id);
    return *std::move(attachment);
}

Result<QByteArray, StoreError> SqliteDocumentStore::attachmentBytes(const DocumentId &id) const
{
    const auto found = attachment(id);
    if (!found.ok())
        return found.error();
    QByteArray bytes;
    const bool whole = eachPart(*m_connection, found.value(), [&](const QByteArray &part) {
        bytes.append(part);
        return true;
    });
    if (m_connection->error())
        return *m_connection->error();
    if (!whole)
        return notFound(id);
    if (sha256(bytes) != found.value().sha256)
        return otherBytes(id);
    return bytes;
}

Result<Done, StoreError> SqliteDocumentStore::readAttachment(const DocumentId &id,
                                                             const Sink &sink) const
{
    const auto found = attachment(id);
    if (!found.ok())
        return found.error();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const bool whole = eachPart(*m_connection, found.value(), [&](const QByteArray &part) {
        hash.addData(part);
        return true;
    });
    if (m_connection->error())
        return *m_connection->error();
    if (!whole)
        return notFound(id);
    if (hash.result() != found.value().sha256)
        return otherBytes(id);
    eachPart(*m_connection, found.value(), sink);
    return m_connection->finished(Done{});
}

Result<Done, StoreError> SqliteDocumentStore::requestAttachment(const DocumentId &id)
{
    FileTable(fresh()).ask(id);
    return m_connection->finished(Done{});
}

Result<OutgoingCounts, StoreError> SqliteDocumentStore::outgoing() const
{
    const OutgoingCounts counts = RowTable(fresh()).outgoing();
    return m_connection->finished(counts);
}

Result<QList<OutgoingRow>, StoreError> SqliteDocumentStore::outgoingRows(int limit) const
{
    auto rows = RowTable(fresh()).outgoingRows(limit);
    return m_connection->finished(std::move(rows));
}

Result<QList<SyncLogLine>, StoreError> SqliteDocumentStore::syncLog(int limit) const
{
    SqliteQuery query(fresh(),
                      QStringLiteral("SELECT at, id, event, device FROM sync_log"
                                     " ORDER BY n DESC LIMIT ?"),
                      {limit});
    QList<SyncLogLine> lines;
    while (query.next())
        lines.append({query.integer(0), DocumentId(query.text(1)), query.text(2), query.text(3)});
    return m_connection->finished(std::move(lines));
}

Result<QByteArray, StoreError> SqliteDocumentStore::fact(const QString &name) const
{
    SqliteQuery query(
        fresh(), QStringLiteral("SELECT value FROM facts WHERE name = ?"), {notNull(name)});
    QByteArray value = query.next() ? query.bytes(0) : QByteArray();
    return m_connection->finished(std::move(value));
}

Result<Done, StoreError> SqliteDocumentStore::setFact(const QString &name, const QByteArray &value)
{
    fresh().run(QStringLiteral("INSERT OR REPLACE INTO facts VALUES (?, ?)"),
                {notNull(name), notNull(value)});
    return m_connection->finished(Done{});
}
