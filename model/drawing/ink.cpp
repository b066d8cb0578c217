#include "model/drawing/ink.h"

#include "model/drawing/inkconstant.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

constexpr double kTurn = std::numbers::pi + 0.0001; // the original's half turn
constexpr double kThinning = 0.6;
constexpr double kSmoothing = 0.5;
constexpr double kPressureRate = 0.275;
constexpr double kSizeFactor = 4.25;
constexpr double kCornerStep = 1.0 / 13;
constexpr double kEndStep = 1.0 / 29;

struct CentrePoint
{
    QPointF point;
    double pressure = 0.5;
    QPointF vector{1, 1}; ///< Unit vector to the previous one.
    double distance = 0;
    double runningLength = 0;
};

double length(const QPointF &p)
{
    return std::hypot(p.x(), p.y());
}

QPointF unit(const QPointF &p)
{
    const double l = length(p);
    return l == 0 ? QPointF() : p / l;
}

double dot(const QPointF &a, const QPointF &b)
{
    return a.x() * b.x() + a.y() * b.y();
}

QPointF across(const QPointF &p)
{
    return {p.y(), -p.x()};
}

QPointF mixed(const QPointF &a, const QPointF &b, double t)
{
    return a + (b - a) * t;
}

QPointF turnedAround(const QPointF &p, const QPointF &centre, double angle)
{
    const double s = std::sin(angle);
    const double c = std::cos(angle);
    const QPointF d = p - centre;
    return {d.x() * c - d.y() * s + centre.x(), d.x() * s + d.y() * c + centre.y()};
}

struct Input
{
    QList<QPointF> points;
    QList<double> pressures;

    double pressure(qsizetype i, double fallback) const
    {
        return i < pressures.size() && pressures[i] >= 0 ? pressures[i] : fallback;
    }
};

/// Strokes of one or two points get company, so that there is something to draw.
Input padded(const QList<QPointF> &points, const QList<double> &pressures)
{
    Input in{points, pressures};
    if (points.size() == 2) {
        const QPointF last = in.points.takeLast();
        in.pressures = in.pressures.mid(0, 1);
        for (int i = 1; i < 5; ++i)
            in.points.append(mixed(points.first(), last, i / 4.0));
    }
    if (in.points.size() == 1) {
        in.points.append(in.points.first() + QPointF(1, 1));
        if (!in.pressures.isEmpty())
            in.pressures.append(in.pressures.first());
    }
    return in;
}

QList<CentrePoint> centreLine(const Input &in, double size, double streamline)
{
    const double t = 0.15 + (1 - streamline) * 0.85;
    QList<CentrePoint> line;
    line.reserve(in.points.size());
    line.append({in.points.first(), in.pressure(0, 0.25), {1, 1}, 0, 0});
    const qsizetype last = in.points.size() - 1;
    double running = 0;
    bool started = false;
    for (qsizetype i = 1; i <= last; ++i) {
        const QPointF previous = line.last().point;
        const QPointF point = i == last ? in.points[i] : mixed(previous, in.points[i], t);
        if (point.x() == previous.x() && point.y() == previous.y())
            continue;
        const double distance = length(point - previous);
        running += distance;
        if (i < last && !started) {
            if (running < size)
                continue;
            started = true;
        }
        line.append({point, in.pressure(i, 0.5), unit(previous - point), distance, running});
    }
    line.first().vector = line.size() > 1 ? line[1].vector : QPointF();
    return line;
}

/// The two sides of a stroke, grown point by point.
class Outliner
{
public:
    Outliner(const QList<CentrePoint> &line, double size, bool simulate)
        : m_line(line)
        , m_size(size)
        , m_simulate(simulate)
        , m_pressure(startPressure())
        , m_vector(line.first().vector)
        , m_lastLeft(line.first().point)
        , m_lastRight(line.first().point)
    {}

    QList<QPointF> outline()
    {
        for (qsizetype i = 0; i < m_line.size(); ++i)
            add(i);
        if (m_line.size() == 1)
            return dotPoints();
        QList<QPointF> out = m_left + endCap();
        std::reverse(m_right.begin(), m_right.end());
        const QPointF start = m_right.isEmpty() ? m_line.first().point : m_right.last();
        out += m_right;
        for (double t = kCornerStep; t <= 1; t += kCornerStep)
            out.append(turnedAround(start, m_line.first().point, kTurn * t));
        return out;
    }

private:
    double simulated(const CentrePoint &p, double before) const
    {
        const double speed = std::min(1.0, p.distance / m_size);
        const double rate = std::min(1.0, 1 - speed);
        return std::min(1.0, before + (rate - before) * (speed * kPressureRate));
    }

    double startPressure() const
    {
        double average = m_line.first().pressure;
        for (qsizetype i = 0; i < std::min<qsizetype>(10, m_line.size()); ++i)
            average =
                (average + (m_simulate ? simulated(m_line[i], average) : m_line[i].pressure)) / 2;
        return average;
    }

