#include "model/drawing/geometry.h"
#include "model/drawing/roughsource.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

constexpr double kHachureAngle = -41; // degrees
constexpr double kSmallestGap = 0.1;
constexpr int kMostRows = 100'000; // beyond that a pattern is noise, and a hostile size a hang
constexpr int kMostLines = 50'000;

using Polygon = QList<QPointF>;
using Segment = std::pair<QPointF, QPointF>;

struct Edge
{
    double top;
    double bottom;
    double x; ///< At `top`, later at the current row.
    double slope; ///< Change of x for each step down.
};

QPointF turned(const QPointF &p, double degrees)
{
    const double angle = std::numbers::pi / 180 * degrees;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    return {p.x() * c - p.y() * s, p.x() * s + p.y() * c};
}

std::vector<Edge> edgesOf(const QList<Polygon> &polygons)
{
    std::vector<Edge> edges;
    for (Polygon polygon : polygons) {
        if (polygon.isEmpty())
            continue;
        if (polygon.first().x() != polygon.last().x() || polygon.first().y() != polygon.last().y())
            polygon.append(polygon.first());
        if (polygon.size() < 3)
            continue;
        for (qsizetype i = 0; i + 1 < polygon.size(); ++i) {
            const QPointF &a = polygon[i];
            const QPointF &b = polygon[i + 1];
            if (a.y() == b.y())
                continue;
            edges.push_back({std::min(a.y(), b.y()),
                             std::max(a.y(), b.y()),
                             a.y() < b.y() ? a.x() : b.x(),
                             (b.x() - a.x()) / (b.y() - a.y())});
        }
    }
    std::stable_sort(edges.begin(), edges.end(), [](const Edge &a, const Edge &b) {
        return std::tie(a.top, a.x, a.bottom) < std::tie(b.top, b.x, b.bottom);
    });
    return edges;
}

void addRow(const std::vector<Edge> &active, double y, QList<Segment> &lines)
{
    for (size_t i = 0; i + 1 < active.size(); i += 2) {
        const QPointF from(std::floor(active[i].x + 0.5), y);
        lines.append({from, {std::floor(active[i + 1].x + 0.5), y}});
    }
}

QList<Segment> levelLines(const QList<Polygon> &polygons, double gap, double step)
{
    QList<Segment> lines;
    const std::vector<Edge> edges = edgesOf(polygons);
    if (edges.empty())
        return lines;
    std::vector<Edge> active;
    size_t next = 0;
    double y = edges.front().top;
    for (int row = 0; row < kMostRows && lines.size() < kMostLines; ++row) {
        while (next < edges.size() && edges[next].top <= y)
            active.push_back(edges[next++]);
        std::erase_if(active, [y](const Edge &edge) { return edge.bottom <= y; });
        if (active.empty() && next == edges.size())
            break;
        std::stable_sort(
            active.begin(), active.end(), [](const Edge &a, const Edge &b) { return a.x < b.x; });
        if (step != 1 || std::fmod(row, gap) == 0)
            addRow(active, y, lines);
        y += step;
        for (Edge &edge : active)
            edge.x += step * edge.slope;
    }
    return lines;
}

QList<Segment>
hachureLines(const QList<Polygon> &polygons, double patternAngle, RoughSource &source)
{
    const double gap = std::max(source.options().hachureGap, kSmallestGap);
    double step = 1;
    if (source.options().roughness >= 1 && source.next() > 0.7)
        step = gap;
    const double angle = patternAngle + 90;
    QList<Polygon> level = polygons;
    for (Polygon &polygon : level) {
        for (QPointF &p : polygon)
            p = turned(p, angle);
    }
    QList<Segment> lines = levelLines(level, gap, step);
    for (Segment &line : lines)
        line = {turned(line.first, -angle), turned(line.second, -angle)};
    return lines;
}

QList<Segment> zigzagLines(const QList<Segment> &lines, double gap)
{
    const double angle = std::numbers::pi / 180 * kHachureAngle;
    const QPointF shift(gap / 2 * std::cos(angle), -gap / 2 * std::sin(angle));
    QList<Segment> out;
    for (const Segment &line : lines) {
        if (line.first == line.second)
            continue;
        out.append({line.first - shift, line.second});
        out.append({line.first + shift, line.second});
    }
    return out;
}

void appendLines(PathOps &out, const QList<Segment> &lines, RoughSource &source)
{
    for (const Segment &line : lines)
        appendDoubleLine(out, line.first, line.second, source, true);
}

} // namespace

PathOps hatch(const QList<QList<QPointF>> &polygons, RoughSource &source)
{
    PathOps out;
    const RoughOptions::Fill fill = source.options().fill;
    const QList<Segment> lines = hachureLines(polygons, kHachureAngle, source);
    if (fill == RoughOptions::Fill::Zigzag) {
        appendLines(
            out, zigzagLines(lines, std::max(source.options().hachureGap, kSmallestGap)), source);
        return out;
    }
    appendLines(out, lines, source);
    if (fill == RoughOptions::Fill::CrossHatch)
        appendLines(out, hachureLines(polygons, kHachureAngle + 90, source), source);
    return out;
}
