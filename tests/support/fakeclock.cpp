#include "tests/support/fakeclock.h"

FakeClock::FakeClock(std::int64_t startMs)
    : m_now(fromMilliseconds(startMs))
{}

void FakeClock::advance(std::chrono::nanoseconds time)
{
    m_now += time;
    m_monotonic += time;
}
