#include "app/settings.h"

#include <QDir>
#include <QSettings>
#include <QSysInfo>

#include <algorithm>

namespace {

constexpr auto kCanisterUrl = "sync/canisterUrl";
constexpr auto kCanisterId = "sync/canisterId";
constexpr auto kDeviceName = "sync/deviceName";
constexpr auto kPollSeconds = "sync/pollSeconds";
constexpr auto kWorkOffline = "sync/workOffline";
constexpr auto kKeyPlace = "account/keyPlace";

} // namespace

Settings::Settings(const QString &profileFolder)
    : m_settings(std::make_unique<QSettings>(
        QDir(profileFolder).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat))
{}

Settings::~Settings() = default;

QString Settings::canisterUrl() const
{
    return value(QLatin1String(kCanisterUrl)).toString();
}

QString Settings::canisterId() const
{
    return value(QLatin1String(kCanisterId)).toString();
}

void Settings::setCanister(const QString &url, const QString &id)
{
    setValue(QLatin1String(kCanisterUrl), url);
    setValue(QLatin1String(kCanisterId), id);
}

QString Settings::deviceName() const
{
    const QString name = value(QLatin1String(kDeviceName)).toString();
    return name.isEmpty() ? QSysInfo::machineHostName() : name;
}

void Settings::setDeviceName(const QString &name)
{
    setValue(QLatin1String(kDeviceName), name.trimmed().left(64));
}

std::chrono::seconds Settings::pollInterval() const
{
    const int seconds = value(QLatin1String(kPollSeconds), 3).toInt();
    return std::chrono::seconds(std::clamp(seconds, 1, 3600));
}

void Settings::setPollInterval(std::chrono::seconds interval)
{
    setValue(QLatin1String(kPollSeconds), static_cast<int>(interval.count()));
}

bool Settings::workOffline() const
{
    return value(QLatin1String(kWorkOffline), false).toBool();
}

void Settings::setWorkOffline(bool offline)
{
    setValue(QLatin1String(kWorkOffline), offline);
}

QString Settings::keyPlace() const
{
    return value(QLatin1String(kKeyPlace)).toString();
}

void Settings::setKeyPlace(const QString &place)
{
    setValue(QLatin1String(kKeyPlace), place);
}

QVariant Settings::value(const QString &key, const QVariant &fallback) const
{
    return m_settings->value(key, fallback);
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    m_settings->setValue(key, value);
}

void Settings::remove(const QString &key)
{
    m_settings->remove(key);
}

void Settings::sync()
{
    m_settings->sync();
}
