#include "ui/drawing/canvaspanel.h"

#include "ui/drawing/canvaswidget.h"

#include <QJsonObject>

CanvasPanel::CanvasPanel(Random &random, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_canvas(new CanvasWidget(random, clock, this))
{
    setFocusProxy(m_canvas);
    connect(&m_canvas->session(),
            &DrawingSession::elementsChanged,
            this,
            &CanvasPanel::elementsChanged);
    connect(m_canvas, &CanvasWidget::viewChanged, this, &CanvasPanel::viewStateChanged);
}

CanvasPanel::~CanvasPanel() = default;

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
    m_canvas->setReadOnly(readOnly);
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
    CanvasView view;
    if (state.isEmpty()) {
        view.moveTo({-width() / 2.0, -height() / 2.0});
        m_canvas->setView(view);
        m_canvas->fitAll();
        return;
    }
    view.zoomTo(state.value(QStringLiteral("zoom")).toDouble(1), {});
    view.moveTo(
        {state.value(QStringLiteral("x")).toDouble(), state.value(QStringLiteral("y")).toDouble()});
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
}

void CanvasPanel::placeParts()
{
    m_canvas->setGeometry(rect());
}
