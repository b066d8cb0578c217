// Places, list and what is done to documents as a whole.
#include "model/store/storethread.h"
#include "ui/actions.h"
#include "ui/dialogs/picker.h"
#include "ui/dialogs/tagsdialog.h"
#include "ui/document/documentheaderbar.h"
#include "ui/document/documentpage.h"
#include "ui/icons.h"
#include "ui/library/documentlistpane.h"
#include "ui/library/librarycommands.h"
#include "ui/library/sidebar.h"
#include "ui/mainwindow.h"
#include "ui/notes/noteeditor.h"
#include "ui/notes/notesession.h"
#include "ui/uisettings.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace {

struct Places
{
    LibraryCounts counts;
    QList<Notebook> notebooks;
    QList<Tag> tags;
};

Result<Places, StoreError> readPlaces(DocumentStore &store)
{
    const auto counts = store.counts();
    if (!counts.ok())
        return counts.error();
    const auto notebooks = store.notebooks();
    if (!notebooks.ok())
        return notebooks.error();
    const auto tags = store.tags();
    if (!tags.ok())
        return tags.error();
    return Places{counts.value(), notebooks.value(), tags.value()};
}

void confirm(QWidget *parent,
             const QString &question,
             const QString &consequence,
             const QString &yes,
             std::function<void()> run)
{
    auto *box = new QMessageBox(
        QMessageBox::Question, parent->windowTitle(), question, QMessageBox::Cancel, parent);
    box->setInformativeText(consequence);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Cancel);
    QPushButton *button = box->addButton(yes, QMessageBox::DestructiveRole);
    QObject::connect(button, &QPushButton::clicked, parent, std::move(run));
    box->open();
}

} // namespace

void MainWindow::reloadPlaces()
{
    m_store.run(this, readPlaces, [this](const Result<Places, StoreError> &places) {
        if (!places.ok()) {
            showMessage(places.error().userMessage());
            return;
        }
        m_notebooks = places.value().notebooks;
        m_tags = places.value().tags;
        m_sideBar->setContents(places.value().counts, m_notebooks, m_tags);
        m_actions->emptyTrash->setEnabled(places.value().counts.trash > 0);
        QHash<DocumentId, QString> notebooks;
        for (const Notebook &notebook : std::as_const(m_notebooks))
            notebooks.insert(notebook.id, notebook.title);
        QHash<DocumentId, QString> tags;
        for (const Tag &tag : std::as_const(m_tags))
            tags.insert(tag.id, tag.name);
        m_page->setNames(notebooks, tags);
        if (m_list->query().place != m_sideBar->current().place)
            choosePlace(m_sideBar->current());
        else
            m_list->setPlaceName(placeName(m_list->query()));
    });
}

QString MainWindow::placeName(const ListQuery &query) const
{
    switch (query.place) {
    case ListQuery::Place::All:
        return tr("All");
    case ListQuery::Place::Notes:
        return tr("Notes");
    case ListQuery::Place::Drawings:
        return tr("Drawings");
    case ListQuery::Place::Pinned:
        return tr("Pinned");
    case ListQuery::Place::Unfiled:
        return tr("Without a notebook");
    case ListQuery::Place::Conflicts:
        return tr("Conflicts");
    case ListQuery::Place::Trash:
        return tr("Trash");
    case ListQuery::Place::Notebook:
        for (const Notebook &notebook : m_notebooks) {
            if (notebook.id == query.which)
                return notebook.title;
        }
        return tr("Notebook");
    case ListQuery::Place::Tag:
        for (const Tag &tag : m_tags) {
            if (tag.id == query.which)
                return QLatin1Char('#') + tag.name;
        }
        return tr("Tag");
    }
    return {};
}

void MainWindow::choosePlace(const ListQuery &query)
{
    ListQuery sorted = query;
    sorted.sort = m_settings.sortOf(query);
    m_list->setQuery(sorted, placeName(query));
    m_page->noteEditor()->setSearchWords({});
}

