// How long the canvas takes: pen event to wet ink, full repaints, opening. Prints one line a
// figure.
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "tests/ui/canvasfixture.h"
#include "ui/drawing/canvaspanel.h"
#include "ui/drawing/canvaswidget.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QPainter>
#include <QTextStream>

#include <algorithm>
#include <cmath>

namespace {

constexpr QSize kWindow(1920, 1080);

class Samples
{
public:
    template <typename Run>
    void take(Run run)
    {
        QElapsedTimer timer;
        timer.start();
        run();
        m_ms.append(double(timer.nsecsElapsed()) / 1e6);
    }
    void print(const QString &name)
    {
        std::sort(m_ms.begin(), m_ms.end());
        QTextStream(stdout) << QStringLiteral("%1: median %2 ms, 95 % %3 ms (%4 runs)\n")
                                   .arg(name)
                                   .arg(m_ms[m_ms.size() / 2], 0, 'f', 3)
                                   .arg(m_ms[m_ms.size() * 95 / 100], 0, 'f', 3)
                                   .arg(m_ms.size());
    }

private:
    QList<double> m_ms;
};

/// Strokes of 50 points and, every fifth, a shape, spread over a window's area.
QList<Element> drawing(int count, const EditContext &context)
{
    const QStringList types{
        QStringLiteral("rectangle"), QStringLiteral("ellipse"), QStringLiteral("arrow")};
    QList<Element> elements;
    for (int i = 0; i < count; ++i) {
        const double x = context.random.fraction() * 1800;
        const double y = context.random.fraction() * 1000;
        ElementFields fields{{QStringLiteral("x"), x},
                             {QStringLiteral("y"), y},
                             {QStringLiteral("width"), 80},
                             {QStringLiteral("height"), 50}};
        QString type = types[i / 5 % 3];
        QJsonArray points;
        if (i % 5 != 0) {
            type = QStringLiteral("freedraw");
            const double phase = context.random.fraction() * 6;
            for (int k = 0; k < 50; ++k)
                points.append(QJsonArray{k * 2, 12 * std::sin(phase + k / 5.0)});
            fields.insert(QStringLiteral("strokeWidth"), 1);
        } else if (type == QLatin1String("arrow")) {
            points = {QJsonArray{0, 0}, QJsonArray{80, 40}};
        }
        if (!points.isEmpty())
            fields.insert(QStringLiteral("points"), points);
        elements.append(newElement(type, fields, context));
    }
    return elements;
}

void measureWetInk(CanvasWidget &canvas, int points)
{
    canvas.setTool(ToolKind::Pen);
    canvas.grab();
    QImage screen(kWindow, QImage::Format_RGB32);
    sendPen(canvas, QEvent::TabletPress, {200, 500}, 0.5);
    Samples samples;
    for (int i = 1; i <= points; ++i) {
        const QPointF at(200 + (i * 3) % 1500, 500 + 200 * std::sin(i / 30.0));
        const QPointF before(200 + ((i - 1) * 3) % 1500, 500 + 200 * std::sin((i - 1) / 30.0));
        const QRect dirty =
            QRectF(before, at).normalized().adjusted(-50, -50, 50, 50).toAlignedRect()
            & canvas.rect();
        samples.take([&] {
            sendPen(canvas, QEvent::TabletMove, at, 0.3 + 0.4 * std::abs(std::sin(i / 20.0)));
            canvas.render(&screen, dirty.topLeft(), dirty, QWidget::RenderFlags());
        });
    }
    sendPen(canvas, QEvent::TabletRelease, {300, 500}, 0);
    samples.print(QStringLiteral("pen event to wet ink, stroke of %1 points").arg(points));
}

void measureScene(int count)
{
    SeededRandom random(7);
    const FakeClock clock;
    CanvasPanel panel(random, clock);
    panel.resize(kWindow);
    panel.show();
    CanvasWidget &canvas = *panel.canvas();
    const QList<Element> elements = drawing(count, {random, clock});
    QList<QJsonObject> stored;
    for (const Element &element : elements)
        stored.append(element.toJson());
    Samples open;
    open.take([&] {
        QList<Element> parsed;
        for (const QJsonObject &json : stored)
            parsed.append(Element::fromJson(json));
        panel.setDrawing(QStringLiteral("bench"), parsed, {});
    });
    open.print(QStringLiteral("open %1 elements").arg(count));
    Samples first;
    first.take([&] { canvas.completePainting(); });
    first.print(QStringLiteral("first full paint, %1 elements").arg(count));
    Samples full;
    for (int i = 0; i < (count > 5000 ? 5 : 15); ++i) {
        canvas.session().areaChanged(QRectF(-1e5, -1e5, 2e5, 2e5));
        full.take([&] { canvas.completePainting(); });
    }
    full.print(QStringLiteral("full repaint, %1 elements").arg(count));
    Samples blit;
    QImage screen(kWindow, QImage::Format_RGB32);
    for (int i = 0; i < 30; ++i)
        blit.take([&] { canvas.render(&screen); });
    blit.print(QStringLiteral("frame from tiles, %1 elements").arg(count));
    Samples pan;
    for (int i = 0; i < 40; ++i) {
        canvas.panBy({-11, -7});
        pan.take([&] { canvas.render(&screen); });
    }
    pan.print(QStringLiteral("frame while panning, %1 elements").arg(count));
    measureWetInk(canvas, 300);
    measureWetInk(canvas, 3000);
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    for (const int count : {0, 1000, 10'000})
        measureScene(count);
    return 0;
}
