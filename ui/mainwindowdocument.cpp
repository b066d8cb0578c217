// The open document: showing it, its banners, links and pictures.
#include "model/base/clock.h"
#include "model/store/storethread.h"
#include "ui/actions.h"
#include "ui/document/banner.h"
#include "ui/document/documentheaderbar.h"
#include "ui/document/documentpage.h"
#include "ui/document/drawingdesk.h"
#include "ui/document/drawingstorage.h"
#include "ui/library/documentlistpane.h"
#include "ui/library/librarycommands.h"
#include "ui/library/timewords.h"
#include "ui/mainwindow.h"
#include "ui/notes/noteeditor.h"
#include "ui/notes/notesession.h"
#include "ui/notes/notesessions.h"

#include <QAction>
#include <QBuffer>
#include <QDateTime>
#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeDatabase>
#include <QUrl>

#include <memory>

namespace {

constexpr qint64 kLargestPicture = 64LL * 1024 * 1024;

} // namespace

void MainWindow::connectDocument()
{
    connect(m_page, &DocumentPage::headerShown, this, &MainWindow::onHeaderShown);
    connect(m_page, &DocumentPage::drawingTitleEdited, this, [this](const QString &title) {
        if (m_desk->storage())
            m_desk->storage()->setTitle(title);
    });
    connect(m_sessions, &NoteSessions::settledChanged, this, &MainWindow::finishClosing);
    connect(m_sessions, &NoteSessions::closing, this, [this](NoteSession *session) {
        if (m_page->noteSession() == session)
            showClosed();
    });
    connect(m_desk, &DrawingDesk::opened, this, [this](const DocumentId &id) {
        if (id == m_openId)
            showDrawing();
    });
    connect(m_desk, &DrawingDesk::failed, this, [this](const QString &reason) {
        showMessage(reason);
        showClosed();
    });
    connect(m_desk, &DrawingDesk::pictureFailed, this, [this](const QString &reason) {
        showMessage(reason);
    });
    connect(m_actions->undo, &QAction::triggered, this, [this] {
        if (m_desk->isVisible())
            m_desk->undo();
    });
    connect(m_actions->redo, &QAction::triggered, this, [this] {
        if (m_desk->isVisible())
            m_desk->redo();
    });
    connect(m_desk, &DrawingDesk::settledChanged, this, [this] {
        if (const DrawingStorage *storage = m_desk->storage()) {
            const SaveState state = storage->saveState();
            m_page->setDrawingState(state.words(), state.kind == SaveState::Kind::Failed);
        }
        finishClosing();
    });
    NoteEditor *editor = m_page->noteEditor();
    connect(editor, &NoteEditor::countsChanged, this, &MainWindow::updateCounts);
    connect(editor, &NoteEditor::linkActivated, this, &MainWindow::followLink);
    connect(editor, &NoteEditor::drawingLinkRequested, this, [this] { quickSwitch(true); });
    connect(editor, &NoteEditor::filesDropped, this, &MainWindow::addFiles);
    connect(editor, &NoteEditor::picturePasted, this, [this](const QImage &image) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMilliseconds(m_clock.now()));
        const QString name =
            tr("Picture %1").arg(now.toString(QStringLiteral("yyyy-MM-dd HH.mm.ss")))
            + QStringLiteral(".png");
        addPicture(name, QStringLiteral("image/png"), bytes);
    });
    connect(editor, &NoteEditor::pictureRequested, this, [this] {
        addFiles(
            QFileDialog::getOpenFileNames(this,
                                          tr("Insert pictures"),
                                          {},
                                          tr("Pictures (*.png *.jpg *.jpeg *.gif *.webp *.svg)")));
    });
}

void MainWindow::openDocument(const DocumentId &id)
{
    if (id == m_openId)
        return;
    m_store.run(
        this,
        [id](DocumentStore &store) { return store.summary(id); },
        [this, id, asked = ++m_opening](const Result<DocumentSummary, StoreError> &summary) {
            if (asked != m_opening)
                return;
            if (summary.ok())
                open(id, summary.value().kind);
            else if (summary.error().kind != StoreError::Kind::NotFound)
                showMessage(summary.error().userMessage());
        });
}

void MainWindow::open(const DocumentId &id, DocumentKind kind)
{
    ++m_opening;
    m_list->select(id);
    if (id == m_openId)
        return;
    m_openId = id;
    fitPanes();
    if (kind == DocumentKind::Drawing) {
        m_desk->open(id);
        if (m_desk->storage()->isLoaded())
            showDrawing();
        return;
    }
    m_desk->close();
    NoteSession *session = m_sessions->open(id);
    if (session->isLoaded()) {
        showNote(session);
        return;
    }
    connect(session, &NoteSession::loaded, this, [this, session] {
        if (session->id() == m_openId)
            showNote(session);
    });
    connect(session, &NoteSession::loadFailed, this, [this, session](const QString &reason) {
        showMessage(reason);
        if (session->id() == m_openId)
            showClosed();
    });
}

void MainWindow::showNote(NoteSession *session)
{
    m_page->showNote(session);
    m_page->noteEditor()->setSearchWords(m_list->searchWords());
    connect(
        session, &NoteSession::overruled, this, &MainWindow::tellOverruled, Qt::UniqueConnection);
    if (m_focusTitleOf == session->id()) {
        m_focusTitleOf = {};
        m_page->headerBar()->focusTitle();
    }
    updateCounts();
    showConflictBanner();
}

