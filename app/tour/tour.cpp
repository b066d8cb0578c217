#include "app/tour/tour.h"

#include "app/accountcontroller.h"
#include "app/cli/runner.h"
#include "app/identityfile.h"
#include "app/options.h"
#include "app/profile.h"
#include "app/session.h"
#include "app/syncservice.h"
#include "app/tour/tourdevice.h"
#include "app/tour/tourdriver.h"
#include "ui/actions.h"
#include "ui/canister/connectlink.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>

namespace {

constexpr auto kTitle = "Harvest plan";
constexpr auto kFirstLine = "Bring in the barley before the rain.";

/// The tour's two devices and what they agreed on.
struct Stage
{
    TourDriver &driver;
    TourDevice &kitchen;
    TourDevice &laptop;
    ConnectLink link; ///< Of the canister, with the code that claims it.
    DocumentId note;
    DocumentId drawing;
};

void write(Stage &stage)
{
    stage.kitchen.window().actions().newNote->trigger();
    stage.driver.waitFor(QStringLiteral("the empty note opening"),
                         [&] { return stage.kitchen.showsEmptyNote(); });
    QWidget *title = stage.kitchen.titleEdit();
    stage.driver.type(title, QLatin1String(kTitle));
    stage.driver.press(title, Qt::Key_Return);
    stage.driver.type(
        stage.kitchen.noteText(),
        QLatin1String(kFirstLine)
            + QStringLiteral(
                "\n\n## To do\n\n- [ ] sharpen the scythes\nask **Anna** for the cart\n\n\n"
                "> Many hands make light work.\n\n\nThe barn is dry, the roof is mended."));
    stage.driver.waitFor(QStringLiteral("saving the note"), [&] {
        stage.note = stage.kitchen.documentTitled(QLatin1String(kTitle));
        return !stage.note.isEmpty()
               && stage.kitchen.textOf(stage.note).endsWith(QStringLiteral("the roof is mended."));
    });
    stage.driver.picture(&stage.kitchen.window(), QStringLiteral("note"));
}

QList<QPoint> wave(const QPoint &from, int length)
{
    QList<QPoint> points;
    for (int x = 0; x <= length; x += 4)
        points += from + QPoint(x, int(30 * std::sin(x / 28.0)));
    return points;
}

void draw(Stage &stage)
{
    stage.kitchen.window().actions().newDrawing->trigger();
    QWidget *canvas = nullptr;
    stage.driver.waitFor(QStringLiteral("opening the canvas"), [&] {
        canvas = stage.kitchen.canvas();
        return canvas && canvas->isVisible();
    });
    if (!canvas)
        return;
    stage.driver.type(stage.kitchen.titleEdit(), QStringLiteral("The field"));
    stage.driver.press(stage.kitchen.titleEdit(), Qt::Key_Return);
    const QPoint middle = canvas->rect().center();
    stage.driver.press(canvas, Qt::Key_R);
    stage.driver.drag(canvas, {middle + QPoint(-120, -120), middle + QPoint(40, 30)});
    stage.driver.press(canvas, Qt::Key_O);
    stage.driver.drag(canvas, {middle + QPoint(160, -120), middle + QPoint(310, 20)});
    stage.driver.press(canvas, Qt::Key_A);
    stage.driver.drag(
        canvas, {middle + QPoint(55, -45), middle + QPoint(100, -48), middle + QPoint(148, -48)});
    stage.driver.press(canvas, Qt::Key_P);
    stage.driver.drag(canvas, wave(middle + QPoint(-120, 130), 430));
    stage.driver.waitFor(QStringLiteral("saving the drawing"), [&] {
        stage.drawing = stage.kitchen.documentTitled(QStringLiteral("The field"));
        return !stage.drawing.isEmpty() && stage.kitchen.elementCount(stage.drawing) == 4;
    });
    stage.driver.picture(&stage.kitchen.window(), QStringLiteral("drawing"));
}

void connectFirst(Stage &stage)
{
    stage.kitchen.window().showConnect();
    QWidget *dialog = stage.kitchen.connectDialog();
    if (!dialog) {
        stage.driver.fail(QStringLiteral("the connect dialog did not open"));
        return;
    }
    stage.driver.type(stage.kitchen.inDialog("canisterId"), stage.link.toText());
    QWidget *button = stage.kitchen.inDialog("connect");
    stage.driver.waitFor(QStringLiteral("the canister being found"),
                         [&] { return button->isEnabled(); });
    stage.driver.picture(dialog, QStringLiteral("connect"));
    stage.driver.click(button, button->rect().center());
    stage.driver.waitFor(QStringLiteral("the canister being claimed"),
                         [&] { return stage.kitchen.connectDialog() == nullptr; });
}

void lookAfter(Stage &stage)
{
    stage.kitchen.window().actions().settings->trigger();
    QWidget *settings = stage.kitchen.settingsDialog();
    stage.driver.waitFor(QStringLiteral("the canister's pages being offered"),
                         [&] { return stage.kitchen.showOwnerPage(); });
    stage.driver.picture(settings, QStringLiteral("owner"));
    settings->close();
}

void syncOne(Stage &stage)
{
    stage.kitchen.window().actions().syncNow->trigger();
    stage.driver.waitFor(QStringLiteral("syncing the first device"),
                         [&] { return stage.kitchen.isSynced(); });
    stage.driver.picture(&stage.kitchen.window(), QStringLiteral("synced"));
}

void secondDevice(Stage &stage)
{
    stage.laptop.start();
    stage.driver.waitFor(QStringLiteral("the note reaching the second device"), [&] {
        return stage.laptop.textOf(stage.note) == stage.kitchen.textOf(stage.note)
               && !stage.laptop.textOf(stage.note).isEmpty();
    });
    stage.driver.waitFor(QStringLiteral("the drawing reaching the second device"),
                         [&] { return stage.laptop.elementCount(stage.drawing) == 4; });
    stage.laptop.window().openDocument(stage.drawing);
    stage.driver.waitFor(QStringLiteral("the second device being synced"),
                         [&] { return stage.laptop.isSynced(); });
    stage.driver.waitFor(QStringLiteral("the second device listing and opening the drawing"), [&] {
        return stage.laptop.listedCount() == 4 && stage.laptop.canvas()
               && stage.laptop.canvas()->isVisible();
    });
    stage.driver.picture(&stage.laptop.window(), QStringLiteral("second-device-drawing"));
    stage.laptop.window().openDocument(stage.note);
    stage.driver.waitFor(QStringLiteral("opening the note on the second device"), [&] {
        return stage.laptop.shownText().startsWith(QLatin1String(kFirstLine));
    });
    stage.driver.picture(&stage.laptop.window(), QStringLiteral("second-device-note"));
}

void live(Stage &stage)
{
    stage.kitchen.window().openDocument(stage.note);
    stage.driver.waitFor(QStringLiteral("opening the note"), [&] {
        return stage.kitchen.shownText().startsWith(QLatin1String(kFirstLine));
    });
    stage.driver.press(stage.kitchen.noteText(), Qt::Key_End, Qt::ControlModifier);
    stage.driver.type(stage.kitchen.noteText(), QStringLiteral(" Seen at once."));
    stage.driver.waitFor(
        QStringLiteral("the edit showing in the other window"),
        [&] { return stage.laptop.shownText().endsWith(QStringLiteral("Seen at once.")); },
        std::chrono::seconds(5));
}

void mergeApart(Stage &stage)
{
    stage.kitchen.window().actions().workOffline->trigger();
    stage.laptop.window().actions().workOffline->trigger();
    stage.driver.press(stage.kitchen.noteText(), Qt::Key_Home, Qt::ControlModifier);
    stage.driver.type(stage.kitchen.noteText(), QStringLiteral("Monday: "));
    stage.driver.press(stage.laptop.noteText(), Qt::Key_End, Qt::ControlModifier);
    stage.driver.type(stage.laptop.noteText(), QStringLiteral(" The cart is here."));
    const auto bothSaved = [&] {
        return stage.kitchen.textOf(stage.note).startsWith(QStringLiteral("Monday:"))
               && stage.laptop.textOf(stage.note).endsWith(QStringLiteral("is here."));
    };
    stage.driver.waitFor(QStringLiteral("saving both edits offline"), bothSaved);
    stage.driver.picture(&stage.kitchen.window(), QStringLiteral("offline"));
    stage.kitchen.window().actions().workOffline->trigger();
    stage.laptop.window().actions().workOffline->trigger();
    const auto merged = [&](TourDevice &device) {
        const QString text = device.textOf(stage.note);
        return text.startsWith(QStringLiteral("Monday:"))
               && text.endsWith(QStringLiteral("is here."));
    };
    stage.driver.waitFor(QStringLiteral("merging edits that do not touch"),
                         [&] { return merged(stage.kitchen) && merged(stage.laptop); });
    if (stage.kitchen.conflictCount() + stage.laptop.conflictCount() > 0)
        stage.driver.fail(QStringLiteral("edits that do not touch opened a conflict"));
}

void makeConflict(Stage &stage)
{
    stage.driver.waitFor(QStringLiteral("both devices being synced"),
                         [&] { return stage.kitchen.isSynced() && stage.laptop.isSynced(); });
    stage.kitchen.window().actions().workOffline->trigger();
    stage.laptop.window().actions().workOffline->trigger();
    // Both replace the first word.
    stage.kitchen.replaceFirstWord(QStringLiteral("Tuesday"));
    stage.laptop.replaceFirstWord(QStringLiteral("Sunday"));
    stage.driver.waitFor(QStringLiteral("saving both edits offline"), [&] {
        return stage.kitchen.textOf(stage.note).startsWith(QStringLiteral("Tuesday"))
               && stage.laptop.textOf(stage.note).startsWith(QStringLiteral("Sunday"));
    });
    stage.kitchen.window().actions().workOffline->trigger();
    stage.driver.waitFor(QStringLiteral("syncing the first edit"),
                         [&] { return stage.kitchen.isSynced(); });
    stage.laptop.window().actions().workOffline->trigger();
    stage.driver.waitFor(QStringLiteral("the conflict showing"),
                         [&] { return stage.laptop.conflictCount() == 1; });
    stage.driver.waitFor(QStringLiteral("the banner showing"),
                         [&] { return stage.laptop.showsBanner(); });
    stage.driver.picture(&stage.laptop.window(), QStringLiteral("conflict-banner"));
}

void resolveConflict(Stage &stage)
{
    stage.laptop.window().actions().reviewConflicts->trigger();
    QWidget *dialog = nullptr;
    stage.driver.waitFor(QStringLiteral("the conflict dialog opening"), [&] {
        dialog = stage.laptop.conflictDialog();
        return dialog != nullptr;
    });
    if (!dialog)
        return;
    stage.driver.picture(dialog, QStringLiteral("conflict-dialog"));
    stage.driver.press(dialog, Qt::Key_2); // the other device's version of this difference
    stage.driver.picture(dialog, QStringLiteral("conflict-decided"));
    stage.driver.press(dialog, Qt::Key_Return, Qt::ControlModifier);
    stage.driver.waitFor(QStringLiteral("the conflict being solved everywhere"), [&] {
        return stage.laptop.conflictCount() == 0 && stage.laptop.isSynced()
               && stage.kitchen.isSynced()
               && stage.laptop.textOf(stage.note) == stage.kitchen.textOf(stage.note);
    });
    if (!stage.laptop.textOf(stage.note).startsWith(QStringLiteral("Tuesday")))
        stage.driver.fail(QStringLiteral("the solved note does not hold what was chosen"));
    stage.driver.picture(&stage.laptop.window(), QStringLiteral("solved"));
}

void lookAround(Stage &stage)
{
    Theme::apply(*qApp, Theme::Mode::Dark);
    stage.kitchen.window().openDocument(stage.note);
    stage.driver.picture(&stage.kitchen.window(), QStringLiteral("dark-note"));
    stage.kitchen.window().openDocument(stage.drawing);
    stage.driver.waitFor(QStringLiteral("opening the drawing"),
                         [&] { return stage.kitchen.canvas()->isVisible(); });
    stage.driver.picture(&stage.kitchen.window(), QStringLiteral("dark-drawing"));
    Theme::apply(*qApp, Theme::Mode::Light);
    stage.driver.type(stage.kitchen.searchField(), QStringLiteral("barley"));
    stage.driver.waitFor(QStringLiteral("finding the note"),
                         [&] { return stage.kitchen.listedCount() == 1; });
    stage.driver.picture(&stage.kitchen.window(), QStringLiteral("search"));
}

void take(Stage &stage)
{
    TourDriver &driver = stage.driver;
    driver.step(QStringLiteral("start on a fresh profile"), [&] {
        stage.kitchen.start();
        driver.waitFor(QStringLiteral("the welcome documents showing"),
                       [&] { return stage.kitchen.listedCount() >= 2; });
        driver.waitFor(QStringLiteral("the welcome note opening"),
                       [&] { return !stage.kitchen.shownText().isEmpty(); });
        driver.picture(&stage.kitchen.window(), QStringLiteral("welcome"));
    });
    driver.step(QStringLiteral("write a note"), [&] { write(stage); });
    driver.step(QStringLiteral("draw"), [&] { draw(stage); });
    driver.step(QStringLiteral("connect to the canister and claim it"),
                [&] { connectFirst(stage); });
    driver.step(QStringLiteral("sync the first device"), [&] { syncOne(stage); });
    driver.step(QStringLiteral("look after the canister"), [&] { lookAfter(stage); });
    driver.step(QStringLiteral("see it on a second device"), [&] { secondDevice(stage); });
    driver.step(QStringLiteral("see an edit in the other window within five seconds"),
                [&] { live(stage); });
    driver.step(QStringLiteral("merge offline edits that do not touch"),
                [&] { mergeApart(stage); });
    driver.step(QStringLiteral("open a conflict for edits that touch"),
                [&] { makeConflict(stage); });
    driver.step(QStringLiteral("solve the conflict"), [&] { resolveConflict(stage); });
    driver.step(QStringLiteral("search, and see it in the dark"), [&] { lookAround(stage); });
}

} // namespace

