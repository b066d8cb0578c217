#pragma once

#include <string_view>

/// Whether `text` is UTF-8 as Unicode says: no overlong forms, no surrogates, nothing above
/// U+10FFFF.
bool isUtf8(std::string_view text);
