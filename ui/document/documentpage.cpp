#include "ui/document/documentpage.h"

#include "model/base/clock.h"
#include "ui/actions.h"
#include "ui/document/banner.h"
#include "ui/document/documentheaderbar.h"
#include "ui/icons.h"
#include "ui/library/emptystate.h"
#include "ui/library/timewords.h"
#include "ui/notes/noteeditor.h"
#include "ui/notes/notesession.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

DocumentPage::DocumentPage(Actions &actions, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_clock(clock)
    , m_header(new DocumentHeaderBar(actions, this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_editor(new NoteEditor(actions, this))
{
    setObjectName(QStringLiteral("documentPane"));
    setAttribute(Qt::WA_StyledBackground);
    m_empty->setObjectName(QStringLiteral("emptyPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_editor);
    connect(m_header, &DocumentHeaderBar::leftDownwards, this, &DocumentPage::focusText);
    connect(m_header, &DocumentHeaderBar::titleEdited, this, [this](const QString &title) {
        if (m_session)
            m_session->setTitle(title);
        else if (!m_shown.id.isEmpty())
            emit drawingTitleEdited(title);
    });
    showNothing();
}

void DocumentPage::showNothing()
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = nullptr;
    m_shown = {};
    m_editor->setSession(nullptr);
    m_editor->setReadOnly(true);
    m_header->hide();
    m_banner->hide();
    m_empty->show(themedIcon(QStringLiteral("note")),
                  tr("Nothing is open"),
                  tr("Choose a document from the list, or start one."),
                  {m_actions.newNote, m_actions.newDrawing});
    m_stack->setCurrentWidget(m_empty);
    emit headerShown();
}

void DocumentPage::showNote(NoteSession *session)
{
    if (m_session && m_session != session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_banner->hide();
    m_editor->setSession(session);
    m_stack->setCurrentWidget(m_editor);
    m_header->show();
    connect(session, &NoteSession::headerChanged, this, &DocumentPage::refreshHeader);
    connect(session, &NoteSession::saveStateChanged, this, [this](const SaveState &state) {
        m_header->setState(state.words(), state.kind == SaveState::Kind::Failed);
    });
    m_header->setState(session->saveState().words(),
                       session->saveState().kind == SaveState::Kind::Failed);
    refreshHeader();
}

void DocumentPage::showDrawing(const DocumentHeader &header, QWidget *canvas)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = nullptr;
    m_editor->setSession(nullptr);
    m_editor->setReadOnly(true);
    m_banner->hide();
    if (m_stack->indexOf(canvas) < 0)
        m_stack->addWidget(canvas);
    m_canvas = canvas;
    m_stack->setCurrentWidget(canvas);
    m_header->show();
    setDrawingHeader(header);
}

void DocumentPage::setDrawingState(const QString &words, bool wantsAttention)
{
    m_header->setState(words, wantsAttention);
}

void DocumentPage::setDrawingHeader(const DocumentHeader &header)
{
    showHeader(header, header.title, tr("Untitled drawing"));
}

NoteSession *DocumentPage::noteSession() const
{
    return m_session;
}

void DocumentPage::refreshHeader()
{
    if (m_session)
        showHeader(m_session->header(), m_session->title(), tr("Title"));
    else if (!m_shown.id.isEmpty())
        setDrawingHeader(m_shown);
}

void DocumentPage::showHeader(const DocumentHeader &header,
                              const QString &title,
                              const QString &placeholder)
{
    m_shown = header;
    m_header->setTitle(title, placeholder);
    QStringList tags;
    for (const DocumentId &id : header.tags) {
        if (m_tags.contains(id))
            tags.append(m_tags.value(id));
    }
    const bool trashed = header.trashed.has_value();
    m_header->setPlace(m_notebooks.value(header.notebook),
                       tags,
                       relativeTime(header.updated, toMilliseconds(m_clock.now())));
    m_header->setReadOnly(trashed);
    m_editor->setReadOnly(trashed || !m_session);
    emit headerShown();
}

void DocumentPage::setNames(const QHash<DocumentId, QString> &notebooks,
                            const QHash<DocumentId, QString> &tags)
{
    m_notebooks = notebooks;
    m_tags = tags;
    refreshHeader();
}

void DocumentPage::focusText()
{
    if (m_session)
        m_editor->focusText();
    else if (m_canvas && m_stack->currentWidget() == m_canvas)
        m_canvas->setFocus(Qt::OtherFocusReason);
}
