#include "app/cli/command.h"
#include "app/profile.h"
#include "sync/ic/principal.h"
#include "ui/uisettings.h"

#include <QJsonObject>
#include <QUrl>

namespace {

CommandResult show(const UiSettings &settings)
{
    const QJsonObject json{{QStringLiteral("url"), settings.canisterUrl()},
                           {QStringLiteral("canister"), settings.canisterId()}};
    if (settings.canisterId().isEmpty())
        return {ExitStatus::NotFound,
                {},
                json,
                CommandLine::tr("No canister is set. \"canister set URL ID\" sets one.")};
    return {ExitStatus::Ok,
            QStringLiteral("%1 %2\n").arg(settings.canisterUrl(), settings.canisterId()).toUtf8(),
            json,
            {}};
}

} // namespace

CommandResult runCanisterCommand(CommandContext &context, const QStringList &arguments)
{
    UiSettings &settings = context.profile.settings().ui();
    if (arguments == QStringList{QStringLiteral("show")})
        return show(settings);
    if (arguments.value(0) != QLatin1String("set") || arguments.size() != 3)
        return usageProblem(CommandLine::tr("\"canister\" is followed by show, or by set URL ID."));
    const QUrl url(arguments[1], QUrl::StrictMode);
    const bool isHttp =
        url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isHttp || url.host().isEmpty())
        return usageProblem(
            CommandLine::tr("\"%1\" is not an address: it has to look like https://icp-api.io.")
                .arg(arguments[1]));
    if (!ic::Principal::fromText(arguments[2].toStdString())) {
        return usageProblem(
            CommandLine::tr(
                "\"%1\" is not a canister id: it has to look like "
                "rrkah-fqaaa-aaaaa-aaaaq-cai, and a typing mistake shows in its first group.")
                .arg(arguments[2]));
    }
    settings.setCanister(arguments[1], arguments[2]);
    context.profile.settings().sync();
    return show(settings);
}
