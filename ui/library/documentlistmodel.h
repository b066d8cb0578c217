#pragma once

#include "model/store/documentstore.h"

#include <QAbstractListModel>
#include <QList>

class Clock;

/// What the list shows for a document that has no title: its first words, or what it is.
QString displayTitle(const DocumentSummary &summary);

/// The rows of the document list. Holds values only: whoever owns it asks the store and hands the
/// answer to `setRows`.
class DocumentListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< DocumentId
        KindRole, ///< int of DocumentKind
        SnippetRole, ///< QString; hits stand between U+E000 and U+E001
        TimeRole, ///< QString: relative time of the last change
        PinnedRole,
        PendingRole,
        ConflictRole,
        RefusedRole,
        UpdatedRole, ///< qint64, ms since 1970
    };

    struct Row
    {
        DocumentSummary summary;
        QString excerpt; ///< In place of the snippet, for search results.
        DocumentId element; ///< A hit inside a drawing.
        friend bool operator==(const Row &, const Row &) = default;
    };

    explicit DocumentListModel(const Clock &clock, QObject *parent = nullptr);

    /// Replaces the rows by inserting, moving, removing and changing single ones, so that the
    /// selection and the scroll place stay. `fresh` means another list altogether.
    enum class Replace { SameList, FreshList };
    void setRows(QList<Row> rows, Replace how);

    const QList<Row> &rows() const { return m_rows; }
    /// Invalid index if it is not listed.
    QModelIndex indexOf(const DocumentId &id) const;
    DocumentId idAt(const QModelIndex &index) const;
    /// Relative times grow old: repaints them.
    void refreshTimes();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    QString accessibleText(const Row &row) const;
    int find(const DocumentId &id, int from) const;

    const Clock &m_clock;
    QList<Row> m_rows;
};

/// Dragged documents: their ids, one a line.
QString documentsMimeType();
QList<DocumentId> documentsFromMime(const QMimeData *data);
