#pragma once

#include "model/base/canistervalues.h"

#include <QDialog>

class QLineEdit;
class QSpinBox;

/// Room and note of one person.
class UserDialog : public QDialog
{
    Q_OBJECT

public:
    explicit UserDialog(const CanisterUser &user, QWidget *parent = nullptr);

    /// What was changed; nothing else is set.
    CanisterUserChange change() const;

private:
    CanisterUser m_user;
    QLineEdit *m_note;
    QSpinBox *m_quota;
};
