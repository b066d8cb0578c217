#include "sync/ic/leb128.h"
#include "sync/ic/principal.h"
#include "sync/ic/requestid.h"
#include "sync/ic/sha.h"
#include "vectors.h"

#include <QTest>

using ic::Principal;

/// Principals, number encodings and request ids against the vectors.
class TestIcPrincipal : public QObject
{
    Q_OBJECT

private slots:
    void readsAndPrints_data();
    void readsAndPrints();
    void acceptsAnyCase_data();
    void acceptsAnyCase();
    void refusesText_data();
    void refusesText();
    void refusesThirtyBytes();
    void ordersBytewise();
    void encodesNaturals_data();
    void encodesNaturals();
    void encodesIntegers_data();
    void encodesIntegers();
    void hashesContent_data();
    void hashesContent();
    void hashesWhatCborDecodes_data() { hashesContent_data(); }
    void hashesWhatCborDecodes();
};

void TestIcPrincipal::readsAndPrints_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = vectorFile("principals")[QStringLiteral("valid")].toArray();
    QCOMPARE(rows.size(), 40);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("name")].toString())) << row.toObject();
}

void TestIcPrincipal::readsAndPrints()
{
    QFETCH(QJsonObject, row);
    const std::string text = textOf(row[QStringLiteral("text")]);
    const auto principal = Principal::fromBytes(hexOf(row[QStringLiteral("hex")]));
    QVERIFY(principal);
    QCOMPARE(principal->toText(), text);
    QCOMPARE(Principal::fromText(std::string_view(text)), principal);
    if (const QJsonValue key = row[QStringLiteral("public_key_der")]; key.isString())
        QCOMPARE(Principal::selfAuthenticating(hexOf(key)), *principal);
}

void TestIcPrincipal::acceptsAnyCase_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = vectorFile("principals")[QStringLiteral("accept_any_case")].toArray();
    QCOMPARE(rows.size(), 6);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("text")].toString())) << row.toObject();
}

void TestIcPrincipal::acceptsAnyCase()
{
    QFETCH(QJsonObject, row);
    const auto principal = Principal::fromText(row[QStringLiteral("text")].toString());
    QVERIFY(principal);
    QCOMPARE(ic::toHex(principal->bytes()), textOf(row[QStringLiteral("hex")]));
}

void TestIcPrincipal::refusesText_data()
{
    QTest::addColumn<QString>("text");
    const QJsonArray rows = vectorFile("principals")[QStringLiteral("invalid")].toArray();
    QCOMPARE(rows.size(), 29);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("reason")].toString()))
            << row[QStringLiteral("text")].toString();
}

void TestIcPrincipal::refusesText()
{
    QFETCH(QString, text);
    QVERIFY(!Principal::fromText(text));
}

void TestIcPrincipal::refusesThirtyBytes()
{
    QVERIFY(Principal::fromBytes(ic::Bytes(29)));
    QVERIFY(!Principal::fromBytes(ic::Bytes(30)));
}

void TestIcPrincipal::ordersBytewise()
{
    const auto of = [](ic::Bytes bytes) { return *Principal::fromBytes(bytes); };
    QVERIFY(of({}) < of({0}));
    QVERIFY(of({1, 1}) < of({1, 1, 0}));
    QVERIFY(of({0x7f}) < of({0x80}));
}

void TestIcPrincipal::encodesNaturals_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = vectorFile("request-ids")[QStringLiteral("leb128")].toArray();
    QCOMPARE(rows.size(), 9);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("nat")].toString())) << row.toObject();
}

void TestIcPrincipal::encodesNaturals()
{
    QFETCH(QJsonObject, row);
    const std::uint64_t number = numberOf(row[QStringLiteral("nat")]);
    ic::Bytes bytes;
    ic::writeLeb128(bytes, number);
    QCOMPARE(ic::toHex(bytes), textOf(row[QStringLiteral("leb128")]));
    QCOMPARE(ic::leb128Size(number), bytes.size());
    QCOMPARE(ic::decodeLeb128(bytes), std::optional(number));
    QCOMPARE(ic::toHex(ic::sha256(bytes)), textOf(row[QStringLiteral("value_hash")]));
}

void TestIcPrincipal::encodesIntegers_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = vectorFile("request-ids")[QStringLiteral("sleb128")].toArray();
    QCOMPARE(rows.size(), 7);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("int")].toString())) << row.toObject();
}

void TestIcPrincipal::encodesIntegers()
{
    QFETCH(QJsonObject, row);
    ic::Bytes bytes;
    ic::writeSleb128(bytes, row[QStringLiteral("int")].toString().toLongLong());
    QCOMPARE(ic::toHex(bytes), textOf(row[QStringLiteral("sleb128")]));
}

void TestIcPrincipal::hashesContent_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = vectorFile("request-ids")[QStringLiteral("vectors")].toArray();
    QCOMPARE(rows.size(), 32);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("name")].toString())) << row.toObject();
}

void TestIcPrincipal::hashesContent()
{
    QFETCH(QJsonObject, row);
    const cbor::Value content = cborOf(row[QStringLiteral("content")]);
    QVERIFY(content.asMap());
    QCOMPARE(ic::toHex(ic::hashOfMap(*content.asMap())), textOf(row[QStringLiteral("request_id")]));
}

void TestIcPrincipal::hashesWhatCborDecodes()
{
    QFETCH(QJsonObject, row);
    const cbor::Value content = cborOf(row[QStringLiteral("content")]);
    const QJsonValue given = row[QStringLiteral("content_cbor")];
    const ic::Bytes bytes = given.isString() ? hexOf(given) : cbor::encode(content);
    const auto decoded = cbor::decode(bytes);
    QVERIFY(decoded.ok());
    QVERIFY(decoded.value() == content);
    QCOMPARE(ic::toHex(ic::hashOfMap(*decoded.value().asMap())),
             textOf(row[QStringLiteral("request_id")]));
}

QTEST_APPLESS_MAIN(TestIcPrincipal)
#include "tst_icprincipal.moc"
