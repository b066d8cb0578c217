#include "model/exchange/exchangereport.h"

#include <QJsonArray>

namespace {

using Remark = ExchangeReport::Remark;

QString remarkKey(Remark remark)
{
    switch (remark) {
    case Remark::Skipped:
        return QStringLiteral("skipped");
    case Remark::Failed:
        return QStringLiteral("failed");
    case Remark::Repaired:
        return QStringLiteral("repaired");
    case Remark::Warning:
        return QStringLiteral("warnings");
    }
    return {};
}

QString remarkTitle(Remark remark)
{
    switch (remark) {
    case Remark::Skipped:
        return ExchangeReport::tr("Left out:");
    case Remark::Failed:
        return ExchangeReport::tr("Failed:");
    case Remark::Repaired:
        return ExchangeReport::tr("Repaired:");
    case Remark::Warning:
        return ExchangeReport::tr("Worth knowing:");
    }
    return {};
}

constexpr Remark kRemarks[] = {Remark::Failed, Remark::Skipped, Remark::Repaired, Remark::Warning};

} // namespace

int ExchangeReport::count(Remark remark) const
{
    int result = 0;
    for (const Entry &entry : entries)
        result += entry.remark == remark ? 1 : 0;
    return result;
}

void ExchangeReport::add(Remark remark, const QString &path, const QString &reason)
{
    entries.append({remark, path, reason});
}

QString ExchangeReport::toText() const
{
    QStringList lines;
    lines += isExport ? tr("Exported to %1").arg(folder) : tr("Imported from %1").arg(folder);
    if (!problem.isEmpty())
        lines += tr("It ended early: %1").arg(problem);
    if (cancelled)
        lines += tr("It was cancelled; what was done before stays.");
    lines += tr("%n note(s)", nullptr, notes);
    lines += tr("%n drawing(s)", nullptr, drawings) + QStringLiteral(", ")
             + tr("%n element(s)", nullptr, elements);
    lines += tr("%n notebook(s)", nullptr, notebooks);
    lines += tr("%n attachment(s)", nullptr, attachments);
    if (unchanged > 0)
        lines += tr("%n already there and equal", nullptr, unchanged);
    for (const Remark remark : kRemarks) {
        if (count(remark) == 0)
            continue;
        lines += QString();
        lines += remarkTitle(remark);
        for (const Entry &entry : entries) {
            if (entry.remark == remark)
                lines += QStringLiteral("- %1: %2").arg(entry.path, entry.reason);
        }
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QJsonObject ExchangeReport::toJson() const
{
    QJsonObject json{{QStringLiteral("folder"), folder},
                     {QStringLiteral("notes"), notes},
                     {QStringLiteral("drawings"), drawings},
                     {QStringLiteral("elements"), elements},
                     {QStringLiteral("notebooks"), notebooks},
                     {QStringLiteral("tags"), tags},
                     {QStringLiteral("attachments"), attachments},
                     {QStringLiteral("unchanged"), unchanged},
                     {QStringLiteral("bytes"), bytes},
                     {QStringLiteral("complete"), complete()},
                     {QStringLiteral("cancelled"), cancelled}};
    if (!problem.isEmpty())
        json.insert(QStringLiteral("problem"), problem);
    for (const Remark remark : kRemarks) {
        QJsonArray list;
        for (const Entry &entry : entries) {
            if (entry.remark == remark)
                list.append(QJsonObject{{QStringLiteral("path"), entry.path},
                                        {QStringLiteral("reason"), entry.reason}});
        }
        json.insert(remarkKey(remark), list);
    }
    return json;
}
