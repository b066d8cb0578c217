#include "tests/support/documentbuilder.h"
#include "tests/support/fakeclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void noteKeepsEverything();
    void unknownFieldsSurvive();
    void wrongTypeMakesItUnreadable();
    void drawingKeepsEverything();
    void elementKeepsEveryJsonValue();
    void deletedElementIsATombstone();
    void longElementIdsAreHashed();
    void tagIdsIgnoreCaseAndComposition();
    void textSurvivesUtf8_data();
    void textSurvivesUtf8();
    void loneSurrogatesAreReplaced();
    void badUtf8IsRefused_data();
    void badUtf8IsRefused();
};

void TestDocument::noteKeepsEverything()
{
    Note note =
        build::note(QStringLiteral("n1"), QStringLiteral("Title"), QStringLiteral("a\r\nb"));
    note.header.notebook = DocumentId(QStringLiteral("book"));
    note.header.tags = {DocumentId(QStringLiteral("b")), DocumentId(QStringLiteral("a"))};
    note.header.pinned = true;
    note.header.trashed = 5;
    const auto read = Note::fromDocument(note.toDocument());
    QVERIFY(read);
    std::reverse(note.header.tags.begin(), note.header.tags.end()); // a sorted set
    QCOMPARE(*read, note);
    QVERIFY(!Drawing::fromDocument(note.toDocument()));
}

void TestDocument::unknownFieldsSurvive()
{
    Document document = build::note(QStringLiteral("n1"), QStringLiteral("T")).toDocument();
    document.fields.set("later", cbor::Value(cbor::Array{cbor::Value(1.5), cbor::Value("x")}));
    const auto note = Note::fromDocument(document);
    QVERIFY(note);
    QCOMPARE(note->toDocument(), document);

    Document element =
        build::textElement(QStringLiteral("d"), QStringLiteral("e"), QStringLiteral("t"))
            .toDocument();
    element.fields.set("later", cbor::Value(cbor::Bytes{1, 2}));
    const auto read = DrawingElement::fromDocument(element);
    QVERIFY(read);
    QCOMPARE(read->toDocument(), element);
}

void TestDocument::wrongTypeMakesItUnreadable()
{
    Document document = build::note(QStringLiteral("n1"), QStringLiteral("T")).toDocument();
    document.fields.set("pinned", cbor::Value("yes"));
    QVERIFY(!Note::fromDocument(document));
}

void TestDocument::drawingKeepsEverything()
{
    Drawing drawing = build::drawing(QStringLiteral("d1"), QStringLiteral("Sketch"));
    drawing.appState = {{QStringLiteral("viewBackgroundColor"), QStringLiteral("#fff")},
                        {QStringLiteral("gridSize"), QJsonValue::Null}};
    drawing.fileExtras = {{QStringLiteral("library"), QJsonArray{1, 2.5}}};
    QCOMPARE(Drawing::fromDocument(drawing.toDocument()), std::optional(drawing));
}

void TestDocument::elementKeepsEveryJsonValue()
{
    const QByteArray source = R"({"id":"e1","type":"freedraw","x":-0.5,"y":1e-7,"big":1e300,
        "nonce":2147483647,"huge":9007199254740993,"negative":-9223372036854775808,
        "points":[[0,0],[1.25,-3]],"customData":{"a":null,"b":[true,false,""]},"text":"\u0000\ud83d\ude00"})";
    const QJsonObject json = QJsonDocument::fromJson(source).object();
    QVERIFY(!json.isEmpty());
    const DrawingElement element{DocumentId(QStringLiteral("d")), json};
    const auto read = DrawingElement::fromDocument(element.toDocument());
    QVERIFY(read);
    QCOMPARE(read->json, json);
    QCOMPARE(read->json.value(QLatin1String("huge")).toInteger(), qint64{9007199254740993});
    QCOMPARE(element.rowId().text(), QStringLiteral("d/e1"));
}

void TestDocument::deletedElementIsATombstone()
{
    DrawingElement element = build::rectangle(QStringLiteral("d"), QStringLiteral("e"));
    element.json.insert(QStringLiteral("isDeleted"), true);
    const Document document = element.toDocument();
    QVERIFY(document.deleted);
    QVERIFY(document.fields.empty());
    QCOMPARE(document.id.text(), QStringLiteral("d/e"));
    QVERIFY(!DrawingElement::fromDocument(document));
}

void TestDocument::longElementIdsAreHashed()
{
    const DocumentId first =
        build::rectangle(QStringLiteral("d"), QString(300, QLatin1Char('x'))).rowId();
    const DocumentId second =
        build::rectangle(QStringLiteral("d"), QString(301, QLatin1Char('x'))).rowId();
    const DocumentId control =
        build::rectangle(QStringLiteral("d"), QStringLiteral("a\nb")).rowId();
    QVERIFY(first.isValid());
    QVERIFY(control.isValid());
    QVERIFY(first != second);
    QVERIFY(first.text().startsWith(QStringLiteral("d/~")));
}

void TestDocument::tagIdsIgnoreCaseAndComposition()
{
    const QString composed = QStringLiteral("Caf\u00e9");
    const QString decomposed = QStringLiteral("cafe\u0301");
    QCOMPARE(Tag::idForName(composed), Tag::idForName(decomposed));
    QVERIFY(Tag::idForName(QStringLiteral("a")) != Tag::idForName(QStringLiteral("b")));
    QVERIFY(Tag::idForName(QString()).isValid());
}

void TestDocument::textSurvivesUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("leading byte order mark") << QByteArray("\xef\xbb\xbf# Title\n");
    QTest::newRow("two byte order marks") << QByteArray("\xef\xbb\xbf\xef\xbb\xbfx");
    QTest::newRow("NUL inside") << QByteArray("a\0b", 3);
    QTest::newRow("lone CR, CRLF, LF") << QByteArray("a\rb\r\nc\n");
    QTest::newRow("line and paragraph separators") << QByteArray("a\xe2\x80\xa8z\xe2\x80\xa9");
    QTest::newRow("outside the basic plane") << QByteArray("\xf0\x9f\x98\x80");
    QTest::newRow("combining, right to left") << QByteArray("e\xcc\x81 \xd7\xa9\xd7\x9c");
    QTest::newRow("noncharacter U+FFFF") << QByteArray("\xef\xbf\xbf");
}

void TestDocument::textSurvivesUtf8()
{
    QFETCH(QByteArray, bytes);
    const auto text = textFromUtf8(bytes);
    QVERIFY(text);
    QCOMPARE(textToUtf8(*text), bytes);
    const Note note = build::note(QStringLiteral("n"), QString(), *text);
    QCOMPARE(Note::fromDocument(note.toDocument())->text, *text);
}

void TestDocument::loneSurrogatesAreReplaced()
{
    const QString broken =
        QStringLiteral("a") + QChar(0xd83d) + QStringLiteral("b") + QChar(0xde00) + QChar(0xd83d);
    QCOMPARE(textToUtf8(broken),
             QByteArray("a\xef\xbf\xbd"
                        "b\xef\xbf\xbd\xef\xbf\xbd"));
    const Note note = build::note(QStringLiteral("n"), QString(), broken);
    QCOMPARE(Note::fromDocument(note.toDocument())->text.size(), 5);
}

void TestDocument::badUtf8IsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("lone continuation") << QByteArray("a\x80");
    QTest::newRow("cut at the end") << QByteArray("a\xe2\x82");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("Latin-1") << QByteArray("caf\xe9 au lait");
}

void TestDocument::badUtf8IsRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!textFromUtf8(bytes));
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
