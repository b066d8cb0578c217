#pragma once

#include "app/adminlane.h"
#include "app/cli/command.h"

#include <memory>

class QJsonObject;

/// What the commands of `sheaf canister` share.

/// The canister and the person that a command is about, connected.
struct CanisterSession
{
    CanisterAddress address;
    std::shared_ptr<const ic::Identity> identity; ///< Null: asks anonymously.
    std::unique_ptr<AdminConnection> connection;

    CanisterAdmin &admin() const { return connection->admin(); }
    QString principal() const; ///< Empty without identity.
};
enum class Signing { Needed, IfPossible };
Result<CanisterSession, CommandResult> openCanister(CommandContext &context, Signing signing);
/// As `openCanister`, for an address that was given.
Result<CanisterSession, CommandResult>
openCanisterAt(CommandContext &context, const CanisterAddress &address, Signing signing);

/// The sentence for the person and the exit status that the problem means.
CommandResult canisterProblem(const CanisterProblem &problem);
/// Lines and JSON of an answer.
CommandResult canisterAnswer(const QStringList &lines, const QJsonValue &json);

/// `canister status`, `users`, `user`, `invite`, `settings` and `give`; nothing for other words.
std::optional<CommandResult> runOwnerCommand(CommandContext &context, const QStringList &arguments);
/// `canister claim`, `join`, `devices`, `device` and `delete-space`; nothing for other words.
std::optional<CommandResult> runMemberCommand(CommandContext &context,
                                              const QStringList &arguments);
