#include "ui/drawing/panel/viewbar.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QToolButton>
#include <QUndoStack>

#include <cmath>

namespace {

QString withKey(const QString &name, const QKeySequence &key)
{
    return ViewBar::tr("%1 (%2)", "command, key").arg(name, key.toString(QKeySequence::NativeText));
}

} // namespace

ViewBar::ViewBar(QUndoStack *undoStack, QWidget *parent)
    : Island(parent)
    , m_row(new QHBoxLayout(this))
{
    setAccessibleName(tr("Zoom and undo"));
    m_row->setContentsMargins(kShadow + 3, kShadow + 3, kShadow + 3, kShadow + 3);
    m_row->setSpacing(1);
    CanvasButton *out = addButton(Glyph::Minus, tr("Zoom out"));
    out->setToolTip(withKey(tr("Zoom out"), Qt::CTRL | Qt::Key_Minus));
    connect(out, &CanvasButton::clicked, this, &ViewBar::zoomOutChosen);
    m_zoom = new QToolButton(this);
    m_zoom->setAutoRaise(true);
    m_zoom->setMinimumWidth(52);
    m_zoom->setToolTip(withKey(tr("Show at 100 %"), Qt::CTRL | Qt::Key_0));
    m_zoom->setFocusPolicy(Qt::TabFocus);
    m_row->addWidget(m_zoom);
    connect(m_zoom, &QToolButton::clicked, this, &ViewBar::zoomResetChosen);
    CanvasButton *in = addButton(Glyph::Plus, tr("Zoom in"));
    in->setToolTip(withKey(tr("Zoom in"), Qt::CTRL | Qt::Key_Plus));
    connect(in, &CanvasButton::clicked, this, &ViewBar::zoomInChosen);
    CanvasButton *fit = addButton(Glyph::Fit, tr("Show everything"));
    fit->setToolTip(withKey(tr("Show everything"), Qt::SHIFT | Qt::Key_1));
    connect(fit, &CanvasButton::clicked, this, &ViewBar::fitChosen);
    m_row->addSpacing(6);
    m_undo = addButton(Glyph::Undo, tr("Undo"));
    m_redo = addButton(Glyph::Redo, tr("Redo"));
    connect(m_undo, &CanvasButton::clicked, undoStack, &QUndoStack::undo);
    connect(m_redo, &CanvasButton::clicked, undoStack, &QUndoStack::redo);
    connect(undoStack, &QUndoStack::canUndoChanged, m_undo, &CanvasButton::setEnabled);
    connect(undoStack, &QUndoStack::canRedoChanged, m_redo, &CanvasButton::setEnabled);
    connect(undoStack, &QUndoStack::undoTextChanged, this, [this](const QString &text) {
        m_undo->setToolTip(
            withKey(text.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(text), QKeySequence::Undo));
    });
    connect(undoStack, &QUndoStack::redoTextChanged, this, [this](const QString &text) {
        m_redo->setToolTip(
            withKey(text.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(text), QKeySequence::Redo));
    });
    m_undo->setEnabled(undoStack->canUndo());
    m_redo->setEnabled(undoStack->canRedo());
    m_back = new QToolButton(this);
    m_back->setText(tr("Back to the drawing"));
    m_back->setAutoRaise(true);
    m_back->hide();
    m_row->addWidget(m_back);
    connect(m_back, &QToolButton::clicked, this, &ViewBar::fitChosen);
    showZoom(1);
}

CanvasButton *ViewBar::addButton(Glyph glyph, const QString &name)
{
    auto *button = new CanvasButton(glyph, name, this);
    button->setSide(30);
    m_row->addWidget(button);
    return button;
}

void ViewBar::showZoom(double zoom)
{
    const QString percent = tr("%1 %", "zoom").arg(int(std::lround(zoom * 100)));
    m_zoom->setText(percent);
    m_zoom->setAccessibleName(tr("Zoom: %1. Show at 100 %").arg(percent));
}

void ViewBar::showBackToContent(bool needed)
{
    if (m_back->isVisibleTo(this) == needed)
        return;
    m_back->setVisible(needed);
    m_row->activate();
    adjustSize();
    emit sizeChanged();
}

void ViewBar::setReadOnly(bool readOnly)
{
    m_undo->setVisible(!readOnly);
    m_redo->setVisible(!readOnly);
    m_row->activate();
    adjustSize();
}
