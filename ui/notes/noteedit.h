#pragma once

#include <QPlainTextEdit>

/// The text field of a note: typography, keys and painting. Knows nothing of saving.
class NoteEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NoteEdit(QWidget *parent = nullptr);

    /// A document whose layout is a NoteLayout; must outlive its use here.
    void setNote(QTextDocument *document);
    /// Most characters in a line; 0: as wide as the view.
    void setLineWidth(int characters);

    /// What is on top of the view, to be kept while the text changes from outside.
    int topBlockPosition() const;
    void scrollToBlockAt(int position);

signals:
    /// Ctrl+click, or Ctrl+Return on a link.
    void linkActivated(const QString &target);
    /// Pictures and files that were pasted or dropped; the text goes in when they are stored.
    void picturePasted(const QImage &image);
    void filesDropped(const QStringList &paths);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void fitWidth();
    /// A point between two lines means the nearer one: QPlainTextEdit knows only the lines' own
    /// rectangles.
    QPointF onLine(const QPointF &point) const;
    bool toggleBoxAt(const QPoint &point);
    QString linkAt(const QTextCursor &cursor) const;
    void paintGrounds(QPainter &painter);
    void paintSelectionGaps(QPainter &painter);

    int m_lineWidth = 72;
};
