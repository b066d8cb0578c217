target_sources(sheaf_ui PRIVATE
    accountinfo.h
    actions.cpp actions.h
    canister/canisteraccess.h
    canister/canisterwords.cpp canister/canisterwords.h
    canister/connectdialog.cpp canister/connectdialog.h
    canister/connectionverdict.cpp canister/connectionverdict.h
    canister/connectlink.cpp canister/connectlink.h
    canister/deletespacedialog.cpp canister/deletespacedialog.h
    canister/invitedialog.cpp canister/invitedialog.h
    canister/loadedpage.cpp canister/loadedpage.h
    canister/notice.cpp canister/notice.h
    canister/ownerpage.cpp canister/ownerpage.h
    canister/peoplepage.cpp canister/peoplepage.h
    canister/spacepage.cpp canister/spacepage.h
    canister/tables.cpp canister/tables.h
    canister/userdialog.cpp canister/userdialog.h
    conflicts/conflictcontroller.cpp conflicts/conflictcontroller.h
    conflicts/differenceview.cpp conflicts/differenceview.h
    conflicts/drawingconflictdialog.cpp conflicts/drawingconflictdialog.h
    conflicts/noteconflictdialog.cpp conflicts/noteconflictdialog.h
    conflicts/notedifferences.cpp conflicts/notedifferences.h
    dialogs/historydialog.cpp dialogs/historydialog.h
    dialogs/picker.cpp dialogs/picker.h
    dialogs/settingsdialog.cpp dialogs/settingsdialog.h
    dialogs/shortcutsdialog.cpp dialogs/shortcutsdialog.h
    dialogs/tagsdialog.cpp dialogs/tagsdialog.h
    document/banner.cpp document/banner.h
    document/documentheaderbar.cpp document/documentheaderbar.h
    document/documentpage.cpp document/documentpage.h
    document/drawingdesk.cpp document/drawingdesk.h
    document/drawingstorage.cpp document/drawingstorage.h
    document/scenepicture.cpp document/scenepicture.h
    icons.cpp icons.h
    library/documentdelegate.cpp library/documentdelegate.h
    library/documentlistmodel.cpp library/documentlistmodel.h
    library/documentlistpane.cpp library/documentlistpane.h
    library/emptystate.cpp library/emptystate.h
    library/librarycommands.cpp library/librarycommands.h
    library/sidebar.cpp library/sidebar.h
    library/thumbnailcache.cpp library/thumbnailcache.h
    library/timewords.cpp library/timewords.h
    mainwindow.cpp mainwindow.h
    mainwindowdocument.cpp
    mainwindowlibrary.cpp
    mainwindowsync.cpp
    notes/findbar.cpp notes/findbar.h
    notes/markdowncommands.cpp notes/markdowncommands.h
    notes/markdownhighlighter.cpp notes/markdownhighlighter.h
    notes/markdownline.cpp notes/markdownline.h
    notes/notedocument.cpp notes/notedocument.h
    notes/noteedit.cpp notes/noteedit.h
    notes/noteeditor.cpp notes/noteeditor.h
    notes/notelayout.cpp notes/notelayout.h
    notes/notesession.cpp notes/notesession.h
    notes/notesessions.cpp notes/notesessions.h
    notes/sourcetext.cpp notes/sourcetext.h
    status/syncindicator.cpp status/syncindicator.h
    status/syncwords.cpp status/syncwords.h
    status/syncquestionbox.cpp status/syncquestionbox.h
    status/toast.cpp status/toast.h
    theme.cpp theme.h
    uisettings.cpp uisettings.h)
include("${PROJECT_SOURCE_DIR}/resources/files.cmake")
