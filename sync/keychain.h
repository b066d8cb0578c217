#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

struct KeychainError
{
    enum class Kind {
        NoEntry, ///< Nothing is stored under this name: an answer, not a fault.
        Unavailable, ///< No usable secret store on this computer now (no service, locked, refused).
    };
    Kind kind = Kind::Unavailable;
    QString detail; ///< English, for the log. Never the secret.
};

/// The platform's secret store. Calls answer later, on the caller's thread, through an event loop:
/// a locked store waits for the person, without limit.
class Keychain
{
public:
    virtual ~Keychain() = default;

    using ReadDone = std::function<void(Result<QByteArray, KeychainError>)>;
    using WriteDone = std::function<void(Result<Done, KeychainError>)>;

    virtual void read(const QString &name, ReadDone done) = 0;
    virtual void write(const QString &name, const QByteArray &secret, WriteDone done) = 0;
    /// A missing entry is no error.
    virtual void remove(const QString &name, WriteDone done) = 0;
};
