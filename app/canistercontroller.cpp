#include "app/canistercontroller.h"

#include "app/accountcontroller.h"
#include "app/invitecode.h"
#include "app/logging.h"
#include "app/profile.h"
#include "ui/canister/connectlink.h"

#include <QPointer>

using Problem = CanisterProblem::Kind;

namespace {

/// On the GUI thread, and not at all once `context` is gone.
template <typename T>
void deliver(const QPointer<QObject> &context,
             const CanisterAccess::Answer<T> &answer,
             Result<T, CanisterProblem> result)
{
    if (!result.ok() && result.error().kind != Problem::Cancelled)
        qCInfo(logSync).noquote() << "canister:" << result.error().kind << result.error().detail;
    if (!context)
        return;
    QMetaObject::invokeMethod(
        context,
        [context, answer, result = std::move(result)] {
            if (context)
                answer(result);
        },
        Qt::QueuedConnection);
}

/// How the profile's binding stands to a canister and a person; nothing if it is free.
void addBinding(ConnectionReport &report,
                const std::optional<ReplicaBinding> &binding,
                const QString &canister)
{
    if (!binding)
        return;
    report.boundCanister = binding->canister;
    report.boundPrincipal = binding->principal;
    if (binding->canister != canister)
        report.binding = ConnectionReport::Binding::OtherCanister;
    else if (!report.principal.isEmpty() && binding->principal != report.principal)
        report.binding = ConnectionReport::Binding::OtherPerson;
    else
        report.binding = ConnectionReport::Binding::Same;
}

} // namespace

