#include "sync/pollschedule.h"

#include "model/base/random.h"

PollSchedule::PollSchedule(PollIntervals intervals, Random &random)
    : m_intervals(intervals)
    , m_random(random)
{}

void PollSchedule::setIntervals(const PollIntervals &intervals)
{
    m_intervals = intervals;
    m_nextPoll.reset(); // the next wait is a new one
}

void PollSchedule::setAttention(Attention attention, Time now)
{
    const auto before = interval(now);
    m_attention = attention == Attention::Background ? attention : Attention::Focused;
    if (attention == Attention::Active)
        m_activeUntil = now + synctuning::kActiveFor;
    if (attention == Attention::Background)
        m_activeUntil.reset();
    // Somebody who comes back looks for news now, not at the end of a long wait.
    if (interval(now) < before)
        m_nextPoll.reset();
}

void PollSchedule::makeDue()
{
    m_retryAt.reset();
    m_nextPoll.reset();
    m_lastPush.reset();
}

void PollSchedule::roundSucceeded(Time now, bool foundChanges)
{
    // Where one change came from there are more: the other device is in use.
    if (foundChanges && m_attention != Attention::Background)
        m_activeUntil = now + synctuning::kActiveFor;
    const bool isActive = m_activeUntil && now < *m_activeUntil;
    const double jitter = isActive ? 0 : synctuning::kPollJitter * (2 * m_random.fraction() - 1);
    const Time wait = interval(now);
    m_retryAt.reset();
    m_nextPoll =
        now + wait + Time(static_cast<Time::rep>(jitter * static_cast<double>(wait.count())));
}

void PollSchedule::roundFailed(Time now, std::chrono::milliseconds wait)
{
    m_retryAt = now + wait;
    m_nextPoll.reset();
}

bool PollSchedule::isPollDue(Time now) const
{
    return !m_nextPoll || now >= *m_nextPoll;
}

bool PollSchedule::mayPush(Time now) const
{
    if (!m_lastPush || now - *m_lastPush >= synctuning::kPushSpacing)
        return true;
    return m_lastChange && now - *m_lastChange >= synctuning::kPushRest;
}

std::chrono::milliseconds PollSchedule::interval(Time now) const
{
    if (m_activeUntil && now < *m_activeUntil)
        return m_intervals.active;
    return m_attention == Attention::Background ? m_intervals.background : m_intervals.focused;
}
