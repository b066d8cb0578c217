// Saves pictures of everything about canisters, for judging its looks by eye.
// Usage: canistershots FOLDER
#include "tests/ui/fakecanisteraccess.h"
#include "ui/accountinfo.h"
#include "ui/canister/connectdialog.h"
#include "ui/canister/connectlink.h"
#include "ui/canister/deletespacedialog.h"
#include "ui/canister/invitedialog.h"
#include "ui/canister/userdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/theme.h"
#include "ui/uisettings.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

namespace {

const QString kCanister = QStringLiteral("rrkah-fqaaa-aaaaa-aaaaq-cai");
const QString kMe =
    QStringLiteral("k2t6j-2nvnp-4zjm3-25dtz-6xhaa-c7boj-5gayf-oj3xs-i43lp-teztq-6ae");

CanisterUser person(const QString &note, const QString &group, quint64 bytes)
{
    constexpr qint64 kDay = 86'400'000;
    CanisterUser user;
    user.principal = group + kMe.mid(5);
    user.note = note;
    user.bytes = bytes;
    user.quotaBytes = 1'073'741'824;
    user.joined = 1'780'000'000'000;
    user.lastSeen = user.joined + qint64(bytes % 30) * kDay;
    return user;
}

void furnish(FakeCanisterAccess &access)
{
    access.report.principal = kMe;
    access.report.about = {2, 1, true, Registration::InviteOnly, true, true, false};
    access.deviceList = {{QByteArray(16, 'a'),
                          QStringLiteral("Kitchen"),
                          90,
                          1'770'000'000'000,
                          1'781'000'000'000,
                          44,
                          false},
                         {QByteArray(16, 'b'),
                          QStringLiteral("Laptop"),
                          90,
                          1'772'000'000'000,
                          1'780'900'000'000,
                          12,
                          false},
                         {QByteArray(16, 'c'),
                          QStringLiteral("The old computer in the attic"),
                          12,
                          1'750'000'000'000,
                          1'760'000'000'000,
                          300,
                          true}};
    access.statusNow = {3'410'000'000'000,
                        8'200'000'000,
                        415,
                        92'000'000,
                        31'000'000,
                        3,
                        64'000'000,
                        2,
                        1'770'000'000'000,
                        1'779'000'000'000,
                        QStringLiteral("2.0.0")};
    access.rules = {Registration::InviteOnly, 1'073'741'824, 20, 60, 500'000'000'000};
    CanisterUser late = person(QStringLiteral("Uncle Theodor"), QStringLiteral("zzzzz"), 4'000'000);
    late.suspended = true;
    CanisterUser owner = person({}, QStringLiteral("k2t6j"), 27'000'000);
    owner.owner = true;
    access.userList = {
        owner, person(QStringLiteral("Mum"), QStringLiteral("mmmmm"), 310'000'000), late};
    access.inviteList = {{1, QStringLiteral("Anna"), 1'780'000'000'000, 1'780'600'000'000, {}},
                         {2, QStringLiteral("Mum"), 1'779'000'000'000, 1'779'600'000'000, kMe}};
}

class Camera
{
public:
    explicit Camera(QString folder)
        : m_folder(std::move(folder))
    {}
    void shoot(QWidget &widget, const QString &name)
    {
        widget.show();
        QTest::qWait(600);
        widget.grab().save(QStringLiteral("%1/%2.png").arg(m_folder, name));
    }

private:
    QString m_folder;
};

void shootConnect(Camera &camera, const QString &look)
{
    FakeCanisterAccess access;
    const auto shot = [&](const QString &name, const ConnectLink &link) {
        ConnectDialog dialog(access);
        if (!link.canister.isEmpty())
            dialog.takeLink(link);
        camera.shoot(dialog, QStringLiteral("connect-%1-%2").arg(name, look));
    };
    const ConnectLink plain{mainNetworkUrl(), kCanister, {}, {}};
    ConnectLink withCode = plain;
    withCode.claim = QStringLiteral("k3m9p-7xq2v-d8r4t-n6w5z");
    access.report.principal = kMe;
    shot(QStringLiteral("1-idle"), {});
    access.report.about.registration = Registration::SingleOwner;
    shot(QStringLiteral("2-claim"), withCode);
    access.report.about.claimed = true;
    shot(QStringLiteral("3-stranger"), plain);
    access.report.about.member = access.report.about.owner = true;
    shot(QStringLiteral("4-mine"), plain);
    access.report.binding = ConnectionReport::Binding::OtherCanister;
    access.report.boundCanister = QStringLiteral("ryjl3-tyaaa-aaaaa-aaaba-cai");
    shot(QStringLiteral("5-bound"), plain);
    access.problem = CanisterProblem{CanisterProblem::Kind::OutOfCycles, {}, 0};
    shot(QStringLiteral("6-cycles"), plain);
    access.problem.reset();
    access.report = {};
    shot(QStringLiteral("7-nokey"), withCode);
    access.holdsAnswers = true;
    shot(QStringLiteral("8-looking"), plain);
}

void shootSettings(Camera &camera, UiSettings &settings, const QString &look, const QSize &size)
{
    FakeCanisterAccess access;
    furnish(access);
    SettingsDialog dialog(settings, &access);
    AccountInfo account;
    account.signedIn = true;
    account.principal = kMe;
    account.canister = kCanister;
    account.url = mainNetworkUrl();
    account.deviceName = QStringLiteral("Kitchen");
    dialog.setAccount(account);
    if (size.isValid())
        dialog.resize(size);
    using Page = SettingsDialog::Page;
    const std::pair<Page, QString> pages[] = {{Page::Sync, QStringLiteral("sync")},
                                              {Page::Space, QStringLiteral("space")},
                                              {Page::Canister, QStringLiteral("canister")},
                                              {Page::People, QStringLiteral("people")}};
    dialog.show();
    QTest::qWait(200);
    for (const auto &[page, name] : pages) {
        dialog.showPage(page);
        camera.shoot(dialog, QStringLiteral("settings-%1-%2").arg(name, look));
    }
}

void shootSmall(Camera &camera, const QString &look)
{
    FakeCanisterAccess access;
    furnish(access);
    InviteDialog invite(access);
    camera.shoot(invite, QStringLiteral("invite-1-%1").arg(look));
    invite.findChild<QPushButton *>(QStringLiteral("create"))->click();
    camera.shoot(invite, QStringLiteral("invite-2-%1").arg(look));
    UserDialog user(access.userList[1]);
    camera.shoot(user, QStringLiteral("user-%1").arg(look));
    DeleteSpaceDialog remove(access.space, kMe, nullptr);
    camera.shoot(remove, QStringLiteral("delete-%1").arg(look));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    QDir().mkpath(folder);
    Camera camera(folder);
    const QTemporaryDir profile;
    QSettings backend(profile.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    UiSettings settings(backend);
    for (const bool dark : {false, true}) {
        Theme::apply(application, dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString look = dark ? QStringLiteral("dark") : QStringLiteral("light");
        shootConnect(camera, look);
        shootSettings(camera, settings, look, {});
        shootSmall(camera, look);
    }
    Theme::apply(application, Theme::Mode::Light);
    shootSettings(camera, settings, QStringLiteral("small"), {480, 360});
    QApplication::setLayoutDirection(Qt::RightToLeft);
    shootConnect(camera, QStringLiteral("rtl"));
    shootSettings(camera, settings, QStringLiteral("rtl"), {});
    return 0;
}
