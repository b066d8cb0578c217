#include "app/identityfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace {

constexpr qint64 kMaxFileBytes = 64 * 1024;

class IdentityFile
{
    Q_DECLARE_TR_FUNCTIONS(IdentityFile)
};

} // namespace

Result<std::shared_ptr<const ic::KeyIdentity>, QString> readIdentityFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return IdentityFile::tr("The key file %1 cannot be read: %2.")
            .arg(QDir::toNativeSeparators(path), file.errorString());
    }
    const QByteArray text = file.read(kMaxFileBytes);
    std::shared_ptr<const ic::KeyIdentity> identity =
        ic::identityFromPem(std::string_view(text.constData(), std::size_t(text.size())));
    if (!identity) {
        return IdentityFile::tr("%1 holds no key that Sheaf can use: it has to be a PEM file with "
                                "an Ed25519, P-256 or "
                                "secp256k1 key that is not encrypted.")
            .arg(QDir::toNativeSeparators(path));
    }
    return identity;
}

Result<Done, QString> writeIdentityFile(const QString &path, const ic::KeyIdentity &identity)
{
    QFile file(path);
    // The permissions are there before the first byte is.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFile::ReadOwner | QFile::WriteOwner)) {
        return IdentityFile::tr(
                   "The key file %1 cannot be written: %2. An existing file is never replaced.")
            .arg(QDir::toNativeSeparators(path), file.errorString());
    }
    const std::string pem = identity.toPem();
    if (file.write(pem.data(), qint64(pem.size())) != qint64(pem.size()) || !file.flush()) {
        file.remove();
        return IdentityFile::tr("The key file %1 could not be written completely and was removed.")
            .arg(QDir::toNativeSeparators(path));
    }
    return Done{};
}
