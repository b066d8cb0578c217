#include "model/exchange/drawingfiles.h"

#include "model/store/documentstore.h"

#include <QRegularExpression>

namespace {

const QString kPrefix = QStringLiteral("excalidraw/");
const QString kFiles = QStringLiteral("files");
constexpr const char *kGivenOrder = "givenOrder";
const QString kDataUrl = QStringLiteral("dataURL");

bool isPlainFileId(const QString &id)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_-]{8,128}$"));
    return plain.match(id).hasMatch();
}

} // namespace

QString drawingFilePath(const DocumentId &drawing, const QString &fileId)
{
    return kPrefix + drawing.text() + QLatin1Char('/') + fileId;
}

bool isDrawingFilePath(const QString &path)
{
    static const QRegularExpression form(
        QStringLiteral("^excalidraw/[A-Za-z0-9_-]{21}/[A-Za-z0-9_-]{8,128}$"));
    return form.match(path).hasMatch();
}

DrawingElement
importedElement(const DocumentId &drawing, const QJsonObject &element, const QJsonObject &order)
{
    DrawingElement row{drawing, element, {}};
    if (!order.isEmpty())
        row.other.set(kGivenOrder, cborFromJson(order));
    return row;
}

QJsonObject exportedElement(const DrawingElement &row)
{
    const QString index = QStringLiteral("index");
    const cbor::Value *kept = row.other.find(kGivenOrder);
    const QJsonObject order = kept ? jsonFromCbor(*kept).toObject() : QJsonObject();
    QJsonObject element = row.json;
    if (order.isEmpty() || element.value(index) != order.value(QStringLiteral("given")))
        return element;
    const QJsonValue before = order.value(QStringLiteral("was"));
    if (before.isUndefined())
        element.remove(index);
    else
        element.insert(index, before);
    return element;
}

std::optional<DataUrl> readDataUrl(const QString &url)
{
    const QString scheme = QStringLiteral("data:");
    const QString coding = QStringLiteral(";base64,");
    const qsizetype comma = url.indexOf(coding);
    if (!url.startsWith(scheme) || comma < 0)
        return std::nullopt;
    DataUrl data;
    data.mime = url.mid(scheme.size(), comma - scheme.size());
    const auto decoded = QByteArray::fromBase64Encoding(url.mid(comma + coding.size()).toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    data.bytes = *decoded;
    return writeDataUrl(data) == url ? std::optional(data) : std::nullopt;
}

QString writeDataUrl(const DataUrl &data)
{
    return QStringLiteral("data:") + data.mime + QStringLiteral(";base64,")
           + QString::fromLatin1(data.bytes.toBase64());
}

Result<StoredFiles, StoreError>
storeDrawingFiles(DocumentStore &store, const DocumentId &drawing, const QJsonObject &files)
{
    StoredFiles stored;
    stored.entries = files;
    for (auto it = files.begin(); it != files.end(); ++it) {
        QJsonObject entry = it.value().toObject();
        const auto data = readDataUrl(entry.value(kDataUrl).toString());
        if (!data || !isPlainFileId(it.key()))
            continue;
        const auto added =
            store.addAttachment(drawingFilePath(drawing, it.key()), data->mime, data->bytes);
        if (!added.ok())
            return added.error();
        stored.attachments.append(added.value().id);
        entry.remove(kDataUrl);
        stored.entries.insert(it.key(), entry);
    }
    return stored;
}

namespace {

class FileLoader
{
public:
    FileLoader(const DocumentStore &store, const Drawing &drawing)
        : m_store(store)
        , m_drawing(drawing)
        , m_kept(drawing.fileExtras.value(kFiles).toObject())
    {}

    Result<LoadedFiles, StoreError> run(const QList<QJsonObject> &elements);

private:
    std::optional<StoreError> load(const QString &id);

    const DocumentStore &m_store;
    const Drawing &m_drawing;
    QJsonObject m_kept;
    LoadedFiles m_result;
};

std::optional<StoreError> FileLoader::load(const QString &id)
{
    QJsonObject entry = m_kept.value(id).toObject();
    if (entry.contains(kDataUrl)) {
        m_result.files.insert(id, entry);
        return std::nullopt;
    }
    const auto attachment = m_store.findAttachment(drawingFilePath(m_drawing.header.id, id));
    const auto bytes = attachment.ok() ? m_store.attachmentBytes(attachment.value().id)
                                       : Result<QByteArray, StoreError>(attachment.error());
    if (!bytes.ok()) {
        if (bytes.error().kind != StoreError::Kind::NotFound)
            return bytes.error();
        m_result.missing += id;
        if (!entry.isEmpty())
            m_result.files.insert(id, entry);
        return std::nullopt;
    }
    entry.insert(kDataUrl, writeDataUrl({attachment.value().mime, bytes.value()}));
    if (!m_kept.contains(id)) {
        entry.insert(QStringLiteral("id"), id);
        entry.insert(QStringLiteral("mimeType"), attachment.value().mime);
        entry.insert(QStringLiteral("created"), qint64(attachment.value().created));
    }
    m_result.files.insert(id, entry);
    return std::nullopt;
}

Result<LoadedFiles, StoreError> FileLoader::run(const QList<QJsonObject> &elements)
{
    QStringList ids = m_kept.keys();
    for (const QJsonObject &element : elements) {
        const QString id = element.value(QStringLiteral("fileId")).toString();
        if (!id.isEmpty() && !ids.contains(id))
            ids += id;
    }
    for (const QString &id : ids) {
        if (const auto error = load(id))
            return *error;
    }
    return m_result;
}

} // namespace

Result<LoadedFiles, StoreError> loadDrawingFiles(const DocumentStore &store,
                                                 const Drawing &drawing,
                                                 const QList<QJsonObject> &elements)
{
    return FileLoader(store, drawing).run(elements);
}
