#pragma once

#include "model/base/clock.h"
#include "model/base/random.h"
#include "model/store/profilestore.h"
#include "model/store/storethread.h"
#include "ui/mainwindow.h"
#include "ui/uisettings.h"

#include <QSettings>
#include <QTemporaryDir>

#include <atomic>

/// A window on a real profile in a temporary folder, a second connection for setting up and looking
/// at what was stored, and the sync worker's side of the database.
class WindowFixture
{
public:
    WindowFixture();
    ~WindowFixture();

    /// Built on first use, shown and active.
    MainWindow &window();
    void closeWindow();

    DocumentId addNote(const QString &title,
                       const QString &text,
                       const DocumentId &notebook = {},
                       const QStringList &tags = {});
    void save(const QList<Document> &documents);
    std::optional<Note> note(const DocumentId &id);

    /// As the sync worker does: the master's state of `id` becomes the local one.
    void remoteChange(const DocumentId &id, const QString &text);
    /// `base` was common; `mine` is here; `theirs` came from "Laptop".
    void makeConflict(const DocumentId &id,
                      const QString &base,
                      const QString &mine,
                      const QString &theirs);
    void openElementConflict(const Document &mine, const Document &theirs);

    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    std::atomic<bool> diskFull = false;
    StoreThread store;
    std::unique_ptr<DocumentStore> direct;
    std::unique_ptr<ReplicaStore> replica;
    QSettings backend;
    UiSettings settings;

private:
    QString databasePath() const { return profileDatabasePath(folder.path()); }
    StoreDependencies dependencies() { return {clock, random}; }
    Result<std::unique_ptr<DocumentStore>, StoreError> openStore();

    std::unique_ptr<MainWindow> m_window;
    std::uint64_t m_sequence = 0;
};
