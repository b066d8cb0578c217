#pragma once

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

/// Every command of the window, once: menus, tool bars, shortcuts and tests use the same QAction.
/// Who carries them out connects to `triggered`; who knows whether they make sense enables them.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    // Library
    QAction *newNote, *newDrawing, *newNotebook, *quickSwitch, *importFiles, *exportLibrary,
        *exportDocument, *saveNow, *quit;
    // Edit
    QAction *undo, *redo, *cut, *copy, *paste, *selectAll, *find, *replace, *findNext,
        *findPrevious;
    // Documents that are selected
    QAction *rename, *pin, *moveTo, *tags, *duplicate, *trash, *restore, *deleteForever,
        *emptyTrash, *history;
    // Text
    QAction *bold, *italic, *strike, *code, *bulletList, *numberList, *taskList, *quote, *link,
        *picture, *drawingLink, *toggleTask, *lineUp, *lineDown, *duplicateLine;
    QList<QAction *> headings; ///< Index 0: plain text, 1 to 6.
    // View
    QAction *showSideBar, *showList, *searchLibrary, *focusList, *nextPane, *previousPane,
        *largerText, *smallerText, *usualText, *fullScreen;
    // Sync
    QAction *syncNow, *workOffline, *reviewConflicts, *account;
    // Help
    QAction *settings, *shortcuts, *about;

    QMenu *headingMenu; ///< For the tool bar; owned by this.

    void fillMenuBar(QMenuBar *bar);
    /// Commands for text; enabled only while a note is open.
    QList<QAction *> textActions() const;
    /// Every command that has a name, for the overview of shortcuts, by menu.
    struct Group
    {
        QString title;
        QList<QAction *> actions;
    };
    QList<Group> groups() const;

private:
    void createLibrary();
    void createEdit();
    void createDocuments();
    void createText();
    void createView();
    void createSync();
};
