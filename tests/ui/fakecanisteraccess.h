#pragma once

#include "ui/canister/canisteraccess.h"

#include <QPointer>
#include <QTimer>

/// A canister in memory as the window sees one: answers in the next turn of the event loop, and
/// keeps to the canister's rules as far as the dialogs can see them.
class FakeCanisterAccess final : public CanisterAccess
{
public:
    ConnectionReport report; ///< What a check finds.
    std::optional<CanisterProblem> problem; ///< Every question fails with it while it is set.
    QString claimCode = QStringLiteral("right");
    QString inviteCode = QStringLiteral("welcome");
    quint64 triesLeft = 5;
    CanisterUsage space{120, 3'400'000, 1'073'741'824, CyclesMark::Enough};
    QList<CanisterDevice> deviceList;
    CanisterStatus statusNow;
    CanisterSettings rules;
    QList<CanisterUser> userList;
    QList<CanisterInvite> inviteList;
    bool holdsAnswers = false; ///< The network is slow: nothing comes until `release`.

    int checks = 0;
    int deletions = 0;
    QList<CanisterAddress> checked;

    void release()
    {
        holdsAnswers = false;
        for (const auto &run : std::exchange(m_held, {}))
            run();
    }

    std::optional<CanisterProblem> addressProblem(const CanisterAddress &address) const override
    {
        using Kind = CanisterProblem::Kind;
        if (!address.url.startsWith(QLatin1String("http")))
            return CanisterProblem{Kind::NotAnAddress, address.url, 0};
        if (!address.canister.endsWith(QLatin1String("-cai")))
            return CanisterProblem{Kind::NotAnId, address.canister, 0};
        return std::nullopt;
    }
    void check(const CanisterAddress &address,
               QObject *context,
               Answer<ConnectionReport> answer) override
    {
        ++checks;
        checked.append(address);
        reply<ConnectionReport>(context, std::move(answer), report);
    }
    void claim(const CanisterAddress &,
               const QString &code,
               QObject *context,
               Answer<Done> answer) override
    {
        if (code == claimCode) {
            report.about.claimed = report.about.member = report.about.owner = true;
            reply<Done>(context, std::move(answer), Done{});
            return;
        }
        reply<Done>(context,
                    std::move(answer),
                    CanisterProblem{CanisterProblem::Kind::WrongCode, {}, --triesLeft});
    }
    void join(const CanisterAddress &,
              const QString &code,
              QObject *context,
              Answer<Done> answer) override
    {
        if (code == inviteCode)
            reply<Done>(context, std::move(answer), Done{});
        else
            reply<Done>(context,
                        std::move(answer),
                        CanisterProblem{CanisterProblem::Kind::WrongInvite, {}, 0});
    }
    void about(QObject *context, Answer<CanisterAbout> answer) override
    {
        reply<CanisterAbout>(context, std::move(answer), report.about);
    }
    void usage(QObject *context, Answer<CanisterUsage> answer) override
    {
        reply<CanisterUsage>(context, std::move(answer), space);
    }
    void devices(QObject *context, Answer<QList<CanisterDevice>> answer) override
    {
        reply<QList<CanisterDevice>>(context, std::move(answer), deviceList);
    }
    void retireDevice(const QByteArray &id,
                      QObject *context,
                      Answer<QList<CanisterDevice>> answer) override
    {
        for (CanisterDevice &device : deviceList)
            device.retired = device.retired || device.id == id;
        devices(context, std::move(answer));
    }
    void deleteSpace(QObject *context, Answer<Done> answer) override
    {
        ++deletions;
        reply<Done>(context, std::move(answer), Done{});
    }
    void status(QObject *context, Answer<CanisterStatus> answer) override
    {
        reply<CanisterStatus>(context, std::move(answer), statusNow);
    }
    void settings(QObject *context, Answer<CanisterSettings> answer) override
    {
        reply<CanisterSettings>(context, std::move(answer), rules);
    }
    void setSettings(const CanisterSettings &settings,
                     QObject *context,
                     Answer<CanisterSettings> answer) override
    {
        rules = settings;
        reply<CanisterSettings>(context, std::move(answer), rules);
    }
    void users(QObject *context, Answer<QList<CanisterUser>> answer) override
    {
        reply<QList<CanisterUser>>(context, std::move(answer), userList);
    }
    void setUser(const CanisterUserChange &change,
                 QObject *context,
                 Answer<CanisterUser> answer) override
    {
        for (CanisterUser &user : userList) {
            if (user.principal != change.principal)
                continue;
            user.quotaBytes = change.quotaBytes.value_or(user.quotaBytes);
            user.suspended = change.suspended.value_or(user.suspended);
            user.note = change.note.value_or(user.note);
            reply<CanisterUser>(context, std::move(answer), user);
            return;
        }
        reply<CanisterUser>(
            context, std::move(answer), CanisterProblem{CanisterProblem::Kind::NoSuchEntry, {}, 0});
    }
    void removeUser(const QString &principal, QObject *context, Answer<Done> answer) override
    {
        userList.removeIf([&](const CanisterUser &user) { return user.principal == principal; });
        reply<Done>(context, std::move(answer), Done{});
    }
    void invites(QObject *context, Answer<QList<CanisterInvite>> answer) override
    {
        reply<QList<CanisterInvite>>(context, std::move(answer), inviteList);
    }
    void
    createInvite(const QString &note, int days, QObject *context, Answer<NewInvite> answer) override
    {
        constexpr qint64 kDay = 86'400'000;
        CanisterInvite invite;
        invite.id = quint64(inviteList.size()) + 1;
        invite.note = note;
        invite.created = 1'700'000'000'000;
        invite.expires = invite.created + days * kDay;
        inviteList.append(invite);
        reply<NewInvite>(context,
                         std::move(answer),
                         NewInvite{invite,
                                   QStringLiteral("k3m9p-7xq2v-d8r4t-n6w5z"),
                                   QStringLiteral("sheaf://connect?host=h&canister=c&invite=i")});
    }
    void revokeInvite(quint64 id, QObject *context, Answer<Done> answer) override
    {
        inviteList.removeIf([id](const CanisterInvite &invite) { return invite.id == id; });
        reply<Done>(context, std::move(answer), Done{});
    }

private:
    template <typename T>
    void reply(QObject *context, Answer<T> answer, Result<T, CanisterProblem> result)
    {
        const QPointer<QObject> target(context);
        if (problem)
            result = *problem;
        const auto run = [target, answer = std::move(answer), result = std::move(result)] {
            if (target)
                answer(result);
        };
        if (holdsAnswers)
            m_held.append(run);
        else
            QTimer::singleShot(0, context, run);
    }

    QList<std::function<void()>> m_held;
};
