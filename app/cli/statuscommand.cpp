#include "app/cli/command.h"
#include "app/profile.h"
#include "model/store/documentstore.h"
#include "ui/uisettings.h"

#include <QDir>
#include <QJsonObject>

CommandResult runStatusCommand(CommandContext &context, const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return usageProblem(CommandLine::tr("\"status\" takes no arguments."));
    const auto counts = context.store.counts();
    if (!counts)
        return storeProblem(counts.error());
    const auto outgoing = context.store.outgoing();
    if (!outgoing)
        return storeProblem(outgoing.error());
    const UiSettings &settings = context.profile.settings().ui();
    const CanisterAddress address = canisterAddress(context);
    const OutgoingCounts &waiting = outgoing.value();
    const QJsonObject json{
        {QStringLiteral("profile"), context.profile.folder()},
        {QStringLiteral("notes"), counts.value().notes},
        {QStringLiteral("drawings"), counts.value().drawings},
        {QStringLiteral("trash"), counts.value().trash},
        {QStringLiteral("pending"), waiting.pending},
        {QStringLiteral("conflicts"), waiting.conflicts},
        {QStringLiteral("refused"), waiting.refused},
        {QStringLiteral("canisterUrl"), address.url},
        {QStringLiteral("canister"), address.canister},
        {QStringLiteral("device"), context.profile.settings().deviceName()},
        {QStringLiteral("workOffline"), settings.workOffline()},
    };
    const QString canister =
        address.canister.isEmpty() ? CommandLine::tr("none set") : address.canister;
    const QString text = CommandLine::tr("Profile    %1\n"
                                         "Documents  %2 notes, %3 drawings, %4 in the trash\n"
                                         "Waiting    %5 changes to be synced\n"
                                         "Conflicts  %6\n"
                                         "Refused    %7\n"
                                         "Canister   %8\n")
                             .arg(QDir::toNativeSeparators(context.profile.folder()))
                             .arg(counts.value().notes)
                             .arg(counts.value().drawings)
                             .arg(counts.value().trash)
                             .arg(waiting.pending)
                             .arg(waiting.conflicts)
                             .arg(waiting.refused)
                             .arg(canister);
    const ExitStatus status = waiting.conflicts > 0 ? ExitStatus::Conflicts : ExitStatus::Ok;
    return {status, text.toUtf8(), json, {}};
}
