#pragma once

#include "model/drawing/element.h"
#include "ui/drawing/canvasview.h"
#include "ui/drawing/drawingcolour.h"

#include <QTextEdit>
#include <QTimer>

/// Types into a text element, in its place and in its look; input methods work as in every text
/// field. Grows with the text.
class CanvasTextEditor : public QTextEdit
{
    Q_OBJECT

public:
    CanvasTextEditor(const Element &element, CanvasTheme theme, QWidget *parent);

    /// Lies over its element as `view` shows it.
    void place(const CanvasView &view);

    const Element &element() const { return m_element; } ///< With the text as typed so far.

signals:
    void paused(); ///< The person stopped typing for a moment.
    void finished(); ///< Esc, Ctrl+Return, or the focus went elsewhere.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void readText();
    void applyFormat();

    Element m_element;
    CanvasTheme m_theme;
    CanvasView m_view;
    QTimer m_pause;
};

/// `element` with `text`, and its box grown or shrunk to it in the direction of its alignment.
Element withText(const Element &element, const QString &text);
