#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

/// What one run of the executable ended with.
struct Answer
{
    int status = -1; ///< -1: it did not end in time, or crashed.
    QByteArray output;
    QByteArray problem;

    QJsonArray array() const; ///< The JSON output; empty if it is no array.
    QJsonObject object() const;
};

/// The real executable on one profile, without display and session bus: scripts and servers have
/// neither.
class SheafProgram
{
public:
    /// `options` stand before every command.
    explicit SheafProgram(const QString &profile, const QStringList &options = {})
        : m_profile(profile)
        , m_options(options)
    {}

    /// Waits for the end. `input` is its standard input, `editor` the value of $EDITOR.
    Answer run(const QStringList &arguments,
               const QByteArray &input = {},
               const QString &editor = {}) const;
    /// The arguments as a person types them; a part with blanks stands in double quotes.
    Answer run(const QString &line, const QByteArray &input = {}) const;

    const QString &profile() const { return m_profile; }

private:
    QString m_profile;
    QStringList m_options;
};
