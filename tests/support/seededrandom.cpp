#include "tests/support/seededrandom.h"

SeededRandom::SeededRandom(std::uint64_t seed)
    : m_state(seed)
{}

// SplitMix64 (Steele, Lea, Flood 2014): one addition and a mixing function per number.
std::uint64_t SeededRandom::next()
{
    m_state += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
}

void SeededRandom::fill(std::span<std::uint8_t> bytes)
{
    for (std::uint8_t &byte : bytes)
        byte = static_cast<std::uint8_t>(next() >> 56U);
}

int SeededRandom::below(int bound)
{
    return bound <= 0 ? 0 : static_cast<int>(next() % static_cast<std::uint64_t>(bound));
}
