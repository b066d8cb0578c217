#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

/// The local network with the real canister (canister/local/start.mjs), fresh and throw-away. It
/// ends with the object, and by itself if the test dies.
///
/// Needs `npm ci --ignore-scripts` in canister/. POCKET_IC_BIN is start.mjs's business.
class LocalNetwork
{
public:
    LocalNetwork() = default;
    ~LocalNetwork();
    LocalNetwork(const LocalNetwork &) = delete;
    LocalNetwork &operator=(const LocalNetwork &) = delete;

    /// Builds the canister if its sources changed, starts the network and waits until it is ready.
    /// Empty: it runs; else why it does not. `options` as start.mjs knows them ("--control", ...).
    /// Everybody may use the canister unless they contain another "--registration".
    QString start(const QStringList &options = {});
    /// Ends it as a closed lid would: the port is free afterwards.
    void stop();

    QByteArray url() const { return m_url; } ///< "http://127.0.0.1:PORT"
    QByteArray controlUrl() const { return m_url + "/control"; } ///< With "--control" only.
    QString canisterId() const { return m_canisterId; } ///< Text.
    QByteArray rootKey() const { return m_rootKey; } ///< DER.
    QString claimSecret() const { return m_claimSecret; } ///< What `claim` wants, as UTF-8.

private:
    QString build() const;
    QString readAnnouncement();

    QProcess m_process;
    QByteArray m_url;
    QString m_canisterId;
    QByteArray m_rootKey;
    QString m_claimSecret;
};
