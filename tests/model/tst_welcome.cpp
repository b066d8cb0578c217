#include "model/drawing/orderkeys.h"
#include "model/exchange/excalidrawfile.h"
#include "model/exchange/welcome.h"
#include "model/exchange/welcomedrawing.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

/// What a new person sees first has to be right.
class TestWelcome : public QObject
{
    Q_OBJECT

private slots:
    void isANoteThatLinksToADrawing();
    void drawingIsAGoodFile();
    void attachmentsAreMutual();
};

void TestWelcome::isANoteThatLinksToADrawing()
{
    const FakeClock clock;
    SeededRandom random(1);
    const QList<Document> documents = welcomeDocuments(clock, random);
    const auto note = Note::fromDocument(documents.value(0));
    const auto drawing = Drawing::fromDocument(documents.value(1));
    QVERIFY(note && drawing);
    QVERIFY(note->text.contains(QStringLiteral("[[%1]]").arg(drawing->header.title)));
    QVERIFY(note->header.updated > drawing->header.updated);
    QCOMPARE(drawing->header.created, clock.nowMs());
    for (qsizetype i = 2; i < documents.size(); ++i) {
        const auto element = DrawingElement::fromDocument(documents[i]);
        QVERIFY(element);
        QCOMPARE(element->drawing, drawing->header.id);
    }
}

void TestWelcome::drawingIsAGoodFile()
{
    ExcalidrawScene scene;
    scene.elements = welcomeElements(FakeClock::kStartMs);
    const auto read = readExcalidraw(writeExcalidraw(scene));
    QVERIFY(read.ok());
    QVERIFY2(read.value().repairs.isEmpty(), qPrintable(read.value().repairs.join(u' ')));
    QCOMPARE(read.value().elements, scene.elements);
    QSet<QString> types;
    for (const QJsonObject &element : scene.elements)
        types.insert(element.value(QStringLiteral("type")).toString());
    QCOMPARE(types.size(), 6); // rectangle, ellipse, diamond, arrow, text, pen
}

void TestWelcome::attachmentsAreMutual()
{
    const QList<QJsonObject> elements = welcomeElements(0);
    const auto lists = [&elements](const QString &shape, const QString &what) {
        for (const QJsonObject &element : elements) {
            if (element.value(QStringLiteral("id")).toString() != shape)
                continue;
            for (const auto &entry : element.value(QStringLiteral("boundElements")).toArray()) {
                if (entry.toObject().value(QStringLiteral("id")).toString() == what)
                    return true;
            }
        }
        return false;
    };
    int checked = 0;
    for (const QJsonObject &element : elements) {
        const QString id = element.value(QStringLiteral("id")).toString();
        const QString container = element.value(QStringLiteral("containerId")).toString();
        if (!container.isEmpty()) {
            QVERIFY(lists(container, id));
            ++checked;
        }
        for (const QString &end : {QStringLiteral("startBinding"), QStringLiteral("endBinding")}) {
            const QJsonObject binding = element.value(end).toObject();
            if (binding.isEmpty())
                continue;
            QVERIFY(lists(binding.value(QStringLiteral("elementId")).toString(), id));
            ++checked;
        }
    }
    QCOMPARE(checked, 7);
}

QTEST_APPLESS_MAIN(TestWelcome)
#include "tst_welcome.moc"
