#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "tests/ui/canvasfixture.h"
#include "ui/drawing/canvaspanel.h"
#include "ui/drawing/canvaswidget.h"
#include "ui/drawing/panel/emptyhints.h"
#include "ui/drawing/panel/propertypanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMimeData>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QTextEdit>
#include <QUndoStack>

#include <cmath>

class TestCanvas : public QObject
{
    Q_OBJECT

private:
    CanvasWidget &canvas() { return *m_panel->canvas(); }
    QList<Element> shown() { return canvas().session().scene().shown(); }
    void drag(QPoint from,
              QPoint to,
              Qt::KeyboardModifiers modifiers = Qt::NoModifier,
              Qt::MouseButton button = Qt::LeftButton);
    void moveMouse(QPoint to,
                   Qt::KeyboardModifiers modifiers = Qt::NoModifier,
                   Qt::MouseButton button = Qt::LeftButton);
    void drawRectangle(QPoint from, QPoint to);

    SeededRandom m_random{1};
    FakeClock m_clock;
    std::unique_ptr<CanvasPanel> m_panel;

    const Element *selected();
    QWidget *editor();

private slots:
    void init();
    void cleanup();
    void mouseStrokeBecomesInk();
    void penStrokeKeepsPressure();
    void penWithoutSensorIsSimulated();
    void penIgnoresTheMouseThatQtMakesOfIt();
    void penOutOfReachEndsTheStroke();
    void eraserEndErases();
    void eraserDeletesOnReleaseOnly();
    void escapeTakesAShapeBack();
    void shiftMakesASquare();
    void toolGoesBackUnlessLocked();
    void keysChooseTools_data();
    void keysChooseTools();
    void draggingMovesAsOneStep();
    void handlesResize();
    void handleTurns();
    void rubberBandTakesWhatItHolds();
    void shiftClickAddsAndRemoves();
    void arrowKeysNudgeAsOneStep();
    void deleteAndUndoByKeys();
    void duplicateByKey();
    void copiesGoThroughTheClipboard();
    void pastedPictureBecomesAnImage();
    void groupedElementsAreSelectedTogether();
    void orderKeysFollowCommands();
    void typingMakesText();
    void inputMethodTextArrives();
    void emptiedTextIsDeleted();
    void doubleClickEditsText();
    void remoteChangeWhileDrawing();
    void remoteDeletionLeavesSelection();
    void wheelZoomsToThePointer();
    void zoomKeysAndLimits();
    void spaceAndMiddleButtonPan();
    void fitShowsEverything();
    void viewStateRoundTrip();
    void readOnlyChangesNothing();
    void hintsVanishWithTheFirstStroke();
    void everyButtonHasAName();
    void propertiesChangeTheSelection();
    void inkIsShownBeforeTheRelease();
    void tilesShowWhatChanged();
    void leavingTheDrawingKeepsTypedText();
};

void TestCanvas::init()
{
    m_panel = std::make_unique<CanvasPanel>(m_random, m_clock);
    m_panel->resize(800, 600);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_panel->setDrawing(QStringLiteral("d"), {}, {});
    canvas().setFocus();
}

void TestCanvas::cleanup()
{
    m_panel.reset();
}

void TestCanvas::drag(QPoint from,
                      QPoint to,
                      Qt::KeyboardModifiers modifiers,
                      Qt::MouseButton button)
{
    QTest::mousePress(&canvas(), button, modifiers, from);
    for (int i = 1; i <= 5; ++i)
        moveMouse(from + (to - from) * i / 5, modifiers, button);
    QTest::mouseRelease(&canvas(), button, modifiers, to);
}

void TestCanvas::moveMouse(QPoint to, Qt::KeyboardModifiers modifiers, Qt::MouseButton button)
{
    QMouseEvent move(
        QEvent::MouseMove, to, canvas().mapToGlobal(to), Qt::NoButton, button, modifiers);
    QCoreApplication::sendEvent(&canvas(), &move);
}

