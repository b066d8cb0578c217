#pragma once

#include "model/document/document.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

/// How an import or export ended: what was done, and every file that was not simply taken over.
struct ExchangeReport
{
    Q_DECLARE_TR_FUNCTIONS(ExchangeReport)

public:
    enum class Remark {
        Skipped, ///< Left out on purpose.
        Failed, ///< Could not be read or written; nothing of it was taken.
        Repaired, ///< Taken with a small, harmless change.
        Warning, ///< Taken as it is, but worth knowing.
    };
    struct Entry
    {
        Remark remark = Remark::Skipped;
        QString path; ///< Relative to the folder.
        QString reason; ///< Translated sentence.

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    bool isExport = false;
    QString folder;
    int notes = 0;
    int drawings = 0;
    int elements = 0; ///< In the drawings.
    int notebooks = 0;
    int tags = 0; ///< New ones.
    int attachments = 0;
    int unchanged = 0; ///< Were already there, to the letter.
    qint64 bytes = 0; ///< Of the files taken or written.
    bool cancelled = false;
    QString
        problem; ///< Translated; not empty if it had to end early (disk full, unreadable folder).
    QList<Entry> entries;
    /// What an import made: notes, drawings, notebooks, attachments. For undoing it.
    QList<DocumentId> created;

    bool complete() const { return !cancelled && problem.isEmpty(); }
    int count(Remark remark) const;
    void add(Remark remark, const QString &path, const QString &reason);

    QString toText() const; ///< For people: plain text, a line per fact, translated.
    QJsonObject toJson() const; ///< For programs: stable English keys.
};

/// Told before each file; returning false ends the work after it.
using ExchangeProgress = std::function<bool(int done, int total, const QString &path)>;
