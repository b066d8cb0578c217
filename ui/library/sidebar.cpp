#include "ui/library/sidebar.h"

#include "ui/icons.h"
#include "ui/library/documentlistmodel.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QDragMoveEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

#include <algorithm>

namespace {

constexpr int kPlaceRole = Qt::UserRole + 1;
constexpr int kIdRole = Qt::UserRole + 2;
constexpr int kNameRole = Qt::UserRole + 3;
constexpr int kCountRole = Qt::UserRole + 4;
constexpr int kCountSpace = 44;
constexpr int kHeading = -1;
const QString kAddNotebook = QStringLiteral("+");

bool isPlace(const QTreeWidgetItem *item)
{
    return item && item->data(0, kPlaceRole).toInt() != kHeading;
}

ListQuery queryOf(const QTreeWidgetItem *item)
{
    ListQuery query;
    if (isPlace(item)) {
        query.place = static_cast<ListQuery::Place>(item->data(0, kPlaceRole).toInt());
        query.which = item->data(0, kIdRole).value<DocumentId>();
    }
    return query;
}

bool takesDrops(const ListQuery &query)
{
    switch (query.place) {
    case ListQuery::Place::Notebook:
    case ListQuery::Place::Tag:
    case ListQuery::Place::Pinned:
    case ListQuery::Place::Unfiled:
    case ListQuery::Place::Trash:
        return true;
    case ListQuery::Place::All:
    case ListQuery::Place::Notes:
    case ListQuery::Place::Drawings:
    case ListQuery::Place::Conflicts:
        return false;
    }
    return false;
}

/// Adds the count, quiet, at the end of the row.
class PlaceDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString count = index.data(kCountRole).toString();
        if (count.isEmpty())
            return;
        const QRect place(option.rect.right() - kCountSpace,
                          option.rect.top(),
                          kCountSpace - 8,
                          option.rect.height());
        painter->save();
        painter->setPen(Theme::colors(option.palette).muted);
        painter->setFont(option.font);
        painter->drawText(QStyle::visualRect(option.direction, option.rect, place),
                          Qt::AlignVCenter
                              | QStyle::visualAlignment(option.direction, Qt::AlignRight),
                          count);
        painter->restore();
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.data(kCountRole).toString().isEmpty()) {
            const int room = option->rect.width() - kCountSpace - 30;
            option->text = option->fontMetrics.elidedText(option->text, Qt::ElideRight, room);
        }
        if (index.data(kPlaceRole).toInt() != kHeading)
            return;
        option->palette.setColor(QPalette::Text, Theme::colors(option->palette).muted);
        option->font.setPointSizeF(option->font.pointSizeF() * 0.85);
        option->font.setWeight(QFont::DemiBold);
    }
};

} // namespace

SideBar::SideBar(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("places"));
    setAccessibleName(tr("Places"));
    setColumnCount(1);
    setHeaderHidden(true);
    setIndentation(16);
    setRootIsDecorated(false);
    setIconSize({18, 18});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setAcceptDrops(true);
    setDragDropMode(QAbstractItemView::DropOnly);
    setItemDelegate(new PlaceDelegate(this));
    setUniformRowHeights(false);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (m_filling || !isPlace(item))
            return;
        m_current = queryOf(item);
        emit placeChosen(m_current);
    });
    connect(this, &QTreeWidget::itemChanged, this, &SideBar::onItemChanged);
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        if (item->data(0, kNameRole).toString() == kAddNotebook)
            emit newNotebookRequested({});
    });
    connect(this, &QTreeWidget::itemExpanded, this, [this](QTreeWidgetItem *item) {
        m_collapsed.remove(item->data(0, kNameRole).toString());
    });
    connect(this, &QTreeWidget::itemCollapsed, this, [this](QTreeWidgetItem *item) {
        if (!m_filling)
            m_collapsed.insert(item->data(0, kNameRole).toString(), true);
    });
}

QTreeWidgetItem *SideBar::addPlace(QTreeWidgetItem *parent,
                                   const QString &icon,
                                   const QString &text,
                                   ListQuery::Place place,
                                   int count,
                                   const DocumentId &which)
{
    auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
    item->setIcon(0, themedIcon(icon));
    item->setText(0, text);
    item->setToolTip(0, text);
    item->setData(0, kCountRole, count > 0 ? locale().toString(count) : QString());
    item->setData(0, kPlaceRole, static_cast<int>(place));
    item->setData(0, kIdRole, QVariant::fromValue(which));
    item->setData(0, kNameRole, which.text());
    item->setData(0, Qt::AccessibleTextRole, tr("%1, %n document(s)", nullptr, count).arg(text));
    return item;
}