void TestCanvas::drawRectangle(QPoint from, QPoint to)
{
    QTest::keyClick(&canvas(), Qt::Key_R);
    drag(from, to);
}

/// The one being typed into; a closed one may still wait for its end.
QWidget *TestCanvas::editor()
{
    for (QTextEdit *candidate : canvas().findChildren<QTextEdit *>()) {
        if (candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

const Element *TestCanvas::selected()
{
    const QStringList ids = canvas().selection();
    return ids.size() == 1 ? canvas().session().scene().find(ids.first()) : nullptr;
}

void TestCanvas::mouseStrokeBecomesInk()
{
    QSignalSpy spy(m_panel.get(), &CanvasPanel::elementsChanged);
    QTest::keyClick(&canvas(), Qt::Key_P);
    drag({400, 200}, {500, 260});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(shown().size(), 1);
    const Element stroke = shown().first();
    QCOMPARE(stroke.type(), ElementType::Freedraw);
    QCOMPARE(stroke.points().size(), 6);
    QCOMPARE(stroke.value(QStringLiteral("simulatePressure")).toBool(), true);
    QVERIFY(stroke.pressures().isEmpty());
    QCOMPARE(canvas().tool(), ToolKind::Pen);
}

void TestCanvas::penStrokeKeepsPressure()
{
    QTest::keyClick(&canvas(), Qt::Key_P);
    QVERIFY(sendPen(canvas(), QEvent::TabletPress, {400.5, 100.25}, 0.2));
    for (int i = 1; i < 10; ++i)
        QVERIFY(sendPen(canvas(), QEvent::TabletMove, {400.5 + i * 6, 100.25 + i}, 0.2 + i * 0.05));
    QVERIFY(sendPen(canvas(), QEvent::TabletRelease, {460, 110}, 0));
    QCOMPARE(shown().size(), 1);
    const Element stroke = shown().first();
    QCOMPARE(stroke.points().size(), 10);
    QCOMPARE(stroke.pressures().size(), 10);
    QCOMPARE(stroke.pressures().first(), 0.2);
    QCOMPARE(stroke.position(), QPointF(400.5, 100.25));
    QCOMPARE(stroke.value(QStringLiteral("simulatePressure")).toBool(), false);
}

void TestCanvas::penWithoutSensorIsSimulated()
{
    QTest::keyClick(&canvas(), Qt::Key_P);
    sendPen(canvas(), QEvent::TabletPress, {400, 100}, 0.5);
    for (int i = 1; i < 5; ++i)
        sendPen(canvas(), QEvent::TabletMove, {400.0 + i * 8, 100}, 0.5);
    sendPen(canvas(), QEvent::TabletRelease, {440, 100}, 0);
    QCOMPARE(shown().size(), 1);
    QVERIFY(shown().first().pressures().isEmpty());
    QCOMPARE(shown().first().value(QStringLiteral("simulatePressure")).toBool(), true);
}

void TestCanvas::penIgnoresTheMouseThatQtMakesOfIt()
{
    QTest::keyClick(&canvas(), Qt::Key_P);
    sendPen(canvas(), QEvent::TabletPress, {400, 100}, 0.4);
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, {100, 500});
    moveMouse({120, 500});
    sendPen(canvas(), QEvent::TabletMove, {440, 100}, 0.6);
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, {120, 500});
    sendPen(canvas(), QEvent::TabletMove, {480, 120}, 0.6);
    sendPen(canvas(), QEvent::TabletRelease, {480, 120}, 0);
    QCOMPARE(shown().size(), 1);
    QCOMPARE(shown().first().box(), QRectF(400, 100, 80, 20));
}

void TestCanvas::penOutOfReachEndsTheStroke()
{
    QTest::keyClick(&canvas(), Qt::Key_P);
    sendPen(canvas(), QEvent::TabletPress, {400, 100}, 0.4);
    sendPen(canvas(), QEvent::TabletMove, {440, 100}, 0.6);
    QTabletEvent leave(QEvent::TabletLeaveProximity,
                       &testPen(QPointingDevice::PointerType::Pen),
                       {},
                       {},
                       0,
                       0,
                       0,
                       0,
                       0,
                       0,
                       Qt::NoModifier,
                       Qt::NoButton,
                       Qt::NoButton);
    QCoreApplication::sendEvent(qApp, &leave);
    QCOMPARE(shown().size(), 1);
    moveMouse({600, 400});
    drag({500, 300}, {520, 300});
    QCOMPARE(shown().size(), 2);
}

void TestCanvas::eraserEndErases()
{
    drawRectangle({400, 200}, {500, 300});
    QTest::keyClick(&canvas(), Qt::Key_P);
    const auto eraser = QPointingDevice::PointerType::Eraser;
    sendPen(canvas(), QEvent::TabletPress, {380, 250}, 0.4, eraser);
    sendPen(canvas(), QEvent::TabletMove, {420, 250}, 0.4, eraser);
    sendPen(canvas(), QEvent::TabletRelease, {420, 250}, 0, eraser);
    QVERIFY(shown().isEmpty());
    QCOMPARE(canvas().tool(), ToolKind::Pen);
}

void TestCanvas::eraserDeletesOnReleaseOnly()
{
    drawRectangle({400, 200}, {500, 300});
    QTest::keyClick(&canvas(), Qt::Key_E);
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, {380, 250});
    moveMouse({420, 250});
    QCOMPARE(shown().size(), 1);
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, {420, 250});
    QCOMPARE(shown().size(), 1);
    QSignalSpy spy(m_panel.get(), &CanvasPanel::elementsChanged);
    drag({380, 250}, {420, 250});
    QVERIFY(shown().isEmpty());
    QCOMPARE(spy.size(), 1);
    QVERIFY(spy.first().first().value<QList<Element>>().first().isDeleted());
}

