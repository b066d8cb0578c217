#include "sync/identityvault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace {

const auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
const auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

bool isKey(const QByteArray &bytes)
{
    if (bytes.size() == IdentityVault::kSeedBytes)
        return true;
    return bytes.size() == IdentityVault::kNamedSecretBytes
           && (bytes.front() == IdentityVault::kP256 || bytes.front() == IdentityVault::kSecp256k1);
}

VaultError fromKeychain(const KeychainError &error)
{
    const bool noEntry = error.kind == KeychainError::Kind::NoEntry;
    return {noEntry ? VaultError::Kind::NoKey : VaultError::Kind::NoKeychain, error.detail};
}

} // namespace

QString VaultError::userMessage() const
{
    switch (kind) {
    case Kind::NoKey:
        return tr("There is no key for this profile on this computer yet. Make one, or import the "
                  "one of your other computer.");
    case Kind::NoKeychain:
        return tr("This computer offers no keychain, or it is locked. Unlock it and try again, or "
                  "choose to keep the key in a file that only you can read, or only until you "
                  "quit Sheaf.");
    case Kind::Unreadable:
        return tr("The key file of this profile cannot be read or is damaged. Your documents are "
                  "not affected. Import your key again from its backup.");
    case Kind::Exposed:
        return tr("Other users of this computer can read the key file of this profile, so it is "
                  "not used. Take their permission away (mode 0600), or import your key again.");
    case Kind::NotWritten:
        return tr("The key could not be written. Check that the disk has room and that you may "
                  "write to the profile's folder.");
    }
    return {};
}

IdentityVault::IdentityVault(Keychain &keychain,
                             const QString &profileFolder,
                             const QByteArray &profileId)
    : m_keychain(keychain)
    , m_file(QDir(profileFolder).filePath(QStringLiteral("identity.key")))
    , m_entry(QStringLiteral("identity-") + QString::fromLatin1(profileId.toHex()))
{}

void IdentityVault::load(LoadDone done)
{
    if (!m_session.isEmpty()) {
        done(Kept{m_session, Place::Session});
        return;
    }
    if (QFileInfo::exists(m_file)) {
        done(loadFile());
        return;
    }
    m_keychain.read(m_entry,
                    [done = std::move(done)](const Result<QByteArray, KeychainError> &read) {
                        if (!read.ok())
                            done(fromKeychain(read.error()));
                        else if (!isKey(read.value()))
                            done(VaultError{VaultError::Kind::Unreadable,
                                            QStringLiteral("keychain entry has a wrong size")});
                        else
                            done(Kept{read.value(), Place::Keychain});
                    });
}

Result<IdentityVault::Kept, VaultError> IdentityVault::loadFile() const
{
    QFile file(m_file);
    if ((file.permissions() & kOthers) != QFile::Permissions())
        return VaultError{VaultError::Kind::Exposed, m_file};
    if (!file.open(QFile::ReadOnly))
        return VaultError{VaultError::Kind::Unreadable, file.errorString()};
    // One byte more than a key has tells a longer file without reading all of it.
    const QByteArray seed = file.read(kNamedSecretBytes + 1);
    if (!isKey(seed))
        return VaultError{VaultError::Kind::Unreadable, QStringLiteral("wrong size: ") + m_file};
    return Kept{seed, Place::File};
}

void IdentityVault::keep(const QByteArray &seed, Place place, Ended done)
{
    Q_ASSERT(isKey(seed));
    if (place == Place::Keychain) {
        keepInKeychain(seed, std::move(done));
        return;
    }
    if (place == Place::File) {
        if (const auto written = writeFile(seed); !written.ok()) {
            done(written);
            return;
        }
        m_session.clear();
    } else {
        m_session = seed;
        removeFile();
    }
    // Whether there is a keychain to remove it from does not matter to where it is kept now.
    m_keychain.remove(m_entry, [done = std::move(done)](const auto &) { done(Done{}); });
}

void IdentityVault::keepInKeychain(const QByteArray &seed, Ended done)
{
    m_keychain.write(
        m_entry, seed, [this, done = std::move(done)](const Result<Done, KeychainError> &written) {
            if (!written.ok()) {
                done(VaultError{VaultError::Kind::NoKeychain, written.error().detail});
                return;
            }
            m_session.clear();
            removeFile();
            done(Done{});
        });
}

Result<Done, VaultError> IdentityVault::writeFile(const QByteArray &seed) const
{
    QSaveFile file(m_file);
    // Closed to others before the first byte is in it.
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(kOwnerOnly)
        || file.write(seed) != seed.size() || !file.commit())
        return VaultError{VaultError::Kind::NotWritten, file.errorString()};
    return Done{};
}

void IdentityVault::removeFile() const
{
    QFile::remove(m_file);
}

void IdentityVault::remove(Ended done)
{
    m_session.clear();
    removeFile();
    m_keychain.remove(m_entry,
                      [done = std::move(done)](const Result<Done, KeychainError> &removed) {
                          if (removed.ok())
                              done(Done{});
                          else
                              done(fromKeychain(removed.error()));
                      });
}
