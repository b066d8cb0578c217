#pragma once

#include "model/exchange/exchangereport.h"
#include "model/store/documentstore.h"

#include <QList>
#include <QString>

struct ExportOptions
{
    enum class Scope { Library, Notebook, Documents };
    enum class Existing {
        Keep, ///< A file that is there with other content is left alone and reported.
        Replace,
    };
    Scope scope = Scope::Library;
    DocumentId notebook; ///< For `Notebook`: with all notebooks inside it.
    QList<DocumentId> documents; ///< For `Documents`.
    Existing existing = Existing::Keep;
};

/// Writes notes and drawings as files that other programs read.
///
/// - Notebooks become folders, notes `<title>.md` byte for byte, drawings `<title>.excalidraw` with
///   their pictures inside, attachments files with their path (all of them for the library, else
///   those that the notes name). What is in the trash stays there.
/// - Names are cleaned and numbered where needed (filenames.h); `sheaf-export.json` beside them
///   keeps what files cannot say, so that an import gives the same library.
/// - Each file is written whole or not at all. A symbolic link is never written through.
class LibraryExport
{
public:
    explicit LibraryExport(DocumentStore &store)
        : m_store(store)
    {}

    /// Makes `folder` if it is not there.
    ExchangeReport run(const QString &folder,
                       const ExportOptions &options = {},
                       const ExchangeProgress &progress = {});

private:
    DocumentStore &m_store;
};

/// One note or drawing into the file `path`. The error is a translated sentence.
Result<Done, QString> exportDocument(const DocumentStore &store,
                                     const DocumentId &id,
                                     const QString &path,
                                     ExportOptions::Existing existing);
