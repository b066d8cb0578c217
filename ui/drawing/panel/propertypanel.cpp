#include "ui/drawing/panel/propertypanel.h"

#include "ui/drawing/canvascommands.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

namespace {

const QString kStroke = QStringLiteral("strokeColor");
const QString kBackground = QStringLiteral("backgroundColor");
const QString kFill = QStringLiteral("fillStyle");
const QString kWidth = QStringLiteral("strokeWidth");
const QString kDash = QStringLiteral("strokeStyle");
const QString kRoughness = QStringLiteral("roughness");
const QString kEdges = QStringLiteral("roundness");
const QString kFontSize = QStringLiteral("fontSize");
const QString kAlign = QStringLiteral("textAlign");

/// The value of `field` in `element` in the form that rows use.
QJsonValue shownValue(const Element &element, const QString &field)
{
    if (field == kStroke)
        return element.style().strokeColour;
    if (field == kBackground)
        return element.style().backgroundColour;
    if (field == kWidth)
        return element.style().strokeWidth;
    if (field == kRoughness)
        return element.style().roughness;
    if (field == kEdges)
        return element.style().roundness.has_value();
    if (field == kFontSize)
        return element.text().fontSize;
    return element.value(field);
}

QJsonValue shownValue(const ToolStyle &style, const QString &field, bool isPen)
{
    if (field == kStroke)
        return style.strokeColour;
    if (field == kBackground)
        return style.backgroundColour;
    if (field == kFill)
        return style.fillStyle;
    if (field == kWidth)
        return isPen ? style.penWidth : style.strokeWidth;
    if (field == kDash)
        return style.strokeStyle;
    if (field == kRoughness)
        return style.roughness;
    if (field == kEdges)
        return style.roundEdges;
    if (field == kFontSize)
        return style.fontSize;
    return QStringLiteral("left");
}

} // namespace

