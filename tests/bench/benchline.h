#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

/// Runs `body(i)` `n` times and prints one line: name, median, 95th percentile, number of runs.
/// Returns the median in milliseconds.
template <typename Body>
double benchmark(const char *name, int n, const Body &body)
{
    std::vector<double> milliseconds;
    milliseconds.reserve(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        body(i);
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - begin;
        milliseconds.push_back(took.count());
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&milliseconds](double part) {
        const auto last = static_cast<double>(milliseconds.size() - 1);
        return milliseconds[static_cast<std::size_t>(last * part)];
    };
    std::printf("%-52s median %9.3f ms   p95 %9.3f ms   n %d\n", name, at(0.5), at(0.95), n);
    return at(0.5);
}
