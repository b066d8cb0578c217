#pragma once

#include "ui/accountinfo.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class UiSettings;

/// General, editor, sync, account, about. Changes apply at once; there is nothing to confirm but
/// the canister, which is taken when its button is pressed.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Page { General, Editor, Sync, Account, About };

    explicit SettingsDialog(UiSettings &settings, QWidget *parent = nullptr);

    void showPage(Page page);
    void setAccount(const AccountInfo &account);
    void setKeychain(bool available, const QString &reason);
    void setCheckResult(bool reachable, const QString &sentence);

signals:
    void themeChanged();
    void editorChanged();
    void canisterChanged(const QString &url, const QString &canisterId);
    void connectionCheckRequested(const QString &url, const QString &canisterId);
    void pollIntervalChanged(int seconds);
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
    QWidget *buildAbout();
    void addPage(const QString &icon, const QString &title, QWidget *page);
    KeyPlace chosenPlace() const;
    void fillAccount();

    UiSettings &m_settings;
    AccountInfo m_account;
    QListWidget *m_pages;
    QStackedWidget *m_stack;
    QLineEdit *m_url = nullptr;
    QLineEdit *m_canister = nullptr;
    QLineEdit *m_device = nullptr;
    QLabel *m_checkResult = nullptr;
    QLabel *m_explanation = nullptr;
    QLabel *m_principal = nullptr;
    QLabel *m_keyPlace = nullptr;
    QLabel *m_keychainProblem = nullptr;
    QComboBox *m_place = nullptr;
    QWidget *m_signedOutPart = nullptr;
    QWidget *m_signedInPart = nullptr;
};
