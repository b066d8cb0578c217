#include "ui/library/documentlistmodel.h"

#include "model/base/clock.h"
#include "ui/library/timewords.h"

#include <QMimeData>
#include <QSet>

QString displayTitle(const DocumentSummary &summary)
{
    if (!summary.title.isEmpty())
        return summary.title;
    const QString words = summary.snippet.left(60).trimmed();
    if (!words.isEmpty())
        return words;
    return summary.kind == DocumentKind::Drawing ? DocumentListModel::tr("Untitled drawing")
                                                 : DocumentListModel::tr("Untitled note");
}

QString documentsMimeType()
{
    return QStringLiteral("application/x-sheaf-documents");
}

QList<DocumentId> documentsFromMime(const QMimeData *data)
{
    QList<DocumentId> ids;
    const QString text = QString::fromUtf8(data->data(documentsMimeType()));
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        ids.append(DocumentId(line));
    return ids;
}

DocumentListModel::DocumentListModel(const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{}

int DocumentListModel::find(const DocumentId &id, int from) const
{
    for (int row = from; row < m_rows.size(); ++row) {
        if (m_rows[row].summary.id == id)
            return row;
    }
    return -1;
}

void DocumentListModel::setRows(QList<Row> rows, Replace how)
{
    // Moving thousands of rows one by one costs more than showing the list anew.
    constexpr int kSmallList = 2000;
    if (how == Replace::FreshList || m_rows.isEmpty() || rows.size() > kSmallList) {
        if (m_rows == rows)
            return;
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    QSet<DocumentId> wanted;
    for (const Row &row : rows)
        wanted.insert(row.summary.id);
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (wanted.contains(m_rows[row].summary.id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < rows.size(); ++row) {
        const int at = find(rows[row].summary.id, row);
        if (at < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, rows[row]);
            endInsertRows();
            continue;
        }
        if (at != row) {
            beginMoveRows({}, at, at, {}, row);
            m_rows.move(at, row);
            endMoveRows();
        }
        if (m_rows[row] != rows[row]) {
            m_rows[row] = rows[row];
            emit dataChanged(index(row), index(row));
        }
    }
}

QModelIndex DocumentListModel::indexOf(const DocumentId &id) const
{
    const int row = find(id, 0);
    return row < 0 ? QModelIndex() : index(row);
}

DocumentId DocumentListModel::idAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? m_rows[index.row()].summary.id
                                                          : DocumentId();
}

void DocumentListModel::refreshTimes()
{
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1), {TimeRole});
}

int DocumentListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant DocumentListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const DocumentSummary &summary = row.summary;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return displayTitle(summary);
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case IdRole:
        return QVariant::fromValue(summary.id);
    case KindRole:
        return static_cast<int>(summary.kind);
    case SnippetRole:
        return row.excerpt.isEmpty() ? summary.snippet : row.excerpt;
    case TimeRole:
        return relativeTime(summary.trashed.value_or(summary.updated),
                            toMilliseconds(m_clock.now()));
    case PinnedRole:
        return summary.pinned;
    case PendingRole:
        return summary.pending;
    case ConflictRole:
        return summary.conflicted;
    case RefusedRole:
        return summary.refused;
    case UpdatedRole:
        return QVariant::fromValue<qint64>(summary.updated);
    default:
        return {};
    }
}

QString DocumentListModel::accessibleText(const Row &row) const
{
    const DocumentSummary &summary = row.summary;
    QStringList parts{
        displayTitle(summary),
        summary.kind == DocumentKind::Drawing ? tr("drawing") : tr("note"),
        tr("changed %1").arg(relativeTime(summary.updated, toMilliseconds(m_clock.now())))};
    if (summary.pinned)
        parts.append(tr("pinned"));
    if (summary.conflicted)
        parts.append(tr("has a conflict"));
    if (summary.refused)
        parts.append(tr("refused by the canister"));
    else if (summary.pending)
        parts.append(tr("not synced yet"));
    QString snippet = row.excerpt.isEmpty() ? summary.snippet : row.excerpt;
    snippet.remove(QChar(0xE000)).remove(QChar(0xE001));
    if (!snippet.isEmpty())
        parts.append(snippet);
    return parts.join(QStringLiteral(", "));
}

QHash<int, QByteArray> DocumentListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert(IdRole, QByteArrayLiteral("id"));
    names.insert(KindRole, QByteArrayLiteral("kind"));
    names.insert(SnippetRole, QByteArrayLiteral("snippet"));
    names.insert(TimeRole, QByteArrayLiteral("time"));
    return names;
}

Qt::ItemFlags DocumentListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList DocumentListModel::mimeTypes() const
{
    return {documentsMimeType()};
}

QMimeData *DocumentListModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList ids;
    for (const QModelIndex &index : indexes)
        ids.append(idAt(index).text());
    auto *data = new QMimeData;
    data->setData(documentsMimeType(), ids.join(QLatin1Char('\n')).toUtf8());
    return data;
}
