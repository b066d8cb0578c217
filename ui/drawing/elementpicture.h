#pragma once

#include "model/drawing/element.h"

#include <QPainterPath>
#include <QPolygonF>

/// The painter's form of one element, in its local coordinates; made once and kept while its shape
/// stays.
struct ElementPicture
{
    struct Head
    {
        QPainterPath outline;
        QPainterPath fill;
        bool strokeFilled = false; ///< Else with the canvas colour.
    };

    Element element; ///< What it was made from.
    QPainterPath outline;
    QPainterPath fill;
    bool hatched = false; ///< `fill` is strokes of a pattern, not an area.
    double hachureGap = 8;
    QList<Head> heads;
    QPolygonF ink; ///< Fill by the winding rule.
    int inkSteps = 0; ///< Fineness of `ink`.
};

/// Points for each corner of an ink outline, so that it looks round at `scale` device pixels for
/// each scene pixel.
int inkStepsFor(const Element &element, double scale);

ElementPicture pictureOf(const Element &element, int inkSteps);
