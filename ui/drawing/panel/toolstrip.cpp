#include "ui/drawing/panel/toolstrip.h"

#include <QGridLayout>

namespace {

constexpr int kPadding = 4;
constexpr int kGap = 2;

} // namespace

ToolStrip::ToolStrip(QWidget *parent)
    : Island(parent)
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(tr("Drawing tools"));
    m_grid->setContentsMargins(
        kShadow + kPadding, kShadow + kPadding, kShadow + kPadding, kShadow + kPadding);
    m_grid->setSpacing(kGap);
    m_lock = new CanvasButton(Glyph::Unlock, tr("Keep the tool after drawing"), this);
    m_lock->setCheckable(true);
    m_lock->setKeyHint(QStringLiteral("Q"));
    m_lock->setToolTip(tr("Keep the tool after drawing (%1)").arg(QStringLiteral("Q")));
    m_buttons.append(m_lock);
    connect(m_lock, &CanvasButton::clicked, this, &ToolStrip::lockChosen);
    addTool(ToolKind::Hand, Glyph::Hand, tr("Move the canvas"), QStringLiteral("H"));
    addTool(ToolKind::Select, Glyph::Select, tr("Select"), QStringLiteral("V"));
    addTool(ToolKind::Pen, Glyph::Pen, tr("Pen"), QStringLiteral("P"));
    addTool(ToolKind::Eraser, Glyph::Eraser, tr("Eraser"), QStringLiteral("E"));
    addTool(ToolKind::Text, Glyph::Text, tr("Text"), QStringLiteral("T"));
    addTool(ToolKind::Rectangle, Glyph::Rectangle, tr("Rectangle"), QStringLiteral("R"));
    addTool(ToolKind::Diamond, Glyph::Diamond, tr("Diamond"), QStringLiteral("D"));
    addTool(ToolKind::Ellipse, Glyph::Ellipse, tr("Ellipse"), QStringLiteral("O"));
    addTool(ToolKind::Arrow, Glyph::Arrow, tr("Arrow"), QStringLiteral("A"));
    addTool(ToolKind::Line, Glyph::Line, tr("Line"), QStringLiteral("L"));
    fitInto(2000);
}

CanvasButton *
ToolStrip::addTool(ToolKind tool, Glyph glyph, const QString &name, const QString &key)
{
    auto *button = new CanvasButton(glyph, name, this);
    button->setCheckable(true);
    button->setKeyHint(key);
    button->setToolTip(tr("%1 (%2)", "tool, key").arg(name, key));
    m_buttons.append(button);
    m_tools.insert(tool, button);
    connect(button, &CanvasButton::clicked, this, [this, tool] { emit toolChosen(tool); });
    return button;
}

void ToolStrip::showTool(ToolKind tool)
{
    for (auto it = m_tools.begin(); it != m_tools.end(); ++it)
        it.value()->setChecked(it.key() == tool);
}

void ToolStrip::showLock(bool locked)
{
    m_lock->setChecked(locked);
    m_lock->setGlyph(locked ? Glyph::Lock : Glyph::Unlock);
}

void ToolStrip::setReadOnly(bool readOnly)
{
    m_lock->setEnabled(!readOnly);
    for (auto it = m_tools.begin(); it != m_tools.end(); ++it)
        it.value()->setEnabled(!readOnly || it.key() == ToolKind::Select
                               || it.key() == ToolKind::Hand);
}

void ToolStrip::fitInto(int width)
{
    const int side = m_buttons.first()->sizeHint().width() + kGap;
    const int room = std::max(3, (width - 2 * (kShadow + kPadding) + kGap) / side);
    const int count = int(m_buttons.size());
    const int rows = (count + room - 1) / room;
    const int columns = (count + rows - 1) / rows;
    if (columns != m_columns) {
        m_columns = columns;
        for (int i = 0; i < count; ++i)
            m_grid->addWidget(m_buttons[i], i / columns, i % columns);
    }
    m_grid->activate();
    adjustSize();
}
