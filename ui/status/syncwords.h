#pragma once

#include "model/base/syncstatus.h"

#include <QString>

/// How a sync state reads. Nothing is ever called synced while anything waits.
struct SyncWords
{
    QString icon; ///< Name of a themed icon.
    QString brief; ///< For the status bar.
    QString sentence; ///< For the details: what is, what it means, what happens next.
    bool wantsAttention = false;
};
SyncWords wordsFor(const SyncStatus &status, std::int64_t nowMs);
