#pragma once

#include <QDialog>

class Actions;

/// Every command with its keys, to be searched.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const Actions &actions, QWidget *parent = nullptr);
};
