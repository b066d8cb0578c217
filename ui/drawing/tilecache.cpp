#include "ui/drawing/tilecache.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

constexpr int kSide = 256; // repainting one costs about a millisecond
constexpr int kMostTiles = 320; // 80 MB; two screens full of them at 2560×1440

int squareOf(int coordinate)
{
    return coordinate >= 0 ? coordinate / kSide : -((kSide - 1 - coordinate) / kSide);
}

QRect rectOf(const QPoint &square)
{
    return {square.x() * kSide, square.y() * kSide, kSide, kSide};
}

template <typename Visit>
void forEachSquare(const QRect &area, Visit visit)
{
    for (int y = squareOf(area.top()); y <= squareOf(area.bottom()); ++y) {
        for (int x = squareOf(area.left()); x <= squareOf(area.right()); ++x)
            visit(QPoint(x, y));
    }
}

} // namespace

void TileCache::setScale(double scale)
{
    if (scale == m_scale)
        return;
    // While zooming on and on, the last complete picture is the better one to scale.
    const bool complete = std::none_of(
        m_tiles.begin(), m_tiles.end(), [](const Tile &tile) { return !tile.dirty.isNull(); });
    if ((complete && !m_tiles.isEmpty()) || m_oldTiles.isEmpty()) {
        m_oldTiles = std::exchange(m_tiles, {});
        m_oldScale = m_scale;
    } else {
        m_tiles.clear();
    }
    m_scale = scale;
}

void TileCache::clear()
{
    m_tiles.clear();
    m_oldTiles.clear();
}

void TileCache::invalidate(const QRectF &sceneArea)
{
    const QRectF scaled(sceneArea.topLeft() * m_scale, sceneArea.size() * m_scale);
    for (auto it = m_tiles.begin(); it != m_tiles.end(); ++it) {
        const QRect square = rectOf(it.key());
        if (!scaled.intersects(square))
            continue;
        const QRect part =
            scaled.intersected(QRectF(square).adjusted(-2, -2, 2, 2)).toAlignedRect();
        it->dirty |= part.adjusted(-1, -1, 1, 1) & square;
    }
    m_oldTiles.clear();
}

bool TileCache::update(const QRect &area, int budgetMs, const PaintTile &paint)
{
    QElapsedTimer timer;
    timer.start();
    bool complete = true;
    ++m_useCount;
    forEachSquare(area, [&](const QPoint &square) {
        Tile &tile = m_tiles[square];
        tile.lastUse = m_useCount;
        const QRect rect = rectOf(square);
        if (tile.image.isNull())
            tile.dirty = rect;
        if (tile.dirty.isNull())
            return;
        if (timer.elapsed() > budgetMs) {
            complete = false;
            return;
        }
        if (tile.image.isNull())
            tile.image = QImage(kSide, kSide, QImage::Format_RGB32);
        QPainter painter(&tile.image);
        painter.translate(-rect.topLeft());
        painter.setClipRect(tile.dirty);
        paint(painter, tile.dirty);
        tile.dirty = {};
    });
    dropUnused();
    return complete;
}

void TileCache::draw(QPainter &painter, const QRect &area, const QColor &empty) const
{
    forEachSquare(area, [&](const QPoint &square) {
        const auto found = m_tiles.constFind(square);
        const QRect rect = rectOf(square);
        if (found != m_tiles.constEnd() && !found->image.isNull()) {
            const QRect part = rect & area;
            painter.drawImage(part.topLeft(), found->image, part.translated(-rect.topLeft()));
            return;
        }
        painter.fillRect(rect & area, empty);
        drawOld(painter, rect & area);
    });
}

void TileCache::drawOld(QPainter &painter, const QRect &square) const
{
    const double ratio = m_scale / m_oldScale;
    const QRect source =
        QRectF(QPointF(square.topLeft()) / ratio, QSizeF(square.size()) / ratio).toAlignedRect();
    if (m_oldTiles.isEmpty() || source.width() > 8 * kSide * 8)
        return;
    painter.save();
    painter.setClipRect(square, Qt::IntersectClip);
    painter.scale(ratio, ratio);
    forEachSquare(source, [&](const QPoint &old) {
        const auto found = m_oldTiles.constFind(old);
        if (found != m_oldTiles.constEnd() && !found->image.isNull())
            painter.drawImage(rectOf(old).topLeft(), found->image);
    });
    painter.restore();
}

void TileCache::dropUnused()
{
    if (m_tiles.size() <= kMostTiles)
        return;
    m_oldTiles.clear();
    for (auto it = m_tiles.begin(); it != m_tiles.end();) {
        if (it->lastUse + 2 < m_useCount)
            it = m_tiles.erase(it);
        else
            ++it;
    }
}
