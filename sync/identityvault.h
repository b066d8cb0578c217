#pragma once

#include "sync/keychain.h"

#include <QCoreApplication>

/// Why the key of this profile is not at hand.
struct VaultError
{
    Q_DECLARE_TR_FUNCTIONS(VaultError)

public:
    enum class Kind {
        NoKey, ///< None was ever kept for this profile: an answer, not a fault.
        NoKeychain, ///< The computer's secret store cannot be used now.
        Unreadable, ///< A key file that is not ours, is damaged or cannot be read.
        Exposed, ///< A key file that other users of this computer can read.
        NotWritten,
    };
    Kind kind = Kind::NoKey;
    QString detail; ///< English, for the log. Never the key.

    QString userMessage() const; ///< Translated: what happened and what the person can do.
};

/// Keeps the person's key: the 32 bytes of an Ed25519 seed, or those of another scheme's secret
/// behind one byte that names it.
///
/// The keychain is the place for it. Where there is none the person chooses, never Sheaf: in a
/// file that only they can read, or only until the program ends. Lives on the keychain's thread;
/// answers come through its event loop, or at once.
class IdentityVault
{
public:
    enum class Place {
        Keychain,
        File, ///< `identity.key` in the profile's folder, mode 0600, not encrypted.
        Session, ///< In memory: gone with the program.
    };
    static constexpr int kSeedBytes = 32;
    static constexpr int kNamedSecretBytes = 33;
    static constexpr char kP256 = 1;
    static constexpr char kSecp256k1 = 2;

    /// `profileId` tells profiles apart in the keychain: 16 bytes from the profile's database.
    /// `keychain` must outlive the vault.
    IdentityVault(Keychain &keychain, const QString &profileFolder, const QByteArray &profileId);

    struct Kept
    {
        QByteArray seed;
        Place place = Place::Keychain;
    };
    using LoadDone = std::function<void(Result<Kept, VaultError>)>;
    using Ended = std::function<void(Result<Done, VaultError>)>;

    /// The session's key, else the file's, else the keychain's.
    void load(LoadDone done);
    /// Keeps `seed` in `place` only: one that was elsewhere is removed after that.
    void keep(const QByteArray &seed, Place place, Ended done);
    /// From every place.
    void remove(Ended done);

private:
    Result<Kept, VaultError> loadFile() const;
    Result<Done, VaultError> writeFile(const QByteArray &seed) const;
    void removeFile() const;
    void keepInKeychain(const QByteArray &seed, Ended done);

    Keychain &m_keychain;
    QString m_file;
    QString m_entry;
    QByteArray m_session;
};
