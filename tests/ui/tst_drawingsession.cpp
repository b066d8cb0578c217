#include "model/drawing/sceneedits.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "ui/drawing/drawingsession.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

namespace {

using Contents = QMap<QString, QJsonObject>;

/// What is shown, without the marks that every change leaves.
Contents contentsOf(const Scene &scene)
{
    Contents contents;
    for (const Element &element : scene.shown()) {
        QJsonObject json = element.toJson();
        for (const char *stamp : {"version", "versionNonce", "updated"})
            json.remove(QLatin1String(stamp));
        contents.insert(element.id(), json);
    }
    return contents;
}

} // namespace

class TestDrawingSession : public QObject
{
    Q_OBJECT

private:
    Element rectangleAt(DrawingSession &session, double x, double y);
    void randomIntent(DrawingSession &session, Random &random);

    SeededRandom m_random{1};
    FakeClock m_clock;

private slots:
    void undoingAllGivesTheStart_data();
    void undoingAllGivesTheStart();
    void oneIntentIsOneSignal();
    void previewStoresNothing();
    void undoKeepsWhatOthersChanged();
    void undoLeavesAFieldThatOthersChangedSince();
    void remoteChangeDuringDragWaits();
    void remoteDeletionDuringDragLosesAgainstTheChange();
    void mergeKeyMakesOneStep();
};

Element TestDrawingSession::rectangleAt(DrawingSession &session, double x, double y)
{
    return newElement(QStringLiteral("rectangle"),
                      {{QStringLiteral("x"), x},
                       {QStringLiteral("y"), y},
                       {QStringLiteral("width"), 100},
                       {QStringLiteral("height"), 60},
                       {QStringLiteral("index"), QStringLiteral("a0")}},
                      session.context());
}

void TestDrawingSession::randomIntent(DrawingSession &session, Random &random)
{
    const QList<Element> shown = session.scene().shown();
    QStringList some;
    for (const Element &element : shown) {
        if (random.fraction() < 0.4)
            some.append(element.id());
    }
    const double a = random.fraction() * 200 - 100;
    const int what = int(random.fraction() * 7);
    if (what == 0 || shown.isEmpty())
        session.commit(QStringLiteral("add"), {rectangleAt(session, a, a * 2)});
    else if (what == 1)
        session.commit(QStringLiteral("move"), sceneedits::moved(session.scene(), some, {a, -a}));
    else if (what == 2)
        session.commit(QStringLiteral("delete"),
                       sceneedits::deleted(session.scene(), some.mid(0, 2)));
    else if (what == 3)
        session.commit(QStringLiteral("turn"),
                       sceneedits::turned(session.scene(), some, {0, 0}, a / 50));
    else if (what == 4)
        session.commit(QStringLiteral("order"),
                       sceneedits::reordered(
                           session.scene(), some.mid(0, 3), sceneedits::Order(int(qAbs(a)) % 4)));
    else if (what == 5)
        session.commit(
            QStringLiteral("scale"),
            sceneedits::scaled(session.scene(), some, {0, 0, 100, 100}, {0, 0, 50 + qAbs(a), 150}));
    else {
        QList<Element> originals;
        for (const QString &id : some)
            originals.append(*session.scene().find(id));
        session.commit(QStringLiteral("copy"),
                       sceneedits::copies(session.scene(), originals, {5, 5}, session.context()));
    }
}

void TestDrawingSession::undoingAllGivesTheStart_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestDrawingSession::undoingAllGivesTheStart()
{
    QFETCH(int, seed);
    SeededRandom random{quint64(seed)};
    DrawingSession session(random, m_clock);
    session.load({rectangleAt(session, 0, 0), rectangleAt(session, 50, 20)});
    QList<Contents> history{contentsOf(session.scene())};
    while (session.undoStack()->count() < 25) {
        const int before = session.undoStack()->count();
        randomIntent(session, random);
        if (session.undoStack()->count() > before)
            history.append(contentsOf(session.scene()));
    }
    for (qsizetype i = history.size() - 2; i >= 0; --i) {
        session.undoStack()->undo();
        QCOMPARE(contentsOf(session.scene()), history[i]);
    }
    for (qsizetype i = 1; i < history.size(); ++i) {
        session.undoStack()->redo();
        QCOMPARE(contentsOf(session.scene()), history[i]);
        QCOMPARE(contentsOf(session.settled()), history[i]);
    }
}

