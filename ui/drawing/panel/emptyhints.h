#pragma once

#include <QWidget>

/// What an empty canvas says: three hints, drawn by hand, that never take a click.
class EmptyHints : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyHints(QWidget *parent = nullptr);

    /// Below `strip` (the tools) and above `bar` (zoom), in the parent's pixels.
    void setNeighbours(const QRect &strip, const QRect &bar);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect m_strip;
    QRect m_bar;
};