PropertyPanel::PropertyPanel(CanvasCommands &commands, QWidget *parent)
    : Island(parent)
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget)
    , m_column(new QVBoxLayout(m_content))
{
    setAccessibleName(tr("Look"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(kShadow + 1, kShadow + 1, kShadow + 1, kShadow + 1);
    outer->addWidget(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_column->setContentsMargins(11, 10, 11, 10);
    m_column->setSpacing(9);
    addColours();
    addLines();
    addText();
    addOpacity();
    addActions(commands);
    m_column->addStretch();
    m_scroll->setWidget(m_content);
    m_content->setAutoFillBackground(false);
}

ChoiceRow *PropertyPanel::addRow(const QString &title, const QString &field)
{
    auto *row = new ChoiceRow(title, field, m_content);
    m_column->addWidget(row);
    connect(row, &ChoiceRow::chosen, this, &PropertyPanel::chosen);
    m_rows.insert(field, row);
    return row;
}

void PropertyPanel::addColours()
{
    ChoiceRow *stroke = addRow(tr("Stroke"), kStroke);
    stroke->addColour(QStringLiteral("#1e1e1e"), tr("black"));
    stroke->addColour(QStringLiteral("#e03131"), tr("red"));
    stroke->addColour(QStringLiteral("#2f9e44"), tr("green"));
    stroke->addColour(QStringLiteral("#1971c2"), tr("blue"));
    stroke->addColour(QStringLiteral("#f08c00"), tr("orange"));
    stroke->addMoreColours();
    ChoiceRow *background = addRow(tr("Background"), kBackground);
    background->addColour(QStringLiteral("transparent"), tr("none"));
    background->addColour(QStringLiteral("#ffc9c9"), tr("light red"));
    background->addColour(QStringLiteral("#b2f2bb"), tr("light green"));
    background->addColour(QStringLiteral("#a5d8ff"), tr("light blue"));
    background->addColour(QStringLiteral("#ffec99"), tr("yellow"));
    background->addMoreColours();
    ChoiceRow *fill = addRow(tr("Fill"), kFill);
    fill->addGlyph(Glyph::FillHachure, tr("hatched"), QStringLiteral("hachure"));
    fill->addGlyph(Glyph::FillCross, tr("cross-hatched"), QStringLiteral("cross-hatch"));
    fill->addGlyph(Glyph::FillSolid, tr("solid"), QStringLiteral("solid"));
}

void PropertyPanel::addLines()
{
    ChoiceRow *width = addRow(tr("Stroke width"), kWidth);
    width->addGlyph(Glyph::Thin, tr("thin"), 1.0);
    width->addGlyph(Glyph::Medium, tr("medium"), 2.0);
    width->addGlyph(Glyph::Bold, tr("bold"), 4.0);
    m_penWidth = new ChoiceRow(tr("Pen width"), kWidth, m_content);
    m_column->addWidget(m_penWidth);
    connect(m_penWidth, &ChoiceRow::chosen, this, &PropertyPanel::chosen);
    m_penWidth->addGlyph(Glyph::Thin, tr("fine"), 0.5);
    m_penWidth->addGlyph(Glyph::Medium, tr("medium"), 1.0);
    m_penWidth->addGlyph(Glyph::Bold, tr("bold"), 2.0);
    ChoiceRow *dash = addRow(tr("Stroke style"), kDash);
    dash->addGlyph(Glyph::Solid, tr("solid"), QStringLiteral("solid"));
    dash->addGlyph(Glyph::Dashed, tr("dashed"), QStringLiteral("dashed"));
    dash->addGlyph(Glyph::Dotted, tr("dotted"), QStringLiteral("dotted"));
    ChoiceRow *roughness = addRow(tr("Sloppiness"), kRoughness);
    roughness->addGlyph(Glyph::Architect, tr("none"), 0.0);
    roughness->addGlyph(Glyph::Artist, tr("some"), 1.0);
    roughness->addGlyph(Glyph::Cartoonist, tr("much"), 2.0);
    ChoiceRow *edges = addRow(tr("Edges"), kEdges);
    edges->addGlyph(Glyph::Sharp, tr("sharp"), false);
    edges->addGlyph(Glyph::Round, tr("round"), true);
}

void PropertyPanel::addText()
{
    ChoiceRow *size = addRow(tr("Text size"), kFontSize);
    size->addGlyph(Glyph::Small, tr("small"), 16.0);
    size->addGlyph(Glyph::Normal, tr("medium"), 20.0);
    size->addGlyph(Glyph::Large, tr("large"), 28.0);
    size->addGlyph(Glyph::Huge, tr("very large"), 36.0);
    ChoiceRow *align = addRow(tr("Text alignment"), kAlign);
    align->addGlyph(Glyph::AlignLeft, tr("left"), QStringLiteral("left"));
    align->addGlyph(Glyph::AlignCentre, tr("centre"), QStringLiteral("center"));
    align->addGlyph(Glyph::AlignRight, tr("right"), QStringLiteral("right"));
}

void PropertyPanel::addOpacity()
{
    auto *label = new QLabel(tr("Opacity"), m_content);
    QFont small = label->font();
    small.setPixelSize(12);
    label->setFont(small);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_opacity = new QSlider(Qt::Horizontal, m_content);
    m_opacity->setRange(0, 100);
    m_opacity->setPageStep(10);
    m_opacity->setAccessibleName(tr("Opacity"));
    m_opacity->setFocusPolicy(Qt::TabFocus);
    label->setBuddy(m_opacity);
    m_column->addWidget(label);
    m_column->addWidget(m_opacity);
    // One step when the slider is let go, not one for each pixel.
    connect(m_opacity, &QSlider::sliderReleased, this, [this] {
        emit chosen(QStringLiteral("opacity"), m_opacity->value());
    });
    connect(m_opacity, &QSlider::valueChanged, this, [this](int value) {
        if (!m_opacity->isSliderDown())
            emit chosen(QStringLiteral("opacity"), value);
    });
}

void PropertyPanel::addActions(CanvasCommands &commands)
{
    using C = CanvasCommands::Command;
    struct Entry
    {
        C command;
        Glyph glyph;
    };
    m_actions = new QWidget(m_content);
    auto *grid = new QGridLayout(m_actions);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2);
    int column = 0;
    for (const Entry &entry : {Entry{C::ToBack, Glyph::ToBack},
                               Entry{C::Backward, Glyph::Backward},
                               Entry{C::Forward, Glyph::Forward},
                               Entry{C::ToFront, Glyph::ToFront},
                               Entry{C::Duplicate, Glyph::Duplicate},
                               Entry{C::Delete, Glyph::Delete}}) {
        QAction *action = commands.action(entry.command);
        const QString name = action->text().remove(QLatin1Char('&'));
        auto *button = new CanvasButton(entry.glyph, name, m_actions);
        button->setToolTip(tr("%1 (%2)", "command, key")
                               .arg(name, action->shortcut().toString(QKeySequence::NativeText)));
        button->setSide(30);
        connect(button, &CanvasButton::clicked, action, &QAction::trigger);
        grid->addWidget(button, 0, column++);
    }
    grid->setColumnStretch(column, 1);
    m_column->addWidget(m_actions);
}

void PropertyPanel::showRows(const QStringList &types)
{
    const auto any = [&](std::initializer_list<const char *> names) {
        for (const char *name : names) {
            if (types.contains(QLatin1String(name)))
                return true;
        }
        return false;
    };
    const bool shapes = any({"rectangle", "diamond", "ellipse", "line", "arrow"});
    const bool pen = any({"freedraw"});
    const bool text = any({"text"});
    m_rows[kStroke]->setVisible(shapes || pen || text);
    m_rows[kBackground]->setVisible(any({"rectangle", "diamond", "ellipse", "line", "freedraw"}));
    m_rows[kFill]->setVisible(any({"rectangle", "diamond", "ellipse", "line"}));
    m_rows[kWidth]->setVisible(shapes);
    m_penWidth->setVisible(pen && !shapes);
    m_rows[kDash]->setVisible(shapes);
    m_rows[kRoughness]->setVisible(shapes);
    m_rows[kEdges]->setVisible(any({"rectangle", "diamond", "line", "arrow"}));
    m_rows[kFontSize]->setVisible(text);
    m_rows[kAlign]->setVisible(text);
}

void PropertyPanel::showFor(const QList<Element> &elements, ToolKind tool, const ToolStyle &style)
{
    QStringList types;
    for (const Element &element : elements)
        types.append(element.typeName());
    if (elements.isEmpty())
        types.append(elementTypeOf(tool));
    showRows(types);
    m_actions->setVisible(!elements.isEmpty());
    QList<ChoiceRow *> rows = m_rows.values();
    rows.append(m_penWidth);
    for (ChoiceRow *row : std::as_const(rows)) {
        if (elements.isEmpty()) {
            row->showValue(shownValue(style, row->field(), tool == ToolKind::Pen));
            continue;
        }
        QJsonValue common = shownValue(elements.first(), row->field());
        for (const Element &element : elements) {
            if (shownValue(element, row->field()) != common)
                common = QJsonValue(QJsonValue::Undefined);
        }
        row->showValue(common);
    }
    const QSignalBlocker blocker(m_opacity);
    m_opacity->setValue(int(elements.isEmpty() ? style.opacity : elements.first().style().opacity));
}

void PropertyPanel::fitInto(int height)
{
    m_column->activate();
    const QSize content = m_content->sizeHint();
    const int frame = 2 * (kShadow + 1);
    const bool scrolls = content.height() + frame > height;
    m_scroll->setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int bar = scrolls ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    resize(content.width() + frame + bar, std::min(height, content.height() + frame));
}
