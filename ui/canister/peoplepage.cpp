#include "ui/canister/peoplepage.h"

#include "ui/canister/canisterwords.h"
#include "ui/canister/invitedialog.h"
#include "ui/canister/tables.h"
#include "ui/canister/userdialog.h"
#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

PeoplePage::PeoplePage(CanisterAccess &access, QWidget *parent)
    : LoadedPage(tr("People"), parent)
    , m_access(access)
{
    buildUsers();
    buildInvites();
}

QPushButton *PeoplePage::addButton(const QString &text, const QString &name, QHBoxLayout *row)
{
    auto *button = new QPushButton(text, content());
    button->setObjectName(name);
    button->setAutoDefault(false);
    row->addWidget(button);
    return button;
}

void PeoplePage::buildUsers()
{
    m_userTable =
        makeTable({tr("Who"), tr("Room"), tr("Last seen"), tr("State")}, tr("People"), content());
    m_userTable->setObjectName(QStringLiteral("users"));
    m_userTable->setMinimumHeight(130);
    rows()->addWidget(m_userTable, 3);
    auto *buttons = new QHBoxLayout;
    m_edit = addButton(tr("&Change…"), QStringLiteral("editUser"), buttons);
    m_suspend = addButton(tr("&Suspend"), QStringLiteral("suspend"), buttons);
    m_remove = addButton(tr("&Remove…"), QStringLiteral("removeUser"), buttons);
    buttons->addStretch();
    rows()->addLayout(buttons);
    connect(m_userTable, &QTableWidget::itemSelectionChanged, this, &PeoplePage::updateButtons);
    connect(m_userTable, &QTableWidget::itemActivated, this, &PeoplePage::edit);
    connect(m_edit, &QPushButton::clicked, this, &PeoplePage::edit);
    connect(m_suspend, &QPushButton::clicked, this, &PeoplePage::toggleSuspended);
    connect(m_remove, &QPushButton::clicked, this, &PeoplePage::remove);
}

void PeoplePage::buildInvites()
{
    rows()->addSpacing(6);
    rows()->addWidget(sectionLabel(tr("Invites"), content()));
    m_inviteTable =
        makeTable({tr("For"), tr("Made"), tr("Expires"), tr("State")}, tr("Invites"), content());
    m_inviteTable->setObjectName(QStringLiteral("invites"));
    m_inviteTable->setMinimumHeight(90);
    rows()->addWidget(m_inviteTable, 2);
    auto *buttons = new QHBoxLayout;
    QPushButton *create = addButton(tr("&Invite somebody…"), QStringLiteral("invite"), buttons);
    m_revoke = addButton(tr("Re&voke"), QStringLiteral("revoke"), buttons);
    buttons->addStretch();
    rows()->addLayout(buttons);
    connect(m_inviteTable, &QTableWidget::itemSelectionChanged, this, &PeoplePage::updateButtons);
    connect(create, &QPushButton::clicked, this, &PeoplePage::invite);
    connect(m_revoke, &QPushButton::clicked, this, &PeoplePage::revoke);
}

void PeoplePage::load()
{
    m_access.users(this, [this](const Result<QList<CanisterUser>, CanisterProblem> &users) {
        if (!isThere(users))
            return;
        showUsers(users.value());
        m_access.invites(this,
                         [this](const Result<QList<CanisterInvite>, CanisterProblem> &invites) {
                             if (!isThere(invites))
                                 return;
                             showInvites(invites.value());
                             showContent();
                         });
    });
}

void PeoplePage::showUsers(const QList<CanisterUser> &users)
{
    const int current = m_userTable->currentRow();
    m_users = users;
    m_userTable->setRowCount(int(users.size()));
    int row = 0;
    for (const CanisterUser &user : users) {
        QString state = user.suspended ? tr("suspended") : tr("member");
        if (user.owner)
            state = tr("owner");
        setRow(m_userTable,
               row,
               {user.note.isEmpty() ? shortPrincipal(user.principal) : user.note,
                usageText(user.bytes + user.chunkBytes, user.quotaBytes),
                dateText(user.lastSeen),
                state});
        m_userTable->item(row, 0)->setToolTip(user.principal);
        ++row;
    }
    if (current >= 0 && current < users.size())
        m_userTable->selectRow(current);
    updateButtons();
}