void TestCanvas::escapeTakesAShapeBack()
{
    QTest::keyClick(&canvas(), Qt::Key_O);
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, {400, 200});
    moveMouse({480, 260});
    QCOMPARE(shown().size(), 1);
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    QVERIFY(shown().isEmpty());
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, {480, 260});
    QVERIFY(shown().isEmpty());
    QCOMPARE(m_panel->undoStack()->count(), 0);
}

void TestCanvas::shiftMakesASquare()
{
    QTest::keyClick(&canvas(), Qt::Key_R);
    drag({400, 200}, {500, 240}, Qt::ShiftModifier);
    QCOMPARE(shown().first().box(), QRectF(400, 200, 100, 100));
}

void TestCanvas::toolGoesBackUnlessLocked()
{
    drawRectangle({400, 200}, {500, 300});
    QCOMPARE(canvas().tool(), ToolKind::Select);
    QVERIFY(selected());
    QTest::keyClick(&canvas(), Qt::Key_Q);
    drawRectangle({400, 350}, {500, 400});
    QCOMPARE(canvas().tool(), ToolKind::Rectangle);
    QVERIFY(canvas().isToolLocked());
}

void TestCanvas::keysChooseTools_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<ToolKind>("tool");
    QTest::newRow("V") << int(Qt::Key_V) << ToolKind::Select;
    QTest::newRow("H") << int(Qt::Key_H) << ToolKind::Hand;
    QTest::newRow("R") << int(Qt::Key_R) << ToolKind::Rectangle;
    QTest::newRow("3") << int(Qt::Key_3) << ToolKind::Diamond;
    QTest::newRow("O") << int(Qt::Key_O) << ToolKind::Ellipse;
    QTest::newRow("5") << int(Qt::Key_5) << ToolKind::Arrow;
    QTest::newRow("L") << int(Qt::Key_L) << ToolKind::Line;
    QTest::newRow("P") << int(Qt::Key_P) << ToolKind::Pen;
    QTest::newRow("T") << int(Qt::Key_T) << ToolKind::Text;
    QTest::newRow("0") << int(Qt::Key_0) << ToolKind::Eraser;
}

