#include "sync/ic/gatewayanswer.h"
#include "sync/ic/sha.h"
#include "vectors.h"

#include <QTest>

using ic::GatewayAnswer;
using ic::GatewayFault;

/// Certified pages as a gateway judges them, against the vectors.
class TestIcGateway : public QObject
{
    Q_OBJECT

private slots:
    void judgesPages_data();
    void judgesPages();
    void tellsWhy_data();
    void tellsWhy();

private:
    std::optional<GatewayFault> judge(const GatewayAnswer &answer, const QJsonObject &row) const;
    QJsonObject m_file = vectorFile("gateway");
};

namespace {

GatewayAnswer answerOf(const QJsonObject &row)
{
    const QJsonValue response = row[QStringLiteral("response")];
    GatewayAnswer answer;
    answer.status = response[QStringLiteral("status_code")].toInt();
    for (const QJsonValue &header : response[QStringLiteral("headers")].toArray())
        answer.headers.emplace_back(textOf(header[0]), textOf(header[1]));
    answer.body = hexOf(response[QStringLiteral("body")]);
    return answer;
}

} // namespace

std::optional<GatewayFault> TestIcGateway::judge(const GatewayAnswer &answer,
                                                 const QJsonObject &row) const
{
    ic::CertificateVerifier verifier(hexOf(m_file[QStringLiteral("root_key")]));
    // The one row that says so is about an answer that is good otherwise.
    const bool needsVersion2 =
        row[QStringLiteral("name")].toString().endsWith(QLatin1String("version 2 is required"));
    return ic::checkGatewayAnswer(
        verifier,
        *ic::Principal::fromBytes(hexOf(m_file[QStringLiteral("canister_id")])),
        timeOf(m_file[QStringLiteral("now_ns")]),
        textOf(row[QStringLiteral("request")][QStringLiteral("url")]),
        answer,
        needsVersion2 ? 2 : 1);
}

void TestIcGateway::judgesPages_data()
{
    const QJsonArray rows = m_file[QStringLiteral("vectors")].toArray();
    QCOMPARE(rows.size(), 33);
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("name")].toString())) << row.toObject();
}

void TestIcGateway::judgesPages()
{
    QFETCH(QJsonObject, row);
    const GatewayAnswer answer = answerOf(row);
    const auto fault = judge(answer, row);
    QCOMPARE(QLatin1String(fault ? "rejected" : "verified"),
             row[QStringLiteral("expect")].toString());
    QCOMPARE(ic::toHex(ic::HashTree::decode(hexOf(row[QStringLiteral("tree_cbor")]))->rootHash()),
             textOf(row[QStringLiteral("tree_root_hash")]));
    const auto headers = ic::coveredHeadersHash(answer);
    if (fault || !headers)
        return;
    // The steps between, where the answer is the one that was certified.
    QCOMPARE(ic::toHex(ic::sha256(ic::toBytes(textOf(row[QStringLiteral("cel_expression")])))),
             textOf(row[QStringLiteral("expr_hash")]));
    QCOMPARE(ic::toHex(*headers), textOf(row[QStringLiteral("response_headers_hash")]));
    QCOMPARE(ic::toHex(ic::sha256(answer.body)), textOf(row[QStringLiteral("response_body_hash")]));
    QCOMPARE(ic::toHex(ic::Sha256().add(*headers).add(ic::sha256(answer.body)).finish()),
             textOf(row[QStringLiteral("response_hash")]));
}

void TestIcGateway::tellsWhy_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QByteArray>("fault");
    const auto row = [](const char *name, const char *fault) {
        QTest::newRow(name) << QString::fromLatin1(name) << QByteArray(fault);
    };
    row("body changed", "other_answer");
    row("status code changed", "other_answer");
    row("expression header changed", "other_expression");
    row("expression header missing", "no_certificate");
    row("certificate header missing", "no_certificate");
    row("stale certificate", "bad_certificate");
    row("certificate signed by a rogue key", "bad_certificate");
    row("url does not match the certified path", "other_path");
    row("legacy version 1 when version 2 is required", "old_version");
    row("wildcard path without proof that no more specific path exists", "more_specific_path");
    row("site of three entries: 404 presented for an existing page", "more_specific_path");
}

void TestIcGateway::tellsWhy()
{
    QFETCH(QString, row);
    QFETCH(QByteArray, fault);
    for (const QJsonValue &candidate : m_file[QStringLiteral("vectors")].toArray()) {
        if (candidate[QStringLiteral("name")].toString() != row)
            continue;
        const auto found = judge(answerOf(candidate.toObject()), candidate.toObject());
        QVERIFY(found);
        QCOMPARE(QByteArray(toString(*found)), fault);
        return;
    }
    QFAIL("no such row");
}

QTEST_APPLESS_MAIN(TestIcGateway)
#include "tst_icgateway.moc"
