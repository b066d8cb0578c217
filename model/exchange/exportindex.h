#pragma once

#include "model/document/document.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

/// Name of the file that an export adds: what files and their names cannot say (titles that are no
/// file names, tags, pins, exact times). An import that finds it restores that; other programs need
/// not care.
QString exportIndexName();

struct IndexedDocument
{
    QString title;
    QStringList tags;
    bool pinned = false;
    std::int64_t created = 0;
    std::int64_t updated = 0;
};

struct IndexedNotebook
{
    QString title;
    std::int64_t created = 0;
};

/// Everything by path relative to the export's folder.
struct ExportIndex
{
    QHash<QString, IndexedDocument> documents;
    QHash<QString, IndexedNotebook> notebooks;
    QHash<QString, QString> attachments; ///< File -> the attachment's own path, where they differ.

    QByteArray write() const;
    /// Nothing if it is none; what is odd in it is ignored.
    static std::optional<ExportIndex> read(const QByteArray &bytes);
};
