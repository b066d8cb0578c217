#include "ui/library/documentlistpane.h"

#include "model/base/clock.h"
#include "model/store/storethread.h"
#include "ui/icons.h"
#include "ui/library/documentdelegate.h"
#include "ui/library/emptystate.h"
#include "ui/library/thumbnailcache.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int kSearchDelayMs = 100;
constexpr int kReloadDelayMs = 30; ///< Joins bursts of changes, too short to be noticed.

} // namespace

DocumentListPane::DocumentListPane(StoreThread &store, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(new DocumentListModel(clock, this))
    , m_thumbnails(new ThumbnailCache(store, this))
    , m_heading(new QLabel(this))
    , m_count(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_sort(new QToolButton(this))
    , m_view(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_createNamed(new QAction(this))
{
    setObjectName(QStringLiteral("listPane"));
    setAttribute(Qt::WA_StyledBackground);
    buildSearchRow();
    buildSortMenu();

    m_view->setObjectName(QStringLiteral("documents"));
    m_view->setAccessibleName(tr("Documents"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new DocumentDelegate(
        [this](const DocumentId &id, qint64 updated) { return m_thumbnails->picture(id, updated); },
        m_view));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalScrollBar()->setSingleStep(24);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setDragEnabled(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
    m_search->installEventFilter(this);

    auto *headingRow = new QHBoxLayout;
    headingRow->setContentsMargins(16, 2, 10, 2);
    headingRow->addWidget(m_heading, 1);
    headingRow->addWidget(m_count);
    headingRow->addWidget(m_sort);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(10, 10, 10, 2);
    searchRow->addWidget(m_search);
    layout->addLayout(searchRow);
    layout->addLayout(headingRow);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    m_empty->hide();

    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(kReloadDelayMs);
    m_clockTick.setInterval(30'000);
    m_clockTick.start();
    connect(&m_reloadSoon, &QTimer::timeout, this, [this] {
        reload(DocumentListModel::Replace::SameList);
    });
    connect(&m_clockTick, &QTimer::timeout, m_model, &DocumentListModel::refreshTimes);
    connect(&store, &StoreThread::changed, this, [this](const QList<DocumentId> &ids) {
        m_thumbnails->outdate(ids);
        if (!m_reloadSoon.isActive())
            m_reloadSoon.start();
    });
    connect(
        m_thumbnails, &ThumbnailCache::ready, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_quiet)
            emit selectionChanged(selected());
    });
    connect(m_view->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &DocumentListPane::onCurrentChanged);
    connect(m_view, &QListView::clicked, this, &DocumentListPane::onCurrentChanged);
    connect(m_view, &QListView::activated, this, [this](const QModelIndex &index) {
        emit documentActivated(m_model->idAt(index));
    });
    connect(m_view, &QListView::customContextMenuRequested, this, [this](const QPoint &at) {
        emit contextMenuRequested(m_view->viewport()->mapToGlobal(at));
    });
    connect(m_createNamed, &QAction::triggered, this, [this] {
        emit createRequested(m_search->text().trimmed());
    });
}

void DocumentListPane::buildSearchRow()
{
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search all documents"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(kSearchDelayMs);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchDelay.start(); });
    connect(&m_searchDelay, &QTimer::timeout, this, [this] {
        reload(DocumentListModel::Replace::FreshList);
    });
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_heading->setFont(bold);
    m_count->setProperty("muted", true);
}

void DocumentListPane::buildSortMenu()
{
    using Sort = ListQuery::Sort;
    auto *menu = new QMenu(m_sort);
    auto *group = new QActionGroup(menu);
    const std::pair<QString, Sort> entries[] = {{tr("Changed, newest first"), Sort::UpdatedNewest},
                                                {tr("Changed, oldest first"), Sort::UpdatedOldest},
                                                {tr("Created, newest first"), Sort::CreatedNewest},
                                                {tr("Title"), Sort::Title}};
    for (const auto &[text, sort] : entries) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, sort = sort] {
            m_query.sort = sort;
            emit sortChanged(m_query);
            reload(DocumentListModel::Replace::FreshList);
        });
        connect(menu, &QMenu::aboutToShow, action, [this, action, sort = sort] {
            action->setChecked(m_query.sort == sort);
        });
    }
    m_sort->setIcon(themedIcon(QStringLiteral("sort")));
    m_sort->setToolTip(tr("Sort"));
    m_sort->setAccessibleName(tr("Sort"));
    m_sort->setPopupMode(QToolButton::InstantPopup);
    m_sort->setMenu(menu);
}

void DocumentListPane::setCreateActions(QAction *newNote, QAction *newDrawing)
{
    m_newNote = newNote;
    m_newDrawing = newDrawing;
}

void DocumentListPane::setQuery(const ListQuery &query, const QString &placeName)
{
    m_query = query;
    m_placeName = placeName;
    const QSignalBlocker quiet(m_search);
    m_search->clear();
    m_searchDelay.stop();
    reload(DocumentListModel::Replace::FreshList);
}

void DocumentListPane::setPlaceName(const QString &name)
{
    m_placeName = name;
    if (!isSearching())
        m_heading->setText(name);
}

bool DocumentListPane::isSearching() const
{
    return !m_search->text().trimmed().isEmpty();
}

QString DocumentListPane::searchWords() const
{
    return m_search->text().trimmed();
}

void DocumentListPane::reload(DocumentListModel::Replace how)
{
    ++m_generation;
    if (isSearching()) {
        startSearch();
        return;
    }
    m_heading->setText(m_placeName);
    m_sort->setVisible(true);
    m_store.run(
        this,
        [query = m_query](DocumentStore &store) { return store.summaries(query); },
        [this, how, asked = m_generation](const Result<QList<DocumentSummary>, StoreError> &found) {
            if (asked != m_generation)
                return;
            if (!found.ok()) {
                emit failed(found.error().userMessage());
                return;
            }
            QList<DocumentListModel::Row> rows;
            rows.reserve(found.value().size());
            for (const DocumentSummary &summary : found.value())
                rows.append({summary, {}, {}});
            showRows(std::move(rows), how);
        });
}

void DocumentListPane::startSearch()
{
    constexpr int kMostHits = 200;
    m_heading->setText(tr("Search results"));
    m_sort->setVisible(false);
    m_store.search(this,
                   searchWords(),
                   kMostHits,
                   [this, asked = m_generation](Result<QList<SearchHit>, StoreError> found) {
                       if (asked != m_generation)
                           return;
                       if (!found.ok()) {
                           if (found.error().kind != StoreError::Kind::Interrupted)
                               emit failed(found.error().userMessage());
                           return;
                       }
                       QList<DocumentListModel::Row> rows;
                       for (const SearchHit &hit : found.value())
                           rows.append({hit.summary, hit.excerpt, hit.element});
                       showRows(std::move(rows), DocumentListModel::Replace::FreshList);
                   });
}

void DocumentListPane::showRows(QList<DocumentListModel::Row> rows, DocumentListModel::Replace how)
{
    const QList<DocumentId> kept = selected();
    const DocumentId wanted = m_selectWhenListed.isEmpty() ? m_current : m_selectWhenListed;
    {
        // A fresh list must not announce a choice that nobody made.
        const QScopedValueRollback quiet(m_quiet, true);
        m_model->setRows(std::move(rows), how);
        const QModelIndex index = m_model->indexOf(wanted);
        if (index.isValid() && m_view->currentIndex() != index) {
            m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
            if (!isSearching())
                m_view->scrollTo(index);
        } else if (!index.isValid()) {
            m_view->selectionModel()->clear();
        }
    }
    if (m_model->indexOf(m_selectWhenListed).isValid())
        m_selectWhenListed = {};
    if (isSearching() && how == DocumentListModel::Replace::FreshList)
        m_view->scrollToTop(); // The best hits.
    m_count->setText(locale().toString(m_model->rowCount()));
    const bool empty = m_model->rowCount() == 0;
    m_view->setVisible(!empty);
    m_count->setVisible(!empty);
    m_empty->setVisible(empty);
    if (empty)
        showEmptyState();
    if (selected() != kept)
        emit selectionChanged(selected());
}

void DocumentListPane::showEmptyState()
{
    QList<QAction *> create;
    if (m_newNote)
        create = {m_newNote, m_newDrawing};
    if (isSearching()) {
        m_createNamed->setText(tr("Create “%1”").arg(searchWords().left(30)));
        m_createNamed->setIcon(themedIcon(QStringLiteral("new-note")));
        m_empty->show(themedIcon(QStringLiteral("search")),
                      tr("Nothing found"),
                      tr("No note and no drawing has all of these words."),
                      {m_createNamed});
        return;
    }
    switch (m_query.place) {
    case ListQuery::Place::Trash:
        m_empty->show(themedIcon(QStringLiteral("trash")),
                      tr("The trash is empty"),
                      tr("What you delete waits here until you empty the trash."),
                      {});
        return;
    case ListQuery::Place::Conflicts:
        m_empty->show(themedIcon(QStringLiteral("check")),
                      tr("No conflicts"),
                      tr("Everything that changed on several devices is solved."),
                      {});
        return;
    case ListQuery::Place::Pinned:
        m_empty->show(themedIcon(QStringLiteral("pin")),
                      tr("Nothing pinned"),
                      tr("Pin what you need often: it stays on top of every list."),
                      {});
        return;
    case ListQuery::Place::Drawings:
        m_empty->show(
            themedIcon(QStringLiteral("drawing")), tr("No drawings yet"), {}, create.mid(1));
        return;
    case ListQuery::Place::All:
    case ListQuery::Place::Notes:
    case ListQuery::Place::Unfiled:
    case ListQuery::Place::Notebook:
    case ListQuery::Place::Tag:
        m_empty->show(themedIcon(QStringLiteral("note")), tr("Nothing here yet"), {}, create);
        return;
    }
}

void DocumentListPane::select(const DocumentId &id)
{
    m_current = id;
    const QModelIndex index = m_model->indexOf(id);
    if (!index.isValid()) {
        m_selectWhenListed = id;
        return;
    }
    m_selectWhenListed = {};
    if (m_view->currentIndex() == index)
        return; // Several rows may be selected: that stays.
    const QScopedValueRollback quiet(m_quiet, true);
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_view->scrollTo(index);
    emit selectionChanged(selected());
}

QList<DocumentId> DocumentListPane::selected() const
{
    QModelIndexList indexes = m_view->selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    QList<DocumentId> ids;
    for (const QModelIndex &index : std::as_const(indexes))
        ids.append(m_model->idAt(index));
    return ids;
}

void DocumentListPane::onCurrentChanged()
{
    const QModelIndex index = m_view->currentIndex();
    const DocumentId id = m_model->idAt(index);
    if (m_quiet || id.isEmpty() || id == m_current)
        return;
    m_current = id;
    m_selectWhenListed = {};
    emit documentChosen(id,
                        static_cast<DocumentKind>(index.data(DocumentListModel::KindRole).toInt()));
}

DocumentId DocumentListPane::neighbourOf(const QList<DocumentId> &ids) const
{
    const QModelIndex last = m_model->indexOf(ids.isEmpty() ? DocumentId() : ids.last());
    if (!last.isValid())
        return {};
    for (int row = last.row() + 1; row < m_model->rowCount(); ++row) {
        if (!ids.contains(m_model->idAt(m_model->index(row))))
            return m_model->idAt(m_model->index(row));
    }
    for (int row = last.row() - 1; row >= 0; --row) {
        if (!ids.contains(m_model->idAt(m_model->index(row))))
            return m_model->idAt(m_model->index(row));
    }
    return {};
}

void DocumentListPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void DocumentListPane::focusList()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0));
}

void DocumentListPane::step(int rows)
{
    if (m_model->rowCount() == 0)
        return;
    const int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() + rows : 0;
    m_view->setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1)));
}

bool DocumentListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_search) {
        switch (key->key()) {
        case Qt::Key_Down:
            focusList();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_model->rowCount() > 0) {
                m_view->setCurrentIndex(m_model->index(0));
                focusList();
            }
            return true;
        case Qt::Key_Escape:
            if (!m_search->text().isEmpty()) {
                m_search->clear();
                return true;
            }
            focusList();
            return true;
        default:
            return false;
        }
    }
    if (watched == m_view && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        emit documentActivated(m_model->idAt(m_view->currentIndex()));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void DocumentListPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_thumbnails->clear();
        if (m_empty->isVisible())
            showEmptyState();
    }
}
