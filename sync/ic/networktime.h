#pragma once

#include "model/base/clock.h"

#include <algorithm>

namespace ic {

/// The network's time as far as it is known: this computer's clock with a learned correction.
class NetworkTime
{
public:
    explicit NetworkTime(const Clock &clock)
        : m_clock(clock)
    {}

    /// Never earlier than a certificate that was verified: replaying old ones cannot turn the
    /// clock back.
    UtcTime now() const { return std::max(m_clock.now() + m_offset, m_floor); }

    /// Nanoseconds since 1970, whole seconds; when a request that is made now dies.
    std::uint64_t expiryNs(std::chrono::seconds lifetime) const
    {
        const auto expiry = std::chrono::floor<std::chrono::seconds>(now() + lifetime);
        return static_cast<std::uint64_t>(
            std::chrono::nanoseconds(expiry.time_since_epoch()).count());
    }

    /// A certificate of this time was verified for freshness.
    void saw(UtcTime certified) { m_floor = std::max(m_floor, certified); }

    /// What another session knew.
    void restore(UtcTime newestCertified, std::chrono::nanoseconds offset)
    {
        saw(newestCertified);
        m_offset = offset;
    }

    /// The newest of them; `restore` it in the next session.
    UtcTime newestCertified() const { return m_floor; }

    /// How far this computer's clock is behind (positive) or ahead.
    std::chrono::nanoseconds offset() const { return m_offset; }

    /// The network's time was `certified` when this computer's clock showed `local`. False, and
    /// nothing changes, if newer certificates than that are known: then it is a replay.
    bool learn(UtcTime certified, UtcTime local)
    {
        constexpr std::chrono::minutes kTolerance{5};
        if (certified < m_floor - kTolerance)
            return false;
        m_offset = certified - local;
        return true;
    }

private:
    const Clock &m_clock;
    std::chrono::nanoseconds m_offset{0};
    UtcTime m_floor{};
};

} // namespace ic
