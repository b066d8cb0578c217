#include "ui/status/syncquestionbox.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

/// Sync's questions in front of the window: asked once, one after the other, never blocking.
class TestSyncQuestionBox : public QObject
{
    Q_OBJECT

private slots:
    void s30EveryQuestionCanBeAnswered_data();
    void s30EveryQuestionCanBeAnswered();
    void laterLeavesItOpen();
    void aQuestionThatIsGoneClosesItsBox();
};

using Kind = SyncQuestion::Kind;

namespace {

QMessageBox *boxOf(QWidget &window)
{
    for (QMessageBox *box : window.findChildren<QMessageBox *>()) {
        if (box->isVisible())
            return box;
    }
    return nullptr;
}

void press(QMessageBox *box, QMessageBox::ButtonRole role)
{
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == role) {
            button->click();
            return;
        }
    }
    QFAIL("the box has no such button");
}

} // namespace

void TestSyncQuestionBox::s30EveryQuestionCanBeAnswered_data()
{
    QTest::addColumn<SyncQuestion>("question");
    const QString device = QStringLiteral("Desk");
    QTest::newRow("S30 deleted there") << SyncQuestion{Kind::DeletedThere, 25, 40, device};
    QTest::newRow("S30 deleted here") << SyncQuestion{Kind::DeletedHere, 25, 40, {}};
    QTest::newRow("S73 restored") << SyncQuestion{Kind::CanisterRestored, 3, 40, {}};
    QTest::newRow("S24 deleted long ago") << SyncQuestion{Kind::DeletedLongAgo, 1, 40, {}};
    QTest::newRow("S77 empty") << SyncQuestion{Kind::CanisterEmpty, 40, 40, {}};
}

void TestSyncQuestionBox::s30EveryQuestionCanBeAnswered()
{
    QFETCH(SyncQuestion, question);
    QWidget window;
    window.show();
    SyncQuestionBox asker(&window);
    QSignalSpy answered(&asker, &SyncQuestionBox::answered);
    asker.setQuestions({question});
    QMessageBox *box = boxOf(window);
    QVERIFY(box);
    QVERIFY(!box->text().isEmpty());
    QVERIFY(!box->informativeText().isEmpty());
    asker.setQuestions({question}); // told again: still one box
    QCOMPARE(boxOf(window), box);
    press(box, QMessageBox::AcceptRole);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].value<SyncQuestion::Kind>(), question.kind);
    asker.setQuestions({question}); // settling takes a moment
    QCOMPARE(answered.size(), 1);
    asker.setQuestions({});
    QTRY_VERIFY(!boxOf(window));
}

void TestSyncQuestionBox::laterLeavesItOpen()
{
    QWidget window;
    window.show();
    SyncQuestionBox asker(&window);
    QSignalSpy answered(&asker, &SyncQuestionBox::answered);
    const SyncQuestion question{Kind::CanisterEmpty, 1, 1, {}};
    asker.setQuestions({question});
    press(boxOf(window), QMessageBox::RejectRole);
    QTRY_VERIFY(!boxOf(window));
    asker.setQuestions({question});
    QVERIFY(!boxOf(window)); // not again and again
    QVERIFY(answered.isEmpty());
    asker.setQuestions({});
    asker.setQuestions({question}); // a new one
    QVERIFY(boxOf(window));
}

void TestSyncQuestionBox::aQuestionThatIsGoneClosesItsBox()
{
    QWidget window;
    window.show();
    SyncQuestionBox asker(&window);
    asker.setQuestions({{Kind::DeletedThere, 25, 40, {}}, {Kind::CanisterRestored, 2, 40, {}}});
    QVERIFY(boxOf(window));
    asker.setQuestions({{Kind::CanisterRestored, 2, 40, {}}});
    QTRY_VERIFY(boxOf(window)->text().contains(QStringLiteral("earlier state")));
    asker.setQuestions({});
    QTRY_VERIFY(!boxOf(window));
}

QTEST_MAIN(TestSyncQuestionBox)
#include "tst_syncquestionbox.moc"
