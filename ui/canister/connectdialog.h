#pragma once

#include "ui/canister/canisteraccess.h"

#include <QDialog>
#include <QTimer>

class Notice;
class QLineEdit;
class QPushButton;
struct AccountInfo;
struct ConnectLink;

/// Address, canister and, where it takes one, a claim code or invite. Looks at what is given while
/// it is typed and says in words what it found; nothing is changed before the main button.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    /// `access` must outlive the dialog.
    explicit ConnectDialog(CanisterAccess &access, QWidget *parent = nullptr);

    void setAddress(const CanisterAddress &address);
    void setCode(const QString &code);
    void takeLink(const ConnectLink &link);
    /// A key was made or changed: looks again.
    void setAccount(const AccountInfo &account);

signals:
    /// Claimed or joined if that was needed: to be used from now on.
    void connected(const CanisterAddress &address);
    /// The person wants to make or open a key first.
    void keyRequested();

private:
    QWidget *buildFields();
    void onEdited();
    bool takePastedLink();
    CanisterAddress address() const;
    QString code() const;
    void look();
    void showVerdict();
    void showVerdict(const ConnectionVerdict &verdict);
    void act();
    void admitted(const Result<Done, CanisterProblem> &answer, const CanisterAddress &where);
    void setWorking(bool working);

    CanisterAccess &m_access;
    QLineEdit *m_url;
    QLineEdit *m_canister;
    QLineEdit *m_code;
    Notice *m_notice;
    QPushButton *m_connect;
    QTimer m_delay;
    std::optional<ConnectionReport> m_report; ///< Of what is in the fields now.
    CanisterAddress m_looked; ///< What the running or last look was about.
    ConnectionVerdict::Action m_action = ConnectionVerdict::Action::None;
    int m_turn = 0; ///< Answers to earlier looks are dropped.
    QString m_principal;
    bool m_working = false;
};
