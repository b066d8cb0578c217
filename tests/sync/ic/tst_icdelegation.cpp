#include "sync/ic/canistersignature.h"
#include "sync/ic/delegation.h"
#include "sync/ic/identity.h"
#include "sync/ic/publickey.h"
#include "sync/ic/requestid.h"
#include "sync/ic/sha.h"
#include "vectors.h"

#include <QJsonDocument>
#include <QTest>

/// Delegation chains against the vectors: hashes, JSON, and a replica's verdicts.
class TestIcDelegation : public QObject
{
    Q_OBJECT

private slots:
    void hashes_data();
    void hashes();
    void parsesJson_data();
    void parsesJson();
    void judgesAsAReplica_data();
    void judgesAsAReplica();
    void checksCanisterSignatures_data();
    void checksCanisterSignatures();
    void checksChainsOfCanisters_data();
    void checksChainsOfCanisters();
    void demandsTimeLeft();
    void speaksForTheFirstKey();

private:
    QJsonObject m_file = vectorFile("delegations");
    QJsonObject m_canisters = vectorFile("canister-signatures");
};

namespace {

ic::DelegationChain chainOf(const QJsonObject &json)
{
    const auto chain = ic::parseDelegationJson(QJsonDocument(json).toJson());
    if (!chain)
        qFatal("a good chain was refused: %s", chain.error().c_str());
    return chain.value();
}

/// The one row whose chain is told instead of listed.
ic::DelegationChain chainWithManyTargets(const QJsonObject &told, const ic::Bytes &publicKey)
{
    ic::Delegation delegation;
    delegation.publicKey = hexOf(told[QStringLiteral("pubkey")]);
    delegation.expirationNs =
        told[QStringLiteral("expiration")].toString().toULongLong(nullptr, 16);
    delegation.targets.emplace();
    for (int i = 0; i <= 1000; ++i) {
        const unsigned number = i < 1000 ? unsigned(i) : 5000U;
        const ic::Bytes id{
            0, 0, 0, 0, 0, 0, std::uint8_t(number >> 8U), std::uint8_t(number), 1, 1};
        delegation.targets->push_back(*ic::Principal::fromBytes(id));
    }
    return {publicKey, {{delegation, hexOf(told[QStringLiteral("signature")])}}};
}

/// The verdict on the whole request, in the replica's order: who sends, the chain, the signature.
QString verdict(const QJsonObject &row, const ic::DelegationChain &chain, const ic::ChainUse &use)
{
    const QJsonValue envelope = row[QStringLiteral("envelope_cbor")];
    if (!envelope.isString())
        return QLatin1String(toString(*ic::checkChain(chain, use)));
    const auto decoded = cbor::decode(hexOf(envelope));
    const cbor::Map &map = *decoded.value().asMap();
    const cbor::Map &content = *map.find("content")->asMap();
    const auto sender = ic::Principal::fromBytes(*content.find("sender")->asBytes());
    if (sender != ic::Principal::selfAuthenticating(chain.publicKey))
        return QStringLiteral("sender_mismatch");
    const auto fault = ic::checkChain(chain, use);
    const bool targetsLast = fault == ic::ChainFault::TargetNotAllowed;
    if (fault && !targetsLast)
        return QLatin1String(toString(*fault));
    const ic::Bytes &last =
        chain.links.empty() ? chain.publicKey : chain.links.back().delegation.publicKey;
    ic::Bytes message = ic::domainSeparator("ic-request");
    ic::append(message, ic::hashOfMap(content));
    if (!ic::verifySignature(
            *ic::parsePublicKey(last), message, *map.find("sender_sig")->asBytes()))
        return QStringLiteral("bad_request_signature");
    return fault ? QLatin1String(toString(*fault)) : QStringLiteral("ok");
}

} // namespace

void TestIcDelegation::hashes_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = m_file[QStringLiteral("delegation_hashes")].toArray();
    QCOMPARE(rows.size(), 2);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("hash")].toString())) << row.toObject();
}

void TestIcDelegation::hashes()
{
    QFETCH(QJsonObject, row);
    const QJsonObject given = row[QStringLiteral("delegation")].toObject();
    ic::Delegation delegation;
    delegation.publicKey = hexOf(given[QStringLiteral("pubkey")]);
    delegation.expirationNs = numberOf(given[QStringLiteral("expiration")]);
    if (given.contains(QStringLiteral("targets"))) {
        delegation.targets.emplace();
        for (const QJsonValue &target : given[QStringLiteral("targets")].toArray())
            delegation.targets->push_back(*ic::Principal::fromBytes(hexOf(target)));
    }
    QCOMPARE(ic::toHex(ic::hashOfMap(delegation.toCbor())), textOf(row[QStringLiteral("hash")]));
}

void TestIcDelegation::parsesJson_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = m_file[QStringLiteral("json")].toArray();
    QCOMPARE(rows.size(), 25);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("name")].toString())) << row.toObject();
}

void TestIcDelegation::parsesJson()
{
    QFETCH(QJsonObject, row);
    const bool accept = row[QStringLiteral("expect")].toString() == QLatin1String("accept");
    const auto chain = ic::parseDelegationJson(row[QStringLiteral("json")].toString().toUtf8());
    QCOMPARE(chain.ok(), accept);
    if (!accept)
        return;
    const auto again = ic::parseDelegationJson(ic::toDelegationJson(chain.value()));
    QVERIFY(again.ok());
    QVERIFY(again.value() == chain.value());
}

void TestIcDelegation::judgesAsAReplica_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = m_file[QStringLiteral("vectors")].toArray();
    QCOMPARE(rows.size(), 36);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("name")].toString())) << row.toObject();
}

