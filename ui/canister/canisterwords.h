#pragma once

#include "model/base/canistervalues.h"

#include <QString>

/// What the window and the command line say about canisters.

/// A few words, and then what it means and what to do.
struct CanisterWords
{
    QString headline;
    QString sentence;
};
CanisterWords wordsFor(const CanisterProblem &problem);

QString registrationName(Registration registration);
/// Who may use a canister of this kind.
QString registrationSentence(Registration registration);

/// "1.2 MB", in the person's format.
QString sizeText(quint64 bytes);
/// "3.41 T", the unit that cycles are bought in.
QString cyclesText(quint64 cycles);
/// Days as a person counts them: "40 days", "about 14 months", "not known yet".
QString daysText(const std::optional<quint64> &days);
/// "3.2 MB of 1 GB".
QString usageText(quint64 used, quint64 quota);
/// The first and the last group of a principal, for narrow places.
QString shortPrincipal(const QString &principal);
