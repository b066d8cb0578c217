#include "tests/support/documentbuilder.h"
#include "tests/ui/windowfixture.h"
#include "ui/actions.h"
#include "ui/conflicts/drawingconflictdialog.h"
#include "ui/conflicts/noteconflictdialog.h"
#include "ui/document/banner.h"
#include "ui/document/documentpage.h"
#include "ui/document/drawingdesk.h"
#include "ui/document/drawingstorage.h"
#include "ui/library/documentlistpane.h"
#include "ui/library/sidebar.h"
#include "ui/notes/noteedit.h"
#include "ui/status/syncindicator.h"
#include "ui/status/toast.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

namespace {

QString u(const char16_t *text)
{
    return QString::fromUtf16(text);
}

const QString kBase = u(u"Meet on Monday at ten.\n\nBring the plan.\n\nLunch at noon.\n");
const QString kMine = u(u"Meet on Tuesday at ten.\n\nBring the plan.\n\nLunch at one.\n");
const QString kTheirs = u(u"Meet on Friday at ten.\n\nBring the plan.\n\nLunch at two.\n");

template <typename Dialog>
Dialog *openDialog()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *dialog = qobject_cast<Dialog *>(widget);
        if (dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void newNoteIsTypedAndListed();
    void typingRightAfterNewNoteSparesTheOldOne();
    void oneSingleInsertionIsSaved();
    void typingWhereAnotherDeviceWroteOpensAConflict();
    void arrowKeysOpenDocuments();
    void searchWhileTyping();
    void trashAndUndo();
    void notebooksAndTags();
    void drawingOpensAndRemoteElementsArrive();
    void lastDocumentComesBack();
    void closingSavesFirst();
    void panesHideAndFollowTheWidth();
    void indicatorFollowsTheStatus();
    void everyControlHasAName();
    void conflictChosenByKeys();
    void conflictResultCanBeEdited();
    void conflictKeepsBoth();
    void conflictLeftForLaterStays();
    void solvedConflictCanBeUndone();
    void drawingConflictIsChosenByElement();
};

void TestWindow::newNoteIsTypedAndListed()
{
    WindowFixture fixture;
    MainWindow &window = fixture.window();
    auto *list = window.findChild<DocumentListPane *>();
    QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
    auto *title = window.findChild<QLineEdit *>(QStringLiteral("titleEdit"));
    QTRY_VERIFY(title->hasFocus());
    QTest::keyClicks(title, QStringLiteral("Groceries"));
    QTest::keyClick(title, Qt::Key_Return);
    auto *edit = window.findChild<NoteEdit *>(QStringLiteral("noteText"));
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, QStringLiteral("apples"));
    QTRY_COMPARE_WITH_TIMEOUT(
        list->model()->index(0).data().toString(), QStringLiteral("Groceries"), 4000);
    QTRY_COMPARE_WITH_TIMEOUT(
        list->model()->index(0).data(DocumentListModel::SnippetRole).toString(),
        QStringLiteral("apples"),
        4000);
}

void TestWindow::typingRightAfterNewNoteSparesTheOldOne()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Old"), u(u"as it was"));
    MainWindow &window = fixture.window();
    window.openDocument(id);
    auto *edit = window.findChild<NoteEdit *>(QStringLiteral("noteText"));
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("as it was"));
    edit->setFocus();
    window.actions().newNote->trigger();
    // The keyboard goes to whatever has the focus, before the store has answered.
    if (QWidget *focused = QApplication::focusWidget())
        QTest::keyClicks(focused, QStringLiteral("x"));
    auto *title = window.findChild<QLineEdit *>(QStringLiteral("titleEdit"));
    QTRY_VERIFY(title->isVisible() && title->text().isEmpty());
    window.openDocument(id);
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("as it was"));
    QCOMPARE(fixture.note(id)->text, QStringLiteral("as it was"));
}

void TestWindow::oneSingleInsertionIsSaved()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Paste"), u(u"before "));
    MainWindow &window = fixture.window();
    window.openDocument(id);
    auto *edit = window.findChild<NoteEdit *>(QStringLiteral("noteText"));
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("before "));
    // A paste is one change, and nothing may have to follow it to be noticed.
    edit->moveCursor(QTextCursor::End);
    edit->insertPlainText(QStringLiteral("pasted"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.note(id)->text, QStringLiteral("before pasted"), 4000);
}

