#pragma once

#include "model/base/clock.h"
#include "model/store/sqliteconnection.h"

#include <cstdint>

/// Marks that order local writes: microseconds since 1970 by the wall clock, and one more than the
/// last mark wherever the wall clock stands still or was set back. The last mark is in the
/// database, so marks never repeat and never run backwards over restarts and between processes.
///
/// Lives for one write transaction.
class HybridClock
{
public:
    HybridClock(const Clock &clock, SqliteConnection &connection);

    std::int64_t next();
    std::int64_t last() const { return m_last; }
    /// Stores the last mark given out; part of the transaction.
    void save();

    /// The rule alone.
    static std::int64_t after(std::int64_t last, UtcTime now);

private:
    const Clock &m_clock;
    SqliteConnection &m_connection;
    std::int64_t m_stored = 0;
    std::int64_t m_last = 0;
};
