#include "vectors.h"

#include <QTest>

/// The codec with the options of the protocol: the vectors' good rows (tst_cbor has the bad ones).
class TestIcCbor : public QObject
{
    Q_OBJECT

private slots:
    void encodes_data();
    void encodes();
    void decodes_data();
    void decodes();
    void refusesBignums_data();
    void refusesBignums();

private:
    QJsonObject m_file = vectorFile("cbor");
};

void TestIcCbor::encodes_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = m_file[QStringLiteral("encode")].toArray();
    QCOMPARE(rows.size(), 29);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("name")].toString())) << row.toObject();
}

void TestIcCbor::encodes()
{
    QFETCH(QJsonObject, row);
    const bool tagged = row[QStringLiteral("self_describing_tag")].toBool();
    const cbor::Value value = cborOf(row[QStringLiteral("value")]);
    const ic::Bytes bytes = hexOf(row[QStringLiteral("cbor")]);
    const auto decoded = cbor::decode(bytes);
    QVERIFY(decoded.ok());
    QVERIFY(decoded.value() == value);
    // Maps may stand in any order in the vector; ours are sorted.
    const ic::Bytes encoded = tagged ? cbor::encodeTagged(value) : cbor::encode(value);
    if (!value.asMap())
        QCOMPARE(ic::toHex(encoded), ic::toHex(bytes));
    QCOMPARE(encoded.size(), bytes.size());
    QVERIFY(cbor::decode(encoded).value() == value);
}

void TestIcCbor::decodes_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = m_file[QStringLiteral("decode")].toArray();
    QCOMPARE(rows.size(), 2);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("name")].toString())) << row.toObject();
}

void TestIcCbor::decodes()
{
    QFETCH(QJsonObject, row);
    cbor::DecodeOptions options;
    options.allowBignums = true;
    const ic::Bytes bytes = hexOf(row[QStringLiteral("cbor")]);
    const auto decoded = cbor::decode(bytes, options);
    QVERIFY(decoded.ok());
    QVERIFY(decoded.value() == cborOf(row[QStringLiteral("value")]));
    QCOMPARE(cbor::encode(decoded.value()).size(), bytes.size());
}

void TestIcCbor::refusesBignums_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("not allowed") << QByteArray("c249010000000000000000") << false;
    QTest::newRow("would fit 64 bits") << QByteArray("c2480100000000000000") << true;
    QTest::newRow("leading zero") << QByteArray("c24a00010000000000000000") << true;
    QTest::newRow("around text") << QByteArray("c26130") << true;
    QTest::newRow("negative bignum") << QByteArray("c349010000000000000000") << true;
    QTest::newRow("cut") << QByteArray("c24901") << true;
}

void TestIcCbor::refusesBignums()
{
    QFETCH(QByteArray, hex);
    QFETCH(bool, allowed);
    cbor::DecodeOptions options;
    options.allowBignums = allowed;
    QVERIFY(!cbor::decode(hexOf(QString::fromLatin1(hex)), options).ok());
}

QTEST_APPLESS_MAIN(TestIcCbor)
#include "tst_iccbor.moc"
