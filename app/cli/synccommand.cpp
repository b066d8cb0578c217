#include "app/canisterconnection.h"
#include "app/cli/command.h"
#include "app/cli/commandidentity.h"
#include "app/options.h"
#include "app/profile.h"
#include "app/syncservice.h"
#include "model/store/profilelock.h"
#include "sync/syncround.h"

#include <QJsonObject>

#include <atomic>

namespace {

ExitStatus statusOf(const SyncError &error)
{
    switch (error.kind) {
    case SyncError::Kind::Offline:
    case SyncError::Kind::Busy:
    case SyncError::Kind::Cancelled:
        return ExitStatus::Offline;
    case SyncError::Kind::SignedOut:
    case SyncError::Kind::OtherAccount:
    case SyncError::Kind::NotMember:
    case SyncError::Kind::Suspended:
        return ExitStatus::SignedOut;
    case SyncError::Kind::Local:
        return ExitStatus::Database;
    case SyncError::Kind::NotFound:
        return ExitStatus::NotFound;
    case SyncError::Kind::Rejected:
    case SyncError::Kind::Untrusted:
    case SyncError::Kind::OutOfFuel:
    case SyncError::Kind::QuotaFull:
    case SyncError::Kind::ClockWrong:
    case SyncError::Kind::NewerProtocol:
    case SyncError::Kind::NeedsAnswer:
    case SyncError::Kind::Protocol:
    case SyncError::Kind::Unsupported:
        return ExitStatus::Failed;
    }
    return ExitStatus::Failed;
}

Result<SyncTarget, CommandResult> targetOf(CommandContext &context)
{
    const Options &options = context.options;
    const CanisterAddress address = canisterAddress(context);
    SyncTarget target;
    target.url = address.url;
    target.canister = address.canister;
    target.deviceName =
        options.deviceName.isEmpty() ? context.profile.settings().deviceName() : options.deviceName;
    if (target.url.isEmpty() || target.canister.isEmpty())
        return notFound(
            CommandLine::tr("No canister is set. \"sheaf canister set URL ID\" sets one."));
    auto identity = commandIdentity(context);
    if (!identity)
        return identity.error();
    target.identity = std::move(identity).value();
    return target;
}

CommandResult reported(const CommandContext &context, const RoundReport &report)
{
    const QJsonObject json{{QStringLiteral("complete"), report.complete},
                           {QStringLiteral("pushed"), report.pushed},
                           {QStringLiteral("pulled"), report.pulled},
                           {QStringLiteral("merged"), report.merged},
                           {QStringLiteral("refused"), report.refused},
                           {QStringLiteral("conflicts"), int(report.conflicts.size())},
                           {QStringLiteral("queries"), report.queries},
                           {QStringLiteral("updates"), report.updates},
                           {QStringLiteral("bytesSent"), double(report.bytesSent)},
                           {QStringLiteral("bytesReceived"), double(report.bytesReceived)}};
    if (report.error)
        return {statusOf(*report.error), {}, json, report.error->userMessage()};
    const auto waiting = context.store.outgoing();
    if (!waiting)
        return storeProblem(waiting.error());
    ExitStatus status = ExitStatus::Ok;
    if (waiting.value().refused > 0 || !report.complete)
        status = ExitStatus::Incomplete;
    if (waiting.value().conflicts > 0)
        status = ExitStatus::Conflicts;
    const QString text =
        CommandLine::tr("Sent %1, received %2, merged %3 rows; %4 refused, %5 open conflicts.\n")
            .arg(report.pushed)
            .arg(report.pulled)
            .arg(report.merged)
            .arg(waiting.value().refused)
            .arg(waiting.value().conflicts);
    return {status, text.toUtf8(), json, {}};
}

} // namespace

CommandResult runSyncCommand(CommandContext &context, const QStringList &arguments)
{
    const QString allFiles = QStringLiteral("--all-files");
    QStringList rest = arguments;
    FetchPolicy fetch;
    if (rest.removeAll(allFiles) > 0)
        fetch.autoBytes = FetchPolicy::kAlways;
    if (rest != QStringList{QStringLiteral("--once")})
        return usageProblem(
            CommandLine::tr("\"sync\" needs --once: the window syncs all the time by itself. "
                            "--all-files fetches large files, too."));
    const auto target = targetOf(context);
    if (!target)
        return target.error();
    if (context.options.offline)
        return {ExitStatus::Offline, {}, {}, CommandLine::tr("Not synced: --offline was given.")};
    const auto connection = CanisterConnection::prepare(
        target.value(), context.profile.clock(), context.profile.random());
    if (!connection)
        return usageProblem(connection.error());
    const auto lock = ProfileLock::acquire(context.profile.folder(), ProfileLock::Purpose::Sync);
    if (!lock)
        return {ExitStatus::InUse, {}, {}, lock.error().userMessage()};
    const auto replica = context.profile.openReplica();
    if (!replica)
        return storeProblem(replica.error());
    const auto master = connection.value().factory()();
    const std::atomic<bool> cancelled = false;
    SyncRound round({{*master, *replica.value(), target.value().deviceName, cancelled, {}, fetch},
                     {target.value().canister,
                      QString::fromStdString(target.value().identity->sender().toText())}});
    return reported(context, round.run());
}
