#include "app/cli/command.h"
#include "app/cli/places.h"
#include "app/profile.h"
#include "model/exchange/libraryexport.h"
#include "model/exchange/libraryimport.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace {

ExitStatus statusOf(const ExchangeReport &report)
{
    if (!report.problem.isEmpty())
        return ExitStatus::Failed;
    return report.count(ExchangeReport::Remark::Failed) > 0 ? ExitStatus::Incomplete
                                                            : ExitStatus::Ok;
}

CommandResult exportOne(const CommandContext &context, const QString &id, const QString &path)
{
    const auto document = context.store.load(DocumentId(id));
    if (!document)
        return storeProblem(document.error());
    const auto written =
        exportDocument(context.store, DocumentId(id), path, ExportOptions::Existing::Keep);
    if (!written)
        return {ExitStatus::Failed, {}, {}, written.error()};
    return {ExitStatus::Ok, {}, QJsonObject{{QStringLiteral("file"), path}}, {}};
}

} // namespace

CommandResult runImportCommand(CommandContext &context, const QStringList &paths)
{
    if (paths.isEmpty())
        return usageProblem(CommandLine::tr("\"import\" needs a folder or files."));
    for (const QString &path : paths) {
        if (!QFileInfo::exists(path))
            return notFound(CommandLine::tr("There is no \"%1\". Nothing was imported.").arg(path));
    }
    const ImportTarget::World world{
        context.store, context.profile.clock(), context.profile.random()};
    CommandResult result;
    QJsonArray json;
    for (const QString &path : paths) {
        const ExchangeReport report = QFileInfo(path).isDir()
                                          ? MarkdownFolderImport(world).run(path)
                                          : importFile(world, path);
        json += report.toJson();
        result.output += report.toText().toUtf8();
        if (statusOf(report) != ExitStatus::Ok)
            result.status = statusOf(report);
        if (result.status == ExitStatus::Failed) {
            result.problem = report.problem;
            break;
        }
    }
    result.json = json;
    return result;
}

CommandResult runExportCommand(CommandContext &context, const QStringList &raw)
{
    const auto parsed =
        parseArguments(raw, {QStringLiteral("notebook"), QStringLiteral("document")}, {});
    if (!parsed)
        return parsed.error();
    const CommandArguments &arguments = parsed.value();
    if (arguments.rest.size() != 1)
        return usageProblem(
            CommandLine::tr("\"export\" needs one folder, or --document ID and one file."));
    const QString target = arguments.rest[0];
    if (const QString id = arguments.value(QStringLiteral("document")); !id.isEmpty())
        return exportOne(context, id, target);
    ExportOptions options;
    if (const QString path = arguments.value(QStringLiteral("notebook")); !path.isEmpty()) {
        const auto paths = NotebookPaths::load(context.store);
        if (!paths)
            return storeProblem(paths.error());
        options.scope = ExportOptions::Scope::Notebook;
        options.notebook = paths.value().find(path);
        if (options.notebook.isEmpty())
            return notFound(CommandLine::tr("There is no notebook \"%1\".").arg(path));
    }
    const ExchangeReport report = LibraryExport(context.store).run(target, options);
    return {statusOf(report), report.toText().toUtf8(), report.toJson(), report.problem};
}
