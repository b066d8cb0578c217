#pragma once

#include "app/options.h"

#include <QObject>

#include <memory>
#include <optional>

class AccountController;
class CanisterAccess;
class CanisterController;
struct SyncTarget;
class ExchangeController;
class Keychain;
class MainWindow;
class Profile;
class StoreThread;
class SyncService;

/// One profile at work: its store thread, its sync thread, its window, connected. The only place
/// that knows them all.
class Session : public QObject
{
    Q_OBJECT

public:
    /// `profile` is open and its database was found to be usable.
    Session(std::unique_ptr<Profile> profile, const Options &options, QObject *parent = nullptr);
    /// Saves and ends the threads.
    ~Session() override;

    /// Shows the window; the welcome documents are written when the profile is new.
    void start();

    MainWindow &window() { return *m_window; }
    StoreThread &store() { return *m_store; }
    SyncService &sync() { return *m_sync; }
    Profile &profile() { return *m_profile; }
    AccountController &account() { return *m_account; }
    CanisterAccess *canister();

signals:
    void finished(); ///< The window was closed and everything is saved.

private:
    void connectStore();
    void connectSync();
    void connectAccount();
    void connectAttention();
    void welcome();
    bool
    startsOffline() const; ///< By --offline, for this run, or because the person chose it before.
    void connectCanister();
    void useTarget(const std::optional<SyncTarget> &target);
    void claimFirst(const SyncTarget &target);

    Options m_options;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Keychain> m_keychain;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<SyncService> m_sync;
    std::unique_ptr<AccountController> m_account;
    std::unique_ptr<CanisterController> m_canister;
    std::unique_ptr<ExchangeController> m_exchange;
    std::unique_ptr<MainWindow> m_window;
};