void PeoplePage::showInvites(const QList<CanisterInvite> &invites)
{
    m_invites = invites;
    m_inviteTable->setRowCount(int(invites.size()));
    int row = 0;
    for (const CanisterInvite &invite : invites) {
        setRow(m_inviteTable,
               row++,
               {invite.note.isEmpty() ? tr("Invite %1").arg(invite.id) : invite.note,
                dateText(invite.created),
                dateText(invite.expires),
                invite.usedBy ? tr("used by %1").arg(shortPrincipal(*invite.usedBy)) : tr("open")});
    }
    updateButtons();
}

const CanisterUser *PeoplePage::chosenUser() const
{
    const int row = m_userTable->currentRow();
    const bool chosen = !m_userTable->selectedItems().isEmpty() && row >= 0 && row < m_users.size();
    return chosen ? &m_users[row] : nullptr;
}

const CanisterInvite *PeoplePage::chosenInvite() const
{
    const int row = m_inviteTable->currentRow();
    const bool chosen =
        !m_inviteTable->selectedItems().isEmpty() && row >= 0 && row < m_invites.size();
    return chosen ? &m_invites[row] : nullptr;
}

void PeoplePage::updateButtons()
{
    const CanisterUser *user = chosenUser();
    m_edit->setEnabled(user != nullptr);
    m_suspend->setEnabled(user && !user->owner);
    m_suspend->setText(user && user->suspended ? tr("Let &write again") : tr("&Suspend"));
    m_remove->setEnabled(user && !user->owner);
    m_revoke->setEnabled(chosenInvite() != nullptr);
}

void PeoplePage::change(const CanisterUserChange &change)
{
    m_access.setUser(change, this, [this](const Result<CanisterUser, CanisterProblem> &changed) {
        if (changed)
            load();
        else
            showFailure(changed.error());
    });
}

void PeoplePage::edit()
{
    const CanisterUser *user = chosenUser();
    if (!user)
        return;
    auto *dialog = new UserDialog(*user, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { change(dialog->change()); });
    dialog->open();
}

void PeoplePage::toggleSuspended()
{
    if (const CanisterUser *user = chosenUser())
        change({user->principal, {}, !user->suspended, {}});
}

void PeoplePage::remove()
{
    const CanisterUser *user = chosenUser();
    if (!user)
        return;
    const QString principal = user->principal;
    const QString name = user->note.isEmpty() ? shortPrincipal(principal) : user->note;
    auto *box =
        new QMessageBox(QMessageBox::Warning,
                        tr("Remove %1").arg(name),
                        tr("Remove %1 and delete everything of theirs from the canister, %2?")
                            .arg(name, sizeText(user->bytes + user->chunkBytes)),
                        QMessageBox::Cancel,
                        this);
    box->setInformativeText(tr("What they have on their own devices stays there. Only a suspended "
                               "person can be removed, so that they had time to notice."));
    QPushButton *go = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    go->setObjectName(QStringLiteral("confirmRemove"));
    go->setEnabled(user->suspended);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(go, &QPushButton::clicked, this, [this, principal] {
        m_access.removeUser(principal, this, [this](const Result<Done, CanisterProblem> &removed) {
            if (removed)
                load();
            else
                showFailure(removed.error());
        });
    });
    box->open();
}

void PeoplePage::invite()
{
    auto *dialog = new InviteDialog(m_access, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &InviteDialog::created, this, [this] { load(); });
    dialog->open();
}

void PeoplePage::revoke()
{
    const CanisterInvite *invite = chosenInvite();
    if (!invite)
        return;
    m_access.revokeInvite(invite->id, this, [this](const Result<Done, CanisterProblem> &revoked) {
        if (revoked)
            load();
        else
            showFailure(revoked.error());
    });
}
