#pragma once

#include <QList>
#include <QString>

/// What stands between two lines of a note. Qt's text documents show all of these as one line
/// break, so that they have to be kept aside.
enum class LineEnd : quint8 {
    Lf,
    CrLf,
    Cr,
    ParagraphSeparator, ///< U+2029
    FrameStart, ///< U+FDD0, a non-character that Qt uses inside
    FrameEnd, ///< U+FDD1
};

QString lineEndText(LineEnd end);

/// A note's text taken apart for the editor and put together again without losing a character.
struct SourceText
{
    bool byteOrderMark = false;
    QString shown; ///< Lines joined by '\n'; everything else as stored.
    QList<LineEnd> ends; ///< One for each '\n' of `shown`.

    static SourceText fromText(const QString &text);
    QString toText() const;
    /// The line end that most lines have; Lf for a text of one line.
    LineEnd usualEnd() const;
};