void TestCanvas::keysChooseTools()
{
    QFETCH(int, key);
    QFETCH(ToolKind, tool);
    canvas().setTool(tool == ToolKind::Pen ? ToolKind::Line : ToolKind::Pen);
    QTest::keyClick(&canvas(), Qt::Key(key));
    QCOMPARE(canvas().tool(), tool);
}

void TestCanvas::draggingMovesAsOneStep()
{
    drawRectangle({400, 200}, {500, 300});
    const int steps = m_panel->undoStack()->count();
    QSignalSpy spy(m_panel.get(), &CanvasPanel::elementsChanged);
    drag({400, 240}, {430, 260});
    QCOMPARE(shown().first().box(), QRectF(430, 220, 100, 100));
    QCOMPARE(m_panel->undoStack()->count(), steps + 1);
    QCOMPARE(spy.size(), 1);
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown().first().box(), QRectF(400, 200, 100, 100));
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown().first().box(), QRectF(430, 220, 100, 100));
}

void TestCanvas::handlesResize()
{
    drawRectangle({400, 200}, {500, 300});
    drag({505, 305}, {555, 325});
    const QRectF box = shown().first().box();
    QCOMPARE(box.topLeft(), QPointF(400, 200));
    QVERIFY(qAbs(box.width() - 155) < 1 && qAbs(box.height() - 125) < 1);
    drag(QPoint(int(box.right()) + 5, int(box.bottom()) + 5), {700, 350}, Qt::ShiftModifier);
    const QRectF kept = shown().first().box();
    QVERIFY(qAbs(kept.width() / kept.height() - box.width() / box.height()) < 0.01);
}

void TestCanvas::handleTurns()
{
    drawRectangle({400, 200}, {500, 300});
    drag({450, 173}, {560, 250}, Qt::ShiftModifier);
    QCOMPARE(shown().first().angle(), M_PI / 2);
    QCOMPARE(shown().first().box(), QRectF(400, 200, 100, 100));
}