void TestWindow::typingWhereAnotherDeviceWroteOpensAConflict()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Meeting"), QString());
    fixture.remoteChange(id, kBase);
    MainWindow &window = fixture.window();
    window.openDocument(id);
    auto *edit = window.findChild<NoteEdit *>(QStringLiteral("noteText"));
    QTRY_COMPARE(edit->toPlainText(), kBase);
    QTextCursor cursor = edit->document()->find(QStringLiteral("Monday"));
    edit->setTextCursor(cursor);
    edit->insertPlainText(QStringLiteral("Tuesday"));
    fixture.remoteChange(
        id, QString(kBase).replace(QStringLiteral("Monday"), QStringLiteral("Friday")));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.direct->conflicts(id).value().size(), 1, 4000);
    const OpenConflict conflict = fixture.direct->conflicts(id).value().first();
    QVERIFY(Note::fromDocument(conflict.mine)->text.contains(QStringLiteral("Tuesday")));
    QVERIFY(Note::fromDocument(conflict.master)->text.contains(QStringLiteral("Friday")));
    QVERIFY(edit->toPlainText().contains(QStringLiteral("Tuesday")));
}

void TestWindow::arrowKeysOpenDocuments()
{
    WindowFixture fixture;
    fixture.addNote(u(u"One"), u(u"first text"));
    fixture.addNote(u(u"Two"), u(u"second text"));
    MainWindow &window = fixture.window();
    auto *list = window.findChild<DocumentListPane *>();
    auto *edit = window.findChild<NoteEdit *>(QStringLiteral("noteText"));
    QTRY_COMPARE(list->model()->rowCount(), 2);
    list->focusList();
    QWidget *view = QApplication::focusWidget();
    const QString upper = list->model()->index(0).data(DocumentListModel::SnippetRole).toString();
    const QString lower = list->model()->index(1).data(DocumentListModel::SnippetRole).toString();
    QTRY_COMPARE(edit->toPlainText(), upper);
    QTest::keyClick(view, Qt::Key_Down);
    QTRY_COMPARE(edit->toPlainText(), lower);
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(edit->hasFocus());
}

void TestWindow::searchWhileTyping()
{
    WindowFixture fixture;
    fixture.addNote(u(u"Garden"), u(u"beans and tomatoes"));
    fixture.addNote(u(u"Bicycle"), u(u"chain and brakes"));
    MainWindow &window = fixture.window();
    auto *list = window.findChild<DocumentListPane *>();
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto *search = window.findChild<QLineEdit *>(QStringLiteral("search"));
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("toma"));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0).data().toString(), QStringLiteral("Garden"));
    QVERIFY(list->model()
                ->index(0)
                .data(DocumentListModel::SnippetRole)
                .toString()
                .contains(QChar(0xE000)));
    QTest::keyClick(search, Qt::Key_Return);
    auto *edit = window.findChild<NoteEdit *>(QStringLiteral("noteText"));
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("beans and tomatoes"));
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(list->model()->rowCount(), 2);
}

void TestWindow::trashAndUndo()
{
    WindowFixture fixture;
    fixture.addNote(u(u"Keep"), u(u"keep"));
    const DocumentId id = fixture.addNote(u(u"Go"), u(u"go"));
    MainWindow &window = fixture.window();
    auto *list = window.findChild<DocumentListPane *>();
    QTRY_COMPARE(list->model()->rowCount(), 2);
    window.openDocument(id);
    auto *page = window.findChild<DocumentPage *>();
    QTRY_COMPARE(page->header().id, id);
    window.actions().trash->trigger();
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QVERIFY(fixture.note(id)->header.trashed.has_value());
    QTRY_VERIFY(page->header().id != id && !page->header().id.isEmpty());
    auto *toast = window.findChild<Toast *>();
    QTRY_VERIFY(toast->isVisible());
    QTest::mouseClick(toast->button(), Qt::LeftButton);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QVERIFY(!fixture.note(id)->header.trashed.has_value());
}

