#pragma once

#include "model/base/result.h"
#include "model/document/document.h"
#include "model/store/storeerror.h"

#include <QJsonObject>
#include <QList>

#include <optional>

class DocumentStore;

/// Pictures inside a drawing. Their bytes are attachments named by the file id, so that
/// `DocumentStore::findAttachment(drawingFilePath(drawing, id))`, or of the bare id, finds them;
/// the rest of each entry of `files` stays in `Drawing::fileExtras` under "files".
QString drawingFilePath(const DocumentId &drawing, const QString &fileId);

/// Whether `path` names a picture inside a drawing, which has no file of its own in an export.
bool isDrawingFilePath(const QString &path);

/// A row for one element of an imported scene; `order` is its entry in
/// `ExcalidrawScene::givenOrder`, or empty.
DrawingElement
importedElement(const DocumentId &drawing, const QJsonObject &element, const QJsonObject &order);

/// The element for a file: with the order key that it came with, unless it was moved since.
QJsonObject exportedElement(const DrawingElement &row);

/// The bytes in a data URL, if writing them again gives the same URL.
struct DataUrl
{
    QString mime;
    QByteArray bytes;
};
std::optional<DataUrl> readDataUrl(const QString &url);
QString writeDataUrl(const DataUrl &data);

/// Stores the bytes and returns the entries without them. Entries that do not fit (no base64, an id
/// that cannot be a file name) stay whole.
struct StoredFiles
{
    QJsonObject entries;
    QList<DocumentId> attachments;
};
Result<StoredFiles, StoreError>
storeDrawingFiles(DocumentStore &store, const DocumentId &drawing, const QJsonObject &files);

/// `files` as it was: the entries kept in the drawing and those that its elements use. Pictures
/// whose bytes have not arrived yet are named in `missing`.
struct LoadedFiles
{
    QJsonObject files;
    QStringList missing;
};
Result<LoadedFiles, StoreError> loadDrawingFiles(const DocumentStore &store,
                                                 const Drawing &drawing,
                                                 const QList<QJsonObject> &elements);
