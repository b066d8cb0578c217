#include "model/base/cbor.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using cbor::Value;

/// The codec against the project's vectors (tests/data/vectors/cbor.json) and RFC 8949 appendix A.
class TestCbor : public QObject
{
    Q_OBJECT

private slots:
    void encodesAsTheRfcShows_data();
    void encodesAsTheRfcShows();
    void refuses_data();
    void refuses();
    void limitsValues();
    void refusesWhatTheVectorsRefuse_data();
    void refusesWhatTheVectorsRefuse();
    void sortsKeysWhateverTheOrder();
    void hugeLengthsAllocateNothing();
};

namespace {

QByteArray toHex(const cbor::Bytes &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))
        .toHex();
}

cbor::Bytes fromHex(const QByteArray &hex)
{
    const QByteArray raw = QByteArray::fromHex(hex);
    return cbor::Bytes(raw.begin(), raw.end());
}

} // namespace

Q_DECLARE_METATYPE(cbor::Value)

void TestCbor::encodesAsTheRfcShows_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QByteArray>("hex");
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("0") << Value(std::uint64_t{0}) << QByteArray("00");
    QTest::newRow("23") << Value(std::uint64_t{23}) << QByteArray("17");
    QTest::newRow("24") << Value(std::uint64_t{24}) << QByteArray("1818");
    QTest::newRow("1000") << Value(std::uint64_t{1000}) << QByteArray("1903e8");
    QTest::newRow("2^64-1") << Value(std::numeric_limits<std::uint64_t>::max())
                            << QByteArray("1bffffffffffffffff");
    QTest::newRow("-1") << Value::fromInteger(-1) << QByteArray("20");
    QTest::newRow("-1000") << Value::fromInteger(-1000) << QByteArray("3903e7");
    QTest::newRow("-2^64") << Value(cbor::Negative{std::numeric_limits<std::uint64_t>::max()})
                           << QByteArray("3bffffffffffffffff");
    QTest::newRow("0.0") << Value(0.0) << QByteArray("f90000");
    QTest::newRow("-0.0") << Value(-0.0) << QByteArray("f98000");
    QTest::newRow("1.1") << Value(1.1) << QByteArray("fb3ff199999999999a");
    QTest::newRow("1.5") << Value(1.5) << QByteArray("f93e00");
    QTest::newRow("65504.0") << Value(65504.0) << QByteArray("f97bff");
    QTest::newRow("100000.0") << Value(100000.0) << QByteArray("fa47c35000");
    QTest::newRow("3.4028234663852886e+38")
        << Value(3.4028234663852886e+38) << QByteArray("fa7f7fffff");
    QTest::newRow("1e300") << Value(1.0e+300) << QByteArray("fb7e37e43c8800759c");
    QTest::newRow("smallest half") << Value(5.960464477539063e-8) << QByteArray("f90001");
    QTest::newRow("smallest normal half") << Value(0.00006103515625) << QByteArray("f90400");
    QTest::newRow("-4.1") << Value(-4.1) << QByteArray("fbc010666666666666");
    QTest::newRow("infinity") << Value(infinity) << QByteArray("f97c00");
    QTest::newRow("-infinity") << Value(-infinity) << QByteArray("f9fc00");
    QTest::newRow("null") << Value() << QByteArray("f6");
    QTest::newRow("true") << Value(true) << QByteArray("f5");
    QTest::newRow("bytes") << Value(cbor::Bytes{1, 2, 3, 4}) << QByteArray("4401020304");
    QTest::newRow("text") << Value("\u00fc\u6c34") << QByteArray("65c3bce6b0b4");
    QTest::newRow("array") << Value(
        cbor::Array{std::uint64_t{1}, cbor::Array{std::uint64_t{2}, std::uint64_t{3}}})
                           << QByteArray("8201820203");
    cbor::Map map;
    map.set("a", std::uint64_t{1});
    map.set("b", cbor::Array{std::uint64_t{2}, std::uint64_t{3}});
    QTest::newRow("map") << Value(map) << QByteArray("a26161016162820203");
}

