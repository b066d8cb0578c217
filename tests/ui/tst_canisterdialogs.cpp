#include "tests/ui/fakecanisteraccess.h"
#include "ui/accountinfo.h"
#include "ui/canister/canisterwords.h"
#include "ui/canister/connectdialog.h"
#include "ui/canister/connectlink.h"
#include "ui/canister/deletespacedialog.h"
#include "ui/canister/invitedialog.h"
#include "ui/canister/notice.h"
#include "ui/canister/ownerpage.h"
#include "ui/canister/peoplepage.h"
#include "ui/canister/spacepage.h"
#include "ui/canister/userdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QMetaEnum>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

using Action = ConnectionVerdict::Action;
using Binding = ConnectionReport::Binding;
using Kind = CanisterProblem::Kind;

namespace {

const QString kCanister = QStringLiteral("rrkah-fqaaa-aaaaa-aaaaq-cai");
const QString kMe = QStringLiteral("abcde-fghij-klmno-pqrst-uvwxy-z2345-aaaaa-bbbbb-ccccc-ddd");

template <typename Widget>
Widget *child(QWidget &parent, const char *name)
{
    auto *found = parent.findChild<Widget *>(QLatin1String(name));
    if (!found)
        qFatal("there is no %s", name);
    return found;
}

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

CanisterUser person(const QString &name, bool owner = false)
{
    CanisterUser user;
    user.principal = name + QStringLiteral("-bbbbb-ccccc-ddddd-eee");
    user.bytes = 5'000'000;
    user.quotaBytes = 512ULL * 1'048'576;
    user.owner = owner;
    return user;
}

} // namespace

class TestCanisterDialogs : public QObject
{
    Q_OBJECT

private slots:
    void everyProblemIsSaid();
    void linksSurviveTheJourney();
    void brokenLinksAreRefused_data();
    void brokenLinksAreRefused();
    void verdicts_data();
    void verdicts();

    void aWrongIdIsSaidWithoutTheNetwork();
    void aPastedLinkFillsEverything();
    void claimsByKeyboard();
    void aWrongCodeCounts();
    void oldAnswersAreDropped();
    void aStrangerCopiesThePrincipal();
    void withoutAKeyItOffersOne();
    void fieldsHaveNames();

    void spaceShowsDevicesAndRetiresOne();
    void deletingWantsTheWord();
    void rulesAreSavedWhole();
    void peopleAreChangedByKeyboard();
    void onlyTheSuspendedAreRemoved();
    void anInviteIsShownOnce();
    void aProblemCanBeTriedAgain();

private:
    ConnectionReport free(bool claimed, Registration registration) const;
};

ConnectionReport TestCanisterDialogs::free(bool claimed, Registration registration) const
{
    ConnectionReport report;
    report.about.claimed = claimed;
    report.about.registration = registration;
    report.principal = kMe;
    return report;
}

void TestCanisterDialogs::everyProblemIsSaid()
{
    const QMetaEnum kinds = QMetaEnum::fromType<Kind>();
    QSet<QString> headlines;
    for (int at = 0; at < kinds.keyCount(); ++at) {
        const CanisterWords words =
            wordsFor(CanisterProblem{static_cast<Kind>(kinds.value(at)), QStringLiteral("x"), 3});
        QVERIFY2(!words.headline.isEmpty() && words.sentence.size() >= 20, kinds.key(at));
        QVERIFY2(!headlines.contains(words.headline), kinds.key(at));
        headlines.insert(words.headline);
    }
}

void TestCanisterDialogs::linksSurviveTheJourney()
{
    const ConnectLink link{
        QStringLiteral("http://127.0.0.1:4943"), kCanister, QStringLiteral("a+b & c=%41/ü"), {}};
    QCOMPARE(ConnectLink::fromText(QStringLiteral("  ") + link.toText() + QLatin1Char('\n')), link);
    const auto brief = ConnectLink::fromText(
        QStringLiteral("sheaf://connect?canister=rrkah-fqaaa-aaaaa-aaaaq-cai&future=1"));
    QVERIFY(brief);
    QCOMPARE(brief->url, mainNetworkUrl());
    QCOMPARE(brief->code(), QString());
}

