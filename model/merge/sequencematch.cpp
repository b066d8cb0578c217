#include "model/merge/sequencematch.h"

#include <algorithm>

namespace {

/// Below this many anchors deep a range is given to Myers, so that crafted input cannot make every
/// level find only one anchor.
constexpr int kMaxPatienceDepth = 24;
/// A split that costs more edits than this is made at the furthest point reached so far.
constexpr int kMaxSplitCost = 1024;

struct Range
{
    int a0 = 0;
    int a1 = 0;
    int b0 = 0;
    int b1 = 0;
    int depth = 0;

    bool empty() const { return a0 == a1 || b0 == b1; }
};

struct Point
{
    int a = 0;
    int b = 0;
};

int highestToken(std::span<const int> a, std::span<const int> b)
{
    int highest = -1;
    for (const int token : a)
        highest = std::max(highest, token);
    for (const int token : b)
        highest = std::max(highest, token);
    return highest;
}

class Matcher
{
public:
    Matcher(std::span<const int> a, std::span<const int> b, std::int64_t &budget)
        : m_a(a)
        , m_b(b)
        , m_budget(budget)
        , m_seen(std::size_t(highestToken(a, b)) + 1)
    {}

    std::vector<MatchRun> run();

private:
    /// How often a token occurs in the range at hand, and where last.
    struct Seen
    {
        int inA = 0;
        int inB = 0;
        int atA = 0;
        int atB = 0;
    };

    void emitRun(int a, int b, int length);
    void trim(Range &range);
    void divide(const Range &range);
    std::vector<Point> anchors(const Range &range);
    static std::vector<Point> longestRising(const std::vector<Point> &points);
    Point split(const Range &range);
    bool stepForward(const Range &range, int d, Point &found);
    bool stepBackward(const Range &range, int d, Point &found);
    Point furthest(const Range &range, int d) const;
    int &forward(int k) { return m_forward[std::size_t(k + m_offset)]; }
    int &backward(int k) { return m_backward[std::size_t(k + m_offset)]; }

