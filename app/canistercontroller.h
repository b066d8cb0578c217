#pragma once

#include "app/adminlane.h"
#include "ui/canister/canisteraccess.h"

#include <QObject>

class AccountController;
class Profile;

/// Asks canisters for the window, on threads of its own. GUI thread.
class CanisterController : public QObject, public CanisterAccess
{
    Q_OBJECT

public:
    /// Both must outlive the controller.
    CanisterController(Profile &profile, AccountController &account, QObject *parent = nullptr);
    ~CanisterController() override;

    std::optional<CanisterProblem> addressProblem(const CanisterAddress &address) const override;
    void check(const CanisterAddress &address,
               QObject *context,
               Answer<ConnectionReport> answer) override;
    void claim(const CanisterAddress &address,
               const QString &code,
               QObject *context,
               Answer<Done> answer) override;
    void join(const CanisterAddress &address,
              const QString &code,
              QObject *context,
              Answer<Done> answer) override;
    void about(QObject *context, Answer<CanisterAbout> answer) override;
    void usage(QObject *context, Answer<CanisterUsage> answer) override;
    void devices(QObject *context, Answer<QList<CanisterDevice>> answer) override;
    void retireDevice(const QByteArray &id,
                      QObject *context,
                      Answer<QList<CanisterDevice>> answer) override;
    void deleteSpace(QObject *context, Answer<Done> answer) override;
    void status(QObject *context, Answer<CanisterStatus> answer) override;
    void settings(QObject *context, Answer<CanisterSettings> answer) override;
    void setSettings(const CanisterSettings &settings,
                     QObject *context,
                     Answer<CanisterSettings> answer) override;
    void users(QObject *context, Answer<QList<CanisterUser>> answer) override;
    void setUser(const CanisterUserChange &change,
                 QObject *context,
                 Answer<CanisterUser> answer) override;
    void removeUser(const QString &principal, QObject *context, Answer<Done> answer) override;
    void invites(QObject *context, Answer<QList<CanisterInvite>> answer) override;
    void createInvite(const QString &note,
                      int days,
                      QObject *context,
                      Answer<NewInvite> answer) override;
    void revokeInvite(quint64 id, QObject *context, Answer<Done> answer) override;

signals:
    /// The profile's space is about to be deleted: nothing may be pushed into it meanwhile.
    void pauseRequested();
    /// It is gone (the profile is to stay disconnected), or it is still there.
    void deletionEnded(bool deleted);

private:
    template <typename T>
    using Question = std::function<Result<T, CanisterProblem>(CanisterAdmin &)>;
    template <typename T>
    void ask(AdminLane &lane,
             const CanisterAddress &address,
             QObject *context,
             Question<T> question,
             Answer<T> answer);
    /// About the canister that the profile uses.
    template <typename T>
    void askOwn(QObject *context, Question<T> question, Answer<T> answer);
    CanisterAddress ownAddress() const;

    Profile &m_profile;
    AccountController &m_account;
    AdminLane m_checks; ///< Of addresses that are being typed.
    AdminLane m_work;
};
