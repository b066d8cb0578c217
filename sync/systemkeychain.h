#pragma once

#include "sync/keychain.h"

#include <QObject>

namespace QKeychain {
class Job;
}

/// The platform's secret store through QtKeychain: Secret Service or KWallet on Linux. Never the
/// plain-text fallback. Lives on one thread with an event loop; answers after `this` is gone are
/// dropped.
class SystemKeychain final : public QObject, public Keychain
{
    Q_OBJECT

public:
    /// `service` is the name under which the person sees the entries.
    explicit SystemKeychain(const QString &service = QStringLiteral("Sheaf"),
                            QObject *parent = nullptr);

    void read(const QString &name, ReadDone done) override;
    void write(const QString &name, const QByteArray &secret, WriteDone done) override;
    void remove(const QString &name, WriteDone done) override;

private:
    void begin(QKeychain::Job *job, const QString &name, WriteDone done);

    QString m_service;
};
