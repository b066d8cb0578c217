#include "model/store/schema.h"

#include "model/store/searchindex.h"

#include <QStringList>

#include <array>

namespace schema {

namespace {

QStringList documentTables()
{
    return {
        QStringLiteral("CREATE TABLE state (one INTEGER PRIMARY KEY CHECK (one = 1),"
                       " last_mark INTEGER NOT NULL, fence INTEGER NOT NULL) STRICT"),
        QStringLiteral("INSERT INTO state VALUES (1, 0, 0)"),
        QStringLiteral("CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT"),
        QStringLiteral(
            "CREATE TABLE documents (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
            " document TEXT NOT NULL, kind TEXT NOT NULL, schema INTEGER NOT NULL,"
            " deleted INTEGER NOT NULL, changes INTEGER NOT NULL, modified_at INTEGER NOT NULL,"
            " synced_at INTEGER NOT NULL, held INTEGER NOT NULL, saved_at INTEGER NOT NULL,"
            " device TEXT NOT NULL, origin INTEGER NOT NULL, base_revision BLOB,"
            " base_sequence INTEGER NOT NULL, blobs BLOB NOT NULL, body BLOB NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX documents_waiting ON documents (modified_at)"
                       " WHERE modified_at > synced_at AND held = 0"),
        QStringLiteral("CREATE INDEX documents_changed ON documents (document)"
                       " WHERE modified_at > synced_at"),
        QStringLiteral("CREATE INDEX documents_elements ON documents (document)"
                       " WHERE kind = 'element' AND deleted = 0"),
        QStringLiteral("CREATE INDEX documents_notebooks ON documents (id)"
                       " WHERE kind = 'notebook' AND deleted = 0"),
        QStringLiteral("CREATE INDEX documents_tags ON documents (id)"
                       " WHERE kind = 'tag' AND deleted = 0"),
        QStringLiteral("CREATE TABLE entries (n INTEGER PRIMARY KEY, id TEXT NOT NULL,"
                       " kind TEXT NOT NULL, title TEXT NOT NULL, snippet TEXT NOT NULL,"
                       " notebook TEXT NOT NULL, tags TEXT NOT NULL, pinned INTEGER NOT NULL,"
                       " created INTEGER NOT NULL, updated INTEGER NOT NULL, trashed INTEGER)"
                       " STRICT"),
        QStringLiteral("CREATE TABLE entry_tags (tag TEXT NOT NULL, n INTEGER NOT NULL,"
                       " PRIMARY KEY (tag, n)) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX entry_tags_n ON entry_tags (n)"),
        QStringLiteral("CREATE TABLE attachments (n INTEGER PRIMARY KEY, path_key TEXT NOT NULL,"
                       " name_key TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX attachments_path ON attachments (path_key)"),
        QStringLiteral("CREATE INDEX attachments_name ON attachments (name_key, path_key)"),
        QStringLiteral("CREATE TABLE history (entry INTEGER PRIMARY KEY AUTOINCREMENT,"
                       " id TEXT NOT NULL, saved_at INTEGER NOT NULL, replaced_at INTEGER NOT NULL,"
                       " reason INTEGER NOT NULL, device TEXT NOT NULL, kind TEXT NOT NULL,"
                       " schema INTEGER NOT NULL, body BLOB NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX history_id ON history (id, entry)"),
    };
}

QStringList replicationTables()
{
    return {
        QStringLiteral("CREATE TABLE bases (id TEXT PRIMARY KEY, kind TEXT NOT NULL,"
                       " schema INTEGER NOT NULL, deleted INTEGER NOT NULL, blobs BLOB NOT NULL,"
                       " body BLOB NOT NULL) STRICT"),
        QStringLiteral(
            "CREATE TABLE sent (n INTEGER PRIMARY KEY, id TEXT NOT NULL,"
            " revision BLOB NOT NULL, kind TEXT NOT NULL, schema INTEGER NOT NULL,"
            " deleted INTEGER NOT NULL, blobs BLOB NOT NULL, body BLOB NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX sent_id ON sent (id, n)"),
        QStringLiteral("CREATE TABLE conflicts (id TEXT PRIMARY KEY, document TEXT NOT NULL,"
                       " revision BLOB NOT NULL, sequence INTEGER NOT NULL, kind TEXT NOT NULL,"
                       " schema INTEGER NOT NULL, deleted INTEGER NOT NULL, blobs BLOB NOT NULL,"
                       " body BLOB NOT NULL, device TEXT NOT NULL, master_time INTEGER NOT NULL)"
                       " STRICT"),
        QStringLiteral("CREATE INDEX conflicts_document ON conflicts (document)"),
        QStringLiteral("CREATE TABLE refused (id TEXT PRIMARY KEY, document TEXT NOT NULL,"
                       " code TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX refused_document ON refused (document)"),
        QStringLiteral("CREATE TABLE checkpoint (one INTEGER PRIMARY KEY CHECK (one = 1),"
                       " epoch INTEGER NOT NULL, cursor INTEGER NOT NULL,"
                       " proof_position INTEGER NOT NULL, proof_token BLOB NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE sync_log (n INTEGER PRIMARY KEY, at INTEGER NOT NULL,"
                       " id TEXT NOT NULL, event TEXT NOT NULL, device TEXT NOT NULL) STRICT"),
    };
}

QStringList chunkTables()
{
    return {
        QStringLiteral("CREATE TABLE chunks (n INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE,"
                       " unused_since INTEGER, bytes BLOB NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE files (n INTEGER PRIMARY KEY, size INTEGER NOT NULL,"
                       " chunks INTEGER NOT NULL, lacks INTEGER NOT NULL, old INTEGER NOT NULL,"
                       " asked INTEGER NOT NULL, tries INTEGER NOT NULL,"
                       " retry_at INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX files_lacking ON files (asked, size) WHERE lacks > 0"),
        QStringLiteral("CREATE INDEX files_old ON files (n) WHERE old = 1"),
        QStringLiteral("CREATE TABLE old_pieces (id TEXT PRIMARY KEY) STRICT"),
        QStringLiteral("CREATE INDEX documents_blobs ON documents (id) WHERE length(blobs) > 0"),
        QStringLiteral("ALTER TABLE history ADD COLUMN blobs BLOB NOT NULL DEFAULT x''"),
        QStringLiteral("CREATE INDEX history_blobs ON history (id) WHERE length(blobs) > 0"),
        // Every attachment of the versions before is in pieces; the sync worker moves them.
        QStringLiteral("INSERT INTO files SELECT n, 0, 0, 0, 1, 0, 0, 0 FROM attachments"),
    };
}

bool runAll(SqliteConnection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (!connection.run(statement))
            return false;
    }
    return true;
}

using Migration = bool (*)(SqliteConnection &);

// Index + 1 is the version that it leads to. Never change one that was released: add another.
const std::array<Migration, 4> kMigrations{
    [](SqliteConnection &connection) {
        return runAll(connection, documentTables()) && runAll(connection, replicationTables())
               && connection.run(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId));
    },
    [](SqliteConnection &connection) {
        return runAll(connection, SearchIndex::tables()) && SearchIndex(connection).rebuild();
    },
    [](SqliteConnection &connection) {
        return connection.run(QStringLiteral("ALTER TABLE conflicts"
                                             " ADD COLUMN question INTEGER NOT NULL DEFAULT 0"));
    },
    [](SqliteConnection &connection) { return runAll(connection, chunkTables()); },
};

} // namespace

int newestVersion()
{
    return static_cast<int>(kMigrations.size());
}

Stamp stampOf(SqliteConnection &connection)
{
    Stamp stamp;
    stamp.empty = connection.number(QStringLiteral("SELECT count(*) FROM sqlite_schema")) == 0;
    stamp.applicationId =
        static_cast<std::int32_t>(connection.number(QStringLiteral("PRAGMA application_id")));
    stamp.version = static_cast<int>(connection.number(QStringLiteral("PRAGMA user_version")));
    return stamp;
}

Result<Done, StoreError> migrate(SqliteConnection &connection, int target)
{
    for (;;) {
        SqliteTransaction transaction(connection);
        // Read inside the write transaction: another process may migrate at the same time.
        const auto version = connection.number(QStringLiteral("PRAGMA user_version"));
        if (connection.error())
            return *connection.error();
        if (version >= target)
            return Done{};
        if (!kMigrations.at(static_cast<std::size_t>(version))(connection))
            return *connection.error();
        connection.run(QStringLiteral("PRAGMA user_version = %1").arg(version + 1));
        if (const auto committed = transaction.commit(); !committed.ok())
            return committed.error();
    }
}

} // namespace schema
