#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/places.h"
#include "app/profile.h"
#include "model/base/random.h"
#include "model/merge/resolution.h"
#include "model/store/documentstore.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace {

QJsonObject sideJson(const Document &document, std::int64_t time, const QString &device)
{
    QJsonObject object{{QStringLiteral("device"), device},
                       {QStringLiteral("time"), timeJson(time)},
                       {QStringLiteral("deleted"), document.deleted}};
    if (const auto note = Note::fromDocument(document)) {
        object[QStringLiteral("title")] = note->header.title;
        object[QStringLiteral("text")] = note->text;
    } else if (const auto element = DrawingElement::fromDocument(document)) {
        object[QStringLiteral("element")] = element->json;
    }
    return object;
}

CommandResult conflictsList(CommandContext &context)
{
    const auto conflicts = context.store.conflicts();
    if (!conflicts)
        return storeProblem(conflicts.error());
    QByteArray text;
    QJsonArray json;
    for (const OpenConflict &conflict : conflicts.value()) {
        json += QJsonObject{
            {QStringLiteral("id"), conflict.id.text()},
            {QStringLiteral("document"), conflict.document.text()},
            {QStringLiteral("mine"), sideJson(conflict.mine, conflict.mineTime, {})},
            {QStringLiteral("master"),
             sideJson(conflict.master, conflict.masterTime, conflict.masterDevice)},
        };
        const auto summary = context.store.summary(conflict.document);
        text += QStringLiteral("%1  %2  (%3)\n")
                    .arg(conflict.id.text(),
                         summary ? shownTitle(summary.value()) : conflict.document.text(),
                         conflict.masterDevice)
                    .toUtf8();
    }
    return {conflicts.value().isEmpty() ? ExitStatus::Ok : ExitStatus::Conflicts, text, json, {}};
}

std::optional<ConflictChoice> choiceFromName(const QString &name)
{
    static const QHash<QString, ConflictChoice> names{
        {QStringLiteral("mine"), ConflictChoice::Mine},
        {QStringLiteral("master"), ConflictChoice::Master},
        {QStringLiteral("both"), ConflictChoice::Both}};
    const auto it = names.find(name);
    if (it == names.end())
        return std::nullopt;
    return it.value();
}

std::optional<QString> textFrom(const CommandContext &context, const QString &source)
{
    if (source == QLatin1String("-"))
        return textFromUtf8(context.standardInput());
    QFile file(source);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return textFromUtf8(file.readAll());
}

/// The result for one row; a given text replaces this device's.
std::optional<Resolution> resolutionOf(CommandContext &context,
                                       const OpenConflict &conflict,
                                       std::optional<ConflictChoice> choice,
                                       const std::optional<QString> &text)
{
    if (choice)
        return resolve(conflict, *choice, context.profile.random());
    auto note = Note::fromDocument(conflict.mine);
    if (!note)
        note = Note::fromDocument(conflict.master);
    if (!note || !text)
        return std::nullopt;
    note->text = *text;
    return Resolution{note->toDocument(), {}};
}

CommandResult conflictsResolve(CommandContext &context, const QStringList &raw)
{
    const auto arguments =
        parseArguments(raw, {QStringLiteral("keep"), QStringLiteral("text")}, {});
    if (!arguments)
        return arguments.error();
    const QString keep = arguments.value().value(QStringLiteral("keep"));
    const QString source = arguments.value().value(QStringLiteral("text"));
    const auto choice = choiceFromName(keep);
    if (arguments.value().rest.size() != 1 || keep.isEmpty() == source.isEmpty()
        || (!keep.isEmpty() && !choice))
        return usageProblem(
            CommandLine::tr("Use: conflicts resolve ID --keep mine|master|both, or --text FILE."));
    std::optional<QString> text;
    if (!source.isEmpty()) {
        text = textFrom(context, source);
        if (!text)
            return notFound(
                CommandLine::tr("\"%1\" cannot be read as UTF-8 text. Nothing was changed.")
                    .arg(source));
    }
    const DocumentId id(arguments.value().rest[0]);
    const auto all = context.store.conflicts();
    if (!all)
        return storeProblem(all.error());
    int solved = 0;
    for (const OpenConflict &conflict : all.value()) {
        if (conflict.id != id && conflict.document != id)
            continue;
        const auto resolution = resolutionOf(context, conflict, choice, text);
        if (!resolution)
            return usageProblem(CommandLine::tr("--text is for notes; use --keep for this one."));
        if (!resolution->additional.isEmpty()) {
            if (const auto saved = context.store.save(resolution->additional); !saved)
                return storeProblem(saved.error());
        }
        if (const auto done = context.store.resolveConflict(conflict.id, resolution->result); !done)
            return storeProblem(done.error());
        ++solved;
    }
    if (solved == 0)
        return notFound(CommandLine::tr("%1 has no open conflict.").arg(id.text()));
    return {ExitStatus::Ok, {}, QJsonObject{{QStringLiteral("resolved"), solved}}, {}};
}

} // namespace

CommandResult runConflictsCommand(CommandContext &context, const QStringList &arguments)
{
    const QString what = arguments.value(0);
    if (what == QLatin1String("list") && arguments.size() == 1)
        return conflictsList(context);
    if (what == QLatin1String("resolve"))
        return conflictsResolve(context, arguments.mid(1));
    return usageProblem(CommandLine::tr("\"conflicts\" is followed by list or resolve."));
}
