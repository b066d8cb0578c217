#include "app/exchangecontroller.h"

#include "app/background.h"
#include "app/profile.h"
#include "model/exchange/libraryexport.h"
#include "model/exchange/libraryimport.h"
#include "model/store/storethread.h"
#include "ui/mainwindow.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>

namespace {

ExchangeReport cannotOpen(const StoreError &error)
{
    ExchangeReport report;
    report.problem = error.userMessage();
    return report;
}

} // namespace

ExchangeController::ExchangeController(Profile &profile,
                                       StoreThread &store,
                                       MainWindow &window,
                                       QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_store(store)
    , m_window(window)
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
    connect(&window, &MainWindow::importRequested, this, &ExchangeController::importPath);
    connect(&window, &MainWindow::exportRequested, this, &ExchangeController::exportLibrary);
    connect(
        &window, &MainWindow::exportDocumentRequested, this, &ExchangeController::exportDocument);
}

ExchangeController::~ExchangeController()
{
    *m_cancelled = true;
    QThreadPool::globalInstance()->waitForDone();
}

ExchangeProgress ExchangeController::progress(const QString &sentence)
{
    return [cancelled = m_cancelled, window = QPointer<MainWindow>(&m_window), sentence](
               int done, int total, const QString &) {
        if (done % 20 == 0 && window) {
            const QString text = sentence.arg(done).arg(total);
            QMetaObject::invokeMethod(
                window,
                [window, text] {
                    if (window)
                        window->showProgress(text);
                },
                Qt::QueuedConnection);
        }
        return !*cancelled;
    };
}

void ExchangeController::importPath(const QString &path)
{
    auto job = [profile = &m_profile, path, progress = progress(tr("Importing %1 of %2"))] {
        auto store = profile->openStore();
        if (!store)
            return cannotOpen(store.error());
        const ImportTarget::World world{*store.value(), profile->clock(), profile->random()};
        return QFileInfo(path).isDir() ? MarkdownFolderImport(world).run(path, {}, progress)
                                       : importFile(world, path);
    };
    runInBackground(this, job, [this](const ExchangeReport &report) {
        m_window.showProgress({});
        m_store.noteLocalChange(report.created);
        show(report);
    });
}

void ExchangeController::exportLibrary(const QString &folder)
{
    auto job = [profile = &m_profile, folder, progress = progress(tr("Exporting %1 of %2"))] {
        auto store = profile->openStore();
        if (!store)
            return cannotOpen(store.error());
        return LibraryExport(*store.value()).run(folder, {}, progress);
    };
    runInBackground(this, job, [this](const ExchangeReport &report) {
        m_window.showProgress({});
        show(report);
    });
}

void ExchangeController::exportDocument(const DocumentId &id, const QString &path)
{
    // The file dialog has asked already whether an existing file is to be replaced.
    auto job = [id, path](DocumentStore &store) -> Result<QString, StoreError> {
        const auto written = ::exportDocument(store, id, path, ExportOptions::Existing::Replace);
        return written ? QString() : written.error();
    };
    m_store.run(this, job, [this, path](const Result<QString, StoreError> &answer) {
        const QString problem = answer ? answer.value() : answer.error().userMessage();
        m_window.showMessage(
            problem.isEmpty() ? tr("Exported to %1").arg(QDir::toNativeSeparators(path)) : problem);
    });
}

void ExchangeController::show(const ExchangeReport &report)
{
    const bool quiet = report.complete() && report.entries.isEmpty();
    const int documents = report.notes + report.drawings;
    const QString summary = report.isExport ? tr("%n document(s) exported.", nullptr, documents)
                                            : tr("%n document(s) imported.", nullptr, documents);
    if (quiet) {
        m_window.showMessage(summary);
        return;
    }
    auto *box =
        new QMessageBox(report.problem.isEmpty() ? QMessageBox::Information : QMessageBox::Warning,
                        tr("Import and export"),
                        report.problem.isEmpty() ? summary : report.problem,
                        QMessageBox::Ok,
                        &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("%n file(s) need a look; the details name them.", nullptr, int(report.entries.size())));
    box->setDetailedText(report.toText());
    box->open();
}
