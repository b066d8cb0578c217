#include "app/cli/command.h"

#include "app/options.h"
#include "app/profile.h"
#include "ui/uisettings.h"

#include <QHash>

std::optional<Command> findCommand(const QString &name)
{
    static const QHash<QString, Command> commands{
        {QStringLiteral("note"), runNoteCommand},
        {QStringLiteral("search"), runSearchCommand},
        {QStringLiteral("import"), runImportCommand},
        {QStringLiteral("export"), runExportCommand},
        {QStringLiteral("status"), runStatusCommand},
        {QStringLiteral("conflicts"), runConflictsCommand},
        {QStringLiteral("sync"), runSyncCommand},
        {QStringLiteral("identity"), runIdentityCommand},
        {QStringLiteral("canister"), runCanisterCommand},
    };
    const auto it = commands.find(name);
    if (it == commands.end())
        return std::nullopt;
    return it.value();
}

CanisterAddress canisterAddress(const CommandContext &context)
{
    const Options &options = context.options;
    const UiSettings &settings = context.profile.settings().ui();
    return {options.canisterUrl.isEmpty() ? settings.canisterUrl() : options.canisterUrl,
            options.canisterId.isEmpty() ? settings.canisterId() : options.canisterId};
}

CommandResult usageProblem(const QString &sentence)
{
    return {ExitStatus::Usage, {}, {}, sentence};
}

CommandResult notFound(const QString &sentence)
{
    return {ExitStatus::NotFound, {}, {}, sentence};
}

CommandResult storeProblem(const StoreError &error)
{
    const bool missing = error.kind == StoreError::Kind::NotFound;
    return {missing ? ExitStatus::NotFound : ExitStatus::Database, {}, {}, error.userMessage()};
}

Result<CommandArguments, CommandResult>
parseArguments(const QStringList &arguments, const QStringList &valued, const QStringList &flags)
{
    CommandArguments parsed;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString &argument = arguments[at];
        if (argument == QLatin1String("--")) {
            parsed.rest += arguments.mid(at + 1);
            break;
        }
        if (!argument.startsWith(QLatin1String("--"))) {
            parsed.rest += argument;
            continue;
        }
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        if (flags.contains(name) && equals < 0) {
            parsed.flags += name;
        } else if (valued.contains(name)) {
            if (equals < 0 && at + 1 >= arguments.size())
                return usageProblem(CommandLine::tr("--%1 needs a value.").arg(name));
            parsed.values[name] += equals < 0 ? arguments[++at] : argument.mid(equals + 1);
        } else {
            return usageProblem(
                CommandLine::tr("Unknown option --%1. \"sheaf --help\" lists them.").arg(name));
        }
    }
    return parsed;
}
