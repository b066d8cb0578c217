#pragma once

#include <string>

namespace ic::candid {

/// A place in a text; both count from 1, columns count bytes.
struct TextPlace
{
    unsigned line = 1;
    unsigned column = 1;
};

/// Why a text is no Candid.
struct TextError
{
    TextPlace place;
    std::string detail; ///< English.

    /// "line 2, column 7: ..."
    std::string toText() const
    {
        return "line " + std::to_string(place.line) + ", column " + std::to_string(place.column)
               + ": " + detail;
    }
};

} // namespace ic::candid