void TestDrawingSession::oneIntentIsOneSignal()
{
    DrawingSession session(m_random, m_clock);
    const Element a = rectangleAt(session, 0, 0);
    const Element b = rectangleAt(session, 50, 0);
    session.load({a, b});
    QSignalSpy spy(&session, &DrawingSession::elementsChanged);
    session.commit(QStringLiteral("move"),
                   sceneedits::moved(session.scene(), {a.id(), b.id()}, {7, 0}));
    QCOMPARE(spy.size(), 1);
    const auto changed = spy.first().first().value<QList<Element>>();
    QCOMPARE(changed.size(), 2);
    for (const Element &element : changed) {
        QCOMPARE(element.version(), 2);
        QCOMPARE(element.updated(), qint64(FakeClock::kStartMs));
        QVERIFY(element.versionNonce() != a.versionNonce()
                && element.versionNonce() != b.versionNonce());
    }
    session.commit(QStringLiteral("nothing"), sceneedits::moved(session.scene(), {a.id()}, {0, 0}));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(session.undoStack()->count(), 1);
}

void TestDrawingSession::previewStoresNothing()
{
    DrawingSession session(m_random, m_clock);
    const Element a = rectangleAt(session, 0, 0);
    session.load({a});
    QSignalSpy spy(&session, &DrawingSession::elementsChanged);
    session.preview(sceneedits::moved(session.settled(), {a.id()}, {40, 0}));
    QCOMPARE(session.scene().find(a.id())->box().x(), 40.0);
    QCOMPARE(session.settled().find(a.id())->box().x(), 0.0);
    session.dropPreview();
    QCOMPARE(*session.scene().find(a.id()), a);
    QCOMPARE(spy.size(), 0);
}

void TestDrawingSession::undoKeepsWhatOthersChanged()
{
    DrawingSession session(m_random, m_clock);
    const Element a = rectangleAt(session, 0, 0);
    session.load({a});
    session.commit(QStringLiteral("move"), sceneedits::moved(session.scene(), {a.id()}, {40, 0}));
    const QString red = QStringLiteral("#e03131");
    session.applyRemote(
        {session.scene().find(a.id())->with({{QStringLiteral("strokeColor"), red}})});
    session.undoStack()->undo();
    QCOMPARE(session.scene().find(a.id())->box().x(), 0.0);
    QCOMPARE(session.scene().find(a.id())->style().strokeColour, red);
}

void TestDrawingSession::undoLeavesAFieldThatOthersChangedSince()
{
    DrawingSession session(m_random, m_clock);
    const Element a = rectangleAt(session, 0, 0);
    session.load({a});
    session.commit(QStringLiteral("move"), sceneedits::moved(session.scene(), {a.id()}, {40, 0}));
    session.applyRemote(sceneedits::moved(session.settled(), {a.id()}, {0, 500}));
    session.undoStack()->undo();
    QCOMPARE(session.scene().find(a.id())->box().topLeft(), QPointF(40, 500));
}

void TestDrawingSession::remoteChangeDuringDragWaits()
{
    DrawingSession session(m_random, m_clock);
    const Element a = rectangleAt(session, 0, 0);
    session.load({a});
    const QList<Element> dragged = sceneedits::moved(session.settled(), {a.id()}, {40, 0});
    session.preview(dragged);
    const QString red = QStringLiteral("#e03131");
    session.applyRemote({a.with({{QStringLiteral("strokeColor"), red},
                                 {QStringLiteral("y"), 9},
                                 {QStringLiteral("version"), 5}})});
    QCOMPARE(session.scene().find(a.id())->box().topLeft(), QPointF(40, 0));
    session.commit(QStringLiteral("move"), dragged);
    const Element *after = session.scene().find(a.id());
    QCOMPARE(after->box().topLeft(), QPointF(40, 0));
    QCOMPARE(after->style().strokeColour, red);
    QCOMPARE(after->version(), 6);
}

void TestDrawingSession::remoteDeletionDuringDragLosesAgainstTheChange()
{
    DrawingSession session(m_random, m_clock);
    const Element a = rectangleAt(session, 0, 0);
    session.load({a});
    const QList<Element> dragged = sceneedits::moved(session.settled(), {a.id()}, {40, 0});
    session.preview(dragged);
    session.applyRemote({a.with({{QStringLiteral("isDeleted"), true}})});
    QVERIFY(session.scene().isShown(a.id()));
    session.commit(QStringLiteral("move"), dragged);
    QVERIFY(session.scene().isShown(a.id()));
    QCOMPARE(session.scene().find(a.id())->box().x(), 40.0);
}

void TestDrawingSession::mergeKeyMakesOneStep()
{
    DrawingSession session(m_random, m_clock);
    const Element a = rectangleAt(session, 0, 0);
    session.load({a});
    for (int i = 0; i < 5; ++i)
        session.commit(
            QStringLiteral("move"), sceneedits::moved(session.scene(), {a.id()}, {1, 0}), 7);
    QCOMPARE(session.undoStack()->count(), 1);
    QCOMPARE(session.scene().find(a.id())->box().x(), 5.0);
    session.undoStack()->undo();
    QCOMPARE(session.scene().find(a.id())->box().x(), 0.0);
}

QTEST_MAIN(TestDrawingSession)
#include "tst_drawingsession.moc"