void TestWindow::notebooksAndTags()
{
    WindowFixture fixture;
    const Notebook work = build::notebook(u(u"work"), u(u"Work"));
    fixture.save({work.toDocument()});
    fixture.addNote(u(u"Inside"), u(u"x"), work.id, {u(u"later")});
    fixture.addNote(u(u"Outside"), u(u"y"));
    MainWindow &window = fixture.window();
    auto *list = window.findChild<DocumentListPane *>();
    auto *side = window.findChild<SideBar *>();
    QTRY_COMPARE(side->findItems(u(u"Work"), Qt::MatchExactly | Qt::MatchRecursive).size(), 1);
    QTreeWidgetItem *item =
        side->findItems(u(u"Work"), Qt::MatchExactly | Qt::MatchRecursive).first();
    side->setCurrentItem(item);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0).data().toString(), QStringLiteral("Inside"));
    QTreeWidgetItem *tag =
        side->findItems(u(u"later"), Qt::MatchExactly | Qt::MatchRecursive).first();
    side->setCurrentItem(tag);
    QTRY_COMPARE(list->query().place, ListQuery::Place::Tag);
    QTRY_COMPARE(list->model()->rowCount(), 1);
}

void TestWindow::drawingOpensAndRemoteElementsArrive()
{
    WindowFixture fixture;
    const Drawing drawing = build::drawing(u(u"plan"), u(u"Plan"));
    fixture.save({drawing.toDocument(), build::rectangle(u(u"plan"), u(u"r1")).toDocument()});
    MainWindow &window = fixture.window();
    window.openDocument(drawing.header.id);
    auto *desk = window.findChild<DrawingDesk *>();
    QTRY_VERIFY(desk->isVisible());
    QSignalSpy arrived(desk->storage(), &DrawingStorage::elementsArrived);
    fixture.save({build::rectangle(u(u"plan"), u(u"r2"), 300, 0).toDocument()});
    QTRY_COMPARE(arrived.size(), 1);
    DrawingElement moved = build::rectangle(u(u"plan"), u(u"r1"), 50, 50);
    desk->storage()->saveElements({moved});
    QTRY_COMPARE(DrawingElement::fromDocument(fixture.direct->load(moved.rowId()).value())
                     ->json.value(QStringLiteral("x"))
                     .toDouble(),
                 50.0);
}

void TestWindow::lastDocumentComesBack()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Here"), u(u"the text"));
    fixture.window().openDocument(id);
    auto *page = fixture.window().findChild<DocumentPage *>();
    QTRY_COMPARE(page->header().id, id);
    fixture.window().close();
    fixture.closeWindow();
    page = fixture.window().findChild<DocumentPage *>();
    QTRY_COMPARE(page->header().id, id);
}

void TestWindow::closingSavesFirst()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Here"), u(u"a"));
    MainWindow &window = fixture.window();
    window.openDocument(id);
    auto *edit = window.findChild<NoteEdit *>(QStringLiteral("noteText"));
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("a"));
    edit->moveCursor(QTextCursor::End);
    QTest::keyClicks(edit, QStringLiteral("bc"));
    QSignalSpy quit(&window, &MainWindow::quitRequested);
    window.close();
    QTRY_COMPARE(quit.size(), 1);
    QVERIFY(!window.isVisible());
    QCOMPARE(fixture.note(id)->text, QStringLiteral("abc"));
}

void TestWindow::panesHideAndFollowTheWidth()
{
    WindowFixture fixture;
    MainWindow &window = fixture.window();
    window.resize(1200, 700);
    auto *side = window.findChild<SideBar *>();
    auto *list = window.findChild<DocumentListPane *>();
    QVERIFY(side->isVisible());
    QTest::keyClick(&window, Qt::Key_F9);
    QVERIFY(!side->isVisible());
    QTest::keyClick(&window, Qt::Key_F9, Qt::ShiftModifier);
    QVERIFY(!list->isVisible());
    window.actions().showSideBar->setChecked(true);
    window.actions().showList->setChecked(true);
    QVERIFY(side->isVisible() && list->isVisible());
    window.resize(700, 700);
    QVERIFY(!side->isVisible());
    QVERIFY(list->isVisible());
}

