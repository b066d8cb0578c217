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
    void readsEcPem_data();
    void readsEcPem();
    void refusesSecrets_data();
    void refusesSecrets();
    void keepsTheWidthOfSignatures();
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
    const auto identity =
        ic::KeyIdentity::fromSecret(parsed->scheme, hexOf(key[QStringLiteral("secret")]));
    QVERIFY(identity);
    QVERIFY(identity->scheme() == parsed->scheme);
    QCOMPARE(identity->publicKey(), der);
    QCOMPARE(identity->secret(), hexOf(key[QStringLiteral("secret")]));
    const auto again = ic::identityFromPem(identity->toPem());
    QVERIFY(again);
    QCOMPARE(again->publicKey(), der);
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
    const auto identity =
        ic::KeyIdentity::fromSecret(schemeOf(key), hexOf(key[QStringLiteral("secret")]));
    const ic::Bytes own = identity->sign(message);
    QCOMPARE(own.size(), std::size_t{64});
    QVERIFY(ic::verifySignature(publicKeyOf(key), message, own, EcdsaRule::LowS));
    if (schemeOf(key) == ic::KeyScheme::Ed25519)
        QCOMPARE(own, signature);
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
    const auto again = ic::identityFromPem("a note\r\n" + identity->toPem() + "more");
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
    const auto identity = ic::identityFromPem(pem.toStdString());
    QVERIFY(identity);
    QCOMPARE(ic::toHex(identity->publicKey()),
             std::string("302a300506032b657003210019bf44096984cdfe8541bac167dc3b96c85086aa30b6b6"
                         "cb0c5c38ad703166e1"));
}

void TestIcKeys::readsEcPem_data()
{
    // As OpenSSL 3.0 writes them; keys of no use.
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QByteArray>("publicKey");
    QTest::newRow("P-256, SEC1 behind parameters")
        << QByteArray("-----BEGIN EC PARAMETERS-----\n"
                      "BggqhkjOPQMBBw==\n"
                      "-----END EC PARAMETERS-----\n"
                      "-----BEGIN EC PRIVATE KEY-----\n"
                      "MHcCAQEEIEpT8Qdhg8KESLqcZFpko5iMGfgTLJulcwQBC7QHJrg2oAoGCCqGSM49\n"
                      "AwEHoUQDQgAErHpWyXQI+uZEWwVG23sp49LyOEMDKVVY75PhoWXFc+HcBCzXdJOh\n"
                      "jzxzRaCNYvInW8Ij0vwr3uZxl59loqRdPQ==\n"
                      "-----END EC PRIVATE KEY-----\n")
        << QByteArray("3059301306072a8648ce3d020106082a8648ce3d03010703420004ac7a56c97408fae6445b05"
                      "46db7b29e3d2f2384303295558ef93e1a165c573e1dc042cd77493a18f3c7345a08d62f2275b"
                      "c223d2fc2bdee671979f65a2a45d3d");
    QTest::newRow("P-256, PKCS#8")
        << QByteArray("-----BEGIN PRIVATE KEY-----\n"
                      "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgSlPxB2GDwoRIupxk\n"
                      "WmSjmIwZ+BMsm6VzBAELtAcmuDahRANCAASselbJdAj65kRbBUbbeynj0vI4QwMp\n"
                      "VVjvk+GhZcVz4dwELNd0k6GPPHNFoI1i8idbwiPS/Cve5nGXn2WipF09\n"
                      "-----END PRIVATE KEY-----\n")
        << QByteArray("3059301306072a8648ce3d020106082a8648ce3d03010703420004ac7a56c97408fae6445b05"
                      "46db7b29e3d2f2384303295558ef93e1a165c573e1dc042cd77493a18f3c7345a08d62f2275b"
                      "c223d2fc2bdee671979f65a2a45d3d");
    QTest::newRow("P-256, SEC1 without public key")
        << QByteArray("-----BEGIN EC PRIVATE KEY-----\n"
                      "MDECAQEEIEpT8Qdhg8KESLqcZFpko5iMGfgTLJulcwQBC7QHJrg2oAoGCCqGSM49\n"
                      "AwEH\n"
                      "-----END EC PRIVATE KEY-----\n")
        << QByteArray("3059301306072a8648ce3d020106082a8648ce3d03010703420004ac7a56c97408fae6445b05"
                      "46db7b29e3d2f2384303295558ef93e1a165c573e1dc042cd77493a18f3c7345a08d62f2275b"
                      "c223d2fc2bdee671979f65a2a45d3d");
    QTest::newRow("secp256k1, SEC1 behind parameters")
        << QByteArray("-----BEGIN EC PARAMETERS-----\n"
                      "BgUrgQQACg==\n"
                      "-----END EC PARAMETERS-----\n"
                      "-----BEGIN EC PRIVATE KEY-----\n"
                      "MHQCAQEEIJA9lLIFoPPftcpFqxwbreD+Tsnku69UQHMTSwDYJREsoAcGBSuBBAAK\n"
                      "oUQDQgAEpTqjrXf/9EVkBQUSV6SHo8ldQ2OaOFFjKijxgdw3HS1og96jMP6SmNCu\n"
                      "AguhVj+atECVpTBto+zx/ethBtIaYQ==\n"
                      "-----END EC PRIVATE KEY-----\n")
        << QByteArray("3056301006072a8648ce3d020106052b8104000a03420004a53aa3ad77fff4456405051257a4"
                      "87a3c95d43639a3851632a28f181dc371d2d6883dea330fe9298d0ae020ba1563f9ab44095a5"
                      "306da3ecf1fdeb6106d21a61");
    QTest::newRow("secp256k1, PKCS#8")
        << QByteArray("-----BEGIN PRIVATE KEY-----\n"
                      "MIGEAgEAMBAGByqGSM49AgEGBSuBBAAKBG0wawIBAQQgkD2UsgWg89+1ykWrHBut\n"
                      "4P5OyeS7r1RAcxNLANglESyhRANCAASlOqOtd//0RWQFBRJXpIejyV1DY5o4UWMq\n"
                      "KPGB3DcdLWiD3qMw/pKY0K4CC6FWP5q0QJWlMG2j7PH962EG0hph\n"
                      "-----END PRIVATE KEY-----\n")
        << QByteArray("3056301006072a8648ce3d020106052b8104000a03420004a53aa3ad77fff4456405051257a4"
                      "87a3c95d43639a3851632a28f181dc371d2d6883dea330fe9298d0ae020ba1563f9ab44095a5"
                      "306da3ecf1fdeb6106d21a61");
    QTest::newRow("secp256k1, SEC1 without public key")
        << QByteArray("-----BEGIN EC PRIVATE KEY-----\n"
                      "MC4CAQEEIJA9lLIFoPPftcpFqxwbreD+Tsnku69UQHMTSwDYJREsoAcGBSuBBAAK\n"
                      "-----END EC PRIVATE KEY-----\n")
        << QByteArray("3056301006072a8648ce3d020106052b8104000a03420004a53aa3ad77fff4456405051257a4"
                      "87a3c95d43639a3851632a28f181dc371d2d6883dea330fe9298d0ae020ba1563f9ab44095a5"
                      "306da3ecf1fdeb6106d21a61");
}

