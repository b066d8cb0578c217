#include "app/cli/runner.h"
#include "app/logging.h"
#include "app/options.h"
#include "app/program.h"

#include <QApplication>
#include <QCoreApplication>

#include <cstdio>
#include <memory>

namespace {

QStringList argumentTexts(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

bool needsWindow(const Options &options)
{
    if (options.help || options.version)
        return false;
    return options.command.isEmpty() || options.command[0] == QLatin1String("tour");
}

void say(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stdout);
}

} // namespace

int main(int argc, char **argv)
{
    // Parsed before there is an application object: which kind is needed depends on it.
    const auto parsed = parseOptions(argumentTexts(argc, argv));
    const Options options = parsed.valueOr(Options{});
    const bool withWindow = parsed.ok() && needsWindow(options);
    const std::unique_ptr<QCoreApplication> application(
        withWindow ? new QApplication(argc, argv) : new QCoreApplication(argc, argv));
    prepareProgram();

    ExitStatus status = ExitStatus::Ok;
    if (!parsed) {
        printProblem(Options{}, ExitStatus::Usage, parsed.error().message);
        status = ExitStatus::Usage;
    } else if (options.version) {
        say(QStringLiteral("Sheaf %1\n").arg(QCoreApplication::applicationVersion()));
    } else if (options.help) {
        say(helpText());
    } else {
        status = withWindow ? runWindow(options) : runCommandLine(options);
    }
    Logging::stop();
    return toInt(status);
}
