#pragma once

#include "model/base/canistervalues.h"

#include <QDialog>

/// Asks twice: what goes, what stays, and a word to type before the button works.
class DeleteSpaceDialog : public QDialog
{
    Q_OBJECT

public:
    DeleteSpaceDialog(const CanisterUsage &usage, const QString &principal, QWidget *parent);

    /// What has to be typed: the first group of the principal.
    static QString confirmation(const QString &principal);
};
