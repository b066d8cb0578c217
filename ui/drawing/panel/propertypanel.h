#pragma once

#include "model/drawing/element.h"
#include "ui/drawing/panel/choicerow.h"
#include "ui/drawing/toolstyle.h"

class CanvasCommands;
class QSlider;
class QVBoxLayout;

/// Looks of what is selected, or of what is drawn next; shows only the rows that make sense.
class PropertyPanel : public Island
{
    Q_OBJECT

public:
    PropertyPanel(CanvasCommands &commands, QWidget *parent = nullptr);

    /// Shows the looks of `elements`, or of `tool` in `style` if there are none.
    void showFor(const QList<Element> &elements, ToolKind tool, const ToolStyle &style);

    /// Takes the height its rows need, at most `height`; then it scrolls.
    void fitInto(int height);

signals:
    void chosen(const QString &field, const QJsonValue &value);

private:
    ChoiceRow *addRow(const QString &title, const QString &field);
    void addColours();
    void addLines();
    void addText();
    void addOpacity();
    void addActions(CanvasCommands &commands);
    void showRows(const QStringList &types);

    class QScrollArea *m_scroll = nullptr;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    QHash<QString, ChoiceRow *> m_rows;
    ChoiceRow *m_penWidth = nullptr;
    QSlider *m_opacity = nullptr;
    QWidget *m_actions = nullptr;
};
