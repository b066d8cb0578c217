#pragma once

#include "app/cli/command.h"
#include "sync/ic/agenterror.h"

#include <QJsonArray>
#include <QJsonObject>

/// Facts and checks, gathered for a person and for scripts at the same time.
class IcReport
{
public:
    /// A line "label  text", and `json` (else the text) as the member `key`.
    void say(const QString &key, const QString &label, const QString &text, QJsonValue json = {});
    void sayList(const QString &key, const QString &label, const QStringList &texts);
    /// A member without a line.
    void set(const QString &key, const QJsonValue &value) { m_json[key] = value; }

    void pass(const QString &check);
    /// The first failure is the diagnosis: a word that never changes, and a sentence.
    void fail(const QString &check,
              const QString &diagnosis,
              const QString &sentence,
              const ic::AgentError &error);

    /// Facts, then checks, then the diagnosis; "ok" without a failure.
    CommandResult result() const;

private:
    QString m_facts;
    QString m_checks;
    QString m_sentence;
    QString m_diagnosis;
    ExitStatus m_status = ExitStatus::Ok;
    QJsonObject m_json;
    QJsonArray m_jsonChecks;
};