void TestIcDelegation::judgesAsAReplica()
{
    QFETCH(QJsonObject, row);
    const QJsonObject told = row[QStringLiteral("chain")].toObject();
    const ic::Bytes rootKey =
        hexOf(m_file[QStringLiteral("keys")][QStringLiteral("root")][QStringLiteral("der")]);
    const ic::DelegationChain chain = told.contains(QStringLiteral("describe"))
                                          ? chainWithManyTargets(told, rootKey)
                                          : chainOf(told);
    const QString request = row[QStringLiteral("request_type")].toString();
    ic::ChainUse use;
    use.now = timeOf(m_file[QStringLiteral("now_ns")]);
    use.request = request == QLatin1String("call")    ? ic::ChainUse::Request::Call
                  : request == QLatin1String("query") ? ic::ChainUse::Request::Query
                                                      : ic::ChainUse::Request::ReadState;
    if (row.contains(QStringLiteral("canister_id")))
        use.canister = ic::Principal::fromBytes(hexOf(row[QStringLiteral("canister_id")]));
    QCOMPARE(verdict(row, chain, use), row[QStringLiteral("expect")].toString());
}

void TestIcDelegation::checksCanisterSignatures_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = m_canisters[QStringLiteral("vectors")].toArray();
    QCOMPARE(rows.size(), 11);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("name")].toString())) << row.toObject();
}

void TestIcDelegation::checksCanisterSignatures()
{
    QFETCH(QJsonObject, row);
    ic::CertificateVerifier verifier(hexOf(m_canisters[QStringLiteral("root_key")]));
    const auto key = ic::parsePublicKey(hexOf(row[QStringLiteral("public_key_der")]));
    QVERIFY(key);
    const auto fault = ic::checkCanisterSignature(verifier,
                                                  *key,
                                                  hexOf(row[QStringLiteral("payload")]),
                                                  hexOf(row[QStringLiteral("signature")]));
    QCOMPARE(QLatin1String(fault ? toString(*fault) : "ok"),
             row[QStringLiteral("expect")].toString());
}

void TestIcDelegation::checksChainsOfCanisters_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("one link") << QStringLiteral("chain");
    QTest::newRow("two links") << QStringLiteral("chain_two_links");
}

void TestIcDelegation::checksChainsOfCanisters()
{
    QFETCH(QString, name);
    const QJsonObject row = m_canisters[name].toObject();
    const auto chain = chainOf(row[QStringLiteral("json")].toObject());
    QCOMPARE(ic::Principal::selfAuthenticating(chain.publicKey).toString(),
             row[QStringLiteral("user_principal")].toString());
    const auto decoded = cbor::decode(hexOf(row[QStringLiteral("envelope_cbor")]));
    QVERIFY(decoded.ok());
    const cbor::Map &content = *decoded.value().asMap()->find("content")->asMap();
    ic::ChainUse use;
    use.now = timeOf(row.contains(QStringLiteral("now_ns")) ? row[QStringLiteral("now_ns")]
                                                            : m_file[QStringLiteral("now_ns")]);
    use.canister = ic::Principal::fromBytes(*content.find("canister_id")->asBytes());
    ic::CertificateVerifier verifier(hexOf(m_canisters[QStringLiteral("root_key")]));
    QVERIFY(!ic::checkChain(chain, use, &verifier));
    ic::Bytes message = ic::domainSeparator("ic-request");
    ic::append(message, ic::hashOfMap(content));
    const cbor::Value *signature = decoded.value().asMap()->find("sender_sig");
    QVERIFY(ic::verifySignature(*ic::parsePublicKey(chain.links.back().delegation.publicKey),
                                message,
                                *signature->asBytes()));

    // Another network's canisters have no say, and one changed bit has none either.
    ic::CertificateVerifier stranger(ic::mainNetworkRootKey());
    QVERIFY(ic::checkChain(chain, use, &stranger) == ic::ChainFault::BadSignature);
    auto forged = chain;
    forged.links.front().delegation.expirationNs ^= 1U;
    QVERIFY(ic::checkChain(forged, use, &verifier) == ic::ChainFault::BadSignature);
}

void TestIcDelegation::demandsTimeLeft()
{
    const QJsonValue row = m_file[QStringLiteral("vectors")][0];
    const auto chain = chainOf(row[QStringLiteral("chain")].toObject());
    ic::ChainUse use;
    use.now = timeOf(m_file[QStringLiteral("now_ns")]);
    use.canister = ic::Principal::fromBytes(hexOf(row[QStringLiteral("canister_id")]));
    use.minimumLeft = std::chrono::minutes(2);
    QVERIFY(!ic::checkChain(chain, use));
    use.minimumLeft = std::chrono::hours(2);
    QVERIFY(ic::checkChain(chain, use) == ic::ChainFault::Expired);
}

void TestIcDelegation::speaksForTheFirstKey()
{
    const QJsonValue row = m_file[QStringLiteral("vectors")][0];
    auto session = std::make_shared<ic::Ed25519Identity>(ic::Ed25519Identity::Seed{1});
    const auto chain = chainOf(row[QStringLiteral("chain")].toObject());
    const ic::DelegatedIdentity identity(session, chain);
    QCOMPARE(identity.sender(), ic::Principal::selfAuthenticating(chain.publicKey));
    QCOMPARE(identity.publicKey(), chain.publicKey);
    QCOMPARE(identity.delegations().size(), std::size_t{1});
    QCOMPARE(identity.sign(ic::viewOf("m")), session->sign(ic::viewOf("m")));
}

QTEST_APPLESS_MAIN(TestIcDelegation)
#include "tst_icdelegation.moc"
