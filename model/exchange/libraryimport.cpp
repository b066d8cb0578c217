#include "model/exchange/libraryimport.h"

#include "model/exchange/drawingfiles.h"
#include "model/exchange/excalidrawfile.h"
#include "model/exchange/excalidrawmarkdown.h"
#include "model/exchange/exchangelimits.h"
#include "model/exchange/exportindex.h"
#include "model/exchange/filenames.h"
#include "model/exchange/folderscan.h"
#include "model/exchange/frontmatter.h"
#include "model/exchange/notebookfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

namespace {

using Remark = ExchangeReport::Remark;
using Stop = std::optional<StoreError>;

class Importer
{
public:
    Importer(const ImportTarget::World &world, const ImportOptions &options, ExchangeReport &report)
        : m_target(world, report)
        , m_options(options)
        , m_report(report)
    {}

    void run(const QList<FoundFile> &files, const ExchangeProgress &progress);

private:
    Stop takeAll(const QList<FoundFile> &files, const ExchangeProgress &progress);
    Stop take(const FoundFile &file);
    Stop takeText(const FoundFile &file, const QByteArray &bytes);
    Stop takeNote(const FoundFile &file, const QString &text);
    Stop takeMarkdownDrawing(const FoundFile &file, const QString &text);
    Stop takeDrawing(const FoundFile &file, const ExcalidrawScene &scene);
    Stop takeAttachment(const FoundFile &file, const QByteArray &bytes);
    Stop makeIndexedNotebooks();
    Stop placeAttachments();
    void embedFiles(ExcalidrawMarkdown &drawing, const FoundFile &file);
    std::optional<QByteArray> read(const FoundFile &file, qint64 limit);
    DocumentId notebookFor(const QString &folder);
    DocumentHeader headerFor(const FoundFile &file, const FrontMatter &properties);
    void fail(const FoundFile &file, const QString &reason)
    {
        m_report.add(Remark::Failed, file.path, reason);
    }

