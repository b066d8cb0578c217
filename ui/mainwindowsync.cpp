// What concerns syncing: values in, intents out.
#include "model/base/clock.h"
#include "model/store/storethread.h"
#include "ui/actions.h"
#include "ui/canister/connectdialog.h"
#include "ui/canister/connectlink.h"
#include "ui/conflicts/conflictcontroller.h"
#include "ui/conflicts/notedifferences.h"
#include "ui/dialogs/historydialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/document/banner.h"
#include "ui/document/documentpage.h"
#include "ui/document/drawingdesk.h"
#include "ui/library/documentlistpane.h"
#include "ui/library/sidebar.h"
#include "ui/library/timewords.h"
#include "ui/mainwindow.h"
#include "ui/notes/notesession.h"
#include "ui/notes/notesessions.h"
#include "ui/status/syncindicator.h"
#include "ui/status/toast.h"
#include "ui/uisettings.h"

#include <QAction>
#include <QApplication>
#include <QLabel>

void MainWindow::connectSync()
{
    connect(m_actions->syncNow, &QAction::triggered, this, &MainWindow::syncRequested);
    connect(m_actions->saveNow, &QAction::triggered, this, [this] {
        m_sessions->flushAll();
        m_desk->finishEditing();
        emit syncRequested();
    });
    connect(m_actions->workOffline, &QAction::triggered, this, [this](bool offline) {
        m_settings.setWorkOffline(offline);
        emit workOfflineChanged(offline);
    });
    connect(m_actions->reviewConflicts, &QAction::triggered, this, &MainWindow::showConflicts);
    m_actions->workOffline->setChecked(m_settings.workOffline());
    using Page = SettingsDialog::Page;
    const auto opens = [this](QAction *action, Page page) {
        connect(action, &QAction::triggered, this, [this, page] { showSettings(page); });
    };
    opens(m_actions->settings, Page::General);
    opens(m_actions->account, Page::Account);
    opens(m_actions->about, Page::About);
    connect(m_actions->shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_actions->history, &QAction::triggered, this, &MainWindow::showHistory);
    connect(m_conflicts, &ConflictController::openRequested, this, &MainWindow::openDocument);
    connect(m_conflicts, &ConflictController::failed, this, [this](const QString &message) {
        showMessage(message);
    });
    connect(m_conflicts, &ConflictController::nothingToReview, this, [this] {
        showMessage(tr("There are no open conflicts."));
    });
    connect(m_conflicts,
            &ConflictController::solved,
            this,
            [this](const QString &message, const std::function<void()> &undo) {
                showMessage(message, tr("Undo"), undo);
            });
    connect(&m_store, &StoreThread::changed, this, [this](const QList<DocumentId> &ids) {
        if (!m_openId.isEmpty() && (ids.isEmpty() || ids.contains(m_openId)))
            showConflictBanner();
    });
}

void MainWindow::setSyncStatus(const SyncStatus &status)
{
    m_indicator->setStatus(status);
}

