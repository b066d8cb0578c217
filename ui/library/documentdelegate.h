#pragma once

#include <QStyledItemDelegate>

#include <functional>

class DocumentId;

/// Paints one row of the document list: title, two lines of text or a small picture, relative time,
/// and marks. All rows are equally high, so that long lists scroll without measuring.
class DocumentDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Asked while painting: the picture of a drawing, or a null one (it is then asked again after
    /// a repaint). `updated` changes with the drawing.
    using ThumbnailSource = std::function<QPixmap(const DocumentId &id, qint64 updated)>;

    explicit DocumentDelegate(ThumbnailSource thumbnails, QObject *parent = nullptr);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option) const;
    int paintMarks(QPainter *painter,
                   const QStyleOptionViewItem &option,
                   const QModelIndex &index,
                   const QRect &line) const;

    ThumbnailSource m_thumbnails;
};
