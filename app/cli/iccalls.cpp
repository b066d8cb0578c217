#include "app/cli/iccommand.h"
#include "app/cli/icsession.h"
#include "app/options.h"
#include "sync/ic/candid.h"

#include <QJsonObject>

using namespace ic::candid;

namespace {

using Kind = ic::AgentError::Kind;

struct Known
{
    Interface interface;
    bool isKnown = false; ///< false: nobody tells the interface.
    std::string text; ///< As the canister's metadata have it.
};

/// What `candid:service` says; unknown where it is not there, private, or cannot be read.
Result<Known, ic::AgentError> certifiedInterface(IcSession &session)
{
    const auto text = session.canisterState({"metadata", "candid:service"});
    if (!text) {
        // HTTP 403: it is there for controllers alone.
        const bool isPrivate = text.error().kind == Kind::Refused && text.error().httpStatus == 403;
        return isPrivate ? Result<Known, ic::AgentError>(Known{}) : text.error();
    }
    Known known;
    if (!text.value())
        return known;
    known.text.assign(text.value()->begin(), text.value()->end());
    auto parsed = parseInterface(known.text);
    if (parsed && parsed.value().service) {
        known.interface = std::move(parsed).value();
        known.isKnown = true;
    }
    return known;
}

struct Prepared
{
    std::unique_ptr<IcSession> session;
    Known known;
    std::string method;
    ic::Bytes argument;
};

Result<Known, CommandResult>
interfaceOf(const Options &options, const CommandArguments &arguments, IcSession &session)
{
    auto file = interfaceFile(arguments);
    if (!file)
        return file.error();
    if (file.value()) {
        if (!file.value()->service)
            return usageProblem(CommandLine::tr("The file of --did has no service in it."));
        return Known{*std::move(file).value(), true, {}};
    }
    auto known = certifiedInterface(session);
    if (!known)
        return icProblem(options, known.error());
    return std::move(known).value();
}

QString methodNames(const Interface &interface)
{
    QStringList names;
    for (const Method &method : interface.types.at(*interface.service).methods)
        names += QString::fromStdString(method.name);
    return withoutControls(names.join(QStringLiteral(", ")).toStdString());
}

/// What a query may not be sent to, and what the canister does not have.
std::optional<CommandResult>
refusal(const Known &known, const QString &method, bool isQuery, const Type *function)
{
    if (!known.isKnown)
        return std::nullopt;
    if (!function) {
        return notFound(CommandLine::tr("The canister has no method \"%1\". It has: %2.")
                            .arg(method, methodNames(known.interface)));
    }
    if (isQuery && !Interface::isQuery(*function)) {
        return usageProblem(CommandLine::tr("\"%1\" changes the canister, so that it cannot be "
                                            "queried: use \"ic call %1\".")
                                .arg(method));
    }
    const bool isComposite =
        std::find(function->modes.begin(), function->modes.end(), Mode::CompositeQuery)
        != function->modes.end();
    if (!isQuery && isComposite) {
        return usageProblem(
            CommandLine::tr("\"%1\" is a composite query, which cannot be called: use \"ic query "
                            "%1\".")
                .arg(method));
    }
    return std::nullopt;
}

Result<Prepared, CommandResult>
prepare(const Options &options, const CommandArguments &arguments, bool isQuery)
{
    if (arguments.rest.isEmpty() || arguments.rest.size() > 2) {
        return usageProblem(
            CommandLine::tr("A method and at most one list of arguments are wanted, as in: ic %1 "
                            "get '(5, \"text\")'.")
                .arg(isQuery ? QStringLiteral("query") : QStringLiteral("call")));
    }
    auto session =
        IcSession::open(options, arguments, IcSession::SignAs::Person, IcSession::Canister::Needed);
    if (!session)
        return session.error();
    Prepared prepared;
    prepared.session = std::move(session).value();
    prepared.method = arguments.rest[0].toStdString();
    auto known = interfaceOf(options, arguments, *prepared.session);
    if (!known)
        return known.error();
    prepared.known = std::move(known).value();
    Interface &interface = prepared.known.interface;
    const Type *function = interface.method(prepared.method);
    if (auto refused = refusal(prepared.known, arguments.rest[0], isQuery, function))
        return *std::move(refused);
    // A copy: parsing may let the table of types grow.
    const auto types = function ? std::optional(function->arguments) : std::nullopt;
    auto argument = encodeArguments(arguments.rest.value(1, QStringLiteral("()")).toStdString(),
                                    interface,
                                    types ? &*types : nullptr);
    if (!argument)
        return argument.error();
    prepared.argument = std::move(argument).value();
    return prepared;
}

/// Whether `reply` is what the interface promises.
bool keepsPromise(const Prepared &prepared, const ic::Bytes &reply)
{
    const Interface &interface = prepared.known.interface;
    const Type *function = interface.method(prepared.method);
    return !function || Message(interface.types, function->results).decode(reply).ok();
}

CommandResult shown(const Prepared &prepared, const ic::Bytes &reply, const char *witness)
{
    const auto text = decodeMessage(reply, prepared.known.interface.names);
    const QString hex = QString::fromStdString(ic::toHex(reply));
    QJsonObject json{{QStringLiteral("hex"), hex},
                     {QStringLiteral("saidBy"), QLatin1String(witness)}};
    if (!text) {
        return {ExitStatus::Failed,
                (hex + QLatin1Char('\n')).toUtf8(),
                json,
                CommandLine::tr("The answer is no Candid: its bytes are shown.")};
    }
    const QString candid = QString::fromStdString(text.value());
    json[QStringLiteral("candid")] = candid;
    const bool isKept = keepsPromise(prepared, reply);
    json[QStringLiteral("fitsInterface")] = isKept;
    QByteArray output = (candid + QLatin1Char('\n')).toUtf8();
    if (isKept)
        return {ExitStatus::Ok, output, json, {}};
    return {ExitStatus::Incomplete,
            output,
            json,
            CommandLine::tr("The answer is of another type than the interface says.")};
}

} // namespace

