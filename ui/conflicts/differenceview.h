#pragma once

#include "ui/conflicts/notedifferences.h"

#include <QTextEdit>

/// One version of a note, read-only, with what differs from the other one marked by colour and
/// sign: + only here, − missing here, ~ different there.
class DifferenceView : public QTextEdit
{
    Q_OBJECT

public:
    enum class Side { Mine, Theirs };
    DifferenceView(Side side, QWidget *parent = nullptr);

    void setDifferences(const NoteDifferences &differences);
    /// Brings the clash with this number into view and makes it stand out.
    void setCurrent(int clash);

signals:
    void clashClicked(int clash);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addPart(QTextCursor &cursor, const NoteDifferences::Part &part);
    void addClash(QTextCursor &cursor, const NoteDifferences::Part &part);

    Side m_side;
    NoteDifferences m_differences;
    int m_current = -1;
    QList<QTextCursor> m_clashes;
};
