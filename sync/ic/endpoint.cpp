#include "sync/ic/endpoint.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace ic {

namespace {

using namespace std::chrono_literals;

constexpr auto kFirstPause = 500ms;
constexpr auto kLongestPause = 8s;
/// A server that asks for more is left to the sync engine.
constexpr auto kLongestRetryAfter = 30s;

bool isWorthRepeating(int status)
{
    return status == 429 || status == 500 || (status >= 502 && status <= 504);
}

AgentError busyError(const HttpResponse &response)
{
    constexpr qsizetype kQuoted = 200;
    AgentError error = makeError(AgentError::Kind::Busy,
                                 QStringLiteral("HTTP %1: %2")
                                     .arg(response.status)
                                     .arg(QString::fromUtf8(response.body.left(kQuoted))));
    error.httpStatus = response.status;
    if (response.retryAfterSeconds >= 0)
        error.retryAfter = std::chrono::seconds(response.retryAfterSeconds);
    return error;
}

} // namespace

bool isLoopbackUrl(const QByteArray &url)
{
    const QString host = QUrl(QString::fromUtf8(url)).host();
    const QString local = QStringLiteral("localhost");
    if (host == local || host.endsWith(QLatin1Char('.') + local))
        return true;
    static const QRegularExpression kLoopback(QStringLiteral("\\A(127(\\.[0-9]{1,3}){3}|::1)\\z"));
    return kLoopback.match(host).hasMatch();
}

Endpoint::Endpoint(
    QByteArray url, Transport &transport, Random &random, Wait wait, RetryLimits retries)
    : m_url(std::move(url))
    , m_transport(transport)
    , m_random(random)
    , m_wait(std::move(wait))
    , m_retries(retries)
{
    while (m_url.endsWith('/'))
        m_url.chop(1);
}

bool Endpoint::isLoopback() const
{
    return isLoopbackUrl(m_url);
}

Result<HttpResponse, AgentError>
Endpoint::post(const QByteArray &path, BytesView body, Limits limits)
{
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = m_url + path;
    request.body = toQByteArray(body);
    request.contentType = "application/cbor";
    request.timeLimit = limits.timeLimit;
    request.maxResponseBytes = limits.maxBytes;
    return exchange(request);
}

Result<HttpResponse, AgentError> Endpoint::get(const QByteArray &path, Limits limits)
{
    HttpRequest request;
    request.url = m_url + path;
    request.timeLimit = limits.timeLimit;
    request.maxResponseBytes = limits.maxBytes;
    return exchange(request);
}

Result<HttpResponse, AgentError> Endpoint::exchange(const HttpRequest &request)
{
    for (int tryNumber = 1;; ++tryNumber) {
        const auto response = m_transport.send(request);
        std::chrono::milliseconds time{};
        if (!response) {
            const auto kind = response.error().kind;
            const bool broken = kind == TransportError::Kind::Unreachable
                                || kind == TransportError::Kind::Cut
                                || kind == TransportError::Kind::TimedOut;
            if (!broken || tryNumber >= m_retries.unreachableTries)
                return errorFrom(response.error());
            time = backoff(tryNumber, nullptr);
        } else {
            if (!isWorthRepeating(response.value().status))
                return response.value();
            time = backoff(tryNumber, &response.value());
            if (tryNumber >= m_retries.busyTries || time > kLongestRetryAfter)
                return busyError(response.value());
        }
        if (const auto paused = pause(time); !paused)
            return paused.error();
    }
}

std::chrono::milliseconds Endpoint::backoff(int tryNumber, const HttpResponse *response)
{
    if (response && response->retryAfterSeconds >= 0)
        return std::chrono::seconds(response->retryAfterSeconds);
    std::chrono::milliseconds time = kFirstPause;
    for (int i = 1; i < tryNumber && time < kLongestPause; ++i)
        time *= 2;
    return jittered(std::min<std::chrono::milliseconds>(time, kLongestPause), 0.5);
}

Result<Done, AgentError> Endpoint::pause(std::chrono::milliseconds time)
{
    if (m_wait(time))
        return Done{};
    return makeError(AgentError::Kind::Cancelled, QStringLiteral("while waiting"));
}

std::chrono::milliseconds Endpoint::jittered(std::chrono::milliseconds time, double fraction)
{
    const double factor = 1 + fraction * (2 * m_random.fraction() - 1);
    return std::chrono::milliseconds(
        static_cast<std::int64_t>(static_cast<double>(time.count()) * factor));
}

} // namespace ic