void TestCanvas::rubberBandTakesWhatItHolds()
{
    drawRectangle({400, 200}, {450, 250});
    drawRectangle({500, 200}, {550, 250});
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    drag({380, 180}, {470, 280});
    QCOMPARE(canvas().selection().size(), 1);
    drag({380, 180}, {520, 280});
    QCOMPARE(canvas().selection().size(), 1);
    drag({380, 180}, {520, 280}, Qt::AltModifier);
    QCOMPARE(canvas().selection().size(), 2);
    QTest::keyClick(&canvas(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(canvas().selection().size(), 2);
}

void TestCanvas::shiftClickAddsAndRemoves()
{
    drawRectangle({400, 200}, {450, 250});
    drawRectangle({500, 200}, {550, 250});
    QTest::mouseClick(&canvas(), Qt::LeftButton, Qt::ShiftModifier, {400, 225});
    QCOMPARE(canvas().selection().size(), 2);
    QTest::mouseClick(&canvas(), Qt::LeftButton, Qt::ShiftModifier, {500, 225});
    QCOMPARE(canvas().selection().size(), 1);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {700, 500});
    QVERIFY(canvas().selection().isEmpty());
}

void TestCanvas::arrowKeysNudgeAsOneStep()
{
    drawRectangle({400, 200}, {500, 300});
    const int steps = m_panel->undoStack()->count();
    QTest::keyClick(&canvas(), Qt::Key_Right);
    QTest::keyClick(&canvas(), Qt::Key_Right);
    QTest::keyClick(&canvas(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(shown().first().box().topLeft(), QPointF(402, 210));
    QCOMPARE(m_panel->undoStack()->count(), steps + 1);
}

void TestCanvas::deleteAndUndoByKeys()
{
    drawRectangle({400, 200}, {500, 300});
    QTest::keyClick(&canvas(), Qt::Key_Delete);
    QVERIFY(m_panel->isEmpty());
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!m_panel->isEmpty());
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_panel->isEmpty());
}

void TestCanvas::duplicateByKey()
{
    drawRectangle({400, 200}, {500, 300});
    const QString original = canvas().selection().first();
    QTest::keyClick(&canvas(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(shown().size(), 2);
    QVERIFY(selected());
    QVERIFY(selected()->id() != original);
    QCOMPARE(selected()->box(), QRectF(410, 210, 100, 100));
    QVERIFY(shown().last().orderKey() > shown().first().orderKey());
}

void TestCanvas::copiesGoThroughTheClipboard()
{
    drawRectangle({400, 200}, {500, 300});
    QTest::keyClick(&canvas(), Qt::Key_C, Qt::ControlModifier);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data->hasFormat(QStringLiteral("application/vnd.excalidraw.clipboard+json")));
    const QJsonObject json = QJsonDocument::fromJson(data->text().toUtf8()).object();
    QCOMPARE(json.value(QStringLiteral("type")).toString(), QStringLiteral("excalidraw/clipboard"));
    QCOMPARE(json.value(QStringLiteral("elements")).toArray().size(), 1);
    QTest::keyClick(&canvas(), Qt::Key_X, Qt::ControlModifier);
    QVERIFY(shown().isEmpty());
    QTest::keyClick(&canvas(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(shown().size(), 1);
    QCOMPARE(shown().first().box().size(), QSizeF(100, 100));
    QVERIFY(shown().first().id()
            != json.value(QStringLiteral("elements"))
                   .toArray()
                   .first()
                   .toObject()
                   .value(QStringLiteral("id"))
                   .toString());
}

void TestCanvas::pastedPictureBecomesAnImage()
{
    QImage picture(40, 20, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(picture);
    QSignalSpy files(m_panel.get(), &CanvasPanel::filesAdded);
    QTest::keyClick(&canvas(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(files.size(), 1);
    QCOMPARE(shown().size(), 1);
    QCOMPARE(shown().first().type(), ElementType::Image);
    QCOMPARE(shown().first().string(QStringLiteral("fileId")), files.first().first().toString());
    QCOMPARE(files.first().first().toString().size(), 40);
    QCOMPARE(shown().first().box().size(), QSizeF(40, 20));
}

void TestCanvas::groupedElementsAreSelectedTogether()
{
    drawRectangle({400, 200}, {450, 250});
    drawRectangle({500, 200}, {550, 250});
    QTest::keyClick(&canvas(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&canvas(), Qt::Key_G, Qt::ControlModifier);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {700, 500});
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {400, 225});
    QCOMPARE(canvas().selection().size(), 2);
}

void TestCanvas::orderKeysFollowCommands()
{
    drawRectangle({400, 200}, {450, 250});
    const QString first = canvas().selection().first();
    drawRectangle({500, 200}, {550, 250});
    const QString second = canvas().selection().first();
    QTest::keyClick(&canvas(), Qt::Key_BracketLeft, Qt::ControlModifier);
    QCOMPARE(shown().first().id(), second);
    QTest::keyClick(&canvas(), Qt::Key_BracketRight, Qt::ControlModifier);
    QCOMPARE(shown().first().id(), first);
}

void TestCanvas::typingMakesText()
{
    QSignalSpy spy(m_panel.get(), &CanvasPanel::elementsChanged);
    QTest::keyClick(&canvas(), Qt::Key_T);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {400, 300});
    QVERIFY(editor());
    QTest::keyClicks(editor(), QStringLiteral("Two"));
    QTest::keyClick(editor(), Qt::Key_Return);
    QTest::keyClicks(editor(), QStringLiteral("lines"));
    QTRY_VERIFY(spy.size() >= 1);
    QCOMPARE(shown().size(), 1);
    QTest::keyClicks(editor(), QStringLiteral("!"));
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(!canvas().isEditingText());
    QCOMPARE(shown().size(), 1);
    const Element text = shown().first();
    QCOMPARE(text.text().text, QStringLiteral("Two\nlines!"));
    QCOMPARE(text.string(QStringLiteral("originalText")), QStringLiteral("Two\nlines!"));
    QCOMPARE(text.box().height(), 50.0);
    QVERIFY(text.box().width() > 30);
    QCOMPARE(m_panel->undoStack()->count(), 1);
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(shown().isEmpty());
}

void TestCanvas::inputMethodTextArrives()
{
    QTest::keyClick(&canvas(), Qt::Key_T);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {400, 300});
    QInputMethodEvent preedit(QStringLiteral("\u306b\u307b"), {});
    QCoreApplication::sendEvent(editor(), &preedit);
    QVERIFY(shown().isEmpty());
    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("\u65e5\u672c"));
    QCoreApplication::sendEvent(editor(), &commit);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {700, 500});
    QVERIFY(!shown().isEmpty());
    QCOMPARE(shown().first().text().text, QStringLiteral("\u65e5\u672c"));
}

void TestCanvas::emptiedTextIsDeleted()
{
    QTest::keyClick(&canvas(), Qt::Key_T);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {400, 300});
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(shown().isEmpty());
    QCOMPARE(m_panel->undoStack()->count(), 0);
    QTest::keyClick(&canvas(), Qt::Key_T);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {400, 300});
    QTest::keyClicks(editor(), QStringLiteral("gone"));
    QTest::keyClick(editor(), Qt::Key_Escape);
    QCOMPARE(shown().size(), 1);
    canvas().editText(shown().first().id());
    QTest::keyClick(editor(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(editor(), Qt::Key_Delete);
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(shown().isEmpty());
}

void TestCanvas::doubleClickEditsText()
{
    QTest::keyClick(&canvas(), Qt::Key_T);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {400, 300});
    QTest::keyClicks(editor(), QStringLiteral("word"));
    QTest::keyClick(editor(), Qt::Key_Escape);
    QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, {410, 300});
    QVERIFY(canvas().isEditingText());
    QTest::keyClicks(editor(), QStringLiteral("s"));
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {700, 500});
    QCOMPARE(shown().first().text().text, QStringLiteral("words"));
    QCOMPARE(shown().first().position(), QPointF(400, 287.5));
}

