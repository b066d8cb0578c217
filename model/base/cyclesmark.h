#pragma once

/// What the canister says about the balance that keeps it running, in every answer.
enum class CyclesMark {
    Enough, ///< Or not known.
    Low, ///< Its owner should top it up soon.
    Critical, ///< It stops answering before long.
};
