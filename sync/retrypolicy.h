#pragma once

#include "sync/syncerror.h"

#include <chrono>

class Random;

/// When to try again after a failed round: full jitter under a bound that doubles from 1 s to
/// 5 min, so that a thousand devices that lost one canister do not come back together.
class RetryPolicy
{
public:
    explicit RetryPolicy(Random &random);

    /// Counts the failure and says how long to wait: never less than what the server asked for.
    std::chrono::milliseconds failed(const SyncError &error);
    /// A round went through, the network came back or the person clicked.
    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

private:
    Random &m_random;
    int m_failures = 0;
};
