#pragma once

#include <chrono>
#include <cstdint>

/// Nanoseconds since 1970-01-01 UTC. Fits until the year 2262.
using UtcTime = std::chrono::sys_time<std::chrono::nanoseconds>;

/// Where time comes from. Nothing outside `SystemClock` reads the system time.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Wall clock; may jump in both directions.
    virtual UtcTime now() const = 0;

    /// Never runs backwards; the start point means nothing. For intervals and time limits.
    virtual std::chrono::nanoseconds monotonic() const = 0;
};

/// The clock of this computer. Safe to use from every thread.
class SystemClock final : public Clock
{
public:
    UtcTime now() const override;
    std::chrono::nanoseconds monotonic() const override;
};

/// `time` as signed milliseconds since 1970, the unit of what is stored and shown.
std::int64_t toMilliseconds(UtcTime time);
UtcTime fromMilliseconds(std::int64_t milliseconds);
