#include "sync/identityvault.h"
#include "tests/support/fakekeychain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using Kind = VaultError::Kind;
using Place = IdentityVault::Place;

namespace {

const QByteArray kSeed(32, 's');
const QByteArray kProfile(16, 'p');

struct Fixture
{
    FakeKeychain keychain;
    QTemporaryDir folder;

    QString file() const { return folder.filePath(QStringLiteral("identity.key")); }
    IdentityVault vault() { return IdentityVault(keychain, folder.path(), kProfile); }

    Result<IdentityVault::Kept, VaultError> load()
    {
        IdentityVault fresh = vault();
        return load(fresh);
    }
    static Result<IdentityVault::Kept, VaultError> load(IdentityVault &vault)
    {
        Result<IdentityVault::Kept, VaultError> answer = VaultError{};
        vault.load([&](const auto &loaded) { answer = loaded; });
        return answer;
    }
    static bool keep(IdentityVault &vault, Place place)
    {
        bool kept = false;
        vault.keep(kSeed, place, [&](const auto &done) { kept = done.ok(); });
        return kept;
    }
};

} // namespace

class TestIdentityVault : public QObject
{
    Q_OBJECT

private slots:
    void nothingWasKeptYet();
    void keychainKeepsIt();
    void noKeychainIsSaidAndNothingElseHappens();
    void fileIsForTheOwnerOnly();
    void exposedFileIsNotUsed();
    void damagedFileIsSaid_data();
    void damagedFileIsSaid();
    void keepsOtherSchemes_data();
    void keepsOtherSchemes();
    void sessionForgets();
    void movingLeavesNoCopyBehind();
    void removeForgetsEverywhere();
    void profilesDoNotShareAKey();
    void messagesDoNotHoldTheKey();
};

void TestIdentityVault::nothingWasKeptYet()
{
    Fixture fixture;
    QCOMPARE(fixture.load().error().kind, Kind::NoKey);
}

void TestIdentityVault::keychainKeepsIt()
{
    Fixture fixture;
    IdentityVault vault = fixture.vault();
    QVERIFY(Fixture::keep(vault, Place::Keychain));
    const auto loaded = fixture.load();
    QCOMPARE(loaded.value().seed, kSeed);
    QVERIFY(loaded.value().place == Place::Keychain);
    QVERIFY(!QFile::exists(fixture.file()));
}

void TestIdentityVault::noKeychainIsSaidAndNothingElseHappens()
{
    Fixture fixture;
    fixture.keychain.available = false;
    QCOMPARE(fixture.load().error().kind, Kind::NoKeychain);
    IdentityVault vault = fixture.vault();
    QVERIFY(!Fixture::keep(vault, Place::Keychain));
    QVERIFY(!QFile::exists(fixture.file()));
    QCOMPARE(fixture.load().error().kind, Kind::NoKeychain);
}

void TestIdentityVault::fileIsForTheOwnerOnly()
{
    Fixture fixture;
    fixture.keychain.available = false;
    IdentityVault vault = fixture.vault();
    QVERIFY(Fixture::keep(vault, Place::File));
    const auto rights = QFile::permissions(fixture.file());
    QCOMPARE(rights & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QVERIFY(rights & QFile::ReadOwner);
    const auto loaded = fixture.load();
    QCOMPARE(loaded.value().seed, kSeed);
    QVERIFY(loaded.value().place == Place::File);
}

void TestIdentityVault::exposedFileIsNotUsed()
{
    Fixture fixture;
    IdentityVault vault = fixture.vault();
    QVERIFY(Fixture::keep(vault, Place::File));
    QVERIFY(QFile::setPermissions(fixture.file(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    QCOMPARE(fixture.load().error().kind, Kind::Exposed);
}

void TestIdentityVault::damagedFileIsSaid_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("empty") << 0;
    QTest::newRow("one byte short") << 31;
    QTest::newRow("one byte long") << 33;
}

void TestIdentityVault::damagedFileIsSaid()
{
    QFETCH(int, size);
    Fixture fixture;
    QFile file(fixture.file());
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(QByteArray(size, 'x'));
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(fixture.load().error().kind, Kind::Unreadable);
}

void TestIdentityVault::keepsOtherSchemes_data()
{
    QTest::addColumn<IdentityVault::Place>("place");
    QTest::newRow("keychain") << Place::Keychain;
    QTest::newRow("file") << Place::File;
}

void TestIdentityVault::keepsOtherSchemes()
{
    QFETCH(IdentityVault::Place, place);
    const QByteArray secret = IdentityVault::kSecp256k1 + kSeed;
    Fixture fixture;
    IdentityVault vault = fixture.vault();
    bool isKept = false;
    vault.keep(secret, place, [&](const auto &done) { isKept = done.ok(); });
    QVERIFY(isKept);
    QCOMPARE(fixture.load().value().seed, secret);
}

void TestIdentityVault::sessionForgets()
{
    Fixture fixture;
    IdentityVault vault = fixture.vault();
    QVERIFY(Fixture::keep(vault, Place::Session));
    QCOMPARE(Fixture::load(vault).value().seed, kSeed);
    QCOMPARE(fixture.load().error().kind, Kind::NoKey);
}

void TestIdentityVault::movingLeavesNoCopyBehind()
{
    Fixture fixture;
    IdentityVault vault = fixture.vault();
    QVERIFY(Fixture::keep(vault, Place::Keychain));
    QVERIFY(Fixture::keep(vault, Place::File));
    QVERIFY(fixture.keychain.entries.isEmpty());
    QVERIFY(Fixture::keep(vault, Place::Keychain));
    QVERIFY(!QFile::exists(fixture.file()));
    QVERIFY(Fixture::keep(vault, Place::Session));
    QVERIFY(fixture.keychain.entries.isEmpty());
}

void TestIdentityVault::removeForgetsEverywhere()
{
    Fixture fixture;
    for (const Place place : {Place::Keychain, Place::File, Place::Session}) {
        IdentityVault vault = fixture.vault();
        QVERIFY(Fixture::keep(vault, place));
        bool removed = false;
        vault.remove([&](const auto &done) { removed = done.ok(); });
        QVERIFY(removed);
        QCOMPARE(Fixture::load(vault).error().kind, Kind::NoKey);
    }
}

void TestIdentityVault::profilesDoNotShareAKey()
{
    Fixture fixture;
    IdentityVault vault = fixture.vault();
    QVERIFY(Fixture::keep(vault, Place::Keychain));
    QTemporaryDir otherFolder;
    IdentityVault other(fixture.keychain, otherFolder.path(), QByteArray(16, 'q'));
    QCOMPARE(Fixture::load(other).error().kind, Kind::NoKey);
}

void TestIdentityVault::messagesDoNotHoldTheKey()
{
    Fixture fixture;
    fixture.keychain.entries.insert(
        QStringLiteral("identity-") + QString::fromLatin1(kProfile.toHex()), kSeed + "x");
    const VaultError error = fixture.load().error();
    QCOMPARE(error.kind, Kind::Unreadable);
    QVERIFY(!error.detail.contains(QString::fromLatin1(kSeed)));
    QVERIFY(!error.userMessage().isEmpty());
}

QTEST_GUILESS_MAIN(TestIdentityVault)
#include "tst_identityvault.moc"
