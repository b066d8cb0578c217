#include "sync/ic/certificate.h"
#include "sync/ic/publickey.h"
#include "sync/ic/queryanswer.h"
#include "sync/ic/request.h"
#include "sync/ic/requestid.h"
#include "sync/ic/sha.h"
#include "vectors.h"

#include <QTest>

/// Envelopes and signed query answers against the vectors.
class TestIcRequest : public QObject
{
    Q_OBJECT

private slots:
    void readsEnvelopes_data();
    void readsEnvelopes();
    void writesEnvelopes_data() { readsEnvelopes_data(); }
    void writesEnvelopes();
    void carriesDelegations();
    void checksQueryAnswers_data();
    void checksQueryAnswers();
    void refusesQueryBodies_data();
    void refusesQueryBodies();
};

namespace {

void addRows(const QJsonArray &rows)
{
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("name")].toString())) << row.toObject();
}

ic::Bytes secretOf(ic::KeyScheme scheme)
{
    const QJsonValue keys = vectorFile("envelopes")[QStringLiteral("keys")];
    return hexOf(keys[scheme == ic::KeyScheme::Ed25519 ? QStringLiteral("ed25519")
                      : scheme == ic::KeyScheme::P256  ? QStringLiteral("p256")
                                                       : QStringLiteral("secp256k1")]);
}

cbor::Map envelopeOf(const QJsonValue &hex)
{
    const auto decoded = cbor::decode(hexOf(hex));
    if (!decoded || !decoded.value().asMap())
        qFatal("a vector's envelope does not decode");
    return *decoded.value().asMap();
}

} // namespace

void TestIcRequest::readsEnvelopes_data()
{
    const QJsonArray rows = vectorFile("envelopes")[QStringLiteral("vectors")].toArray();
    QCOMPARE(rows.size(), 11);
    addRows(rows);
}

void TestIcRequest::readsEnvelopes()
{
    QFETCH(QJsonObject, row);
    const cbor::Map envelope = envelopeOf(row[QStringLiteral("envelope_cbor")]);
    const cbor::Map &content = *envelope.find("content")->asMap();
    QVERIFY(*envelope.find("content") == cborOf(row[QStringLiteral("content")]));
    const ic::Hash id = ic::hashOfMap(content);
    QCOMPARE(ic::toHex(id), textOf(row[QStringLiteral("request_id")]));
    if (!row.contains(QStringLiteral("sender_pubkey"))) {
        QVERIFY(!envelope.find("sender_pubkey") && !envelope.find("sender_sig"));
        return;
    }
    ic::Bytes message = ic::domainSeparator("ic-request");
    ic::append(message, id);
    QCOMPARE(ic::toHex(message), textOf(row[QStringLiteral("signed_bytes")]));
    const auto key = ic::parsePublicKey(*envelope.find("sender_pubkey")->asBytes());
    QVERIFY(key);
    QVERIFY(ic::verifySignature(*key, message, *envelope.find("sender_sig")->asBytes()));
}

void TestIcRequest::writesEnvelopes()
{
    QFETCH(QJsonObject, row);
    const cbor::Map given = envelopeOf(row[QStringLiteral("envelope_cbor")]);
    const cbor::Map &content = *given.find("content")->asMap();
    const auto sender = *ic::Principal::fromBytes(*content.find("sender")->asBytes());
    const std::uint64_t expiryNs = *content.find("ingress_expiry")->asUnsigned();
    cbor::Map built;
    if (const cbor::Value *paths = content.find("paths")) {
        std::vector<ic::Path> list;
        for (const cbor::Value &path : *paths->asArray()) {
            auto &labels = list.emplace_back();
            for (const cbor::Value &label : *path.asArray())
                labels.push_back(*label.asBytes());
        }
        built = ic::makeReadStateContent(list, sender, expiryNs);
    } else {
        const cbor::Value *nonce = content.find("nonce");
        built = ic::makeCallContent(
            {*content.find("request_type")->asText() == "call" ? ic::CallKind::Update
                                                               : ic::CallKind::Query,
             *ic::Principal::fromBytes(*content.find("canister_id")->asBytes()),
             *content.find("method_name")->asText(),
             *content.find("arg")->asBytes(),
             nonce ? *nonce->asBytes() : ic::Bytes()},
            sender,
            expiryNs);
    }
    QVERIFY(built == content);

    const cbor::Value *givenKey = given.find("sender_pubkey");
    if (!givenKey) {
        const auto request = ic::signRequest(built, ic::AnonymousIdentity());
        QCOMPARE(ic::toHex(request.id), textOf(row[QStringLiteral("request_id")]));
        QVERIFY(*cbor::decode(request.envelope).value().asMap() == given);
        return;
    }
    const auto scheme = ic::parsePublicKey(*givenKey->asBytes())->scheme;
    const auto identity = ic::KeyIdentity::fromSecret(scheme, secretOf(scheme));
    QVERIFY(identity);
    const ic::SignedRequest request = ic::signRequest(built, *identity);
    QCOMPARE(ic::toHex(request.id), textOf(row[QStringLiteral("request_id")]));
    QCOMPARE(request.expiryNs, expiryNs);
    auto decoded = cbor::decode(request.envelope);
    QVERIFY(decoded.ok());
    cbor::Map &map = *decoded.value().asMap();
    if (scheme != ic::KeyScheme::Ed25519) {
        // Every ECDSA signature is another one; verify ours, then compare the rest.
        ic::Bytes message = ic::domainSeparator("ic-request");
        ic::append(message, request.id);
        QVERIFY(ic::verifySignature(*ic::parsePublicKey(identity->publicKey()),
                                    message,
                                    *map.find("sender_sig")->asBytes()));
        map.set("sender_sig", *given.find("sender_sig"));
    }
    QVERIFY(map == given);
}

