#pragma once

#include "ui/drawing/panel/canvasbutton.h"
#include "ui/drawing/toolstyle.h"

#include <QHash>

/// The row of tools on top of the canvas; two rows where there is no room for one.
class ToolStrip : public Island
{
    Q_OBJECT

public:
    explicit ToolStrip(QWidget *parent = nullptr);

    void showTool(ToolKind tool);
    void showLock(bool locked);
    void setReadOnly(bool readOnly);

    /// Arranges the buttons for at most `width` pixels and takes its size.
    void fitInto(int width);

signals:
    void toolChosen(ToolKind tool);
    void lockChosen(bool locked);

private:
    CanvasButton *addTool(ToolKind tool, Glyph glyph, const QString &name, const QString &key);

    QList<CanvasButton *> m_buttons;
    QHash<ToolKind, CanvasButton *> m_tools;
    CanvasButton *m_lock = nullptr;
    class QGridLayout *m_grid = nullptr;
    int m_columns = 0;
};
