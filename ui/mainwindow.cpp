#include "ui/mainwindow.h"

#include "model/base/clock.h"
#include "model/store/storethread.h"
#include "ui/actions.h"
#include "ui/conflicts/conflictcontroller.h"
#include "ui/document/documentpage.h"
#include "ui/document/drawingdesk.h"
#include "ui/document/drawingstorage.h"
#include "ui/library/documentlistpane.h"
#include "ui/library/librarycommands.h"
#include "ui/library/sidebar.h"
#include "ui/notes/noteedit.h"
#include "ui/notes/noteeditor.h"
#include "ui/notes/notesession.h"
#include "ui/notes/notesessions.h"
#include "ui/status/syncindicator.h"
#include "ui/status/toast.h"
#include "ui/uisettings.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

namespace {

constexpr int kThreePanes = 860; ///< Narrower windows hide the side bar,
constexpr int kTwoPanes = 560; ///< and below this the list, too, while a document is open.

} // namespace

MainWindow::MainWindow(const Dependencies &dependencies, QWidget *parent)
    : QMainWindow(parent)
    , m_store(dependencies.store)
    , m_clock(dependencies.clock)
    , m_random(dependencies.random)
    , m_settings(dependencies.settings)
    , m_actions(new Actions(this))
    , m_commands(new LibraryCommands(m_store, m_clock, m_random, this))
    , m_sessions(new NoteSessions(m_store, this))
    , m_conflicts(new ConflictController(m_store, m_clock, m_random, this))
{
    setWindowTitle(tr("Sheaf"));
    buildPanes();
    buildStatusBar();
    m_actions->fillMenuBar(menuBar());
    m_toast = new Toast(this);
    connectLibrary();
    connectDocument();
    connectView();
    connectSync();
    applyEditorSettings();
    restoreState();
    reloadPlaces();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPanes()
{
    m_splitter = new QSplitter(this);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    auto *side = new QWidget(m_splitter);
    side->setObjectName(QStringLiteral("sideBar"));
    side->setAttribute(Qt::WA_StyledBackground);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 6, 0, 0);
    m_sideBar = new SideBar(side);
    sideLayout->addWidget(m_sideBar);
    m_list = new DocumentListPane(m_store, m_clock, m_splitter);
    m_list->setCreateActions(m_actions->newNote, m_actions->newDrawing);
    m_page = new DocumentPage(*m_actions, m_clock, m_splitter);
    m_desk = new DrawingDesk(m_store, m_clock, m_random, m_settings, m_page);
    m_desk->hide();
    side->setMinimumWidth(150);
    m_list->setMinimumWidth(200);
    m_page->setMinimumWidth(300);
    m_splitter->addWidget(side);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_page);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setSizes({210, 290, 780});
    setCentralWidget(m_splitter);
    m_list->addActions({m_actions->rename, m_actions->duplicate, m_actions->trash});
}

void MainWindow::buildStatusBar()
{
    m_words = new QLabel(this);
    m_progress = new QLabel(this);
    m_indicator = new SyncIndicator(*m_actions, m_clock, this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_progress, 1);
    statusBar()->addPermanentWidget(m_words);
    statusBar()->addPermanentWidget(m_indicator);
    m_progress->setText({});
}

void MainWindow::restoreState()
{
    if (!restoreGeometry(m_settings.windowGeometry()))
        resize(1180, 760);
    m_splitter->restoreState(m_settings.splitter());
    m_actions->showSideBar->setChecked(m_settings.sideBarShown());
    m_actions->showList->setChecked(m_settings.listShown());
    fitPanes();
    m_sideBar->setCurrent(m_settings.lastPlace());
    choosePlace(m_settings.lastPlace());
    if (!m_settings.lastDocument().isEmpty())
        openDocument(m_settings.lastDocument());
}

void MainWindow::saveState()
{
    m_settings.setWindowGeometry(saveGeometry());
    m_settings.setSplitter(m_splitter->saveState());
    m_settings.setSideBarShown(m_actions->showSideBar->isChecked());
    m_settings.setListShown(m_actions->showList->isChecked());
    m_settings.setLastDocument(m_openId);
    m_settings.setLastPlace(m_sideBar->current());
}

