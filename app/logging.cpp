#include "app/logging.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMutex>
#include <QRegularExpression>

#include <cstdio>
#include <memory>

Q_LOGGING_CATEGORY(logApp, "sheaf.app")
Q_LOGGING_CATEGORY(logSync, "sheaf.sync")
Q_LOGGING_CATEGORY(logStore, "sheaf.store")

namespace {

constexpr qint64 kMaxLogBytes = 2 * 1024 * 1024;

struct Sink
{
    QMutex mutex;
    QFile file;
    Logging::Echo echo = Logging::Echo::Warnings;
};

// Qt's message handler is a plain function, so its target has to be reachable from one.
std::unique_ptr<Sink> &sink()
{
    static std::unique_ptr<Sink> instance;
    return instance;
}

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "critical";
    case QtFatalMsg:
        return "fatal";
    }
    return "";
}

void rotate(QFile &file)
{
    if (file.size() < kMaxLogBytes)
        return;
    const QString path = file.fileName();
    file.close();
    QFile::remove(path + QStringLiteral(".1"));
    QFile::rename(path, path + QStringLiteral(".1"));
    file.setFileName(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
        std::fprintf(stderr, "sheaf: cannot write the log %s\n", qPrintable(path));
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString text = Logging::withoutSecrets(message);
    Sink *target = sink().get();
    if (!target) {
        std::fprintf(stderr, "%s\n", qPrintable(text));
        return;
    }
    const QMutexLocker lock(&target->mutex);
    const QString line = QStringLiteral("%1 %2 %3: %4\n")
                             .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                                  QLatin1String(levelName(type)),
                                  QLatin1String(context.category),
                                  text);
    target->file.write(line.toUtf8());
    target->file.flush();
    rotate(target->file);
    if (target->echo == Logging::Echo::Warnings && type != QtDebugMsg && type != QtInfoMsg)
        std::fprintf(stderr, "sheaf: %s\n", qPrintable(text));
}

} // namespace

void Logging::start(const QString &folder, Echo echo)
{
    auto target = std::make_unique<Sink>();
    target->echo = echo;
    target->file.setFileName(QDir(folder).filePath(QStringLiteral("sheaf.log")));
    if (!target->file.open(QIODevice::WriteOnly | QIODevice::Append))
        return; // a read-only profile has no log; messages still go to standard error
    target->file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    sink() = std::move(target);
    qInstallMessageHandler(handle);
}

void Logging::stop()
{
    qInstallMessageHandler(nullptr);
    sink().reset();
}

QString Logging::withoutSecrets(const QString &line)
{
    static const QRegularExpression pem(
        QStringLiteral("-----BEGIN [^-]*-----.*?(-----END [^-]*-----|$)"),
        QRegularExpression::DotMatchesEverythingOption);
    // 40 and more: longer than revisions and tokens (32 hex digits) and than the groups of a
    // principal.
    static const QRegularExpression run(QStringLiteral("[A-Za-z0-9+/=_]{40,}"));
    QString text = line;
    text.replace(pem, QStringLiteral("[removed]"));
    text.replace(run, QStringLiteral("[removed]"));
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return text;
}
