#pragma once

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <chrono>
#include <memory>

class QSettings;

/// Typed settings of one profile, kept in `<profile>/settings.ini`. None of them is a secret and
/// none of them syncs. GUI thread.
class Settings
{
public:
    explicit Settings(const QString &profileFolder);
    ~Settings();
    Settings(const Settings &) = delete;
    Settings &operator=(const Settings &) = delete;

    QString canisterUrl() const;
    QString canisterId() const;
    void setCanister(const QString &url, const QString &id);

    QString deviceName() const; ///< The computer's name unless the person gave one.
    void setDeviceName(const QString &name);

    std::chrono::seconds pollInterval() const; ///< 3 s unless set; 1 s to 1 h.
    void setPollInterval(std::chrono::seconds interval);

    bool workOffline() const;
    void setWorkOffline(bool offline);

    /// Where the signing key is: empty (none), "keychain", "file" (in the profile, readable only by
    /// its owner) or the path of a file given on the command line.
    QString keyPlace() const;
    void setKeyPlace(const QString &place);

    QVariant value(const QString &key, const QVariant &fallback = {}) const;
    void setValue(const QString &key, const QVariant &value);
    void remove(const QString &key);
    void sync();

private:
    std::unique_ptr<QSettings> m_settings;
};
