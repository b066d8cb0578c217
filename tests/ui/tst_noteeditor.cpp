#include "tests/ui/windowfixture.h"
#include "ui/notes/markdowncommands.h"
#include "ui/notes/markdownline.h"
#include "ui/notes/notedocument.h"
#include "ui/notes/noteedit.h"
#include "ui/notes/notesession.h"
#include "ui/notes/sourcetext.h"

#include <QClipboard>
#include <QLabel>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QtTest>

namespace {

QString u(const char16_t *text)
{
    return QString::fromUtf16(text);
}

QString hostileText()
{
    QString text = QString(QChar(0xFEFF)) + u(u"# CRLF first\r\nthen LF\nthen CR\rthen ");
    text += QChar(0);
    text += u(u" NUL\r\n");
    text += u(u"line separator \u2028 inside\n");
    text += u(u"paragraph \u2029 and ");
    text += QChar(0xFDD0);
    text += u(u" and ");
    text += QChar(0xFDD1);
    text += u(u" and \uFFFC object, \u00a0 no-break, \t tab, \U0001F33E emoji\r\n\r\n\n\r");
    text += u(u"- [ ] task\r\n\r\nשלום עולם\nlast line without end  ");
    return text;
}

} // namespace

class TestNoteEditor : public QObject
{
    Q_OBJECT

private slots:
    void sourceTextKeepsEverything_data();
    void sourceTextKeepsEverything();
    void typingOneLetterChangesOnlyThat();
    void undoBringsBackLineEnds();
    void changeToKeepsCursorAndUndo();
    void keys_data();
    void keys();
    void shiftReturnIsAnOrdinaryLineEnd();
    void copyKeepsNoBreakSpaces();
    void inlineStyles_data();
    void inlineStyles();
    void fencesReachAcrossLines();
    void longLinesStayPlain();
    void savesAfterAPause();
    void failedSaveKeepsTextAndTriesAgain();
    void remoteChangeKeepsCursorAndUndo();
    void remoteChangeMergesWithUnsavedText();
    void hostileNoteSurvivesEditAndSave();
    void mergeUnsavedByField();
};

void TestNoteEditor::sourceTextKeepsEverything_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("one line") << u(u"abc");
    QTest::newRow("crlf") << u(u"a\r\nb\r\n");
    QTest::newRow("only a byte order mark") << QString(QChar(0xFEFF));
    QTest::newRow("two byte order marks") << QString(2, QChar(0xFEFF));
    QTest::newRow("cr lf swapped") << u(u"a\n\rb");
    QTest::newRow("everything") << hostileText();
}

void TestNoteEditor::sourceTextKeepsEverything()
{
    QFETCH(QString, text);
    QCOMPARE(SourceText::fromText(text).toText(), text);
    NoteDocument document;
    document.setText(text);
    QCOMPARE(document.text(), text);
    document.changeTo(text);
    QCOMPARE(document.text(), text);
    QVERIFY(!document.isUndoAvailable());
}

void TestNoteEditor::typingOneLetterChangesOnlyThat()
{
    const QString text = hostileText();
    for (const QString &place : {u(u"CRLF first"), u(u"task"), u(u"last line"), u(u"NUL")}) {
        NoteDocument document;
        document.setText(text);
        NoteEdit edit;
        edit.setNote(&document);
        edit.resize(500, 400);
        edit.show();
        QTextCursor cursor = document.find(place);
        QVERIFY(!cursor.isNull());
        cursor.setPosition(cursor.selectionStart());
        edit.setTextCursor(cursor);
        QTest::keyClick(&edit, Qt::Key_X);
        QString expected = text;
        expected.insert(text.indexOf(place), QLatin1Char('x'));
        QCOMPARE(document.text(), expected);
    }
}

void TestNoteEditor::undoBringsBackLineEnds()
{
    const QString text = u(u"one\r\ntwo\nthree\rfour");
    NoteDocument document;
    document.setText(text);
    QTextCursor cursor(&document);
    cursor.select(QTextCursor::Document);
    cursor.removeSelectedText();
    QCOMPARE(document.text(), QString());
    document.undo();
    QCOMPARE(document.text(), text);
}

