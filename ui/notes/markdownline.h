#pragma once

#include <QList>
#include <QString>

/// How one character of a line of Markdown looks; several may be set.
enum TextStyle : quint16 {
    PlainStyle = 0,
    BoldStyle = 1 << 0,
    ItalicStyle = 1 << 1,
    StrikeStyle = 1 << 2,
    CodeStyle = 1 << 3,
    MarkStyle = 1 << 4, ///< Syntax: shown faintly.
    LinkStyle = 1 << 5,
    TagStyle = 1 << 6,
    HighlightStyle = 1 << 7,
    DoneStyle = 1 << 8, ///< Text of a checked task.
    ListStyle = 1 << 9, ///< Bullet or number.
};

/// What a line is, by looking at it and at the state after the line before.
struct MarkdownLine
{
    enum class Kind { Text, Heading, Quote, ListItem, Task, Fence, Code, FrontMatter, Rule };
    Kind kind = Kind::Text;
    int level = 0; ///< Of a heading, 1 to 6.
    bool checked = false; ///< Of a task.
    int content = 0; ///< Where the text after the marks starts.
    int stateAfter = 0; ///< To be passed in for the next line; opaque, 0 is plain text.
};

constexpr int kPlainState = 0;
/// Passed in for the first line of a document, where front matter may start.
constexpr int kStartState = -1;

MarkdownLine classifyLine(const QString &line, int stateBefore);

/// Styles of the characters of `line` from `start` on, outside code.
QList<quint16> inlineStyles(const QString &line, int start);

/// Characters of a list item's indent and marks ("- [ ] "): wrapped lines hang below its text.
/// 0 for anything else.
int hangingPrefix(const QString &line);
