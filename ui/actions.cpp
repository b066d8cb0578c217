#include "ui/actions.h"

#include "ui/icons.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace {

QAction *
make(Actions *parent, const char *icon, const QString &text, const QList<QKeySequence> &keys = {})
{
    auto *action = new QAction(text, parent);
    if (*icon)
        action->setIcon(themedIcon(QString::fromLatin1(icon)));
    action->setShortcuts(keys);
    return action;
}

QKeySequence keys(const char *text)
{
    return QKeySequence(QString::fromLatin1(text));
}

QAction *checkable(QAction *action, bool checked = false)
{
    action->setCheckable(true);
    action->setChecked(checked);
    return action;
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    createLibrary();
    createEdit();
    createDocuments();
    createText();
    createView();
    createSync();
}

void Actions::createLibrary()
{
    newNote = make(this, "new-note", tr("New &note"), {QKeySequence::New});
    newDrawing = make(this, "new-drawing", tr("New &drawing"), {keys("Ctrl+Shift+N")});
    newNotebook = make(this, "notebook-new", tr("New note&book"));
    quickSwitch = make(this, "search", tr("&Go to…"), {keys("Ctrl+P"), QKeySequence::Open});
    importFiles = make(this, "import", tr("&Import folder…"));
    exportLibrary = make(this, "export", tr("Export &everything…"));
    exportDocument = make(this, "export", tr("E&xport this document…"));
    saveNow = make(this, "sync", tr("&Save now and sync"), {QKeySequence::Save});
    quit = make(this, "", tr("&Quit"), {QKeySequence::Quit, keys("Ctrl+Q")});
    quit->setMenuRole(QAction::QuitRole);
}

void Actions::createEdit()
{
    undo = make(this, "undo", tr("&Undo"), QKeySequence::keyBindings(QKeySequence::Undo));
    redo = make(this, "redo", tr("&Redo"), QKeySequence::keyBindings(QKeySequence::Redo));
    cut = make(this, "", tr("Cu&t"), QKeySequence::keyBindings(QKeySequence::Cut));
    copy = make(this, "", tr("&Copy"), QKeySequence::keyBindings(QKeySequence::Copy));
    paste = make(this, "", tr("&Paste"), QKeySequence::keyBindings(QKeySequence::Paste));
    selectAll = make(this, "", tr("Select &all"), {QKeySequence::SelectAll});
    find = make(this, "search", tr("&Find in note…"), {QKeySequence::Find});
    replace = make(this, "", tr("Rep&lace in note…"), {keys("Ctrl+H")});
    findNext = make(this, "", tr("Find ne&xt"), {keys("F3")});
    findPrevious = make(this, "", tr("Find pre&vious"), {keys("Shift+F3")});
}

