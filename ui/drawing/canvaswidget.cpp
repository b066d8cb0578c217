#include "ui/drawing/canvaswidget.h"

#include "model/drawing/elementshape.h"
#include "model/drawing/orderkeys.h"
#include "model/drawing/sceneedits.h"
#include "model/drawing/textmetrics.h"
#include "ui/drawing/canvastexteditor.h"
#include "ui/drawing/tools/erasertool.h"
#include "ui/drawing/tools/handtool.h"
#include "ui/drawing/tools/pentool.h"
#include "ui/drawing/tools/selecttool.h"
#include "ui/drawing/tools/shapetool.h"
#include "ui/drawing/tools/texttool.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPaintEvent>
#include <QPainter>

#include <climits>
#include <cmath>

namespace {

constexpr int kPaintBudgetMs = 24; // for tiles in one frame; the rest follows in the next
constexpr double kFitMargin = 40;

std::unique_ptr<CanvasTool> makeTool(ToolKind kind, CanvasWidget &canvas)
{
    switch (kind) {
    case ToolKind::Select:
        return std::make_unique<SelectTool>(canvas);
    case ToolKind::Hand:
        return std::make_unique<HandTool>(canvas);
    case ToolKind::Rectangle:
    case ToolKind::Diamond:
    case ToolKind::Ellipse:
    case ToolKind::Arrow:
    case ToolKind::Line:
        return std::make_unique<ShapeTool>(canvas, kind);
    case ToolKind::Pen:
        return std::make_unique<PenTool>(canvas);
    case ToolKind::Text:
        return std::make_unique<TextTool>(canvas);
    case ToolKind::Eraser:
        return std::make_unique<EraserTool>(canvas);
    }
    return nullptr;
}

} // namespace

CanvasWidget::CanvasWidget(Random &random, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_session(random, clock)
{
    for (size_t i = 0; i < m_tools.size(); ++i)
        m_tools[i] = makeTool(ToolKind(i), *this);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_TabletTracking);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Drawing"));
    grabGesture(Qt::PinchGesture);
    QCoreApplication::instance()->installEventFilter(this);
    connect(&m_session, &DrawingSession::areaChanged, this, [this](const QRectF &area) {
        m_tiles.invalidate(area);
        updateScene(area);
    });
    connect(&m_session, &DrawingSession::contentChanged, this, [this] {
        QStringList left;
        for (const QString &id : std::as_const(m_selection)) {
            if (m_session.scene().isShown(id))
                left.append(id);
        }
        if (left != m_selection)
            setSelection(left);
        if (!m_selection.isEmpty())
            update();
    });
    applyTheme();
    updateCursor();
}

CanvasWidget::~CanvasWidget()
{
    // The session ends before the children that listen to it.
    m_session.disconnect();
    m_session.undoStack()->disconnect();
    if (m_editor)
        m_editor->disconnect(this);
}

void CanvasWidget::load(const QList<Element> &elements, const QString &canvasColour)
{
    finishEditing();
    m_selection.clear();
    m_painter.setCanvasColour(canvasColour.isEmpty() ? QStringLiteral("#ffffff") : canvasColour);
    m_session.load(elements);
    m_tiles.clear();
    update();
    emit selectionChanged();
}

void CanvasWidget::setImageProvider(ImageProvider provider)
{
    m_images = std::move(provider);
    m_painter.setImageProvider(m_images);
    m_tiles.clear();
    update();
}

void CanvasWidget::imageArrived(const QString &fileId)
{
    m_painter.forgetImage(fileId);
    m_tiles.clear();
    update();
}

CanvasTool &CanvasWidget::toolFor(ToolKind kind)
{
    return *m_tools[size_t(kind)];
}

CanvasTool &CanvasWidget::activeTool()
{
    return toolFor(toolFor(m_heldTool).isBusy() ? m_heldTool : m_toolKind);
}

void CanvasWidget::setTool(ToolKind kind)
{
    finishEditing();
    if (m_readOnly && kind != ToolKind::Select && kind != ToolKind::Hand)
        return;
    m_toolKind = kind;
    if (kind != ToolKind::Select)
        setSelection({});
    updateCursor();
    update();
    emit toolChanged();
}

void CanvasWidget::setToolLocked(bool locked)
{
    m_toolLocked = locked;
    emit toolLockChanged(locked);
}

void CanvasWidget::finishTool(const QStringList &selection)
{
    if (m_toolLocked)
        return;
    setTool(ToolKind::Select);
    setSelection(selection);
}

void CanvasWidget::setSelection(const QStringList &ids)
{
    if (ids == m_selection)
        return;
    m_selection = ids;
    update();
    emit selectionChanged();
}

void CanvasWidget::setReadOnly(bool readOnly)
{
    finishEditing();
    m_readOnly = readOnly;
    if (readOnly && m_toolKind != ToolKind::Hand)
        setTool(ToolKind::Select);
    emit readOnlyChanged();
}

void CanvasWidget::setView(const CanvasView &view)
{
    m_view = view;
    viewMoved();
}