void TestNoteEditor::changeToKeepsCursorAndUndo()
{
    NoteDocument document;
    document.setText(u(u"alpha\nbeta gamma\ndelta"));
    QTextCursor typing(&document);
    typing.movePosition(QTextCursor::End);
    typing.insertText(QStringLiteral("!"));
    QTextCursor cursor = document.find(QStringLiteral("gamma"));
    document.changeTo(u(u"new first line\nalpha\nbeta changed gamma\ndelta!"));
    QCOMPARE(cursor.selectedText(), QStringLiteral("gamma"));
    QCOMPARE(document.text(), u(u"new first line\nalpha\nbeta changed gamma\ndelta!"));
    document.undo();
    QCOMPARE(document.text(), u(u"alpha\nbeta gamma\ndelta!"));
    document.undo();
    QCOMPARE(document.text(), u(u"alpha\nbeta gamma\ndelta"));
}

void TestNoteEditor::keys_data()
{
    // "|" stands for the cursor.
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("after");
    const int enter = Qt::Key_Return;
    QTest::newRow("bullets go on") << u(u"- one|") << enter << u(u"- one\n- |");
    QTest::newRow("numbers count") << u(u"9. one|") << enter << u(u"9. one\n10. |");
    QTest::newRow("a new task is open") << u(u"- [x] done|") << enter << u(u"- [x] done\n- [ ] |");
    QTest::newRow("quotes go on") << u(u"> said|") << enter << u(u"> said\n> |");
    QTest::newRow("empty item ends the list") << u(u"- one\n- |") << enter << u(u"- one\n|");
    QTest::newRow("inside an item") << u(u"- on|e") << enter << u(u"- on\n- |e");
    QTest::newRow("plain text") << u(u"plain|") << enter << u(u"plain\n|");
    QTest::newRow("indent stays") << u(u"    code|") << enter << u(u"    code\n    |");
    QTest::newRow("before the mark") << u(u"|- one") << enter << u(u"\n|- one");
    QTest::newRow("tab indents items") << u(u"- one|") << int(Qt::Key_Tab) << u(u"  - one|");
    QTest::newRow("tab in text") << u(u"one|") << int(Qt::Key_Tab) << u(u"one\t|");
    QTest::newRow("shift tab") << u(u"  - one|") << int(Qt::Key_Backtab) << u(u"- one|");
}

void TestNoteEditor::keys()
{
    QFETCH(QString, before);
    QFETCH(int, key);
    QFETCH(QString, after);
    NoteDocument document;
    document.setText(QString(before).remove(QLatin1Char('|')));
    NoteEdit edit;
    edit.setNote(&document);
    edit.show();
    QTextCursor cursor(&document);
    cursor.setPosition(int(before.indexOf(QLatin1Char('|'))));
    edit.setTextCursor(cursor);
    QTest::keyClick(&edit, static_cast<Qt::Key>(key));
    QString result = document.text();
    result.insert(edit.textCursor().position(), QLatin1Char('|'));
    QCOMPARE(result, after);
    edit.undo();
    QCOMPARE(document.text(), QString(before).remove(QLatin1Char('|')));
}

void TestNoteEditor::shiftReturnIsAnOrdinaryLineEnd()
{
    NoteDocument document;
    NoteEdit edit;
    edit.setNote(&document);
    edit.show();
    QTest::keyClicks(&edit, QStringLiteral("a"));
    QTest::keyClick(&edit, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(&edit, QStringLiteral("b"));
    QCOMPARE(document.text(), QStringLiteral("a\nb"));
}

void TestNoteEditor::copyKeepsNoBreakSpaces()
{
    NoteDocument document;
    document.setText(u(u"10\u00a0km\nto go"));
    NoteEdit edit;
    edit.setNote(&document);
    edit.selectAll();
    edit.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u(u"10\u00a0km\nto go"));
}

void TestNoteEditor::inlineStyles_data()
{
    // One letter per character: b bold, i italic, s strike, c code, m mark, l link, t tag, . plain.
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("styles");
    QTest::newRow("bold") << u(u"a **b** c") << u(u"..mmbmm..");
    QTest::newRow("italic") << u(u"*a* _b_") << u(u"mim.mim");
    QTest::newRow("strike") << u(u"~~a~~") << u(u"mmsmm");
    QTest::newRow("code wins") << u(u"`*a*`") << u(u"mcccm");
    QTest::newRow("underscore in words") << u(u"a_b_c") << u(u".....");
    QTest::newRow("escaped") << u(u"\\*a*") << u(u"....");
    QTest::newRow("link") << u(u"[a](b)") << u(u"mlmmmm");
    QTest::newRow("wiki link") << u(u"[[a]]") << u(u"mmlmm");
    QTest::newRow("tag") << u(u"x #tag y") << u(u"..tttt..");
    QTest::newRow("number is no tag") << u(u"#12") << u(u"...");
    QTest::newRow("not closed") << u(u"**a") << u(u"...");
}

