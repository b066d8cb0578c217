#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/places.h"
#include "model/store/documentstore.h"

#include <QJsonArray>

CommandResult runSearchCommand(CommandContext &context, const QStringList &raw)
{
    if (raw.isEmpty()) {
        return usageProblem(CommandLine::tr("\"search\" needs words to look for."));
    }
    const auto paths = NotebookPaths::load(context.store);
    if (!paths)
        return storeProblem(paths.error());
    const auto hits = context.store.search(raw.join(QLatin1Char(' ')));
    if (!hits)
        return storeProblem(hits.error());
    QByteArray text;
    QJsonArray json;
    for (const SearchHit &hit : hits.value()) {
        QString excerpt = hit.excerpt;
        excerpt.remove(QChar(0xE000)).remove(QChar(0xE001));
        QJsonObject object = summaryJson(hit.summary, paths.value().pathOf(hit.summary.notebook));
        object[QStringLiteral("excerpt")] = excerpt;
        if (!hit.element.isEmpty())
            object[QStringLiteral("element")] = hit.element.text();
        json += object;
        text += QStringLiteral("%1  %2\n    %3\n")
                    .arg(hit.summary.id.text(), shownTitle(hit.summary), excerpt.simplified())
                    .toUtf8();
    }
    return {ExitStatus::Ok, text, json, {}};
}