void MainWindow::showDrawing()
{
    DrawingStorage *storage = m_desk->storage();
    m_page->showDrawing(storage->drawing().header, m_desk);
    m_page->setDrawingState(storage->saveState().words(), false);
    connect(storage, &DrawingStorage::headerChanged, this, [this, storage] {
        if (m_desk->storage() == storage)
            m_page->setDrawingHeader(storage->drawing().header);
    });
    connect(storage, &DrawingStorage::gone, this, [this, storage] {
        if (m_desk->storage() == storage)
            showClosed();
    });
    if (m_focusTitleOf == storage->id()) {
        m_focusTitleOf = {};
        m_page->focusText();
    }
    updateCounts();
    showConflictBanner();
}

void MainWindow::showClosed()
{
    ++m_opening;
    m_openId = {};
    m_desk->close();
    m_page->showNothing();
    updateCounts();
    fitPanes();
}

void MainWindow::tellOverruled()
{
    showMessage(tr("Another device changed the words that you were typing. Yours are here; the "
                   "other version is kept."),
                tr("Earlier versions"),
                [this] { m_actions->history->trigger(); });
}

void MainWindow::onHeaderShown()
{
    const DocumentHeader &header = m_page->header();
    const bool open = !header.id.isEmpty();
    const bool trashed = header.trashed.has_value();
    for (QAction *action : {m_actions->pin,
                            m_actions->moveTo,
                            m_actions->tags,
                            m_actions->rename,
                            m_actions->duplicate})
        action->setEnabled(open && !trashed);
    m_actions->trash->setEnabled(open);
    m_actions->history->setEnabled(open);
    m_actions->exportDocument->setEnabled(open);
    m_actions->restore->setEnabled(open && trashed);
    m_actions->deleteForever->setEnabled(open && trashed);
    m_actions->pin->setChecked(header.pinned);
    const bool note = open && m_page->noteSession();
    m_desk->setReadOnly(trashed);
    for (QAction *action : {m_actions->find, m_actions->replace})
        action->setEnabled(note);
    const QString title = m_page->headerBar()->titleEdit()->text();
    setWindowTitle(open && !title.isEmpty() ? tr("%1 – Sheaf").arg(title) : tr("Sheaf"));
    if (trashed) {
        m_page->banner()->show(
            QStringLiteral("trash"),
            tr("This document is in the trash."),
            {{tr("Restore"), [this] { m_actions->restore->trigger(); }},
             {tr("Delete for ever…"), [this] { m_actions->deleteForever->trigger(); }}});
        m_trashBanner = true;
    } else if (m_trashBanner) {
        m_trashBanner = false;
        m_page->banner()->hide();
    }
}

void MainWindow::updateCounts()
{
    NoteEditor *editor = m_page->noteEditor();
    if (!m_page->noteSession()) {
        m_words->clear();
        return;
    }
    m_words->setText(tr("%n word(s)", nullptr, editor->wordCount()));
}

void MainWindow::followLink(const QString &target)
{
    if (!target.startsWith(QLatin1String("[["))) {
        const QUrl url(target);
        const QStringList known{
            QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto")};
        if (known.contains(url.scheme()))
            QDesktopServices::openUrl(url);
        else
            openByTitle(QFileInfo(url.path()).completeBaseName());
        return;
    }
    QString name = target.mid(2, target.size() - 4);
    name = name.section(QLatin1Char('|'), 0, 0).section(QLatin1Char('#'), 0, 0).trimmed();
    openByTitle(name);
}

void MainWindow::openByTitle(const QString &title)
{
    m_store.run(
        this,
        [](DocumentStore &store) { return store.summaries({}); },
        [this, title](const Result<QList<DocumentSummary>, StoreError> &found) {
            if (!found.ok()) {
                showMessage(found.error().userMessage());
                return;
            }
            for (const DocumentSummary &summary : found.value()) {
                if (displayTitle(summary).compare(title, Qt::CaseInsensitive) == 0) {
                    openDocument(summary.id);
                    return;
                }
            }
            showMessage(tr("There is no document called “%1”.").arg(title),
                        tr("Create it"),
                        [this, title] { m_commands->createNote({}, title); });
        });
}

void MainWindow::addFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        QFile file(path);
        const QFileInfo info(path);
        if (info.size() > kLargestPicture || !file.open(QIODevice::ReadOnly)) {
            showMessage(tr("“%1” cannot be read, or is larger than 64 MB.").arg(info.fileName()));
            continue;
        }
        addPicture(info.fileName(), QMimeDatabase().mimeTypeForFile(info).name(), file.readAll());
    }
}

void MainWindow::addPicture(const QString &name, const QString &mime, const QByteArray &bytes)
{
    const DocumentId note = m_openId;
    auto added = std::make_shared<Attachment>();
    m_store.write(
        this,
        [name, mime, bytes, added](DocumentStore &store) -> Result<SaveReceipt, StoreError> {
            auto attachment = store.addAttachment(name, mime, bytes);
            if (!attachment.ok())
                return attachment.error();
            *added = attachment.value();
            return SaveReceipt{0, {added->id}};
        },
        [this, note, mime, added](const Result<SaveReceipt, StoreError> &receipt) {
            if (!receipt.ok()) {
                showMessage(receipt.error().userMessage());
                return;
            }
            if (m_openId != note || !m_page->noteSession())
                return;
            const QString alt = QFileInfo(added->name).completeBaseName();
            m_page->noteEditor()->insertPicture(added->path, alt);
        });
}
