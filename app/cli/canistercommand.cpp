#include "app/cli/canistercalls.h"
#include "app/options.h"
#include "app/profile.h"
#include "ui/canister/canisterwords.h"
#include "ui/canister/connectionverdict.h"
#include "ui/canister/connectlink.h"
#include "ui/uisettings.h"

#include <QJsonObject>

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

/// One link, or an address and an id.
Result<ConnectLink, CommandResult> linkFrom(const QStringList &arguments)
{
    ConnectLink link;
    if (arguments.size() == 1) {
        const auto read = ConnectLink::fromText(arguments[0]);
        if (!read)
            return usageProblem(
                CommandLine::tr("\"%1\" is no complete sheaf://connect link.").arg(arguments[0]));
        link = *read;
    } else if (arguments.size() == 2) {
        link.url = arguments[0];
        link.canister = arguments[1];
    } else {
        return usageProblem(CommandLine::tr("A canister is given as URL ID or as one LINK."));
    }
    const auto parsed = parseAddress(link.url, link.canister);
    if (!parsed) {
        CommandResult problem = canisterProblem(parsed.error());
        problem.problem.prepend(QStringLiteral("\"%1\": ").arg(parsed.error().detail));
        return problem;
    }
    return link;
}

CommandResult set(CommandContext &context, const QStringList &arguments)
{
    const auto link = linkFrom(arguments);
    if (!link)
        return link.error();
    UiSettings &settings = context.profile.settings().ui();
    settings.setCanister(link.value().url, link.value().canister);
    context.profile.settings().sync();
    return show(settings);
}

QJsonObject aboutJson(const CanisterAbout &about)
{
    static const QHash<Registration, QString> names{
        {Registration::SingleOwner, QStringLiteral("single_owner")},
        {Registration::InviteOnly, QStringLiteral("invite_only")},
        {Registration::Open, QStringLiteral("open")}};
    return {{QStringLiteral("interface"), about.interfaceVersion},
            {QStringLiteral("protocol"), about.protocol},
            {QStringLiteral("claimed"), about.claimed},
            {QStringLiteral("registration"), names[about.registration]},
            {QStringLiteral("member"), about.member},
            {QStringLiteral("owner"), about.owner},
            {QStringLiteral("suspended"), about.suspended}};
}

CommandResult check(CommandContext &context, const QStringList &arguments)
{
    CanisterAddress address = canisterAddress(context);
    QString code;
    if (!arguments.isEmpty()) {
        const auto link = linkFrom(arguments);
        if (!link)
            return link.error();
        address = {link.value().url, link.value().canister};
        code = link.value().code();
    } else if (address.canister.isEmpty()) {
        return show(context.profile.settings().ui());
    }
    const auto session = openCanisterAt(context, address, Signing::IfPossible);
    if (!session)
        return session.error();
    const auto about = session.value().admin().about();
    if (!about)
        return canisterProblem(about.error());
    ConnectionReport report;
    report.about = about.value();
    report.principal = session.value().principal();
    const ConnectionVerdict verdict = verdictFor(report, code);
    QJsonObject json = aboutJson(about.value());
    json.insert(QStringLiteral("principal"), report.principal);
    json.insert(QStringLiteral("verdict"), verdict.headline);
    QStringList lines{
        verdict.headline + QStringLiteral(". ") + verdict.sentence,
        CommandLine::tr("Registration  %1").arg(registrationName(about.value().registration))};
    if (!report.principal.isEmpty())
        lines += CommandLine::tr("You are       %1").arg(report.principal);
    return canisterAnswer(lines, json);
}

CommandResult link(CommandContext &context, const QStringList &arguments)
{
    const auto parsed =
        parseArguments(arguments, {QStringLiteral("claim"), QStringLiteral("invite")}, {});
    if (!parsed)
        return parsed.error();
    const CanisterAddress address = canisterAddress(context);
    if (!parsed.value().rest.isEmpty())
        return usageProblem(CommandLine::tr("\"canister link\" takes --claim and --invite."));
    if (address.canister.isEmpty())
        return show(context.profile.settings().ui());
    const ConnectLink link{address.url,
                           address.canister,
                           parsed.value().value(QStringLiteral("claim")),
                           parsed.value().value(QStringLiteral("invite"))};
    return canisterAnswer({link.toText()}, QJsonObject{{QStringLiteral("link"), link.toText()}});
}

} // namespace

CommandResult runCanisterCommand(CommandContext &context, const QStringList &arguments)
{
    const QString what = arguments.value(0);
    if (what == QLatin1String("show") && arguments.size() == 1)
        return show(context.profile.settings().ui());
    if (what == QLatin1String("set"))
        return set(context, arguments.mid(1));
    if (what == QLatin1String("check") || what == QLatin1String("about"))
        return check(context, arguments.mid(1));
    if (what == QLatin1String("link"))
        return link(context, arguments.mid(1));
    if (auto result = runMemberCommand(context, arguments))
        return *std::move(result);
    if (auto result = runOwnerCommand(context, arguments))
        return *std::move(result);
    return usageProblem(
        CommandLine::tr("\"canister\" is followed by show, set, check, link, claim, join, devices, "
                        "device, delete-space, status, users, user, invite, settings or give. "
                        "\"sheaf --help\" says more."));
}
