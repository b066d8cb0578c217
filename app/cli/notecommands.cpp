#include "app/cli/command.h"
#include "app/cli/editor.h"
#include "app/cli/json.h"
#include "app/cli/places.h"
#include "app/options.h"
#include "app/profile.h"
#include "model/base/clock.h"
#include "model/base/random.h"
#include "model/store/documentstore.h"

#include <QJsonArray>
#include <QJsonObject>

namespace {

/// The text a command was given: the argument, standard input for "-", nullopt if there is none.
Result<std::optional<QString>, CommandResult> givenText(CommandContext &context,
                                                        const QStringList &rest)
{
    if (rest.isEmpty())
        return std::optional<QString>();
    if (rest.size() > 1)
        return usageProblem(
            CommandLine::tr("Put the text in quotes, or give - to read it from standard input."));
    if (rest[0] != QLatin1String("-"))
        return std::optional<QString>(rest[0]);
    const auto text = textFromUtf8(context.standardInput());
    if (!text)
        return usageProblem(
            CommandLine::tr("Standard input is not UTF-8 text. Nothing was changed."));
    return std::optional<QString>(*text);
}

Result<Note, CommandResult> loadNote(const CommandContext &context, const QString &id)
{
    const auto document = context.store.load(DocumentId(id));
    if (!document)
        return storeProblem(document.error());
    auto note = Note::fromDocument(document.value());
    if (!note)
        return notFound(CommandLine::tr("%1 is not a note.").arg(id));
    return *note;
}

/// `loaded` is what the note was before it was changed: another device's change that was stored
/// meanwhile is merged with it, not overwritten.
CommandResult
saved(const CommandContext &context, const Note &note, const std::optional<Note> &loaded = {})
{
    SaveOptions options;
    if (loaded)
        options.loaded = {loaded->toDocument()};
    const auto receipt = context.store.save({note.toDocument()}, options);
    if (!receipt)
        return storeProblem(receipt.error());
    const QString id = note.header.id.text();
    return {ExitStatus::Ok,
            (id + QLatin1Char('\n')).toUtf8(),
            QJsonObject{{QStringLiteral("id"), id}},
            {}};
}

/// Applies --title, --notebook and --tag.
std::optional<CommandResult>
applyHeader(CommandContext &context, const CommandArguments &arguments, Note &note)
{
    if (arguments.values.contains(QStringLiteral("title")))
        note.header.title = arguments.value(QStringLiteral("title"));
    if (arguments.values.contains(QStringLiteral("notebook"))) {
        auto paths = NotebookPaths::load(context.store);
        if (!paths)
            return storeProblem(paths.error());
        const auto notebook = paths.value().ensure(context.store,
                                                   arguments.value(QStringLiteral("notebook")),
                                                   context.profile.clock(),
                                                   context.profile.random());
        if (!notebook)
            return storeProblem(notebook.error());
        note.header.notebook = notebook.value();
    }
    const QStringList names = arguments.values.value(QStringLiteral("tag"));
    for (const QString &name : names) {
        const Tag tag{Tag::idForName(name), name, {}};
        if (note.header.tags.contains(tag.id))
            continue;
        if (!context.store.load(tag.id)) {
            if (const auto made = context.store.save({tag.toDocument()}); !made)
                return storeProblem(made.error());
        }
        note.header.tags += tag.id;
    }
    return std::nullopt;
}

CommandResult noteNew(CommandContext &context, const QStringList &raw)
{
    auto arguments = parseArguments(
        raw, {QStringLiteral("title"), QStringLiteral("notebook"), QStringLiteral("tag")}, {});
    if (!arguments)
        return arguments.error();
    const auto text = givenText(context, arguments.value().rest);
    if (!text)
        return text.error();
    Note note;
    note.header.id = newDocumentId(context.profile.random());
    note.header.created = toMilliseconds(context.profile.clock().now());
    note.text = text.value().value_or(QString());
    if (const auto problem = applyHeader(context, arguments.value(), note))
        return *problem;
    return saved(context, note);
}

CommandResult noteList(CommandContext &context, const QStringList &raw)
{
    auto parsed = parseArguments(raw,
                                 {QStringLiteral("notebook"),
                                  QStringLiteral("tag"),
                                  QStringLiteral("kind"),
                                  QStringLiteral("limit")},
                                 {QStringLiteral("trash")});
    if (!parsed)
        return parsed.error();
    const CommandArguments &arguments = parsed.value();
    auto paths = NotebookPaths::load(context.store);
    if (!paths)
        return storeProblem(paths.error());
    ListQuery query;
    if (arguments.has(QStringLiteral("trash")))
        query.place = ListQuery::Place::Trash;
    if (const QString path = arguments.value(QStringLiteral("notebook")); !path.isEmpty()) {
        query.place = ListQuery::Place::Notebook;
        query.which = paths.value().find(path);
        if (query.which.isEmpty())
            return notFound(CommandLine::tr("There is no notebook \"%1\".").arg(path));
    }
    if (const QString tag = arguments.value(QStringLiteral("tag")); !tag.isEmpty()) {
        query.place = ListQuery::Place::Tag;
        query.which = Tag::idForName(tag);
    }
    const auto list = context.store.summaries(query);
    if (!list)
        return storeProblem(list.error());
    const QString kind = arguments.value(QStringLiteral("kind"));
    bool hasLimit = false;
    const int limit = arguments.value(QStringLiteral("limit")).toInt(&hasLimit);
    QByteArray text;
    QJsonArray json;
    for (const DocumentSummary &summary : list.value()) {
        if (!kind.isEmpty() && kindName(summary.kind) != kind)
            continue;
        if (hasLimit && json.size() >= limit)
            break;
        json += summaryJson(summary, paths.value().pathOf(summary.notebook));
        text += QStringLiteral("%1  %2\n").arg(summary.id.text(), shownTitle(summary)).toUtf8();
    }
    return {ExitStatus::Ok, text, json, {}};
}

CommandResult noteShow(CommandContext &context, const QStringList &raw)
{
    if (raw.size() != 1)
        return usageProblem(CommandLine::tr("\"note show\" takes one id."));
    const auto note = loadNote(context, raw[0]);
    if (!note)
        return note.error();
    return {ExitStatus::Ok, textToUtf8(note.value().text), noteJson(note.value()), {}};
}

CommandResult noteEdit(CommandContext &context, const QStringList &raw)
{
    auto parsed =
        parseArguments(raw,
                       {QStringLiteral("title"), QStringLiteral("notebook"), QStringLiteral("tag")},
                       {QStringLiteral("append")});
    if (!parsed)
        return parsed.error();
    CommandArguments arguments = std::move(parsed).value();
    if (arguments.rest.isEmpty())
        return usageProblem(CommandLine::tr("\"note edit\" needs the note's id."));
    auto loaded = loadNote(context, arguments.rest.takeFirst());
    if (!loaded)
        return loaded.error();
    Note note = loaded.value();
    auto text = givenText(context, arguments.rest);
    if (!text)
        return text.error();
    if (!text.value() && arguments.values.isEmpty()) {
        text = editInEditor(note.text);
        if (!text)
            return text.error();
    }
    if (text.value())
        note.text =
            arguments.has(QStringLiteral("append")) ? note.text + *text.value() : *text.value();
    if (const auto problem = applyHeader(context, arguments, note))
        return *problem;
    return saved(context, note, loaded.value());
}

CommandResult moveNotes(CommandContext &context, const QStringList &raw, bool toTrash)
{
    if (raw.isEmpty())
        return usageProblem(CommandLine::tr("Give the ids of the documents."));
    QList<DocumentId> ids;
    for (const QString &text : raw) {
        ids += DocumentId(text);
        if (const auto known = context.store.load(ids.last()); !known)
            return storeProblem(known.error());
    }
    const auto receipt = toTrash ? context.store.trash(ids) : context.store.restore(ids);
    if (!receipt)
        return storeProblem(receipt.error());
    return {ExitStatus::Ok, {}, QJsonObject{{QStringLiteral("documents"), int(ids.size())}}, {}};
}

} // namespace

CommandResult runNoteCommand(CommandContext &context, const QStringList &arguments)
{
    const QString what = arguments.value(0);
    const QStringList rest = arguments.mid(1);
    if (what == QLatin1String("new"))
        return noteNew(context, rest);
    if (what == QLatin1String("list"))
        return noteList(context, rest);
    if (what == QLatin1String("show"))
        return noteShow(context, rest);
    if (what == QLatin1String("edit"))
        return noteEdit(context, rest);
    if (what == QLatin1String("trash"))
        return moveNotes(context, rest, true);
    if (what == QLatin1String("restore"))
        return moveNotes(context, rest, false);
    return usageProblem(
        CommandLine::tr("\"note\" is followed by new, list, show, edit, trash or restore."));
}