void TestCbor::encodesAsTheRfcShows()
{
    QFETCH(cbor::Value, value);
    QFETCH(QByteArray, hex);
    QCOMPARE(toHex(cbor::encode(value)), hex);
    const auto decoded = cbor::decode(fromHex(hex));
    QVERIFY(decoded.ok());
    QCOMPARE(toHex(cbor::encode(decoded.value())), hex);
}

void TestCbor::refuses_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, const char *hex, cbor::DecodeError error) {
        QTest::newRow(name) << QByteArray(hex) << QByteArray(cbor::toString(error));
    };
    row("nothing", "", cbor::DecodeError::Truncated);
    row("cut text", "6261", cbor::DecodeError::Truncated);
    row("a second item", "0000", cbor::DecodeError::TrailingBytes);
    row("long form of 1", "1801", cbor::DecodeError::NotShortest);
    row("key twice", "a2616101616102", cbor::DecodeError::DuplicateKey);
    row("number as key", "a10101", cbor::DecodeError::KeyNotText);
    row("overlong UTF-8", "62c080", cbor::DecodeError::InvalidUtf8);
    row("surrogate", "63eda080", cbor::DecodeError::InvalidUtf8);
    row("indefinite array", "9f01ff", cbor::DecodeError::NotAllowed);
    row("tag inside", "81c101", cbor::DecodeError::NotAllowed);
    row("undefined", "f7", cbor::DecodeError::NotAllowed);
    row("65 arrays",
        QByteArray(130, '8').replace("88", "81").append("01").constData(),
        cbor::DecodeError::TooDeep);
}

void TestCbor::limitsValues()
{
    cbor::DecodeOptions options;
    options.maxItems = 4; // the array is one of them
    QVERIFY(cbor::decode(cbor::Bytes{0x83, 1, 2, 3}, options).ok());
    const auto refused = cbor::decode(cbor::Bytes{0x84, 1, 2, 3, 4}, options);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error(), cbor::DecodeError::TooMany);
    cbor::Bytes many{0x9a, 0x00, 0x20, 0x00, 0x00};
    many.resize(many.size() + 0x200000, 0);
    QCOMPARE(cbor::decode(many).error(), cbor::DecodeError::TooMany);
}

void TestCbor::refuses()
{
    QFETCH(QByteArray, hex);
    QFETCH(QByteArray, reason);
    const auto decoded = cbor::decode(fromHex(hex));
    QVERIFY(!decoded.ok());
    QCOMPARE(QByteArray(cbor::toString(decoded.error())), reason);
}

void TestCbor::refusesWhatTheVectorsRefuse_data()
{
    QFile file(QStringLiteral(SHEAF_TEST_DATA "/vectors/cbor.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QTest::addColumn<QByteArray>("hex");
    const QJsonArray rows =
        QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("invalid")].toArray();
    QCOMPARE(rows.size(), 33);
    for (const auto &row : rows) {
        const QJsonObject object = row.toObject();
        QTest::newRow(qPrintable(object[QStringLiteral("name")].toString()))
            << object[QStringLiteral("cbor")].toString().toLatin1();
    }
}

void TestCbor::refusesWhatTheVectorsRefuse()
{
    QFETCH(QByteArray, hex);
    cbor::DecodeOptions wire;
    wire.allowFloats = false;
    QVERIFY(!cbor::decode(fromHex(hex), wire).ok());
}

void TestCbor::sortsKeysWhateverTheOrder()
{
    cbor::Map map;
    map.set("bb", true);
    map.set("c", true);
    map.set("aa", true);
    QCOMPARE(toHex(cbor::encode(map)), QByteArray("a36163f5626161f5626262f5"));
}

void TestCbor::hugeLengthsAllocateNothing()
{
    for (const char *hex :
         {"9bffffffffffffffff", "bbffffffffffffffff", "5bffffffffffffffff", "7b7fffffffffffffff"})
        QVERIFY(!cbor::decode(fromHex(hex)).ok());
}

QTEST_APPLESS_MAIN(TestCbor)
#include "tst_cbor.moc"
