#include "model/drawing/colour.h"

#include <QList>

#include <algorithm>
#include <cmath>

namespace {

std::optional<Rgba> parseHex(QStringView digits)
{
    const qsizetype size = digits.size();
    if (size != 3 && size != 4 && size != 6 && size != 8)
        return std::nullopt;
    const int width = size > 4 ? 2 : 1;
    int channels[4] = {0, 0, 0, 255};
    for (int i = 0; i * width < size; ++i) {
        bool ok = false;
        const int value = digits.mid(qsizetype(i) * width, width).toInt(&ok, 16);
        if (!ok || value < 0)
            return std::nullopt;
        channels[i] = width == 1 ? value * 17 : value;
    }
    return Rgba{channels[0], channels[1], channels[2], channels[3]};
}

std::optional<Rgba> parseFunction(QStringView text)
{
    const qsizetype open = text.indexOf(QLatin1Char('('));
    if (open < 0 || !text.endsWith(QLatin1Char(')')))
        return std::nullopt;
    const QList<QStringView> parts = text.mid(open + 1).chopped(1).split(QLatin1Char(','));
    if (parts.size() != 3 && parts.size() != 4)
        return std::nullopt;
    double channels[4] = {0, 0, 0, 1};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        bool ok = false;
        channels[i] = parts[i].trimmed().toDouble(&ok);
        if (!ok || !std::isfinite(channels[i]))
            return std::nullopt;
    }
    const auto clamped = [](double value) {
        return int(std::lround(std::clamp(value, 0.0, 255.0)));
    };
    return Rgba{clamped(channels[0]),
                clamped(channels[1]),
                clamped(channels[2]),
                clamped(channels[3] * 255)};
}

int rounded(double value)
{
    return int(std::clamp(std::floor(value + 0.5), 0.0, 255.0));
}

} // namespace

std::optional<Rgba> parseColour(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.startsWith(QLatin1Char('#')))
        return parseHex(trimmed.mid(1));
    if (trimmed.startsWith(u"rgb", Qt::CaseInsensitive))
        return parseFunction(trimmed);
    if (trimmed.compare(u"transparent", Qt::CaseInsensitive) == 0)
        return Rgba{0, 0, 0, 0};
    return std::nullopt;
}

Rgba darkened(const Rgba &colour)
{
    const auto inverted = [](int channel) {
        return rounded(0.07 * channel + 0.93 * (255 - channel));
    };
    const double r = inverted(colour.red);
    const double g = inverted(colour.green);
    const double b = inverted(colour.blue);
    return {rounded(-0.574 * r + 1.430 * g + 0.144 * b),
            rounded(0.426 * r + 0.430 * g + 0.144 * b),
            rounded(0.426 * r + 1.430 * g - 0.856 * b),
            colour.alpha};
}
