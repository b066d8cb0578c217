#pragma once

#include "model/store/documentstore.h"
#include "ui/library/documentlistmodel.h"

#include <QTimer>
#include <QWidget>

class DocumentDelegate;
class EmptyState;
class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QToolButton;
class StoreThread;
class ThumbnailCache;

/// The middle pane: a search box on top, the documents of one place below. Keeps itself up to date
/// with the store.
class DocumentListPane : public QWidget
{
    Q_OBJECT

public:
    DocumentListPane(StoreThread &store, const Clock &clock, QWidget *parent = nullptr);

    /// What an empty list offers.
    void setCreateActions(QAction *newNote, QAction *newDrawing);

    void setQuery(const ListQuery &query, const QString &placeName);
    void setPlaceName(const QString &name);
    const ListQuery &query() const { return m_query; }
    bool isSearching() const;

    /// Selects the row if it is listed, now or after the next answer of the store.
    void select(const DocumentId &id);
    QList<DocumentId> selected() const;
    /// The row below (or above) `ids`: what to open when they leave the list.
    DocumentId neighbourOf(const QList<DocumentId> &ids) const;
    /// Puts the cursor into the search box and selects what is there.
    void focusSearch();
    void focusList();
    /// Goes to the next or previous row, as F3 does while searching.
    void step(int rows);
    /// Words being searched for, to be marked in the open note; empty without a search.
    QString searchWords() const;

    DocumentListModel *model() const { return m_model; }

signals:
    /// One row became current by mouse, keys or the first answer.
    void documentChosen(const DocumentId &id, DocumentKind kind);
    /// Enter or double click: go to its text.
    void documentActivated(const DocumentId &id);
    void selectionChanged(const QList<DocumentId> &ids);
    void sortChanged(const ListQuery &query);
    void contextMenuRequested(const QPoint &globalPosition);
    void createRequested(const QString &title); ///< Nothing was found by this name.
    void failed(const QString &message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildSearchRow();
    void buildSortMenu();
    void reload(DocumentListModel::Replace how);
    void startSearch();
    void showRows(QList<DocumentListModel::Row> rows, DocumentListModel::Replace how);
    void showEmptyState();
    void onCurrentChanged();

    StoreThread &m_store;
    DocumentListModel *m_model;
    ThumbnailCache *m_thumbnails;
    QLabel *m_heading;
    QLabel *m_count;
    QLineEdit *m_search;
    QToolButton *m_sort;
    QListView *m_view;
    EmptyState *m_empty;
    QAction *m_newNote = nullptr;
    QAction *m_newDrawing = nullptr;
    QAction *m_createNamed;
    QTimer m_searchDelay;
    QTimer m_reloadSoon;
    QTimer m_clockTick;
    ListQuery m_query;
    QString m_placeName;
    DocumentId m_selectWhenListed;
    DocumentId m_current; ///< What was last announced as chosen.
    bool m_quiet = false; ///< The selection changes by itself, not by the person.
    int m_generation = 0; ///< Answers to older questions are dropped.
};