CommandResult runIcQuery(const Options &options, const CommandArguments &arguments)
{
    auto prepared = prepare(options, arguments, true);
    if (!prepared)
        return prepared.error();
    Prepared &p = prepared.value();
    const auto reply = p.session->agent().query(p.session->canister(), p.method, p.argument);
    return reply ? shown(p, reply.value(), "node") : icProblem(options, reply.error());
}

CommandResult runIcCall(const Options &options, const CommandArguments &arguments)
{
    auto prepared = prepare(options, arguments, false);
    if (!prepared)
        return prepared.error();
    Prepared &p = prepared.value();
    const auto reply = p.session->agent().call(p.session->canister(), p.method, p.argument);
    return reply ? shown(p, reply.value(), "subnet") : icProblem(options, reply.error());
}

CommandResult runIcInterface(const Options &options, const CommandArguments &arguments)
{
    if (!arguments.rest.isEmpty())
        return usageProblem(CommandLine::tr("\"ic interface\" takes no arguments."));
    auto session = IcSession::open(
        options, arguments, IcSession::SignAs::Anonymous, IcSession::Canister::Needed);
    if (!session)
        return session.error();
    const auto known = certifiedInterface(*session.value());
    if (!known)
        return icProblem(options, known.error());
    if (known.value().text.empty())
        return notFound(CommandLine::tr(
            "This canister does not tell its interface (metadata candid:service)."));
    const QString text = withoutControls(known.value().text);
    const bool isGood = known.value().isKnown;
    return {isGood ? ExitStatus::Ok : ExitStatus::Incomplete,
            (text.endsWith(QLatin1Char('\n')) ? text : text + QLatin1Char('\n')).toUtf8(),
            QJsonObject{{QStringLiteral("interface"), text}, {QStringLiteral("readable"), isGood}},
            isGood ? QString() : CommandLine::tr("Sheaf cannot read this interface.")};
}