void TestWindow::indicatorFollowsTheStatus()
{
    WindowFixture fixture;
    MainWindow &window = fixture.window();
    auto *indicator = window.findChild<SyncIndicator *>();
    QCOMPARE(indicator->text(), QStringLiteral("On this device"));
    SyncStatus status;
    status.state = SyncStatus::State::Offline;
    status.pending = 2;
    status.conflicts = 1;
    window.setSyncStatus(status);
    QCOMPARE(indicator->text(), QStringLiteral("Offline, 2 change(s) waiting"));
    QVERIFY(window.actions().reviewConflicts->isEnabled());
    QTest::mouseClick(indicator, Qt::LeftButton);
    QVERIFY(indicator->popover()->isVisible());
    QSignalSpy sync(&window, &MainWindow::syncRequested);
    for (QPushButton *button : indicator->popover()->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Sync now"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(sync.size(), 1);
    QVERIFY(!indicator->popover()->isVisible());
    QSignalSpy offline(&window, &MainWindow::workOfflineChanged);
    window.setWorkOffline(true);
    QCOMPARE(offline.size(), 0);
    window.actions().workOffline->trigger();
    QCOMPARE(offline.size(), 1);
    QCOMPARE(offline.first().first().toBool(), false);
}

void TestWindow::everyControlHasAName()
{
    WindowFixture fixture;
    MainWindow &window = fixture.window();
    QStringList nameless;
    for (const QToolButton *button : window.findChildren<QToolButton *>()) {
        const bool named = !button->accessibleName().isEmpty() || !button->text().isEmpty()
                           || !button->toolTip().isEmpty();
        if (button->isVisible() && button->focusPolicy() != Qt::NoFocus && !named)
            nameless.append(button->objectName());
    }
    for (const QLineEdit *edit : window.findChildren<QLineEdit *>()) {
        if (edit->isVisible() && edit->accessibleName().isEmpty())
            nameless.append(edit->objectName());
    }
    QCOMPARE(nameless, QStringList());
}

void TestWindow::conflictChosenByKeys()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Meeting"), kBase);
    fixture.makeConflict(id, kBase, kMine, kTheirs);
    MainWindow &window = fixture.window();
    window.openDocument(id);
    auto *page = window.findChild<DocumentPage *>();
    QTRY_VERIFY(page->banner()->isVisible());
    QVERIFY(page->banner()->text().contains(QStringLiteral("Laptop")));
    window.showConflicts();
    QTRY_VERIFY(openDialog<NoteConflictDialog>());
    auto *dialog = openDialog<NoteConflictDialog>();
    QCOMPARE(dialog->undecided(), 2);
    QCOMPARE(dialog->current(), 0);
    QTest::keyClick(dialog, Qt::Key_F7);
    QCOMPARE(dialog->current(), 1);
    QTest::keyClick(dialog, Qt::Key_F7, Qt::ShiftModifier);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(dialog->isVisible(), "nothing is chosen silently");
    QTest::keyClick(dialog, Qt::Key_2);
    QCOMPARE(dialog->current(), 1);
    QTest::keyClick(dialog, Qt::Key_1);
    QCOMPARE(dialog->undecided(), 0);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    const QString result = u(u"Meet on Friday at ten.\n\nBring the plan.\n\nLunch at one.\n");
    QTRY_COMPARE(fixture.note(id)->text, result);
    QTRY_VERIFY(fixture.direct->conflicts().value().isEmpty());
    auto *edit = window.findChild<NoteEdit *>(QStringLiteral("noteText"));
    QTRY_COMPARE(edit->toPlainText(), result);
    QTRY_VERIFY(!page->banner()->isVisible());
}

