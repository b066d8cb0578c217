#pragma once

#include "model/drawing/rough.h"

/// Options with the random source they share; the private half of the generator.
class RoughSource
{
public:
    explicit RoughSource(const RoughOptions &options)
        : m_options(options)
        , m_random(options.seed)
    {}

    const RoughOptions &options() const { return m_options; }
    double next() { return m_random.next(); }

    /// A number between a and b, scaled by roughness and `gain`.
    double between(double a, double b, double gain = 1)
    {
        return m_options.roughness * gain * (m_random.next() * (b - a) + a);
    }
    double jitter(double amount, double gain = 1) { return between(-amount, amount, gain); }
    QPointF jitteredPoint(const QPointF &p, double amount, double gain = 1)
    {
        const double x = p.x() + jitter(amount, gain);
        return {x, p.y() + jitter(amount, gain)};
    }

    /// Runs `draw` with other options while the random sequence goes on.
    template <typename Draw>
    auto with(const RoughOptions &options, Draw draw)
    {
        const RoughOptions kept = m_options;
        m_options = options;
        auto result = draw();
        m_options = kept;
        return result;
    }

private:
    RoughOptions m_options;
    RoughRandom m_random;
};

/// A line drawn twice (once if `multiStroke` is off).
void appendDoubleLine(
    PathOps &out, const QPointF &from, const QPointF &to, RoughSource &source, bool multiStroke);

/// Hatches `polygons` (one shape, even-odd) with the pattern of the options.
PathOps hatch(const QList<QList<QPointF>> &polygons, RoughSource &source);
