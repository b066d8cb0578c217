#include "sync/retrypolicy.h"

#include "model/base/random.h"
#include "sync/synctuning.h"

#include <algorithm>

RetryPolicy::RetryPolicy(Random &random)
    : m_random(random)
{}

std::chrono::milliseconds RetryPolicy::failed(const SyncError &error)
{
    using std::chrono::milliseconds;
    constexpr int kMostDoublings = 9; // 1 s * 2^9 is past the longest wait
    const int doublings = std::min(m_failures, kMostDoublings);
    m_failures = std::min(m_failures + 1, kMostDoublings + 1);

    const milliseconds bound =
        error.kind == SyncError::Kind::OutOfFuel
            ? synctuning::kBackOffLongest // only its owner can change that
            : std::min(synctuning::kBackOffFirst * (1 << doublings), synctuning::kBackOffLongest);
    const auto jittered = milliseconds(
        static_cast<milliseconds::rep>(m_random.fraction() * static_cast<double>(bound.count())));
    return std::max(jittered, std::min(error.retryAfter, synctuning::kBackOffLongest));
}
