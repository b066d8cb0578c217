#include "model/store/searchtext.h"

#include <algorithm>

namespace searchtext {

namespace {

constexpr char16_t kZeroWidthSpace = 0x200b;
constexpr int kSnippetLength = 200;

bool isOwnWord(char32_t c)
{
    return (c >= 0x2e80 && c <= 0x9fff && !(c >= 0x3000 && c <= 0x3004)) // radicals, kana, han
           || (c >= 0xac00 && c <= 0xd7a3) // hangul syllables
           || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff66 && c <= 0xff9d)
           || (c >= 0x20000 && c <= 0x3ffff);
}

bool hasToken(const QString &text)
{
    for (const char32_t c : text.toUcs4()) {
        if (QChar::isLetterOrNumber(c) || QChar::category(c) == QChar::Other_PrivateUse)
            return true;
    }
    return false;
}

QString quoted(QString text)
{
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\""))
           + QLatin1Char('"');
}

struct Term
{
    QString text;
    bool excluded = false;
    bool phrase = false;
};

QList<Term> termsOf(const QString &typed)
{
    QList<Term> terms;
    qsizetype at = 0;
    while (at < typed.size()) {
        if (typed[at].isSpace()) {
            ++at;
            continue;
        }
        Term term;
        if (typed[at] == QLatin1Char('-') && at + 1 < typed.size() && !typed[at + 1].isSpace()) {
            term.excluded = true;
            ++at;
        }
        qsizetype end = at;
        if (typed[at] == QLatin1Char('"')) {
            term.phrase = true;
            end = typed.indexOf(QLatin1Char('"'), ++at);
            term.phrase = end >= 0; // still being typed: its last word is a prefix
            end = end < 0 ? typed.size() : end;
        } else {
            while (end < typed.size() && !typed[end].isSpace())
                ++end;
        }
        term.text = typed.mid(at, end - at).remove(QChar(u'\0'));
        if (hasToken(term.text))
            terms.append(term);
        at = end + 1;
    }
    return terms;
}

QString withoutLineMarks(const QString &line)
{
    qsizetype at = 0;
    const QString marks = QStringLiteral("#>*+- \t");
    while (at < line.size() && marks.contains(line[at]))
        ++at;
    return line.mid(at).trimmed();
}

QString textField(const cbor::Map &fields, const char *name)
{
    const cbor::Value *value = fields.find(name);
    const std::string *text = value ? value->asText() : nullptr;
    return text ? QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size())) : QString();
}

} // namespace

QString forIndex(const QString &text)
{
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x2e80; }))
        return text;
    QString out;
    out.reserve(text.size() * 2);
    bool wasOwn = false;
    for (const char32_t c : text.toUcs4()) {
        if (c == kHitBegin || c == kHitEnd) // ours, in excerpts
            continue;
        const bool own = isOwnWord(c);
        if (own || wasOwn)
            out += QChar(kZeroWidthSpace);
        out += QString::fromUcs4(&c, 1);
        wasOwn = own;
    }
    return out;
}

QString fromIndex(const QString &text)
{
    return QString(text).remove(QChar(kZeroWidthSpace));
}

Query parse(const QString &typed)
{
    Query query;
    QStringList wanted;
    QStringList titleWanted;
    QStringList excluded;
    bool titleWorth = true;
    for (const Term &term : termsOf(typed)) {
        const QString match = quoted(forIndex(term.text));
        if (term.excluded) {
            excluded.append(match);
            continue;
        }
        wanted.append(term.phrase ? match : match + QLatin1Char('*'));
        query.words.append(term.text);
        titleWanted.append(quoted(term.text));
        titleWorth = titleWorth && term.text.toUcs4().size() >= 3;
    }
    if (wanted.isEmpty())
        return query;
    query.match = wanted.join(QStringLiteral(" AND "));
    query.isBroad = std::all_of(query.words.begin(), query.words.end(), [](const QString &word) {
        return word.size() == 1 && !isOwnWord(word.front().unicode());
    });
    if (excluded.isEmpty() && titleWorth)
        query.titleMatch = titleWanted.join(QStringLiteral(" AND "));
    if (!excluded.isEmpty())
        query.match =
            QStringLiteral("(%1) NOT (%2)").arg(query.match, excluded.join(QStringLiteral(" OR ")));
    return query;
}

QString titleOf(const Document &document)
{
    return textField(document.fields, "title");
}

QString textOf(const Document &document)
{
    if (document.documentKind() == DocumentKind::Note)
        return textField(document.fields, "text");
    const cbor::Value *element = document.fields.find("element");
    if (document.documentKind() != DocumentKind::Element || !element || !element->asMap())
        return {};
    const QString original = textField(*element->asMap(), "originalText");
    return original.isEmpty() ? textField(*element->asMap(), "text") : original;
}

QString snippetOf(const QString &title, const QString &text)
{
    QString snippet;
    qsizetype at = 0;
    bool isFirst = true;
    while (at < text.size() && snippet.size() < kSnippetLength) {
        qsizetype end = text.indexOf(QLatin1Char('\n'), at);
        end = end < 0 ? text.size() : end;
        // A line is cut before it is looked at: one may be megabytes long.
        const QString line = withoutLineMarks(text.mid(at, std::min<qsizetype>(end - at, 400)));
        at = end + 1;
        if (line.isEmpty())
            continue;
        const bool repeatsTitle = isFirst && line == title;
        isFirst = false;
        if (repeatsTitle)
            continue;
        if (!snippet.isEmpty())
            snippet += QLatin1Char(' ');
        snippet += line;
    }
    snippet.truncate(kSnippetLength);
    if (!snippet.isEmpty() && snippet.back().isHighSurrogate())
        snippet.chop(1);
    return snippet.simplified();
}

} // namespace searchtext