void MainWindow::connectView()
{
    const auto fit = [this] { fitPanes(); };
    connect(m_actions->showSideBar, &QAction::toggled, this, fit);
    connect(m_actions->showList, &QAction::toggled, this, fit);
    connect(m_actions->searchLibrary, &QAction::triggered, this, [this] {
        m_actions->showList->setChecked(true);
        m_list->show();
        m_list->focusSearch();
    });
    connect(m_actions->focusList, &QAction::triggered, this, [this] { m_list->focusList(); });
    connect(m_actions->nextPane, &QAction::triggered, this, [this] { cyclePane(1); });
    connect(m_actions->previousPane, &QAction::triggered, this, [this] { cyclePane(-1); });
    connect(m_actions->fullScreen, &QAction::toggled, this, [this](bool full) {
        setWindowState(full ? windowState() | Qt::WindowFullScreen
                            : windowState() & ~Qt::WindowFullScreen);
    });
    connect(m_actions->largerText, &QAction::triggered, this, [this] { zoomText(1); });
    connect(m_actions->smallerText, &QAction::triggered, this, [this] { zoomText(-1); });
    connect(m_actions->usualText, &QAction::triggered, this, [this] {
        zoomText(12 - m_settings.editorPointSize());
    });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::applyEditorSettings()
{
    QFont font = QApplication::font();
    if (!m_settings.editorFamily().isEmpty())
        font.setFamily(m_settings.editorFamily());
    font.setPointSize(m_settings.editorPointSize());
    m_page->noteEditor()->setTextFont(font);
    m_page->noteEditor()->setLineWidth(m_settings.lineWidth());
}

void MainWindow::zoomText(int points)
{
    m_settings.setEditorPointSize(m_settings.editorPointSize() + points);
    applyEditorSettings();
}

void MainWindow::cyclePane(int step)
{
    const QList<QWidget *> panes{m_sideBar, m_list, m_page};
    int current = 0;
    for (int i = 0; i < panes.size(); ++i) {
        if (panes[i]->isAncestorOf(QApplication::focusWidget())
            || panes[i] == QApplication::focusWidget())
            current = i;
    }
    for (int tried = 0; tried < panes.size(); ++tried) {
        current = (current + step + int(panes.size())) % int(panes.size());
        if (!panes[current]->isVisible())
            continue;
        if (panes[current] == m_list)
            m_list->focusList();
        else if (panes[current] == m_page)
            m_page->focusText();
        else
            m_sideBar->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

void MainWindow::fitPanes()
{
    const bool wide = width() >= kThreePanes;
    const bool narrow = width() < kTwoPanes;
    m_sideBar->parentWidget()->setVisible(m_actions->showSideBar->isChecked() && wide);
    m_list->setVisible(m_actions->showList->isChecked() && (!narrow || m_openId.isEmpty()));
    m_page->setVisible(!narrow || !m_openId.isEmpty());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitPanes();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    // A new style sheet sets fonts back that were set by hand.
    if (event->type() == QEvent::PaletteChange && m_page)
        QMetaObject::invokeMethod(this, &MainWindow::applyEditorSettings, Qt::QueuedConnection);
    // Leaving the window is a pause: another program may look at the files, the lid may close.
    if (event->type() == QEvent::ActivationChange && !isActiveWindow()) {
        m_sessions->flushAll();
        m_desk->finishEditing();
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    m_sessions->flushAll();
    m_desk->finishEditing();
    if (m_mayClose || (m_sessions->unsettled().isEmpty() && m_desk->unsettled().isEmpty())) {
        event->accept();
        emit quitRequested();
        return;
    }
    // The store answers later; closing goes on from there.
    event->ignore();
    m_closing = true;
    finishClosing();
}

void MainWindow::finishClosing()
{
    if (!m_closing)
        return;
    QString reason;
    const auto look = [&reason](const SaveState &state) {
        if (state.kind == SaveState::Kind::Failed)
            reason = state.reason;
    };
    const auto notes = m_sessions->unsettled();
    const auto drawings = m_desk->unsettled();
    for (const NoteSession *session : notes)
        look(session->saveState());
    for (const DrawingStorage *storage : drawings)
        look(storage->saveState());
    if (notes.isEmpty() && drawings.isEmpty()) {
        m_closing = false;
        close();
        return;
    }
    if (reason.isEmpty())
        return;
    m_closing = false;
    auto *box = new QMessageBox(QMessageBox::Warning,
                                tr("Not saved"),
                                tr("What you wrote last could not be saved."),
                                QMessageBox::NoButton,
                                this);
    box->setInformativeText(reason);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *stay = box->addButton(tr("Keep Sheaf open"), QMessageBox::RejectRole);
    QPushButton *leave = box->addButton(tr("Quit and lose it"), QMessageBox::DestructiveRole);
    box->setDefaultButton(stay);
    connect(leave, &QPushButton::clicked, this, [this] {
        m_mayClose = true;
        close();
    });
    box->open();
}
