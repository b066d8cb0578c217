#pragma once

#include <QHash>
#include <QImage>
#include <QPoint>
#include <QRect>
#include <QRectF>

#include <functional>

class QPainter;

/// The settled picture of the canvas in squares, painted again only where something changed.
///
/// Squares belong to one zoom; those of the zoom before are shown, scaled, until the new ones are
/// ready. All rectangles are device pixels of the zoomed canvas unless said otherwise.
class TileCache
{
public:
    /// Paints one rectangle of the zoomed canvas; the painter's origin is the canvas's.
    using PaintTile = std::function<void(QPainter &painter, const QRect &area)>;

    /// `scale`: device pixels for each scene pixel.
    void setScale(double scale);
    void clear();
    void invalidate(const QRectF &sceneArea);

    /// Brings the squares under `area` up to date, for at most `budgetMs` (at least one square).
    /// Returns whether all are.
    bool update(const QRect &area, int budgetMs, const PaintTile &paint);

    /// Draws what there is of `area`; `painter` maps the zoomed canvas to its device.
    void draw(QPainter &painter, const QRect &area, const QColor &empty) const;

private:
    struct Tile
    {
        QImage image;
        QRect dirty; ///< Of the zoomed canvas; null when up to date.
        quint64 lastUse = 0;
    };
    using Tiles = QHash<QPoint, Tile>;

    void drawOld(QPainter &painter, const QRect &square) const;
    void dropUnused();

    double m_scale = 1;
    Tiles m_tiles;
    double m_oldScale = 1;
    Tiles m_oldTiles;
    quint64 m_useCount = 0;
};
