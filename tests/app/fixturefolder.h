#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

/// The folder of a person who moves to Sheaf, small and with everything that is easily lost on the
/// way: nested folders, names and texts in Arabic, CRLF, a byte order mark, a picture, and a
/// drawing with a picture inside, with fields and an element type that Sheaf does not know.
namespace fixturefolder {

/// Path in the folder -> bytes.
QMap<QString, QByteArray> files();

/// Path of the drawing in `files()`.
QString drawingPath();

/// The drawing as it has to leave Sheaf again: all of it but the deleted element.
QJsonObject drawingAsKept();

/// Writes `files()`; false if the disk refuses.
bool write(const QString &folder);

/// All files below `folder`, as `files()` gives them.
QMap<QString, QByteArray> read(const QString &folder);

} // namespace fixturefolder
