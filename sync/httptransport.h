#pragma once

#include "sync/transport.h"

#include <atomic>
#include <chrono>
#include <memory>

/// HTTP through libcurl: https everywhere, plain http to loopback hosts only; no redirects, no
/// cookies, no decompression; one connection per host where HTTP/2 allows it.
///
/// `cancel` and `resume` may be called from any thread, as long as the transport lives.
class HttpTransport final : public Transport
{
public:
    HttpTransport();
    ~HttpTransport() override;
    HttpTransport(const HttpTransport &) = delete;
    HttpTransport &operator=(const HttpTransport &) = delete;

    Result<HttpResponse, TransportError> send(const HttpRequest &request) override;
    std::vector<Result<HttpResponse, TransportError>>
    sendAll(const std::vector<HttpRequest> &requests) override;
    void cancel() override;
    void resume() override;

    /// Blocks that long; false, at once, when cancelled. For pauses between tries.
    bool wait(std::chrono::milliseconds time);

private:
    class Transfer;
    void run(std::vector<std::unique_ptr<Transfer>> &transfers);
    void collectFinished();

    void *m_multi; ///< CURLM
    std::atomic<bool> m_cancelled = false;
};
