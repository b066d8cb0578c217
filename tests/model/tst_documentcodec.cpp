#include "model/document/documentcodec.h"
#include "tests/support/documentbuilder.h"

#include <QtTest>

#include <zlib.h>

class TestDocumentCodec : public QObject
{
    Q_OBJECT

private slots:
    void shortBodiesStayPlain();
    void longBodiesAreCompressed();
    void equalFieldsGiveEqualBytes();
    void tombstonesAreEmpty();
    void unreadableBodiesStayAsTheyAre_data();
    void unreadableBodiesStayAsTheyAre();
    void inflatingIsBounded();
    void contentHashSeesThroughCompression();
    void revisionsHaveTheDocumentedLayout();
};

void TestDocumentCodec::shortBodiesStayPlain()
{
    Document document;
    document.kind = QStringLiteral("note");
    document.fields.set("text", cbor::Value("hi"));
    const QByteArray body = encodeBody(document);
    QCOMPARE(body, QByteArray::fromHex("0100a16474657874626869"));
    QCOMPARE(decodeBody(body).value(), document.fields);
}

void TestDocumentCodec::longBodiesAreCompressed()
{
    const Document document =
        build::note(QStringLiteral("n"), QStringLiteral("T"), QString(100'000, QLatin1Char('x')))
            .toDocument();
    const QByteArray body = encodeBody(document);
    QCOMPARE(body.at(0), char(1));
    QCOMPARE(body.at(1), char(1));
    QVERIFY(body.size() < 1000);
    QCOMPARE(decodeBody(body).value(), document.fields);
}

void TestDocumentCodec::equalFieldsGiveEqualBytes()
{
    Document one;
    one.fields.set("b", cbor::Value(std::uint64_t{1}));
    one.fields.set("aa", cbor::Value(std::uint64_t{2}));
    Document two;
    two.fields.set("aa", cbor::Value(std::uint64_t{2}));
    two.fields.set("b", cbor::Value(std::uint64_t{1}));
    QCOMPARE(encodeBody(one), encodeBody(two));
}

void TestDocumentCodec::tombstonesAreEmpty()
{
    Document document = build::note(QStringLiteral("n"), QStringLiteral("T")).toDocument();
    document.deleted = true;
    QVERIFY(encodeBody(document).isEmpty());
}

void TestDocumentCodec::unreadableBodiesStayAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("error");
    const auto row = [](const char *name, const QByteArray &body, CodecError error) {
        QTest::newRow(name) << body << static_cast<int>(error);
    };
    row("newer version", QByteArray::fromHex("02ff00aa"), CodecError::NewerVersion);
    row("newer codec", QByteArray::fromHex("0107a0"), CodecError::NewerVersion);
    row("version 0", QByteArray::fromHex("0000a0"), CodecError::Damaged);
    row("version alone", QByteArray::fromHex("01"), CodecError::Damaged);
    row("not a map", QByteArray::fromHex("010001"), CodecError::Damaged);
    row("bytes after the end", QByteArray::fromHex("0100a000"), CodecError::Damaged);
    row("not zlib", QByteArray::fromHex("0101ffff"), CodecError::Damaged);
    row("key twice", QByteArray::fromHex("0100a2616101616102"), CodecError::Damaged);
    QByteArray cut = encodeBody(
        build::note(QStringLiteral("n"), QString(), QString(5000, QLatin1Char('y'))).toDocument());
    row("cut", cut.chopped(3), CodecError::Damaged);
    row("more after the stream", cut + 'x', CodecError::Damaged);
}

void TestDocumentCodec::unreadableBodiesStayAsTheyAre()
{
    QFETCH(QByteArray, body);
    QFETCH(int, error);
    QCOMPARE(static_cast<int>(decodeBody(body).error()), error);
    const Document document =
        documentFromBody(DocumentId(QStringLiteral("n")), QStringLiteral("note"), false, 7, body);
    QCOMPARE(document.opaqueBody, body);
    QCOMPARE(encodeBody(document), body);
    QVERIFY(!Note::fromDocument(document));
}

void TestDocumentCodec::inflatingIsBounded()
{
    const QByteArray zeros(40 * 1024 * 1024, '\0');
    uLongf size = compressBound(static_cast<uLong>(zeros.size()));
    QByteArray bomb(static_cast<qsizetype>(size), '\0');
    compress(reinterpret_cast<Bytef *>(bomb.data()),
             &size,
             reinterpret_cast<const Bytef *>(zeros.constData()),
             static_cast<uLong>(zeros.size()));
    bomb.resize(static_cast<qsizetype>(size));
    QVERIFY(bomb.size() < 100'000);
    QCOMPARE(decodeBody(QByteArray::fromHex("0101") + bomb).error(), CodecError::TooLarge);
}

void TestDocumentCodec::contentHashSeesThroughCompression()
{
    const Document document =
        build::note(QStringLiteral("n"), QString(), QString(5000, QLatin1Char('z'))).toDocument();
    const cbor::Bytes plain = cbor::encode(cbor::Value(document.fields));
    const QByteArray uncompressed = QByteArray::fromHex("0100")
                                    + QByteArray(reinterpret_cast<const char *>(plain.data()),
                                                 static_cast<qsizetype>(plain.size()));
    QVERIFY(encodeBody(document) != uncompressed);
    QCOMPARE(contentHash(encodeBody(document), false), contentHash(uncompressed, false));
    QVERIFY(contentHash(uncompressed, false) != contentHash({}, true));
}

// docs/document-format.md, "Revisions". Made with Python's hashlib from that description.
void TestDocumentCodec::revisionsHaveTheDocumentedLayout()
{
    const QByteArray body = QByteArray::fromHex("0100a16474657874626869");
    const QByteArray first = mintRevision(std::nullopt, false, body);
    QCOMPARE(first.toHex(), QByteArray("d3c074184227c38da3b37bbb91dd7425"));
    QCOMPARE(mintRevision(first, true, {}).toHex(), QByteArray("a72a898807c182f258a1d8c704b733a7"));
    QCOMPARE(mintRevision(first, false, body, {QByteArray(32, '\1')}).toHex(),
             QByteArray("f33a2320ccfc26cc2cac322fc760da5f"));
}

QTEST_GUILESS_MAIN(TestDocumentCodec)
#include "tst_documentcodec.moc"
