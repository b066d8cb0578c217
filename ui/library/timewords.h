#pragma once

#include <QString>

#include <cstdint>

/// "just now", "5 min ago", "14:02", "yesterday", "Monday", "12 May", "12 May 2024": what a list
/// shows for a moment. Both arguments are milliseconds since 1970. A moment after `now` (another
/// device's clock) reads as its date and time.
QString relativeTime(std::int64_t moment, std::int64_t now);

/// Date and time in the person's format, for conflicts and history.
QString fullTime(std::int64_t moment);
