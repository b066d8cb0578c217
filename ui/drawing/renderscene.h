#pragma once

#include "model/drawing/element.h"
#include "ui/drawing/drawingcolour.h"
#include "ui/drawing/scenepainter.h"

#include <QHash>
#include <QImage>
#include <QSize>

struct RenderOptions
{
    double scale = 1; ///< Device pixels for each scene pixel, before `maxSize`.
    CanvasTheme theme = CanvasTheme::Light;
    double padding = 10; ///< Scene pixels around the content.
    QString background = QStringLiteral("#ffffff"); ///< "transparent" for none.
    QSize maxSize; ///< The picture is made smaller to fit; invalid: 8192 pixels each way.
    QHash<QString, QColor> highlight; ///< Elements that get a frame in this colour.
    ImageProvider images;
};

/// A picture of a drawing, as large as its content. A null image if nothing of it is visible.
/// May be called on any thread.
QImage renderScene(const QList<Element> &elements, const RenderOptions &options);