void TestNoteEditor::inlineStyles()
{
    QFETCH(QString, line);
    QFETCH(QString, styles);
    QString found;
    for (const quint16 style : ::inlineStyles(line, 0)) {
        if (style & MarkStyle)
            found += QLatin1Char('m');
        else if (style & BoldStyle)
            found += QLatin1Char('b');
        else if (style & ItalicStyle)
            found += QLatin1Char('i');
        else if (style & StrikeStyle)
            found += QLatin1Char('s');
        else if (style & CodeStyle)
            found += QLatin1Char('c');
        else if (style & LinkStyle)
            found += QLatin1Char('l');
        else if (style & TagStyle)
            found += QLatin1Char('t');
        else
            found += QLatin1Char('.');
    }
    QCOMPARE(found, styles);
}

void TestNoteEditor::fencesReachAcrossLines()
{
    using Kind = MarkdownLine::Kind;
    int state = kStartState;
    QList<Kind> kinds;
    for (const QString &line : {u(u"---"),
                                u(u"title: x"),
                                u(u"---"),
                                u(u"~~~~ js"),
                                u(u"# no heading"),
                                u(u"~~~"),
                                u(u"~~~~"),
                                u(u"# heading")}) {
        const MarkdownLine found = classifyLine(line, state);
        kinds.append(found.kind);
        state = found.stateAfter;
    }
    QCOMPARE(kinds,
             QList<Kind>({Kind::FrontMatter,
                          Kind::FrontMatter,
                          Kind::FrontMatter,
                          Kind::Fence,
                          Kind::Code,
                          Kind::Code,
                          Kind::Fence,
                          Kind::Heading}));
}

void TestNoteEditor::longLinesStayPlain()
{
    WindowFixture fixture;
    const QString line = u(u"**bold** ").repeated(4000);
    const DocumentId id = fixture.addNote(u(u"Long"), line);
    fixture.window().openDocument(id);
    auto *edit = fixture.window().findChild<NoteEdit *>(QStringLiteral("noteText"));
    QTRY_COMPARE(edit->document()->firstBlock().length(), int(line.size()) + 1);
    QVERIFY(edit->document()->firstBlock().layout()->formats().isEmpty());
}

void TestNoteEditor::savesAfterAPause()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Shopping"), u(u"bread\r\n"));
    fixture.window().openDocument(id);
    auto *edit = fixture.window().findChild<NoteEdit *>(QStringLiteral("noteText"));
    auto *state = fixture.window().findChild<QLabel *>(QStringLiteral("saveState"));
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("bread\n"));
    QCOMPARE(state->text(), QStringLiteral("Saved"));
    edit->moveCursor(QTextCursor::End);
    QTest::keyClicks(edit, QStringLiteral("milk"));
    QVERIFY(state->text() != QStringLiteral("Saved"));
    QCOMPARE(fixture.note(id)->text, u(u"bread\r\n"));
    QTRY_COMPARE_WITH_TIMEOUT(state->text(), QStringLiteral("Saved"), 3000);
    QCOMPARE(fixture.note(id)->text, u(u"bread\r\nmilk"));
}

void TestNoteEditor::failedSaveKeepsTextAndTriesAgain()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Draft"), u(u"first"));
    fixture.window().openDocument(id);
    auto *edit = fixture.window().findChild<NoteEdit *>(QStringLiteral("noteText"));
    auto *state = fixture.window().findChild<QLabel *>(QStringLiteral("saveState"));
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("first"));
    fixture.diskFull = true;
    edit->moveCursor(QTextCursor::End);
    QTest::keyClicks(edit, QStringLiteral(" second"));
    QTRY_VERIFY_WITH_TIMEOUT(state->text().startsWith(QStringLiteral("Not saved: ")), 4000);
    QCOMPARE(edit->toPlainText(), QStringLiteral("first second"));
    QCOMPARE(fixture.note(id)->text, u(u"first"));
    // Going elsewhere and coming back loses nothing.
    const DocumentId other = fixture.addNote(u(u"Other"), u(u"other text"));
    fixture.window().openDocument(other);
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("other text"));
    fixture.window().openDocument(id);
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("first second"));
    fixture.diskFull = false;
    QTRY_COMPARE_WITH_TIMEOUT(fixture.note(id)->text, u(u"first second"), 8000);
    QTRY_COMPARE(state->text(), QStringLiteral("Saved"));
}

