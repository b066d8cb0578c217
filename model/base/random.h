#pragma once

#include <cstdint>
#include <span>

/// Where randomness comes from; tests pass a seeded one.
class Random
{
public:
    virtual ~Random() = default;

    /// Fills `bytes`; good enough for keys and nonces in the system implementation.
    virtual void fill(std::span<std::uint8_t> bytes) = 0;

    /// Uniform in [0, 1).
    double fraction();
};

/// The operating system's generator. Safe to use from every thread.
class SystemRandom final : public Random
{
public:
    void fill(std::span<std::uint8_t> bytes) override;
};
