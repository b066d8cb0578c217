#include "app/cli/iccommand.h"
#include "app/cli/icsession.h"
#include "app/options.h"
#include "sync/candidtext/printer.h"
#include "sync/candidtext/valuetext.h"
#include "sync/ic/candid.h"
#include "sync/ic/candidwire.h"

#include <QFile>
#include <QJsonObject>

using namespace ic::candid;

namespace {

/// Names that many canisters use, for answers whose interface nobody tells.
constexpr std::string_view kCommonNames[] = {
    "ok",        "err",     "Ok",     "Err",      "id",          "name",    "owner",      "amount",
    "to",        "from",    "memo",   "fee",      "balance",     "account", "subaccount", "status",
    "body",      "headers", "method", "url",      "status_code", "key",     "value",      "time",
    "timestamp", "message", "code",   "data",     "hash",        "size",    "version",    "cycles",
    "position",  "token",   "epoch",  "revision", "sequence",    "rows",    "bytes"};

CommandResult textProblem(const TextError &error)
{
    return usageProblem(
        CommandLine::tr("Not Candid: %1.").arg(QString::fromStdString(error.toText())));
}

Result<QByteArray, CommandResult> readFile(const QString &path)
{
    QFile file(path);
    const bool isInput = path == QLatin1String("-");
    if (isInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly))
        return file.readAll();
    return notFound(CommandLine::tr("\"%1\" cannot be read.").arg(path));
}

/// The types to encode for: of --types, else the arguments of --method in --did.
Result<std::optional<std::vector<TypeRef>>, CommandResult>
wantedTypes(const CommandArguments &arguments, Interface &interface)
{
    using Types = std::optional<std::vector<TypeRef>>;
    const QString types = arguments.value(QStringLiteral("types"));
    if (!types.isEmpty()) {
        const auto parsed = parseTypes(types.toStdString(), interface);
        if (!parsed)
            return textProblem(parsed.error());
        return Types(parsed.value());
    }
    const QString name = arguments.value(QStringLiteral("method"));
    if (name.isEmpty())
        return Types();
    const Type *method = interface.method(name.toStdString());
    if (!method)
        return notFound(CommandLine::tr("The interface has no method \"%1\".").arg(name));
    return Types(method->arguments);
}

/// Hexadecimal digits, `blob "..."` or the bytes themselves.
std::optional<ic::Bytes> messageBytes(const QByteArray &text)
{
    if (text.startsWith("DIDL"))
        return ic::toBytes(ic::viewOf(text));
    QByteArray plain = text.simplified();
    if (plain.startsWith("blob")) {
        Interface interface;
        auto parsed = inferArguments('(' + plain.toStdString() + ')', interface);
        if (!parsed || parsed.value().values.size() != 1)
            return std::nullopt;
        const auto *bytes = parsed.value().values.front().as<ic::Bytes>();
        return bytes ? std::optional(*bytes) : std::nullopt;
    }
    plain.replace(' ', "");
    if (plain.startsWith("0x"))
        plain.remove(0, 2);
    return ic::fromHex(plain.toStdString());
}

} // namespace

Result<std::optional<Interface>, CommandResult> interfaceFile(const CommandArguments &arguments)
{
    const QString path = arguments.value(QStringLiteral("did"));
    if (path.isEmpty())
        return std::optional<Interface>();
    const auto text = readFile(path);
    if (!text)
        return text.error();
    auto parsed = parseInterface(text.value().toStdString());
    if (!parsed)
        return usageProblem(
            QStringLiteral("%1: %2").arg(path, QString::fromStdString(parsed.error().toText())));
    return std::optional<Interface>(std::move(parsed).value());
}

Result<ic::Bytes, CommandResult>
encodeArguments(const std::string &text, Interface &interface, const std::vector<TypeRef> *types)
{
    TypedArguments arguments;
    if (types) {
        auto values = parseArguments(text, interface, *types);
        if (!values)
            return textProblem(values.error());
        arguments = {*types, std::move(values).value()};
    } else {
        auto inferred = inferArguments(text, interface);
        if (!inferred)
            return textProblem(inferred.error());
        arguments = std::move(inferred).value();
    }
    auto bytes = Message(interface.types, arguments.types).encode(arguments.values);
    if (!bytes)
        return CommandResult{
            ExitStatus::Failed, {}, {}, CommandLine::tr("This has no binary form.")};
    return *std::move(bytes);
}

Result<std::string, QString> decodeMessage(ic::BytesView message, FieldNames names)
{
    for (const std::string_view name : kCommonNames)
        names.try_emplace(fieldId(name), name);
    Reader reader(message);
    const char *reason = "";
    const auto wire = readWireTypes(reader, reason);
    if (!wire)
        return CommandLine::tr("Not Candid: %1.").arg(QLatin1String(reason));
    const auto values = Message(wire->types, wire->arguments).decode(message);
    if (!values)
        return CommandLine::tr("Not Candid: %1.")
            .arg(QString::fromStdString(values.error().detail));
    return printArguments(wire->types, names, wire->arguments, values.value());
}

CommandResult runIcEncode(const Options &, const CommandArguments &arguments)
{
    if (arguments.rest.size() != 1)
        return usageProblem(CommandLine::tr(
            "\"ic encode\" is followed by arguments as in (5, \"text\"), in quotes of "
            "the shell."));
    auto file = interfaceFile(arguments);
    if (!file)
        return file.error();
    Interface interface = std::move(file).value().value_or(Interface());
    const auto types = wantedTypes(arguments, interface);
    if (!types)
        return types.error();
    const auto bytes = encodeArguments(
        arguments.rest[0].toStdString(), interface, types.value() ? &*types.value() : nullptr);
    if (!bytes)
        return bytes.error();
    const QString hex = QString::fromStdString(ic::toHex(bytes.value()));
    return {ExitStatus::Ok,
            (hex + QLatin1Char('\n')).toUtf8(),
            QJsonObject{{QStringLiteral("hex"), hex},
                        {QStringLiteral("blob"), QString::fromStdString(printBlob(bytes.value()))}},
            {}};
}

CommandResult runIcDecode(const Options &, const CommandArguments &arguments)
{
    if (arguments.rest.size() != 1)
        return usageProblem(CommandLine::tr("\"ic decode\" is followed by hexadecimal digits, blob "
                                            "\"...\", or - for standard input."));
    auto file = interfaceFile(arguments);
    if (!file)
        return file.error();
    QByteArray text = arguments.rest[0].toUtf8();
    if (text == "-") {
        auto input = readFile(QStringLiteral("-"));
        if (!input)
            return input.error();
        text = std::move(input).value();
    }
    const auto bytes = messageBytes(text);
    if (!bytes)
        return usageProblem(CommandLine::tr("These are no hexadecimal digits."));
    const auto decoded = decodeMessage(*bytes, file.value() ? file.value()->names : FieldNames());
    if (!decoded)
        return {ExitStatus::Failed, {}, {}, decoded.error()};
    const QString candid = QString::fromStdString(decoded.value());
    return {ExitStatus::Ok,
            (candid + QLatin1Char('\n')).toUtf8(),
            QJsonObject{{QStringLiteral("candid"), candid}},
            {}};
}
