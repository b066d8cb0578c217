#pragma once

#include "sync/synctuning.h"

#include <chrono>
#include <optional>

class Random;

/// How often to ask for changes of other devices.
struct PollIntervals
{
    std::chrono::milliseconds active = synctuning::kPollActive;
    std::chrono::milliseconds focused = synctuning::kPollFocused;
    std::chrono::milliseconds background = synctuning::kPollBackground;
};

/// When a round is due, in the clock's monotonic time: other devices' changes by polling, this
/// device's by need, failures by the wait that `RetryPolicy` gave. Knows no timer.
class PollSchedule
{
public:
    using Time = std::chrono::nanoseconds;
    enum class Attention {
        Active, ///< The person works here now; wears off by itself.
        Focused, ///< The window is in front.
        Background,
    };

    PollSchedule(PollIntervals intervals, Random &random);

    void setIntervals(const PollIntervals &intervals);
    void setAttention(Attention attention, Time now);
    /// At the next tick, whatever else was planned.
    void makeDue();
    void roundSucceeded(Time now, bool foundChanges);
    void pushed(Time now) { m_lastPush = now; }
    void changedHere(Time now) { m_lastChange = now; }
    void roundFailed(Time now, std::chrono::milliseconds wait);

    bool isWaitingAfterFailure(Time now) const { return m_retryAt && now < *m_retryAt; }
    std::optional<Time> retryAt() const { return m_retryAt; }
    bool isPollDue(Time now) const;
    /// Whether a change of this device may travel now: a burst of them goes in a few rounds.
    bool mayPush(Time now) const;

private:
    std::chrono::milliseconds interval(Time now) const;

    PollIntervals m_intervals;
    Random &m_random;
    Attention m_attention = Attention::Focused;
    std::optional<Time> m_activeUntil;
    std::optional<Time> m_retryAt;
    std::optional<Time> m_nextPoll; ///< Empty: at once.
    std::optional<Time> m_lastPush;
    std::optional<Time> m_lastChange;
};
