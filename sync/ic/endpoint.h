#pragma once

#include "model/base/clock.h"
#include "model/base/random.h"
#include "model/base/result.h"
#include "sync/ic/agenterror.h"
#include "sync/ic/bytes.h"

#include <functional>

namespace ic {

/// Waits that long; false: the wait was cancelled.
using Wait = std::function<bool(std::chrono::milliseconds)>;

struct RetryLimits
{
    int busyTries = 6; ///< For 429, 500, 502, 503, 504, the first try included.
    int unreachableTries = 2; ///< For broken connections; the sync engine tries again later itself.
};

/// One host of the network: posts CBOR and repeats what is worth repeating.
class Endpoint
{
public:
    struct Limits
    {
        std::chrono::milliseconds timeLimit{30'000};
        qint64 maxBytes = qint64{4} * 1024 * 1024;
    };

    /// `url` without a path: "https://icp-api.io". All references must outlive the endpoint.
    Endpoint(
        QByteArray url, Transport &transport, Random &random, Wait wait, RetryLimits retries = {});

    /// `path` begins with a slash. Statuses that are worth a repetition come back only as errors;
    /// all others are answers.
    Result<HttpResponse, AgentError> post(const QByteArray &path, BytesView body, Limits limits);
    Result<HttpResponse, AgentError> get(const QByteArray &path, Limits limits);

    /// Waits between polls; cancelled waits are an error.
    Result<Done, AgentError> pause(std::chrono::milliseconds time);

    /// `milliseconds` with a deviation of at most `fraction` in both directions.
    std::chrono::milliseconds jittered(std::chrono::milliseconds time, double fraction);

    /// localhost, 127.x.x.x or [::1], with any port.
    bool isLoopback() const;
    const QByteArray &url() const { return m_url; }

private:
    Result<HttpResponse, AgentError> exchange(const HttpRequest &request);
    std::chrono::milliseconds backoff(int tryNumber, const HttpResponse *response);

    QByteArray m_url;
    Transport &m_transport;
    Random &m_random;
    Wait m_wait;
    RetryLimits m_retries;
};

/// Whether `url` names this computer, so that plain http and a fetched root key are allowed.
bool isLoopbackUrl(const QByteArray &url);

} // namespace ic
