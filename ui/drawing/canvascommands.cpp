#include "ui/drawing/canvascommands.h"

#include "model/base/ids.h"
#include "ui/drawing/canvastexteditor.h"
#include "ui/drawing/canvaswidget.h"

#include <QJsonArray>
#include <QUndoStack>

namespace {

constexpr double kZoomStep = 1.1;
constexpr double kCopyOffset = 10;

} // namespace

CanvasCommands::CanvasCommands(CanvasWidget &canvas)
    : QObject(&canvas)
    , m_canvas(canvas)
{
    using C = Command;
    add(C::Undo, tr("&Undo"), QKeySequence::Undo, &CanvasCommands::undo);
    add(C::Redo, tr("&Redo"), QKeySequence::Redo, &CanvasCommands::redo);
    add(C::Cut, tr("Cu&t"), QKeySequence::Cut, &CanvasCommands::cut);
    add(C::Copy, tr("&Copy"), QKeySequence::Copy, &CanvasCommands::copy);
    add(C::Paste, tr("&Paste"), QKeySequence::Paste, &CanvasCommands::paste);
    add(C::SelectAll, tr("Select &all"), QKeySequence::SelectAll, &CanvasCommands::selectAll);
    add(C::Duplicate, tr("&Duplicate"), Qt::CTRL | Qt::Key_D, &CanvasCommands::duplicate);
    add(C::Delete, tr("De&lete"), QKeySequence::Delete, &CanvasCommands::remove);
    add(C::Group, tr("&Group"), Qt::CTRL | Qt::Key_G, &CanvasCommands::group);
    add(C::Ungroup, tr("U&ngroup"), Qt::CTRL | Qt::SHIFT | Qt::Key_G, &CanvasCommands::ungroup);
    addOrder(C::ToBack,
             tr("Send to &back"),
             Qt::CTRL | Qt::SHIFT | Qt::Key_BracketLeft,
             sceneedits::Order::ToBack);
    addOrder(C::Backward,
             tr("Send back&ward"),
             Qt::CTRL | Qt::Key_BracketLeft,
             sceneedits::Order::Backward);
    addOrder(C::Forward,
             tr("Bring f&orward"),
             Qt::CTRL | Qt::Key_BracketRight,
             sceneedits::Order::Forward);
    addOrder(C::ToFront,
             tr("Bring to &front"),
             Qt::CTRL | Qt::SHIFT | Qt::Key_BracketRight,
             sceneedits::Order::ToFront);
    add(C::ZoomIn, tr("Zoom &in"), Qt::CTRL | Qt::Key_Plus, &CanvasCommands::zoomIn);
    add(C::ZoomOut, tr("Zoom o&ut"), Qt::CTRL | Qt::Key_Minus, &CanvasCommands::zoomOut);
    add(C::ZoomReset, tr("Show at &100 %"), Qt::CTRL | Qt::Key_0, &CanvasCommands::zoomReset);
    add(C::FitAll, tr("Show &everything"), Qt::SHIFT | Qt::Key_1, &CanvasCommands::fitAll);
    add(C::FitSelection,
        tr("Show the &selection"),
        Qt::SHIFT | Qt::Key_2,
        &CanvasCommands::fitSelection);
    action(C::Redo)->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    action(C::ZoomIn)->setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    connect(&canvas, &CanvasWidget::selectionChanged, this, &CanvasCommands::updateEnabled);
    connect(&canvas, &CanvasWidget::readOnlyChanged, this, &CanvasCommands::updateEnabled);
    connect(canvas.session().undoStack(),
            &QUndoStack::indexChanged,
            this,
            &CanvasCommands::updateEnabled);
    updateEnabled();
}

void CanvasCommands::add(Command command,
                         const QString &text,
                         const QKeySequence &key,
                         void (CanvasCommands::*run)())
{
    auto *made = new QAction(text, this);
    made->setShortcut(key);
    made->setShortcutContext(Qt::WidgetShortcut);
    connect(made, &QAction::triggered, this, run);
    m_actions.insert(command, made);
    m_canvas.addAction(made);
}

void CanvasCommands::addOrder(Command command,
                              const QString &text,
                              const QKeySequence &key,
                              sceneedits::Order order)
{
    auto *made = new QAction(text, this);
    made->setShortcut(key);
    made->setShortcutContext(Qt::WidgetShortcut);
    connect(made, &QAction::triggered, this, [this, order, made] {
        m_canvas.session().commit(
            made->text().remove(QLatin1Char('&')),
            sceneedits::reordered(m_canvas.session().scene(), m_canvas.selection(), order));
    });
    m_actions.insert(command, made);
    m_canvas.addAction(made);
}

void CanvasCommands::updateEnabled()
{
    const bool editable = !m_canvas.isReadOnly();
    const bool some = !m_canvas.selection().isEmpty();
    for (const Command command : {Command::Cut,
                                  Command::Duplicate,
                                  Command::Delete,
                                  Command::Group,
                                  Command::Ungroup,
                                  Command::ToBack,
                                  Command::Backward,
                                  Command::Forward,
                                  Command::ToFront})
        action(command)->setEnabled(editable && some);
    action(Command::Copy)->setEnabled(some);
    action(Command::FitSelection)->setEnabled(some);
    action(Command::Paste)->setEnabled(editable);
    action(Command::Undo)->setEnabled(editable && m_canvas.session().undoStack()->canUndo());
    action(Command::Redo)->setEnabled(editable && m_canvas.session().undoStack()->canRedo());
}

