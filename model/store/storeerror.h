#pragma once

#include <QCoreApplication>
#include <QMetaType>
#include <QString>

/// Why the database did not do it. Whatever the kind: what was stored before is still there.
struct StoreError
{
    Q_GADGET
    Q_DECLARE_TR_FUNCTIONS(StoreError)

public:
    enum class Kind {
        NotFound,
        Damaged, ///< The file is not a database any more, or a check failed.
        Foreign, ///< A database, but not one of Sheaf's.
        NewerSchema, ///< Written by a newer Sheaf.
        ReadOnly,
        DiskFull,
        Locked, ///< Another process keeps it busy.
        Interrupted, ///< A search that was overtaken by the next one.
        Invalid, ///< The caller's document cannot be stored (bad id, too large).
        Io,
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Io;
    QString detail; ///< English, for the log: path, SQLite code. Never note text.

    QString userMessage() const; ///< Translated: what happened, what it means, what can be done.
};
Q_DECLARE_METATYPE(StoreError)
