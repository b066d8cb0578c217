#include "app/tour/tourdevice.h"

#include "app/profile.h"
#include "app/session.h"
#include "app/syncservice.h"
#include "ui/canister/connectdialog.h"
#include "ui/conflicts/noteconflictdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/drawing/canvaswidget.h"
#include "ui/mainwindow.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTextCursor>

namespace {

template <typename Widget>
Widget *find(MainWindow &window, const char *name)
{
    auto *widget = window.findChild<Widget *>(QLatin1String(name));
    if (!widget)
        qFatal("tour: the window has no %s", name);
    return widget;
}

} // namespace

TourDevice::TourDevice(const Options &options, const QString &profileFolder)
    : m_options(options)
    , m_folder(profileFolder)
{}

TourDevice::~TourDevice()
{
    m_store.reset();
    m_session.reset();
}

void TourDevice::start()
{
    QDir(m_folder).removeRecursively();
    auto profile = Profile::open(m_folder);
    if (!profile)
        qFatal("tour: %s", qPrintable(profile.error().detail));
    auto store = profile.value()->openStore();
    if (!store)
        qFatal("tour: %s", qPrintable(store.error().detail));
    m_store = std::move(store).value();
    m_session = std::make_unique<Session>(std::move(profile).value(), m_options);
    QObject::connect(&m_session->sync(),
                     &SyncService::statusChanged,
                     m_session.get(),
                     [this](const SyncStatus &status) { m_status = status; });
    m_session->start();
    window().resize(1280, 800);
}

MainWindow &TourDevice::window()
{
    return m_session->window();
}

QWidget *TourDevice::titleEdit()
{
    return find<QLineEdit>(window(), "titleEdit");
}

QWidget *TourDevice::noteText()
{
    return find<QPlainTextEdit>(window(), "noteText");
}

QWidget *TourDevice::searchField()
{
    return find<QLineEdit>(window(), "search");
}

QWidget *TourDevice::canvas()
{
    return window().findChild<CanvasWidget *>();
}

QWidget *TourDevice::conflictDialog()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *dialog = qobject_cast<NoteConflictDialog *>(widget);
        if (dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

QWidget *TourDevice::connectDialog()
{
    auto *dialog = window().findChild<ConnectDialog *>();
    return dialog && dialog->isVisible() ? dialog : nullptr;
}

QWidget *TourDevice::inDialog(const char *name)
{
    return window().findChild<ConnectDialog *>()->findChild<QWidget *>(QLatin1String(name));
}

QWidget *TourDevice::settingsDialog()
{
    return window().findChild<SettingsDialog *>();
}

bool TourDevice::showOwnerPage()
{
    auto *dialog = window().findChild<SettingsDialog *>();
    auto *pages = find<QListWidget>(window(), "settingsPages");
    const int row = static_cast<int>(SettingsDialog::Page::Canister);
    if (pages->item(row)->isHidden())
        return false;
    if (pages->currentRow() != row)
        dialog->showPage(SettingsDialog::Page::Canister);
    return find<QWidget>(window(), "saveRules")->isVisible();
}

QString TourDevice::shownText()
{
    auto *text = find<QPlainTextEdit>(window(), "noteText");
    return text->isVisible() ? text->toPlainText() : QString();
}

bool TourDevice::showsEmptyNote()
{
    auto *title = find<QLineEdit>(window(), "titleEdit");
    auto *text = find<QPlainTextEdit>(window(), "noteText");
    return title->isVisible() && title->text().isEmpty() && text->isVisible()
           && text->toPlainText().isEmpty();
}

bool TourDevice::showsBanner()
{
    return find<QWidget>(window(), "banner")->isVisible();
}

int TourDevice::listedCount()
{
    return find<QAbstractItemView>(window(), "documents")->model()->rowCount();
}

void TourDevice::replaceFirstWord(const QString &word)
{
    auto *text = find<QPlainTextEdit>(window(), "noteText");
    QTextCursor cursor(text->document());
    cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
    text->setTextCursor(cursor);
    text->insertPlainText(word);
}

DocumentId TourDevice::documentTitled(const QString &title)
{
    const auto list = m_store->summaries({});
    if (!list)
        return {};
    for (const DocumentSummary &summary : list.value()) {
        if (summary.title == title)
            return summary.id;
    }
    return {};
}

QString TourDevice::textOf(const DocumentId &note)
{
    const auto document = m_store->load(note);
    if (!document)
        return {};
    const auto loaded = Note::fromDocument(document.value());
    return loaded ? loaded->text : QString();
}

int TourDevice::elementCount(const DocumentId &drawing)
{
    const auto elements = m_store->elements(drawing);
    return elements ? int(elements.value().size()) : 0;
}

int TourDevice::conflictCount()
{
    const auto outgoing = m_store->outgoing();
    return outgoing ? outgoing.value().conflicts : 0;
}

bool TourDevice::isSynced()
{
    const auto outgoing = m_store->outgoing();
    return m_status.state == SyncStatus::State::Synced && outgoing && outgoing.value().pending == 0;
}
