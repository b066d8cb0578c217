// Saves pictures of the real window with a realistic library, for judging its looks by eye.
// Usage: windowshots FOLDER
#include "tests/support/documentbuilder.h"
#include "tests/ui/windowfixture.h"
#include "ui/actions.h"
#include "ui/conflicts/noteconflictdialog.h"
#include "ui/dialogs/picker.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/library/documentlistpane.h"
#include "ui/library/sidebar.h"
#include "ui/notes/noteedit.h"
#include "ui/status/syncindicator.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QLineEdit>
#include <QtTest>

namespace {

QString u(const char16_t *text)
{
    return QString::fromUtf16(text);
}

constexpr int kMinute = 60'000;

void addNotes(WindowFixture &fixture, const DocumentId &work, const DocumentId &home)
{
    struct Sample
    {
        const char16_t *title;
        const char16_t *text;
    };
    const Sample samples[] = {
        {u"Bread with a long rise",
         u"500 g flour, 350 g water, 10 g salt, 2 g yeast. Mix, wait an hour, fold twice, then "
         u"into the fridge over night."},
        {u"Trip to the coast",
         u"Train at 8:14 from platform 3. The house keys are with Mrs Weber, she is at home until "
         u"noon."},
        {u"Reading list", u"- [ ] The Peregrine\n- [x] A Time of Gifts\n- [ ] The Living Mountain"},
        {u"Meeting with the printers",
         u"They can do 120 g paper, uncoated. Proofs by Thursday. Ask about the spine."},
        {u"Garden plan for spring",
         u"Beans along the wall, tomatoes under the roof, and something that the slugs do not "
         u"like."},
        {u"",
         u"Call the dentist before Friday, and ask whether the appointment in June can be moved."},
        {u"A very long title that somebody typed without thinking about how much room a list has "
         u"for it",
         u"Short text."},
        {u"שלום עולם", u"פתק קצר בעברית עם כמה מילים כדי לראות את הכיוון של הטקסט ברשימה"},
        {u"買い物リスト", u"牛乳、卵、パン、りんご、お米 5kg。明日の朝までに。"},
        {u"Ideas for the talk",
         u"Start with the ferry story. Then the three numbers. No slide has more than seven "
         u"words."},
        {u"Insurance",
         u"Policy number is on the blue folder. Renewal in November, cancel by the end of August."},
        {u"Piano practice",
         u"Slow movement with metronome at 54. Left hand alone in bars 12 to 20."},
        {u"Gift ideas",
         u"A map of the old town for J., the book on moss for M., new strings for the cello."},
        {u"Bicycle", u"Chain at 3,200 km. Rear brake pads are at the end, order two pairs."},
    };
    int age = 60 * 26;
    for (int round = 0; round < 2; ++round) {
        int number = 0;
        for (const Sample &sample : samples) {
            Note note;
            note.header.id = newDocumentId(fixture.random);
            note.header.title = u(sample.title);
            if (round > 0 && !note.header.title.isEmpty())
                note.header.title += u(u", part two");
            note.header.notebook = number % 3 == 0 ? work : number % 3 == 1 ? home : DocumentId();
            note.header.tags = {Tag::idForName(number % 2 == 0 ? u(u"later") : u(u"ideas"))};
            note.header.created = toMilliseconds(fixture.clock.now()) - qint64(age) * kMinute;
            note.header.updated = note.header.created;
            note.text = u(sample.text);
            SaveOptions options;
            options.isImport = true;
            (void)fixture.direct->save({note.toDocument()}, options);
            age += 60 * 7 * (number + 1);
            ++number;
        }
    }
}

QString showcase()
{
    return u(
        u"The sheaf is a **small** tool for *long* thoughts: see [[Reading list]] and #ideas.\n\n"
        u"## What to try first\n\n"
        u"- [x] Write a line, and watch the word in the corner\n"
        u"- [ ] Draw something with the pen, then link it here with a wrapped line that is long "
        u"enough to hang below its own first word\n"
        u"- [ ] Close the lid; nothing is lost\n\n"
        u"> Everything that is written here is on this disk first.\n> It travels later.\n\n"
        u"### A little code\n\n"
        u"```sh\nsheaf note new --title \"Bread\"\nsheaf sync --once\n```\n\n"
        u"1. Numbers count by themselves\n2. `inline code` stays as typed\n"
        u"3. A [link](https://internetcomputer.org) opens with Ctrl and a click\n\n"
        u"---\n\n"
        u"~~Old plans~~ are struck out, ==new ones== shine.\n");
}

DrawingElement shape(const DocumentId &drawing, const QString &id, QJsonObject json)
{
    DrawingElement element = build::rectangle(drawing.text(), id, 0, 0);
    for (auto it = json.begin(); it != json.end(); ++it)
        element.json.insert(it.key(), it.value());
    return element;
}

DocumentId addDrawing(WindowFixture &fixture)
{
    Drawing drawing;
    drawing.header.id = newDocumentId(fixture.random);
    drawing.header.title = u(u"Floor plan");
    const DocumentId id = drawing.header.id;
    QList<Document> rows{drawing.toDocument()};
    const auto add =
        [&](const QString &name, double x, double y, double w, double h, const QString &fill) {
            rows.append(shape(id,
                              name,
                              {{u(u"x"), x},
                               {u(u"y"), y},
                               {u(u"width"), w},
                               {u(u"height"), h},
                               {u(u"backgroundColor"), fill},
                               {u(u"fillStyle"), u(u"solid")}})
                            .toDocument());
        };
    add(u(u"room1"), 0, 0, 320, 200, u(u"#a5d8ff"));
    add(u(u"room2"), 340, 0, 200, 200, u(u"#b2f2bb"));
    add(u(u"room3"), 0, 220, 540, 120, u(u"#ffec99"));
    DrawingElement text = build::textElement(id.text(), u(u"label"), u(u"Kitchen"));
    text.json.insert(u(u"x"), 110);
    text.json.insert(u(u"y"), 85);
    rows.append(text.toDocument());
    fixture.save(rows);
    return id;
}

void shoot(QWidget *widget, const QString &path)
{
    QTest::qWait(350);
    widget->grab().save(path);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    QDir().mkpath(folder);
    const auto path = [&folder](const char *name) {
        return QStringLiteral("%1/%2.png").arg(folder, QString::fromLatin1(name));
    };
    WindowFixture fixture;
    MainWindow &window = fixture.window();
    window.resize(1180, 760);
    shoot(&window, path("01-empty"));

    const Notebook work = build::notebook(u(u"work"), u(u"Work"));
    const Notebook home = build::notebook(u(u"home"), u(u"Home"));
    Notebook inner = build::notebook(u(u"garden"), u(u"Garden"));
    inner.parent = home.id;
    fixture.save({work.toDocument(),
                  home.toDocument(),
                  inner.toDocument(),
                  build::tag(u(u"later")).toDocument(),
                  build::tag(u(u"ideas")).toDocument()});
    addNotes(fixture, work.id, home.id);
    const DocumentId drawing = addDrawing(fixture);
    const DocumentId first =
        fixture.addNote(u(u"Welcome to Sheaf"), showcase(), work.id, {u(u"ideas")});
    fixture.store.noteRemoteChange({});
    SyncStatus status;
    status.state = SyncStatus::State::Waiting;
    status.pending = 3;
    window.setSyncStatus(status);
    window.openDocument(first);
    shoot(&window, path("02-light"));
    Theme::apply(application, Theme::Mode::Dark);
    shoot(&window, path("03-dark"));
    window.openDocument(drawing);
    shoot(&window, path("04-drawing-dark"));
    Theme::apply(application, Theme::Mode::Light);
    shoot(&window, path("05-drawing-light"));
    window.openDocument(first);
    window.resize(900, 600);
    shoot(&window, path("06-small"));
    window.resize(620, 600);
    shoot(&window, path("07-narrow"));
    window.resize(1600, 1000);
    shoot(&window, path("08-large"));
    window.resize(1180, 760);
    auto *search = window.findChild<QLineEdit *>(QStringLiteral("search"));
    search->setText(QStringLiteral("the"));
    shoot(&window, path("09-search"));
    search->setText(QStringLiteral("nothing like this"));
    shoot(&window, path("10-search-empty"));
    search->clear();
    auto *edit = window.findChild<NoteEdit *>(QStringLiteral("noteText"));
    edit->setFocus();
    edit->selectAll();
    shoot(&window, path("11-selection"));
    edit->moveCursor(QTextCursor::Start);
    window.actions().find->trigger();
    shoot(&window, path("12-find"));

    application.setLayoutDirection(Qt::RightToLeft);
    shoot(&window, path("13-rtl"));
    application.setLayoutDirection(Qt::LeftToRight);

    status.state = SyncStatus::State::Offline;
    status.lastSynced = QDateTime::currentDateTime().addSecs(-4000);
    status.nextTry = QDateTime::currentDateTime().addSecs(25);
    window.setSyncStatus(status);
    auto *indicator = window.findChild<SyncIndicator *>();
    indicator->togglePopover();
    shoot(indicator->popover(), path("14-popover"));
    indicator->togglePopover();

    const QString base =
        u(u"The meeting is on Monday at ten in the small room.\n\nWe bring the budget "
          u"and the plan for spring.\n\nLunch is at noon.\n");
    const DocumentId contested = fixture.addNote(u(u"Meeting notes"), base, work.id);
    fixture.makeConflict(contested,
                         base,
                         u(u"The meeting is on Tuesday at ten in the small room.\n\nWe bring the "
                           u"budget and the sketches for spring.\n\nLunch is at noon, in the "
                           u"garden.\n"),
                         u(u"The meeting is on Friday at ten in the small room.\n\nWe bring the "
                           u"budget and the photographs for spring.\n\nLunch is at noon.\n\nThere "
                           u"will be cake.\n"));
    window.openDocument(contested);
    shoot(&window, path("15-conflict-banner"));
    window.showConflicts();
    QTest::qWait(500);
    if (auto *dialog = window.findChild<NoteConflictDialog *>()) {
        shoot(dialog, path("16-conflict"));
        Theme::apply(application, Theme::Mode::Dark);
        shoot(dialog, path("17-conflict-dark"));
        Theme::apply(application, Theme::Mode::Light);
        dialog->reject();
    }
    AccountInfo account;
    account.deviceName = u(u"Kitchen laptop");
    window.setAccount(account);
    window.actions().settings->trigger();
    if (auto *dialog = window.findChild<SettingsDialog *>()) {
        using Page = SettingsDialog::Page;
        const std::pair<Page, const char *> pages[] = {{Page::General, "18-settings"},
                                                       {Page::Editor, "19-editor"},
                                                       {Page::Sync, "20-sync"},
                                                       {Page::Account, "21-account"},
                                                       {Page::About, "22-about"}};
        for (const auto &[page, name] : pages) {
            dialog->showPage(page);
            shoot(dialog, path(name));
        }
        dialog->hide();
    }
    window.actions().quickSwitch->trigger();
    QTest::qWait(300);
    if (auto *picker = window.findChild<Picker *>())
        shoot(picker, path("23-switcher"));
    return 0;
}
