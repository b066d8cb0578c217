#pragma once

#include "app/syncservice.h"
#include "sync/identityvault.h"
#include "ui/accountinfo.h"

#include <QObject>

#include <memory>
#include <optional>

class Keychain;
class Profile;
class StoreThread;

/// Who this profile is: the key, where it is kept, the canister it goes with. GUI thread.
class AccountController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the controller.
    AccountController(Profile &profile,
                      StoreThread &store,
                      Keychain &keychain,
                      QObject *parent = nullptr);
    ~AccountController() override;

    /// What the command line said: holds until the person chooses otherwise in this run, and is
    /// kept only where nothing was saved before. Empty texts change nothing. Before `start`.
    void useForThisRun(const QString &url, const QString &canisterId, const QString &deviceName);
    /// Loads the key: from `identityFile` if one is given, else from where the profile keeps it.
    void start(const QString &identityFile);
    AccountInfo info() const;
    /// Null while signed out.
    std::shared_ptr<const ic::Identity> identity() const { return m_identity; }

public slots:
    void createKey(KeyPlace place);
    void importIdentity(const QString &path, KeyPlace place);
    void exportIdentity(const QString &path);
    void signOut();
    void setCanister(const QString &url, const QString &canisterId);
    void setDeviceName(const QString &name);
    /// Syncs with nobody until `resumeSync` or until a canister is set; saves nothing.
    void pauseSync();
    void resumeSync();

signals:
    void infoChanged(const AccountInfo &info);
    /// nullopt: no key or no canister, nothing travels.
    void targetChanged(const std::optional<SyncTarget> &target);
    void keychainChecked(bool available, const QString &reason);
    void message(const QString &sentence);

private:
    void openVault(const QByteArray &profileId, const QString &identityFile);
    void useFile(const QString &path);
    void adopt(std::shared_ptr<const ic::KeyIdentity> identity, const QString &placeSentence);
    void keep(std::shared_ptr<const ic::KeyIdentity> identity, KeyPlace place);
    void publish();
    static QString placeSentence(IdentityVault::Place place);

    Profile &m_profile;
    StoreThread &m_store;
    Keychain &m_keychain;
    std::unique_ptr<IdentityVault> m_vault;
    std::shared_ptr<const ic::KeyIdentity> m_identity;
    QString m_placeSentence;
    bool m_paused = false;
    // Of this run; empty: as saved.
    QString m_runUrl;
    QString m_runCanister;
    QString m_runDevice;
};
