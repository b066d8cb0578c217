#pragma once

#include "model/store/documentstore.h"

#include <QHash>
#include <QTreeWidget>

/// Places on the left: kinds, notebooks as a tree, tags. Shows values; every wish goes out as a
/// signal.
class SideBar : public QTreeWidget
{
    Q_OBJECT

public:
    explicit SideBar(QWidget *parent = nullptr);

    /// Keeps the selection, what is expanded, and a running rename.
    void setContents(const LibraryCounts &counts,
                     const QList<Notebook> &notebooks,
                     const QList<Tag> &tags);

    /// The place that is selected.
    ListQuery current() const;
    /// Selects without a signal; All if the place is gone.
    void setCurrent(const ListQuery &query);
    /// Lets the person type the name of this notebook, now or as soon as it is listed.
    void editNotebook(const DocumentId &id);

signals:
    void placeChosen(const ListQuery &query);
    void newNotebookRequested(const DocumentId &parent);
    void notebookRenamed(const DocumentId &id, const QString &title);
    void notebookDeleteRequested(const DocumentId &id, const QString &title);
    void emptyTrashRequested();
    /// Documents were dropped on a notebook, a tag, the pinned place or the trash.
    void documentsDropped(const QList<DocumentId> &ids, const ListQuery &target);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void
    drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    QTreeWidgetItem *itemFor(const ListQuery &query) const;
    QTreeWidgetItem *addPlace(QTreeWidgetItem *parent,
                              const QString &icon,
                              const QString &text,
                              ListQuery::Place place,
                              int count,
                              const DocumentId &which = {});
    QTreeWidgetItem *addHeading(const QString &text);
    void addNotebooks(const LibraryCounts &counts, const QList<Notebook> &notebooks);
    void addTags(const LibraryCounts &counts, const QList<Tag> &tags);
    void onItemChanged(QTreeWidgetItem *item, int column);

    QHash<QString, bool> m_collapsed; ///< By notebook id or heading.
    QTreeWidgetItem *m_notebooks = nullptr;
    DocumentId m_editWhenListed;
    ListQuery m_current;
    bool m_filling = false;
};
