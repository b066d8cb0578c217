#include "app/cli/iccommand.h"
#include "sync/ic/account.h"

#include <QJsonObject>

namespace {

QString className(const ic::Principal &principal)
{
    const ic::BytesView bytes = principal.bytes();
    if (principal.isManagement())
        return QStringLiteral("management");
    if (principal.isAnonymous())
        return QStringLiteral("anonymous");
    if (bytes.size() == 29 && bytes.back() == 2)
        return QStringLiteral("self-authenticating");
    if (bytes.size() == 29 && bytes.back() == 3)
        return QStringLiteral("derived");
    if (bytes.back() == 0x7f)
        return QStringLiteral("reserved");
    return QStringLiteral("opaque");
}

QString classSentence(const QString &name)
{
    if (name == QLatin1String("management"))
        return CommandLine::tr("the network itself");
    if (name == QLatin1String("anonymous"))
        return CommandLine::tr("anybody, without a signature");
    if (name == QLatin1String("self-authenticating"))
        return CommandLine::tr("the holder of a key, or a subnet");
    if (name == QLatin1String("derived"))
        return CommandLine::tr("given out by another principal");
    if (name == QLatin1String("reserved"))
        return CommandLine::tr("reserved, cannot sign");
    return CommandLine::tr("given out by the network, as to canisters");
}

std::optional<ic::Principal> readPrincipal(const QString &text)
{
    if (auto principal = ic::Principal::fromText(text.trimmed()))
        return principal;
    QString hex = text.trimmed();
    if (hex.startsWith(QLatin1String("0x")))
        hex.remove(0, 2);
    const auto bytes = ic::fromHex(hex.toStdString());
    return bytes ? ic::Principal::fromBytes(*bytes) : std::nullopt;
}

} // namespace

CommandResult runIcPrincipal(const Options &, const CommandArguments &arguments)
{
    if (arguments.rest.size() != 1)
        return usageProblem(
            CommandLine::tr("\"ic principal\" is followed by a principal or its bytes in "
                            "hexadecimal."));
    const auto principal = readPrincipal(arguments.rest[0]);
    if (!principal)
        return usageProblem(
            CommandLine::tr("\"%1\" is no principal: a wrong character shows in its "
                            "first group.")
                .arg(arguments.rest[0]));
    const QString text = principal->toString();
    const QString name = className(*principal);
    const QString bytes = QString::fromStdString(ic::toHex(principal->bytes()));
    const QString account = QString::fromStdString(ic::toHex(ic::ledgerAccount(*principal)));
    const QString subaccount = QString::fromStdString(ic::toHex(ic::asSubaccount(*principal)));
    const QJsonObject json{{QStringLiteral("principal"), text},
                           {QStringLiteral("class"), name},
                           {QStringLiteral("bytes"), bytes},
                           {QStringLiteral("ledgerAccount"), account},
                           {QStringLiteral("subaccount"), subaccount}};
    const QString shown = CommandLine::tr("Principal       %1\n"
                                          "Class           %2 (%3)\n"
                                          "Bytes           %4 (%5)\n"
                                          "Ledger account  %6\n"
                                          "As subaccount   %7\n")
                              .arg(text, name, classSentence(name), bytes)
                              .arg(principal->bytes().size())
                              .arg(account, subaccount);
    return {ExitStatus::Ok, shown.toUtf8(), json, {}};
}
