#include "app/settings.h"

#include "ui/uisettings.h"

#include <QDir>
#include <QSettings>
#include <QSysInfo>

namespace {

constexpr auto kDeviceName = "sync/deviceName";
constexpr int kLongestName = 64; // the canister takes no longer ones

} // namespace

Settings::Settings(const QString &profileFolder)
    : m_settings(std::make_unique<QSettings>(
        QDir(profileFolder).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat))
    , m_ui(std::make_unique<UiSettings>(*m_settings))
{}

Settings::~Settings() = default;

QString Settings::deviceName() const
{
    const QString name = m_settings->value(QLatin1String(kDeviceName)).toString();
    return (name.isEmpty() ? QSysInfo::machineHostName() : name).left(kLongestName);
}

bool Settings::hasDeviceName() const
{
    return !m_settings->value(QLatin1String(kDeviceName)).toString().isEmpty();
}

void Settings::setDeviceName(const QString &name)
{
    m_settings->setValue(QLatin1String(kDeviceName), name.trimmed().left(kLongestName));
}

void Settings::sync()
{
    m_settings->sync();
}
