#include "model/drawing/orderkeys.h"
#include "model/exchange/excalidrawfile.h"
#include "model/exchange/excalidrawmarkdown.h"
#include "model/exchange/lzstring.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

/// Excalidraw's files: nothing of a good one is lost, nothing of a hostile one hurts.
class TestExcalidrawFile : public QObject
{
    Q_OBJECT

private slots:
    void roundTripKeepsEverything();
    void writesAsExcalidrawDoes();
    void numbersKeepTheirValue();
    void idsBecomeUnique();
    void orderIsRepairedOnlyWhereNeeded();
    void leavesOutWhatCannotBeUsed();
    void refuses_data();
    void refuses();
    void readsMarkdownDrawings_data();
    void readsMarkdownDrawings();
    void packedTextIsBounded();
};

namespace {

QJsonObject sampleFile()
{
    const QByteArray json = R"({
      "type": "excalidraw", "version": 2, "source": "https://example.org", "future": {"a": [1]},
      "elements": [
        {"id": "r1", "type": "rectangle", "x": 10.25, "y": -3, "width": 100, "height": 50,
         "index": "a0", "version": 7, "versionNonce": 2147483647, "updated": 1767225600123,
         "isDeleted": false, "customData": {"deep": {"er": null}}, "unknownField": [1.5, "x"]},
        {"id": "z9", "type": "hologram", "index": "a1", "spin": 0.1},
        {"id": "t1", "type": "text", "text": "a\nb", "originalText": "a\nb", "index": "a2"}
      ],
      "appState": {"viewBackgroundColor": "#fffce8", "gridSize": 20, "mine": true},
      "files": {"0123456789abcdef": {"id": "0123456789abcdef", "mimeType": "image/png",
                "dataURL": "data:image/png;base64,AAEC", "created": 1}}
    })";
    return QJsonDocument::fromJson(json).object();
}

QByteArray bytesOf(const QJsonObject &file)
{
    return QJsonDocument(file).toJson(QJsonDocument::Compact);
}

QByteArray fileWith(const QByteArray &elements)
{
    return R"({"type":"excalidraw","elements":)" + elements + "}";
}

QStringList valuesOf(const ExcalidrawScene &scene, const QString &name)
{
    QStringList values;
    for (const QJsonObject &element : scene.elements)
        values += element.value(name).toString();
    return values;
}

} // namespace

void TestExcalidrawFile::roundTripKeepsEverything()
{
    const auto scene = readExcalidraw(bytesOf(sampleFile()));
    QVERIFY(scene.ok());
    QVERIFY(scene.value().repairs.isEmpty());
    QCOMPARE(QJsonDocument::fromJson(writeExcalidraw(scene.value())).object(), sampleFile());
    const auto withMark = readExcalidraw("\xEF\xBB\xBF" + bytesOf(sampleFile()));
    QVERIFY(withMark.ok());
    QVERIFY(withMark.value().elements == scene.value().elements);
}

void TestExcalidrawFile::writesAsExcalidrawDoes()
{
    ExcalidrawScene scene;
    scene.elements = {QJsonObject{{QStringLiteral("id"), QStringLiteral("a")}}};
    const QByteArray text = writeExcalidraw(scene);
    QVERIFY2(text.startsWith("{\n  \"type\": \"excalidraw\",\n  \"version\": 2,\n"),
             text.constData());
    QVERIFY2(text.contains("  \"elements\": [\n    {\n      \"id\": \"a\"\n    }\n  ],\n"),
             text.constData());
    QVERIFY2(text.endsWith("  \"appState\": {},\n  \"files\": {}\n}\n"), text.constData());
    const auto again = readExcalidraw(text);
    QVERIFY(again.ok());
    QVERIFY(again.value().extras.isEmpty());
}

void TestExcalidrawFile::numbersKeepTheirValue()
{
    const QByteArray numbers = "[0.1,1e-7,123456789.125,-0.30000000000000004,9007199254740993]";
    const auto scene = readExcalidraw(fileWith(R"([{"id":"a","index":"a0","n":)" + numbers + "}]"));
    QVERIFY(scene.ok());
    const auto again = readExcalidraw(writeExcalidraw(scene.value()));
    QVERIFY(again.ok());
    QCOMPARE(again.value().elements, scene.value().elements);
    QCOMPARE(again.value().elements[0].value(QStringLiteral("n")).toArray().last().toInteger(),
             9007199254740993LL);
}

void TestExcalidrawFile::idsBecomeUnique()
{
    const QByteArray file =
        fileWith(R"([{"id":"a","x":1},{"id":"a","x":2},{"x":3},{"id":7,"x":4},{"id":"a","x":5}])");
    const auto scene = readExcalidraw(file);
    QVERIFY(scene.ok());
    const QStringList ids = valuesOf(scene.value(), QStringLiteral("id"));
    QCOMPARE(ids.size(), 5);
    QCOMPARE(ids[0], QStringLiteral("a"));
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 5);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(scene.value().elements[i].value(QStringLiteral("x")).toInt(), i + 1);
    const auto again = readExcalidraw(file);
    QVERIFY(again.ok());
    QCOMPARE(valuesOf(again.value(), QStringLiteral("id")), ids);
}

void TestExcalidrawFile::orderIsRepairedOnlyWhereNeeded()
{
    const auto scene = readExcalidraw(fileWith(
        R"([{"id":"1","index":"a1"},{"id":"2"},{"id":"3","index":"a2"},{"id":"4","index":"a0"}])"));
    QVERIFY(scene.ok());
    const QStringList keys = valuesOf(scene.value(), QStringLiteral("index"));
    QCOMPARE(keys[0], QStringLiteral("a1"));
    QCOMPARE(keys[2], QStringLiteral("a2"));
    QVERIFY(keys[0] < keys[1] && keys[1] < keys[2] && keys[2] < keys[3]);
    QVERIFY(isOrderKey(keys[1]) && isOrderKey(keys[3]));
    QCOMPARE(scene.value().repairs.size(), 1);
}

