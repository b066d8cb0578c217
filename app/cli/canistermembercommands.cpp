#include "app/cli/canistercalls.h"
#include "app/cli/json.h"
#include "app/invitecode.h"
#include "app/options.h"
#include "app/profile.h"
#include "ui/canister/canisterwords.h"
#include "ui/canister/tables.h"
#include "ui/uisettings.h"

#include <QJsonArray>
#include <QJsonObject>

namespace {

QString idText(const CanisterDevice &device)
{
    return QString::fromLatin1(device.id.toHex());
}

CommandResult listed(QList<CanisterDevice> devices)
{
    std::sort(devices.begin(), devices.end(), [](const auto &a, const auto &b) {
        return a.lastSeen > b.lastSeen;
    });
    QStringList lines;
    QJsonArray json;
    for (const CanisterDevice &device : devices) {
        lines += QStringLiteral("%1  %2  %3%4")
                     .arg(idText(device),
                          dateText(device.lastSeen),
                          device.name,
                          device.retired ? CommandLine::tr("  (retired)") : QString());
        json += QJsonObject{{QStringLiteral("id"), idText(device)},
                            {QStringLiteral("name"), device.name},
                            {QStringLiteral("firstSeen"), timeJson(device.firstSeen)},
                            {QStringLiteral("lastSeen"), timeJson(device.lastSeen)},
                            {QStringLiteral("pushes"), double(device.pushes)},
                            {QStringLiteral("retired"), device.retired}};
    }
    return canisterAnswer(lines, json);
}

CommandResult admitted(CommandContext &context,
                       const CanisterSession &session,
                       const Result<Done, CanisterProblem> &answer,
                       const QString &sentence)
{
    if (!answer)
        return canisterProblem(answer.error());
    // Where nothing was set this is now the profile's canister.
    UiSettings &settings = context.profile.settings().ui();
    if (settings.canisterId().isEmpty()) {
        settings.setCanister(session.address.url, session.address.canister);
        context.profile.settings().sync();
    }
    return canisterAnswer({sentence},
                          QJsonObject{{QStringLiteral("principal"), session.principal()},
                                      {QStringLiteral("canister"), session.address.canister}});
}

CommandResult claim(CommandContext &context, const QString &code)
{
    const auto session = openCanister(context, Signing::Needed);
    if (!session)
        return session.error();
    return admitted(context,
                    session.value(),
                    session.value().admin().claim(claimSecret(code)),
                    CommandLine::tr("The canister is yours now."));
}

CommandResult join(CommandContext &context, const QString &code)
{
    const auto session = openCanister(context, Signing::Needed);
    if (!session)
        return session.error();
    return admitted(context,
                    session.value(),
                    session.value().admin().join(inviteSecret(code)),
                    CommandLine::tr("You are a member now."));
}

CommandResult devices(CommandContext &context)
{
    const auto session = openCanister(context, Signing::Needed);
    if (!session)
        return session.error();
    const auto answer = session.value().admin().devices();
    return answer ? listed(answer.value()) : canisterProblem(answer.error());
}

CommandResult retire(CommandContext &context, const QString &id)
{
    constexpr qsizetype kIdBytes = 16;
    const QByteArray bytes = QByteArray::fromHex(id.toLatin1());
    if (bytes.size() != kIdBytes)
        return usageProblem(
            CommandLine::tr("\"%1\" is no device's id: \"canister devices\" shows them.").arg(id));
    const auto session = openCanister(context, Signing::Needed);
    if (!session)
        return session.error();
    const auto answer = session.value().admin().retireDevice(bytes);
    return answer ? listed(answer.value()) : canisterProblem(answer.error());
}

CommandResult deleteSpace(CommandContext &context, const QStringList &arguments)
{
    const auto parsed = parseArguments(arguments, {QStringLiteral("confirm")}, {});
    if (!parsed)
        return parsed.error();
    const auto session = openCanister(context, Signing::Needed);
    if (!session)
        return session.error();
    const QString principal = session.value().principal();
    if (parsed.value().value(QStringLiteral("confirm")) != principal)
        return usageProblem(
            CommandLine::tr("This deletes everything of yours on the canister %1, for all of your "
                            "devices; the notes on this device stay. To do it: canister "
                            "delete-space --confirm %2")
                .arg(session.value().address.canister, principal));
    const auto deleted = session.value().admin().deleteSpace(principal);
    if (!deleted)
        return canisterProblem(deleted.error());
    // As the window does: the next round would store everything there again.
    UiSettings &settings = context.profile.settings().ui();
    const bool disconnected = settings.canisterId() == session.value().address.canister;
    if (disconnected) {
        settings.setCanister({}, {});
        context.profile.settings().sync();
    }
    return canisterAnswer(
        {CommandLine::tr("Deleted. This profile no longer syncs; its notes stay here.")},
        QJsonObject{{QStringLiteral("deleted"), principal},
                    {QStringLiteral("disconnected"), disconnected}});
}

} // namespace

std::optional<CommandResult> runMemberCommand(CommandContext &context, const QStringList &arguments)
{
    const QString what = arguments.value(0);
    const qsizetype size = arguments.size();
    if (what == QLatin1String("claim"))
        return size == 2 ? claim(context, arguments[1])
                         : usageProblem(CommandLine::tr("Use: canister claim CODE"));
    if (what == QLatin1String("join"))
        return size == 2 ? join(context, arguments[1])
                         : usageProblem(CommandLine::tr("Use: canister join CODE"));
    if (what == QLatin1String("devices"))
        return size == 1 ? devices(context)
                         : usageProblem(CommandLine::tr("Use: canister devices"));
    if (what == QLatin1String("device"))
        return size == 3 && arguments[1] == QLatin1String("retire")
                   ? retire(context, arguments[2])
                   : usageProblem(CommandLine::tr("Use: canister device retire ID"));
    if (what == QLatin1String("delete-space"))
        return deleteSpace(context, arguments.mid(1));
    return std::nullopt;
}
