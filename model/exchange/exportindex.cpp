#include "model/exchange/exportindex.h"

#include "model/exchange/boundedjson.h"
#include "model/exchange/exchangelimits.h"

#include <QJsonArray>

namespace {

const QString kFormat = QStringLiteral("sheaf-export");
const QString kTitle = QStringLiteral("title");
const QString kCreated = QStringLiteral("created");
const QString kUpdated = QStringLiteral("updated");
const QString kTags = QStringLiteral("tags");
const QString kPinned = QStringLiteral("pinned");
const QString kDocuments = QStringLiteral("documents");
const QString kNotebooks = QStringLiteral("notebooks");
const QString kAttachments = QStringLiteral("attachments");

std::int64_t time(const QJsonObject &entry, const QString &key)
{
    return entry.value(key).toInteger();
}

IndexedDocument documentOf(const QJsonObject &entry)
{
    IndexedDocument document;
    document.title = entry.value(kTitle).toString();
    document.pinned = entry.value(kPinned).toBool();
    document.created = time(entry, kCreated);
    document.updated = time(entry, kUpdated);
    const QJsonArray tags = entry.value(kTags).toArray();
    for (const QJsonValue &tag : tags) {
        const QString name = tag.toString();
        if (!name.isEmpty() && name.size() <= kMaxTagLength && document.tags.size() < kMaxTags)
            document.tags += name;
    }
    return document;
}

} // namespace

QString exportIndexName()
{
    return QStringLiteral("sheaf-export.json");
}

QByteArray ExportIndex::write() const
{
    QJsonObject documentsJson;
    for (auto it = documents.begin(); it != documents.end(); ++it) {
        QJsonObject entry{
            {kTitle, it->title}, {kCreated, qint64(it->created)}, {kUpdated, qint64(it->updated)}};
        if (!it->tags.isEmpty())
            entry.insert(kTags, QJsonArray::fromStringList(it->tags));
        if (it->pinned)
            entry.insert(kPinned, true);
        documentsJson.insert(it.key(), entry);
    }
    QJsonObject notebooksJson;
    for (auto it = notebooks.begin(); it != notebooks.end(); ++it)
        notebooksJson.insert(it.key(),
                             QJsonObject{{kTitle, it->title}, {kCreated, qint64(it->created)}});
    QJsonObject attachmentsJson;
    for (auto it = attachments.begin(); it != attachments.end(); ++it)
        attachmentsJson.insert(it.key(), *it);
    return writeJson({{QStringLiteral("format"), kFormat},
                      {QStringLiteral("version"), 1},
                      {kDocuments, documentsJson},
                      {kNotebooks, notebooksJson},
                      {kAttachments, attachmentsJson}},
                     {QStringLiteral("format"), QStringLiteral("version")});
}

std::optional<ExportIndex> ExportIndex::read(const QByteArray &bytes)
{
    const Result<QJsonObject, QString> parsed = parseBoundedJson(bytes);
    if (!parsed.ok() || parsed.value().value(QStringLiteral("format")) != kFormat)
        return std::nullopt;
    const QJsonObject file = parsed.value();
    ExportIndex index;
    const QJsonObject documents = file.value(kDocuments).toObject();
    for (auto it = documents.begin(); it != documents.end(); ++it)
        index.documents.insert(it.key(), documentOf(it.value().toObject()));
    const QJsonObject notebooks = file.value(kNotebooks).toObject();
    for (auto it = notebooks.begin(); it != notebooks.end(); ++it) {
        const QJsonObject entry = it.value().toObject();
        index.notebooks.insert(it.key(), {entry.value(kTitle).toString(), time(entry, kCreated)});
    }
    const QJsonObject attachments = file.value(kAttachments).toObject();
    for (auto it = attachments.begin(); it != attachments.end(); ++it)
        index.attachments.insert(it.key(), it.value().toString());
    return index;
}
