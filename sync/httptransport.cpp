#include "sync/httptransport.h"

#include "sync/ic/endpoint.h"

#include <QDeadlineTimer>
#include <QUrl>

#include <algorithm>
#include <array>
#include <curl/curl.h>
#include <mutex>
#include <optional>

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kConnectLimit = 5s;
/// Longer than any transfer runs; `cancel` ends the waiting earlier.
constexpr std::chrono::milliseconds kLongestPoll = 60s;
constexpr long kMaxConnections = 8;
constexpr std::size_t kMaxHeaderBytes = std::size_t{64} * 1024;

TransportError makeError(TransportError::Kind kind, const char *detail)
{
    return {kind, QString::fromUtf8(detail)};
}

bool isAllowed(const QByteArray &url)
{
    const QUrl parsed(QString::fromUtf8(url), QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty())
        return false;
    const QString scheme = parsed.scheme();
    return scheme == QLatin1String("https")
           || (scheme == QLatin1String("http") && ic::isLoopbackUrl(url));
}

struct FreeList
{
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

void initialiseOnce()
{
    static std::once_flag flag;
    std::call_once(flag, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

} // namespace

/// One request on its way. Removes itself from the multi handle when destroyed.
class HttpTransport::Transfer
{
public:
    Transfer(CURLM *multi, const HttpRequest &request)
        : m_multi(multi)
        , m_request(request)
    {
        if (!isAllowed(request.url)) {
            m_error =
                makeError(TransportError::Kind::Refused, "https only, or http to this computer");
            return;
        }
        m_easy = curl_easy_init();
        setUp();
        curl_multi_add_handle(m_multi, m_easy);
    }

    ~Transfer()
    {
        if (!m_easy)
            return;
        curl_multi_remove_handle(m_multi, m_easy);
        curl_easy_cleanup(m_easy);
    }

    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    bool isDone() const { return m_done || !m_easy; }

    void finish(CURLcode code)
    {
        m_done = true;
        if (code != CURLE_OK) {
            m_error = errorFor(code);
            return;
        }
        long status = 0;
        curl_off_t retryAfter = 0;
        const char *contentType = nullptr;
        curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo(m_easy, CURLINFO_RETRY_AFTER, &retryAfter);
        curl_easy_getinfo(m_easy, CURLINFO_CONTENT_TYPE, &contentType);
        m_response.status = static_cast<int>(status);
        m_response.contentType = contentType;
        if (retryAfter > 0)
            m_response.retryAfterSeconds =
                static_cast<int>(std::min<curl_off_t>(retryAfter, 86'400));
        if (status >= 300 && status < 400)
            m_error =
                makeError(TransportError::Kind::Redirected, "the server answers with a redirect");
    }

    void cancel()
    {
        m_done = true;
        m_error = makeError(TransportError::Kind::Cancelled, "cancelled");
    }

    Result<HttpResponse, TransportError> result()
    {
        if (m_error)
            return *m_error;
        return std::move(m_response);
    }

private:
    void setUp()
    {
        const auto connectLimit = std::min(kConnectLimit, m_request.timeLimit);
        curl_easy_setopt(m_easy, CURLOPT_PRIVATE, this);
        curl_easy_setopt(m_easy, CURLOPT_URL, m_request.url.constData());
        curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "https,http");
        curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(m_easy, CURLOPT_FOLLOWLOCATION, 0L);
        curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_2TLS});
        // Wait for HTTP/2 to be agreed on; plain http never agrees and would wait for the answer.
        curl_easy_setopt(m_easy, CURLOPT_PIPEWAIT, m_request.url.startsWith("https") ? 1L : 0L);
        curl_easy_setopt(m_easy, CURLOPT_USERAGENT, "Sheaf");
        curl_easy_setopt(
            m_easy, CURLOPT_TIMEOUT_MS, static_cast<long>(m_request.timeLimit.count()));
        curl_easy_setopt(
            m_easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connectLimit.count()));
        curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_errorText.data());
        curl_easy_setopt(m_easy, CURLOPT_HTTP_CONTENT_DECODING, 0L);
        curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &Transfer::receiveHeader);
        curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
        curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &Transfer::receive);
        curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
        curl_easy_setopt(
            m_easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(m_request.maxResponseBytes));
        if (ic::isLoopbackUrl(m_request.url))
            curl_easy_setopt(m_easy, CURLOPT_NOPROXY, "*");
        setUpBody();
    }

    void setUpBody()
    {
        if (m_request.method == HttpRequest::Method::Post) {
            curl_easy_setopt(m_easy, CURLOPT_POST, 1L);
            curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, m_request.body.constData());
            curl_easy_setopt(m_easy,
                             CURLOPT_POSTFIELDSIZE_LARGE,
                             static_cast<curl_off_t>(m_request.body.size()));
            // libcurl would wait for a "100 Continue" that the network does not send.
            m_headers.reset(curl_slist_append(m_headers.release(), "Expect:"));
        }
        // Without a colon's value the header is left out, else the one of libcurl would be sent.
        const QByteArray contentType = m_request.contentType.isEmpty()
                                           ? QByteArray("Content-Type:")
                                           : "Content-Type: " + m_request.contentType;
        m_headers.reset(curl_slist_append(m_headers.release(), contentType.constData()));
        curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers.get());
    }

    static std::size_t receiveHeader(char *data, std::size_t size, std::size_t count, void *self)
    {
        auto &transfer = *static_cast<Transfer *>(self);
        const std::size_t bytes = size * count;
        transfer.m_headerBytes += bytes;
        if (transfer.m_headerBytes > kMaxHeaderBytes) {
            transfer.m_stopped = TransportError::Kind::TooLarge;
            return 0; // ends the transfer
        }
        const QByteArray line = QByteArray(data, static_cast<qsizetype>(bytes)).toLower().trimmed();
        if (line.startsWith("content-encoding:") && line.mid(17).trimmed() != "identity") {
            transfer.m_stopped = TransportError::Kind::Encoded;
            return 0;
        }
        return bytes;
    }

    static std::size_t receive(char *data, std::size_t size, std::size_t count, void *self)
    {
        auto &transfer = *static_cast<Transfer *>(self);
        const auto bytes = static_cast<qsizetype>(size) * static_cast<qsizetype>(count);
        if (transfer.m_response.body.size() + bytes > transfer.m_request.maxResponseBytes) {
            transfer.m_stopped = TransportError::Kind::TooLarge;
            return 0; // ends the transfer
        }
        transfer.m_response.body.append(data, bytes);
        return size * count;
    }

    TransportError errorFor(CURLcode code) const
    {
        const char *detail =
            m_errorText.front() != '\0' ? m_errorText.data() : curl_easy_strerror(code);
        if (m_stopped == TransportError::Kind::Encoded)
            return makeError(*m_stopped, "a compressed answer");
        if (m_stopped || code == CURLE_FILESIZE_EXCEEDED)
            return makeError(TransportError::Kind::TooLarge, "the answer is longer than allowed");
        switch (code) {
        case CURLE_OPERATION_TIMEDOUT:
            return makeError(TransportError::Kind::TimedOut, detail);
        case CURLE_PARTIAL_FILE:
        case CURLE_GOT_NOTHING:
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
        case CURLE_HTTP2:
        case CURLE_HTTP2_STREAM:
        case CURLE_WEIRD_SERVER_REPLY:
            return makeError(TransportError::Kind::Cut, detail);
        default:
            return makeError(TransportError::Kind::Unreachable, detail);
        }
    }

    CURLM *m_multi;
    HttpRequest m_request;
    CURL *m_easy = nullptr;
    std::unique_ptr<curl_slist, FreeList> m_headers;
    std::array<char, CURL_ERROR_SIZE> m_errorText{};
    HttpResponse m_response;
    std::optional<TransportError> m_error;
    std::optional<TransportError::Kind> m_stopped; ///< Why the rest was not read.
    std::size_t m_headerBytes = 0;
    bool m_done = false;
};

