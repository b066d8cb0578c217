#include "model/document/document.h"

#include "model/document/documentfields.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <utility>

namespace {

struct KindName
{
    DocumentKind kind;
    QLatin1String name;
};

constexpr std::array<KindName, 7> kKinds{{
    {DocumentKind::Note, QLatin1String("note")},
    {DocumentKind::Drawing, QLatin1String("drawing")},
    {DocumentKind::Element, QLatin1String("element")},
    {DocumentKind::Notebook, QLatin1String("notebook")},
    {DocumentKind::Tag, QLatin1String("tag")},
    {DocumentKind::Attachment, QLatin1String("attachment")},
    {DocumentKind::Piece, QLatin1String("piece")},
}};

constexpr qsizetype kLongestRowId = 256; // bytes

QByteArray sha256Hex(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

Document rowOf(const DocumentId &id, DocumentKind kind, cbor::Map fields)
{
    Document document;
    document.id = id;
    document.kind = kindName(kind);
    document.fields = std::move(fields);
    return document;
}

bool isLive(const Document &document, DocumentKind kind)
{
    return document.documentKind() == kind && !document.deleted && document.opaqueBody.isEmpty();
}

QList<DocumentId> asSet(QList<DocumentId> ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

void writeHeader(FieldWriter &writer, const DocumentHeader &header)
{
    writer.text("title", header.title);
    writer.textUnlessEmpty("notebook", header.notebook.text());
    writer.idsUnlessEmpty("tags", asSet(header.tags));
    writer.flagIfSet("pinned", header.pinned);
    writer.integer("created", header.created);
    writer.integer("updated", header.updated);
    if (header.trashed)
        writer.integer("trashed", *header.trashed);
}

DocumentHeader readHeader(FieldReader &reader, const DocumentId &id)
{
    DocumentHeader header;
    header.id = id;
    header.title = reader.text("title");
    header.notebook = DocumentId(reader.text("notebook"));
    header.tags = asSet(reader.ids("tags"));
    header.pinned = reader.flag("pinned");
    header.created = reader.integer("created");
    header.updated = reader.integer("updated");
    header.trashed = reader.optionalInteger("trashed");
    return header;
}

} // namespace

QString kindName(DocumentKind kind)
{
    for (const KindName &entry : kKinds) {
        if (entry.kind == kind)
            return entry.name;
    }
    return {};
}

DocumentKind kindFromName(const QString &name)
{
    for (const KindName &entry : kKinds) {
        if (entry.name == name)
            return entry.kind;
    }
    return DocumentKind::Unknown;
}

Document Note::toDocument() const
{
    FieldWriter writer(header.other);
    writeHeader(writer, header);
    writer.text("text", text);
    return rowOf(header.id, DocumentKind::Note, std::move(writer).take());
}

std::optional<Note> Note::fromDocument(const Document &document)
{
    if (!isLive(document, DocumentKind::Note))
        return std::nullopt;
    FieldReader reader(document.fields);
    Note note;
    note.header = readHeader(reader, document.id);
    note.text = reader.text("text");
    if (!reader.ok())
        return std::nullopt;
    note.header.other = std::move(reader).rest();
    return note;
}

Document Drawing::toDocument() const
{
    FieldWriter writer(header.other);
    writeHeader(writer, header);
    writer.objectUnlessEmpty("appState", appState);
    writer.objectUnlessEmpty("extras", fileExtras);
    return rowOf(header.id, DocumentKind::Drawing, std::move(writer).take());
}

std::optional<Drawing> Drawing::fromDocument(const Document &document)
{
    if (!isLive(document, DocumentKind::Drawing))
        return std::nullopt;
    FieldReader reader(document.fields);
    Drawing drawing;
    drawing.header = readHeader(reader, document.id);
    drawing.appState = reader.object("appState");
    drawing.fileExtras = reader.object("extras");
    if (!reader.ok())
        return std::nullopt;
    drawing.header.other = std::move(reader).rest();
    return drawing;
}

DocumentId DrawingElement::rowId() const
{
    const QString element = json.value(QLatin1String("id")).toString();
    const DocumentId plain(drawing.text() + QLatin1Char('/') + element);
    const bool fits = plain.isValid() && textToUtf8(plain.text()).size() <= kLongestRowId;
    if (fits)
        return plain;
    return DocumentId(drawing.text() + QStringLiteral("/~")
                      + QString::fromLatin1(sha256Hex(textToUtf8(element))));
}

Document DrawingElement::toDocument() const
{
    if (json.value(QLatin1String("isDeleted")).toBool()) {
        Document tombstone = rowOf(rowId(), DocumentKind::Element, {});
        tombstone.deleted = true;
        return tombstone;
    }
    FieldWriter writer(other);
    writer.text("drawing", drawing.text());
    writer.object("element", json);
    return rowOf(rowId(), DocumentKind::Element, std::move(writer).take());
}

std::optional<DrawingElement> DrawingElement::fromDocument(const Document &document)
{
    if (!isLive(document, DocumentKind::Element))
        return std::nullopt;
    FieldReader reader(document.fields);
    DrawingElement element;
    element.drawing = DocumentId(reader.text("drawing"));
    element.json = reader.object("element");
    if (!reader.ok())
        return std::nullopt;
    element.other = std::move(reader).rest();
    return element;
}

Document Notebook::toDocument() const
{
    FieldWriter writer(other);
    writer.text("title", title);
    writer.textUnlessEmpty("parent", parent.text());
    writer.integer("created", created);
    return rowOf(id, DocumentKind::Notebook, std::move(writer).take());
}

std::optional<Notebook> Notebook::fromDocument(const Document &document)
{
    if (!isLive(document, DocumentKind::Notebook))
        return std::nullopt;
    FieldReader reader(document.fields);
    Notebook notebook;
    notebook.id = document.id;
    notebook.title = reader.text("title");
    notebook.parent = DocumentId(reader.text("parent"));
    notebook.created = reader.integer("created");
    if (!reader.ok())
        return std::nullopt;
    notebook.other = std::move(reader).rest();
    return notebook;
}

DocumentId Tag::idForName(const QString &name)
{
    const QString folded = name.toCaseFolded().normalized(QString::NormalizationForm_C);
    return DocumentId(QStringLiteral("tag-")
                      + QString::fromLatin1(sha256Hex(textToUtf8(folded)).left(32)));
}

Document Tag::toDocument() const
{
    FieldWriter writer(other);
    writer.text("name", name);
    return rowOf(id, DocumentKind::Tag, std::move(writer).take());
}

std::optional<Tag> Tag::fromDocument(const Document &document)
{
    if (!isLive(document, DocumentKind::Tag))
        return std::nullopt;
    FieldReader reader(document.fields);
    Tag tag;
    tag.id = document.id;
    tag.name = reader.text("name");
    if (!reader.ok())
        return std::nullopt;
    tag.other = std::move(reader).rest();
    return tag;
}

Document Attachment::toDocument() const
{
    FieldWriter writer(other);
    writer.text("name", name);
    writer.text("path", path);
    writer.text("mime", mime);
    writer.integer("size", size);
    writer.bytes("sha256", sha256);
    writer.idsUnlessEmpty("pieces", pieces);
    writer.integer("created", created);
    Document document = rowOf(id, DocumentKind::Attachment, std::move(writer).take());
    document.blobs = chunks;
    return document;
}

std::optional<Attachment> Attachment::fromDocument(const Document &document)
{
    if (!isLive(document, DocumentKind::Attachment))
        return std::nullopt;
    FieldReader reader(document.fields);
    Attachment attachment;
    attachment.id = document.id;
    attachment.name = reader.text("name");
    attachment.path = reader.text("path");
    attachment.mime = reader.text("mime");
    attachment.size = reader.integer("size");
    attachment.sha256 = reader.bytes("sha256");
    attachment.pieces = reader.ids("pieces");
    attachment.created = reader.integer("created");
    attachment.chunks = document.blobs;
    if (!reader.ok())
        return std::nullopt;
    attachment.other = std::move(reader).rest();
    return attachment;
}
