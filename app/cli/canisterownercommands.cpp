#include "app/cli/canistercalls.h"
#include "app/cli/json.h"
#include "app/invitecode.h"
#include "app/options.h"
#include "app/profile.h"
#include "ui/canister/canisterwords.h"
#include "ui/canister/connectlink.h"
#include "ui/canister/tables.h"

#include <QJsonArray>
#include <QJsonObject>

namespace {

constexpr quint64 kMebibyte = 1'048'576;
constexpr qint64 kDayMs = 86'400'000;
constexpr int kUsualDays = 7;

/// Opens the canister and asks; what it answers is shown by `show`.
template <typename T, typename Ask, typename Show>
CommandResult asked(CommandContext &context, const Ask &ask, const Show &show)
{
    const auto session = openCanister(context, Signing::Needed);
    if (!session)
        return session.error();
    const Result<T, CanisterProblem> answer = ask(session.value().admin());
    return answer ? show(answer.value()) : canisterProblem(answer.error());
}

CommandResult shownStatus(const CanisterStatus &status)
{
    QJsonObject json{{QStringLiteral("cycles"), double(status.cycles)},
                     {QStringLiteral("cyclesPerDay"), double(status.cyclesPerDay)},
                     {QStringLiteral("memoryBytes"), double(status.memoryBytes)},
                     {QStringLiteral("chunkMemoryBytes"), double(status.chunkMemoryBytes)},
                     {QStringLiteral("users"), double(status.users)},
                     {QStringLiteral("spacesBytes"), double(status.spacesBytes)},
                     {QStringLiteral("interface"), status.interfaceVersion},
                     {QStringLiteral("installed"), timeJson(status.installed)},
                     {QStringLiteral("upgraded"), timeJson(status.upgraded)},
                     {QStringLiteral("version"), status.version}};
    if (status.daysLeft)
        json.insert(QStringLiteral("daysLeft"), double(*status.daysLeft));
    return canisterAnswer(
        {CommandLine::tr("Cycles     %1, for %2")
             .arg(cyclesText(status.cycles), daysText(status.daysLeft)),
         CommandLine::tr("Memory     %1, of which %2 attachments")
             .arg(sizeText(status.memoryBytes), sizeText(status.chunkMemoryBytes)),
         CommandLine::tr("People     %1, with %2 of notes")
             .arg(status.users)
             .arg(sizeText(status.spacesBytes)),
         CommandLine::tr("Version    %1, interface %2")
             .arg(status.version)
             .arg(status.interfaceVersion)},
        json);
}

QJsonObject userJson(const CanisterUser &user)
{
    return {{QStringLiteral("principal"), user.principal},
            {QStringLiteral("joined"), timeJson(user.joined)},
            {QStringLiteral("lastSeen"), timeJson(user.lastSeen)},
            {QStringLiteral("rows"), double(user.rows)},
            {QStringLiteral("bytes"), double(user.bytes)},
            {QStringLiteral("chunkBytes"), double(user.chunkBytes)},
            {QStringLiteral("quotaBytes"), double(user.quotaBytes)},
            {QStringLiteral("suspended"), user.suspended},
            {QStringLiteral("owner"), user.owner},
            {QStringLiteral("note"), user.note}};
}

QString userLine(const CanisterUser &user)
{
    QString line = QStringLiteral("%1  %2").arg(
        user.principal, usageText(user.bytes + user.chunkBytes, user.quotaBytes));
    if (user.owner)
        line += CommandLine::tr("  owner");
    if (user.suspended)
        line += CommandLine::tr("  suspended");
    return user.note.isEmpty() ? line : line + QStringLiteral("  ") + user.note;
}

CommandResult shownUsers(const QList<CanisterUser> &users)
{
    QStringList lines;
    QJsonArray json;
    for (const CanisterUser &user : users) {
        lines += userLine(user);
        json += userJson(user);
    }
    return canisterAnswer(lines, json);
}

CommandResult shownUser(const CanisterUser &user)
{
    return canisterAnswer({userLine(user)}, userJson(user));
}

CommandResult setUser(CommandContext &context, const CanisterUserChange &change)
{
    return asked<CanisterUser>(
        context, [&](CanisterAdmin &admin) { return admin.setUser(change); }, shownUser);
}

CommandResult runUser(CommandContext &context, const QStringList &arguments)
{
    const auto parsed =
        parseArguments(arguments, {QStringLiteral("quota"), QStringLiteral("note")}, {});
    if (!parsed)
        return parsed.error();
    const QString what = parsed.value().rest.value(0);
    CanisterUserChange change;
    change.principal = parsed.value().rest.value(1);
    if (parsed.value().rest.size() != 2)
        return usageProblem(CommandLine::tr(
            "\"canister user\" is followed by set, suspend, resume or remove and a principal."));
    if (what == QLatin1String("suspend") || what == QLatin1String("resume")) {
        change.suspended = what == QLatin1String("suspend");
        return setUser(context, change);
    }
    if (what == QLatin1String("remove"))
        return asked<Done>(
            context,
            [&](CanisterAdmin &admin) { return admin.removeUser(change.principal); },
            [&](const Done &) {
                return canisterAnswer(
                    {CommandLine::tr("Removed, with everything of theirs on the canister.")},
                    QJsonObject{{QStringLiteral("removed"), change.principal}});
            });
    if (what != QLatin1String("set"))
        return usageProblem(CommandLine::tr("Unknown: canister user %1").arg(what));
    if (parsed.value().values.contains(QStringLiteral("quota"))) {
        bool isNumber = false;
        const quint64 megabytes =
            parsed.value().value(QStringLiteral("quota")).toULongLong(&isNumber);
        if (!isNumber || megabytes > quint64{1'000'000'000})
            return usageProblem(CommandLine::tr("--quota takes a number of megabytes."));
        change.quotaBytes = megabytes * kMebibyte;
    }
    if (parsed.value().values.contains(QStringLiteral("note")))
        change.note = parsed.value().value(QStringLiteral("note"));
    return setUser(context, change);
}

QJsonObject inviteJson(const CanisterInvite &invite)
{
    QJsonObject json{{QStringLiteral("id"), double(invite.id)},
                     {QStringLiteral("note"), invite.note},
                     {QStringLiteral("created"), timeJson(invite.created)},
                     {QStringLiteral("expires"), timeJson(invite.expires)}};
    if (invite.usedBy)
        json.insert(QStringLiteral("usedBy"), *invite.usedBy);
    return json;
}

CommandResult shownInvites(const QList<CanisterInvite> &invites)
{
    QStringList lines;
    QJsonArray json;
    for (const CanisterInvite &invite : invites) {
        lines += QStringLiteral("%1  %2  %3  %4")
                     .arg(QString::number(invite.id),
                          CommandLine::tr("until %1").arg(dateText(invite.expires)),
                          invite.usedBy ? CommandLine::tr("used by %1").arg(*invite.usedBy)
                                        : CommandLine::tr("open"),
                          invite.note);
        json += inviteJson(invite);
    }
    return canisterAnswer(lines, json);
}

CommandResult createInvite(CommandContext &context, const CommandArguments &arguments)
{
    bool isNumber = true;
    int days = kUsualDays;
    if (const QString given = arguments.value(QStringLiteral("days")); !given.isEmpty())
        days = given.toInt(&isNumber);
    if (!isNumber || days < 1)
        return usageProblem(CommandLine::tr("--days takes a number from 1."));
    const QString code = newInviteCode(context.profile.random());
    const QString note = arguments.value(QStringLiteral("note"));
    const qint64 expires = toMilliseconds(context.profile.clock().now()) + days * kDayMs;
    return asked<CanisterInvite>(
        context,
        [&](CanisterAdmin &admin) { return admin.createInvite(inviteSecret(code), note, expires); },
        [&](const CanisterInvite &invite) {
            const CanisterAddress where = canisterAddress(context);
            const QString link = ConnectLink{where.url, where.canister, {}, code}.toText();
            QJsonObject json = inviteJson(invite);
            json.insert(QStringLiteral("code"), code);
            json.insert(QStringLiteral("link"), link);
            return canisterAnswer({code, link}, json);
        });
}

CommandResult runInvite(CommandContext &context, const QStringList &arguments)
{
    const auto parsed =
        parseArguments(arguments, {QStringLiteral("note"), QStringLiteral("days")}, {});
    if (!parsed)
        return parsed.error();
    const QStringList &rest = parsed.value().rest;
    if (rest == QStringList{QStringLiteral("create")})
        return createInvite(context, parsed.value());
    if (rest == QStringList{QStringLiteral("list")})
        return asked<QList<CanisterInvite>>(
            context, [](CanisterAdmin &admin) { return admin.invites(); }, shownInvites);
    bool isNumber = false;
    const quint64 id = rest.value(1).toULongLong(&isNumber);
    if (rest.value(0) == QLatin1String("revoke") && rest.size() == 2 && isNumber)
        return asked<Done>(
            context,
            [&](CanisterAdmin &admin) { return admin.revokeInvite(id); },
            [&](const Done &) {
                return canisterAnswer({CommandLine::tr("Revoked.")},
                                      QJsonObject{{QStringLiteral("revoked"), double(id)}});
            });
    return usageProblem(CommandLine::tr(
        "\"canister invite\" is followed by create [--note TEXT] [--days N], list or revoke ID."));
}

QString registrationWord(Registration registration)
{
    switch (registration) {
    case Registration::SingleOwner:
        return QStringLiteral("single_owner");
    case Registration::InviteOnly:
        return QStringLiteral("invite_only");
    case Registration::Open:
        return QStringLiteral("open");
    }
    return {};
}

CommandResult shownSettings(const CanisterSettings &settings)
{
    return canisterAnswer(
        {QStringLiteral("registration %1").arg(registrationWord(settings.registration)),
         QStringLiteral("quota %1").arg(settings.defaultQuotaBytes / kMebibyte),
         QStringLiteral("max-users %1").arg(settings.maxUsers),
         QStringLiteral("updates-per-minute %1").arg(settings.updatesPerMinute),
         QStringLiteral("low-cycles %1").arg(settings.lowCycles)},
        QJsonObject{{QStringLiteral("registration"), registrationWord(settings.registration)},
                    {QStringLiteral("defaultQuotaBytes"), double(settings.defaultQuotaBytes)},
                    {QStringLiteral("maxUsers"), double(settings.maxUsers)},
                    {QStringLiteral("updatesPerMinute"), double(settings.updatesPerMinute)},
                    {QStringLiteral("lowCycles"), double(settings.lowCycles)}});
}

/// False if there is no setting of this name or the value cannot be one.
bool applySetting(CanisterSettings &settings, const QString &name, const QString &value)
{
    if (name == QLatin1String("registration")) {
        for (const Registration one :
             {Registration::SingleOwner, Registration::InviteOnly, Registration::Open}) {
            if (value == registrationWord(one)) {
                settings.registration = one;
                return true;
            }
        }
        return false;
    }
    bool isNumber = false;
    const quint64 number = value.toULongLong(&isNumber);
    if (name == QLatin1String("quota"))
        settings.defaultQuotaBytes = number * kMebibyte;
    else if (name == QLatin1String("max-users"))
        settings.maxUsers = number;
    else if (name == QLatin1String("updates-per-minute"))
        settings.updatesPerMinute = number;
    else if (name == QLatin1String("low-cycles"))
        settings.lowCycles = number;
    else
        return false;
    return isNumber;
}

CommandResult setSettings(CommandContext &context, const QStringList &pairs)
{
    CanisterSettings probe;
    for (qsizetype at = 0; at < pairs.size(); at += 2) {
        if (!applySetting(probe, pairs[at], pairs.value(at + 1)))
            return usageProblem(CommandLine::tr(
                "Settings are registration single_owner|invite_only|open, quota MB, "
                "max-users N, updates-per-minute N, low-cycles N."));
    }
    return asked<CanisterSettings>(
        context,
        [&](CanisterAdmin &admin) -> Result<CanisterSettings, CanisterProblem> {
            auto settings = admin.settings();
            if (!settings)
                return settings;
            for (qsizetype at = 0; at < pairs.size(); at += 2)
                applySetting(settings.value(), pairs[at], pairs[at + 1]);
            return admin.setSettings(settings.value());
        },
        shownSettings);
}

CommandResult runSettings(CommandContext &context, const QStringList &arguments)
{
    if (arguments.isEmpty() || arguments == QStringList{QStringLiteral("get")})
        return asked<CanisterSettings>(
            context, [](CanisterAdmin &admin) { return admin.settings(); }, shownSettings);
    if (arguments[0] != QLatin1String("set") || arguments.size() < 3 || arguments.size() % 2 == 0)
        return usageProblem(
            CommandLine::tr("Use: canister settings get | settings set NAME VALUE..."));
    return setSettings(context, arguments.mid(1));
}

CommandResult give(CommandContext &context, const QString &principal)
{
    return asked<Done>(
        context,
        [&](CanisterAdmin &admin) { return admin.setOwner(principal); },
        [&](const Done &) {
            return canisterAnswer(
                {CommandLine::tr("The canister belongs to %1 now.").arg(principal)},
                QJsonObject{{QStringLiteral("owner"), principal}});
        });
}

} // namespace

std::optional<CommandResult> runOwnerCommand(CommandContext &context, const QStringList &arguments)
{
    const QString what = arguments.value(0);
    if (what == QLatin1String("status") && arguments.size() == 1)
        return asked<CanisterStatus>(
            context, [](CanisterAdmin &admin) { return admin.status(); }, shownStatus);
    if (what == QLatin1String("users") && arguments.size() == 1)
        return asked<QList<CanisterUser>>(
            context, [](CanisterAdmin &admin) { return admin.users(); }, shownUsers);
    if (what == QLatin1String("user"))
        return runUser(context, arguments.mid(1));
    if (what == QLatin1String("invite"))
        return runInvite(context, arguments.mid(1));
    if (what == QLatin1String("settings"))
        return runSettings(context, arguments.mid(1));
    if (what == QLatin1String("give") && arguments.size() == 2)
        return give(context, arguments[1]);
    return std::nullopt;
}
