#include "model/exchange/excalidrawmarkdown.h"

#include "model/exchange/exchangelimits.h"
#include "model/exchange/frontmatter.h"
#include "model/exchange/lzstring.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

namespace {

struct MarkdownDrawingText
{
    Q_DECLARE_TR_FUNCTIONS(MarkdownDrawingText)
};

struct Fence
{
    QString language;
    QString content;
};

std::optional<Fence> findFence(const QString &text)
{
    for (const QString &language : {QStringLiteral("compressed-json"), QStringLiteral("json")}) {
        const QString open = QStringLiteral("```") + language;
        qsizetype at = text.lastIndexOf(QLatin1Char('\n') + open);
        if (at < 0)
            continue;
        at = text.indexOf(QLatin1Char('\n'), at + 1);
        const qsizetype end = at < 0 ? -1 : text.indexOf(QStringLiteral("\n```"), at);
        if (end > at)
            return Fence{language, text.mid(at + 1, end - at - 1)};
    }
    return std::nullopt;
}

QHash<QString, QString> embeddedFiles(const QString &text)
{
    static const QRegularExpression line(
        QStringLiteral("^([0-9a-fA-F]{8,64}): *\\[\\[([^\\]|#\\n]+)[^\\]\\n]*\\]\\]"),
        QRegularExpression::MultilineOption);
    QHash<QString, QString> files;
    auto matches = line.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        files.insert(match.captured(1), match.captured(2).trimmed());
    }
    return files;
}

/// Text before the part that the plug-in writes itself.
bool holdsOwnText(const QString &text)
{
    static const QRegularExpression generated(
        QStringLiteral("^(#+ (Excalidraw Data|Text Elements|Drawing)|%%) *$"),
        QRegularExpression::MultilineOption);
    static const QRegularExpression notice(QStringLiteral("^==.*==.*$"),
                                           QRegularExpression::MultilineOption);
    const qsizetype start = frontMatterLength(text);
    const qsizetype end = generated.match(text, start).capturedStart();
    QString own = text.mid(start, end < 0 ? -1 : end - start);
    own.remove(notice);
    return !own.trimmed().isEmpty();
}

} // namespace

bool isExcalidrawMarkdown(const QString &text)
{
    const qsizetype length = frontMatterLength(text);
    return length > 0
           && QStringView(text).first(length).contains(QStringLiteral("\nexcalidraw-plugin:"));
}

Result<ExcalidrawMarkdown, QString> readExcalidrawMarkdown(const QString &text)
{
    const std::optional<Fence> fence = findFence(text);
    if (!fence)
        return MarkdownDrawingText::tr("It holds no drawing.");
    QByteArray json;
    if (fence->language == QStringLiteral("json")) {
        json = fence->content.toUtf8();
    } else {
        QByteArray packed = fence->content.toLatin1();
        packed.replace(' ', QByteArray());
        const auto unpacked = unpackLzString(packed, kMaxDrawingBytes);
        if (!unpacked)
            return MarkdownDrawingText::tr("Its compressed drawing is damaged.");
        json = unpacked->toUtf8();
    }
    Result<ExcalidrawScene, QString> scene = readExcalidraw(json);
    if (!scene.ok())
        return scene.error();
    return ExcalidrawMarkdown{scene.value(), embeddedFiles(text), holdsOwnText(text)};
}