void TestCanisterDialogs::brokenLinksAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("web") << QStringLiteral("https://connect?canister=rrkah-fqaaa-aaaaa-aaaaq-cai");
    QTest::newRow("other verb") << QStringLiteral("sheaf://open?canister=x");
    QTest::newRow("no canister") << QStringLiteral("sheaf://connect?host=https://icp-api.io");
    QTest::newRow("only the beginning") << QStringLiteral("sheaf:");
}

void TestCanisterDialogs::brokenLinksAreRefused()
{
    QFETCH(QString, text);
    QVERIFY(!ConnectLink::fromText(text));
}

void TestCanisterDialogs::verdicts_data()
{
    QTest::addColumn<bool>("claimed");
    QTest::addColumn<Registration>("registration");
    QTest::addColumn<bool>("member");
    QTest::addColumn<Binding>("binding");
    QTest::addColumn<QString>("code");
    QTest::addColumn<Action>("action");
    QTest::addColumn<bool>("showsPrincipal");
    const QString none;
    const QString code = QStringLiteral("c");
    using R = Registration;
    QTest::newRow("mine") << true << R::SingleOwner << true << Binding::Free << none
                          << Action::Connect << false;
    QTest::newRow("mine again") << true << R::SingleOwner << true << Binding::Same << code
                                << Action::Connect << false;
    QTest::newRow("unclaimed") << false << R::SingleOwner << false << Binding::Free << none
                               << Action::None << true;
    QTest::newRow("unclaimed, code")
        << false << R::SingleOwner << false << Binding::Free << code << Action::Claim << false;
    QTest::newRow("upgraded, unclaimed member")
        << false << R::SingleOwner << true << Binding::Same << none << Action::Connect << false;
    QTest::newRow("upgraded, claims")
        << false << R::SingleOwner << true << Binding::Same << code << Action::Claim << false;
    QTest::newRow("somebody else's")
        << true << R::SingleOwner << false << Binding::Free << code << Action::None << true;
    QTest::newRow("invite wanted")
        << true << R::InviteOnly << false << Binding::Free << none << Action::None << true;
    QTest::newRow("invited") << true << R::InviteOnly << false << Binding::Free << code
                             << Action::Join << false;
    QTest::newRow("open") << true << R::Open << false << Binding::Free << none << Action::Connect
                          << false;
    QTest::newRow("open, unclaimed")
        << false << R::Open << false << Binding::Free << none << Action::Connect << false;
    QTest::newRow("other canister")
        << true << R::Open << true << Binding::OtherCanister << code << Action::None << false;
    QTest::newRow("other person") << false << R::Open << false << Binding::OtherPerson << code
                                  << Action::None << false;
}

void TestCanisterDialogs::verdicts()
{
    QFETCH(bool, claimed);
    QFETCH(Registration, registration);
    QFETCH(bool, member);
    QFETCH(Binding, binding);
    QFETCH(QString, code);
    QFETCH(Action, action);
    QFETCH(bool, showsPrincipal);
    ConnectionReport report = free(claimed, registration);
    report.about.member = member;
    report.binding = binding;
    const ConnectionVerdict verdict = verdictFor(report, code);
    QCOMPARE(verdict.action, action);
    QCOMPARE(verdict.showsPrincipal, showsPrincipal);
    QVERIFY(!verdict.headline.isEmpty() && !verdict.sentence.isEmpty());
}

void TestCanisterDialogs::aWrongIdIsSaidWithoutTheNetwork()
{
    FakeCanisterAccess access;
    ConnectDialog dialog(access);
    dialog.show();
    QTest::keyClicks(child<QLineEdit>(dialog, "canisterId"), QStringLiteral("rrkah-fqaaa"));
    auto *notice = dialog.findChild<Notice *>();
    QTRY_COMPARE(notice->headline(), wordsFor(CanisterProblem{Kind::NotAnId, {}, 0}).headline);
    QCOMPARE(access.checks, 0);
    QVERIFY(!child<QPushButton>(dialog, "connect")->isEnabled());
}

