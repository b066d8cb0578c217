#pragma once

#include <cstdint>

/// How far the attachments of one round are.
struct TransferProgress
{
    std::int64_t doneBytes = 0;
    std::int64_t totalBytes = 0; ///< What is known to be due now, both ways; 0: nothing travels.

    friend bool operator==(const TransferProgress &, const TransferProgress &) = default;
};