    ImportTarget m_target;
    ImportOptions m_options;
    ExchangeReport &m_report;
    ExportIndex m_index;
    QHash<QString, DocumentId> m_notebooks; ///< By folder.
    QString m_attachmentFolder; ///< Where the attachments go, with a slash at its end.
    QHash<QString, FoundFile> m_files; ///< By path, for what drawings embed.
    QMimeDatabase m_mimeTypes;
};

qint64 sizeLimit(FoundFile::Kind kind)
{
    switch (kind) {
    case FoundFile::Kind::Note:
        return kMaxNoteBytes;
    case FoundFile::Kind::Drawing:
        return kMaxDrawingBytes;
    case FoundFile::Kind::Attachment:
        return kMaxAttachmentBytes;
    }
    return 0;
}

std::optional<QByteArray> Importer::read(const FoundFile &file, qint64 limit)
{
    QFile device(file.absolute);
    if (!device.open(QIODevice::ReadOnly)) {
        fail(file, ExchangeReport::tr("It cannot be read: %1").arg(device.errorString()));
        return std::nullopt;
    }
    QByteArray bytes = device.read(limit + 1);
    if (device.error() != QFileDevice::NoError) {
        fail(file, ExchangeReport::tr("It cannot be read: %1").arg(device.errorString()));
        return std::nullopt;
    }
    if (bytes.size() > limit) {
        fail(
            file,
            ExchangeReport::tr("It is larger than Sheaf takes (%1 MiB).").arg(limit / 1024 / 1024));
        return std::nullopt;
    }
    return bytes;
}

DocumentId Importer::notebookFor(const QString &folder)
{
    const auto known = m_notebooks.constFind(folder);
    if (known != m_notebooks.constEnd())
        return *known;
    DocumentId id = m_options.notebook;
    const qsizetype slash = folder.lastIndexOf(QLatin1Char('/'));
    if (folder.isEmpty()) {
        if (m_options.root == ImportOptions::Root::OwnNotebook)
            id = m_target.notebook(m_options.notebook, QDir(m_report.folder).dirName());
    } else {
        const DocumentId parent = notebookFor(folder.left(std::max(qsizetype(0), slash)));
        const auto indexed = m_index.notebooks.constFind(folder);
        const bool named = indexed != m_index.notebooks.constEnd() && !indexed->title.isEmpty();
        id = named ? m_target.notebook(parent, indexed->title, indexed->created)
                   : m_target.notebook(parent, folder.mid(slash + 1));
    }
    m_notebooks.insert(folder, id);
    return id;
}

DocumentHeader Importer::headerFor(const FoundFile &file, const FrontMatter &properties)
{
    DocumentHeader header;
    header.id = m_target.newId();
    header.notebook = notebookFor(file.folder());
    header.title = file.title();
    header.created = properties.created.value_or(file.modified);
    header.updated = properties.updated.value_or(file.modified);
    QStringList tags = properties.tags;
    const auto indexed = m_index.documents.constFind(file.path);
    if (indexed != m_index.documents.constEnd()) {
        header.title = indexed->title;
        header.pinned = indexed->pinned;
        header.created = indexed->created;
        header.updated = indexed->updated;
        tags = indexed->tags;
    }
    header.tags = m_target.tags(tags);
    return header;
}

Stop Importer::takeNote(const FoundFile &file, const QString &text)
{
    Note note;
    note.header = headerFor(file, readFrontMatter(text));
    note.text = text;
    const auto presence = m_target.presence(note);
    if (!presence.ok())
        return presence.error();
    if (presence.value() == ImportTarget::Presence::Equal) {
        ++m_report.unchanged;
        return std::nullopt;
    }
    if (presence.value() == ImportTarget::Presence::OtherContent)
        m_report.add(Remark::Warning,
                     file.path,
                     ExchangeReport::tr("A different one with this name was there: both stay."));
    ++m_report.notes;
    m_report.created.append(note.header.id);
    const auto added = m_target.add(file.path, {note.toDocument()});
    return added.ok() ? Stop() : added.error();
}

Stop Importer::takeDrawing(const FoundFile &file, const ExcalidrawScene &scene)
{
    Drawing drawing;
    drawing.header = headerFor(file, {});
    drawing.appState = scene.appState;
    drawing.fileExtras = scene.extras;
    const auto presence = m_target.presence(drawing, scene.elements);
    if (!presence.ok())
        return presence.error();
    if (presence.value() == ImportTarget::Presence::Equal) {
        ++m_report.unchanged;
        return std::nullopt;
    }
    if (presence.value() == ImportTarget::Presence::OtherContent)
        m_report.add(Remark::Warning,
                     file.path,
                     ExchangeReport::tr("A different one with this name was there: both stay."));
    const auto files = storeDrawingFiles(m_target.store(), drawing.header.id, scene.files);
    if (!files.ok())
        return files.error();
    m_report.created += files.value().attachments;
    if (!files.value().entries.isEmpty())
        drawing.fileExtras.insert(QStringLiteral("files"), files.value().entries);
    QList<Document> rows{drawing.toDocument()};
    for (const QJsonObject &element : scene.elements) {
        const QString id = element.value(QStringLiteral("id")).toString();
        rows.append(
            importedElement(drawing.header.id, element, scene.givenOrder.value(id)).toDocument());
    }
    for (const QString &repair : scene.repairs)
        m_report.add(Remark::Repaired, file.path, repair);
    ++m_report.drawings;
    m_report.elements += int(scene.elements.size());
    m_report.created.append(drawing.header.id);
    const auto added = m_target.add(file.path, rows);
    return added.ok() ? Stop() : added.error();
}

/// Pictures that the plug-in keeps as files of the vault.
void Importer::embedFiles(ExcalidrawMarkdown &drawing, const FoundFile &file)
{
    for (auto it = drawing.embedded.begin(); it != drawing.embedded.end(); ++it) {
        if (drawing.scene.files.contains(it.key()))
            continue;
        auto found = m_files.constFind(*it);
        const QString ending = QLatin1Char('/') + *it;
        for (auto other = m_files.constBegin();
             found == m_files.constEnd() && other != m_files.constEnd();
             ++other) {
            if (other.key().endsWith(ending))
                found = other;
        }
        if (found == m_files.constEnd()) {
            m_report.add(Remark::Warning,
                         file.path,
                         ExchangeReport::tr("The picture %1 is not in the folder.").arg(*it));
            continue;
        }
        const auto bytes = read(*found, kMaxAttachmentBytes);
        if (!bytes)
            continue;
        const QString mime = m_mimeTypes.mimeTypeForFileNameAndData(found->path, *bytes).name();
        drawing.scene.files.insert(
            it.key(),
            QJsonObject{{QStringLiteral("id"), it.key()},
                        {QStringLiteral("mimeType"), mime},
                        {QStringLiteral("created"), found->modified},
                        {QStringLiteral("dataURL"), writeDataUrl({mime, *bytes})}});
    }
}

Stop Importer::takeMarkdownDrawing(const FoundFile &file, const QString &text)
{
    Result<ExcalidrawMarkdown, QString> drawing = readExcalidrawMarkdown(text);
    if (!drawing.ok()) {
        m_report.add(
            Remark::Warning,
            file.path,
            ExchangeReport::tr("Taken as a note, not as a drawing: %1").arg(drawing.error()));
        return takeNote(file, text);
    }
    ExcalidrawMarkdown content = drawing.value();
    embedFiles(content, file);
    if (Stop stop = takeDrawing(file, content.scene))
        return stop;
    if (!content.hasOwnText)
        return std::nullopt;
    m_report.add(Remark::Warning,
                 file.path,
                 ExchangeReport::tr("It holds text and a drawing: taken as one of each."));
    return takeNote(file, text);
}

Stop Importer::takeText(const FoundFile &file, const QByteArray &bytes)
{
    const std::optional<QString> text = textFromUtf8(bytes);
    if (!text || textToUtf8(*text) != bytes) {
        m_report.add(Remark::Warning,
                     file.path,
                     ExchangeReport::tr("Not UTF-8: kept as an attachment, not as a note."));
        return takeAttachment(file, bytes);
    }
    return isExcalidrawMarkdown(*text) ? takeMarkdownDrawing(file, *text) : takeNote(file, *text);
}

Stop Importer::takeAttachment(const FoundFile &file, const QByteArray &bytes)
{
    const QString path = m_attachmentFolder + m_index.attachments.value(file.path, file.path);
    const QString mime = m_mimeTypes.mimeTypeForFileNameAndData(path, bytes).name();
    const auto added = m_target.attach(path, mime, bytes);
    if (!added.ok())
        return added.error();
    if (m_target.wasThereBefore(added.value().id)) {
        ++m_report.unchanged;
        return std::nullopt;
    }
    ++m_report.attachments;
    if (added.value().path != path)
        m_report.add(Remark::Warning,
                     file.path,
                     ExchangeReport::tr("Another file has this name: stored as %1.")
                         .arg(added.value().path));
    return std::nullopt;
}

Stop Importer::take(const FoundFile &file)
{
    const std::optional<QByteArray> bytes = read(file, sizeLimit(file.kind));
    if (!bytes)
        return std::nullopt;
    m_report.bytes += bytes->size();
    switch (file.kind) {
    case FoundFile::Kind::Note:
        return takeText(file, *bytes);
    case FoundFile::Kind::Drawing: {
        const Result<ExcalidrawScene, QString> scene = readExcalidraw(*bytes);
        if (scene.ok())
            return takeDrawing(file, scene.value());
        fail(file, scene.error());
        return std::nullopt;
    }
    case FoundFile::Kind::Attachment:
        return takeAttachment(file, *bytes);
    }
    return std::nullopt;
}

/// Attachments go to the folder of the notebook that holds the notes: an export puts both beside
/// each other again, and the links between them go on working.
Stop Importer::placeAttachments()
{
    const auto notebooks = m_target.store().notebooks();
    if (!notebooks.ok())
        return notebooks.error();
    m_attachmentFolder = notebookFolder(notebooks.value(), m_options.notebook);
    if (m_options.root == ImportOptions::Root::OwnNotebook)
        m_attachmentFolder += cleanFileName(QDir(m_report.folder).dirName(), {}) + QLatin1Char('/');
    return std::nullopt;
}

/// Notebooks without a document in them.
Stop Importer::makeIndexedNotebooks()
{
    QStringList folders = m_index.notebooks.keys();
    folders.sort();
    for (const QString &folder : folders) {
        if (!m_report.cancelled && folder.count(QLatin1Char('/')) < kMaxFolderDepth)
            notebookFor(folder);
    }
    const auto flushed = m_target.flush();
    return flushed.ok() ? Stop() : flushed.error();
}

Stop Importer::takeAll(const QList<FoundFile> &files, const ExchangeProgress &progress)
{
    const auto opened = m_target.open();
    if (!opened.ok())
        return opened.error();
    if (Stop stop = placeAttachments())
        return stop;
    for (const FoundFile &file : files)
        m_files.insert(file.path, file);
    const FoundFile index = m_files.value(exportIndexName());
    if (!index.path.isEmpty()) {
        if (const auto bytes = read(index, kMaxDrawingBytes))
            m_index = ExportIndex::read(*bytes).value_or(ExportIndex());
    }
    int done = 0;
    for (const FoundFile &file : files) {
        if (progress && !progress(done++, int(files.size()), file.path)) {
            m_report.cancelled = true;
            break;
        }
        const bool isIndex = file.path == exportIndexName() && !m_index.documents.isEmpty();
        if (isIndex)
            continue;
        if (Stop stop = take(file))
            return stop;
    }
    return makeIndexedNotebooks();
}

void Importer::run(const QList<FoundFile> &files, const ExchangeProgress &progress)
{
    if (Stop stop = takeAll(files, progress))
        m_report.problem = stop->userMessage();
}

} // namespace

ExchangeReport MarkdownFolderImport::run(const QString &folder,
                                         const ImportOptions &options,
                                         const ExchangeProgress &progress)
{
    ExchangeReport report;
    report.folder = QFileInfo(folder).absoluteFilePath();
    if (!QFileInfo(folder).isDir() || !QDir(folder).isReadable()) {
        report.problem = ExchangeReport::tr("There is no readable folder %1.").arg(folder);
        return report;
    }
    const QList<FoundFile> files = scanFolder(folder, report);
    Importer(m_world, options, report).run(files, progress);
    return report;
}

ExchangeReport
importFile(const ImportTarget::World &world, const QString &path, const DocumentId &notebook)
{
    ExchangeReport report;
    const QFileInfo info(path);
    report.folder = info.absolutePath();
    if (!info.isFile()) {
        report.problem = ExchangeReport::tr("There is no readable file %1.").arg(path);
        return report;
    }
    Importer(world, {ImportOptions::Root::TopLevel, notebook}, report)
        .run({foundFile(info.absoluteFilePath(), info.fileName())}, {});
    return report;
}