void Actions::createDocuments()
{
    rename = make(this, "", tr("Re&name"), {keys("F2")});
    pin = checkable(make(this, "pin", tr("&Pin to the top")));
    moveTo = make(this, "move", tr("&Move to notebook…"), {keys("Ctrl+Shift+M")});
    tags = make(this, "tag", tr("&Tags…"), {keys("Ctrl+T")});
    duplicate = make(this, "duplicate", tr("D&uplicate"), {keys("Ctrl+D")});
    trash = make(this, "trash", tr("Move to t&rash"), {QKeySequence::Delete});
    restore = make(this, "restore", tr("Re&store"));
    deleteForever = make(this, "close", tr("&Delete for ever…"));
    emptyTrash = make(this, "trash", tr("&Empty the trash…"));
    history = make(this, "history", tr("Earlier &versions…"), {keys("Ctrl+Shift+H")});
    // The canvas and the text have their own meaning for these keys.
    for (QAction *action : {rename, duplicate, trash})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

void Actions::createText()
{
    bold = make(this, "bold", tr("&Bold"), {QKeySequence::Bold});
    italic = make(this, "italic", tr("&Italic"), {QKeySequence::Italic});
    strike = make(this, "strike", tr("&Strike through"), {keys("Ctrl+Shift+X")});
    code = make(this, "code", tr("&Code"), {keys("Ctrl+E"), keys("Ctrl+`")});
    bulletList = make(this, "list-bullet", tr("B&ullet list"), {keys("Ctrl+Shift+8")});
    numberList = make(this, "list-number", tr("&Numbered list"), {keys("Ctrl+Shift+7")});
    taskList = make(this, "list-check", tr("Check &list"), {keys("Ctrl+Shift+9")});
    quote = make(this, "quote", tr("&Quote"), {keys("Ctrl+Shift+.")});
    link = make(this, "link", tr("Lin&k"), {keys("Ctrl+K")});
    picture = make(this, "picture", tr("&Picture…"));
    drawingLink = make(this, "drawing", tr("Link to a note or &drawing…"), {keys("Ctrl+Shift+K")});
    toggleTask = make(this, "check", tr("Check or &uncheck"), {keys("Ctrl+Return")});
    lineUp = make(this, "up", tr("Move line u&p"), {keys("Alt+Up")});
    lineDown = make(this, "down", tr("Move line do&wn"), {keys("Alt+Down")});
    duplicateLine = make(this, "duplicate", tr("Duplicate lin&e"), {keys("Ctrl+Shift+D")});
    headingMenu = new QMenu(tr("&Heading"));
    headingMenu->setIcon(themedIcon(QStringLiteral("heading")));
    connect(this, &QObject::destroyed, headingMenu, &QObject::deleteLater);
    for (int level = 0; level <= 6; ++level) {
        const QString name = level == 0 ? tr("Plain &text") : tr("Heading &%1").arg(level);
        headings.append(make(this, "", name, {QKeySequence(QStringLiteral("Ctrl+%1").arg(level))}));
        headingMenu->addAction(headings.last());
    }
    for (QAction *action : textActions())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

void Actions::createView()
{
    showSideBar = checkable(make(this, "sidebar", tr("&Side bar"), {keys("F9")}), true);
    showList = checkable(make(this, "", tr("Document &list"), {keys("Shift+F9")}), true);
    searchLibrary = make(this, "search", tr("Search &all documents"), {keys("Ctrl+Shift+F")});
    focusList = make(this, "", tr("Go to the l&ist"), {keys("Ctrl+Shift+E")});
    nextPane = make(this, "", tr("&Next pane"), {keys("F6")});
    previousPane = make(this, "", tr("&Previous pane"), {keys("Shift+F6")});
    largerText = make(this, "", tr("&Larger text"), {keys("Ctrl+Shift+="), keys("Ctrl++")});
    smallerText = make(this, "", tr("S&maller text"), {keys("Ctrl+-")});
    usualText = make(this, "", tr("&Usual text size"));
    for (QAction *action : {largerText, smallerText})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    fullScreen = checkable(make(this, "", tr("&Full screen"), {keys("F11")}));
}

void Actions::createSync()
{
    syncNow = make(this, "sync", tr("&Sync now"), {keys("Ctrl+Shift+S")});
    workOffline = checkable(make(this, "cloud-off", tr("&Work offline")));
    reviewConflicts = make(this, "conflict", tr("Review &conflicts…"), {keys("Ctrl+Shift+R")});
    account = make(this, "person", tr("&Account…"));
    settings = make(this, "settings", tr("&Settings…"), {keys("Ctrl+,")});
    settings->setMenuRole(QAction::PreferencesRole);
    shortcuts = make(this, "keyboard", tr("&Keyboard shortcuts"), {keys("Ctrl+?"), keys("F1")});
    about = make(this, "", tr("&About Sheaf"));
    about->setMenuRole(QAction::AboutRole);
}

QList<QAction *> Actions::textActions() const
{
    QList<QAction *> actions{bold,
                             italic,
                             strike,
                             code,
                             bulletList,
                             numberList,
                             taskList,
                             quote,
                             link,
                             picture,
                             drawingLink,
                             toggleTask,
                             lineUp,
                             lineDown,
                             duplicateLine};
    return actions + headings;
}

QList<Actions::Group> Actions::groups() const
{
    return {
        {tr("&File"),
         {newNote,
          newDrawing,
          newNotebook,
          quickSwitch,
          importFiles,
          exportDocument,
          exportLibrary,
          saveNow,
          quit}},
        {tr("&Edit"),
         {undo, redo, cut, copy, paste, selectAll, find, replace, findNext, findPrevious}},
        {tr("&Document"),
         {rename,
          pin,
          moveTo,
          tags,
          duplicate,
          history,
          trash,
          restore,
          deleteForever,
          emptyTrash}},
        {tr("F&ormat"), textActions()},
        {tr("&View"),
         {showSideBar,
          showList,
          searchLibrary,
          focusList,
          nextPane,
          previousPane,
          largerText,
          smallerText,
          usualText,
          fullScreen}},
        {tr("&Sync"), {syncNow, workOffline, reviewConflicts, account}},
        {tr("&Help"), {shortcuts, settings, about}},
    };
}

void Actions::fillMenuBar(QMenuBar *bar)
{
    const QList<QAction *> separated{
        quickSwitch, importFiles, saveNow,         quit,    cut,        find,          history,
        trash,       restore,     bulletList,      link,    toggleTask, searchLibrary, nextPane,
        largerText,  fullScreen,  reviewConflicts, account, settings,   about};
    for (const Group &group : groups()) {
        QMenu *menu = bar->addMenu(group.title);
        for (QAction *action : group.actions) {
            if (headings.contains(action)) {
                if (action == headings.first())
                    menu->addMenu(headingMenu);
                continue;
            }
            if (separated.contains(action))
                menu->addSeparator();
            menu->addAction(action);
        }
    }
}
