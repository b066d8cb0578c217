#pragma once

#include "model/base/result.h"
#include "model/store/storeerror.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>

/// A message to the canister that was written down before it was sent.
struct KeptMessage
{
    QByteArray id; ///< 32 bytes.
    std::uint64_t expiryNs = 0; ///< Nanoseconds since 1970; the network runs it before or never.
    QByteArray canister; ///< Bytes of its principal.
    QByteArray sender; ///< Bytes of the person's principal.
    QString method;
    QByteArray note; ///< What the sender needs to use the answer.
    friend bool operator==(const KeptMessage &, const KeptMessage &) = default;
};

/// The network's time as the last session knew it.
struct KeptTime
{
    std::int64_t newestCertifiedNs = 0; ///< Nanoseconds since 1970; 0: none.
    std::int64_t clockOffsetNs = 0;
    friend bool operator==(const KeptTime &, const KeptTime &) = default;
};

/// What the network's side of syncing keeps over restarts. Never leaves the profile. Same thread
/// rule as `ReplicaStore`; everything is on disk when a call returns.
class NetworkMemory
{
public:
    virtual ~NetworkMemory() = default;

    virtual Result<Done, StoreError> keepMessage(const KeptMessage &message) = 0;
    virtual Result<Done, StoreError> dropMessage(const QByteArray &id) = 0;
    /// By expiry.
    virtual Result<QList<KeptMessage>, StoreError> keptMessages() const = 0;

    virtual Result<KeptTime, StoreError> keptTime() const = 0;
    virtual Result<Done, StoreError> keepTime(const KeptTime &time) = 0;
};
