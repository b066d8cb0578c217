#pragma once

#include <QPointer>
#include <QTextCursor>
#include <QTimer>
#include <QWidget>

class Actions;
class FindBar;
class MarkdownHighlighter;
class NoteEdit;
class NoteSession;

/// Format bar, find bar and text of the note that is open. Shows one session at a time; sessions
/// live longer than that.
class NoteEditor : public QWidget
{
    Q_OBJECT

public:
    explicit NoteEditor(Actions &actions, QWidget *parent = nullptr);
    ~NoteEditor() override;

    /// nullptr shows nothing. The session that was shown keeps its cursor and undo history.
    void setSession(NoteSession *session);
    NoteSession *session() const;

    void setTextFont(const QFont &font);
    void setLineWidth(int characters);
    void setReadOnly(bool readOnly);
    /// Marks the words of a library search; empty for none.
    void setSearchWords(const QString &words);
    bool isFinding() const; ///< The find bar is open: F3 belongs to it.
    void focusText();
    NoteEdit *edit() const { return m_edit; }
    int wordCount() const; ///< Of the selection if there is one.
    void insertLinkTo(const QString &title);
    void insertPicture(const QString &path, const QString &name);

signals:
    void countsChanged();
    void linkActivated(const QString &target);
    void pictureRequested();
    void drawingLinkRequested();
    void picturePasted(const QImage &image);
    void filesDropped(const QStringList &paths);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildFormatBar();
    void connectActions();
    template <typename Change>
    void onAction(class QAction *action, Change change);
    void keepPlace();
    void restorePlace();

    Actions &m_actions;
    NoteEdit *m_edit;
    FindBar *m_findBar;
    QPointer<NoteSession> m_session;
    MarkdownHighlighter *m_highlighter = nullptr;
    QString m_searchWords;
    QTimer m_countSoon;
    QTextCursor m_keptTop; ///< Start of the first line in view, while the text changes.
};
