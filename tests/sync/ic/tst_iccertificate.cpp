#include "sync/ic/bls.h"
#include "sync/ic/certificate.h"
#include "sync/ic/publickey.h"
#include "vectors.h"

#include <QTest>

using ic::CertificateTarget;
using ic::CertificateVerifier;
using ic::HashTree;
using ic::LookupStatus;

/// BLS signatures, hash trees and certificates against the vectors.
class TestIcCertificate : public QObject
{
    Q_OBJECT

private slots:
    void verifiesBls_data();
    void verifiesBls();
    void readsTrees_data();
    void readsTrees();
    void refusesTrees_data();
    void refusesTrees();
    void limitsDepth();
    void limitsValues();
    void judgesCertificates_data();
    void judgesCertificates();
    void acceptsTheMainNetwork_data();
    void acceptsTheMainNetwork();
    void remembersDelegations();
};

namespace {

void addRows(const QJsonArray &rows)
{
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonValue &row : rows) {
        const QString name = row[QStringLiteral("name")].toString();
        QTest::newRow(qPrintable(name.isEmpty() ? row[QStringLiteral("reason")].toString() : name))
            << row.toObject();
    }
}

ic::Path pathOf(const QJsonValue &labels)
{
    ic::Path path;
    for (const QJsonValue &label : labels.toArray())
        path.push_back(hexOf(label));
    return path;
}

QString wordFor(LookupStatus status)
{
    switch (status) {
    case LookupStatus::Found:
        return QStringLiteral("found");
    case LookupStatus::Absent:
        return QStringLiteral("absent");
    case LookupStatus::Unknown:
        return QStringLiteral("unknown");
    case LookupStatus::Error:
        return QStringLiteral("error");
    }
    return {};
}

void compareLookups(const HashTree &tree, const QJsonArray &lookups)
{
    for (const QJsonValue &lookup : lookups) {
        const auto found = tree.lookup(pathOf(lookup[QStringLiteral("path")]));
        QCOMPARE(wordFor(found.status), lookup[QStringLiteral("result")].toString());
        if (found.status == LookupStatus::Found)
            QCOMPARE(ic::toHex(found.value), textOf(lookup[QStringLiteral("value")]));
    }
}

CertificateTarget targetOf(const QJsonObject &row)
{
    const bool isCanister = row.contains(QStringLiteral("canister_id"));
    const auto id = ic::Principal::fromBytes(
        hexOf(row[isCanister ? QStringLiteral("canister_id") : QStringLiteral("subnet_id")]));
    return isCanister ? CertificateTarget::canister(*id) : CertificateTarget::subnet(*id);
}

} // namespace

void TestIcCertificate::verifiesBls_data()
{
    const QJsonArray rows = vectorFile("keys-signatures")[QStringLiteral("bls")].toArray();
    QCOMPARE(rows.size(), 15);
    addRows(rows);
}

void TestIcCertificate::verifiesBls()
{
    QFETCH(QJsonObject, row);
    const ic::Bytes key = hexOf(row[QStringLiteral("public_key")]);
    QCOMPARE(ic::verifyBls(key,
                           hexOf(row[QStringLiteral("signature")]),
                           hexOf(row[QStringLiteral("message")])),
             row[QStringLiteral("valid")].toBool());
    const auto parsed = ic::parsePublicKey(hexOf(row[QStringLiteral("public_key_der")]));
    QVERIFY(parsed);
    QCOMPARE(parsed->raw, key);
}

void TestIcCertificate::readsTrees_data()
{
    const QJsonArray rows = vectorFile("hash-trees")[QStringLiteral("trees")].toArray();
    QCOMPARE(rows.size(), 28);
    qsizetype lookups = 0;
    for (const QJsonValue &row : rows)
        lookups += row[QStringLiteral("lookups")].toArray().size();
    QCOMPARE(lookups, 148);
    addRows(rows);
}

void TestIcCertificate::readsTrees()
{
    QFETCH(QJsonObject, row);
    const auto tree = HashTree::decode(hexOf(row[QStringLiteral("cbor")]));
    QVERIFY(tree);
    QCOMPARE(ic::toHex(tree->rootHash()), textOf(row[QStringLiteral("root_hash")]));
    QCOMPARE(tree->isWellFormed(), row[QStringLiteral("well_formed")].toBool());
    compareLookups(*tree, row[QStringLiteral("lookups")].toArray());
}

void TestIcCertificate::refusesTrees_data()
{
    const QJsonArray rows = vectorFile("hash-trees")[QStringLiteral("invalid")].toArray();
    QCOMPARE(rows.size(), 24);
    addRows(rows);
}

namespace {

ic::Bytes nestedLabels(int depth)
{
    ic::Bytes bytes;
    for (int i = 0; i < depth; ++i)
        ic::append(bytes, ic::Bytes{0x83, 0x02, 0x41, 0x61});
    ic::append(bytes, ic::Bytes{0x81, 0x00});
    return bytes;
}

} // namespace

