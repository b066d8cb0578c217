#include "ui/drawing/canvaspanel.h"

#include "ui/drawing/canvascommands.h"
#include "ui/drawing/canvaswidget.h"
#include "ui/drawing/panel/emptyhints.h"
#include "ui/drawing/panel/propertypanel.h"
#include "ui/drawing/panel/toolstrip.h"
#include "ui/drawing/panel/viewbar.h"

#include <QEvent>
#include <QJsonObject>
#include <QStyle>

#include <cmath>

namespace {

constexpr int kMargin = 10; // between the islands and the edge, less their shadow
constexpr int kNarrow = 560; // below it the properties leave more of the canvas free
constexpr int kNarrowProperties = 190;

} // namespace

CanvasPanel::CanvasPanel(Random &random, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_canvas(new CanvasWidget(random, clock, this))
    , m_commands(new CanvasCommands(*m_canvas))
    , m_hints(new EmptyHints(this))
    , m_strip(new ToolStrip(this))
    , m_properties(new PropertyPanel(*m_commands, this))
    , m_viewBar(new ViewBar(m_canvas->session().undoStack(), this))
{
    setFocusProxy(m_canvas);
    setMinimumSize(200, 160);
    connectParts();
    m_strip->showTool(m_canvas->tool());
    m_properties->hide();
    updateHints();
}

void CanvasPanel::connectParts()
{
    DrawingSession *session = &m_canvas->session();
    connect(session, &DrawingSession::elementsChanged, this, &CanvasPanel::elementsChanged);
    connect(session, &DrawingSession::contentChanged, this, [this] {
        updateHints();
        if (!m_canvas->session().hasPreview())
            updateProperties();
    });
    connect(m_commands, &CanvasCommands::filesAdded, this, &CanvasPanel::filesAdded);
    connect(m_canvas, &CanvasWidget::viewChanged, this, [this] {
        m_viewBar->showZoom(m_canvas->view().zoom());
        m_viewBar->showBackToContent(!m_canvas->isContentVisible());
        emit viewStateChanged();
    });
    connect(m_canvas, &CanvasWidget::toolChanged, this, [this] {
        m_strip->showTool(m_canvas->tool());
        updateProperties();
    });
    connect(m_canvas, &CanvasWidget::toolLockChanged, m_strip, &ToolStrip::showLock);
    connect(m_canvas, &CanvasWidget::selectionChanged, this, &CanvasPanel::updateProperties);
    connect(m_canvas, &CanvasWidget::editingChanged, this, &CanvasPanel::updateHints);
    connect(m_canvas, &CanvasWidget::strokeStarted, m_hints, &QWidget::hide);
    connect(m_strip, &ToolStrip::toolChosen, m_canvas, &CanvasWidget::setTool);
    connect(m_strip, &ToolStrip::lockChosen, m_canvas, &CanvasWidget::setToolLocked);
    connect(m_properties, &PropertyPanel::chosen, m_commands, &CanvasCommands::setField);
    connect(m_viewBar,
            &ViewBar::zoomInChosen,
            m_commands->action(CanvasCommands::Command::ZoomIn),
            &QAction::trigger);
    connect(m_viewBar,
            &ViewBar::zoomOutChosen,
            m_commands->action(CanvasCommands::Command::ZoomOut),
            &QAction::trigger);
    connect(m_viewBar,
            &ViewBar::zoomResetChosen,
            m_commands->action(CanvasCommands::Command::ZoomReset),
            &QAction::trigger);
    connect(m_viewBar,
            &ViewBar::fitChosen,
            m_commands->action(CanvasCommands::Command::FitAll),
            &QAction::trigger);
    connect(m_viewBar, &ViewBar::sizeChanged, this, &CanvasPanel::placeParts);
}

CanvasPanel::~CanvasPanel()
{
    m_canvas->finishEditing();
    m_canvas->disconnect(this);
    m_canvas->session().disconnect(this);
}

void CanvasPanel::setDrawing(const QString &id,
                             const QList<Element> &elements,
                             const QJsonObject &canvasSettings)
{
    m_canvas->finishEditing();
    m_drawingId = id;
    m_canvas->load(elements,
                   canvasSettings.value(QStringLiteral("viewBackgroundColor")).toString());
}

void CanvasPanel::applyRemote(const QList<Element> &elements)
{
    m_canvas->session().applyRemote(elements);
}

void CanvasPanel::finishEditing()
{
    m_canvas->finishEditing();
}

bool CanvasPanel::isEmpty() const
{
    return m_canvas->session().scene().isEmpty();
}

QList<Element> CanvasPanel::elements() const
{
    return m_canvas->session().settled().shown();
}

void CanvasPanel::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_canvas->setReadOnly(readOnly);
    m_strip->setReadOnly(readOnly);
    m_viewBar->setReadOnly(readOnly);
    updateProperties();
    updateHints();
    placeParts();
}

