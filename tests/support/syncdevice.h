#pragma once

#include "model/base/transferprogress.h"
#include "model/store/documentstore.h"
#include "model/store/replicastore.h"
#include "sync/roundreport.h"
#include "tests/support/failingreplica.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultymaster.h"
#include "tests/support/seededrandom.h"

#include <QTemporaryDir>

#include <atomic>
#include <memory>

/// One person's device: the real engine over the real database in a folder of its own, a clock that
/// moves when told, and a network with a script to the given master.
class SyncDevice
{
public:
    SyncDevice(const QString &name, MasterReplica &master, FakeClock &clock);
    SyncDevice(const QString &name, Master &master, FakeClock &clock);

    FaultyMaster network;
    FetchPolicy fetch;
    std::atomic<bool> cancelled{false};
    QList<TransferProgress> progress; ///< Of every round, newest last.

    /// One round. Local changes made before count as earlier than it.
    RoundReport sync() { return syncAs(account()); }
    /// As somebody who signed in on this profile.
    RoundReport syncAs(const ReplicaBinding &account);
    /// What "Sync now" does with refused rows; false if one could not be offered again.
    bool offerRefused();
    /// Closes the database and opens it again, as a restart would.
    void restart();
    /// As `restart`, after the database was replaced by an older copy of it.
    void restoreFiles(const QByteArray &database, const QByteArray &log);

    DocumentStore &documents() { return *m_documents; }
    FailingReplica &replica() { return *m_replica; }
    const QString &name() const { return m_name; }
    QString folder() const { return m_folder.path(); }

    void write(const QString &id, const QString &text); ///< Creates the note or replaces its text.
    QString text(const QString &id) const; ///< A marker in angle brackets if there is no such note.
    void save(const Document &document);
    Document load(const QString &id) const;
    void remove(const QString &id); ///< For ever, not to the trash.
    QStringList noteIds() const; ///< Live and not in the trash.
    QStringList trashIds() const;
    int conflicts() const;
    OpenConflict conflict(const QString &id) const;
    enum class Choice { Mine, Theirs };
    void resolve(const QString &id, Choice choice);
    int pending() const { return m_documents->outgoing().value().pending; }
    ReplicaCheckpoint checkpoint() const { return m_replica->checkpoint().value(); }
    ReplicaRow row(const QString &id);

    /// Whose profile this is.
    static ReplicaBinding account();

private:
    void open();

    QString m_name;
    FakeClock &m_clock;
    SeededRandom m_random;
    QTemporaryDir m_folder;
    std::unique_ptr<DocumentStore> m_documents;
    std::unique_ptr<FailingReplica> m_replica;
};

/// Everything that two devices have to agree on, as text that a failing comparison can print:
/// one line for each live row with a hash of its content.
QStringList libraryOf(SyncDevice &device);
QStringList libraryOf(const MasterReplica &master);
