#pragma once

#include "fakenetwork.h"

#include <QList>

#include <functional>
#include <optional>

/// A network without wires: answers the agent's requests out of a `FakeNetwork`, honestly unless a
/// test says otherwise.
class FakeReplica final : public Transport
{
public:
    explicit FakeReplica(const FakeNetwork &network)
        : m_network(network)
    {}

    /// The reply (Candid) to a query or a call of this content; empty: no such method.
    using Method = std::function<ic::Bytes(const cbor::Map &content)>;
    Method onQuery;
    Method onCall;
    /// Answers instead of everything below, where it gives one.
    std::function<std::optional<Result<HttpResponse, TransportError>>(const HttpRequest &)> instead;
    /// Entries that /read_state shows for the path /request_status.
    std::function<std::vector<faketree::Entry>(const ic::Hash &id)> onStatus;
    UtcTime queryTime{}; ///< Of node signatures; not set: the network's.

    Result<HttpResponse, TransportError> send(const HttpRequest &request) override
    {
        requests.append(request);
        if (instead) {
            if (auto answer = instead(request))
                return *std::move(answer);
        }
        const cbor::Map content = requestContent(ic::viewOf(request.body));
        const ic::Hash id = requestIdOf(ic::viewOf(request.body));
        if (request.url.endsWith("/query"))
            return cborResponse(query(content, id));
        if (request.url.endsWith("/call"))
            return cborResponse(call(content, id));
        return cborResponse(FakeNetwork::readStateBody(readState(content)));
    }

    void cancel() override {}
    void resume() override {}

    static HttpResponse cborResponse(const ic::Bytes &body)
    {
        return {200, "application/cbor", ic::toQByteArray(body), -1};
    }
    qsizetype asked(const char *endpoint) const
    {
        return std::count_if(requests.begin(), requests.end(), [&](const HttpRequest &request) {
            return request.url.endsWith(endpoint);
        });
    }

    QList<HttpRequest> requests;

private:
    ic::Bytes query(const cbor::Map &content, const ic::Hash &id) const
    {
        const UtcTime time = queryTime == UtcTime() ? m_network.now() : queryTime;
        if (!onQuery)
            return m_network.queryRejection(id, "IC0536", time);
        return m_network.queryAnswer(id, onQuery(content), time);
    }

    ic::Bytes call(const cbor::Map &content, const ic::Hash &id) const
    {
        if (!onCall)
            qFatal("a call that the test does not answer");
        return FakeNetwork::callBody(m_network.repliedCertificate(id, onCall(content), {}));
    }

    ic::Bytes readState(const cbor::Map &content) const
    {
        const cbor::Array &path = *content.find("paths")->asArray()->front().asArray();
        const auto first = path.empty() ? ic::Bytes() : *path.front().asBytes();
        if (first == ic::toBytes("subnet"))
            return m_network.nodeKeyCertificate();
        if (first != ic::toBytes("request_status") || !onStatus)
            return m_network.certificate({});
        ic::Hash id{};
        std::copy_n(path[1].asBytes()->begin(), id.size(), id.begin());
        return m_network.certificate(onStatus(id));
    }

    const FakeNetwork &m_network;
};
