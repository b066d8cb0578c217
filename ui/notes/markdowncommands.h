#pragma once

#include <QString>

class QTextCursor;

/// What the format buttons and keys do to the text: each call is one undo step, works on the
/// selection or, without one, on the word or the lines at the cursor, and takes its own marks away
/// when they are already there.
class MarkdownCommands
{
public:
    /// Puts `mark` ("**", "*", "~~", "`") around the selection or word.
    static void toggleMark(QTextCursor &cursor, const QString &mark);
    /// 1 to 6; 0 makes it plain text.
    static void setHeading(QTextCursor &cursor, int level);

    enum class Lines { Bullets, Numbers, Tasks, Quote };
    static void toggleLines(QTextCursor &cursor, Lines kind);
    /// Checks and unchecks the tasks of the lines; a line that is none becomes one.
    static void toggleChecked(QTextCursor &cursor);

    /// [selection](url), with the part that is still missing selected.
    static void insertLink(QTextCursor &cursor, const QString &url = {});
    static void insertPicture(QTextCursor &cursor, const QString &path, const QString &alt);
    static void insertWikiLink(QTextCursor &cursor, const QString &target);

    /// Enter: goes on with the list or quote of this line; ends it if the item is empty.
    static void insertLineBreak(QTextCursor &cursor);
    /// Tab and Shift+Tab. False if the lines are no list and nothing is selected: a tab is then
    /// typed.
    static bool indentLines(QTextCursor &cursor);
    static bool outdentLines(QTextCursor &cursor);

    enum class Direction { Up, Down };
    static void moveLines(QTextCursor &cursor, Direction direction);
    static void duplicateLines(QTextCursor &cursor);
};