void TestWindow::conflictResultCanBeEdited()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Meeting"), kBase);
    fixture.makeConflict(id, kBase, kMine, kTheirs);
    MainWindow &window = fixture.window();
    window.showConflicts();
    QTRY_VERIFY(openDialog<NoteConflictDialog>());
    auto *dialog = openDialog<NoteConflictDialog>();
    dialog->take(NoteConflictDialog::Take::Both);
    auto *result = dialog->findChild<NoteEdit *>(QStringLiteral("conflictResult"));
    QTextCursor cursor = result->document()->find(QStringLiteral("one"));
    result->setTextCursor(cursor);
    QTest::keyClicks(result, QStringLiteral("three"));
    QCOMPARE(dialog->undecided(), 0);
    QVERIFY(dialog->resultText().contains(QStringLiteral("Lunch at three.")));
    QVERIFY(dialog->resultText().contains(QStringLiteral("Tuesday")));
    QVERIFY(dialog->resultText().contains(QStringLiteral("Friday")));
    const QString text = dialog->resultText();
    QTest::keyClick(result, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(fixture.note(id)->text, text);
}

void TestWindow::conflictKeepsBoth()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Meeting"), kBase);
    fixture.makeConflict(id, kBase, kMine, kTheirs);
    MainWindow &window = fixture.window();
    window.showConflicts();
    QTRY_VERIFY(openDialog<NoteConflictDialog>());
    auto *dialog = openDialog<NoteConflictDialog>();
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Keep both as two notes"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(fixture.direct->summaries({}).value().size(), 2);
    QCOMPARE(fixture.note(id)->text, kMine);
    QTRY_VERIFY(fixture.direct->conflicts().value().isEmpty());
}

void TestWindow::conflictLeftForLaterStays()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Meeting"), kBase);
    fixture.makeConflict(id, kBase, kMine, kTheirs);
    MainWindow &window = fixture.window();
    window.showConflicts();
    QTRY_VERIFY(openDialog<NoteConflictDialog>());
    auto *dialog = openDialog<NoteConflictDialog>();
    dialog->take(NoteConflictDialog::Take::Theirs);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
    QCOMPARE(fixture.direct->conflicts().value().size(), 1);
    QCOMPARE(fixture.note(id)->text, kMine);
}

void TestWindow::solvedConflictCanBeUndone()
{
    WindowFixture fixture;
    const DocumentId id = fixture.addNote(u(u"Meeting"), kBase);
    fixture.makeConflict(id, kBase, kMine, kTheirs);
    MainWindow &window = fixture.window();
    window.showConflicts();
    QTRY_VERIFY(openDialog<NoteConflictDialog>());
    auto *dialog = openDialog<NoteConflictDialog>();
    dialog->takeAll(NoteConflictDialog::Take::Theirs);
    QCOMPARE(dialog->resultText(), kTheirs);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(fixture.note(id)->text, kTheirs);
    auto *toast = window.findChild<Toast *>();
    QTRY_COMPARE(toast->text(), QStringLiteral("Solved."));
    QTest::mouseClick(toast->button(), Qt::LeftButton);
    QTRY_COMPARE(fixture.note(id)->text, kMine);
}

void TestWindow::drawingConflictIsChosenByElement()
{
    WindowFixture fixture;
    const Drawing drawing = build::drawing(u(u"plan"), u(u"Plan"));
    const DrawingElement one = build::rectangle(u(u"plan"), u(u"r1"), 0, 0);
    const DrawingElement two = build::rectangle(u(u"plan"), u(u"r2"), 200, 0);
    fixture.save({drawing.toDocument(), one.toDocument(), two.toDocument()});
    const DrawingElement oneThere = build::rectangle(u(u"plan"), u(u"r1"), 11, 0);
    const DrawingElement twoThere = build::rectangle(u(u"plan"), u(u"r2"), 222, 0);
    fixture.openElementConflict(one.toDocument(), oneThere.toDocument());
    fixture.openElementConflict(two.toDocument(), twoThere.toDocument());
    MainWindow &window = fixture.window();
    window.showConflicts();
    QTRY_VERIFY(openDialog<DrawingConflictDialog>());
    auto *dialog = openDialog<DrawingConflictDialog>();
    QCOMPARE(dialog->choiceOf(0), ConflictChoice::Both);
    QTest::keyClick(dialog, Qt::Key_2);
    QCOMPARE(dialog->choiceOf(1), ConflictChoice::Master);
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Finish"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(fixture.direct->conflicts().value().isEmpty());
    const auto stored = fixture.direct->load(two.rowId());
    QCOMPARE(DrawingElement::fromDocument(stored.value())->json.value(QStringLiteral("x")).toInt(),
             222);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
