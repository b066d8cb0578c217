#pragma once

#include <QLoggingCategory>
#include <QString>

Q_DECLARE_LOGGING_CATEGORY(logApp)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logStore)

/// Sends Qt's messages to `<folder>/sheaf.log` (kept under 2 MB, one older file beside it) and,
/// when `echo` is set, warnings to standard error as well. Safe to call from every thread
/// afterwards.
///
/// What goes in is technical: ids, codes, sizes, times. `withoutSecrets` is applied to every line
/// as a last line of defence; texts of the person never go to a log in the first place.
class Logging
{
public:
    enum class Echo { Warnings, Nothing };

    static void start(const QString &folder, Echo echo);
    static void stop();

    /// `line` with key material (PEM blocks, long hex and base64 runs) replaced by "[removed]".
    static QString withoutSecrets(const QString &line);
};
