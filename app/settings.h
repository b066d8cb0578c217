#pragma once

#include <QString>

#include <memory>

class QSettings;
class UiSettings;

/// Typed settings of one profile, kept in `<profile>/settings.ini`. None of them is a secret and
/// none of them syncs. GUI thread.
class Settings
{
public:
    explicit Settings(const QString &profileFolder);
    ~Settings();
    Settings(const Settings &) = delete;
    Settings &operator=(const Settings &) = delete;

    /// What the window shows and changes: places, theme, fonts, canister, intervals.
    UiSettings &ui() { return *m_ui; }

    QString deviceName() const; ///< The computer's name unless the person gave one.
    bool hasDeviceName() const; ///< Whether the person gave one.
    void setDeviceName(const QString &name);

    /// Writes what is not on disk yet.
    void sync();

private:
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<UiSettings> m_ui;
};
