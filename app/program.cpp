#include "app/program.h"

#include "app/cli/runner.h"
#include "app/logging.h"
#include "app/options.h"
#include "app/profile.h"
#include "app/session.h"
#include "app/singleinstance.h"
#include "app/tour/tour.h"
#include "model/store/profilelock.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"
#include "ui/uisettings.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QTranslator>

namespace {

class Program
{
    Q_DECLARE_TR_FUNCTIONS(Program)
};

void installTranslator(const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(qApp);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

/// On standard error and, as there may be no terminal, in a box.
ExitStatus refuseToStart(const Options &options, ExitStatus status, const QString &sentence)
{
    printProblem(options, status, sentence);
    QMessageBox::critical(nullptr, QStringLiteral("Sheaf"), sentence);
    return status;
}

Theme::Mode themeMode(const Options &options, const UiSettings &settings)
{
    if (options.theme == QLatin1String("light"))
        return Theme::Mode::Light;
    if (options.theme == QLatin1String("dark"))
        return Theme::Mode::Dark;
    if (options.theme == QLatin1String("system"))
        return Theme::Mode::System;
    return settings.theme();
}

ExitStatus runProfile(const Options &options, std::unique_ptr<Profile> profile)
{
    const auto lock = ProfileLock::acquire(profile->folder(), ProfileLock::Purpose::Window);
    SingleInstance instance(profile->folder());
    if (!lock && lock.error().kind != StoreError::Kind::Locked)
        return refuseToStart(options, ExitStatus::Database, lock.error().userMessage());
    if (!lock) {
        if (!instance.handOver()) {
            return refuseToStart(
                options,
                ExitStatus::InUse,
                Program::tr("Another Sheaf has this profile open, but its window does not answer. "
                            "Close it, then start Sheaf again. Nothing was changed."));
        }
        std::fputs(
            Program::tr(
                "Sheaf is open with this profile already; its window was brought to the front.\n")
                .toUtf8()
                .constData(),
            stdout);
        return ExitStatus::Ok;
    }
    if (const auto store = profile->openStore(); !store) {
        qCWarning(logStore).noquote() << store.error().detail;
        return refuseToStart(options, ExitStatus::Database, store.error().userMessage());
    }
    instance.listen();
    Theme::apply(*qApp, themeMode(options, profile->settings().ui()));
    Session session(std::move(profile), options);
    QObject::connect(&instance, &SingleInstance::activationRequested, &session, [&session] {
        session.window().show();
        session.window().raise();
        session.window().activateWindow();
    });
    QObject::connect(&session, &Session::finished, qApp, &QCoreApplication::quit);
    session.start();
    QApplication::exec();
    return ExitStatus::Ok;
}

} // namespace

void prepareProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("Sheaf"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SHEAF_VERSION));
    const QLocale system;
    installTranslator(
        system, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // The plurals of English stand in where the person's language has no translation.
    installTranslator(QLocale(QLocale::English), QStringLiteral("sheaf"), QStringLiteral(":/i18n"));
    installTranslator(system, QStringLiteral("sheaf"), QStringLiteral(":/i18n"));
}

ExitStatus runWindow(const Options &options)
{
    QGuiApplication::setDesktopFileName(QStringLiteral("org.sheafnotes.Sheaf"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/app/sheaf.svg")));
    QApplication::setQuitOnLastWindowClosed(false);
    if (!options.command.isEmpty())
        return runTour(options);
    auto profile = Profile::open(options.profile);
    if (!profile)
        return refuseToStart(options, ExitStatus::Database, profile.error().userMessage());
    Logging::start(profile.value()->folder(), Logging::Echo::Warnings);
    return runProfile(options, std::move(profile).value());
}
