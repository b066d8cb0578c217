#include "app/cli/runner.h"

#include "app/cli/command.h"
#include "app/cli/iccommand.h"
#include "app/logging.h"
#include "app/profile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace {

void print(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

QByteArray jsonText(const QJsonValue &value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson();
    return QJsonDocument(value.toObject()).toJson();
}

QByteArray readStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return input.readAll();
}

ExitStatus report(const Options &options, const CommandResult &result)
{
    if (!options.json)
        print(result.output);
    if (!result.problem.isEmpty())
        printProblem(options, result.status, result.problem);
    else if (options.json)
        print(jsonText(result.json));
    return result.status;
}

} // namespace

void printProblem(const Options &options, ExitStatus status, const QString &sentence)
{
    std::fprintf(stderr, "sheaf: %s\n", sentence.toUtf8().constData());
    if (!options.json)
        return;
    print(jsonText(QJsonObject{{QStringLiteral("error"), sentence},
                               {QStringLiteral("status"), toInt(status)}}));
}

ExitStatus runCommandLine(const Options &options)
{
    if (options.command.value(0) == QLatin1String("ic"))
        return report(options, runIcCommand(options, options.command.mid(1)));
    const auto command = findCommand(options.command.value(0));
    if (!command) {
        printProblem(options,
                     ExitStatus::Usage,
                     CommandLine::tr("Unknown command \"%1\". \"sheaf --help\" lists them.")
                         .arg(options.command.value(0)));
        return ExitStatus::Usage;
    }
    auto profile = Profile::open(options.profile);
    if (!profile) {
        printProblem(options, ExitStatus::Database, profile.error().userMessage());
        return ExitStatus::Database;
    }
    Profile &opened = *profile.value();
    Logging::start(opened.folder(), Logging::Echo::Nothing);
    auto store = opened.openStore();
    if (!store) {
        qCWarning(logStore).noquote() << store.error().detail;
        printProblem(options, ExitStatus::Database, store.error().userMessage());
        return ExitStatus::Database;
    }
    CommandContext context{*store.value(), opened, options, readStandardInput};
    return report(options, (*command)(context, options.command.mid(1)));
}