void TestCanvas::remoteChangeWhileDrawing()
{
    drawRectangle({400, 200}, {500, 300});
    const Element rectangle = shown().first();
    QTest::keyClick(&canvas(), Qt::Key_P);
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, {200, 500});
    moveMouse({240, 510});
    const Element other = newElement(QStringLiteral("ellipse"),
                                     {{QStringLiteral("x"), 600},
                                      {QStringLiteral("y"), 300},
                                      {QStringLiteral("width"), 50},
                                      {QStringLiteral("height"), 50},
                                      {QStringLiteral("index"), QStringLiteral("a5")}},
                                     canvas().session().context());
    m_panel->applyRemote({other, rectangle.with({{QStringLiteral("x"), 450}})});
    moveMouse({280, 520});
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, {280, 520});
    QCOMPARE(shown().size(), 3);
    QCOMPARE(canvas().session().scene().find(rectangle.id())->box().x(), 450.0);
    const Element stroke = shown().last();
    QCOMPARE(stroke.type(), ElementType::Freedraw);
    QCOMPARE(stroke.box(), QRectF(200, 500, 80, 20));
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown().size(), 2);
}

void TestCanvas::remoteDeletionLeavesSelection()
{
    drawRectangle({400, 200}, {500, 300});
    QVERIFY(selected());
    m_panel->applyRemote({shown().first().with({{QStringLiteral("isDeleted"), true}})});
    QVERIFY(canvas().selection().isEmpty());
    QVERIFY(m_panel->isEmpty());
}

