#pragma once

#include "model/base/syncstatus.h"

#include <QToolButton>

class Actions;
class Clock;
class QFrame;
class QGridLayout;
class QLabel;

/// The sync state in the status bar, and a panel with the details above it.
class SyncIndicator : public QToolButton
{
    Q_OBJECT

public:
    SyncIndicator(Actions &actions, const Clock &clock, QWidget *parent = nullptr);

    void setStatus(const SyncStatus &status);
    const SyncStatus &status() const { return m_status; }
    void setSignedIn(bool signedIn, const QString &account);
    QWidget *popover() const;

public slots:
    void togglePopover();
    /// Relative times grow old.
    void refresh();

private:
    void buildPopover();
    void fillPopover();
    void placePopover();

    Actions &m_actions;
    const Clock &m_clock;
    SyncStatus m_status;
    QString m_account;
    bool m_signedIn = false;
    QFrame *m_popover;
    QLabel *m_title;
    QLabel *m_sentence;
    QGridLayout *m_facts;
};
