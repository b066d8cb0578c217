#pragma once

#include "ui/drawing/panel/canvasbutton.h"

#include <QJsonValue>

/// A titled row of buttons of which one is chosen: one field of an element.
class ChoiceRow : public QWidget
{
    Q_OBJECT

public:
    ChoiceRow(const QString &title, const QString &field, QWidget *parent = nullptr);

    const QString &field() const { return m_field; }

    void addGlyph(Glyph glyph, const QString &name, const QJsonValue &value);
    /// `css`: as stored; `name`: of the colour, for screen readers.
    void addColour(const QString &css, const QString &name);
    /// A last button that opens a colour dialog.
    void addMoreColours();

    /// Marks the button of `value`; none if several elements differ (undefined) or it has none.
    void showValue(const QJsonValue &value);
    /// Swatches as the canvas shows them.
    void showTheme();

signals:
    void chosen(const QString &field, const QJsonValue &value);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Option
    {
        CanvasButton *button;
        QJsonValue value;
    };

    CanvasButton *addButton(Glyph glyph, const QString &name, const QJsonValue &value);
    void chooseColour();

    QString m_field;
    QString m_title;
    QList<Option> m_options;
    CanvasButton *m_more = nullptr;
    QJsonValue m_value;
    class QHBoxLayout *m_row = nullptr;
};
