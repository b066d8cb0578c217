#pragma once

#include "ui/drawing/panel/glyphs.h"

#include <QAbstractButton>

#include <optional>

/// A flat square button with a glyph or a colour, a key hint in its corner, and a focus that shows.
class CanvasButton : public QAbstractButton
{
    Q_OBJECT

public:
    CanvasButton(Glyph glyph, const QString &name, QWidget *parent = nullptr);

    void setGlyph(Glyph glyph);
    void setKeyHint(const QString &key);
    void setSide(int side); ///< Width and height in pixels.

    /// Shows a colour instead of a glyph; a transparent one as a chequered field.
    void setSwatch(const QColor &colour);

    QSize sizeHint() const override { return {m_side, m_side}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintSwatch(QPainter &painter, const QRectF &area) const;

    Glyph m_glyph;
    QString m_keyHint;
    std::optional<QColor> m_swatch;
    int m_side = 36;
};

/// A rounded sheet that floats above the canvas.
class Island : public QWidget
{
    Q_OBJECT

public:
    explicit Island(QWidget *parent = nullptr);

    static constexpr int kShadow = 6; ///< Pixels around the sheet that belong to its shadow.

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override; ///< Not a stroke on the canvas below.
    void wheelEvent(QWheelEvent *event) override;
};