void MainWindow::connectLibrary()
{
    connect(&m_store, &StoreThread::changed, this, &MainWindow::reloadPlaces);
    connect(m_commands, &LibraryCommands::failed, this, [this](const QString &message) {
        showMessage(message);
    });
    connect(m_commands,
            &LibraryCommands::done,
            this,
            [this](const QString &message, const std::function<void()> &undo) {
                showMessage(message, tr("Undo"), undo);
            });
    connect(m_commands,
            &LibraryCommands::created,
            this,
            [this](const DocumentId &id, DocumentKind kind) {
                m_focusTitleOf = id;
                m_list->select(id);
                open(id, kind);
            });
    connect(m_commands, &LibraryCommands::notebookCreated, m_sideBar, &SideBar::editNotebook);

    connect(m_sideBar, &SideBar::placeChosen, this, &MainWindow::choosePlace);
    connect(m_sideBar, &SideBar::newNotebookRequested, this, [this](const DocumentId &parent) {
        m_commands->createNotebook(parent, tr("New notebook"));
    });
    connect(m_sideBar, &SideBar::notebookRenamed, m_commands, &LibraryCommands::renameNotebook);
    connect(m_sideBar,
            &SideBar::notebookDeleteRequested,
            this,
            [this](const DocumentId &id, const QString &title) {
                confirm(this,
                        tr("Delete the notebook “%1”?").arg(title),
                        tr("Its documents are kept: they move one level up."),
                        tr("Delete notebook"),
                        [this, id] { m_commands->deleteNotebook(id); });
            });
    connect(m_sideBar,
            &SideBar::documentsDropped,
            this,
            [this](const QList<DocumentId> &ids, const ListQuery &target) {
                if (target.place == ListQuery::Place::Trash)
                    m_commands->trash(ids);
                else if (target.place == ListQuery::Place::Pinned)
                    m_commands->setPinned(ids, true);
                else if (target.place == ListQuery::Place::Tag)
                    m_commands->changeTags(ids, {placeName(target).mid(1)}, {});
                else
                    m_commands->moveTo(ids, target.which);
            });
    connect(m_sideBar, &SideBar::emptyTrashRequested, m_actions->emptyTrash, &QAction::trigger);

    connect(m_list, &DocumentListPane::documentChosen, this, &MainWindow::open);
    connect(m_list, &DocumentListPane::documentActivated, m_page, &DocumentPage::focusText);
    connect(m_list, &DocumentListPane::selectionChanged, this, &MainWindow::onSelectionChanged);
    connect(m_list, &DocumentListPane::contextMenuRequested, this, &MainWindow::showListMenu);
    connect(m_list, &DocumentListPane::sortChanged, this, [this](const ListQuery &query) {
        m_settings.setSort(query);
    });
    connect(m_list, &DocumentListPane::createRequested, this, [this](const QString &title) {
        m_commands->createNote({}, title);
    });
    connect(m_list, &DocumentListPane::failed, this, [this](const QString &message) {
        showMessage(message);
    });
    connectDocumentActions();
}

void MainWindow::connectDocumentActions()
{
    const auto on = [this](QAction *action, auto call) {
        connect(action, &QAction::triggered, this, call);
    };
    // The old document goes first: what is typed while the new one is being stored must not land in
    // it.
    on(m_actions->newNote, [this] {
        showClosed();
        m_commands->createNote(m_sideBar->current());
    });
    on(m_actions->newDrawing, [this] {
        showClosed();
        m_commands->createDrawing(m_sideBar->current());
    });
    on(m_actions->newNotebook, [this] {
        const ListQuery place = m_sideBar->current();
        m_commands->createNotebook(place.place == ListQuery::Place::Notebook ? place.which
                                                                             : DocumentId(),
                                   tr("New notebook"));
    });
    on(m_actions->pin, [this](bool pinned) { m_commands->setPinned(targets(), pinned); });
    on(m_actions->moveTo, [this] { chooseNotebook(); });
    on(m_actions->tags, [this] { chooseTags(); });
    on(m_actions->duplicate, [this] {
        if (!m_openId.isEmpty())
            m_commands->duplicate(m_openId);
    });
    on(m_actions->rename, [this] { m_page->headerBar()->focusTitle(); });
    on(m_actions->trash, [this] { trashTargets(); });
    on(m_actions->restore, [this] { m_commands->restore(targets()); });
    on(m_actions->deleteForever, [this] { deleteTargetsForever(); });
    on(m_actions->emptyTrash, [this] {
        confirm(this,
                tr("Empty the trash?"),
                tr("Everything in it is deleted on all of your devices."),
                tr("Empty the trash"),
                [this] { m_commands->emptyTrash(); });
    });
    on(m_actions->quickSwitch, [this] { quickSwitch(false); });
    on(m_actions->importFiles, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Import a folder"));
        if (!folder.isEmpty())
            emit importRequested(folder);
    });
    on(m_actions->exportLibrary, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Export into a folder"));
        if (!folder.isEmpty())
            emit exportRequested(folder);
    });
    on(m_actions->exportDocument, [this] {
        const QString path = QFileDialog::getSaveFileName(this, tr("Export this document"));
        if (!path.isEmpty())
            emit exportDocumentRequested(m_openId, path);
    });
    connect(m_actions->findNext, &QAction::triggered, this, [this] {
        if (m_list->isSearching() && !m_page->noteEditor()->isFinding())
            m_list->step(1);
    });
    connect(m_actions->findPrevious, &QAction::triggered, this, [this] {
        if (m_list->isSearching() && !m_page->noteEditor()->isFinding())
            m_list->step(-1);
    });
}

QList<DocumentId> MainWindow::targets() const
{
    const QList<DocumentId> selected = m_list->selected();
    if (selected.size() > 1 || (selected.size() == 1 && m_openId.isEmpty()))
        return selected;
    return m_openId.isEmpty() ? QList<DocumentId>() : QList<DocumentId>{m_openId};
}

void MainWindow::trashTargets()
{
    const QList<DocumentId> ids = targets();
    if (ids.isEmpty())
        return;
    if (m_list->query().place == ListQuery::Place::Trash && !m_list->isSearching()) {
        deleteTargetsForever();
        return;
    }
    const DocumentId next = m_list->neighbourOf(ids);
    m_commands->trash(ids);
    if (!ids.contains(m_openId))
        return;
    if (next.isEmpty())
        showClosed();
    else
        openDocument(next);
}

