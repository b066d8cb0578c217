#include "app/cli/json.h"

#include <QDateTime>
#include <QJsonArray>

QString timeJson(std::int64_t milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

static QJsonArray idsJson(const QList<DocumentId> &ids)
{
    QJsonArray array;
    for (const DocumentId &id : ids)
        array += id.text();
    return array;
}

QJsonObject summaryJson(const DocumentSummary &summary, const QString &notebookPath)
{
    return {
        {QStringLiteral("id"), summary.id.text()},
        {QStringLiteral("kind"), kindName(summary.kind)},
        {QStringLiteral("title"), summary.title},
        {QStringLiteral("snippet"), summary.snippet},
        {QStringLiteral("notebook"), notebookPath},
        {QStringLiteral("tags"), idsJson(summary.tags)},
        {QStringLiteral("pinned"), summary.pinned},
        {QStringLiteral("created"), timeJson(summary.created)},
        {QStringLiteral("updated"), timeJson(summary.updated)},
        {QStringLiteral("trashed"), summary.trashed.has_value()},
        {QStringLiteral("pending"), summary.pending},
        {QStringLiteral("conflicted"), summary.conflicted},
        {QStringLiteral("refused"), summary.refused},
    };
}

QJsonObject noteJson(const Note &note)
{
    return {
        {QStringLiteral("id"), note.header.id.text()},
        {QStringLiteral("title"), note.header.title},
        {QStringLiteral("text"), note.text},
        {QStringLiteral("notebook"), note.header.notebook.text()},
        {QStringLiteral("tags"), idsJson(note.header.tags)},
        {QStringLiteral("pinned"), note.header.pinned},
        {QStringLiteral("created"), timeJson(note.header.created)},
        {QStringLiteral("updated"), timeJson(note.header.updated)},
        {QStringLiteral("trashed"), note.header.trashed.has_value()},
    };
}
