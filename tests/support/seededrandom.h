#pragma once

#include "model/base/random.h"

#include <cstdint>

/// The same sequence for the same seed on every machine, so that a failing run can be repeated.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(std::uint64_t seed);

    void fill(std::span<std::uint8_t> bytes) override;
    /// Uniform in [0, bound); 0 if `bound` is not positive.
    int below(int bound);

private:
    std::uint64_t next();
    std::uint64_t m_state;
};
