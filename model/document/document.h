#pragma once

#include "model/base/cbor.h"
#include "model/base/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

/// What a row is. Written to the wire as the lower-case name; a name that this version does not
/// know stays as it is and is never dropped.
enum class DocumentKind {
    Note,
    Drawing, ///< Header of a drawing: title, place, canvas settings.
    Element, ///< One element of a drawing.
    Notebook,
    Tag,
    Attachment, ///< A picture or file: name, type, size, hash, and where its bytes are.
    Piece, ///< Up to 512 KiB of an attachment's bytes, as versions before chunks stored them.
    Unknown,
};

QString kindName(DocumentKind kind);
DocumentKind kindFromName(const QString &name);

/// One row in its full generality, the unit of saving and of sync: what `DocumentStore` keeps and
/// what travels. The typed structs below are views that keep fields they do not know.
struct Document
{
    DocumentId id;
    QString kind; ///< A `kindName`, or something newer.
    bool deleted = false; ///< A tombstone: `fields` is empty then.
    std::uint16_t schema = 1;
    cbor::Map fields;
    /// The encoded body when this version cannot read it (then `fields` is empty): kept as it is.
    QByteArray opaqueBody;
    /// SHA-256 of the chunks that hold what is too large for the body, in order; 32 bytes each.
    std::vector<QByteArray> blobs = {};

    DocumentKind documentKind() const { return kindFromName(kind); }
    friend bool operator==(const Document &, const Document &) = default;
};

/// What notes and drawings share. A field that is there with another type than this version knows
/// makes `fromDocument` answer nullopt: the row is kept and shown as "needs a newer version". Times
/// are milliseconds since 1970 by the writer's clock; they are shown and sorted by, never used to
/// decide between devices.
struct DocumentHeader
{
    DocumentId id;
    QString title; ///< May be empty: lists show the first line then.
    DocumentId notebook; ///< Empty: not in a notebook.
    QList<DocumentId> tags; ///< A set, sorted, without repeats.
    bool pinned = false;
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::optional<std::int64_t> trashed; ///< When it was moved to the trash.
    cbor::Map other; ///< Fields that this version does not know.

    friend bool operator==(const DocumentHeader &, const DocumentHeader &) = default;
};

struct Note
{
    DocumentHeader header;
    QString text; ///< Markdown exactly as typed: line ends, byte order mark and all.

    Document toDocument() const;
    /// nullopt unless `document` is a live note.
    static std::optional<Note> fromDocument(const Document &document);
    friend bool operator==(const Note &, const Note &) = default;
};

struct Drawing
{
    DocumentHeader header;
    QJsonObject appState; ///< The exported part of Excalidraw's appState.
    QJsonObject fileExtras; ///< Top-level keys of an imported file that have no place of their own.

    Document toDocument() const;
    static std::optional<Drawing> fromDocument(const Document &document);
    friend bool operator==(const Drawing &, const Drawing &) = default;
};

/// One element's row. Its id is `<drawing id>/<element id>`, so that two copies of one file differ.
struct DrawingElement
{
    DocumentId drawing;
    QJsonObject json; ///< The element as Excalidraw writes it, unknown fields included.
    cbor::Map other =
        {}; ///< Fields of the row, outside the element, that this version does not know.

    /// An element id that cannot be part of a row's id (too long, control characters) is replaced
    /// by
    /// `~` and the hex SHA-256 of it.
    DocumentId rowId() const;
    Document toDocument() const; ///< A tombstone if `json` says isDeleted.
    static std::optional<DrawingElement> fromDocument(const Document &document);
    friend bool operator==(const DrawingElement &, const DrawingElement &) = default;
};

struct Notebook
{
    DocumentId id;
    QString title;
    DocumentId parent; ///< Empty: top level.
    std::int64_t created = 0;
    cbor::Map other;

    Document toDocument() const;
    static std::optional<Notebook> fromDocument(const Document &document);
};

/// The id follows from the name (case-folded), so that two devices that make the same tag agree.
struct Tag
{
    DocumentId id;
    QString name; ///< Without '#'; nested ones contain '/'.
    cbor::Map other;

    static DocumentId idForName(const QString &name);
    Document toDocument() const;
    static std::optional<Tag> fromDocument(const Document &document);
};

struct Attachment
{
    DocumentId id;
    QString name; ///< File name as links write it.
    QString path; ///< Folder-relative path it came from, with '/', or just the name.
    QString mime;
    std::int64_t size = 0;
    QByteArray sha256; ///< 32 bytes.
    std::vector<QByteArray> chunks; ///< SHA-256 of its chunks, in order.
    /// Instead of chunks, by versions before them: `piece-<hex sha256 of its bytes>`, in order.
    QList<DocumentId> pieces;
    std::int64_t created = 0;
    cbor::Map other;

    Document toDocument() const;
    static std::optional<Attachment> fromDocument(const Document &document);
};

/// JSON and CBOR hold the same values; integers stay integers, 1.0 equals 1.
cbor::Value cborFromJson(const QJsonValue &value);
QJsonValue jsonFromCbor(const cbor::Value &value);

/// UTF-8 both ways without losing a leading byte order mark; nullopt if `bytes` are not UTF-8.
/// Half of a surrogate pair has no UTF-8: each becomes U+FFFD, so that saving cannot fail.
std::optional<QString> textFromUtf8(const QByteArray &bytes);
QByteArray textToUtf8(const QString &text);