void TestCanvas::wheelZoomsToThePointer()
{
    const QPointF at(300, 400);
    const QPointF under = canvas().view().toScene(at);
    QWheelEvent zoom(at,
                     canvas().mapToGlobal(at),
                     {},
                     {0, 120},
                     Qt::NoButton,
                     Qt::ControlModifier,
                     Qt::NoScrollPhase,
                     false);
    QCoreApplication::sendEvent(&canvas(), &zoom);
    QVERIFY(canvas().view().zoom() > 1.1);
    const QPointF now = canvas().view().toScene(at);
    QVERIFY(qAbs(now.x() - under.x()) < 1 && qAbs(now.y() - under.y()) < 1);
    const QPointF before = canvas().view().origin();
    QWheelEvent scroll(at,
                       canvas().mapToGlobal(at),
                       {},
                       {0, -120},
                       Qt::NoButton,
                       Qt::NoModifier,
                       Qt::NoScrollPhase,
                       false);
    QCoreApplication::sendEvent(&canvas(), &scroll);
    QVERIFY(canvas().view().origin().y() > before.y());
    QCOMPARE(canvas().view().origin().x(), before.x());
}

void TestCanvas::zoomKeysAndLimits()
{
    QTest::keyClick(&canvas(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(canvas().view().zoom() > 1.05);
    QTest::keyClick(&canvas(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(canvas().view().zoom(), 1.0);
    canvas().zoomTo(1000);
    QCOMPARE(canvas().view().zoom(), 30.0);
    canvas().zoomTo(0.0001);
    QCOMPARE(canvas().view().zoom(), 0.1);
}

void TestCanvas::spaceAndMiddleButtonPan()
{
    QTest::keyClick(&canvas(), Qt::Key_R);
    QTest::keyPress(&canvas(), Qt::Key_Space);
    drag({400, 300}, {450, 320});
    QTest::keyRelease(&canvas(), Qt::Key_Space);
    QCOMPARE(canvas().view().origin(), QPointF(-50, -20));
    drag({400, 300}, {450, 320}, Qt::NoModifier, Qt::MiddleButton);
    QCOMPARE(canvas().view().origin(), QPointF(-100, -40));
    QVERIFY(shown().isEmpty());
    QCOMPARE(canvas().tool(), ToolKind::Rectangle);
}

void TestCanvas::fitShowsEverything()
{
    drawRectangle({400, 200}, {500, 300});
    canvas().panBy({5000, 5000});
    QVERIFY(!canvas().isContentVisible());
    QTest::keyClick(&canvas(), Qt::Key_1, Qt::ShiftModifier);
    QVERIFY(canvas().isContentVisible());
    canvas().zoomTo(3);
    QTest::keyClick(&canvas(), Qt::Key_2, Qt::ShiftModifier);
    QCOMPARE(canvas().view().zoom(), 4.0);
}

void TestCanvas::viewStateRoundTrip()
{
    canvas().zoomTo(2);
    canvas().panBy({-30, 44});
    const QJsonObject state = m_panel->viewState();
    m_panel->setDrawing(QStringLiteral("other"), {}, {});
    m_panel->setViewState({});
    QVERIFY(m_panel->viewState() != state);
    m_panel->setViewState(state);
    QCOMPARE(m_panel->viewState(), state);
    m_panel->setViewState({{QStringLiteral("x"), 1e300}, {QStringLiteral("zoom"), -4}});
    QCOMPARE(canvas().view().zoom(), 0.1);
    QCOMPARE(canvas().view().origin().x(), 0.0);
}

void TestCanvas::readOnlyChangesNothing()
{
    drawRectangle({400, 200}, {500, 300});
    m_panel->setReadOnly(true);
    QSignalSpy spy(m_panel.get(), &CanvasPanel::elementsChanged);
    drag({400, 240}, {450, 260});
    QTest::keyClick(&canvas(), Qt::Key_Delete);
    QTest::keyClick(&canvas(), Qt::Key_Right);
    drawRectangle({100, 400}, {150, 450});
    QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, {600, 500});
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(spy.size(), 0);
    QCOMPARE(shown().size(), 1);
    QCOMPARE(shown().first().box(), QRectF(400, 200, 100, 100));
}

void TestCanvas::hintsVanishWithTheFirstStroke()
{
    auto *hints = m_panel->findChild<EmptyHints *>();
    QVERIFY(hints->isVisible());
    QTest::keyClick(&canvas(), Qt::Key_P);
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, {400, 300});
    QVERIFY(!hints->isVisible());
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, {440, 320});
    QVERIFY(!hints->isVisible());
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(hints->isVisible());
}

void TestCanvas::everyButtonHasAName()
{
    int count = 0;
    for (const QAbstractButton *button : m_panel->findChildren<QAbstractButton *>()) {
        QVERIFY(!button->accessibleName().isEmpty() || !button->text().isEmpty());
        ++count;
    }
    QVERIFY(count > 40);
    for (const QSlider *slider : m_panel->findChildren<QSlider *>())
        QVERIFY(!slider->accessibleName().isEmpty());
}

void TestCanvas::propertiesChangeTheSelection()
{
    drawRectangle({400, 200}, {500, 300});
    auto *properties = m_panel->findChild<PropertyPanel *>();
    QVERIFY(properties->isVisible());
    QAbstractButton *red = nullptr;
    for (QAbstractButton *button : properties->findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == QStringLiteral("Stroke: red"))
            red = button;
    }
    QVERIFY(red);
    const int steps = m_panel->undoStack()->count();
    QTest::mouseClick(red, Qt::LeftButton);
    QCOMPARE(shown().first().style().strokeColour, QStringLiteral("#e03131"));
    QCOMPARE(m_panel->undoStack()->count(), steps + 1);
    drawRectangle({500, 350}, {600, 400});
    QCOMPARE(shown().last().style().strokeColour, QStringLiteral("#e03131"));
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    QVERIFY(!properties->isVisible());
}