void TestCanisterDialogs::aPastedLinkFillsEverything()
{
    FakeCanisterAccess access;
    access.report = free(false, Registration::SingleOwner);
    ConnectDialog dialog(access);
    dialog.show();
    const ConnectLink link{
        QStringLiteral("http://127.0.0.1:4943"), kCanister, QStringLiteral("right"), {}};
    QApplication::clipboard()->setText(link.toText());
    auto *field = child<QLineEdit>(dialog, "code");
    field->setFocus();
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(child<QLineEdit>(dialog, "canisterId")->text(), kCanister);
    QCOMPARE(child<QLineEdit>(dialog, "canisterUrl")->text(), link.url);
    QCOMPARE(field->text(), link.claim);
    QTRY_VERIFY(child<QPushButton>(dialog, "connect")->isEnabled());
    QVERIFY(child<QPushButton>(dialog, "connect")->text().contains(QStringLiteral("laim")));
}

void TestCanisterDialogs::claimsByKeyboard()
{
    FakeCanisterAccess access;
    access.report = free(false, Registration::SingleOwner);
    ConnectDialog dialog(access);
    QSignalSpy connected(&dialog, &ConnectDialog::connected);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *id = child<QLineEdit>(dialog, "canisterId");
    QCOMPARE(QApplication::focusWidget(), id);
    QTest::keyClicks(id, kCanister);
    QTest::keyClick(id, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), child<QLineEdit>(dialog, "code"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("right"));
    QTRY_VERIFY(child<QPushButton>(dialog, "connect")->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(connected.size(), 1);
    QCOMPARE(connected[0][0].value<CanisterAddress>(),
             (CanisterAddress{mainNetworkUrl(), kCanister}));
    QVERIFY(!dialog.isVisible());
}

void TestCanisterDialogs::aWrongCodeCounts()
{
    FakeCanisterAccess access;
    access.report = free(false, Registration::SingleOwner);
    ConnectDialog dialog(access);
    dialog.show();
    dialog.takeLink({mainNetworkUrl(), kCanister, QStringLiteral("wrong"), {}});
    auto *button = child<QPushButton>(dialog, "connect");
    QTRY_VERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    auto *notice = dialog.findChild<Notice *>();
    QTRY_COMPARE(notice->tone(), Notice::Tone::Bad);
    QVERIFY(notice->sentence().contains(QLatin1Char('4')));
    QVERIFY(dialog.isVisible());
    auto *code = child<QLineEdit>(dialog, "code");
    QCOMPARE(code->selectedText(), QStringLiteral("wrong"));
    QTest::keyClicks(code, QStringLiteral("right"));
    QTRY_VERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(!dialog.isVisible());
}

void TestCanisterDialogs::oldAnswersAreDropped()
{
    FakeCanisterAccess access;
    access.report = free(true, Registration::Open);
    access.holdsAnswers = true;
    ConnectDialog dialog(access);
    dialog.show();
    dialog.setAddress({mainNetworkUrl(), kCanister});
    QTRY_COMPARE(access.checks, 1);
    child<QLineEdit>(dialog, "canisterId")->setText(QStringLiteral("nonsense"));
    access.release();
    QTRY_COMPARE(dialog.findChild<Notice *>()->headline(),
                 wordsFor(CanisterProblem{Kind::NotAnId, {}, 0}).headline);
    QVERIFY(!child<QPushButton>(dialog, "connect")->isEnabled());
}

void TestCanisterDialogs::aStrangerCopiesThePrincipal()
{
    FakeCanisterAccess access;
    access.report = free(true, Registration::SingleOwner);
    ConnectDialog dialog(access);
    dialog.show();
    dialog.setAddress({mainNetworkUrl(), kCanister});
    auto *copy = child<QPushButton>(dialog, "copyPrincipal");
    QTRY_VERIFY(copy->isVisible());
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), kMe);
}

