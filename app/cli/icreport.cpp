#include "app/cli/icreport.h"

#include "app/cli/icsession.h"

namespace {

constexpr qsizetype kLabelWidth = 14;

} // namespace

void IcReport::say(const QString &key, const QString &label, const QString &text, QJsonValue json)
{
    m_facts += label.leftJustified(kLabelWidth) + QStringLiteral("  ") + text + QLatin1Char('\n');
    m_json[key] = json.isNull() ? QJsonValue(text) : json;
}

void IcReport::sayList(const QString &key, const QString &label, const QStringList &texts)
{
    const QString gap = QLatin1Char('\n') + QString(kLabelWidth + 2, QLatin1Char(' '));
    say(key,
        label,
        texts.isEmpty() ? CommandLine::tr("none") : texts.join(gap),
        QJsonArray::fromStringList(texts));
}

void IcReport::pass(const QString &check)
{
    m_checks += QStringLiteral("  + %1\n").arg(check);
    m_jsonChecks += QJsonObject{{QStringLiteral("check"), check}, {QStringLiteral("passed"), true}};
}

void IcReport::fail(const QString &check,
                    const QString &diagnosis,
                    const QString &sentence,
                    const ic::AgentError &error)
{
    m_checks += QStringLiteral("  - %1\n").arg(check);
    m_jsonChecks += QJsonObject{{QStringLiteral("check"), check},
                                {QStringLiteral("passed"), false},
                                {QStringLiteral("reason"), sentence}};
    if (!m_diagnosis.isEmpty())
        return;
    m_diagnosis = diagnosis;
    m_sentence = sentence;
    const bool isAgents = diagnosis != QLatin1String("no_code");
    m_status = isAgents ? icStatus(error) : ExitStatus::Failed;
}

CommandResult IcReport::result() const
{
    QJsonObject json = m_json;
    json[QStringLiteral("checks")] = m_jsonChecks;
    json[QStringLiteral("diagnosis")] = m_diagnosis.isEmpty() ? QStringLiteral("ok") : m_diagnosis;
    json[QStringLiteral("sentence")] = m_sentence;
    QString text = m_facts + CommandLine::tr("Checks") + QLatin1Char('\n') + m_checks;
    text +=
        m_sentence.isEmpty() ? CommandLine::tr("Everything that was asked is well.") : m_sentence;
    return {m_status, (text + QLatin1Char('\n')).toUtf8(), json, {}};
}