void TestIcCertificate::refusesTrees()
{
    QFETCH(QJsonObject, row);
    const QJsonValue cbor = row[QStringLiteral("cbor")];
    const ic::Bytes bytes = cbor.isString() ? hexOf(cbor) : nestedLabels(100'000);
    QVERIFY(!HashTree::decode(bytes));
}

void TestIcCertificate::limitsDepth()
{
    QVERIFY(HashTree::decode(nestedLabels(127)));
    QVERIFY(!HashTree::decode(nestedLabels(128)));
}

void TestIcCertificate::limitsValues()
{
    // Forks of empty trees, 2 to the depth of them: a few bytes each.
    const auto forks = [](int depth) {
        ic::Bytes tree{0x81, 0x00};
        for (int i = 0; i < depth; ++i) {
            ic::Bytes fork{0x83, 0x01};
            ic::append(fork, tree);
            ic::append(fork, tree);
            tree = std::move(fork);
        }
        return tree;
    };
    QVERIFY(HashTree::decode(forks(15)));
    QVERIFY(!HashTree::decode(forks(17)));
}

void TestIcCertificate::judgesCertificates_data()
{
    const QJsonArray rows = vectorFile("certificates")[QStringLiteral("vectors")].toArray();
    QCOMPARE(rows.size(), 67);
    addRows(rows);
}

void TestIcCertificate::judgesCertificates()
{
    QFETCH(QJsonObject, row);
    const QString expected = row[QStringLiteral("expect")].toString();
    CertificateVerifier verifier(
        hexOf(row.contains(QStringLiteral("root_key"))
                  ? row[QStringLiteral("root_key")]
                  : vectorFile("certificates")[QStringLiteral("root_key")]));
    const auto verified = verifier.verify(hexOf(row[QStringLiteral("certificate")]),
                                          targetOf(row),
                                          timeOf(row[QStringLiteral("now_ns")]));
    if (!verified) {
        QCOMPARE(QLatin1String(toString(verified.error().kind)), expected);
        return;
    }
    QCOMPARE(QStringLiteral("ok"), expected);
    QCOMPARE(verified.value().time, timeOf(row[QStringLiteral("time_ns")]));
    compareLookups(verified.value().tree, row[QStringLiteral("lookups")].toArray());
}

void TestIcCertificate::acceptsTheMainNetwork_data()
{
    const QJsonObject file = vectorFile("mainnet-certificates");
    QCOMPARE(ic::mainNetworkRootKey(), hexOf(file[QStringLiteral("root_key")]));
    const QJsonArray rows = file[QStringLiteral("vectors")].toArray();
    QCOMPARE(rows.size(), 4);
    addRows(rows);
}

void TestIcCertificate::acceptsTheMainNetwork()
{
    QFETCH(QJsonObject, row);
    using namespace std::chrono_literals;
    const ic::Bytes bytes = hexOf(row[QStringLiteral("certificate")]);
    const bool isCanister = row.contains(QStringLiteral("canister"));
    const auto id = *ic::Principal::fromText(
        row[isCanister ? QStringLiteral("canister") : QStringLiteral("subnet")].toString());
    const auto target =
        isCanister ? CertificateTarget::canister(id) : CertificateTarget::subnet(id);
    const UtcTime time = timeOf(row[QStringLiteral("time_ns")]);

    CertificateVerifier verifier(ic::mainNetworkRootKey());
    const auto verified = verifier.verify(bytes, target, time);
    QVERIFY2(verified.ok(), verified.ok() ? "" : toString(verified.error().kind));
    QCOMPARE(verified.value().time, time);
    QCOMPARE(ic::toHex(verified.value().tree.rootHash()), textOf(row[QStringLiteral("root_hash")]));
    const QJsonValue delegation = row[QStringLiteral("delegation")];
    QCOMPARE(verified.value().isDelegated, delegation.isObject());
    if (delegation.isObject())
        QCOMPARE(verified.value().subnet.toString(),
                 delegation[QStringLiteral("subnet")].toString());

    const auto late = verifier.verify(bytes, target, time + 5min + 1ns);
    QVERIFY(!late && late.error().kind == ic::CertificateError::Kind::Stale);
    QVERIFY(verifier.verify(bytes, target, time + 5min + 1ns, ic::Freshness::Ignored));
    CertificateVerifier stranger(hexOf(vectorFile("certificates")[QStringLiteral("root_key")]));
    const auto refused = stranger.verify(bytes, target, time);
    QVERIFY(!refused && refused.error().kind == ic::CertificateError::Kind::BadSignature);
}

void TestIcCertificate::remembersDelegations()
{
    const QJsonObject file = vectorFile("certificates");
    CertificateVerifier verifier(hexOf(file[QStringLiteral("root_key")]));
    const auto rowNamed = [&](const char *name) {
        for (const QJsonValue &row : file[QStringLiteral("vectors")].toArray()) {
            if (row[QStringLiteral("name")].toString() == QLatin1String(name))
                return row.toObject();
        }
        return QJsonObject();
    };
    const auto judge = [&](const char *name) {
        const QJsonObject row = rowNamed(name);
        const auto verified = verifier.verify(hexOf(row[QStringLiteral("certificate")]),
                                              targetOf(row),
                                              timeOf(row[QStringLiteral("now_ns")]));
        return QLatin1String(verified ? "ok" : toString(verified.error().kind));
    };
    // The delegation is known by now; its ranges and age must still be looked at.
    QCOMPARE(judge("app subnet, sharded ranges, replied"), QLatin1String("ok"));
    QCOMPARE(judge("app subnet, sharded ranges, replied"), QLatin1String("ok"));
    QCOMPARE(judge("canister outside the ranges, sharded"), QLatin1String("not_authorized"));
    QCOMPARE(judge("delegation 31 days old"), QLatin1String("delegation_stale"));
    QCOMPARE(judge("tampered leaf (reply value changed)"), QLatin1String("bad_signature"));
    QCOMPARE(judge("delegation signed by a rogue key"), QLatin1String("bad_signature"));
}

QTEST_APPLESS_MAIN(TestIcCertificate)
#include "tst_iccertificate.moc"
