#pragma once

#include <QStringView>

#include <optional>

/// A colour of a drawing, channels 0 to 255.
struct Rgba
{
    int red = 0;
    int green = 0;
    int blue = 0;
    int alpha = 255;

    bool isTransparent() const { return alpha == 0; }
    friend bool operator==(const Rgba &, const Rgba &) = default;
};

/// Reads `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb(…)`, `rgba(…)` and `transparent`.
/// Names such as "black" are left to the caller: none of our files needs them to be shown.
std::optional<Rgba> parseColour(QStringView text);

/// What `colour` becomes on a dark canvas: 93 % inverted, then its hue turned by 180°, so that hues
/// stay and lightness flips (formats.md 5.3). Stored colours are never changed.
Rgba darkened(const Rgba &colour);
