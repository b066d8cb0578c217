#include "app/session.h"

#include "app/accountcontroller.h"
#include "app/canistercontroller.h"
#include "app/exchangecontroller.h"
#include "app/logging.h"
#include "app/profile.h"
#include "app/syncservice.h"
#include "app/welcomedocuments.h"
#include "model/store/storethread.h"
#include "sync/systemkeychain.h"
#include "ui/canister/canisterwords.h"
#include "ui/mainwindow.h"
#include "ui/status/syncquestionbox.h"
#include "ui/uisettings.h"

#include <QApplication>

Session::Session(std::unique_ptr<Profile> profile, const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_profile(std::move(profile))
    , m_keychain(std::make_unique<SystemKeychain>())
{
    UiSettings &settings = m_profile->settings().ui();
    m_store =
        std::make_unique<StoreThread>([profile = m_profile.get()] { return profile->openStore(); });
    m_sync = std::make_unique<SyncService>(*m_profile);
    m_account = std::make_unique<AccountController>(*m_profile, *m_store, *m_keychain);
    m_account->useForThisRun(options.canisterUrl, options.canisterId, options.deviceName);
    m_canister = std::make_unique<CanisterController>(*m_profile, *m_account);
    m_window = std::make_unique<MainWindow>(
        MainWindow::Dependencies{*m_store, m_profile->clock(), m_profile->random(), settings});
    m_exchange = std::make_unique<ExchangeController>(*m_profile, *m_store, *m_window);
    connectStore();
    connectSync();
    connectAccount();
    connectCanister();
    connectAttention();
}

Session::~Session()
{
    m_window.reset();
    m_exchange.reset();
    m_canister.reset();
    m_account.reset();
    m_sync.reset();
    m_store->finish();
}

void Session::start()
{
    welcome();
    m_sync->setWorkOffline(startsOffline());
    m_sync->start();
    m_account->start(m_options.identityFile);
    m_window->show();
    if (!m_options.connect.isEmpty())
        m_window->showConnect(m_options.connect);
}

CanisterAccess *Session::canister()
{
    return m_canister.get();
}

bool Session::startsOffline() const
{
    return m_options.offline || m_profile->settings().ui().workOffline();
}

void Session::welcome()
{
    if (!m_options.welcome)
        return;
    auto job = [profile = m_profile.get()](DocumentStore &store) {
        return welcome::greet(store, profile->clock(), profile->random());
    };
    m_store->write(this, job, [this](Result<SaveReceipt, StoreError> receipt) {
        if (receipt && !receipt.value().ids.isEmpty())
            m_window->openDocument(receipt.value().ids.first());
    });
}

void Session::connectStore()
{
    connect(m_store.get(),
            &StoreThread::changed,
            this,
            [this](const QList<DocumentId> &, StoreThread::Origin origin) {
                if (origin == StoreThread::Origin::Local)
                    m_sync->noteLocalChange();
            });
    connect(m_window.get(), &MainWindow::quitRequested, this, &Session::finished);
}

void Session::connectSync()
{
    MainWindow *window = m_window.get();
    SyncService *sync = m_sync.get();
    connect(sync, &SyncService::statusChanged, window, &MainWindow::setSyncStatus);
    auto *questions = new SyncQuestionBox(window);
    connect(sync, &SyncService::statusChanged, questions, [questions](const SyncStatus &status) {
        questions->setQuestions(status.questions);
    });
    connect(questions, &SyncQuestionBox::answered, sync, &SyncService::answer);
    connect(sync, &SyncService::documentsPulled, m_store.get(), &StoreThread::noteRemoteChange);
    // Which lists show the mark is not said by a row: a drawing's comes from one of its elements.
    connect(sync, &SyncService::conflictsOpened, m_store.get(), [this] {
        m_store->noteRemoteChange({});
    });
    connect(
        sync, &SyncService::roundFinished, this, [](const RoundReport &report) {
            qCInfo(logSync).noquote()
                << QStringLiteral("round: pushed %1, pulled %2, merged %3, refused %4, conflicts "
                                  "%5, calls %6, complete %7%8")
                       .arg(report.pushed)
                       .arg(report.pulled)
                       .arg(report.merged)
                       .arg(report.refused)
                       .arg(report.conflicts.size())
                       .arg(report.calls())
                       .arg(report.complete)
                       .arg(report.error ? QStringLiteral(", ended by: ") + report.error->detail
                                         : QString());
        });
    connect(window, &MainWindow::syncRequested, sync, &SyncService::syncNow);
    connect(window, &MainWindow::workOfflineChanged, this, [this](bool offline) {
        m_profile->settings().ui().setWorkOffline(offline);
        m_sync->setWorkOffline(offline);
    });
    window->setWorkOffline(startsOffline());
}

void Session::connectAccount()
{
    MainWindow *window = m_window.get();
    AccountController *account = m_account.get();
    connect(account, &AccountController::infoChanged, window, &MainWindow::setAccount);
    connect(
        account, &AccountController::keychainChecked, window, &MainWindow::setKeychainAvailable);
    connect(account, &AccountController::message, window, [window](const QString &sentence) {
        window->showMessage(sentence);
    });
    connect(account, &AccountController::targetChanged, this, &Session::useTarget);
    connect(window, &MainWindow::createKeyRequested, account, &AccountController::createKey);
    connect(window,
            &MainWindow::importIdentityRequested,
            this,
            [this](const QString &path, KeyPlace place) {
                // Somebody who has a key already has a library already.
                m_store->write(
                    this,
                    [](DocumentStore &store) { return welcome::removeUntouched(store); },
                    [this, path, place](const Result<SaveReceipt, StoreError> &) {
                        m_account->importIdentity(path, place);
                    });
            });
    connect(
        window, &MainWindow::exportIdentityRequested, account, &AccountController::exportIdentity);
    connect(window, &MainWindow::signOutRequested, account, &AccountController::signOut);
    connect(window, &MainWindow::canisterChanged, account, &AccountController::setCanister);
    connect(window, &MainWindow::deviceNameChanged, account, &AccountController::setDeviceName);
}

void Session::connectAttention()
{
    // A window beside the one that is worked in is looked at as well; only what cannot be seen
    // waits.
    connect(
        qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            const bool seen = m_window->isVisible() && !m_window->isMinimized();
            if (state == Qt::ApplicationActive) {
                m_sync->setAttention(PollSchedule::Attention::Active);
                // The command line may have written meanwhile.
                m_store->noteRemoteChange({});
            } else {
                m_sync->setAttention(seen ? PollSchedule::Attention::Focused
                                          : PollSchedule::Attention::Background);
            }
        });
    connect(m_window.get(),
            &MainWindow::fetchPolicyChanged,
            m_sync.get(),
            &SyncService::applyFetchPolicy);
    connect(m_window.get(), &MainWindow::pollIntervalChanged, this, [this](int seconds) {
        m_profile->settings().ui().setPollSeconds(seconds);
        m_sync->setPollInterval(std::chrono::seconds(seconds));
    });
}

