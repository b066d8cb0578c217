#pragma once

#include <QString>

/// Names of what the engine remembers between rounds (`ReplicaTransaction::remember`).
namespace replicamemory {

/// End of the last complete round, ms since 1970, as text.
inline QString lastSynced()
{
    return QStringLiteral("sync.last-synced");
}

/// When the canister last wrote this device's record, ms since 1970, as text.
inline QString lastCheckin()
{
    return QStringLiteral("sync.last-checkin");
}

/// Pushes that this device began, as text: the canister must not have counted more of them (S100).
inline QString pushes()
{
    return QStringLiteral("sync.pushes");
}

/// What the canister had counted before this device began to.
inline QString pushesBefore()
{
    return QStringLiteral("sync.pushes-before");
}

/// Not empty: the person agreed to the deletions that wait to be pushed.
inline QString mayDelete()
{
    return QStringLiteral("sync.may-delete");
}

/// Epoch of an empty canister that the person agreed to fill, as text.
inline QString mayFill()
{
    return QStringLiteral("sync.may-fill");
}

/// Epoch of an empty canister that waits for the person's answer, and how many notes and drawings
/// would be sent, as text with a space between.
inline QString asksToFill()
{
    return QStringLiteral("sync.asks-to-fill");
}

} // namespace replicamemory