void TestCanisterDialogs::withoutAKeyItOffersOne()
{
    FakeCanisterAccess access;
    access.report = free(false, Registration::SingleOwner);
    access.report.principal.clear();
    ConnectDialog dialog(access);
    QSignalSpy wanted(&dialog, &ConnectDialog::keyRequested);
    dialog.show();
    dialog.takeLink({mainNetworkUrl(), kCanister, QStringLiteral("right"), {}});
    auto *offer = child<QPushButton>(dialog, "noticeAction");
    QTRY_VERIFY(offer->isVisible());
    QTest::mouseClick(offer, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    // The key was made in the settings meanwhile.
    access.report.principal = kMe;
    AccountInfo account;
    account.signedIn = true;
    account.principal = kMe;
    dialog.setAccount(account);
    QTRY_VERIFY(child<QPushButton>(dialog, "connect")->isEnabled());
}

void TestCanisterDialogs::fieldsHaveNames()
{
    FakeCanisterAccess access;
    ConnectDialog dialog(access);
    for (const QLineEdit *field : dialog.findChildren<QLineEdit *>())
        QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
    QVERIFY(!dialog.findChild<Notice *>()->accessibleName().isEmpty());
}

void TestCanisterDialogs::spaceShowsDevicesAndRetiresOne()
{
    FakeCanisterAccess access;
    access.deviceList = {{QByteArray(16, 'a'), QStringLiteral("Old laptop"), 1, 1, 2, 3, false},
                         {QByteArray(16, 'b'), QStringLiteral("Desk"), 9, 1, 5, 3, false}};
    SpacePage page(access);
    page.show();
    auto *table = page.findChild<QTableWidget *>();
    QTRY_COMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("Desk")); // seen last
    table->setFocus();
    table->selectRow(1);
    auto *retire = child<QPushButton>(page, "retire");
    QVERIFY(retire->isEnabled());
    QTest::mouseClick(retire, Qt::LeftButton);
    QTRY_VERIFY(access.deviceList[0].retired);
    QTRY_VERIFY(!retire->isEnabled());
}

void TestCanisterDialogs::deletingWantsTheWord()
{
    FakeCanisterAccess access;
    SpacePage page(access);
    page.setPrincipal(kMe);
    QSignalSpy deleted(&page, &SpacePage::spaceDeleted);
    page.show();
    QTRY_VERIFY(child<QPushButton>(page, "deleteSpace")->isVisible());
    QTest::mouseClick(child<QPushButton>(page, "deleteSpace"), Qt::LeftButton);
    auto *dialog = page.findChild<DeleteSpaceDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *field = child<QLineEdit>(*dialog, "confirmation");
    auto *button = child<QPushButton>(*dialog, "delete");
    QTest::keyClicks(field, QStringLiteral("abcd"));
    QVERIFY(!button->isEnabled());
    QTest::keyClick(field, Qt::Key_Return); // a slip of the hand cancels
    QTRY_VERIFY(!page.findChild<DeleteSpaceDialog *>());
    QCOMPARE(access.deletions, 0);
    QTest::mouseClick(child<QPushButton>(page, "deleteSpace"), Qt::LeftButton);
    dialog = page.findChild<DeleteSpaceDialog *>();
    QTest::keyClicks(child<QLineEdit>(*dialog, "confirmation"), QStringLiteral("ABCDE"));
    QTest::mouseClick(child<QPushButton>(*dialog, "delete"), Qt::LeftButton);
    QTRY_COMPARE(deleted.size(), 1);
    QCOMPARE(access.deletions, 1);
}

