#pragma once

#include "model/base/syncstatus.h"
#include "model/store/documentstore.h"
#include "ui/accountinfo.h"
#include "ui/dialogs/settingsdialog.h"

#include <QMainWindow>

#include <functional>

class Actions;
class CanisterAccess;
class ConnectDialog;
class Clock;
class ConflictController;
class DocumentListPane;
class DocumentPage;
class DrawingDesk;
class LibraryCommands;
class NoteSession;
class NoteSessions;
class QLabel;
class QSplitter;
class Random;
class SideBar;
class StoreThread;
class SyncIndicator;
class Toast;
class UiSettings;

/// The window. Reaches documents through the store's thread only, never waits for it, and knows no
/// network: what concerns syncing goes out as signals ("intents") and comes back as values.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Everything from outside; must outlive the window.
    struct Dependencies
    {
        StoreThread &store;
        const Clock &clock;
        Random &random;
        UiSettings &settings;
    };
    explicit MainWindow(const Dependencies &dependencies, QWidget *parent = nullptr);
    ~MainWindow() override;

    Actions &actions() { return *m_actions; }

    /// What the connect dialog and the canister's pages ask; must outlive the window. Without it
    /// they are not there.
    void setCanisterAccess(CanisterAccess &access) { m_access = &access; }

public slots:
    void setSyncStatus(const SyncStatus &status);
    void setAccount(const AccountInfo &account);
    /// Shows what the worker does; emits nothing.
    void setWorkOffline(bool offline);
    /// A note or a drawing; does nothing if there is none of this id.
    void openDocument(const DocumentId &id);
    /// Over the bottom of the window for some seconds; `run` belongs to the button `action`.
    void
    showMessage(const QString &text, const QString &action = {}, std::function<void()> run = {});
    /// Opens the list of conflicts and the first of them.
    void showConflicts();
    /// The connect dialog with what `link` says, or with the canister in use if it is empty.
    void showConnect(const QString &link = {});
    /// The system keychain cannot be used: the sign-in dialog then offers the other places.
    void setKeychainAvailable(bool available, const QString &reason = {});
    /// Progress of an import or export in the status bar; an empty text takes it away.
    void showProgress(const QString &text);

signals:
    // Sync. Connect to the sync worker.
    void syncRequested(); ///< "Sync now", and Ctrl+S after saving.
    void workOfflineChanged(bool offline);
    void pollIntervalChanged(int seconds);
    void fetchPolicyChanged();
    void canisterChanged(const QString &url, const QString &canisterId);

    // Account. Answer with `setAccount`; failures with `showMessage`.
    void createKeyRequested(KeyPlace place);
    void importIdentityRequested(const QString &path, KeyPlace place);
    void exportIdentityRequested(const QString &path);
    void signOutRequested();
    void deviceNameChanged(const QString &name);

    // Files. Run in the background, report with `showProgress` and `showMessage`.
    void importRequested(const QString &path); ///< A folder or a file.
    void exportRequested(const QString &folder); ///< Everything.
    void exportDocumentRequested(const DocumentId &id, const QString &path);

    /// Everything is saved (or the person gave up on what could not be); the window is closed.
    void quitRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildPanes();
    void buildStatusBar();
    void connectLibrary();
    void connectDocumentActions();
    void connectDocument();
    void connectView();
    void connectSync();
    void restoreState();
    void saveState();

    void reloadPlaces();
    void choosePlace(const ListQuery &query);
    QString placeName(const ListQuery &query) const;
    void open(const DocumentId &id, DocumentKind kind);
    void showClosed();
    void onSelectionChanged(const QList<DocumentId> &ids);
    void onHeaderShown();
    QList<DocumentId> targets() const;
    void trashTargets();
    void deleteTargetsForever();
    void chooseNotebook();
    void chooseTags();
    void showListMenu(const QPoint &at);
    void showNote(NoteSession *session);
    void showDrawing();
    void tellOverruled();
    void showConflictBanner();
    void followLink(const QString &target);
    void openByTitle(const QString &title);
    void addPicture(const QString &name, const QString &mime, const QByteArray &bytes);
    void addFiles(const QStringList &paths);
    void updateCounts();
    void cyclePane(int step);
    void applyEditorSettings();
    void zoomText(int points);
    void fitPanes();
    void quickSwitch(bool forLink);
    void showSettings(SettingsDialog::Page page);
    void showShortcuts();
    void showHistory();
    void applyTheme();
    void finishClosing();

    StoreThread &m_store;
    const Clock &m_clock;
    Random &m_random;
    UiSettings &m_settings;
    Actions *m_actions;
    LibraryCommands *m_commands;
    NoteSessions *m_sessions;
    ConflictController *m_conflicts;
    QSplitter *m_splitter = nullptr;
    SideBar *m_sideBar = nullptr;
    DocumentListPane *m_list = nullptr;
    DocumentPage *m_page = nullptr;
    DrawingDesk *m_desk = nullptr;
    SyncIndicator *m_indicator = nullptr;
    Toast *m_toast = nullptr;
    QLabel *m_words = nullptr;
    QLabel *m_progress = nullptr;
    SettingsDialog *m_settingsDialog = nullptr;
    CanisterAccess *m_access = nullptr;
    ConnectDialog *m_connectDialog = nullptr;
    AccountInfo m_account;
    QString m_keychainProblem;
    QList<Notebook> m_notebooks;
    QList<Tag> m_tags;
    DocumentId m_openId;
    DocumentId m_focusTitleOf; ///< A new document: the title wants to be typed.
    int m_opening = 0; ///< Answers for a document that is no longer wanted are dropped.
    bool m_keychainAvailable = true;
    bool m_trashBanner = false;
    bool m_conflictBanner = false;
    bool m_closing = false;
    bool m_mayClose = false;
};