void TestExcalidrawFile::leavesOutWhatCannotBeUsed()
{
    const auto scene = readExcalidraw(fileWith(
        R"([{"id":"1","isDeleted":true},{"id":"2","type":"selection"},null,5,[],
            {"id":"3","x":1e300},{"id":"4","points":[[0,0],[1e12,0]]},{"id":"5","x":1,"index":"a0"}])"));
    QVERIFY(scene.ok());
    QCOMPARE(valuesOf(scene.value(), QStringLiteral("id")), QStringList(QStringLiteral("5")));
    QCOMPARE(scene.value().repairs.size(), 2);
}

void TestExcalidrawFile::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut off") << bytesOf(sampleFile()).left(200);
    QTest::newRow("not JSON") << QByteArray("PK\x03\x04");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("another type") << QByteArray(R"({"type":"excalidrawlib","elements":[]})");
    QTest::newRow("elements are an object") << fileWith("{}");
    QTest::newRow("appState is text")
        << QByteArray(R"({"type":"excalidraw","appState":"x","elements":[]})");
    QTest::newRow("a million brackets")
        << fileWith(QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']'));
    QTest::newRow("infinite number") << fileWith(R"([{"id":"a","x":1e999}])");
    QTest::newRow("not a number") << fileWith(R"([{"id":"a","x":NaN}])");
    QTest::newRow("not UTF-8") << fileWith("[{\"id\":\"\xff\xfe\"}]");
}

void TestExcalidrawFile::refuses()
{
    QFETCH(QByteArray, bytes);
    const auto scene = readExcalidraw(bytes);
    QVERIFY(!scene.ok());
    QVERIFY(!scene.error().isEmpty());
}

void TestExcalidrawFile::readsMarkdownDrawings_data()
{
    QTest::addColumn<QString>("fence");
    const QString json =
        QString::fromUtf8(fileWith(R"([{"id":"a","type":"ellipse","index":"a0"}])"));
    QTest::newRow("json") << QStringLiteral("```json\n") + json + QStringLiteral("\n```");
    // compressToBase64 of the same text by LZ-String 1.5 (tests/data/exchange/README.md).
    QFile packed(QStringLiteral(SHEAF_TEST_DATA "/exchange/ellipse.lzstring"));
    QVERIFY(packed.open(QIODevice::ReadOnly));
    QTest::newRow("compressed-json") << QStringLiteral("```compressed-json\n")
                                            + QString::fromLatin1(packed.readAll())
                                            + QStringLiteral("\n```");
}

void TestExcalidrawFile::readsMarkdownDrawings()
{
    QFETCH(QString, fence);
    const QString text =
        QStringLiteral("---\n\nexcalidraw-plugin: parsed\ntags: [excalidraw]\n\n---\n"
                       "==Switch to the drawing view==\n\n\n"
                       "# Excalidraw Data\n## Text Elements\n## Embedded Files\n"
                       "0123456789abcdef: [[pictures/cat.png]]\n\n%%\n## Drawing\n")
        + fence + QStringLiteral("\n%%");
    QVERIFY(isExcalidrawMarkdown(text));
    const auto drawing = readExcalidrawMarkdown(text);
    QVERIFY2(drawing.ok(), qPrintable(drawing.ok() ? QString() : drawing.error()));
    QCOMPARE(drawing.value().scene.elements.size(), 1);
    QCOMPARE(drawing.value().scene.elements[0].value(QStringLiteral("type")).toString(),
             QStringLiteral("ellipse"));
    QCOMPARE(drawing.value().embedded.value(QStringLiteral("0123456789abcdef")),
             QStringLiteral("pictures/cat.png"));
    QVERIFY(!drawing.value().hasOwnText);
    QString own = text;
    own.replace(QStringLiteral("# Excalidraw Data"), QStringLiteral("My words\n# Excalidraw Data"));
    const auto withWords = readExcalidrawMarkdown(own);
    QVERIFY(withWords.ok() && withWords.value().hasOwnText);
    QVERIFY(!isExcalidrawMarkdown(QStringLiteral("# A note\nexcalidraw-plugin: no\n")));
    QVERIFY(!readExcalidrawMarkdown(QStringLiteral("no fence")).ok());
}

void TestExcalidrawFile::packedTextIsBounded()
{
    QFile packed(QStringLiteral(SHEAF_TEST_DATA "/exchange/longruns.lzstring"));
    QVERIFY(packed.open(QIODevice::ReadOnly));
    const QByteArray bytes = packed.readAll();
    const auto whole = unpackLzString(bytes, 1'000'000);
    QVERIFY(whole);
    QCOMPARE(*whole, QStringLiteral("ab").repeated(5000) + QStringLiteral("é水😀"));
    QVERIFY(!unpackLzString(bytes, 100));
    QVERIFY(!unpackLzString(bytes.left(20), 1'000'000));
    QVERIFY(!unpackLzString("****", 1'000'000));
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QByteArray damaged = bytes;
        damaged[i] = damaged[i] == 'A' ? 'B' : 'A';
        const auto text = unpackLzString(damaged, 100'000); // any answer, but one
        QVERIFY(!text || text->size() <= 100'000);
    }
}

QTEST_APPLESS_MAIN(TestExcalidrawFile)
#include "tst_excalidrawfile.moc"
