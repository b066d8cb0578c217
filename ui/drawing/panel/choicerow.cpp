#include "ui/drawing/panel/choicerow.h"

#include "ui/drawing/drawingcolour.h"
#include "ui/theme.h"

#include <QColorDialog>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace {

constexpr int kButtonSide = 30;

} // namespace

ChoiceRow::ChoiceRow(const QString &title, const QString &field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_title(title)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *label = new QLabel(title, this);
    QFont small = label->font();
    small.setPixelSize(12);
    label->setFont(small);
    label->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(label);
    m_row = new QHBoxLayout;
    m_row->setSpacing(2);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->addStretch();
    column->addLayout(m_row);
}

CanvasButton *ChoiceRow::addButton(Glyph glyph, const QString &name, const QJsonValue &value)
{
    auto *button =
        new CanvasButton(glyph, tr("%1: %2", "property: value").arg(m_title, name), this);
    button->setToolTip(name);
    button->setSide(kButtonSide);
    button->setCheckable(true);
    m_row->insertWidget(m_row->count() - 1, button);
    m_options.append({button, value});
    connect(button, &CanvasButton::clicked, this, [this, value] {
        showValue(value);
        emit chosen(m_field, value);
    });
    return button;
}

void ChoiceRow::addGlyph(Glyph glyph, const QString &name, const QJsonValue &value)
{
    addButton(glyph, name, value);
}

void ChoiceRow::addColour(const QString &css, const QString &name)
{
    addButton(Glyph::None, name, css);
    showTheme();
}

void ChoiceRow::addMoreColours()
{
    m_more = new CanvasButton(Glyph::MoreColours, tr("%1: other colour").arg(m_title), this);
    m_more->setToolTip(tr("Other colour…"));
    m_more->setSide(kButtonSide);
    m_row->insertWidget(m_row->count() - 1, m_more);
    connect(m_more, &CanvasButton::clicked, this, &ChoiceRow::chooseColour);
}

void ChoiceRow::chooseColour()
{
    auto *dialog = new QColorDialog(QColor(m_value.toString()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(m_title);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &colour) {
        showValue(colour.name());
        emit chosen(m_field, colour.name());
    });
    dialog->open();
}

void ChoiceRow::showValue(const QJsonValue &value)
{
    m_value = value;
    for (const Option &option : std::as_const(m_options))
        option.button->setChecked(option.value == value);
}

void ChoiceRow::showTheme()
{
    const CanvasTheme theme = Theme::isDark(palette()) ? CanvasTheme::Dark : CanvasTheme::Light;
    for (const Option &option : std::as_const(m_options)) {
        if (option.value.isString() && m_field.endsWith(QLatin1String("Color")))
            option.button->setSwatch(shownColour(option.value.toString(), theme));
    }
}

void ChoiceRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showTheme();
}
