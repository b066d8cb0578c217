#pragma once

#include "model/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

/// The content of an .excalidraw file (formats.md 1).
struct ExcalidrawScene
{
    QJsonObject appState; ///< As it stands in the file, every key.
    QJsonObject extras; ///< Other top-level keys; `source` only if it is not ours.
    QList<QJsonObject> elements; ///< Back to front, with ascending order keys and unique ids.
    QJsonObject files; ///< Id -> {mimeType, id, dataURL, created, ...}.
    /// By id, for elements whose order key was made here: "given", and "was" if there was one
    /// before. Kept beside the element, so that it leaves as it came.
    QHash<QString, QJsonObject> givenOrder;
    QStringList repairs; ///< Translated: what was changed so that it fits.
};

/// Elements keep every field, unknown ones and unknown types included. Changed are only: a missing
/// or repeated id (the new one follows from the old one, so that reading twice gives the same), an
/// order key that does not rise. Left out are deleted elements, selections, what is no object or
/// beyond exchangelimits.h. The error is a translated sentence.
Result<ExcalidrawScene, QString> readExcalidraw(const QByteArray &bytes);

/// UTF-8 JSON as Excalidraw writes it.
QByteArray writeExcalidraw(const ExcalidrawScene &scene);
