#include "model/store/hybridclock.h"

#include <algorithm>

HybridClock::HybridClock(const Clock &clock, SqliteConnection &connection)
    : m_clock(clock)
    , m_connection(connection)
    , m_stored(connection.number(QStringLiteral("SELECT last_mark FROM state")))
    , m_last(m_stored)
{}

std::int64_t HybridClock::next()
{
    m_last = after(m_last, m_clock.now());
    return m_last;
}

void HybridClock::save()
{
    if (m_last != m_stored)
        m_connection.run(QStringLiteral("UPDATE state SET last_mark = ?"),
                         {static_cast<qlonglong>(m_last)});
    m_stored = m_last;
}

std::int64_t HybridClock::after(std::int64_t last, UtcTime now)
{
    const auto wall = std::chrono::floor<std::chrono::microseconds>(now.time_since_epoch()).count();
    return std::max<std::int64_t>(wall, last + 1);
}
