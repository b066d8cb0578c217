#pragma once

#include "sync/keychain.h"

#include <QHash>

/// A secret store in memory that answers at once, or none at all.
class FakeKeychain final : public Keychain
{
public:
    bool available = true;
    QHash<QString, QByteArray> entries;

    void read(const QString &name, ReadDone done) override
    {
        if (!available)
            done(unavailable());
        else if (!entries.contains(name))
            done(KeychainError{KeychainError::Kind::NoEntry, name});
        else
            done(entries.value(name));
    }

    void write(const QString &name, const QByteArray &secret, WriteDone done) override
    {
        if (available)
            entries.insert(name, secret);
        done(ended());
    }

    void remove(const QString &name, WriteDone done) override
    {
        if (available)
            entries.remove(name);
        done(ended());
    }

private:
    static KeychainError unavailable()
    {
        return {KeychainError::Kind::Unavailable, QStringLiteral("none here")};
    }
    Result<Done, KeychainError> ended() const
    {
        if (available)
            return Done{};
        return unavailable();
    }
};