void MainWindow::deleteTargetsForever()
{
    const QList<DocumentId> ids = targets();
    if (ids.isEmpty())
        return;
    confirm(this,
            tr("Delete %n document(s) for ever?", nullptr, int(ids.size())),
            tr("They are deleted on all of your devices."),
            tr("Delete for ever"),
            [this, ids] {
                if (ids.contains(m_openId))
                    showClosed();
                m_commands->deleteForever(ids);
            });
}

void MainWindow::onSelectionChanged(const QList<DocumentId> &ids)
{
    bool pinned = !ids.isEmpty();
    for (const DocumentId &id : ids) {
        const QModelIndex index = m_list->model()->indexOf(id);
        pinned = pinned && index.data(DocumentListModel::PinnedRole).toBool();
    }
    m_actions->pin->setChecked(pinned);
    m_page->noteEditor()->setSearchWords(m_list->searchWords());
}

void MainWindow::showListMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_list->query().place == ListQuery::Place::Trash) {
        menu->addActions({m_actions->restore, m_actions->deleteForever});
        menu->addSeparator();
        menu->addAction(m_actions->emptyTrash);
    } else {
        menu->addActions({m_actions->pin, m_actions->moveTo, m_actions->tags});
        menu->addSeparator();
        menu->addActions({m_actions->rename, m_actions->duplicate, m_actions->history});
        menu->addSeparator();
        menu->addAction(m_actions->trash);
    }
    menu->popup(at);
}

void MainWindow::chooseNotebook()
{
    const QList<DocumentId> ids = targets();
    if (ids.isEmpty())
        return;
    QHash<DocumentId, Notebook> byId;
    for (const Notebook &notebook : std::as_const(m_notebooks))
        byId.insert(notebook.id, notebook);
    QList<Picker::Entry> entries;
    entries.append({{}, tr("No notebook"), {}, themedIcon(QStringLiteral("inbox"))});
    for (const Notebook &notebook : std::as_const(m_notebooks)) {
        entries.append({notebook.id,
                        notebook.title,
                        byId.value(notebook.parent).title,
                        themedIcon(QStringLiteral("notebook"))});
    }
    Picker::open(this, tr("Move to notebook"), entries, [this, ids](const DocumentId &notebook) {
        m_commands->moveTo(ids, notebook);
    });
}

void MainWindow::chooseTags()
{
    const QList<DocumentId> ids = targets();
    if (ids.isEmpty())
        return;
    QList<TagsDialog::Choice> choices;
    for (const Tag &tag : std::as_const(m_tags)) {
        qsizetype carriers = 0;
        for (const DocumentListModel::Row &row : m_list->model()->rows()) {
            if (ids.contains(row.summary.id) && row.summary.tags.contains(tag.id))
                ++carriers;
        }
        if (ids.size() == 1 && ids.first() == m_openId)
            carriers = m_page->header().tags.contains(tag.id) ? 1 : 0;
        const Qt::CheckState state = carriers == 0            ? Qt::Unchecked
                                     : carriers == ids.size() ? Qt::Checked
                                                              : Qt::PartiallyChecked;
        choices.append({tag.name, state});
    }
    auto *dialog = new TagsDialog(choices, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, ids] {
        const QStringList added = dialog->added();
        const QStringList removed = dialog->removed();
        if (!added.isEmpty() || !removed.isEmpty())
            m_commands->changeTags(ids, added, removed);
    });
    dialog->open();
}

void MainWindow::quickSwitch(bool forLink)
{
    m_store.run(
        this,
        [](DocumentStore &store) { return store.summaries({}); },
        [this, forLink](const Result<QList<DocumentSummary>, StoreError> &found) {
            if (!found.ok()) {
                showMessage(found.error().userMessage());
                return;
            }
            QHash<DocumentId, QString> notebooks;
            for (const Notebook &notebook : std::as_const(m_notebooks))
                notebooks.insert(notebook.id, notebook.title);
            QList<Picker::Entry> entries;
            QHash<DocumentId, QString> titles;
            for (const DocumentSummary &summary : found.value()) {
                const bool drawing = summary.kind == DocumentKind::Drawing;
                entries.append(
                    {summary.id,
                     displayTitle(summary),
                     notebooks.value(summary.notebook),
                     themedIcon(drawing ? QStringLiteral("drawing") : QStringLiteral("note"))});
                titles.insert(summary.id, displayTitle(summary));
            }
            const QString title = forLink ? tr("Link to…") : tr("Go to…");
            Picker *picker =
                Picker::open(this, title, entries, [this, forLink, titles](const DocumentId &id) {
                    if (forLink)
                        m_page->noteEditor()->insertLinkTo(titles.value(id));
                    else
                        openDocument(id);
                });
            if (!forLink) {
                picker->offerCreation(tr("Create note “%1”"), [this](const QString &name) {
                    m_commands->createNote(m_sideBar->current(), name);
                });
            }
        });
}