void MainWindow::setAccount(const AccountInfo &account)
{
    m_account = account;
    m_indicator->setSignedIn(account.signedIn, account.principal);
    if (m_settingsDialog)
        m_settingsDialog->setAccount(account);
    if (m_connectDialog)
        m_connectDialog->setAccount(account);
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

void MainWindow::setKeychainAvailable(bool available, const QString &reason)
{
    m_keychainAvailable = available;
    m_keychainProblem = reason;
    if (m_settingsDialog)
        m_settingsDialog->setKeychain(available, reason);
}

void MainWindow::showSettings(SettingsDialog::Page page)
{
    if (!m_settingsDialog) {
        m_settingsDialog = new SettingsDialog(m_settings, m_access, this);
        const SettingsDialog *dialog = m_settingsDialog;
        connect(dialog, &SettingsDialog::themeChanged, this, &MainWindow::applyTheme);
        connect(dialog, &SettingsDialog::editorChanged, this, &MainWindow::applyEditorSettings);
        connect(dialog, &SettingsDialog::canisterChanged, this, &MainWindow::canisterChanged);
        connect(dialog, &SettingsDialog::connectRequested, this, [this] { showConnect(); });
        connect(
            dialog, &SettingsDialog::exportRequested, m_actions->exportLibrary, &QAction::trigger);
        connect(
            dialog, &SettingsDialog::pollIntervalChanged, this, &MainWindow::pollIntervalChanged);
        connect(dialog, &SettingsDialog::fetchPolicyChanged, this, &MainWindow::fetchPolicyChanged);
        connect(dialog, &SettingsDialog::deviceNameChanged, this, &MainWindow::deviceNameChanged);
        connect(dialog, &SettingsDialog::createKeyRequested, this, &MainWindow::createKeyRequested);
        connect(dialog,
                &SettingsDialog::importIdentityRequested,
                this,
                &MainWindow::importIdentityRequested);
        connect(dialog,
                &SettingsDialog::exportIdentityRequested,
                this,
                &MainWindow::exportIdentityRequested);
        connect(dialog, &SettingsDialog::signOutRequested, this, &MainWindow::signOutRequested);
        connect(dialog, &SettingsDialog::shortcutsRequested, this, &MainWindow::showShortcuts);
        m_settingsDialog->setKeychain(m_keychainAvailable, m_keychainProblem);
        m_settingsDialog->setAccount(m_account);
    }
    m_settingsDialog->showPage(page);
}

void MainWindow::showConnect(const QString &link)
{
    if (!m_access)
        return;
    if (!m_connectDialog) {
        m_connectDialog = new ConnectDialog(*m_access, this);
        m_connectDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_connectDialog, &QObject::destroyed, this, [this] { m_connectDialog = nullptr; });
        connect(m_connectDialog, &ConnectDialog::keyRequested, this, [this] {
            showSettings(SettingsDialog::Page::Account);
        });
        connect(m_connectDialog,
                &ConnectDialog::connected,
                this,
                [this](const CanisterAddress &address) {
                    emit canisterChanged(address.url, address.canister);
                    showMessage(tr("Connected. Your documents are being synced."));
                });
        if (!m_account.canister.isEmpty())
            m_connectDialog->setAddress({m_account.url, m_account.canister});
        m_connectDialog->setAccount(m_account);
    }
    if (const auto read = ConnectLink::fromText(link))
        m_connectDialog->takeLink(*read);
    m_connectDialog->show();
    m_connectDialog->raise();
    m_connectDialog->activateWindow();
    if (!link.isEmpty() && !ConnectLink::fromText(link))
        showMessage(tr("The link is not complete: it has to begin with sheaf://connect and name "
                       "a canister."));
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(*m_actions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showHistory()
{
    if (m_openId.isEmpty())
        return;
    m_sessions->flushAll();
    auto *dialog = new HistoryDialog(m_store, m_openId, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HistoryDialog::restored, this, [this] {
        showMessage(tr("The earlier version is back. What was there before is in the list, too."));
    });
    dialog->open();
}

void MainWindow::applyTheme()
{
    Theme::apply(*qApp, m_settings.theme());
}

void MainWindow::showConflicts()
{
    ListQuery query;
    query.place = ListQuery::Place::Conflicts;
    m_sideBar->setCurrent(query);
    choosePlace(query);
    m_conflicts->review();
}

void MainWindow::showConflictBanner()
{
    const DocumentId id = m_openId;
    m_store.run(
        this,
        [id](DocumentStore &store) { return store.conflicts(id); },
        [this, id](const Result<QList<OpenConflict>, StoreError> &found) {
            if (id != m_openId || !found.ok())
                return;
            if (found.value().isEmpty()) {
                if (m_conflictBanner)
                    m_page->banner()->hide();
                m_conflictBanner = false;
                return;
            }
            const OpenConflict &first = found.value().first();
            const auto differences = NoteDifferences::fromConflict(first);
            const int places = differences ? differences->clashes() + differences->titleClashes
                                           : int(found.value().size());
            const qint64 now = toMilliseconds(m_clock.now());
            const QString device =
                first.masterDevice.isEmpty() ? tr("another device") : first.masterDevice;
            m_conflictBanner = true;
            m_page->banner()->show(
                QStringLiteral("conflict"),
                tr("Changed on <b>%1</b> (%2) and here (%3) in %n place(s).", nullptr, places)
                    .arg(device.toHtmlEscaped(),
                         relativeTime(first.masterTime, now),
                         relativeTime(first.mineTime, now)),
                {{tr("&Review"), [this, id] { m_conflicts->review(id); }},
                 {first.mine.documentKind() == DocumentKind::Note ? tr("&Keep both as two notes")
                                                                  : tr("&Keep both"),
                  [this, id] { m_conflicts->keepBoth(id); }}});
        });
}
