#include "model/drawing/textmetrics.h"

#include <cmath>

namespace {

struct FontTable
{
    int unitsPerEm;
    int ascent;
    int descent;
    double lineHeight;
};

FontTable tableOf(int family)
{
    switch (family) {
    case int(DrawingFont::Helvetica):
        return {2048, 1577, -471, 1.15};
    case int(DrawingFont::Cascadia):
        return {2048, 1900, -480, 1.2};
    case int(DrawingFont::Nunito):
        return {1000, 1011, -353, 1.25};
    case int(DrawingFont::LilitaOne):
        return {1000, 923, -220, 1.15};
    case int(DrawingFont::ComicShanns):
        return {1000, 750, -250, 1.25};
    case int(DrawingFont::LiberationSans):
        return {2048, 1854, -434, 1.15};
    case int(DrawingFont::Assistant):
        return {2048, 1021, -287, 1.25};
    case int(DrawingFont::Xiaolai):
        return {1000, 880, -144, 1.25};
    default:
        return {1000, 886, -374, 1.25}; // Excalifont and Virgil
    }
}

constexpr double kPadding = 5;
constexpr double kHalfRoot = 0.70710678118654752440;

double rounded(double value)
{
    return std::floor(value + 0.5);
}

} // namespace

double defaultLineHeight(int fontFamily)
{
    return tableOf(fontFamily).lineHeight;
}

double firstBaseline(int fontFamily, double fontSize, double lineHeight)
{
    const FontTable table = tableOf(fontFamily);
    const double em = fontSize / table.unitsPerEm;
    const double pitch = fontSize * lineHeight;
    return em * table.ascent + (pitch - em * table.ascent + em * table.descent) / 2;
}

LabelBox labelBox(const QString &type, const QSizeF &size)
{
    const double w = size.width();
    const double h = size.height();
    if (type == QLatin1String("ellipse")) {
        return {{kPadding + w / 2 * (1 - kHalfRoot), kPadding + h / 2 * (1 - kHalfRoot)},
                rounded(w / 2 * 2 * kHalfRoot) - 2 * kPadding,
                rounded(h / 2 * 2 * kHalfRoot) - 2 * kPadding};
    }
    if (type == QLatin1String("diamond")) {
        return {{kPadding + w / 4, kPadding + h / 4},
                rounded(w / 2) - 2 * kPadding,
                rounded(h / 2) - 2 * kPadding};
    }
    return {{kPadding, kPadding}, w - 2 * kPadding, h - 2 * kPadding};
}
