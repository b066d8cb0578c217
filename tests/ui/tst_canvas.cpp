#include "canvasfixture.h"
#include "ui/drawing/canvaspanel.h"
#include "ui/drawing/canvaswidget.h"

#include <QSignalSpy>
#include <QTest>

class TestCanvas : public QObject
{
    Q_OBJECT

private:
    CanvasWidget &canvas() { return *m_panel->canvas(); }
    QList<Element> shown() { return canvas().session().scene().shown(); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void drawRectangle(QPoint from, QPoint to);

    CountingRandom m_random;
    FixedClock m_clock;
    std::unique_ptr<CanvasPanel> m_panel;

private slots:
    void init();
    void cleanup();
    void mouseStrokeBecomesInk();
    void penStrokeKeepsPressure();
};

void TestCanvas::init()
{
    m_panel = std::make_unique<CanvasPanel>(m_random, m_clock);
    m_panel->resize(800, 600);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->setDrawing(QStringLiteral("d"), {}, {});
    canvas().setFocus();
}

void TestCanvas::cleanup()
{
    m_panel.reset();
}

void TestCanvas::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    QTest::mousePress(&canvas(), Qt::LeftButton, modifiers, from);
    for (int i = 1; i <= 5; ++i) {
        QMouseEvent move(QEvent::MouseMove,
                         from + (to - from) * i / 5,
                         canvas().mapToGlobal(from + (to - from) * i / 5),
                         Qt::NoButton,
                         Qt::LeftButton,
                         modifiers);
        QCoreApplication::sendEvent(&canvas(), &move);
    }
    QTest::mouseRelease(&canvas(), Qt::LeftButton, modifiers, to);
}

void TestCanvas::drawRectangle(QPoint from, QPoint to)
{
    QTest::keyClick(&canvas(), Qt::Key_R);
    drag(from, to);
}

void TestCanvas::mouseStrokeBecomesInk()
{
    QSignalSpy spy(m_panel.get(), &CanvasPanel::elementsChanged);
    QTest::keyClick(&canvas(), Qt::Key_P);
    drag({200, 200}, {300, 260});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(shown().size(), 1);
    const Element stroke = shown().first();
    QCOMPARE(stroke.type(), ElementType::Freedraw);
    QCOMPARE(stroke.points().size(), 6);
    QCOMPARE(stroke.value(QStringLiteral("simulatePressure")).toBool(), true);
    QVERIFY(stroke.pressures().isEmpty());
    QVERIFY(canvas().tool() == ToolKind::Pen);
}

void TestCanvas::penStrokeKeepsPressure()
{
    QTest::keyClick(&canvas(), Qt::Key_P);
    QVERIFY(sendPen(canvas(), QEvent::TabletPress, {100.5, 100.25}, 0.2));
    for (int i = 1; i < 10; ++i)
        QVERIFY(sendPen(canvas(), QEvent::TabletMove, {100.5 + i * 6, 100.25 + i}, 0.2 + i * 0.05));
    QVERIFY(sendPen(canvas(), QEvent::TabletRelease, {160, 110}, 0));
    QCOMPARE(shown().size(), 1);
    const Element stroke = shown().first();
    QCOMPARE(stroke.points().size(), 10);
    QCOMPARE(stroke.pressures().size(), 10);
    QCOMPARE(stroke.pressures().first(), 0.2);
    QCOMPARE(stroke.position(), QPointF(100.5, 100.25));
}

QTEST_MAIN(TestCanvas)
#include "tst_canvas.moc"
