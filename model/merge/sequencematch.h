#pragma once

#include <cstdint>
#include <span>
#include <vector>

/// `length` equal entries: a[a + i] == b[b + i].
struct MatchRun
{
    int a = 0;
    int b = 0;
    int length = 0;
};

/// Which entries of two sequences belong together: runs in order, none touching another.
///
/// Entries are small non-negative numbers (interned tokens). Entries that occur once on each side
/// are taken as anchors first (patience), the rest by the shortest edit script (Myers, linear
/// space). Memory is linear. `budget` is the number of comparisons still allowed and is used up
/// as it works; when it is gone, what is left counts as different, so hostile input costs no more
/// than that.
std::vector<MatchRun>
matchSequences(std::span<const int> a, std::span<const int> b, std::int64_t &budget);
