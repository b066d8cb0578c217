#pragma once

#include "ui/canister/canisteraccess.h"

#include <QDialog>

class Notice;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

/// Makes an invite and shows its code, once: the canister keeps only the code's hash.
class InviteDialog : public QDialog
{
    Q_OBJECT

public:
    /// `access` must outlive the dialog.
    explicit InviteDialog(CanisterAccess &access, QWidget *parent = nullptr);

signals:
    void created();

private:
    QWidget *buildQuestion();
    QWidget *buildAnswer();
    void create();
    void showCode(const CanisterAccess::NewInvite &invite);

    CanisterAccess &m_access;
    QStackedWidget *m_steps;
    QLineEdit *m_note = nullptr;
    QSpinBox *m_days = nullptr;
    Notice *m_problem = nullptr;
    Notice *m_done = nullptr;
    QLineEdit *m_code = nullptr;
    QLineEdit *m_link = nullptr;
    QPushButton *m_create = nullptr;
    QPushButton *m_close = nullptr;
};
