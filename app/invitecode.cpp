#include "app/invitecode.h"

#include "model/base/random.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace {

constexpr QLatin1String kLetters("0123456789abcdefghjkmnpqrstvwxyz"); // 32 of them
constexpr int kLength = 20;
constexpr int kGroup = 5;

QString grouped(const QString &letters)
{
    QStringList groups;
    for (qsizetype at = 0; at < letters.size(); at += kGroup)
        groups += letters.mid(at, kGroup);
    return groups.join(QLatin1Char('-'));
}

} // namespace

QString newInviteCode(Random &random)
{
    std::array<std::uint8_t, kLength> bytes{};
    random.fill(bytes);
    QString letters;
    for (const std::uint8_t byte : bytes)
        letters += QChar(kLetters[byte % kLetters.size()]);
    return grouped(letters);
}

QByteArray inviteSecret(const QString &typed)
{
    QString letters;
    for (const QChar character : typed.toLower()) {
        if (character.isSpace() || character == QLatin1Char('-'))
            continue;
        letters += character;
    }
    const bool isOurs =
        letters.size() == kLength && std::all_of(letters.begin(), letters.end(), [](QChar c) {
            return QString(kLetters).contains(c);
        });
    return (isOurs ? grouped(letters) : typed.trimmed()).toUtf8();
}

QByteArray claimSecret(const QString &typed)
{
    return typed.trimmed().toUtf8();
}
