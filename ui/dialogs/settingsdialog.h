#pragma once

#include "ui/accountinfo.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class CanisterAccess;
class OwnerPage;
class QListWidgetItem;
class QStackedWidget;
class SpacePage;
class UiSettings;

/// General, editor, sync, account, about, and while a canister is in use its pages: what everybody
/// has there, and for its owner how it fares and who its people are. Changes apply at once.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Page { General, Editor, Sync, Account, Space, Canister, People, About };

    /// Both must outlive the dialog; without `access` there is nothing about canisters.
    SettingsDialog(UiSettings &settings, CanisterAccess *access, QWidget *parent = nullptr);

    void showPage(Page page);
    void setAccount(const AccountInfo &account);
    void setKeychain(bool available, const QString &reason);

signals:
    void themeChanged();
    void editorChanged();
    void canisterChanged(const QString &url, const QString &canisterId);
    void connectRequested(); ///< The dialog that chooses a canister.
    void exportRequested(); ///< Of everything.
    void pollIntervalChanged(int seconds);
    void fetchPolicyChanged();
    void deviceNameChanged(const QString &name);
    void createKeyRequested(KeyPlace place);
    void importIdentityRequested(const QString &path, KeyPlace place);
    void exportIdentityRequested(const QString &path);
    void signOutRequested();
    void shortcutsRequested();

private:
    QWidget *buildGeneral();
    QWidget *buildEditor();
    QWidget *buildSync();
    QWidget *buildAccount();
    QComboBox *fetchChoice(QWidget *parent);
    QWidget *buildAbout();
    void addCanisterPages();
    void fillCanister();
    void askForOwner();
    void setOwnerPages(bool shown);
    void showEvent(QShowEvent *event) override;
    void addPage(const QString &icon, const QString &title, QWidget *page);
    KeyPlace chosenPlace() const;
    void fillAccount();

    UiSettings &m_settings;
    CanisterAccess *m_access;
    AccountInfo m_account;
    QListWidget *m_pages;
    QStackedWidget *m_stack;
    SpacePage *m_space = nullptr;
    OwnerPage *m_owner = nullptr;
    QLineEdit *m_device = nullptr;
    QLabel *m_canister = nullptr;
    QPushButton *m_connect = nullptr;
    QPushButton *m_copyLink = nullptr;
    QPushButton *m_disconnect = nullptr;
    QLabel *m_explanation = nullptr;
    QLabel *m_principal = nullptr;
    QLabel *m_keyPlace = nullptr;
    QLabel *m_keychainProblem = nullptr;
    QComboBox *m_place = nullptr;
    QWidget *m_signedOutPart = nullptr;
    QWidget *m_signedInPart = nullptr;
};
