#include "model/exchange/libraryexport.h"

#include "model/exchange/drawingfiles.h"
#include "model/exchange/excalidrawfile.h"
#include "model/exchange/exportindex.h"
#include "model/exchange/filenames.h"
#include "model/exchange/notebookfolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>

namespace {

using Remark = ExchangeReport::Remark;
using Stop = std::optional<StoreError>;

const QString kNoteEnding = QStringLiteral(".md");
const QString kDrawingEnding = QStringLiteral(".excalidraw");

enum class Written { Yes, WasEqual };

/// `path` with exactly `bytes`; the error is a translated sentence.
Result<Written, QString>
writeFile(const QString &path, const QByteArray &bytes, ExportOptions::Existing existing)
{
    const QFileInfo info(path);
    if (info.isSymLink())
        return ExchangeReport::tr("A link with this name is there; nothing was written.");
    if (info.exists()) {
        QFile present(path);
        if (present.open(QIODevice::ReadOnly) && present.size() == bytes.size()
            && present.readAll() == bytes)
            return Written::WasEqual;
        if (existing == ExportOptions::Existing::Keep)
            return ExchangeReport::tr("A different file with this name is there; it was kept.");
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return ExchangeReport::tr("It cannot be written: %1").arg(file.errorString());
    return Written::Yes;
}

struct DocumentFile
{
    QByteArray bytes;
    int elements = 0;
    QStringList warnings;
};

bool isFurtherBack(const DrawingElement &a, const DrawingElement &b)
{
    const QString index = QStringLiteral("index");
    const QString id = QStringLiteral("id");
    const QString left = a.json.value(index).toString();
    const QString right = b.json.value(index).toString();
    return left != right ? left < right : a.json.value(id).toString() < b.json.value(id).toString();
}

Result<DocumentFile, StoreError> drawingFile(const DocumentStore &store, const Drawing &drawing)
{
    const auto rows = store.elements(drawing.header.id);
    if (!rows.ok())
        return rows.error();
    QList<DrawingElement> elements;
    for (const Document &row : rows.value()) {
        if (const auto element = DrawingElement::fromDocument(row))
            elements.append(*element);
    }
    std::sort(elements.begin(), elements.end(), isFurtherBack);
    ExcalidrawScene scene;
    for (const DrawingElement &element : elements)
        scene.elements.append(exportedElement(element));
    const auto files = loadDrawingFiles(store, drawing, scene.elements);
    if (!files.ok())
        return files.error();
    scene.appState = drawing.appState;
    scene.extras = drawing.fileExtras;
    scene.files = files.value().files;
    DocumentFile file{writeExcalidraw(scene), int(scene.elements.size()), {}};
    if (!files.value().missing.isEmpty())
        file.warnings += ExchangeReport::tr("%n picture(s) in it have not arrived here yet.",
                                            nullptr,
                                            int(files.value().missing.size()));
    return file;
}

class Exporter
{
public:
    Exporter(const DocumentStore &store, const ExportOptions &options, ExchangeReport &report)
        : m_store(store)
        , m_options(options)
        , m_report(report)
        , m_root(report.folder)
    {}

    Stop run(const ExchangeProgress &progress);

private:
    Stop readLibrary();
    Stop chooseDocuments();
    Stop chooseAttachments();
    bool isInside(const DocumentId &notebook) const;
    QString folderFor(const DocumentId &notebook);
    Stop writeDocument(const DocumentSummary &summary);
    Stop writeAttachment(const Attachment &attachment);
    void makeEmptyFolders();
    void writeIndex();
    void placeAttachments();
    bool write(const QString &path, const QByteArray &bytes, std::int64_t modified);
    void indexDocument(const QString &path, const DocumentHeader &header);
    QStringList tagNames(const QList<DocumentId> &ids) const;

    const DocumentStore &m_store;
    const ExportOptions &m_options;
    ExchangeReport &m_report;
    QString m_root;
    QHash<DocumentId, Notebook> m_notebooks;
    QHash<DocumentId, QString> m_tags;
    QList<DocumentSummary> m_documents;
    QList<Attachment> m_attachments;
    QHash<DocumentId, QString> m_attachmentFiles;
    QHash<DocumentId, QString> m_folders; ///< By notebook, relative; "" is the root.
    QHash<QString, NamesOfFolder> m_names; ///< By folder.
    QString m_namedInNotes; ///< All texts that may name an attachment.
    ExportIndex m_index;
};

Stop Exporter::readLibrary()
{
    const auto notebooks = m_store.notebooks();
    const auto tags = m_store.tags();
    if (!notebooks.ok())
        return notebooks.error();
    if (!tags.ok())
        return tags.error();
    for (const Notebook &notebook : notebooks.value())
        m_notebooks.insert(notebook.id, notebook);
    for (const Tag &tag : tags.value())
        m_tags.insert(tag.id, tag.name);
    return std::nullopt;
}

/// Whether `notebook` is the one to export or lies inside it; a cycle leads nowhere.
bool Exporter::isInside(const DocumentId &notebook) const
{
    DocumentId at = notebook;
    for (qsizetype steps = 0; steps <= m_notebooks.size() && !at.isEmpty(); ++steps) {
        if (at == m_options.notebook)
            return true;
        at = m_notebooks.value(at).parent;
    }
    return false;
}

Stop Exporter::chooseDocuments()
{
    if (m_options.scope == ExportOptions::Scope::Documents) {
        for (const DocumentId &id : m_options.documents) {
            const auto summary = m_store.summary(id);
            if (!summary.ok())
                return summary.error();
            m_documents.append(summary.value());
        }
        return std::nullopt;
    }
    ListQuery query;
    query.sort = ListQuery::Sort::Title;
    const auto all = m_store.summaries(query);
    if (!all.ok())
        return all.error();
    for (const DocumentSummary &summary : all.value()) {
        if (m_options.scope == ExportOptions::Scope::Library || isInside(summary.notebook))
            m_documents.append(summary);
    }
    return std::nullopt;
}

/// Every notebook gets its folder once; unknown parents and cycles end at the root.
QString Exporter::folderFor(const DocumentId &notebook)
{
    const bool isRoot = notebook.isEmpty() || !m_notebooks.contains(notebook)
                        || m_options.scope == ExportOptions::Scope::Documents
                        || notebook == m_options.notebook;
    if (isRoot)
        return {};
    const auto known = m_folders.constFind(notebook);
    if (known != m_folders.constEnd())
        return *known;
    m_folders.insert(notebook, QString()); // a cycle meets this
    const Notebook entry = m_notebooks.value(notebook);
    const QString parent = folderFor(entry.parent);
    const QString name = m_names[parent].claim(cleanFileName(entry.title, {}), {});
    QString folder = parent.isEmpty() ? name : parent + QLatin1Char('/') + name;
    m_folders.insert(notebook, folder);
    m_index.notebooks.insert(folder, {entry.title, entry.created});
    ++m_report.notebooks;
    if (!QDir(m_root).mkpath(folder))
        m_report.add(Remark::Failed, folder, ExchangeReport::tr("The folder cannot be made."));
    return folder;
}

/// Attachments keep their paths, so they claim their names first.
void Exporter::placeAttachments()
{
    m_names[QString()].insert(exportIndexName());
    const bool isNotebook = m_options.scope == ExportOptions::Scope::Notebook;
    const QString above =
        isNotebook ? notebookFolder(m_notebooks.values(), m_options.notebook) : QString();
    for (const Attachment &attachment : m_attachments) {
        const bool isInside = attachment.path.startsWith(above);
        const QString wanted = isInside ? attachment.path.mid(above.size()) : attachment.path;
        const QString clean = cleanPath(wanted);
        const qsizetype slash = clean.lastIndexOf(QLatin1Char('/'));
        const QString folder = clean.left(std::max(qsizetype(0), slash));
        const QString name = clean.mid(slash + 1);
        const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
        const QString ending = dot > 0 ? name.mid(dot) : QString();
        const QString unique = m_names[folder].claim(name.chopped(ending.size()), ending);
        const QString path = folder.isEmpty() ? unique : folder + QLatin1Char('/') + unique;
        m_attachmentFiles.insert(attachment.id, path);
        if (path != wanted)
            m_index.attachments.insert(path, wanted);
    }
}

Stop Exporter::chooseAttachments()
{
    const auto all = m_store.attachments();
    if (!all.ok())
        return all.error();
    const bool whole = m_options.scope == ExportOptions::Scope::Library;
    if (!whole) {
        for (const DocumentSummary &summary : m_documents) {
            const auto document = m_store.load(summary.id);
            if (!document.ok())
                return document.error();
            if (const auto note = Note::fromDocument(document.value()))
                m_namedInNotes += note->text + QUrl::fromPercentEncoding(note->text.toUtf8());
        }
    }
    for (const Attachment &attachment : all.value()) {
        if (!isDrawingFilePath(attachment.path)
            && (whole || m_namedInNotes.contains(attachment.name, Qt::CaseInsensitive)))
            m_attachments.append(attachment);
    }
    m_namedInNotes.clear();
    return std::nullopt;
}

bool Exporter::write(const QString &path, const QByteArray &bytes, std::int64_t modified)
{
    const QString target = m_root + QLatin1Char('/') + path;
    QDir().mkpath(QFileInfo(target).path());
    const auto written = writeFile(target, bytes, m_options.existing);
    if (!written.ok()) {
        m_report.add(Remark::Failed, path, written.error());
        return false;
    }
    if (written.value() == Written::WasEqual) {
        ++m_report.unchanged;
        return true;
    }
    m_report.bytes += bytes.size();
    QFile file(target);
    if (modified > 0 && file.open(QIODevice::ReadWrite))
        file.setFileTime(QDateTime::fromMSecsSinceEpoch(modified),
                         QFileDevice::FileModificationTime);
    return true;
}

QStringList Exporter::tagNames(const QList<DocumentId> &ids) const
{
    QStringList names;
    for (const DocumentId &id : ids) {
        if (m_tags.contains(id))
            names += m_tags.value(id);
    }
    return names;
}

void Exporter::indexDocument(const QString &path, const DocumentHeader &header)
{
    m_index.documents.insert(
        path, {header.title, tagNames(header.tags), header.pinned, header.created, header.updated});
}

Stop Exporter::writeDocument(const DocumentSummary &summary)
{
    const auto document = m_store.load(summary.id);
    if (!document.ok())
        return document.error();
    const auto note = Note::fromDocument(document.value());
    const auto drawing = Drawing::fromDocument(document.value());
    const QString ending = note ? kNoteEnding : kDrawingEnding;
    const QString folder = folderFor(summary.notebook);
    const QString name = m_names[folder].claim(cleanFileName(summary.title, ending), ending);
    const QString path = folder.isEmpty() ? name : folder + QLatin1Char('/') + name;
    if (note) {
        if (write(path, textToUtf8(note->text), note->header.updated)) {
            indexDocument(path, note->header);
            ++m_report.notes;
        }
    } else if (drawing) {
        const auto file = drawingFile(m_store, *drawing);
        if (!file.ok())
            return file.error();
        for (const QString &warning : file.value().warnings)
            m_report.add(Remark::Warning, path, warning);
        if (write(path, file.value().bytes, drawing->header.updated)) {
            indexDocument(path, drawing->header);
            ++m_report.drawings;
            m_report.elements += file.value().elements;
        }
    } else {
        m_report.add(Remark::Skipped,
                     path,
                     ExchangeReport::tr("Written by a newer Sheaf that this one cannot read."));
    }
    return std::nullopt;
}

Stop Exporter::writeAttachment(const Attachment &attachment)
{
    const QString path = m_attachmentFiles.value(attachment.id);
    const auto bytes = m_store.attachmentBytes(attachment.id);
    if (!bytes.ok() && bytes.error().kind == StoreError::Kind::NotFound) {
        m_report.add(Remark::Failed,
                     path,
                     ExchangeReport::tr("It has not arrived from another device yet, so it was "
                                        "left out. Sync, then export again."));
        return std::nullopt;
    }
    if (!bytes.ok())
        return bytes.error();
    if (write(path, bytes.value(), attachment.created))
        ++m_report.attachments;
    return std::nullopt;
}

/// The index is ours: one that is there is brought up to date, never anything else.
void Exporter::writeIndex()
{
    const QString path = m_root + QLatin1Char('/') + exportIndexName();
    QFile present(path);
    ExportIndex index = m_index;
    if (present.open(QIODevice::ReadOnly)) {
        const auto old = ExportIndex::read(present.readAll());
        if (!old)
            return m_report.add(
                Remark::Failed,
                exportIndexName(),
                ExchangeReport::tr("A different file with this name is there; it was kept."));
        index = *old;
        index.documents.insert(m_index.documents);
        index.notebooks.insert(m_index.notebooks);
        index.attachments.insert(m_index.attachments);
    }
    const auto written = writeFile(path, index.write(), ExportOptions::Existing::Replace);
    if (!written.ok())
        m_report.add(Remark::Failed, exportIndexName(), written.error());
}

/// Of notebooks without a document in them.
void Exporter::makeEmptyFolders()
{
    for (const Notebook &notebook : m_notebooks) {
        if (m_options.scope == ExportOptions::Scope::Library
            || (m_options.scope == ExportOptions::Scope::Notebook && isInside(notebook.id)))
            folderFor(notebook.id);
    }
}

Stop Exporter::run(const ExchangeProgress &progress)
{
    if (Stop stop = readLibrary())
        return stop;
    if (Stop stop = chooseDocuments())
        return stop;
    if (Stop stop = chooseAttachments())
        return stop;
    placeAttachments();
    const int total = int(m_documents.size() + m_attachments.size());
    int done = 0;
    const auto goOn = [&](const QString &name) {
        m_report.cancelled = m_report.cancelled || (progress && !progress(done++, total, name));
        return !m_report.cancelled;
    };
    for (const DocumentSummary &summary : m_documents) {
        if (!goOn(summary.title))
            break;
        if (Stop stop = writeDocument(summary))
            return stop;
    }
    for (const Attachment &attachment : m_attachments) {
        if (!goOn(attachment.path))
            break;
        if (Stop stop = writeAttachment(attachment))
            return stop;
    }
    if (!m_report.cancelled)
        makeEmptyFolders();
    writeIndex();
    return std::nullopt;
}

} // namespace

ExchangeReport LibraryExport::run(const QString &folder,
                                  const ExportOptions &options,
                                  const ExchangeProgress &progress)
{
    ExchangeReport report;
    report.isExport = true;
    report.folder = QFileInfo(folder).absoluteFilePath();
    if (!QDir().mkpath(report.folder)) {
        report.problem = ExchangeReport::tr("The folder %1 cannot be made.").arg(folder);
        return report;
    }
    if (const Stop stop = Exporter(m_store, options, report).run(progress))
        report.problem = stop->userMessage();
    return report;
}

Result<Done, QString> exportDocument(const DocumentStore &store,
                                     const DocumentId &id,
                                     const QString &path,
                                     ExportOptions::Existing existing)
{
    const auto document = store.load(id);
    if (!document.ok())
        return document.error().userMessage();
    QByteArray bytes;
    if (const auto note = Note::fromDocument(document.value())) {
        bytes = textToUtf8(note->text);
    } else if (const auto drawing = Drawing::fromDocument(document.value())) {
        const auto file = drawingFile(store, *drawing);
        if (!file.ok())
            return file.error().userMessage();
        bytes = file.value().bytes;
    } else {
        return ExchangeReport::tr("Only notes and drawings can be exported.");
    }
    const auto written = writeFile(path, bytes, existing);
    if (!written.ok())
        return written.error();
    return Done{};
}
