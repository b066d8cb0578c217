#include "model/drawing/orderkeys.h"

#include <QStringView>

namespace {

constexpr int kBase = 62;
constexpr int kLongest = 256; // as long as an id may be; longer ones come from nowhere good

int digitValue(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= u'A' && u <= u'Z')
        return u - u'A' + 10;
    if (u >= u'a' && u <= u'z')
        return u - u'a' + 36;
    return -1;
}

QChar digit(int value)
{
    if (value < 10)
        return QChar(u'0' + value);
    return value < 36 ? QChar(u'A' + value - 10) : QChar(u'a' + value - 36);
}

/// Characters of the integer part that starts with `head`; 0 if it is no head.
int integerLength(QChar head)
{
    const char16_t u = head.unicode();
    if (u >= u'a' && u <= u'z')
        return u - u'a' + 2;
    if (u >= u'A' && u <= u'Z')
        return u'Z' - u + 2;
    return 0;
}

QString integerPart(const QString &key)
{
    return key.left(integerLength(key.at(0)));
}

QString smallestInteger()
{
    return QLatin1Char('A') + QString(26, QLatin1Char('0'));
}

/// The next integer part; empty after the largest one.
QString incremented(const QString &integer)
{
    QString digits = integer.mid(1);
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        const int value = digitValue(digits[i]) + 1;
        digits[i] = digit(value % kBase);
        if (value < kBase)
            return integer.at(0) + digits;
    }
    const QChar head = integer.at(0);
    if (head == QLatin1Char('Z'))
        return QStringLiteral("a0");
    if (head == QLatin1Char('z'))
        return {};
    if (head >= QLatin1Char('a'))
        digits.append(QLatin1Char('0'));
    else
        digits.chop(1);
    return QChar(head.unicode() + 1) + digits;
}

/// The previous integer part; empty before the smallest one.
QString decremented(const QString &integer)
{
    QString digits = integer.mid(1);
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        const int value = digitValue(digits[i]) - 1;
        digits[i] = digit((value + kBase) % kBase);
        if (value >= 0)
            return integer.at(0) + digits;
    }
    const QChar head = integer.at(0);
    if (head == QLatin1Char('a'))
        return QStringLiteral("Zz");
    if (head == QLatin1Char('A'))
        return {};
    if (head < QLatin1Char('a'))
        digits.append(QLatin1Char('z'));
    else
        digits.chop(1);
    return QChar(head.unicode() - 1) + digits;
}

/// A fraction strictly between two; an open upper end is a null string.
QString midpoint(QStringView low, QStringView high)
{
    qsizetype common = 0;
    while (common < high.size()
           && (common < low.size() ? low[common] : QLatin1Char('0')) == high[common])
        ++common;
    if (common > 0)
        return high.left(common).toString()
               + midpoint(low.mid(qMin(common, low.size())), high.mid(common));
    const int lowDigit = low.isEmpty() ? 0 : digitValue(low[0]);
    const int highDigit = high.isEmpty() ? kBase : digitValue(high[0]);
    if (highDigit - lowDigit > 1)
        return QString(digit((lowDigit + highDigit + 1) / 2));
    if (high.size() > 1)
        return high.left(1).toString();
    return digit(lowDigit) + midpoint(low.mid(qMin<qsizetype>(1, low.size())), {});
}

QString keyAfter(const QString &after)
{
    const QString integer = integerPart(after);
    const QString next = incremented(integer);
    return next.isEmpty() ? integer + midpoint(QStringView(after).mid(integer.size()), {}) : next;
}

QString keyBefore(const QString &before)
{
    const QString integer = integerPart(before);
    if (integer == smallestInteger())
        return integer + midpoint({}, QStringView(before).mid(integer.size()));
    return integer < before ? integer : decremented(integer);
}

} // namespace

bool isOrderKey(const QString &key)
{
    if (key.isEmpty() || key.size() > kLongest || key == smallestInteger())
        return false;
    const int length = integerLength(key.at(0));
    if (length == 0 || key.size() < length)
        return false;
    for (const QChar c : key) {
        if (digitValue(c) < 0)
            return false;
    }
    return key.size() == length || !key.endsWith(QLatin1Char('0'));
}

std::optional<QString> orderKeyBetween(const QString &after, const QString &before)
{
    const bool open = after.isEmpty();
    const bool openEnd = before.isEmpty();
    if ((!open && !isOrderKey(after)) || (!openEnd && !isOrderKey(before)))
        return std::nullopt;
    if (!open && !openEnd && after >= before)
        return std::nullopt;
    if (open)
        return openEnd ? QStringLiteral("a0") : keyBefore(before);
    if (openEnd)
        return keyAfter(after);
    const QString low = integerPart(after);
    const QString high = integerPart(before);
    if (low == high)
        return low
               + midpoint(QStringView(after).mid(low.size()), QStringView(before).mid(high.size()));
    const QString next = incremented(low);
    if (!next.isEmpty() && next < before)
        return next;
    return low + midpoint(QStringView(after).mid(low.size()), {});
}

QList<QString> orderKeysBetween(const QString &after, const QString &before, int count)
{
    QList<QString> keys;
    if (count <= 0)
        return keys;
    if (after.isEmpty() || before.isEmpty()) {
        const bool upwards = before.isEmpty();
        QString last = upwards ? after : before;
        for (int i = 0; i < count; ++i) {
            const std::optional<QString> key =
                upwards ? orderKeyBetween(last, {}) : orderKeyBetween({}, last);
            if (!key)
                return {};
            last = *key;
            upwards ? keys.append(last) : keys.prepend(last);
        }
        return keys;
    }
    const std::optional<QString> middle = orderKeyBetween(after, before);
    if (!middle)
        return {};
    const int below = count / 2;
    keys = orderKeysBetween(after, *middle, below);
    keys.append(*middle);
    keys.append(orderKeysBetween(*middle, before, count - below - 1));
    return keys;
}

QList<QString> repairedOrderKeys(const QList<QString> &keys)
{
    QList<QString> result = keys;
    QString last;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (isOrderKey(keys[i]) && keys[i] > last) {
            last = keys[i];
            continue;
        }
        qsizetype end = i;
        while (end < keys.size() && !(isOrderKey(keys[end]) && keys[end] > last))
            ++end;
        const QString before = end < keys.size() ? keys[end] : QString();
        const QList<QString> fresh = orderKeysBetween(last, before, int(end - i));
        for (qsizetype k = 0; k < fresh.size(); ++k)
            result[i + k] = fresh[k];
        if (!fresh.isEmpty())
            last = fresh.last();
        i = end - 1;
    }
    return result;
}
