// What concerns syncing: values in, intents out.
#include "model/store/storethread.h"
#include "ui/actions.h"
#include "ui/document/documentpage.h"
#include "ui/library/documentlistpane.h"
#include "ui/library/sidebar.h"
#include "ui/mainwindow.h"
#include "ui/notes/notesession.h"
#include "ui/notes/notesessions.h"
#include "ui/status/syncindicator.h"
#include "ui/status/toast.h"
#include "ui/uisettings.h"

#include <QAction>
#include <QLabel>

void MainWindow::connectSync()
{
    connect(m_actions->syncNow, &QAction::triggered, this, &MainWindow::syncRequested);
    connect(m_actions->saveNow, &QAction::triggered, this, [this] {
        m_sessions->flushAll();
        emit syncRequested();
    });
    connect(m_actions->workOffline, &QAction::triggered, this, [this](bool offline) {
        m_settings.setWorkOffline(offline);
        emit workOfflineChanged(offline);
    });
    connect(m_actions->reviewConflicts, &QAction::triggered, this, &MainWindow::showConflicts);
    m_actions->workOffline->setChecked(m_settings.workOffline());
}

void MainWindow::setSyncStatus(const SyncStatus &status)
{
    m_status = status;
    m_indicator->setStatus(status);
}

void MainWindow::setAccount(const AccountInfo &account)
{
    m_account = account;
    m_indicator->setSignedIn(account.signedIn, account.principal);
}

void MainWindow::setWorkOffline(bool offline)
{
    m_actions->workOffline->setChecked(offline);
}

void MainWindow::showMessage(const QString &text, const QString &action, std::function<void()> run)
{
    m_toast->show(text, action, std::move(run));
}

void MainWindow::showProgress(const QString &text)
{
    m_progress->setText(text);
}

void MainWindow::setConnectionCheckResult(bool reachable, const QString &sentence)
{
    Q_UNUSED(reachable)
    Q_UNUSED(sentence)
}

void MainWindow::setKeychainAvailable(bool available, const QString &reason)
{
    m_keychainAvailable = available;
    m_keychainProblem = reason;
}

void MainWindow::showConflicts() {}
void MainWindow::showConflictBanner() {}