void TestIcRequest::carriesDelegations()
{
    auto session = std::make_shared<ic::Ed25519Identity>(ic::Ed25519Identity::Seed{7});
    ic::DelegationChain chain;
    chain.publicKey = ic::Ed25519Identity(ic::Ed25519Identity::Seed{8}).publicKey();
    chain.links.push_back({{session->publicKey(), 5, {{ic::Principal()}}, "queries"}, {1, 2, 3}});
    const ic::DelegatedIdentity identity(session, chain);
    const auto request =
        ic::signRequest(ic::makeReadStateContent({}, identity.sender(), 1), identity);
    const auto decoded = cbor::decode(request.envelope);
    const cbor::Map &envelope = *decoded.value().asMap();
    QCOMPARE(*envelope.find("sender_pubkey")->asBytes(), chain.publicKey);
    const cbor::Map &link = *envelope.find("sender_delegation")->asArray()->front().asMap();
    QVERIFY(*link.find("delegation") == cbor::Value(chain.links[0].delegation.toCbor()));
    QCOMPARE(*link.find("signature")->asBytes(), chain.links[0].signature);
    ic::Bytes message = ic::domainSeparator("ic-request");
    ic::append(message, request.id);
    QVERIFY(ic::verifySignature(*ic::parsePublicKey(session->publicKey()),
                                message,
                                *envelope.find("sender_sig")->asBytes()));
}

void TestIcRequest::checksQueryAnswers_data()
{
    const QJsonArray rows = vectorFile("query-signatures")[QStringLiteral("vectors")].toArray();
    QCOMPARE(rows.size(), 25);
    addRows(rows);
}

void TestIcRequest::checksQueryAnswers()
{
    QFETCH(QJsonObject, row);
    const QJsonObject file = vectorFile("query-signatures");
    const UtcTime now = timeOf(file[QStringLiteral("now_ns")]);
    const auto canister = *ic::Principal::fromBytes(hexOf(row[QStringLiteral("canister_id")]));
    const QJsonValue source =
        file[QStringLiteral("node_key_certificates")][row[QStringLiteral("subnet")].toString()];
    ic::CertificateVerifier verifier(hexOf(file[QStringLiteral("root_key")]));
    const auto certificate = verifier.verify(hexOf(source[QStringLiteral("certificate")]),
                                             ic::CertificateTarget::canister(canister),
                                             now);
    QVERIFY(certificate.ok());
    const auto keys = ic::nodeKeysFrom(certificate.value(), canister);
    QVERIFY(keys);

    const cbor::Map envelope = envelopeOf(row[QStringLiteral("envelope_cbor")]);
    const ic::Hash id = ic::hashOfMap(*envelope.find("content")->asMap());
    QCOMPARE(ic::toHex(id), textOf(row[QStringLiteral("request_id")]));
    const auto body = cbor::decode(hexOf(row[QStringLiteral("response_cbor")]));
    QVERIFY(body.ok());
    const auto answer = ic::parseQueryAnswer(body.value());
    QVERIFY(answer);
    const QJsonObject response = row[QStringLiteral("response")].toObject();
    QCOMPARE(answer->reject.has_value(),
             response[QStringLiteral("status")].toString() == QLatin1String("rejected"));
    if (!answer->reject)
        QCOMPARE(ic::toHex(answer->reply), textOf(response[QStringLiteral("arg")]));
    const auto fault = ic::checkQueryAnswer(*answer, id, *keys, now);
    QCOMPARE(QLatin1String(fault ? toString(*fault) : "ok"),
             row[QStringLiteral("expect")].toString());
}

void TestIcRequest::refusesQueryBodies_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("not a map") << QByteArray("01");
    QTest::newRow("no status") << QByteArray("a0");
    QTest::newRow("unknown status") << QByteArray("a166737461747573656c61746572");
    QTest::newRow("replied without reply") << QByteArray("a166737461747573677265706c696564");
    QTest::newRow("rejected without code") << QByteArray("a1667374617475736872656a6563746564");
    QTest::newRow("signatures are a number")
        << QByteArray("a2667374617475736872656a65637465646a7369676e61747572657301");
}

void TestIcRequest::refusesQueryBodies()
{
    QFETCH(QByteArray, hex);
    const auto body = cbor::decode(hexOf(QString::fromLatin1(hex)));
    QVERIFY(body.ok());
    QVERIFY(!ic::parseQueryAnswer(body.value()));
}

QTEST_APPLESS_MAIN(TestIcRequest)
#include "tst_icrequest.moc"
