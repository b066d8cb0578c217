#include "model/base/clock.h"

UtcTime SystemClock::now() const
{
    return std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
}

std::chrono::nanoseconds SystemClock::monotonic() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

std::int64_t toMilliseconds(UtcTime time)
{
    return std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

UtcTime fromMilliseconds(std::int64_t milliseconds)
{
    return UtcTime(std::chrono::milliseconds(milliseconds));
}