ExitStatus runTour(const Options &options)
{
    const QStringList &command = options.command;
    const QString folder = command.value(command.indexOf(QStringLiteral("--output")) + 1);
    const auto identity = [&]() -> QString {
        const QString path = QDir(folder).filePath(QStringLiteral("state/identity.pem"));
        SystemRandom random;
        QDir().mkpath(QFileInfo(path).path());
        QFile::remove(path);
        return writeIdentityFile(path, *ic::Ed25519Identity::generate(random)) ? path : QString();
    };
    if (!command.contains(QStringLiteral("--output")) || folder.isEmpty()
        || options.canisterId.isEmpty()) {
        printProblem(
            options,
            ExitStatus::Usage,
            QStringLiteral("Use: sheaf --canister-url URL --canister ID tour --output FOLDER"));
        return ExitStatus::Usage;
    }
    Theme::apply(*qApp, Theme::Mode::Light);
    Options shared = options;
    shared.command.clear();
    shared.claim.clear();
    shared.identityFile = identity();
    TourDriver driver(folder);
    Options first = shared;
    first.deviceName = QStringLiteral("Kitchen");
    first.canisterUrl.clear(); // as a new person finds it: nothing is set
    first.canisterId.clear();
    Options second = shared;
    second.deviceName = QStringLiteral("Laptop");
    second.welcome = false;
    TourDevice kitchen(first, QDir(folder).filePath(QStringLiteral("state/kitchen")));
    TourDevice laptop(second, QDir(folder).filePath(QStringLiteral("state/laptop")));
    Stage stage{driver,
                kitchen,
                laptop,
                {options.canisterUrl, options.canisterId, options.claim, {}},
                {},
                {}};
    take(stage);
    driver.finish();
    return driver.failed() ? ExitStatus::Failed : ExitStatus::Ok;
}
