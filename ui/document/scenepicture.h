#pragma once

#include "model/document/document.h"
#include "model/store/documentstore.h"

#include <QColor>
#include <QHash>
#include <QImage>
#include <QSize>

#include <functional>

class QObject;

/// A drawing as the store has it.
struct DrawingContent
{
    Drawing drawing;
    QList<DrawingElement> elements;
};

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