void TestCanisterDialogs::rulesAreSavedWhole()
{
    FakeCanisterAccess access;
    access.rules = {Registration::SingleOwner, 1'073'741'825, 20, 120, 1'234'567'890'123};
    OwnerPage page(access);
    page.show();
    auto *registration = child<QComboBox>(page, "registration");
    QTRY_VERIFY(registration->isVisible());
    registration->setFocus();
    QTest::keyClick(registration, Qt::Key_Down);
    child<QSpinBox>(page, "quota"); // shows whole megabytes and must not round what it was given
    QTest::mouseClick(child<QPushButton>(page, "saveRules"), Qt::LeftButton);
    QTRY_COMPARE(access.rules.registration, Registration::InviteOnly);
    QCOMPARE(access.rules.defaultQuotaBytes, quint64{1'073'741'825});
    QCOMPARE(access.rules.lowCycles, quint64{1'234'567'890'123});
    QCOMPARE(access.rules.maxUsers, quint64{20});
}

void TestCanisterDialogs::peopleAreChangedByKeyboard()
{
    FakeCanisterAccess access;
    access.userList = {person(QStringLiteral("aaaaa"), true), person(QStringLiteral("mmmmm"))};
    PeoplePage page(access);
    page.show();
    auto *table = child<QTableWidget>(page, "users");
    QTRY_COMPARE(table->rowCount(), 2);
    table->setFocus();
    table->setCurrentCell(0, 0);
    QVERIFY(!child<QPushButton>(page, "suspend")->isEnabled()); // nobody suspends the owner
    QTest::keyClick(table, Qt::Key_Down);
    QTest::mouseClick(child<QPushButton>(page, "suspend"), Qt::LeftButton);
    QTRY_VERIFY(access.userList[1].suspended);
    QTest::mouseClick(child<QPushButton>(page, "editUser"), Qt::LeftButton);
    auto *dialog = page.findChild<UserDialog *>();
    QVERIFY(dialog);
    QTest::keyClicks(child<QLineEdit>(*dialog, "userNote"), QStringLiteral("Mum"));
    child<QSpinBox>(*dialog, "userQuota")->setValue(2'048);
    dialog->accept();
    QTRY_COMPARE(access.userList[1].note, QStringLiteral("Mum"));
    QCOMPARE(access.userList[1].quotaBytes, quint64{2'048} * 1'048'576);
    QVERIFY(access.userList[1].suspended); // what was not touched stays
    QTRY_COMPARE(table->item(1, 0)->text(), QStringLiteral("Mum"));
}

void TestCanisterDialogs::onlyTheSuspendedAreRemoved()
{
    FakeCanisterAccess access;
    access.userList = {person(QStringLiteral("aaaaa"), true), person(QStringLiteral("mmmmm"))};
    PeoplePage page(access);
    page.show();
    auto *table = child<QTableWidget>(page, "users");
    QTRY_COMPARE(table->rowCount(), 2);
    table->selectRow(1);
    for (const bool suspended : {false, true}) {
        access.userList[1].suspended = suspended;
        page.reload();
        QTRY_COMPARE(child<QPushButton>(page, "suspend")->text().contains(QStringLiteral("again")),
                     suspended);
        QTest::mouseClick(child<QPushButton>(page, "removeUser"), Qt::LeftButton);
        auto *box = openDialog<QMessageBox>();
        QVERIFY(box);
        auto *go = child<QPushButton>(*box, "confirmRemove");
        QCOMPARE(go->isEnabled(), suspended);
        if (suspended)
            QTest::mouseClick(go, Qt::LeftButton);
        else
            box->reject();
        QTRY_VERIFY(!openDialog<QMessageBox>());
    }
    QTRY_COMPARE(access.userList.size(), 1);
    QTRY_COMPARE(table->rowCount(), 1);
}

void TestCanisterDialogs::anInviteIsShownOnce()
{
    FakeCanisterAccess access;
    PeoplePage page(access);
    page.show();
    QTRY_VERIFY(child<QPushButton>(page, "invite")->isVisible());
    QTest::mouseClick(child<QPushButton>(page, "invite"), Qt::LeftButton);
    auto *dialog = page.findChild<InviteDialog *>();
    QVERIFY(dialog);
    QTest::keyClicks(child<QLineEdit>(*dialog, "inviteNote"), QStringLiteral("Mum"));
    QTest::mouseClick(child<QPushButton>(*dialog, "create"), Qt::LeftButton);
    auto *code = child<QLineEdit>(*dialog, "inviteCode");
    QTRY_VERIFY(code->isVisible());
    QVERIFY(!code->text().isEmpty() && code->isReadOnly());
    dialog->reject();
    auto *table = child<QTableWidget>(page, "invites");
    QTRY_COMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("Mum"));
    table->selectRow(0);
    QTest::mouseClick(child<QPushButton>(page, "revoke"), Qt::LeftButton);
    QTRY_COMPARE(table->rowCount(), 0);
}

void TestCanisterDialogs::aProblemCanBeTriedAgain()
{
    FakeCanisterAccess access;
    access.problem = CanisterProblem{Kind::Unreachable, {}, 0};
    SpacePage page(access);
    page.show();
    auto *again = child<QPushButton>(page, "noticeAction");
    QTRY_VERIFY(again->isVisible());
    QVERIFY(!page.findChild<QTableWidget *>()->isVisible());
    access.problem.reset();
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY(page.findChild<QTableWidget *>()->isVisible());
    QVERIFY(!page.findChild<Notice *>()->isVisible());
}

QTEST_MAIN(TestCanisterDialogs)
#include "tst_canisterdialogs.moc"
