#include "sync/ic/identity.h"
#include "sync/ic/publickey.h"
#include "vectors.h"

#include <QTest>

using ic::EcdsaRule;
using ic::Ed25519Identity;

/// Keys and signatures against the vectors; PEM against what other tools write.
class TestIcKeys : public QObject
{
    Q_OBJECT

private slots:
    void readsKeys_data();
    void readsKeys();
    void signsAndVerifies_data();
    void signsAndVerifies();
    void refusesSignatures_data();
    void refusesSignatures();
    void refusesKeys_data();
    void refusesKeys();
    void recognisesOtherKeys_data();
    void recognisesOtherKeys();
    void highSIsAcceptedForP256OnlyWhereToldSo();
    void pemSurvivesARoundTrip();
    void readsPemOfOtherTools_data();
    void readsPemOfOtherTools();
    void refusesPem_data();
    void refusesPem();
    void generatesDifferentKeys();
    void anonymousSignsNothing();

private:
    QJsonObject keyNamed(const QString &id) const;
    QJsonObject m_file = vectorFile("keys-signatures");
};

QJsonObject TestIcKeys::keyNamed(const QString &id) const
{
    for (const QJsonValue &key : m_file[QStringLiteral("keys")].toArray()) {
        if (key[QStringLiteral("id")].toString() == id)
            return key.toObject();
    }
    return {};
}

namespace {

Ed25519Identity identityOf(const QJsonValue &secret)
{
    const ic::Bytes bytes = hexOf(secret);
    Ed25519Identity::Seed seed{};
    std::copy(bytes.begin(), bytes.end(), seed.begin());
    return Ed25519Identity(seed);
}

ic::PublicKey publicKeyOf(const QJsonObject &key)
{
    const auto parsed = ic::parsePublicKey(hexOf(key[QStringLiteral("public_der")]));
    if (!parsed)
        qFatal("a good key was refused");
    return *parsed;
}

ic::KeyScheme schemeOf(const QJsonObject &key)
{
    const QString scheme = key[QStringLiteral("scheme")].toString();
    return scheme == QLatin1String("ed25519") ? ic::KeyScheme::Ed25519
           : scheme == QLatin1String("p256")  ? ic::KeyScheme::P256
                                              : ic::KeyScheme::Secp256k1;
}

} // namespace

void TestIcKeys::readsKeys_data()
{
    QTest::addColumn<QJsonObject>("key");
    const QJsonArray rows = m_file[QStringLiteral("keys")].toArray();
    QCOMPARE(rows.size(), 9);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("id")].toString())) << row.toObject();
}

void TestIcKeys::readsKeys()
{
    QFETCH(QJsonObject, key);
    const ic::Bytes der = hexOf(key[QStringLiteral("public_der")]);
    const auto parsed = ic::parsePublicKey(der);
    QVERIFY(parsed);
    QVERIFY(parsed->scheme == schemeOf(key));
    QCOMPARE(ic::toHex(parsed->raw), textOf(key[QStringLiteral("public_raw")]));
    QCOMPARE(ic::encodePublicKey(parsed->scheme, parsed->raw), der);
    QCOMPARE(ic::Principal::selfAuthenticating(der).toString(),
             key[QStringLiteral("principal")].toString());
    if (parsed->scheme == ic::KeyScheme::Ed25519)
        QCOMPARE(identityOf(key[QStringLiteral("secret")]).publicKey(), der);
}

void TestIcKeys::signsAndVerifies_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = m_file[QStringLiteral("signatures")].toArray();
    QCOMPARE(rows.size(), 45);
    for (const QJsonValue &row : rows)
        QTest::addRow("%s, %s",
                      qPrintable(row[QStringLiteral("key")].toString()),
                      qPrintable(row[QStringLiteral("message_name")].toString()))
            << row.toObject();
}

void TestIcKeys::signsAndVerifies()
{
    QFETCH(QJsonObject, row);
    const QJsonObject key = keyNamed(row[QStringLiteral("key")].toString());
    const ic::Bytes message = hexOf(row[QStringLiteral("message")]);
    const ic::Bytes signature = hexOf(row[QStringLiteral("signature")]);
    QVERIFY(ic::verifySignature(publicKeyOf(key), message, signature));
    if (schemeOf(key) == ic::KeyScheme::Ed25519)
        QCOMPARE(identityOf(key[QStringLiteral("secret")]).sign(message), signature);
}

void TestIcKeys::refusesSignatures_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = m_file[QStringLiteral("invalid_signatures")].toArray();
    QCOMPARE(rows.size(), 40);
    for (const QJsonValue &row : rows)
        QTest::addRow("%s, %s",
                      qPrintable(row[QStringLiteral("key")].toString()),
                      qPrintable(row[QStringLiteral("reason")].toString()))
            << row.toObject();
}

void TestIcKeys::refusesSignatures()
{
    QFETCH(QJsonObject, row);
    const auto key = publicKeyOf(keyNamed(row[QStringLiteral("key")].toString()));
    QVERIFY(!ic::verifySignature(
        key, hexOf(row[QStringLiteral("message")]), hexOf(row[QStringLiteral("signature")])));
}

void TestIcKeys::refusesKeys_data()
{
    QTest::addColumn<QString>("der");
    const QJsonArray rows = m_file[QStringLiteral("invalid_public_keys")].toArray();
    QCOMPARE(rows.size(), 19);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("reason")].toString()))
            << row[QStringLiteral("public_der")].toString();
}

void TestIcKeys::refusesKeys()
{
    QFETCH(QString, der);
    QVERIFY(!ic::parsePublicKey(hexOf(der)));
}