void CanvasCommands::undo()
{
    m_canvas.finishEditing();
    m_canvas.session().undoStack()->undo();
}

void CanvasCommands::redo()
{
    m_canvas.finishEditing();
    m_canvas.session().undoStack()->redo();
}

void CanvasCommands::cut()
{
    copy();
    remove();
}

void CanvasCommands::selectAll()
{
    QStringList ids;
    for (const Element &element : m_canvas.session().scene().shown()) {
        if (!element.isLocked() && element.text().containerId.isEmpty())
            ids.append(element.id());
    }
    m_canvas.setTool(ToolKind::Select);
    m_canvas.setSelection(ids);
}

QList<Element> CanvasCommands::selected() const
{
    const Scene &scene = m_canvas.session().scene();
    QList<Element> result;
    for (const QString &id : scene.sorted(sceneedits::withDependents(scene, m_canvas.selection())))
        result.append(*scene.find(id));
    return result;
}

void CanvasCommands::insertCopies(const QList<Element> &originals,
                                  const QPointF &by,
                                  const QString &text)
{
    DrawingSession &session = m_canvas.session();
    const QList<Element> copies =
        sceneedits::copies(session.scene(), originals, by, session.context());
    session.commit(text, copies);
    QStringList ids;
    for (const Element &copy : copies) {
        if (copy.text().containerId.isEmpty())
            ids.append(copy.id());
    }
    m_canvas.setTool(ToolKind::Select);
    m_canvas.setSelection(ids);
}

void CanvasCommands::duplicate()
{
    insertCopies(selected(), {kCopyOffset, kCopyOffset}, tr("Duplicate"));
}

void CanvasCommands::remove()
{
    m_canvas.deleteElements(m_canvas.selection(), tr("Delete"));
}

void CanvasCommands::group()
{
    if (m_canvas.selection().size() < 2)
        return;
    const QString id = randomIdText(m_canvas.session().context().random);
    QList<Element> changed;
    for (const Element &element : selected()) {
        QStringList groups = element.groupIds();
        groups.append(id);
        changed.append(
            element.with({{QStringLiteral("groupIds"), QJsonArray::fromStringList(groups)}}));
    }
    m_canvas.session().commit(tr("Group"), changed);
}

void CanvasCommands::ungroup()
{
    QList<Element> changed;
    for (const Element &element : selected()) {
        QStringList groups = element.groupIds();
        if (groups.isEmpty())
            continue;
        groups.removeLast();
        changed.append(
            element.with({{QStringLiteral("groupIds"), QJsonArray::fromStringList(groups)}}));
    }
    m_canvas.session().commit(tr("Ungroup"), changed);
}

void CanvasCommands::zoomIn()
{
    m_canvas.zoomTo(m_canvas.view().zoom() * kZoomStep);
}

void CanvasCommands::zoomOut()
{
    m_canvas.zoomTo(m_canvas.view().zoom() / kZoomStep);
}

void CanvasCommands::zoomReset()
{
    m_canvas.zoomTo(1);
}

void CanvasCommands::fitAll()
{
    m_canvas.fitAll();
}

void CanvasCommands::fitSelection()
{
    m_canvas.fitSelection();
}

void CanvasCommands::setField(const QString &field, const QJsonValue &value)
{
    rememberField(field, value);
    QList<Element> changed;
    for (const Element &element : selected())
        changed.append(withField(element, field, value));
    m_canvas.session().commit(tr("Change the look"), changed);
}

Element CanvasCommands::withField(const Element &element,
                                  const QString &field,
                                  const QJsonValue &value) const
{
    if (field == QLatin1String("roundness"))
        return element.with({{field, roundnessFor(element.typeName(), value.toBool())}});
    const bool isText = element.type() == ElementType::Text;
    const bool ofText = field == QLatin1String("fontSize") || field == QLatin1String("textAlign")
                        || field == QLatin1String("fontFamily");
    if (ofText)
        return isText ? withText(element.with({{field, value}}), element.text().text) : element;
    if (isText && field != QLatin1String("strokeColor") && field != QLatin1String("opacity"))
        return element;
    return element.with({{field, value}});
}

void CanvasCommands::rememberField(const QString &field, const QJsonValue &value)
{
    ToolStyle style = m_canvas.style();
    const bool forPen = m_canvas.tool() == ToolKind::Pen
                        || (m_canvas.selection().size() == 1
                            && m_canvas.session().scene().find(m_canvas.selection().first())->type()
                                   == ElementType::Freedraw);
    if (field == QLatin1String("strokeColor"))
        style.strokeColour = value.toString();
    else if (field == QLatin1String("backgroundColor"))
        style.backgroundColour = value.toString();
    else if (field == QLatin1String("fillStyle"))
        style.fillStyle = value.toString();
    else if (field == QLatin1String("strokeStyle"))
        style.strokeStyle = value.toString();
    else if (field == QLatin1String("strokeWidth"))
        (forPen ? style.penWidth : style.strokeWidth) = value.toDouble();
    else if (field == QLatin1String("roughness"))
        style.roughness = value.toDouble();
    else if (field == QLatin1String("opacity"))
        style.opacity = value.toDouble();
    else if (field == QLatin1String("roundness"))
        style.roundEdges = value.toBool();
    else if (field == QLatin1String("fontSize"))
        style.fontSize = value.toDouble();
    m_canvas.setStyle(style);
}
