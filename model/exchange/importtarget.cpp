#include "model/exchange/importtarget.h"

#include "model/base/clock.h"
#include "model/exchange/exchangelimits.h"

#include <algorithm>

namespace {

constexpr qsizetype kRowsPerTransaction = 400;

QHash<QString, QJsonObject> byId(const QList<QJsonObject> &elements)
{
    QHash<QString, QJsonObject> result;
    for (const QJsonObject &element : elements)
        result.insert(element.value(QStringLiteral("id")).toString(), element);
    return result;
}

} // namespace

ImportTarget::ImportTarget(const World &world, ExchangeReport &report)
    : m_world(world)
    , m_report(report)
{}

Result<Done, StoreError> ImportTarget::open()
{
    const auto notebooks = m_world.store.notebooks();
    const auto tags = m_world.store.tags();
    const auto attachments = m_world.store.attachments();
    if (!notebooks.ok())
        return notebooks.error();
    if (!tags.ok())
        return tags.error();
    if (!attachments.ok())
        return attachments.error();
    for (const Notebook &notebook : notebooks.value())
        m_notebooks.insert({notebook.parent, notebook.title}, notebook.id);
    for (const Tag &tag : tags.value())
        m_tags.insert(tag.id, tag.name);
    for (const Attachment &attachment : attachments.value())
        m_attachments.insert(attachment.id);
    return Done{};
}

DocumentId ImportTarget::newId()
{
    return newDocumentId(m_world.random);
}

DocumentId
ImportTarget::notebook(const DocumentId &parent, const QString &title, std::int64_t created)
{
    const auto known = m_notebooks.constFind({parent, title});
    if (known != m_notebooks.constEnd())
        return *known;
    Notebook notebook;
    notebook.id = newId();
    notebook.title = title;
    notebook.parent = parent;
    notebook.created = created != 0 ? created : toMilliseconds(m_world.clock.now());
    m_notebooks.insert({parent, title}, notebook.id);
    m_newNotebooks.insert(notebook.id);
    enqueue(title, {notebook.toDocument()});
    m_report.created.append(notebook.id);
    ++m_report.notebooks;
    return notebook.id;
}