    double radiusAt(double pressure) const
    {
        const double eased = std::sin((0.5 - kThinning * (0.5 - pressure)) * std::numbers::pi / 2);
        return std::max(0.01, m_size * eased);
    }

    void add(qsizetype i)
    {
        const CentrePoint &here = m_line[i];
        const bool last = i == m_line.size() - 1;
        if (!last && m_line.last().runningLength - here.runningLength < 3)
            return;
        const double pressure = m_simulate ? simulated(here, m_pressure) : here.pressure;
        m_radius = radiusAt(pressure);
        if (m_firstRadius < 0)
            m_firstRadius = m_radius;
        const QPointF next = last ? here.vector : m_line[i + 1].vector;
        const double ahead = last ? 1.0 : dot(here.vector, next);
        const bool cornerHere = dot(here.vector, m_vector) < 0 && !m_afterCorner;
        if (cornerHere || ahead < 0) {
            addCorner(here.point);
            m_afterCorner = m_afterCorner || ahead < 0;
            return;
        }
        m_afterCorner = false;
        if (last) {
            const QPointF side = across(here.vector) * m_radius;
            m_left.append(here.point - side);
            m_right.append(here.point + side);
            return;
        }
        addSides(i, across(mixed(next, here.vector, ahead)) * m_radius);
        m_pressure = pressure;
        m_vector = here.vector;
    }

    void addCorner(const QPointF &point)
    {
        const QPointF side = across(m_vector) * m_radius;
        for (double t = 0; t <= 1; t += kCornerStep) {
            m_lastLeft = turnedAround(point - side, point, kTurn * t);
            m_left.append(m_lastLeft);
            m_lastRight = turnedAround(point + side, point, kTurn * -t);
            m_right.append(m_lastRight);
        }
    }

    void addSides(qsizetype i, const QPointF &side)
    {
        const double nearest = m_size * kSmoothing * m_size * kSmoothing;
        const auto append = [&](QList<QPointF> &list, QPointF &before, const QPointF &p) {
            const QPointF d = p - before;
            if (i > 1 && dot(d, d) <= nearest)
                return;
            list.append(p);
            before = p;
        };
        append(m_left, m_lastLeft, m_line[i].point - side);
        append(m_right, m_lastRight, m_line[i].point + side);
    }

    QList<QPointF> endCap() const
    {
        const QPointF end = m_line.last().point;
        const QPointF start = end + across(-m_line.last().vector) * m_radius;
        QList<QPointF> cap;
        for (double t = kEndStep; t < 1; t += kEndStep)
            cap.append(turnedAround(start, end, kTurn * 3 * t));
        return cap;
    }

    QList<QPointF> dotPoints() const
    {
        const QPointF centre = m_line.first().point;
        const QPointF start = centre + unit(across(QPointF(-1, -1))) * -m_firstRadius;
        QList<QPointF> out;
        for (double t = kCornerStep; t <= 1; t += kCornerStep)
            out.append(turnedAround(start, centre, kTurn * 2 * t));
        return out;
    }

    const QList<CentrePoint> &m_line;
    double m_size;
    bool m_simulate;
    double m_pressure; ///< Of the last regular point.
    QPointF m_vector; ///< Of the last regular point.
    QPointF m_lastLeft;
    QPointF m_lastRight;
    double m_radius = 0;
    double m_firstRadius = -1;
    bool m_afterCorner = false;
    QList<QPointF> m_left;
    QList<QPointF> m_right;
};

} // namespace

QList<QPointF>
inkOutline(const QList<QPointF> &points, const QList<double> &pressures, const InkOptions &options)
{
    if (points.isEmpty())
        return {};
    if (!options.variableWidth)
        return constantInkOutline(points, options.strokeWidth, options.streamline);
    const double size = kSizeFactor * options.strokeWidth;
    if (size <= 0)
        return {};
    const Input in = padded(points, options.simulatePressure ? QList<double>() : pressures);
    const QList<CentrePoint> line = centreLine(in, size, options.streamline);
    return Outliner(line, size, options.simulatePressure).outline();
}

QList<QPointF> inkPolygon(const QList<QPointF> &outline, int steps)
{
    if (outline.size() < 3 || steps < 1)
        return outline;
    QList<QPointF> out;
    out.reserve(outline.size() * steps + 1);
    QPointF at = outline.first();
    out.append(at);
    for (qsizetype i = 0; i < outline.size(); ++i) {
        const QPointF &control = outline[i];
        const QPointF end = (control + outline[(i + 1) % outline.size()]) / 2;
        for (int k = 1; k <= steps; ++k) {
            const double t = double(k) / steps;
            out.append((1 - t) * (1 - t) * at + 2 * t * (1 - t) * control + t * t * end);
        }
        at = end;
    }
    return out;
}

double inkReach(const InkOptions &options)
{
    return options.variableWidth ? kSizeFactor * options.strokeWidth : 1.4 * options.strokeWidth;
}
