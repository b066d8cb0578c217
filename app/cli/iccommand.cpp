#include "app/cli/iccommand.h"

#include "app/options.h"

#include <QHash>

namespace {

using IcCommand = CommandResult (*)(const Options &, const CommandArguments &);

QString usage()
{
    return CommandLine::tr(
        "\"ic\" is followed by status, query METHOD [ARGUMENTS], call METHOD [ARGUMENTS], "
        "interface, read-state PATH..., principal TEXT, encode ARGUMENTS or decode HEX.");
}

} // namespace

CommandResult runIcCommand(const Options &options, const QStringList &arguments)
{
    static const QHash<QString, IcCommand> commands{
        {QStringLiteral("status"), runIcStatus},
        {QStringLiteral("read-state"), runIcReadState},
        {QStringLiteral("query"), runIcQuery},
        {QStringLiteral("call"), runIcCall},
        {QStringLiteral("interface"), runIcInterface},
        {QStringLiteral("encode"), runIcEncode},
        {QStringLiteral("decode"), runIcDecode},
        {QStringLiteral("principal"), runIcPrincipal},
    };
    const auto command = commands.find(arguments.value(0));
    if (command == commands.end())
        return usageProblem(usage());
    const auto parsed = parseArguments(arguments.mid(1),
                                       {QStringLiteral("url"),
                                        QStringLiteral("canister"),
                                        QStringLiteral("identity"),
                                        QStringLiteral("did"),
                                        QStringLiteral("method"),
                                        QStringLiteral("types")},
                                       {QStringLiteral("anonymous")});
    if (!parsed)
        return parsed.error();
    return command.value()(options, parsed.value());
}
