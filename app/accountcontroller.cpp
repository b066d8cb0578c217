#include "app/accountcontroller.h"

#include "app/identityfile.h"
#include "app/logging.h"
#include "app/profile.h"
#include "app/vaultaccess.h"
#include "model/store/storethread.h"
#include "sync/keychain.h"
#include "ui/uisettings.h"

#include <QDir>

namespace {

IdentityVault::Place vaultPlace(KeyPlace place)
{
    switch (place) {
    case KeyPlace::Keychain:
        return IdentityVault::Place::Keychain;
    case KeyPlace::Memory:
        return IdentityVault::Place::Session;
    case KeyPlace::PrivateFile:
        return IdentityVault::Place::File;
    }
    return IdentityVault::Place::Session;
}

} // namespace

AccountController::AccountController(Profile &profile,
                                     StoreThread &store,
                                     Keychain &keychain,
                                     QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_store(store)
    , m_keychain(keychain)
{}

AccountController::~AccountController() = default;

void AccountController::useForThisRun(const QString &url,
                                      const QString &canisterId,
                                      const QString &deviceName)
{
    UiSettings &saved = m_profile.settings().ui();
    if (saved.canisterId().isEmpty() && !canisterId.isEmpty()) {
        saved.setCanister(url.isEmpty() ? saved.canisterUrl() : url, canisterId);
    } else {
        m_runUrl = url;
        m_runCanister = canisterId;
    }
    if (!m_profile.settings().hasDeviceName() && !deviceName.isEmpty())
        m_profile.settings().setDeviceName(deviceName);
    else
        m_runDevice = deviceName;
}

void AccountController::start(const QString &identityFile)
{
    auto job = [&random = m_profile.random()](DocumentStore &store) {
        return profileId(store, random);
    };
    m_store.run(this, job, [this, identityFile](Result<QByteArray, StoreError> id) {
        if (id)
            openVault(id.value(), identityFile);
        else
            emit message(id.error().userMessage());
    });
}

void AccountController::openVault(const QByteArray &profileId, const QString &identityFile)
{
    m_vault = std::make_unique<IdentityVault>(m_keychain, m_profile.folder(), profileId);
    if (!identityFile.isEmpty()) {
        useFile(identityFile);
        return;
    }
    m_vault->load([this](Result<IdentityVault::Kept, VaultError> kept) {
        if (kept) {
            emit keychainChecked(true, {});
            adopt(identityFromSeed(kept.value().seed), placeSentence(kept.value().place));
            return;
        }
        const VaultError &error = kept.error();
        const bool hasKeychain = error.kind != VaultError::Kind::NoKeychain;
        emit keychainChecked(hasKeychain, hasKeychain ? QString() : error.userMessage());
        if (error.kind == VaultError::Kind::Unreadable || error.kind == VaultError::Kind::Exposed)
            emit message(error.userMessage());
        qCInfo(logApp).noquote() << "no key loaded:" << error.detail;
        publish();
    });
}

void AccountController::useFile(const QString &path)
{
    auto identity = readIdentityFile(path);
    if (!identity) {
        emit message(identity.error());
        publish();
        return;
    }
    adopt(std::move(identity).value(),
          tr("The key is in the file %1, which was given at the start.")
              .arg(QDir::toNativeSeparators(path)));
}

void AccountController::adopt(std::shared_ptr<const ic::KeyIdentity> identity,
                              const QString &placeSentence)
{
    m_identity = std::move(identity);
    m_placeSentence = placeSentence;
    publish();
}

void AccountController::createKey(KeyPlace place)
{
    keep(std::shared_ptr<const ic::KeyIdentity>(ic::Ed25519Identity::generate(m_profile.random())),
         place);
}

void AccountController::importIdentity(const QString &path, KeyPlace place)
{
    auto identity = readIdentityFile(path);
    if (!identity) {
        emit message(identity.error());
        return;
    }
    keep(std::move(identity).value(), place);
}

void AccountController::keep(std::shared_ptr<const ic::KeyIdentity> identity, KeyPlace place)
{
    if (!m_vault) {
        emit message(tr("The profile is still being opened. Try again in a moment."));
        return;
    }
    const IdentityVault::Place target = vaultPlace(place);
    m_vault->keep(
        seedOf(*identity), target, [this, identity, target](Result<Done, VaultError> kept) {
            if (kept) {
                adopt(identity, placeSentence(target));
                return;
            }
            if (kept.error().kind == VaultError::Kind::NoKeychain)
                emit keychainChecked(false, kept.error().userMessage());
            emit message(kept.error().userMessage());
            qCWarning(logApp).noquote() << "key not kept:" << kept.error().detail;
        });
}

void AccountController::exportIdentity(const QString &path)
{
    if (!m_identity) {
        emit message(tr("There is no key on this computer to export."));
        return;
    }
    const auto written = writeIdentityFile(path, *m_identity);
    emit message(written ? tr("The key was written to %1. Whoever has this file can read and "
                              "change your notes: keep "
                              "it safe, and delete it when the other computer has it.")
                               .arg(QDir::toNativeSeparators(path))
                         : written.error());
}

void AccountController::signOut()
{
    if (!m_vault)
        return;
    m_vault->remove([this](Result<Done, VaultError> removed) {
        if (!removed) {
            emit message(removed.error().userMessage());
            return;
        }
        adopt(nullptr, {});
    });
}

void AccountController::setCanister(const QString &url, const QString &canisterId)
{
    m_runUrl.clear();
    m_runCanister.clear();
    m_paused = false;
    m_profile.settings().ui().setCanister(url.trimmed(), canisterId.trimmed());
    publish();
}

void AccountController::setDeviceName(const QString &name)
{
    m_runDevice.clear();
    m_profile.settings().setDeviceName(name);
    publish();
}

void AccountController::pauseSync()
{
    m_paused = true;
    publish();
}

void AccountController::resumeSync()
{
    m_paused = false;
    publish();
}

AccountInfo AccountController::info() const
{
    AccountInfo info;
    info.signedIn = m_identity != nullptr;
    if (m_identity)
        info.principal = QString::fromStdString(m_identity->sender().toText());
    const auto chosen = [](const QString &given, const QString &saved) {
        return given.isEmpty() ? saved : given;
    };
    Settings &saved = m_profile.settings();
    info.canister = chosen(m_runCanister, saved.ui().canisterId());
    info.url = chosen(m_runUrl, saved.ui().canisterUrl());
    info.deviceName = chosen(m_runDevice, saved.deviceName());
    info.canisterForThisRun = !m_runCanister.isEmpty() || !m_runUrl.isEmpty();
    info.keyPlace = m_placeSentence;
    return info;
}

void AccountController::publish()
{
    const AccountInfo now = info();
    emit infoChanged(now);
    if (m_paused || !m_identity || now.canister.isEmpty() || now.url.isEmpty())
        emit targetChanged(std::nullopt);
    else
        emit targetChanged(SyncTarget{now.url, now.canister, now.deviceName, m_identity});
}

QString AccountController::placeSentence(IdentityVault::Place place)
{
    switch (place) {
    case IdentityVault::Place::Keychain:
        return tr("The key is in this computer's keychain.");
    case IdentityVault::Place::File:
        return tr("The key is in a file in the profile folder that only you can read.");
    case IdentityVault::Place::Session:
        return tr("The key is kept in memory until Sheaf quits.");
    }
    return {};
}
