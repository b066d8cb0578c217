#pragma once

#include <QByteArray>
#include <QString>

class Random;

/// Invites as people read them out: 20 letters and digits in groups of five, 100 bits of chance,
/// none of the letters that are taken for digits.
QString newInviteCode(Random &random);

/// What is hashed and sent for a code as it was typed. One of Sheaf's own may have lost its dashes
/// or changed its case; any other code is taken as it stands.
QByteArray inviteSecret(const QString &typed);
/// The same for a claim code, which is always taken as it stands, without blanks around it.
QByteArray claimSecret(const QString &typed);