    std::span<const int> m_a;
    std::span<const int> m_b;
    std::int64_t &m_budget;
    std::vector<Seen> m_seen;
    std::vector<int> m_forward;
    std::vector<int> m_backward;
    int m_offset = 0;
    std::vector<Range> m_open;
    std::vector<MatchRun> m_runs;
};

void Matcher::emitRun(int a, int b, int length)
{
    if (length > 0)
        m_runs.push_back({a, b, length});
}

void Matcher::trim(Range &range)
{
    const Range whole = range;
    while (!range.empty() && m_a[std::size_t(range.a0)] == m_b[std::size_t(range.b0)]) {
        ++range.a0;
        ++range.b0;
    }
    emitRun(whole.a0, whole.b0, range.a0 - whole.a0);
    while (!range.empty() && m_a[std::size_t(range.a1) - 1] == m_b[std::size_t(range.b1) - 1]) {
        --range.a1;
        --range.b1;
    }
    emitRun(range.a1, range.b1, whole.a1 - range.a1);
}

std::vector<Point> Matcher::longestRising(const std::vector<Point> &points)
{
    std::vector<int> tails; // index of the point that ends the best chain of each length
    std::vector<int> previous(points.size(), -1);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto place = std::lower_bound(
            tails.begin(), tails.end(), points[i].b, [&points](int index, int value) {
                return points[std::size_t(index)].b < value;
            });
        if (place != tails.begin())
            previous[i] = *(place - 1);
        if (place == tails.end())
            tails.push_back(int(i));
        else
            *place = int(i);
    }
    std::vector<Point> chain;
    for (int at = tails.empty() ? -1 : tails.back(); at >= 0; at = previous[std::size_t(at)])
        chain.push_back(points[std::size_t(at)]);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

std::vector<Point> Matcher::anchors(const Range &range)
{
    m_budget -= (range.a1 - range.a0) + (range.b1 - range.b0);
    for (int i = range.a0; i < range.a1; ++i) {
        Seen &seen = m_seen[std::size_t(m_a[std::size_t(i)])];
        ++seen.inA;
        seen.atA = i;
    }
    for (int i = range.b0; i < range.b1; ++i) {
        Seen &seen = m_seen[std::size_t(m_b[std::size_t(i)])];
        ++seen.inB;
        seen.atB = i;
    }
    std::vector<Point> unique;
    for (int i = range.a0; i < range.a1; ++i) {
        const Seen &seen = m_seen[std::size_t(m_a[std::size_t(i)])];
        if (seen.inA == 1 && seen.inB == 1)
            unique.push_back({i, seen.atB});
    }
    for (int i = range.a0; i < range.a1; ++i)
        m_seen[std::size_t(m_a[std::size_t(i)])] = {};
    for (int i = range.b0; i < range.b1; ++i)
        m_seen[std::size_t(m_b[std::size_t(i)])] = {};
    return longestRising(unique);
}

bool Matcher::stepForward(const Range &range, int d, Point &found)
{
    const int n = range.a1 - range.a0;
    const int m = range.b1 - range.b0;
    const int delta = n - m;
    for (int k = -d + 2 * std::max(0, d - m); k <= d - 2 * std::max(0, d - n); k += 2) {
        const bool down = k == -d || (k != d && forward(k - 1) < forward(k + 1));
        int x = down ? forward(k + 1) : forward(k - 1) + 1;
        const int start = x;
        while (x < n && x - k < m
               && m_a[std::size_t(range.a0 + x)] == m_b[std::size_t(range.b0 + x - k)])
            ++x;
        forward(k) = x;
        m_budget -= 1 + x - start;
        const int opposite = delta - k;
        if (delta % 2 != 0 && std::abs(opposite) < d && x + backward(opposite) >= n) {
            found = {range.a0 + x, range.b0 + x - k};
            return true;
        }
    }
    return false;
}

bool Matcher::stepBackward(const Range &range, int d, Point &found)
{
    const int n = range.a1 - range.a0;
    const int m = range.b1 - range.b0;
    const int delta = n - m;
    for (int k = -d + 2 * std::max(0, d - m); k <= d - 2 * std::max(0, d - n); k += 2) {
        const bool down = k == -d || (k != d && backward(k - 1) < backward(k + 1));
        int x = down ? backward(k + 1) : backward(k - 1) + 1;
        const int start = x;
        while (x < n && x - k < m
               && m_a[std::size_t(range.a1 - 1 - x)] == m_b[std::size_t(range.b1 - 1 - x + k)])
            ++x;
        backward(k) = x;
        m_budget -= 1 + x - start;
        const int opposite = delta - k;
        if (delta % 2 == 0 && std::abs(opposite) <= d && x + forward(opposite) >= n) {
            found = {range.a1 - x, range.b1 - x + k};
            return true;
        }
    }
    return false;
}

Point Matcher::furthest(const Range &range, int d) const
{
    const int n = range.a1 - range.a0;
    const int m = range.b1 - range.b0;
    Point best{range.a0, range.b0};
    for (int k = -d + 2 * std::max(0, d - m); k <= d - 2 * std::max(0, d - n); k += 2) {
        const int x = m_forward[std::size_t(k + m_offset)];
        const Point here{range.a0 + x, range.b0 + x - k};
        if (x <= n && x - k <= m && here.a + here.b > best.a + best.b)
            best = here;
    }
    return best;
}

/// A point that a cheap edit script passes through, inside the range. Both sides are not empty and
/// differ at both ends, so at least two edits are needed and each half gets at least one.
Point Matcher::split(const Range &range)
{
    const int n = range.a1 - range.a0;
    const int m = range.b1 - range.b0;
    m_offset = std::min(kMaxSplitCost, n + m) + std::abs(n - m) + 2;
    const auto needed = std::size_t(2 * m_offset + 1);
    if (m_forward.size() < needed) {
        m_forward.resize(needed);
        m_backward.resize(needed);
    }
    forward(1) = 0;
    backward(1) = 0;
    Point found;
    for (int d = 0;; ++d) {
        if (stepForward(range, d, found) || stepBackward(range, d, found))
            return found;
        if (d >= kMaxSplitCost || m_budget <= 0)
            return furthest(range, d);
    }
}

void Matcher::divide(const Range &range)
{
    const std::vector<Point> points =
        range.depth < kMaxPatienceDepth ? anchors(range) : std::vector<Point>();
    if (points.empty()) {
        const Point middle = split(range);
        const int done = middle.a - range.a0 + middle.b - range.b0;
        if (done == 0 || done == range.a1 - range.a0 + range.b1 - range.b0)
            return;
        m_open.push_back({range.a0, middle.a, range.b0, middle.b, range.depth + 1});
        m_open.push_back({middle.a, range.a1, middle.b, range.b1, range.depth + 1});
        return;
    }
    Range gap = range;
    ++gap.depth;
    for (const Point &point : points) {
        gap.a1 = point.a;
        gap.b1 = point.b;
        m_open.push_back(gap);
        emitRun(point.a, point.b, 1);
        gap.a0 = point.a + 1;
        gap.b0 = point.b + 1;
    }
    gap.a1 = range.a1;
    gap.b1 = range.b1;
    m_open.push_back(gap);
}

std::vector<MatchRun> Matcher::run()
{
    m_open.push_back({0, int(m_a.size()), 0, int(m_b.size()), 0});
    while (!m_open.empty()) {
        Range range = m_open.back();
        m_open.pop_back();
        trim(range);
        if (!range.empty() && m_budget > 0)
            divide(range);
    }
    std::sort(m_runs.begin(), m_runs.end(), [](const MatchRun &x, const MatchRun &y) {
        return x.a < y.a;
    });
    std::vector<MatchRun> joined;
    for (const MatchRun &run : m_runs) {
        if (!joined.empty() && joined.back().a + joined.back().length == run.a
            && joined.back().b + joined.back().length == run.b)
            joined.back().length += run.length;
        else
            joined.push_back(run);
    }
    return joined;
}

} // namespace

std::vector<MatchRun>
matchSequences(std::span<const int> a, std::span<const int> b, std::int64_t &budget)
{
    return Matcher(a, b, budget).run();
}
