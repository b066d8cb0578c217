#include "app/cli/command.h"
#include "app/cli/commandidentity.h"
#include "app/identityfile.h"
#include "app/profile.h"

#include <QJsonObject>

namespace {

CommandResult principalOf(const ic::Identity &identity)
{
    const QString principal = QString::fromStdString(identity.sender().toText());
    return {ExitStatus::Ok,
            (principal + QLatin1Char('\n')).toUtf8(),
            QJsonObject{{QStringLiteral("principal"), principal}},
            {}};
}

std::optional<IdentityVault::Place> placeFromName(const QString &name)
{
    if (name.isEmpty() || name == QLatin1String("keychain"))
        return IdentityVault::Place::Keychain;
    if (name == QLatin1String("file"))
        return IdentityVault::Place::File;
    return std::nullopt;
}

CommandResult keep(CommandContext &context,
                   std::shared_ptr<const ic::KeyIdentity> identity,
                   const QString &placeName)
{
    const auto place = placeFromName(placeName);
    if (!place)
        return usageProblem(CommandLine::tr("--keep takes keychain or file."));
    const auto kept = keepIdentity(context.profile, context.store, *identity, *place);
    if (!kept)
        return {ExitStatus::Failed, {}, {}, kept.error()};
    return principalOf(*identity);
}

CommandResult identityNew(CommandContext &context, const CommandArguments &arguments)
{
    const std::shared_ptr<const ic::KeyIdentity> identity =
        ic::Ed25519Identity::generate(context.profile.random());
    const QString file = arguments.value(QStringLiteral("file"));
    if (file.isEmpty())
        return keep(context, identity, arguments.value(QStringLiteral("keep")));
    const auto written = writeIdentityFile(file, *identity);
    if (!written)
        return {ExitStatus::Failed, {}, {}, written.error()};
    return principalOf(*identity);
}

CommandResult identityShow(CommandContext &context)
{
    const auto identity = commandIdentity(context);
    return identity ? principalOf(*identity.value()) : identity.error();
}

CommandResult identityExport(CommandContext &context, const QString &path)
{
    const auto identity = commandIdentity(context);
    if (!identity)
        return identity.error();
    const auto written = writeIdentityFile(path, *identity.value());
    if (!written)
        return {ExitStatus::Failed, {}, {}, written.error()};
    return principalOf(*identity.value());
}

CommandResult identityImport(CommandContext &context, const QString &path, const QString &placeName)
{
    auto identity = readIdentityFile(path);
    if (!identity)
        return notFound(identity.error());
    return keep(context, std::move(identity).value(), placeName);
}

} // namespace

CommandResult runIdentityCommand(CommandContext &context, const QStringList &raw)
{
    const auto parsed =
        parseArguments(raw.mid(1), {QStringLiteral("keep"), QStringLiteral("file")}, {});
    if (!parsed)
        return parsed.error();
    const CommandArguments &arguments = parsed.value();
    const QString what = raw.value(0);
    const qsizetype names = arguments.rest.size();
    if (what == QLatin1String("new") && names == 0)
        return identityNew(context, arguments);
    if (what == QLatin1String("show") && names == 0)
        return identityShow(context);
    if (what == QLatin1String("export") && names == 1)
        return identityExport(context, arguments.rest[0]);
    if (what == QLatin1String("import") && names == 1)
        return identityImport(context, arguments.rest[0], arguments.value(QStringLiteral("keep")));
    return usageProblem(CommandLine::tr("\"identity\" is followed by new, show, export FILE or "
                                        "import FILE, with --keep keychain or --keep file."));
}
