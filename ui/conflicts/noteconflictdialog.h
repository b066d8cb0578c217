#pragma once

#include "model/merge/resolution.h"
#include "ui/conflicts/notedifferences.h"

#include <QDialog>
#include <QTextCursor>

class DifferenceView;
class NoteDocument;
class NoteEdit;
class QLabel;
class QLineEdit;
class QPushButton;

/// This device's version beside the other one, the result between them: every difference is chosen
/// by button or key, the result can be edited by hand. Changes nothing by itself.
class NoteConflictDialog : public QDialog
{
    Q_OBJECT

public:
    /// `number` of `count`: for several conflicts in a row.
    NoteConflictDialog(const OpenConflict &conflict,
                       const NoteDifferences &differences,
                       qint64 nowMs,
                       QWidget *parent = nullptr);

    void setPosition(int number, int count);
    int undecided() const;
    int current() const { return m_current; }
    QString resultText() const;

    enum class Take { Mine, Theirs, Both };
    void take(Take what);
    void takeAll(Take what);
    void goTo(int clash);

signals:
    /// The result, to be stored as the note's new state.
    void solved(const Document &result);
    void keepBothRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void accept() override;

private:
    QWidget *buildColumns(const OpenConflict &conflict, qint64 nowMs);
    QWidget *buildTitleRow();
    QWidget *buildButtons();
    void fillResult();
    void replaceClash(int clash, const QString &text);
    void onEdited(int position, int removed, int added);
    void showState();
    void markResult();

    struct Choice
    {
        QTextCursor range;
        bool decided = false;
    };

    NoteDifferences m_differences;
    QList<int> m_clashParts; ///< Index in `parts` of each clash.
    QList<Choice> m_choices;
    int m_current = -1;
    bool m_filling = false;
    bool m_titleDecided = true;
    QString m_otherDevice;

    DifferenceView *m_mine;
    DifferenceView *m_theirs;
    NoteDocument *m_document;
    NoteEdit *m_result;
    QLineEdit *m_title;
    QLabel *m_position;
    QLabel *m_state;
    QLabel *m_hint;
    QPushButton *m_finish = nullptr;
    QList<QPushButton *> m_takeButtons;
};