void Session::connectCanister()
{
    CanisterController *canister = m_canister.get();
    AccountController *account = m_account.get();
    m_window->setCanisterAccess(*canister);
    connect(canister, &CanisterController::pauseRequested, account, &AccountController::pauseSync);
    connect(canister, &CanisterController::deletionEnded, account, [this, account](bool deleted) {
        if (!deleted) {
            account->resumeSync();
            return;
        }
        account->setCanister({}, {});
        m_window->showMessage(tr("Everything of yours on the canister is deleted, and this "
                                 "device no longer syncs. The notes here stay."));
    });
}

void Session::useTarget(const std::optional<SyncTarget> &target)
{
    if (target && !m_options.claim.isEmpty()) {
        claimFirst(*target);
        return;
    }
    if (!m_sync->setTarget(target))
        m_window->showMessage(
            tr("The canister id in the settings is not valid, so nothing is synced."));
}

void Session::claimFirst(const SyncTarget &target)
{
    const QString code = std::exchange(m_options.claim, {});
    const auto goOn = [this, target] { useTarget(target); };
    if (startsOffline()) {
        goOn();
        return;
    }
    m_canister->about(
        this, [this, code, target, goOn](const Result<CanisterAbout, CanisterProblem> &about) {
            if (!about || about.value().claimed) {
                goOn(); // syncing says by itself what is wrong
                return;
            }
            m_canister->claim({target.url, target.canister},
                              code,
                              this,
                              [this, goOn](const Result<Done, CanisterProblem> &claimed) {
                                  m_window->showMessage(claimed
                                                            ? tr("The canister is yours now.")
                                                            : wordsFor(claimed.error()).sentence);
                                  goOn();
                              });
        });
}