void CanvasWidget::panBy(const QPointF &widgetDelta)
{
    m_view.panBy(widgetDelta);
    viewMoved();
}

void CanvasWidget::zoomBy(double factor, const QPointF &at)
{
    m_view.zoomTo(m_view.zoom() * factor, at);
    viewMoved();
}

void CanvasWidget::zoomTo(double zoom)
{
    m_view.zoomTo(zoom, QRectF(rect()).center());
    viewMoved();
}

void CanvasWidget::viewMoved()
{
    // Tiles are blitted: the origin lies on a whole device pixel.
    const double scale = m_view.zoom() * devicePixelRatioF();
    const QPointF o = m_view.origin();
    m_view.moveTo({std::round(o.x() * scale) / scale, std::round(o.y() * scale) / scale});
    if (m_editor)
        m_editor->place(m_view);
    update();
    emit viewChanged();
}

void CanvasWidget::fitAll()
{
    const QRectF bounds = m_session.scene().bounds();
    if (bounds.isEmpty())
        return;
    m_view.fit(
        bounds, QRectF(rect()).adjusted(kFitMargin, kFitMargin, -kFitMargin, -kFitMargin), 1);
    viewMoved();
}

void CanvasWidget::fitSelection()
{
    const QRectF bounds = sceneedits::boundsOfAll(m_session.scene(), m_selection);
    if (m_selection.isEmpty())
        return;
    m_view.fit(
        bounds, QRectF(rect()).adjusted(kFitMargin, kFitMargin, -kFitMargin, -kFitMargin), 4);
    viewMoved();
}

bool CanvasWidget::isContentVisible() const
{
    return m_session.scene().isEmpty()
           || !m_session.scene().in(m_view.toScene(QRectF(rect()))).isEmpty();
}

Element CanvasWidget::makeElement(const QString &type, const ElementFields &fields)
{
    ElementFields all = styleFields(m_style, type);
    all.insert(fields);
    const QString key = orderKeyBetween(m_session.scene().topKey(), {}).value_or(QString());
    all.insert(QStringLiteral("index"), key);
    return newElement(type, all, m_session.context());
}

Element CanvasWidget::makeTextElement(const QPointF &scene)
{
    const double lineHeight = defaultLineHeight(m_style.fontFamily);
    const double pitch = m_style.fontSize * lineHeight;
    return makeElement(QStringLiteral("text"),
                       {
                           {QStringLiteral("x"), scene.x()},
                           {QStringLiteral("y"), scene.y() - pitch / 2},
                           {QStringLiteral("width"), 1},
                           {QStringLiteral("height"), pitch},
                           {QStringLiteral("text"), QString()},
                           {QStringLiteral("originalText"), QString()},
                           {QStringLiteral("fontSize"), m_style.fontSize},
                           {QStringLiteral("fontFamily"), m_style.fontFamily},
                           {QStringLiteral("textAlign"), QStringLiteral("left")},
                           {QStringLiteral("verticalAlign"), QStringLiteral("top")},
                           {QStringLiteral("containerId"), QJsonValue::Null},
                           {QStringLiteral("autoResize"), true},
                           {QStringLiteral("lineHeight"), lineHeight},
                       });
}

QPointF CanvasWidget::pastePlace() const
{
    const QPoint pointer = mapFromGlobal(QCursor::pos());
    return m_view.toScene(rect().contains(pointer) ? QPointF(pointer) : QRectF(rect()).center());
}

QByteArray CanvasWidget::imageBytes(const QString &fileId) const
{
    return m_images ? m_images(fileId) : QByteArray();
}

void CanvasWidget::addElement(const QString &type, const ElementFields &fields, const QString &text)
{
    m_session.commit(text, {makeElement(type, fields)});
}

void CanvasWidget::deleteElements(const QStringList &ids, const QString &text)
{
    if (!ids.isEmpty())
        m_session.commit(text, sceneedits::deleted(m_session.scene(), ids));
}

void CanvasWidget::setPale(const QSet<QString> &ids)
{
    for (const QString &id : m_painter.pale() + ids)
        m_tiles.invalidate(m_session.scene().paintedBounds(id));
    m_painter.setPale(ids);
    update();
}

void CanvasWidget::updateScene(const QRectF &area)
{
    update(m_view.toWidget(area).adjusted(-2, -2, 2, 2).toAlignedRect());
}

void CanvasWidget::updateCursor()
{
    setCursor(m_spaceHeld ? toolFor(ToolKind::Hand).cursor() : activeTool().cursor());
}

void CanvasWidget::editTextAt(const QPointF &scene)
{
    if (m_readOnly)
        return;
    const Element *hit = m_session.scene().at(scene, 4 / m_view.zoom());
    const Element *label = hit ? m_session.scene().labelOf(hit->id()) : nullptr;
    if (hit && hit->type() == ElementType::Text)
        label = hit;
    if (label) {
        editText(label->id());
        return;
    }
    finishEditing();
    m_editor = new CanvasTextEditor(makeTextElement(scene), theme(), this);
    openEditor();
}

