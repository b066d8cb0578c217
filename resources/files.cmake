# Icons are line drawings on a 24 by 24 grid; `currentColor` is replaced when they are painted.
set(_icons
    icons/back.svg
    icons/bold.svg
    icons/check.svg
    icons/close.svg
    icons/cloud-off.svg
    icons/cloud-ok.svg
    icons/cloud-wait.svg
    icons/code.svg
    icons/conflict.svg
    icons/device.svg
    icons/down.svg
    icons/drawing.svg
    icons/duplicate.svg
    icons/export.svg
    icons/heading.svg
    icons/history.svg
    icons/import.svg
    icons/inbox.svg
    icons/italic.svg
    icons/key.svg
    icons/keyboard.svg
    icons/library.svg
    icons/link.svg
    icons/list-bullet.svg
    icons/list-check.svg
    icons/list-number.svg
    icons/more.svg
    icons/move.svg
    icons/new-drawing.svg
    icons/new-note.svg
    icons/note.svg
    icons/notebook-new.svg
    icons/notebook.svg
    icons/pending.svg
    icons/person.svg
    icons/picture.svg
    icons/pin.svg
    icons/quote.svg
    icons/redo.svg
    icons/restore.svg
    icons/search.svg
    icons/settings.svg
    icons/sidebar.svg
    icons/sort.svg
    icons/strike.svg
    icons/sync.svg
    icons/tag.svg
    icons/trash.svg
    icons/undo.svg
    icons/unpin.svg
    icons/up.svg
    icons/warning.svg
)
list(TRANSFORM _icons PREPEND "${PROJECT_SOURCE_DIR}/resources/")
qt_add_resources(sheaf_ui sheaf_resources
    PREFIX /sheaf
    BASE "${PROJECT_SOURCE_DIR}/resources"
    FILES "${PROJECT_SOURCE_DIR}/resources/style.qss" ${_icons})
