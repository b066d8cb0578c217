#include "model/exchange/filenames.h"

#include "model/exchange/exchangelimits.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace {

struct FileNameText
{
    Q_DECLARE_TR_FUNCTIONS(FileNameText)
};

bool isReserved(const QString &name)
{
    static const QStringList devices{QStringLiteral("con"),
                                     QStringLiteral("prn"),
                                     QStringLiteral("aux"),
                                     QStringLiteral("nul"),
                                     QStringLiteral("com"),
                                     QStringLiteral("lpt")};
    const QString stem = name.section(QLatin1Char('.'), 0, 0).toLower();
    const bool numbered = stem.size() == 4 && stem.back().isDigit();
    const bool takesNumber =
        stem.startsWith(QStringLiteral("com")) || stem.startsWith(QStringLiteral("lpt"));
    if (numbered)
        return takesNumber;
    return stem.size() == 3 && !takesNumber && devices.contains(stem);
}

QString withoutEnds(QString name)
{
    while (!name.isEmpty() && (name.front() == u'.' || name.front().isSpace()))
        name.remove(0, 1);
    while (!name.isEmpty() && (name.back() == u'.' || name.back().isSpace()))
        name.chop(1);
    return name;
}

QString shortened(const QString &name, qsizetype maxBytes)
{
    if (name.toUtf8().size() <= maxBytes)
        return name;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    qsizetype end = 0;
    qsizetype bytes = 0;
    for (qsizetype next = finder.toNextBoundary(); next > 0; next = finder.toNextBoundary()) {
        bytes += QStringView(name).sliced(end, next - end).toUtf8().size();
        if (bytes > maxBytes)
            break;
        end = next;
    }
    return name.left(end);
}

QString folded(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

} // namespace

QString cleanFileName(const QString &title, const QString &ending)
{
    static const QString forbidden = QStringLiteral("/\\:*?\"<>|");
    QString name;
    for (const QChar c : title) {
        const bool control = c.unicode() < 0x20 || c.unicode() == 0x7f;
        name += control || forbidden.contains(c) ? QLatin1Char('-') : c;
    }
    if (!name.isValidUtf16()) {
        std::replace_if(
            name.begin(), name.end(), [](QChar c) { return c.isSurrogate(); }, QLatin1Char('-'));
    }
    name = withoutEnds(shortened(withoutEnds(name), kMaxNameBytes - ending.toUtf8().size()));
    if (name.isEmpty())
        name = FileNameText::tr("Untitled");
    return isReserved(name) ? name + QLatin1Char('_') : name;
}

QString cleanPath(const QString &path)
{
    QStringList parts;
    for (const QString &part : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        const QString trimmed = withoutEnds(part);
        if (trimmed.isEmpty())
            continue;
        const qsizetype dot = trimmed.lastIndexOf(QLatin1Char('.'));
        const QString ending = dot > 0 && trimmed.size() - dot <= 16 ? trimmed.mid(dot) : QString();
        const QString cleanEnding = ending.isEmpty() ? QString() : cleanFileName(ending, {});
        const QString stem = cleanFileName(trimmed.chopped(ending.size()), ending);
        parts += ending.isEmpty() ? stem : stem + QLatin1Char('.') + cleanEnding;
    }
    return parts.isEmpty() ? cleanFileName({}, {}) : parts.join(QLatin1Char('/'));
}

QString NamesOfFolder::claim(const QString &name, const QString &ending)
{
    QString candidate = name + ending;
    for (int number = 2; contains(candidate); ++number)
        candidate = QStringLiteral("%1 %2").arg(name).arg(number) + ending;
    insert(candidate);
    return candidate;
}

bool NamesOfFolder::contains(const QString &name) const
{
    return m_taken.contains(folded(name));
}

void NamesOfFolder::insert(const QString &name)
{
    m_taken.insert(folded(name));
}