void CanvasPanel::setImageProvider(ImageProvider provider)
{
    m_canvas->setImageProvider(std::move(provider));
}

void CanvasPanel::imageArrived(const QString &fileId)
{
    m_canvas->imageArrived(fileId);
}

QJsonObject CanvasPanel::viewState() const
{
    const CanvasView &view = m_canvas->view();
    return {{QStringLiteral("x"), view.origin().x()},
            {QStringLiteral("y"), view.origin().y()},
            {QStringLiteral("zoom"), view.zoom()}};
}

void CanvasPanel::setViewState(const QJsonObject &state)
{
    m_viewPending = false;
    CanvasView view;
    if (state.isEmpty()) {
        m_viewPending = !isVisible();
        view.moveTo({-width() / 2.0, -height() / 2.0});
        m_canvas->setView(view);
        m_canvas->fitAll();
        return;
    }
    const auto number = [&state](const QString &name, double fallback) {
        const double value = state.value(name).toDouble(fallback);
        return std::isfinite(value) && std::abs(value) < 1e9 ? value : fallback;
    };
    view.zoomTo(number(QStringLiteral("zoom"), 1), {});
    view.moveTo({number(QStringLiteral("x"), 0), number(QStringLiteral("y"), 0)});
    m_canvas->setView(view);
}

QUndoStack *CanvasPanel::undoStack() const
{
    return m_canvas->session().undoStack();
}

void CanvasPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeParts();
    if (m_viewPending)
        setViewState({});
}

void CanvasPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        placeParts();
}

void CanvasPanel::updateHints()
{
    m_hints->setVisible(!m_readOnly && isEmpty() && !m_canvas->isEditingText());
}

void CanvasPanel::updateProperties()
{
    QList<Element> selected;
    for (const QString &id : m_canvas->selection()) {
        if (const Element *element = m_canvas->session().scene().find(id))
            selected.append(*element);
    }
    const ToolKind tool = m_canvas->tool();
    const bool draws = !elementTypeOf(tool).isEmpty();
    const bool wanted = !m_readOnly && (draws || !selected.isEmpty());
    if (wanted) {
        m_properties->showFor(selected, tool, m_canvas->style());
        m_properties->setVisible(true);
        placeParts();
    } else {
        m_properties->setVisible(false);
    }
}

void CanvasPanel::placeParts()
{
    m_canvas->setGeometry(rect());
    m_hints->setGeometry(rect());
    const auto mirrored = [this](const QRect &place) {
        return QStyle::visualRect(layoutDirection(), rect(), place);
    };
    m_strip->fitInto(width() - 2 * kMargin);
    m_strip->move((width() - m_strip->width()) / 2, kMargin - Island::kShadow + 2);
    m_viewBar->adjustSize();
    m_viewBar->setGeometry(
        mirrored({QPoint(kMargin, height() - m_viewBar->height() - kMargin + Island::kShadow),
                  m_viewBar->size()}));
    const int top = m_strip->geometry().bottom() + (width() < kNarrow ? 2 : 8);
    const int room = m_viewBar->geometry().top() - top - 2;
    m_properties->fitInto(width() < kNarrow ? std::min(room, kNarrowProperties) : room);
    m_properties->setGeometry(mirrored({QPoint(kMargin, top), m_properties->size()}));
    m_hints->setNeighbours(m_strip->geometry(), m_viewBar->geometry());
}