void CanvasWidget::editText(const QString &id)
{
    const Element *element = m_session.scene().find(id);
    if (m_readOnly || !element || element->isDeleted() || element->type() != ElementType::Text)
        return;
    const Element copy = *element; // finishing another text may move it in memory
    finishEditing();
    m_editor = new CanvasTextEditor(copy, theme(), this);
    openEditor();
}

void CanvasWidget::openEditor()
{
    const int key = ++m_mergeKeys;
    m_painter.setHidden({m_editor->element().id()});
    m_tiles.invalidate(m_session.scene().paintedBounds(m_editor->element().id()));
    const auto store = [this, key] {
        const Element &element = m_editor->element();
        const bool known = m_session.settled().find(element.id()) != nullptr;
        if (!element.text().text.isEmpty())
            m_session.commit(tr("Write"), {element}, key);
        else if (known)
            m_session.commit(
                tr("Write"), sceneedits::deleted(m_session.scene(), {element.id()}), key);
    };
    connect(m_editor, &CanvasTextEditor::paused, this, store);
    connect(m_editor, &CanvasTextEditor::finished, this, [this, store] {
        store();
        closeEditor();
    });
    m_editor->place(m_view);
    m_editor->show();
    m_editor->setFocus();
    update();
    emit editingChanged();
}

void CanvasWidget::closeEditor()
{
    if (!m_editor)
        return;
    CanvasTextEditor *editor = std::exchange(m_editor, nullptr);
    editor->disconnect(this);
    const QString id = editor->element().id();
    const bool hadFocus = editor->hasFocus();
    editor->hide();
    editor->deleteLater();
    m_painter.setHidden({});
    m_tiles.invalidate(m_session.scene().paintedBounds(id));
    if (hadFocus)
        setFocus();
    if (m_toolKind == ToolKind::Text)
        finishTool(m_session.scene().isShown(id) ? QStringList{id} : QStringList());
    update();
    emit editingChanged();
}

void CanvasWidget::finishEditing()
{
    if (m_editor)
        emit m_editor->finished();
    interruptTool();
}

QRect CanvasWidget::tileArea(const QRect &widget) const
{
    const double scale = m_view.zoom() * devicePixelRatioF();
    const QPoint origin = (m_view.origin() * scale).toPoint();
    const double ratio = devicePixelRatioF();
    return QRectF(QPointF(widget.topLeft()) * ratio, QSizeF(widget.size()) * ratio)
        .toAlignedRect()
        .translated(origin);
}

void CanvasWidget::paintTile(QPainter &painter, const QRect &area)
{
    const double scale = m_view.zoom() * devicePixelRatioF();
    painter.fillRect(area, m_painter.canvasColour());
    painter.scale(scale, scale);
    m_painter.paint(painter,
                    m_session.scene(),
                    QRectF(QPointF(area.topLeft()) / scale, QSizeF(area.size()) / scale),
                    scale);
}

void CanvasWidget::completePainting()
{
    m_tiles.setScale(m_view.zoom() * devicePixelRatioF());
    m_tiles.update(tileArea(rect()), INT_MAX, [this](QPainter &painter, const QRect &area) {
        paintTile(painter, area);
    });
    update();
}

void CanvasWidget::paintEvent(QPaintEvent *event)
{
    const QRect area = tileArea(event->rect());
    m_tiles.setScale(m_view.zoom() * devicePixelRatioF());
    const bool complete =
        m_tiles.update(area, kPaintBudgetMs, [this](QPainter &painter, const QRect &part) {
            paintTile(painter, part);
        });
    QPainter painter(this);
    painter.save();
    const double ratio = devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio);
    painter.translate(-(m_view.origin() * m_view.zoom() * ratio).toPoint());
    m_tiles.draw(painter, area, m_painter.canvasColour());
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing);
    paintSelection(painter);
    activeTool().paint(painter);
    if (!complete)
        QMetaObject::invokeMethod(this, qOverload<>(&QWidget::update), Qt::QueuedConnection);
}

void CanvasWidget::paintSelection(QPainter &painter)
{
    if (m_selection.isEmpty() || m_editor)
        return;
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
    if (m_selection.size() > 1 && m_selection.size() <= 500) {
        QColor light = accent;
        light.setAlpha(150);
        painter.setPen(QPen(light, 1));
        painter.setBrush(Qt::NoBrush);
        for (const QString &id : std::as_const(m_selection)) {
            if (const Element *element = m_session.scene().find(id))
                painter.drawRect(m_view.toWidget(turnedBoundsOf(*element)).adjusted(-2, -2, 2, 2));
        }
    }
    SelectionHandles(m_session.scene(), m_selection)
        .paint(painter, m_view, accent, m_painter.canvasColour());
}

void CanvasWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    emit viewChanged();
}

void CanvasWidget::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

void CanvasWidget::applyTheme()
{
    const CanvasTheme theme = Theme::isDark(palette()) ? CanvasTheme::Dark : CanvasTheme::Light;
    if (theme == m_painter.theme())
        return;
    m_painter.setTheme(theme);
    m_tiles.clear();
    update();
}
