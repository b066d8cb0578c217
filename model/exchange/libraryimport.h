#pragma once

#include "model/exchange/exchangereport.h"
#include "model/exchange/importtarget.h"

#include <QString>

#include <optional>

struct ImportOptions
{
    enum class Root {
        OwnNotebook, ///< A notebook named after the folder holds all of it.
        TopLevel, ///< The folder's notes and notebooks go directly into `notebook`.
    };
    Root root = Root::OwnNotebook;
    DocumentId notebook; ///< Where to; empty: the top level of the library.
};

/// Takes a folder of Markdown, pictures and Excalidraw drawings into the library: the vault of
/// Obsidian, an export of Joplin (Markdown) or of Sheaf, or just files.
///
/// - Folders with notes or drawings become notebooks, file names become titles. Text is kept byte
///   for byte; tags and dates at its top are read, file times otherwise.
/// - `.excalidraw` and the Excalidraw plug-in's `.md` become drawings, see readExcalidraw.
/// - All other files become attachments, as does text that is not UTF-8. Their path begins with the
///   notebook that the folder became, so that they stay beside the notes that link to them.
/// - Doing it twice does not double anything: a notebook of the same name at the same place is used
///   again, and a document in it with the same title and content is left as it is. If the content
///   differs, both stay.
/// - A file that cannot be read changes nothing and does not stop the others. An error of the store
///   or a cancel ends it; what was written before stays and is named in `created`.
///
/// The folder is never written to. Runs on the thread of the store; `progress` is called there.
class MarkdownFolderImport
{
public:
    explicit MarkdownFolderImport(const ImportTarget::World &world)
        : m_world(world)
    {}

    ExchangeReport run(const QString &folder,
                       const ImportOptions &options = {},
                       const ExchangeProgress &progress = {});

private:
    ImportTarget::World m_world;
};

/// One note, drawing or attachment into `notebook`.
ExchangeReport
importFile(const ImportTarget::World &world, const QString &path, const DocumentId &notebook = {});
