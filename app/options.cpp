#include "app/options.h"

#include "app/commandline.h"

#include <array>

namespace {

struct ValueOption
{
    const char *name;
    QString Options::*target;
};

constexpr std::array kValueOptions{
    ValueOption{"--profile", &Options::profile},
    ValueOption{"--canister-url", &Options::canisterUrl},
    ValueOption{"--canister", &Options::canisterId},
    ValueOption{"--identity", &Options::identityFile},
    ValueOption{"--device-name", &Options::deviceName},
    ValueOption{"--claim", &Options::claim},
    ValueOption{"--connect", &Options::connect},
    ValueOption{"--theme", &Options::theme},
};

const ValueOption *valueOption(const QString &name)
{
    for (const ValueOption &option : kValueOptions) {
        if (name == QLatin1String(option.name))
            return &option;
    }
    return nullptr;
}

bool setFlag(Options &options, const QString &argument)
{
    if (argument == QLatin1String("--help") || argument == QLatin1String("-h"))
        options.help = true;
    else if (argument == QLatin1String("--version"))
        options.version = true;
    else if (argument == QLatin1String("--json"))
        options.json = true;
    else if (argument == QLatin1String("--offline"))
        options.offline = true;
    else if (argument == QLatin1String("--no-welcome"))
        options.welcome = false;
    else
        return false;
    return true;
}

void takeJsonFlag(Options &options)
{
    const qsizetype end = options.command.indexOf(QStringLiteral("--"));
    const qsizetype at = options.command.indexOf(QStringLiteral("--json"));
    if (at < 0 || (end >= 0 && at > end))
        return;
    options.command.removeAt(at);
    options.json = true;
}

} // namespace

Result<Options, UsageError> parseOptions(const QStringList &arguments)
{
    Options options;
    qsizetype at = 0;
    for (; at < arguments.size(); ++at) {
        const QString &argument = arguments[at];
        if (!argument.startsWith(QLatin1Char('-')))
            break;
        if (setFlag(options, argument))
            continue;
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        const QString name = equals < 0 ? argument : argument.left(equals);
        const ValueOption *option = valueOption(name);
        if (!option)
            return UsageError{
                CommandLine::tr("Unknown option %1. \"sheaf --help\" lists them.").arg(name)};
        if (equals < 0 && at + 1 >= arguments.size())
            return UsageError{CommandLine::tr("%1 needs a value.").arg(name)};
        options.*(option->target) = equals < 0 ? arguments[++at] : argument.mid(equals + 1);
    }
    options.command = arguments.mid(at);
    takeJsonFlag(options);
    static const QStringList themes{
        QString(), QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
    if (!themes.contains(options.theme))
        return UsageError{CommandLine::tr("--theme takes system, light or dark.")};
    return options;
}

QString helpText()
{
    return CommandLine::tr(
        "Sheaf: notes and drawings, offline first, synced with your own canister.\n"
        "\n"
        "sheaf [options]                     opens the window\n"
        "sheaf [options] COMMAND ...         does that and ends; needs no display\n"
        "\n"
        "Commands\n"
        "  note new [--title T] [--notebook N] [--tag T]... [TEXT | -]   prints the new id\n"
        "  note list [--notebook N] [--tag T] [--kind note|drawing] [--trash] [--limit N]\n"
        "  note show ID                      the text, exactly as stored\n"
        "  note edit ID [--title T] [--notebook N] [--append] [TEXT | -]\n"
        "                                    without a text: opens $VISUAL or $EDITOR\n"
        "  note trash ID... | note restore ID...\n"
        "  search WORDS...                   words, \"phrases\", -without\n"
        "  import PATH...                    folders of Markdown and pictures, .md, .excalidraw\n"
        "  export FOLDER [--notebook N]      everything, or one notebook\n"
        "  export --document ID FILE         one note (.md) or drawing (.excalidraw)\n"
        "  sync --once                       one complete round with the canister\n"
        "  status                            what waits, what is open, where things are\n"
        "  conflicts list\n"
        "  conflicts resolve ID --keep mine|master|both | --text FILE|-\n"
        "  identity new | show | export FILE | import FILE\n"
        "  canister show | set URL ID | set LINK | check [URL ID | LINK] | link [--claim C]\n"
        "  canister claim CODE | join CODE | devices | device retire ID\n"
        "  canister delete-space --confirm PRINCIPAL\n"
        "  canister status | users | settings [get] | settings set NAME VALUE...   (owner)\n"
        "  canister user set PRINCIPAL [--quota MB] [--note TEXT]\n"
        "  canister user suspend|resume|remove PRINCIPAL | give PRINCIPAL\n"
        "  canister invite create [--note TEXT] [--days N] | invite list | invite revoke ID\n"
        "  ic status | ic interface          what the network and the canister tell of themselves\n"
        "  ic query|call METHOD ['(ARGUMENTS)'] [--did FILE] [--anonymous]   in Candid's text\n"
        "  ic read-state PATH... | ic principal TEXT | ic encode '(...)' | ic decode HEX\n"
        "                                    with --url URL, --canister ID; no profile is needed\n"
        "\n"
        "Options\n"
        "  --profile DIR       folder with the database, settings and log\n"
        "  --json              answers as JSON on standard output\n"
        "  --offline           never use the network in this run\n"
        "  --canister-url URL  --canister ID   the canister of this run; the profile's setting "
        "stays,\n"
        "                      unless there was none\n"
        "  --identity FILE     sign with the key in this file (PEM)\n"
        "  --device-name NAME  how other devices call this one, in this run; kept if none was set\n"
        "  --claim CODE        the window claims the canister with it if nobody has yet\n"
        "  --connect LINK      the window opens with that link's canister to connect to\n"
        "  --no-welcome        a new profile begins empty\n"
        "  --theme NAME        system, light or dark\n"
        "  --help, --version\n"
        "\n"
        "Exit statuses\n"
        "  0 done   1 failed   2 wrong arguments   3 not found   4 the database cannot be used\n"
        "  5 the canister cannot be reached   6 no identity   7 conflicts are open\n"
        "  8 done in part   9 in use by another Sheaf\n");
}
