#include "model/exchange/frontmatter.h"

#include "model/exchange/exchangelimits.h"

#include <QDateTime>
#include <QRegularExpression>

namespace {

QString withoutQuotes(const QString &value)
{
    const QString text = value.trimmed();
    const bool quoted = text.size() >= 2 && (text.front() == u'"' || text.front() == u'\'')
                        && text.back() == text.front();
    return quoted ? text.mid(1, text.size() - 2) : text;
}

std::optional<std::int64_t> readDate(const QString &value)
{
    static const QRegularExpression form(QStringLiteral(
        "^(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2})(:\\d{2})?(\\.\\d{1,3})?)? ?(Z|[+-]\\d{2}:?"
        "\\d{2})?$"));
    const QRegularExpressionMatch match = form.match(withoutQuotes(value));
    if (!match.hasMatch())
        return std::nullopt;
    const QString time = match.captured(2).isEmpty() ? QStringLiteral("00:00") : match.captured(2);
    const QString seconds = match.captured(3).isEmpty() ? QStringLiteral(":00") : match.captured(3);
    const QDateTime date =
        QDateTime::fromString(match.captured(1) + QLatin1Char('T') + time + seconds
                                  + match.captured(4) + match.captured(5),
                              Qt::ISODateWithMs);
    if (!date.isValid())
        return std::nullopt;
    return date.toMSecsSinceEpoch();
}

void addTag(QStringList &tags, QString tag)
{
    tag = withoutQuotes(tag);
    while (tag.startsWith(QLatin1Char('#')))
        tag.remove(0, 1);
    const bool usable = !tag.isEmpty() && tag.size() <= kMaxTagLength && tags.size() < kMaxTags;
    if (usable && !tags.contains(tag, Qt::CaseInsensitive))
        tags.append(tag);
}

void addTags(QStringList &tags, const QString &value)
{
    static const QRegularExpression commas(QStringLiteral(","));
    static const QRegularExpression blanks(QStringLiteral("[,\\s]+"));
    QString list = value.trimmed();
    const bool inBrackets = list.startsWith(QLatin1Char('[')) && list.endsWith(QLatin1Char(']'));
    if (inBrackets)
        list = list.mid(1, list.size() - 2);
    for (const QString &tag : list.split(inBrackets ? commas : blanks))
        addTag(tags, tag);
}

class Reader
{
public:
    void readLine(const QString &line);
    FrontMatter result;

private:
    void readKey(const QString &key, const QString &value);
    bool m_inTags = false;
};

void Reader::readKey(const QString &key, const QString &value)
{
    static const QStringList tags{
        QStringLiteral("tags"), QStringLiteral("tag"), QStringLiteral("keywords")};
    static const QStringList created{QStringLiteral("created"),
                                     QStringLiteral("created_at"),
                                     QStringLiteral("date"),
                                     QStringLiteral("date created")};
    static const QStringList updated{QStringLiteral("updated"),
                                     QStringLiteral("updated_at"),
                                     QStringLiteral("modified"),
                                     QStringLiteral("lastmod"),
                                     QStringLiteral("date modified")};
    m_inTags = tags.contains(key) && value.isEmpty();
    if (tags.contains(key))
        addTags(result.tags, value);
    else if (created.contains(key) && !result.created)
        result.created = readDate(value);
    else if (updated.contains(key) && !result.updated)
        result.updated = readDate(value);
}

void Reader::readLine(const QString &line)
{
    const QString item = line.trimmed();
    if (m_inTags && item.startsWith(QStringLiteral("- "))) {
        addTag(result.tags, item.mid(2));
        return;
    }
    const qsizetype colon = line.indexOf(QLatin1Char(':'));
    if (colon > 0 && !line[0].isSpace())
        readKey(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
}

const QRegularExpression &lineEnds()
{
    static const QRegularExpression ends(QStringLiteral("\r\n|\n|\r"));
    return ends;
}

} // namespace

qsizetype frontMatterLength(const QString &text)
{
    static const QRegularExpression open(QStringLiteral("^\uFEFF?---[ \\t]*(?:\r\n|\n|\r)"));
    static const QRegularExpression close(
        QStringLiteral("(?:\r\n|\n|\r)(?:---|\\.\\.\\.)[ \\t]*(?:\r\n|\n|\r|$)"));
    const QString head = text.left(kMaxFrontMatter);
    const QRegularExpressionMatch start = open.match(head);
    if (!start.hasMatch())
        return 0;
    // The first line's end may also be the one before the closing line.
    const QRegularExpressionMatch end = close.match(head, start.capturedEnd() - 1);
    return end.hasMatch() ? end.capturedEnd() : 0;
}

FrontMatter readFrontMatter(const QString &text)
{
    Reader reader;
    const QStringList lines = text.left(frontMatterLength(text)).split(lineEnds());
    for (const QString &line : lines)
        reader.readLine(line);
    return reader.result;
}