CanisterController::CanisterController(Profile &profile,
                                       AccountController &account,
                                       QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_account(account)
    , m_checks(profile.clock(), profile.random())
    , m_work(profile.clock(), profile.random())
{}

CanisterController::~CanisterController() = default;

CanisterAddress CanisterController::ownAddress() const
{
    const AccountInfo info = m_account.info();
    return {info.url, info.canister};
}

template <typename T>
void CanisterController::ask(AdminLane &lane,
                             const CanisterAddress &address,
                             QObject *context,
                             Question<T> question,
                             Answer<T> answer)
{
    const QPointer<QObject> target(context);
    const auto parsed = parseAddress(address.url, address.canister);
    if (!parsed) {
        deliver<T>(target, answer, parsed.error());
        return;
    }
    lane.post(parsed.value(),
              m_account.identity(),
              [target, question = std::move(question), answer = std::move(answer)](
                  CanisterAdmin &admin) { deliver<T>(target, answer, question(admin)); });
}

template <typename T>
void CanisterController::askOwn(QObject *context, Question<T> question, Answer<T> answer)
{
    if (!m_account.identity()) {
        deliver<T>(
            context, answer, CanisterProblem{Problem::SignedOut, QStringLiteral("no identity"), 0});
        return;
    }
    ask<T>(m_work, ownAddress(), context, std::move(question), std::move(answer));
}

std::optional<CanisterProblem>
CanisterController::addressProblem(const CanisterAddress &address) const
{
    const auto parsed = parseAddress(address.url, address.canister);
    if (parsed)
        return std::nullopt;
    return parsed.error();
}

void CanisterController::check(const CanisterAddress &address,
                               QObject *context,
                               Answer<ConnectionReport> answer)
{
    m_checks.cancel(); // of what was typed before
    const QString principal = m_account.info().principal;
    ask<ConnectionReport>(
        m_checks,
        address,
        context,
        [principal, canister = address.canister, &profile = m_profile](
            CanisterAdmin &admin) -> Result<ConnectionReport, CanisterProblem> {
            const auto about = admin.about();
            if (!about)
                return about.error();
            ConnectionReport report;
            report.about = about.value();
            report.principal = principal;
            const auto replica = profile.openReplica();
            const auto binding = replica ? replica.value()->binding()
                                         : Result<std::optional<ReplicaBinding>, StoreError>(
                                             std::optional<ReplicaBinding>());
            addBinding(report, binding.valueOr(std::nullopt), canister);
            return report;
        },
        std::move(answer));
}

void CanisterController::claim(const CanisterAddress &address,
                               const QString &code,
                               QObject *context,
                               Answer<Done> answer)
{
    ask<Done>(
        m_work,
        address,
        context,
        [secret = claimSecret(code)](CanisterAdmin &admin) { return admin.claim(secret); },
        std::move(answer));
}

void CanisterController::join(const CanisterAddress &address,
                              const QString &code,
                              QObject *context,
                              Answer<Done> answer)
{
    ask<Done>(
        m_work,
        address,
        context,
        [secret = inviteSecret(code)](CanisterAdmin &admin) { return admin.join(secret); },
        std::move(answer));
}

void CanisterController::about(QObject *context, Answer<CanisterAbout> answer)
{
    askOwn<CanisterAbout>(
        context, [](CanisterAdmin &admin) { return admin.about(); }, std::move(answer));
}

void CanisterController::usage(QObject *context, Answer<CanisterUsage> answer)
{
    askOwn<CanisterUsage>(
        context, [](CanisterAdmin &admin) { return admin.usage(); }, std::move(answer));
}

void CanisterController::devices(QObject *context, Answer<QList<CanisterDevice>> answer)
{
    askOwn<QList<CanisterDevice>>(
        context, [](CanisterAdmin &admin) { return admin.devices(); }, std::move(answer));
}

void CanisterController::retireDevice(const QByteArray &id,
                                      QObject *context,
                                      Answer<QList<CanisterDevice>> answer)
{
    askOwn<QList<CanisterDevice>>(
        context, [id](CanisterAdmin &admin) { return admin.retireDevice(id); }, std::move(answer));
}

void CanisterController::deleteSpace(QObject *context, Answer<Done> answer)
{
    emit pauseRequested();
    const QString principal = m_account.info().principal;
    const QPointer<QObject> asker(context);
    askOwn<Done>(
        this,
        [principal](CanisterAdmin &admin) { return admin.deleteSpace(principal); },
        [this, asker, answer](const Result<Done, CanisterProblem> &deleted) {
            emit deletionEnded(deleted.ok());
            if (asker)
                answer(deleted);
        });
}

void CanisterController::status(QObject *context, Answer<CanisterStatus> answer)
{
    askOwn<CanisterStatus>(
        context, [](CanisterAdmin &admin) { return admin.status(); }, std::move(answer));
}

void CanisterController::settings(QObject *context, Answer<CanisterSettings> answer)
{
    askOwn<CanisterSettings>(
        context, [](CanisterAdmin &admin) { return admin.settings(); }, std::move(answer));
}

void CanisterController::setSettings(const CanisterSettings &settings,
                                     QObject *context,
                                     Answer<CanisterSettings> answer)
{
    askOwn<CanisterSettings>(
        context,
        [settings](CanisterAdmin &admin) { return admin.setSettings(settings); },
        std::move(answer));
}

void CanisterController::users(QObject *context, Answer<QList<CanisterUser>> answer)
{
    askOwn<QList<CanisterUser>>(
        context, [](CanisterAdmin &admin) { return admin.users(); }, std::move(answer));
}

void CanisterController::setUser(const CanisterUserChange &change,
                                 QObject *context,
                                 Answer<CanisterUser> answer)
{
    askOwn<CanisterUser>(
        context,
        [change](CanisterAdmin &admin) { return admin.setUser(change); },
        std::move(answer));
}

void CanisterController::removeUser(const QString &principal, QObject *context, Answer<Done> answer)
{
    askOwn<Done>(
        context,
        [principal](CanisterAdmin &admin) { return admin.removeUser(principal); },
        std::move(answer));
}

void CanisterController::invites(QObject *context, Answer<QList<CanisterInvite>> answer)
{
    askOwn<QList<CanisterInvite>>(
        context, [](CanisterAdmin &admin) { return admin.invites(); }, std::move(answer));
}

void CanisterController::createInvite(const QString &note,
                                      int days,
                                      QObject *context,
                                      Answer<NewInvite> answer)
{
    constexpr qint64 kDay = 86'400'000;
    const QString code = newInviteCode(m_profile.random());
    const CanisterAddress where = ownAddress();
    const qint64 expires = toMilliseconds(m_profile.clock().now()) + days * kDay;
    askOwn<NewInvite>(
        context,
        [code, note, expires, where](CanisterAdmin &admin) -> Result<NewInvite, CanisterProblem> {
            const auto invite = admin.createInvite(inviteSecret(code), note, expires);
            if (!invite)
                return invite.error();
            return NewInvite{
                invite.value(), code, ConnectLink{where.url, where.canister, {}, code}.toText()};
        },
        std::move(answer));
}

void CanisterController::revokeInvite(quint64 id, QObject *context, Answer<Done> answer)
{
    askOwn<Done>(
        context, [id](CanisterAdmin &admin) { return admin.revokeInvite(id); }, std::move(answer));
}
