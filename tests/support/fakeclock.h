#pragma once

#include "model/base/clock.h"

/// A clock that moves only when told. Not safe to share between threads.
class FakeClock final : public Clock
{
public:
    /// 2026-01-01 00:00:00 UTC.
    static constexpr std::int64_t kStartMs = 1'767'225'600'000;

    explicit FakeClock(std::int64_t startMs = kStartMs);

    UtcTime now() const override { return m_now; }
    std::chrono::nanoseconds monotonic() const override { return m_monotonic; }

    /// Time passes: both clocks move forward.
    void advance(std::chrono::nanoseconds time);
    /// Somebody sets the wall clock, in either direction; the monotonic one goes on.
    void setNow(UtcTime time) { m_now = time; }
    std::int64_t nowMs() const { return toMilliseconds(m_now); }

private:
    UtcTime m_now;
    std::chrono::nanoseconds m_monotonic{0};
};
