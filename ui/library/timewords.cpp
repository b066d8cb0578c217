#include "ui/library/timewords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace {

QString text(const char *source, int n = -1)
{
    return QCoreApplication::translate("TimeWords", source, nullptr, n);
}

} // namespace

QString relativeTime(std::int64_t moment, std::int64_t now)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(moment);
    const QDateTime present = QDateTime::fromMSecsSinceEpoch(now);
    const QLocale locale;
    const qint64 seconds = then.secsTo(present);
    if (seconds < -60)
        return locale.toString(then, QLocale::ShortFormat);
    if (seconds < 60)
        return text(QT_TRANSLATE_NOOP("TimeWords", "just now"));
    if (seconds < 3600)
        return text(QT_TRANSLATE_N_NOOP("TimeWords", "%n min ago"), static_cast<int>(seconds / 60));
    const qint64 days = then.date().daysTo(present.date());
    if (days == 0)
        return locale.toString(then.time(), QLocale::ShortFormat);
    if (days == 1)
        return text(QT_TRANSLATE_NOOP("TimeWords", "yesterday"));
    if (days < 7)
        return locale.standaloneDayName(then.date().dayOfWeek());
    if (then.date().year() == present.date().year())
        return locale.toString(then.date(), text(QT_TRANSLATE_NOOP("TimeWords", "d MMM")));
    return locale.toString(then.date(), text(QT_TRANSLATE_NOOP("TimeWords", "d MMM yyyy")));
}

QString fullTime(std::int64_t moment)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(moment), QLocale::ShortFormat);
}
