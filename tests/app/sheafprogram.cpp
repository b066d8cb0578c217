#include "tests/app/sheafprogram.h"

#include <QJsonDocument>
#include <QProcess>

namespace {

constexpr int kRunLimitMs = 60'000;

} // namespace

QJsonArray Answer::array() const
{
    return QJsonDocument::fromJson(output).array();
}

QJsonObject Answer::object() const
{
    return QJsonDocument::fromJson(output).object();
}

Answer SheafProgram::run(const QStringList &arguments,
                         const QByteArray &input,
                         const QString &editor) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY",
                             "WAYLAND_DISPLAY",
                             "QT_QPA_PLATFORM",
                             "DBUS_SESSION_BUS_ADDRESS",
                             "VISUAL",
                             "EDITOR"})
        environment.remove(QLatin1String(name));
    if (!editor.isEmpty())
        environment.insert(QStringLiteral("EDITOR"), editor);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SHEAF_EXECUTABLE),
                  QStringList{QStringLiteral("--profile"), m_profile} + m_options + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kRunLimitMs) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Answer SheafProgram::run(const QString &line, const QByteArray &input) const
{
    return run(QProcess::splitCommand(line), input);
}