QTreeWidgetItem *SideBar::addHeading(const QString &text)
{
    auto *item = new QTreeWidgetItem(this);
    item->setText(0, text);
    item->setFlags(Qt::ItemIsEnabled);
    item->setData(0, kPlaceRole, kHeading);
    item->setData(0, kNameRole, text);
    item->setSizeHint(0, {0, fontMetrics().height() + 22});
    return item;
}

void SideBar::addNotebooks(const LibraryCounts &counts, const QList<Notebook> &notebooks)
{
    m_notebooks = addHeading(tr("Notebooks"));
    QList<Notebook> sorted = notebooks;
    std::sort(sorted.begin(), sorted.end(), [](const Notebook &a, const Notebook &b) {
        return QString::localeAwareCompare(a.title, b.title) < 0;
    });
    QHash<DocumentId, QTreeWidgetItem *> items;
    // Parents first; whoever names a parent that is missing or loops stands on the top level.
    bool placedOne = true;
    while (placedOne && !sorted.isEmpty()) {
        placedOne = false;
        for (qsizetype i = 0; i < sorted.size();) {
            const Notebook &notebook = sorted[i];
            const bool parentWaits =
                std::any_of(sorted.cbegin(), sorted.cend(), [&](const Notebook &other) {
                    return other.id == notebook.parent && other.id != notebook.id;
                });
            if (parentWaits) {
                ++i;
                continue;
            }
            auto *item = addPlace(items.value(notebook.parent, m_notebooks),
                                  QStringLiteral("notebook"),
                                  notebook.title.isEmpty() ? tr("Untitled") : notebook.title,
                                  ListQuery::Place::Notebook,
                                  counts.notebooks.value(notebook.id),
                                  notebook.id);
            item->setFlags(item->flags() | Qt::ItemIsEditable);
            items.insert(notebook.id, item);
            sorted.removeAt(i);
            placedOne = true;
        }
    }
    for (const Notebook &notebook : std::as_const(sorted)) {
        addPlace(m_notebooks,
                 QStringLiteral("notebook"),
                 notebook.title,
                 ListQuery::Place::Notebook,
                 counts.notebooks.value(notebook.id),
                 notebook.id);
    }
    if (m_notebooks->childCount() == 0) {
        auto *add = new QTreeWidgetItem(m_notebooks);
        add->setText(0, tr("New notebook…"));
        add->setIcon(0, themedIcon(QStringLiteral("notebook-new")));
        add->setData(0, kPlaceRole, kHeading);
        add->setData(0, kNameRole, kAddNotebook);
        add->setFlags(Qt::ItemIsEnabled);
    }
}

