#include "model/drawing/inkconstant.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kWidthFactor = 1.4;
constexpr double kSmallestRadius = 0.5;
constexpr double kCapStep = kPi / 16;
constexpr double kSharpTurn = kPi * 75 / 180;
constexpr double kFast = 35; // scene pixels between points; a fast hand turns on purpose

double length(const QPointF &p)
{
    return std::hypot(p.x(), p.y());
}

QPointF unit(const QPointF &p)
{
    const double l = length(p);
    return l == 0 ? QPointF() : p / l;
}

QPointF turned(const QPointF &p, double angle)
{
    const double s = std::sin(angle);
    const double c = std::cos(angle);
    return {p.x() * c - p.y() * s, p.x() * s + p.y() * c};
}

QPointF quarterTurn(const QPointF &p)
{
    return {-p.y(), p.x()};
}

double normalised(double angle)
{
    return std::atan2(std::sin(angle), std::cos(angle));
}

QList<QPointF> centreLine(const QList<QPointF> &points, double streamline)
{
    QList<QPointF> line{points.first()};
    for (qsizetype i = 1; i < points.size(); ++i) {
        if (points[i] != points[i - 1])
            line.append(line.last() + (points[i] - line.last()) * (1 - streamline));
    }
    return line;
}

void addArc(QList<QPointF> &out, const QPointF &centre, double radius, double from, double to)
{
    for (double angle = from; angle <= to; angle += kCapStep)
        out.append(centre + radius * QPointF(std::cos(angle), std::sin(angle)));
}

QList<QPointF> dotOutline(const QPointF &centre, double radius)
{
    QList<QPointF> out;
    addArc(out, centre, radius, 0, 2 * kPi);
    out.append(centre + QPointF(radius, 0));
    return out;
}

QList<QPointF> capsule(const QPointF &c, const QPointF &n, double radius)
{
    const double start = std::atan2(n.y() - c.y(), n.x() - c.x()) + kPi / 2;
    QList<QPointF> out;
    addArc(out, c, radius, start, start + kPi);
    addArc(out, n, radius, start + kPi, start + 2 * kPi);
    if (!out.isEmpty())
        out.append(out.first());
    return out;
}

class ConstantOutliner
{
public:
    ConstantOutliner(const QList<QPointF> &line, double radius)
        : m_line(line)
        , m_radius(radius)
    {}

    QList<QPointF> outline()
    {
        for (qsizetype i = 1; i + 1 < m_line.size(); ++i)
            add(i);
        const QList<QPointF> start = startCap();
        QList<QPointF> end = endCap();
        std::reverse(end.begin(), end.end());
        std::reverse(m_backward.begin(), m_backward.end());
        QList<QPointF> out = start + m_forward + end + m_backward;
        out.append(start.first());
        return out;
    }

private:
    void add(qsizetype i)
    {
        const QPointF c = m_line[i];
        const QPointF back = m_line[i - 1] - c;
        const QPointF ahead = m_line[i + 1] - c;
        const double speed = m_speed + 0.2 * (length(back) - m_speed);
        const double angle =
            normalised(std::atan2(ahead.y(), ahead.x()) - std::atan2(back.y(), back.x()));
        const double limit = speed > kFast ? kSharpTurn / 2 : kSharpTurn;
        const QPointF u = unit(back);
        const QPointF w = unit(ahead);
        if (std::abs(angle) >= limit) {
            m_forward.append(c + m_radius * bisector(quarterTurn(u) - quarterTurn(w), u));
            m_backward.append(c + m_radius * bisector(quarterTurn(w) - quarterTurn(u), w));
        } else if (!addTurn(c, u, w, angle)) {
            return;
        }
        m_speed = speed;
    }

    static QPointF bisector(const QPointF &sum, const QPointF &fallback)
    {
        return sum.isNull() ? fallback : unit(sum);
    }

    bool addTurn(const QPointF &c, const QPointF &u, const QPointF &w, double angle)
    {
        const double turn = std::abs(normalised(kPi - angle));
        if (turn == 0)
            return false;
        const QPointF uPlus = quarterTurn(u) * m_radius;
        const QPointF wPlus = quarterTurn(w) * m_radius;
        const QPointF f = c + m_radius * bisector(quarterTurn(u) - quarterTurn(w), u);
        const QPointF b = c + m_radius * bisector(quarterTurn(w) - quarterTurn(u), w);
        QList<QPointF> &inner = angle < 0 ? m_backward : m_forward;
        QList<QPointF> &outer = angle < 0 ? m_forward : m_backward;
        QList<QPointF> arc;
        for (double t = 0; t <= turn; t += turn / 4)
            arc.append(angle < 0 ? c + turned(uPlus, t) : c - turned(uPlus, -t));
        inner << (angle < 0 ? c - uPlus : c + uPlus) << (angle < 0 ? b : f);
        outer += arc;
        std::reverse(arc.begin(), arc.end());
        inner += arc;
        inner << (angle < 0 ? b : f) << (angle < 0 ? c + wPlus : c - wPlus);
        return true;
    }

    QList<QPointF> startCap() const
    {
        const QPointF first = m_line.first();
        const QPointF s = m_radius * turned(unit(m_line[1] - first), -kPi / 2);
        QList<QPointF> cap;
        for (double t = 0; t <= kPi; t += kCapStep)
            cap.prepend(first + turned(s, -t));
        cap.prepend(first - s);
        return cap;
    }

    QList<QPointF> endCap() const
    {
        const QPointF last = m_line.last();
        const QPointF e = m_radius * turned(unit(m_line[m_line.size() - 2] - last), kPi / 2);
        QList<QPointF> cap;
        for (double t = 0; t <= kPi * 3; t += kCapStep)
            cap.append(last + turned(-e, -t));
        return cap;
    }

    const QList<QPointF> &m_line;
    double m_radius;
    double m_speed = 0;
    QList<QPointF> m_forward;
    QList<QPointF> m_backward;
};

} // namespace

QList<QPointF>
constantInkOutline(const QList<QPointF> &points, double strokeWidth, double streamline)
{
    const double radius = kWidthFactor * strokeWidth;
    const QList<QPointF> line = centreLine(points, streamline);
    if (line.size() == 1)
        return radius < kSmallestRadius ? QList<QPointF>() : dotOutline(line.first(), radius);
    if (line.size() == 2)
        return capsule(line[0], line[1], radius);
    return ConstantOutliner(line, radius).outline();
}
