#pragma once

#include "model/document/document.h"
#include "model/store/documentstore.h"

#include <QColor>
#include <QHash>
#include <QImage>
#include <QSize>
#include <QStringList>

#include <functional>

class QObject;

/// A drawing as the store has it.
struct DrawingContent
{
    Drawing drawing;
    QList<DrawingElement> elements;
    QHash<QString, QByteArray> pictures; ///< Bytes by file id, as far as they are here.
};

/// Where the bytes of a picture in a drawing are kept: an attachment of this path.
QString drawingPicturePath(const DocumentId &drawing, const QString &fileId);

/// Of the pictures `fileIds` of a drawing those that are here; the others are asked for.
Result<QHash<QString, QByteArray>, StoreError>
readPictures(DocumentStore &store, const DocumentId &drawing, const QStringList &fileIds);
/// The pictures that `elements` show.
QStringList pictureIds(const QList<DrawingElement> &elements);

/// NotFound unless `id` is a live drawing.
Result<DrawingContent, StoreError> loadDrawing(const DocumentStore &store, const DocumentId &id);

/// Paints `content` on another thread, at most `size` large, and calls `done` on the thread of
/// `context`, if that still is there. `outlined`: element ids that get a frame of this colour.
void renderInBackground(QObject *context,
                        DrawingContent content,
                        QSize size,
                        bool dark,
                        std::function<void(const QImage &)> done,
                        const QHash<QString, QColor> &outlined = {});