void TestCanvas::inkIsShownBeforeTheRelease()
{
    QTest::keyClick(&canvas(), Qt::Key_P);
    sendPen(canvas(), QEvent::TabletPress, {400, 300}, 0.9);
    for (int i = 1; i < 20; ++i)
        sendPen(canvas(), QEvent::TabletMove, {400.0 + i * 5, 300}, 0.9);
    QVERIFY(shown().isEmpty());
    const QImage picture = canvas().grab().toImage();
    QVERIFY(picture.pixelColor(440, 300).lightness() < 80);
    QCOMPARE(picture.pixelColor(440, 330), QColor(Qt::white));
    sendPen(canvas(), QEvent::TabletRelease, {495, 300}, 0);
    QVERIFY(canvas().grab().toImage().pixelColor(440, 300).lightness() < 80);
}

void TestCanvas::tilesShowWhatChanged()
{
    ToolStyle style = canvas().style();
    style.backgroundColour = QStringLiteral("#ff0000");
    style.roughness = 0;
    canvas().setStyle(style);
    drawRectangle({400, 200}, {500, 300});
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    QCOMPARE(canvas().grab().toImage().pixelColor(450, 250), QColor(255, 0, 0));
    drag({450, 250}, {450, 450});
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    const QImage moved = canvas().grab().toImage();
    QCOMPARE(moved.pixelColor(450, 250), QColor(Qt::white));
    QCOMPARE(moved.pixelColor(450, 450), QColor(255, 0, 0));
    canvas().panBy({-100, 0});
    QCOMPARE(canvas().grab().toImage().pixelColor(350, 450), QColor(255, 0, 0));
    canvas().zoomTo(2);
    canvas().completePainting();
    const QPoint at = canvas().view().toWidget(QPointF(450, 420)).toPoint();
    QCOMPARE(canvas().grab().toImage().pixelColor(at), QColor(255, 0, 0));
}

void TestCanvas::leavingTheDrawingKeepsTypedText()
{
    QTest::keyClick(&canvas(), Qt::Key_T);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {400, 300});
    QTest::keyClicks(editor(), QStringLiteral("kept"));
    QSignalSpy spy(m_panel.get(), &CanvasPanel::elementsChanged);
    m_panel->setDrawing(QStringLiteral("next"), {}, {});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().first().value<QList<Element>>().first().text().text,
             QStringLiteral("kept"));
    QVERIFY(shown().isEmpty());
    QCOMPARE(m_panel->undoStack()->count(), 0);
}

QTEST_MAIN(TestCanvas)
#include "tst_canvas.moc"
