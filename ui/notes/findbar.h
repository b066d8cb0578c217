#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

/// Finding and replacing in the open note. Replacing all is one undo step.
class FindBar : public QFrame
{
    Q_OBJECT

public:
    explicit FindBar(QPlainTextEdit *edit, QWidget *parent = nullptr);

    enum class Mode { Find, Replace };
    /// Shows the bar with the selected words in it.
    void open(Mode mode);
    void findNext();
    void findPrevious();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Direction { Forward, Backward };
    bool find(Direction direction);
    void replaceOne();
    void replaceAll();
    void countHits();
    void close();

    QPlainTextEdit *m_edit;
    QLineEdit *m_words;
    QLineEdit *m_replacement;
    QLabel *m_count;
    QToolButton *m_case;
    QWidget *m_replaceRow;
};