HttpTransport::HttpTransport()
{
    initialiseOnce();
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, long{CURLPIPE_MULTIPLEX});
    curl_multi_setopt(m_multi, CURLMOPT_MAX_HOST_CONNECTIONS, kMaxConnections);
}

HttpTransport::~HttpTransport()
{
    curl_multi_cleanup(m_multi);
}

Result<HttpResponse, TransportError> HttpTransport::send(const HttpRequest &request)
{
    return std::move(sendAll({request}).front());
}

std::vector<Result<HttpResponse, TransportError>>
HttpTransport::sendAll(const std::vector<HttpRequest> &requests)
{
    std::vector<std::unique_ptr<Transfer>> transfers;
    transfers.reserve(requests.size());
    for (const HttpRequest &request : requests)
        transfers.push_back(std::make_unique<Transfer>(m_multi, request));
    run(transfers);
    std::vector<Result<HttpResponse, TransportError>> results;
    results.reserve(transfers.size());
    for (const auto &transfer : transfers)
        results.push_back(transfer->result());
    return results;
}

void HttpTransport::run(std::vector<std::unique_ptr<Transfer>> &transfers)
{
    const auto allDone = [&] {
        return std::all_of(transfers.begin(), transfers.end(), [](const auto &transfer) {
            return transfer->isDone();
        });
    };
    while (!m_cancelled) {
        int running = 0;
        curl_multi_perform(m_multi, &running);
        collectFinished();
        if (allDone())
            return;
        curl_multi_poll(m_multi, nullptr, 0, static_cast<int>(kLongestPoll.count()), nullptr);
    }
    for (const auto &transfer : transfers) {
        if (!transfer->isDone())
            transfer->cancel();
    }
}

void HttpTransport::collectFinished()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        void *transfer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        static_cast<Transfer *>(transfer)->finish(message->data.result);
    }
}

void HttpTransport::cancel()
{
    m_cancelled = true;
    curl_multi_wakeup(m_multi);
}

void HttpTransport::resume()
{
    m_cancelled = false;
}

bool HttpTransport::wait(std::chrono::milliseconds time)
{
    const QDeadlineTimer end(time);
    while (!m_cancelled) {
        if (end.hasExpired())
            return true;
        const auto left = std::min<qint64>(end.remainingTime(), kLongestPoll.count());
        curl_multi_poll(m_multi, nullptr, 0, static_cast<int>(left), nullptr);
    }
    return false;
}
