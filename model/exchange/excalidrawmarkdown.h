#pragma once

#include "model/base/result.h"
#include "model/exchange/excalidrawfile.h"

#include <QHash>
#include <QString>

/// A drawing in a Markdown file, as the Excalidraw plug-in of Obsidian keeps it.
struct ExcalidrawMarkdown
{
    ExcalidrawScene scene;
    QHash<QString, QString> embedded; ///< File id -> path or name of a file of the folder.
    bool hasOwnText = false; ///< A person wrote text beside the drawing.
};

/// Whether the front matter names the plug-in.
bool isExcalidrawMarkdown(const QString &text);

/// The scene stands in a fence `json` or `compressed-json` (LZ-String in base64).
Result<ExcalidrawMarkdown, QString> readExcalidrawMarkdown(const QString &text);