void TestNoteEditor::remoteChangeKeepsCursorAndUndo()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Shared"), u(u"one\ntwo\nthree"));
    fixture.window().openDocument(id);
    auto *edit = fixture.window().findChild<NoteEdit *>(QStringLiteral("noteText"));
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("one\ntwo\nthree"));
    edit->setTextCursor(edit->document()->find(QStringLiteral("three")));
    fixture.remoteChange(id, u(u"zero\none\ntwo and a half\nthree"));
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("zero\none\ntwo and a half\nthree"));
    QCOMPARE(edit->textCursor().selectedText(), QStringLiteral("three"));
    edit->undo();
    QCOMPARE(edit->toPlainText(), QStringLiteral("one\ntwo\nthree"));
}

void TestNoteEditor::remoteChangeMergesWithUnsavedText()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Shared"), u(u"top\n\nmiddle\n\nbottom"));
    fixture.window().openDocument(id);
    auto *edit = fixture.window().findChild<NoteEdit *>(QStringLiteral("noteText"));
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("top\n\nmiddle\n\nbottom"));
    edit->moveCursor(QTextCursor::End);
    QTest::keyClicks(edit, QStringLiteral(" here"));
    fixture.remoteChange(id, u(u"top there\n\nmiddle\n\nbottom"));
    const QString merged = QStringLiteral("top there\n\nmiddle\n\nbottom here");
    QTRY_COMPARE(edit->toPlainText(), merged);
    QCOMPARE(edit->textCursor().position(), int(merged.size()));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.note(id)->text, merged, 3000);
}

void TestNoteEditor::hostileNoteSurvivesEditAndSave()
{
    WindowFixture fixture;
    const QString text = hostileText();
    const DocumentId id = fixture.addNote(u(u"Hostile"), text);
    fixture.window().openDocument(id);
    auto *edit = fixture.window().findChild<NoteEdit *>(QStringLiteral("noteText"));
    QTRY_VERIFY(edit->toPlainText().contains(QStringLiteral("last line")));
    QTextCursor cursor = edit->document()->find(QStringLiteral("last line"));
    cursor.setPosition(cursor.selectionStart());
    edit->setTextCursor(cursor);
    QTest::keyClick(edit, Qt::Key_Z);
    QString expected = text;
    expected.insert(text.indexOf(QStringLiteral("last line")), QLatin1Char('z'));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.note(id)->text, expected, 3000);
    QCOMPARE(textToUtf8(fixture.note(id)->text), textToUtf8(expected));
}

void TestNoteEditor::mergeUnsavedByField()
{
    Note base;
    base.header.title = u(u"Title");
    base.header.tags = {DocumentId(u(u"a")), DocumentId(u(u"b"))};
    base.text = u(u"text");
    Note mine = base;
    mine.header.title = u(u"My title");
    mine.header.tags = {DocumentId(u(u"b")), DocumentId(u(u"c"))};
    Note stored = base;
    stored.header.pinned = true;
    stored.header.tags = {DocumentId(u(u"a")), DocumentId(u(u"b")), DocumentId(u(u"d"))};
    stored.text = u(u"changed text");
    const UnsavedMerge merge = mergeUnsaved(base, mine, stored);
    QVERIFY(!merge.clash);
    QCOMPARE(merge.merged.header.title, u(u"My title"));
    QVERIFY(merge.merged.header.pinned);
    QCOMPARE(merge.merged.text, u(u"changed text"));
    QCOMPARE(merge.merged.header.tags,
             QList<DocumentId>({DocumentId(u(u"b")), DocumentId(u(u"c")), DocumentId(u(u"d"))}));
}

QTEST_MAIN(TestNoteEditor)
#include "tst_noteeditor.moc"
