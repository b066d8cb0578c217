#pragma once

#include "ui/canister/canisteraccess.h"
#include "ui/canister/loadedpage.h"

class QPushButton;
class QTableWidget;

/// The people of the owner's canister, and the invites that are open.
class PeoplePage : public LoadedPage
{
    Q_OBJECT

public:
    /// `access` must outlive the page.
    explicit PeoplePage(CanisterAccess &access, QWidget *parent = nullptr);

protected:
    void load() override;

private:
    QPushButton *addButton(const QString &text, const QString &name, class QHBoxLayout *row);
    void buildUsers();
    void buildInvites();
    void showUsers(const QList<CanisterUser> &users);
    void showInvites(const QList<CanisterInvite> &invites);
    const CanisterUser *chosenUser() const;
    const CanisterInvite *chosenInvite() const;
    void updateButtons();
    void edit();
    void toggleSuspended();
    void remove();
    void change(const CanisterUserChange &change);
    void invite();
    void revoke();

    CanisterAccess &m_access;
    QList<CanisterUser> m_users;
    QList<CanisterInvite> m_invites;
    QTableWidget *m_userTable = nullptr;
    QTableWidget *m_inviteTable = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_suspend = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_revoke = nullptr;
};