void TestIcKeys::recognisesOtherKeys_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = m_file[QStringLiteral("other_keys")].toArray();
    QCOMPARE(rows.size(), 4);
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("name")].toString())) << row.toObject();
}

void TestIcKeys::recognisesOtherKeys()
{
    QFETCH(QJsonObject, row);
    const ic::Bytes der = hexOf(row[QStringLiteral("public_der")]);
    const auto key = ic::parsePublicKey(der);
    QVERIFY(key);
    QCOMPARE(ic::Principal::selfAuthenticating(der).toString(),
             row[QStringLiteral("principal")].toString());
    if (row[QStringLiteral("scheme")].toString() == QLatin1String("canister_signature")) {
        QVERIFY(key->scheme == ic::KeyScheme::CanisterSignature);
        const ic::Bytes canister = hexOf(row[QStringLiteral("signing_canister")]);
        ic::Bytes expected{static_cast<std::uint8_t>(canister.size())};
        ic::append(expected, canister);
        ic::append(expected, hexOf(row[QStringLiteral("seed")]));
        QCOMPARE(key->raw, expected);
    } else {
        QVERIFY(key->scheme == ic::KeyScheme::WebAuthn);
        QCOMPARE(key->raw, hexOf(row[QStringLiteral("cose")]));
    }
}

void TestIcKeys::highSIsAcceptedForP256OnlyWhereToldSo()
{
    int seen = 0;
    for (const QJsonValue &row : m_file[QStringLiteral("invalid_signatures")].toArray()) {
        if (row[QStringLiteral("reason")].toString() != QLatin1String("high s (n - s)"))
            continue;
        const auto key = publicKeyOf(keyNamed(row[QStringLiteral("key")].toString()));
        QCOMPARE(ic::verifySignature(key,
                                     hexOf(row[QStringLiteral("message")]),
                                     hexOf(row[QStringLiteral("signature")]),
                                     EcdsaRule::AnySForP256),
                 key.scheme == ic::KeyScheme::P256);
        ++seen;
    }
    QCOMPARE(seen, 2);
}

void TestIcKeys::pemSurvivesARoundTrip()
{
    SystemRandom random;
    const auto identity = Ed25519Identity::generate(random);
    const auto again = Ed25519Identity::fromPem("a note\r\n" + identity->toPem() + "more");
    QVERIFY(again);
    QCOMPARE(again->sender(), identity->sender());
    QCOMPARE(again->sign(ic::viewOf("m")), identity->sign(ic::viewOf("m")));
}

void TestIcKeys::readsPemOfOtherTools_data()
{
    // The key of RFC 8410 section 10.3, without and with its public key (DER of the RFC; the
    // second form is the one of ring and dfx, the third its wrapped variant).
    const QByteArray seed("d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842");
    const QByteArray publicKey("19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");
    QTest::addColumn<QByteArray>("der");
    QTest::newRow("version 1") << "302e020100300506032b657004220420" + seed;
    QTest::newRow("version 2") << "3051020101300506032b657004220420" + seed + "812100" + publicKey;
    QTest::newRow("version 2, public key wrapped")
        << "3053020101300506032b657004220420" + seed + "a123032100" + publicKey;
}

void TestIcKeys::readsPemOfOtherTools()
{
    QFETCH(QByteArray, der);
    const QByteArray pem = "-----BEGIN PRIVATE KEY-----\n" + QByteArray::fromHex(der).toBase64()
                           + "\n-----END PRIVATE KEY-----\n";
    const auto identity = Ed25519Identity::fromPem(pem.toStdString());
    QVERIFY(identity);
    QCOMPARE(ic::toHex(identity->publicKey()),
             std::string("302a300506032b657003210019bf44096984cdfe8541bac167dc3b96c85086aa30b6b6"
                         "cb0c5c38ad703166e1"));
}

void TestIcKeys::refusesPem_data()
{
    QTest::addColumn<QByteArray>("pem");
    const QByteArray good(
        "302e020100300506032b657004220420d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44"
        "755842");
    const auto wrap = [](const QByteArray &hex) {
        return "-----BEGIN PRIVATE KEY-----\n" + QByteArray::fromHex(hex).toBase64()
               + "\n-----END PRIVATE KEY-----\n";
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("empty block") << wrap("");
    QTest::newRow("no end") << QByteArray("-----BEGIN PRIVATE KEY-----\nMC4CAQAw");
    QTest::newRow("not base64") << QByteArray(
        "-----BEGIN PRIVATE KEY-----\n!!!\n-----END PRIVATE KEY-----");
    QTest::newRow("cut seed") << wrap(good.left(good.size() - 2));
    QTest::newRow("a byte more") << wrap(good + "00");
    QTest::newRow("X25519") << wrap(QByteArray(good).replace("2b6570", "2b656e"));
    QTest::newRow("public key of another seed")
        << wrap("3051020101300506032b657004220420"
                "d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842812100"
                "00bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");
}

void TestIcKeys::refusesPem()
{
    QFETCH(QByteArray, pem);
    QVERIFY(!Ed25519Identity::fromPem(pem.toStdString()));
}

void TestIcKeys::generatesDifferentKeys()
{
    SystemRandom random;
    QVERIFY(Ed25519Identity::generate(random)->sender()
            != Ed25519Identity::generate(random)->sender());
}

void TestIcKeys::anonymousSignsNothing()
{
    const ic::AnonymousIdentity anonymous;
    QVERIFY(anonymous.sender().isAnonymous());
    QVERIFY(anonymous.publicKey().empty());
    QVERIFY(anonymous.sign(ic::viewOf("m")).empty());
    QVERIFY(anonymous.delegations().empty());
}

QTEST_APPLESS_MAIN(TestIcKeys)
#include "tst_ickeys.moc"
