#include "model/base/random.h"

#include <QRandomGenerator>

#include <array>

double Random::fraction()
{
    std::array<std::uint8_t, 8> bytes{};
    fill(bytes);
    std::uint64_t bits = 0;
    for (const std::uint8_t byte : bytes)
        bits = (bits << 8U) | byte;
    return static_cast<double>(bits >> 11U) * 0x1.0p-53;
}

void SystemRandom::fill(std::span<std::uint8_t> bytes)
{
    QRandomGenerator *generator = QRandomGenerator::system();
    for (std::uint8_t &byte : bytes)
        byte = static_cast<std::uint8_t>(generator->generate() & 0xffU);
}
