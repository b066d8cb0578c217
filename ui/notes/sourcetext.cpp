#include "ui/notes/sourcetext.h"

#include <algorithm>
#include <array>

QString lineEndText(LineEnd end)
{
    switch (end) {
    case LineEnd::Lf:
        return QStringLiteral("\n");
    case LineEnd::CrLf:
        return QStringLiteral("\r\n");
    case LineEnd::Cr:
        return QStringLiteral("\r");
    case LineEnd::ParagraphSeparator:
        return QString(QChar(0x2029));
    case LineEnd::FrameStart:
        return QString(QChar(0xFDD0));
    case LineEnd::FrameEnd:
        return QString(QChar(0xFDD1));
    }
    return {};
}

SourceText SourceText::fromText(const QString &text)
{
    SourceText source;
    source.shown.reserve(text.size());
    qsizetype i = 0;
    if (text.startsWith(QChar(0xFEFF))) {
        source.byteOrderMark = true;
        i = 1;
    }
    const auto endLine = [&source](LineEnd end) {
        source.ends.append(end);
        source.shown += QLatin1Char('\n');
    };
    for (; i < text.size(); ++i) {
        switch (text[i].unicode()) {
        case u'\n':
            endLine(LineEnd::Lf);
            break;
        case u'\r':
            if (i + 1 < text.size() && text[i + 1] == QLatin1Char('\n')) {
                endLine(LineEnd::CrLf);
                ++i;
            } else {
                endLine(LineEnd::Cr);
            }
            break;
        case 0x2029:
            endLine(LineEnd::ParagraphSeparator);
            break;
        case 0xFDD0:
            endLine(LineEnd::FrameStart);
            break;
        case 0xFDD1:
            endLine(LineEnd::FrameEnd);
            break;
        default:
            source.shown += text[i];
        }
    }
    return source;
}

QString SourceText::toText() const
{
    QString text;
    text.reserve(shown.size() + ends.size() + 1);
    if (byteOrderMark)
        text += QChar(0xFEFF);
    qsizetype line = 0;
    for (const QChar c : shown) {
        if (c == QLatin1Char('\n'))
            text += lineEndText(ends.value(line++));
        else
            text += c;
    }
    return text;
}

LineEnd SourceText::usualEnd() const
{
    std::array<qsizetype, 6> counts{};
    for (const LineEnd end : ends)
        ++counts[static_cast<size_t>(end)];
    const auto most = std::max_element(counts.begin(), counts.end());
    return static_cast<LineEnd>(most - counts.begin());
}
