#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <utility>
#include <vector>

/// One HTTP exchange. Only what a client of the Internet Computer needs.
struct HttpRequest
{
    enum class Method { Get, Post };

    Method method = Method::Get;
    QByteArray url; ///< https, or http for loopback hosts only.
    QByteArray body;
    QByteArray contentType; ///< Sent exactly as given; empty: none.
    std::chrono::milliseconds timeLimit{30'000}; ///< For the whole exchange.
    qint64 maxResponseBytes = qint64{4} * 1024 * 1024; ///< The transfer is ended when more arrives.
};

struct HttpResponse
{
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    int retryAfterSeconds = -1; ///< -1: the server did not say.
};

struct TransportError
{
    enum class Kind {
        Unreachable, ///< No name, no route, refused, TLS failed.
        Cut, ///< Ended while sending or receiving, or shorter than its head said.
        TimedOut,
        TooLarge, ///< More than `maxResponseBytes`, or more than 64 KiB of headers.
        Encoded, ///< The answer is compressed, although nobody asked for that.
        Redirected, ///< The answer is "ask somebody else".
        Cancelled,
        Refused, ///< Not tried: http to another host.
    };
    Kind kind = Kind::Unreachable;
    QString detail; ///< English, for the log.
};

/// Carries bytes. An instance belongs to one thread; `send` blocks that thread until it has an
/// answer, the time limit passed or `cancel` was called. HTTP statuses are answers, not errors.
class Transport
{
public:
    virtual ~Transport() = default;

    virtual Result<HttpResponse, TransportError> send(const HttpRequest &request) = 0;

    /// Sends all requests side by side; answers in the order of the requests.
    virtual std::vector<Result<HttpResponse, TransportError>>
    sendAll(const std::vector<HttpRequest> &requests)
    {
        std::vector<Result<HttpResponse, TransportError>> answers;
        answers.reserve(requests.size());
        for (const HttpRequest &request : requests)
            answers.push_back(send(request));
        return answers;
    }

    /// Ends what is running and everything that is tried until `resume`. Callable from any thread.
    virtual void cancel() = 0;
    virtual void resume() = 0;
};
