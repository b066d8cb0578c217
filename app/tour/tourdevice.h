#pragma once

#include "app/options.h"
#include "model/base/syncstatus.h"
#include "model/store/documentstore.h"

#include <QString>

#include <memory>

class MainWindow;
class QWidget;
class Session;

/// One device of the tour: a session on a fresh profile, and what can be seen of it from outside.
/// What is stored is read through a connection of its own, as another program would.
class TourDevice
{
public:
    TourDevice(const Options &options, const QString &profileFolder);
    ~TourDevice();

    void start();
    MainWindow &window();

    QWidget *titleEdit();
    QWidget *noteText();
    QWidget *searchField();
    QWidget *canvas(); ///< Null until a drawing was opened.
    QWidget *conflictDialog(); ///< Null while none is open.
    QWidget *connectDialog(); ///< Null while it is not open.
    QWidget *inDialog(const char *name); ///< A part of the connect dialog.
    QWidget *settingsDialog();
    bool showOwnerPage(); ///< In the settings; false until the canister has said who owns it.
    QString shownText();
    bool showsEmptyNote();
    bool showsBanner();
    int listedCount();
    void
    replaceFirstWord(const QString &word); ///< In the open note, as a person would by selecting it.

    DocumentId documentTitled(const QString &title);
    QString textOf(const DocumentId &note);
    int elementCount(const DocumentId &drawing);
    int conflictCount();
    /// The window says so, and nothing waits.
    bool isSynced();

private:
    Options m_options;
    QString m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DocumentStore> m_store;
    SyncStatus m_status;
};
