#pragma once

#include <QPlainTextDocumentLayout>

/// QPlainTextEdit's layout with room between the lines and hanging list items. Lines get their
/// space half above, half below; everything else is the base class's.
class NoteLayout : public QPlainTextDocumentLayout
{
    Q_OBJECT

public:
    explicit NoteLayout(QTextDocument *document);

    /// Pixels that a line may take: the editor's viewport. The editor tells it before it lays out.
    void setTextWidth(qreal width) { m_width = width; }

    QRectF blockBoundingRect(const QTextBlock &block) const override;

    /// Space that is added to a line of this height.
    static qreal extraSpace(qreal lineHeight) { return lineHeight * 0.32; }

protected:
    void documentChanged(int from, int charsRemoved, int charsAdded) override;

private:
    void layOut(const QTextBlock &block) const;

    qreal m_width = 0;
    int m_blockCount = 1;
};
