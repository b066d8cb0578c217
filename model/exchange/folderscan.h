#pragma once

#include "model/exchange/exchangereport.h"

#include <QList>
#include <QString>

/// A file that an import would take.
struct FoundFile
{
    enum class Kind { Note, Drawing, Attachment };
    Kind kind = Kind::Attachment;
    QString path; ///< Relative to the folder, with '/'.
    QString absolute;
    qint64 size = 0;
    qint64 modified = 0; ///< ms since 1970

    QString folder() const; ///< "" for the folder itself.
    QString title() const; ///< The name without its ending.
};

FoundFile::Kind fileKind(const QString &name);
FoundFile foundFile(const QString &absolute, const QString &relative);

/// All files below `folder`, by path. Left out: names that start with a dot (settings of other
/// programs), links that lead out of it, links to folders, what is no regular file, and everything
/// beyond exchangelimits.h; what was left out is noted in `report`.
QList<FoundFile> scanFolder(const QString &folder, ExchangeReport &report);