void SideBar::addTags(const LibraryCounts &counts, const QList<Tag> &tags)
{
    QList<Tag> sorted;
    for (const Tag &tag : tags) {
        if (counts.tags.value(tag.id) > 0)
            sorted.append(tag);
    }
    if (sorted.isEmpty())
        return;
    std::sort(sorted.begin(), sorted.end(), [](const Tag &a, const Tag &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    auto *heading = addHeading(tr("Tags"));
    for (const Tag &tag : std::as_const(sorted)) {
        addPlace(heading,
                 QStringLiteral("tag"),
                 tag.name,
                 ListQuery::Place::Tag,
                 counts.tags.value(tag.id),
                 tag.id);
    }
}

void SideBar::setContents(const LibraryCounts &counts,
                          const QList<Notebook> &notebooks,
                          const QList<Tag> &tags)
{
    if (state() == QAbstractItemView::EditingState)
        return; // The next change brings it; a name being typed is not thrown away.
    const QScopedValueRollback filling(m_filling, true);
    const QSignalBlocker quiet(this);
    clear();
    addPlace(nullptr, QStringLiteral("library"), tr("All"), ListQuery::Place::All, counts.all);
    addPlace(nullptr, QStringLiteral("note"), tr("Notes"), ListQuery::Place::Notes, counts.notes);
    addPlace(nullptr,
             QStringLiteral("drawing"),
             tr("Drawings"),
             ListQuery::Place::Drawings,
             counts.drawings);
    addPlace(nullptr, QStringLiteral("pin"), tr("Pinned"), ListQuery::Place::Pinned, counts.pinned);
    if (counts.conflicts > 0) {
        addPlace(nullptr,
                 QStringLiteral("conflict"),
                 tr("Conflicts"),
                 ListQuery::Place::Conflicts,
                 counts.conflicts);
    }
    addPlace(nullptr, QStringLiteral("trash"), tr("Trash"), ListQuery::Place::Trash, counts.trash);
    addNotebooks(counts, notebooks);
    addTags(counts, tags);
    expandAll();
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        if (m_collapsed.contains((*it)->data(0, kNameRole).toString()))
            (*it)->setExpanded(false);
    }
    setCurrent(m_current);
    if (!m_editWhenListed.isEmpty())
        editNotebook(m_editWhenListed);
}

QTreeWidgetItem *SideBar::itemFor(const ListQuery &query) const
{
    for (QTreeWidgetItemIterator it(const_cast<SideBar *>(this)); *it; ++it) {
        if (!isPlace(*it))
            continue;
        const ListQuery candidate = queryOf(*it);
        if (candidate.place == query.place && candidate.which == query.which)
            return *it;
    }
    return nullptr;
}

ListQuery SideBar::current() const
{
    return m_current;
}

void SideBar::setCurrent(const ListQuery &query)
{
    const QScopedValueRollback filling(m_filling, true);
    m_current = query;
    QTreeWidgetItem *item = itemFor(query);
    if (!item && topLevelItemCount() > 0) {
        const bool hadContents = itemFor({}) != nullptr;
        item = itemFor({});
        if (hadContents)
            m_current = {};
    }
    setCurrentItem(item);
}

void SideBar::editNotebook(const DocumentId &id)
{
    ListQuery query;
    query.place = ListQuery::Place::Notebook;
    query.which = id;
    QTreeWidgetItem *item = itemFor(query);
    if (!item) {
        m_editWhenListed = id;
        return;
    }
    m_editWhenListed = {};
    scrollToItem(item);
    editItem(item);
}

void SideBar::onItemChanged(QTreeWidgetItem *item, int column)
{
    if (m_filling || column != 0 || queryOf(item).place != ListQuery::Place::Notebook)
        return;
    const QString title = item->text(0).trimmed();
    if (!title.isEmpty())
        emit notebookRenamed(queryOf(item).which, title);
}

void SideBar::contextMenuEvent(QContextMenuEvent *event)
{
    QTreeWidgetItem *item =
        event->reason() == QContextMenuEvent::Keyboard ? currentItem() : itemAt(event->pos());
    const ListQuery query = queryOf(item);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isNotebook = isPlace(item) && query.place == ListQuery::Place::Notebook;
    menu->addAction(themedIcon(QStringLiteral("notebook-new")), tr("&New notebook"), this, [this] {
        emit newNotebookRequested({});
    });
    if (isNotebook) {
        menu->addAction(tr("New notebook &inside"), this, [this, id = query.which] {
            emit newNotebookRequested(id);
        });
        menu->addSeparator();
        menu->addAction(tr("&Rename"), this, [this, id = query.which] { editNotebook(id); });
        menu->addAction(themedIcon(QStringLiteral("trash")),
                        tr("&Delete notebook…"),
                        this,
                        [this, id = query.which, title = item->text(0)] {
                            emit notebookDeleteRequested(id, title);
                        });
    }
    if (isPlace(item) && query.place == ListQuery::Place::Trash)
        menu->addAction(tr("&Empty the trash…"), this, &SideBar::emptyTrashRequested);
    menu->popup(event->reason() == QContextMenuEvent::Keyboard && item
                    ? viewport()->mapToGlobal(visualItemRect(item).center())
                    : event->globalPos());
}

void SideBar::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(documentsMimeType()))
        event->acceptProposedAction();
}

void SideBar::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeWidgetItem *item = itemAt(event->position().toPoint());
    if (isPlace(item) && takesDrops(queryOf(item)))
        event->acceptProposedAction();
    else
        event->ignore();
}

void SideBar::dropEvent(QDropEvent *event)
{
    QTreeWidgetItem *item = itemAt(event->position().toPoint());
    if (!isPlace(item) || !takesDrops(queryOf(item)))
        return;
    event->acceptProposedAction();
    emit documentsDropped(documentsFromMime(event->mimeData()), queryOf(item));
}

void SideBar::keyPressEvent(QKeyEvent *event)
{
    const ListQuery query = queryOf(currentItem());
    if (event->key() == Qt::Key_Delete && query.place == ListQuery::Place::Notebook
        && isPlace(currentItem())) {
        emit notebookDeleteRequested(query.which, currentItem()->text(0));
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

void SideBar::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!model()->hasChildren(index) || !index.parent().isValid())
        return;
    QRect arrow(0, 0, 12, 12);
    arrow.moveCenter({layoutDirection() == Qt::RightToLeft ? rect.left() + 8 : rect.right() - 8,
                      rect.center().y()});
    const QString name = isExpanded(index) ? QStringLiteral("down") : QStringLiteral("back");
    const QIcon icon = themedIcon(name);
    if (isExpanded(index) || layoutDirection() == Qt::RightToLeft) {
        icon.paint(painter, arrow);
        return;
    }
    painter->save();
    painter->translate(arrow.center());
    painter->rotate(180);
    icon.paint(painter, QRect(-6, -6, 12, 12));
    painter->restore();
}
