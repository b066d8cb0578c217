#pragma once

/// What has not travelled yet: the numbers of the sync indicator.
struct OutgoingCounts
{
    int pending = 0; ///< Rows.
    int conflicts = 0; ///< Documents.
    int refused = 0; ///< Rows.
};
