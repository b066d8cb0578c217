#pragma once

#include "app/commandline.h"
#include "app/exitstatus.h"
#include "model/base/result.h"
#include "model/store/storeerror.h"
#include "ui/canister/canisteraccess.h"

#include <QByteArray>
#include <QHash>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class DocumentStore;
class Profile;
struct Options;

/// What a command has to say on standard output: `output` in text mode, else `json`, in whose place
/// a problem is printed. `problem`, one sentence, goes to standard error as well.
struct CommandResult
{
    ExitStatus status = ExitStatus::Ok;
    QByteArray output; ///< Printed as it is.
    QJsonValue json;
    QString problem;
};

/// Everything a command may use.
struct CommandContext
{
    DocumentStore &store;
    Profile &profile;
    const Options &options;
    std::function<QByteArray()> standardInput;
};

using Command = std::function<CommandResult(CommandContext &, const QStringList &arguments)>;

CommandResult runNoteCommand(CommandContext &context, const QStringList &arguments);
CommandResult runSearchCommand(CommandContext &context, const QStringList &arguments);
CommandResult runImportCommand(CommandContext &context, const QStringList &arguments);
CommandResult runExportCommand(CommandContext &context, const QStringList &arguments);
CommandResult runStatusCommand(CommandContext &context, const QStringList &arguments);
CommandResult runConflictsCommand(CommandContext &context, const QStringList &arguments);
CommandResult runSyncCommand(CommandContext &context, const QStringList &arguments);
CommandResult runIdentityCommand(CommandContext &context, const QStringList &arguments);
CommandResult runCanisterCommand(CommandContext &context, const QStringList &arguments);

/// The command of that name; nullopt if there is none.
std::optional<Command> findCommand(const QString &name);

/// The canister that this run is about: as given, else as set. Empty if neither.
CanisterAddress canisterAddress(const CommandContext &context);

/// Helpers that every command uses.
CommandResult usageProblem(const QString &sentence);
CommandResult storeProblem(const StoreError &error);
CommandResult notFound(const QString &sentence);

/// Options of one command: `--name value` pairs, flags and the rest in order.
struct CommandArguments
{
    QHash<QString, QStringList> values;
    QStringList flags;
    QStringList rest;

    QString value(const QString &name) const { return values.value(name).value(0); }
    bool has(const QString &flag) const { return flags.contains(flag); }
};
/// `valued` and `flags` name what is known, without dashes. After "--" everything is `rest`; a lone
/// "-" is `rest` as well.
Result<CommandArguments, CommandResult>
parseArguments(const QStringList &arguments, const QStringList &valued, const QStringList &flags);