QList<DocumentId> ImportTarget::tags(const QStringList &names)
{
    QList<DocumentId> ids;
    for (const QString &name : names) {
        const DocumentId id = Tag::idForName(name);
        if (!m_tags.contains(id)) {
            m_tags.insert(id, name);
            Tag tag;
            tag.id = id;
            tag.name = name;
            enqueue(name, {tag.toDocument()});
            ++m_report.tags;
        }
        if (!ids.contains(id))
            ids.append(id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

Result<QList<DocumentId>, StoreError> ImportTarget::candidates(const DocumentHeader &header,
                                                               DocumentKind kind)
{
    if (m_newNotebooks.contains(header.notebook))
        return QList<DocumentId>();
    if (!m_present.contains(header.notebook)) {
        ListQuery query;
        query.place =
            header.notebook.isEmpty() ? ListQuery::Place::Unfiled : ListQuery::Place::Notebook;
        query.which = header.notebook;
        const auto summaries = m_world.store.summaries(query);
        if (!summaries.ok())
            return summaries.error();
        m_present.insert(header.notebook, summaries.value());
    }
    QList<DocumentId> ids;
    for (const DocumentSummary &summary : m_present.value(header.notebook)) {
        if (summary.kind == kind && summary.title == header.title)
            ids.append(summary.id);
    }
    return ids;
}

Result<ImportTarget::Presence, StoreError> ImportTarget::presence(const Note &note)
{
    const auto ids = candidates(note.header, DocumentKind::Note);
    if (!ids.ok())
        return ids.error();
    for (const DocumentId &id : ids.value()) {
        const auto document = m_world.store.load(id);
        if (!document.ok())
            return document.error();
        const auto stored = Note::fromDocument(document.value());
        if (stored && stored->text == note.text) {
            m_present[note.header.notebook].removeIf(
                [&id](const DocumentSummary &summary) { return summary.id == id; });
            return Presence::Equal;
        }
    }
    return ids.value().isEmpty() ? Presence::New : Presence::OtherContent;
}

Result<ImportTarget::Presence, StoreError>
ImportTarget::presence(const Drawing &drawing, const QList<QJsonObject> &elements)
{
    const auto ids = candidates(drawing.header, DocumentKind::Drawing);
    if (!ids.ok())
        return ids.error();
    for (const DocumentId &id : ids.value()) {
        const auto document = m_world.store.load(id);
        const auto rows = m_world.store.elements(id);
        if (!document.ok())
            return document.error();
        if (!rows.ok())
            return rows.error();
        QList<QJsonObject> stored;
        for (const Document &row : rows.value()) {
            if (const auto element = DrawingElement::fromDocument(row))
                stored.append(element->json);
        }
        const auto header = Drawing::fromDocument(document.value());
        if (header && header->appState == drawing.appState && byId(stored) == byId(elements)) {
            m_present[drawing.header.notebook].removeIf(
                [&id](const DocumentSummary &summary) { return summary.id == id; });
            return Presence::Equal;
        }
    }
    return ids.value().isEmpty() ? Presence::New : Presence::OtherContent;
}

void ImportTarget::enqueue(const QString &path, const QList<Document> &rows)
{
    m_waiting.append({path, rows});
    m_waitingRows += rows.size();
}

Result<Done, StoreError> ImportTarget::add(const QString &path, const QList<Document> &documents)
{
    enqueue(path, documents);
    return m_waitingRows >= kRowsPerTransaction ? flush() : Result<Done, StoreError>(Done{});
}

Result<Done, StoreError> ImportTarget::save(const QList<Document> &rows)
{
    const auto saved = m_world.store.save(rows, {HistoryReason::Imported, true});
    if (!saved.ok())
        return saved.error();
    return Done{};
}

/// What was counted as taken was not.
void ImportTarget::uncount(const Group &group)
{
    for (const Document &row : group.rows) {
        const DocumentKind kind = row.documentKind();
        m_report.notes -= kind == DocumentKind::Note ? 1 : 0;
        m_report.drawings -= kind == DocumentKind::Drawing ? 1 : 0;
        m_report.elements -= kind == DocumentKind::Element ? 1 : 0;
        m_report.notebooks -= kind == DocumentKind::Notebook ? 1 : 0;
        m_report.tags -= kind == DocumentKind::Tag ? 1 : 0;
        m_report.created.removeAll(row.id);
    }
}

Result<Done, StoreError> ImportTarget::saveOneByOne()
{
    while (!m_waiting.isEmpty()) {
        const auto saved = save(m_waiting.first().rows);
        if (!saved.ok() && saved.error().kind != StoreError::Kind::Invalid)
            return saved;
        const Group group = m_waiting.takeFirst();
        if (!saved.ok()) {
            uncount(group);
            m_report.add(ExchangeReport::Remark::Failed, group.path, saved.error().userMessage());
        }
    }
    return Done{};
}

Result<Done, StoreError> ImportTarget::flush()
{
    QList<Document> rows;
    for (const Group &group : m_waiting)
        rows += group.rows;
    if (rows.isEmpty())
        return Done{};
    auto saved = save(rows);
    if (!saved.ok() && saved.error().kind == StoreError::Kind::Invalid)
        saved = saveOneByOne();
    if (!saved.ok()) {
        for (const Group &group : m_waiting)
            uncount(group);
    }
    m_waiting.clear();
    m_waitingRows = 0;
    return saved;
}

Result<Attachment, StoreError>
ImportTarget::attach(const QString &path, const QString &mime, const QByteArray &bytes)
{
    auto added = m_world.store.addAttachment(path, mime, bytes);
    if (added.ok() && !m_attachments.contains(added.value().id))
        m_report.created.append(added.value().id);
    return added;
}

bool ImportTarget::wasThereBefore(const DocumentId &attachment) const
{
    return m_attachments.contains(attachment);
}
