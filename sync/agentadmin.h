#pragma once

#include "sync/adminreader.h"
#include "sync/canisteradmin.h"
#include "sync/ic/agent.h"

/// `CanisterAdmin` over an agent. Belongs to the thread of the agent's transport; the agent must
/// outlive it.
class AgentAdmin final : public CanisterAdmin
{
public:
    AgentAdmin(ic::Agent &agent, ic::Principal canister);

    Answer<CanisterAbout> about() override;
    Answer<Done> claim(const QByteArray &secret) override;
    Answer<Done> join(const QByteArray &invite) override;
    Answer<CanisterUsage> usage() override;
    Answer<QList<CanisterDevice>> devices() override;
    Answer<QList<CanisterDevice>> retireDevice(const QByteArray &id) override;
    Answer<Done> deleteSpace(const QString &principal) override;
    Answer<CanisterStatus> status() override;
    Answer<CanisterSettings> settings() override;
    Answer<CanisterSettings> setSettings(const CanisterSettings &settings) override;
    Answer<QList<CanisterUser>> users() override;
    Answer<CanisterUser> setUser(const CanisterUserChange &change) override;
    Answer<Done> removeUser(const QString &principal) override;
    Answer<QList<CanisterInvite>> invites() override;
    Answer<CanisterInvite>
    createInvite(const QByteArray &code, const QString &note, qint64 expires) override;
    Answer<Done> revokeInvite(quint64 id) override;
    Answer<Done> setOwner(const QString &principal) override;

private:
    using TypeRef = ic::candid::TypeRef;
    using Value = ic::candid::Value;
    enum class Kind { Query, Update };
    struct Call
    {
        Kind kind;
        const char *method;
        TypeRef result; ///< Type of its answer.
        std::vector<TypeRef> types; ///< Of the arguments.
        std::vector<Value> arguments;
    };
    /// The reply, decoded by `read`, a member of `AdminReader`.
    template <typename T>
    Answer<T> ask(const Call &call,
                  Answer<T> (AdminReader::*read)(const AdminReader::Decoded &) const);
    Answer<Done> askAbout(const char *method, const QString &principal, TypeRef result);
    bool isFirstRelease();
    CanisterProblem reasonForClosedDoor(const Call &call, const CanisterProblem &refusal);

    ic::Agent &m_agent;
    ic::Principal m_canister;
    AdminTypes m_types;
};
