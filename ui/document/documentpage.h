#pragma once

#include "model/store/documentstore.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class Actions;
class Banner;
class Clock;
class DocumentHeaderBar;
class EmptyState;
class NoteEditor;
class NoteSession;
class QStackedWidget;

/// The right pane: header, banner, and the editor of whatever is open.
class DocumentPage : public QWidget
{
    Q_OBJECT

public:
    DocumentPage(Actions &actions, const Clock &clock, QWidget *parent = nullptr);

    void showNothing();
    void showNote(NoteSession *session);
    /// A drawing's editor is a widget of its own; the page only frames it.
    void showDrawing(const DocumentHeader &header, QWidget *canvas);
    void setDrawingState(const QString &words, bool wantsAttention);
    void setDrawingHeader(const DocumentHeader &header);

    NoteEditor *noteEditor() const { return m_editor; }
    DocumentHeaderBar *headerBar() const { return m_header; }
    Banner *banner() const { return m_banner; }
    NoteSession *noteSession() const;
    const DocumentHeader &header() const { return m_shown; }

    /// Names for what documents refer to by id.
    void setNames(const QHash<DocumentId, QString> &notebooks,
                  const QHash<DocumentId, QString> &tags);
    void refreshHeader();
    void focusText();

signals:
    void drawingTitleEdited(const QString &title);
    void headerShown(); ///< After every change of what the header shows.

private:
    void showHeader(const DocumentHeader &header, const QString &title, const QString &placeholder);

    Actions &m_actions;
    const Clock &m_clock;
    DocumentHeaderBar *m_header;
    Banner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    NoteEditor *m_editor;
    QWidget *m_canvas = nullptr;
    QPointer<NoteSession> m_session;
    DocumentHeader m_shown;
    QHash<DocumentId, QString> m_notebooks;
    QHash<DocumentId, QString> m_tags;
};
