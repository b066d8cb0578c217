#include "sync/retrypolicy.h"

#include "model/base/random.h"
#include "sync/synctuning.h"

#include <algorithm>

namespace {

/// Only a person can change that, so asking soon is of no use.
bool waitsForSomebody(SyncError::Kind kind)
{
    using Kind = SyncError::Kind;
    return kind == Kind::OutOfFuel || kind == Kind::NeedsAnswer || kind == Kind::NewerProtocol
           || kind == Kind::NotMember || kind == Kind::Suspended;
}

} // namespace

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
        waitsForSomebody(error.kind)
            ? synctuning::kBackOffLongest
            : std::min(synctuning::kBackOffFirst * (1 << doublings), synctuning::kBackOffLongest);
    const auto jittered = milliseconds(
        static_cast<milliseconds::rep>(m_random.fraction() * static_cast<double>(bound.count())));
    return std::max(jittered, std::min(error.retryAfter, synctuning::kBackOffLongest));
}
