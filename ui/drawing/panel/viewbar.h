#pragma once

#include "ui/drawing/panel/canvasbutton.h"

class QUndoStack;

/// Zoom, undo and the way back to what is drawn, at the bottom of the canvas.
class ViewBar : public Island
{
    Q_OBJECT

public:
    explicit ViewBar(QUndoStack *undoStack, QWidget *parent = nullptr);

    void showZoom(double zoom);
    void showBackToContent(bool needed);
    void setReadOnly(bool readOnly);

signals:
    void zoomInChosen();
    void zoomOutChosen();
    void zoomResetChosen();
    void fitChosen();
    void sizeChanged();

private:
    CanvasButton *addButton(Glyph glyph, const QString &name);

    class QHBoxLayout *m_row = nullptr;
    class QToolButton *m_zoom = nullptr;
    class QToolButton *m_back = nullptr;
    CanvasButton *m_undo = nullptr;
    CanvasButton *m_redo = nullptr;
};
