#include "model/drawing/elementshape.h"
#include "model/drawing/geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

constexpr double kRadian = std::numbers::pi / 180;

/// Where a head sits: its tip, the way it points, and how long it may be.
struct Seat
{
    QPointF tip;
    QPointF direction; ///< Unit vector towards the tip.
    double segment = 0; ///< Length of the line's piece that ends here.
};

struct HeadSize
{
    double length;
    double share; ///< Of the segment, at most.
    double angle; ///< Degrees.
};

HeadSize sizeOf(const QString &name)
{
    if (name == QLatin1String("arrow"))
        return {25, 0.5, 20};
    if (name == QLatin1String("bar"))
        return {15, 0.5, 90};
    if (name.startsWith(QLatin1String("diamond")))
        return {12, 0.25, 25};
    if (name == QLatin1String("cardinality_one") || name == QLatin1String("cardinality_exactly_one")
        || name == QLatin1String("cardinality_zero_or_one"))
        return {20, 0.5, 25};
    return {15, 0.5, 25};
}

QString modernName(const QString &name)
{
    if (name == QLatin1String("dot"))
        return QStringLiteral("circle");
    if (name.startsWith(QLatin1String("crowfoot_")))
        return QStringLiteral("cardinality_") + name.mid(9);
    return name;
}

std::optional<Seat> seatOf(const Element &element, const PathOps &outline, bool atEnd)
{
    if (outline.size() < 2 || element.points().size() < 2)
        return std::nullopt;
    const qsizetype index = atEnd ? outline.size() - 1 : 1;
    const PathOp &op = outline[index];
    if (op.kind != PathOp::Kind::Curve)
        return std::nullopt;
    const QPointF p0 = outline[index - 1].to;
    Seat seat;
    seat.tip = atEnd ? op.to : p0;
    const QPointF towards = seat.tip - cubicAt(op.to, op.control2, op.control1, p0, 0.3);
    const double length = std::hypot(towards.x(), towards.y());
    if (length == 0)
        return std::nullopt;
    seat.direction = towards / length;
    const QList<QPointF> &p = element.points();
    seat.segment = atEnd ? distanceBetween(p.last(), p[p.size() - 2]) : distanceBetween(p[0], p[1]);
    return seat;
}

/// Builds the parts of one head.
class HeadBuilder
{
public:
    HeadBuilder(const Element &element, const Seat &seat, const QString &name)
        : m_seat(seat)
        , m_size(sizeOf(name))
        , m_strokeWidth(element.style().strokeWidth)
        , m_options(roughOptions(element, false))
    {
        m_options.fill = RoughOptions::Fill::None;
        m_options.roughness = std::min(1.0, m_options.roughness);
        m_length = std::min(m_size.length, seat.segment * m_size.share);
    }

    QList<ArrowHead> build(const QString &name) const
    {
        const auto outlined = [&] {
            return name.endsWith(QLatin1String("_outline")) ? ArrowHead::Fill::CanvasColour
                                                            : ArrowHead::Fill::StrokeColour;
        };
        if (name == QLatin1String("arrow") || name == QLatin1String("bar"))
            return {barbs()};
        if (name.startsWith(QLatin1String("triangle")))
            return {polygon({m_seat.tip, wing(1), wing(-1)}, outlined())};
        if (name.startsWith(QLatin1String("diamond")))
            return {polygon({m_seat.tip, wing(1), back(2), wing(-1)}, outlined())};
        if (name.startsWith(QLatin1String("circle")))
            return {circle(0, 1, outlined())};
        return cardinality(name);
    }

private:
    QPointF back(double lengths) const
    {
        return m_seat.tip - m_seat.direction * m_length * lengths;
    }
    QPointF wing(int side) const
    {
        return rotated(back(1), m_seat.tip, side * m_size.angle * kRadian);
    }

    ArrowHead lines(const QList<std::pair<QPointF, QPointF>> &segments) const
    {
        ArrowHead head;
        for (const auto &[from, to] : segments)
            head.outline += roughLine(from, to, m_options).outline;
        return head;
    }

    ArrowHead barbs() const { return lines({{wing(-1), m_seat.tip}, {wing(1), m_seat.tip}}); }

    ArrowHead polygon(QList<QPointF> corners, ArrowHead::Fill filled) const
    {
        RoughOptions options = m_options;
        options.fill = RoughOptions::Fill::Solid;
        corners.append(corners.first());
        const RoughShape shape = roughPolygon(corners, options);
        return {shape.outline, shape.fill, filled};
    }

    ArrowHead circle(double shift, double scale, ArrowHead::Fill filled) const
    {
        RoughOptions options = m_options;
        options.fill = RoughOptions::Fill::Solid;
        options.roughness = std::min(0.5, options.roughness);
        const double diameter = std::max(1.0, (m_length + m_strokeWidth - 2) * scale);
        const QPointF corner = back(shift) - QPointF(diameter, diameter) / 2;
        const RoughShape shape = roughEllipse({corner, QSizeF(diameter, diameter)}, options);
        return {shape.outline, shape.fill, filled};
    }

    ArrowHead one(double shift) const
    {
        const QPointF tip = back(shift);
        const QPointF base = back(shift + 1);
        return lines({{rotated(base, tip, -25 * kRadian), rotated(base, tip, 25 * kRadian)}});
    }

    ArrowHead many() const
    {
        const QPointF base = back(1);
        return lines({{rotated(m_seat.tip, base, -m_size.angle * kRadian), base},
                      {rotated(m_seat.tip, base, m_size.angle * kRadian), base}});
    }

    QList<ArrowHead> cardinality(const QString &name) const
    {
        const auto openCircle = [&] { return circle(1.5, 0.8, ArrowHead::Fill::CanvasColour); };
        if (name == QLatin1String("cardinality_one"))
            return {one(0)};
        if (name == QLatin1String("cardinality_many"))
            return {many()};
        if (name == QLatin1String("cardinality_one_or_many"))
            return {many(), one(-0.25)};
        if (name == QLatin1String("cardinality_exactly_one"))
            return {one(-0.5), one(0)};
        if (name == QLatin1String("cardinality_zero_or_one"))
            return {openCircle(), one(-0.5)};
        if (name == QLatin1String("cardinality_zero_or_many"))
            return {many(), openCircle()};
        return {};
    }

    Seat m_seat;
    HeadSize m_size;
    double m_strokeWidth;
    RoughOptions m_options;
    double m_length = 0;
};

QString headName(const Element &element, bool atEnd)
{
    const QJsonValue stored =
        element.value(atEnd ? QStringLiteral("endArrowhead") : QStringLiteral("startArrowhead"));
    if (stored.isUndefined() && atEnd && element.type() == ElementType::Arrow)
        return QStringLiteral("arrow");
    return modernName(stored.toString());
}

} // namespace

QList<ArrowHead> arrowHeads(const Element &element, const RoughShape &body)
{
    QList<ArrowHead> heads;
    for (const bool atEnd : {false, true}) {
        const QString name = headName(element, atEnd);
        const std::optional<Seat> seat = seatOf(element, body.outline, atEnd);
        if (!name.isEmpty() && seat)
            heads += HeadBuilder(element, *seat, name).build(name);
    }
    return heads;
}
