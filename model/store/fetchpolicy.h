#pragma once

#include "model/base/ids.h"

#include <QByteArray>
#include <QList>

#include <cstdint>
#include <limits>

/// Which attachments of other devices come without being asked for.
struct FetchPolicy
{
    static constexpr std::int64_t kAlways = std::numeric_limits<std::int64_t>::max();
    static constexpr std::int64_t kOnlyShown = -1;
    static constexpr std::int64_t kDefault = 20LL * 1024 * 1024;

    /// Up to this size by themselves, after the notes; larger ones when they are shown.
    std::int64_t autoBytes = kDefault;

    friend bool operator==(const FetchPolicy &, const FetchPolicy &) = default;
};

/// What is to be fetched next, the files that somebody looks at first.
struct WantedChunks
{
    struct File
    {
        DocumentId id; ///< The attachment.
        QList<QByteArray> hashes; ///< None: all of it came with another one.
    };
    QList<File> files;
    bool asked = false; ///< Somebody looks at the first of them.
};
