#include "app/cli/iccommand.h"
#include "app/cli/icsession.h"
#include "app/cli/json.h"
#include "app/options.h"
#include "model/base/utf8.h"
#include "sync/ic/leb128.h"

#include <QJsonArray>

namespace {

/// "canister/ID/module_hash": a part that is a principal becomes its bytes, 0x... is hexadecimal.
ic::Path readPath(const QString &text)
{
    ic::Path path;
    const QStringList parts = text.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const auto principal = ic::Principal::fromText(part);
        const auto bytes = part.startsWith(QLatin1String("0x"))
                               ? ic::fromHex(part.mid(2).toStdString())
                               : std::nullopt;
        if (principal && part.contains(QLatin1Char('-')))
            path.push_back(ic::toBytes(principal->bytes()));
        else
            path.push_back(bytes ? *bytes : ic::toBytes(std::string_view(part.toStdString())));
    }
    return path;
}

/// Times, lists of principals and texts as such; everything else in hexadecimal.
QString valueText(const QString &name, ic::BytesView value)
{
    const auto number = ic::decodeLeb128(value);
    if (number && (name == QLatin1String("time") || name.endsWith(QLatin1String("_timestamp"))))
        return timeJson(std::int64_t(*number / 1'000'000));
    if (name == QLatin1String("controllers")) {
        const auto list = cbor::decode(value);
        QStringList names;
        for (const cbor::Value &entry :
             list &&list.value().asArray() ? *list.value().asArray() : cbor::Array()) {
            const auto id =
                entry.asBytes() ? ic::Principal::fromBytes(*entry.asBytes()) : std::nullopt;
            names += id ? id->toString() : QString();
        }
        return names.join(QLatin1Char(' '));
    }
    const std::string text(value.begin(), value.end());
    const bool isText =
        !text.empty() && isUtf8(text) && QString::fromStdString(text) == withoutControls(text);
    return isText ? QString::fromStdString(text)
                  : QStringLiteral("0x") + QString::fromStdString(ic::toHex(value));
}

QString labelText(ic::BytesView label)
{
    const std::string text(label.begin(), label.end());
    const bool isWord = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return c > ' ' && c < 0x7f;
    });
    if (isWord)
        return QString::fromStdString(text);
    const auto principal = ic::Principal::fromBytes(label);
    return principal ? principal->toString() : QString::fromStdString(ic::toHex(label));
}

QJsonObject found(const ic::HashTree &tree, const QString &name, const ic::Path &path)
{
    QJsonObject entry{{QStringLiteral("path"), name}};
    const ic::Lookup lookup = tree.lookup(path);
    QString status;
    switch (lookup.status) {
    case ic::LookupStatus::Found:
        status = QStringLiteral("found");
        entry[QStringLiteral("value")] =
            valueText(name.section(QLatin1Char('/'), -1), lookup.value);
        entry[QStringLiteral("hex")] = QString::fromStdString(ic::toHex(lookup.value));
        break;
    case ic::LookupStatus::Absent:
        status = QStringLiteral("absent");
        break;
    case ic::LookupStatus::Unknown:
        status = QStringLiteral("unknown");
        break;
    case ic::LookupStatus::Error: {
        status = QStringLiteral("inner");
        QJsonArray labels;
        for (const ic::BytesView label : tree.labelsBelow(path))
            labels += labelText(label);
        entry[QStringLiteral("labels")] = labels;
        break;
    }
    }
    entry[QStringLiteral("lookup")] = status;
    return entry;
}

QString lineOf(const QJsonObject &entry)
{
    const QString path = entry[QStringLiteral("path")].toString();
    const QString lookup = entry[QStringLiteral("lookup")].toString();
    if (lookup == QLatin1String("found"))
        return path + QStringLiteral(" = ") + entry[QStringLiteral("value")].toString();
    if (lookup == QLatin1String("absent"))
        return CommandLine::tr("%1: there is none, and that is proved").arg(path);
    if (lookup == QLatin1String("unknown"))
        return CommandLine::tr("%1: the certificate does not say").arg(path);
    QStringList labels;
    for (const auto &label : entry[QStringLiteral("labels")].toArray())
        labels += QStringLiteral("\n  ") + label.toString();
    return path + QLatin1Char(':') + labels.join(QString());
}

} // namespace

CommandResult runIcReadState(const Options &options, const CommandArguments &arguments)
{
    if (arguments.rest.isEmpty())
        return usageProblem(CommandLine::tr("\"ic read-state\" is followed by paths, as in time or "
                                            "canister/ID/module_hash."));
    // Signed only if asked for: what is private is for controllers.
    const bool isSigned =
        !arguments.value(QStringLiteral("identity")).isEmpty() || !options.identityFile.isEmpty();
    auto session =
        IcSession::open(options,
                        arguments,
                        isSigned ? IcSession::SignAs::Person : IcSession::SignAs::Anonymous,
                        IcSession::Canister::Needed);
    if (!session)
        return session.error();
    std::vector<ic::Path> paths;
    for (const QString &path : arguments.rest)
        paths.push_back(readPath(path));
    const auto certificate = session.value()->agent().readState(session.value()->canister(), paths);
    if (!certificate)
        return icProblem(options, certificate.error());
    QJsonArray entries;
    QString text;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const QJsonObject entry =
            found(certificate.value().tree, arguments.rest[qsizetype(i)], paths[i]);
        entries += entry;
        text += lineOf(entry) + QLatin1Char('\n');
    }
    return {ExitStatus::Ok, text.toUtf8(), entries, {}};
}