void TestIcKeys::readsEcPem()
{
    QFETCH(QByteArray, pem);
    QFETCH(QByteArray, publicKey);
    const auto identity = ic::identityFromPem(pem.toStdString());
    QVERIFY(identity);
    QCOMPARE(ic::toHex(identity->publicKey()), publicKey.toStdString());
    const auto again = ic::identityFromPem(identity->toPem());
    QVERIFY(again);
    QCOMPARE(again->secret(), identity->secret());
}

void TestIcKeys::refusesSecrets_data()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QByteArray>("secret");
    const int p256 = int(ic::KeyScheme::P256);
    const int k256 = int(ic::KeyScheme::Secp256k1);
    QTest::newRow("P-256, zero") << p256 << QByteArray(64, '0');
    QTest::newRow("P-256, the order")
        << p256 << QByteArray("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    QTest::newRow("secp256k1, the order")
        << k256 << QByteArray("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
    QTest::newRow("secp256k1, all ones") << k256 << QByteArray(64, 'f');
    QTest::newRow("secp256k1, short") << k256 << QByteArray(62, '1');
    QTest::newRow("Ed25519, short") << int(ic::KeyScheme::Ed25519) << QByteArray(62, '1');
    QTest::newRow("BLS") << int(ic::KeyScheme::Bls12381) << QByteArray(64, '1');
}

void TestIcKeys::refusesSecrets()
{
    QFETCH(int, scheme);
    QFETCH(QByteArray, secret);
    QVERIFY(
        !ic::KeyIdentity::fromSecret(ic::KeyScheme(scheme), *ic::fromHex(secret.toStdString())));
}

void TestIcKeys::keepsTheWidthOfSignatures()
{
    // One signature in 128 has a number that begins with a zero byte.
    for (const auto scheme : {ic::KeyScheme::P256, ic::KeyScheme::Secp256k1}) {
        const auto identity = ic::KeyIdentity::fromSecret(scheme, ic::Bytes(32, 1));
        const auto key = *ic::parsePublicKey(identity->publicKey());
        for (std::uint8_t i = 0; i < 200; ++i) {
            const ic::Bytes message{i};
            const ic::Bytes signature = identity->sign(message);
            QCOMPARE(signature.size(), std::size_t{64});
            QVERIFY(ic::verifySignature(key, message, signature, EcdsaRule::LowS));
        }
    }
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
    const auto sec1 = [](const QByteArray &hex) {
        return "-----BEGIN EC PRIVATE KEY-----\n" + QByteArray::fromHex(hex).toBase64()
               + "\n-----END EC PRIVATE KEY-----\n";
    };
    const QByteArray secret(64, '1');
    QTest::newRow("EC without curve") << sec1("30250201010420" + secret);
    QTest::newRow("EC with another curve") // P-384
        << sec1("302e0201010420" + secret + "a00706052b81040022");
    QTest::newRow("EC, zero") << sec1("302e0201010420" + QByteArray(64, '0')
                                      + "a00706052b8104000a");
    QTest::newRow("EC, a byte more") << sec1("302f0201010420" + secret + "a00706052b8104000a00");
    QTest::newRow("EC, length in long form")
        << sec1("30812e0201010420" + secret + "a00706052b8104000a");
    QTest::newRow("EC, public key of another secret") << sec1(
        "30740201010420" + secret + "a00706052b8104000aa144034200"
        + "04a53aa3ad77fff4456405051257a487a3c95d43639a3851632a28f181dc371d2d6883dea330fe9298"
          "d0ae020ba1563f9ab44095a5306da3ecf1fdeb6106d21a61");
    QTest::newRow("encrypted") << QByteArray("-----BEGIN ENCRYPTED PRIVATE KEY-----\nMC4C\n"
                                             "-----END ENCRYPTED PRIVATE KEY-----\n");
    QTest::newRow("public key of another seed")
        << wrap("3051020101300506032b657004220420"
                "d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842812100"
                "00bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");
}

void TestIcKeys::refusesPem()
{
    QFETCH(QByteArray, pem);
    QVERIFY(!ic::identityFromPem(pem.toStdString()));
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
