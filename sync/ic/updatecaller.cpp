#include "sync/ic/updatecaller.h"

namespace ic {

namespace {

using namespace std::chrono_literals;

/// A request that was executed is remembered this long after its expiry.
constexpr std::chrono::nanoseconds kStatusLife = 5min;

/// How long to wait before poll number `number`, counted from 0, `elapsed` after the first.
std::chrono::milliseconds pollPause(int number, std::chrono::milliseconds elapsed)
{
    if (elapsed > 60s)
        return 3s;
    return number == 0 ? 500ms : number == 1 ? 700ms : 1000ms;
}

UtcTime timeOf(std::uint64_t ns)
{
    return UtcTime(std::chrono::nanoseconds(static_cast<std::int64_t>(ns)));
}

/// Whether `error` leaves it open if the call ran.
bool mayHaveRun(const AgentError &error)
{
    using Kind = AgentError::Kind;
    switch (error.kind) {
    case Kind::Rejected:
        // Passing troubles are told before a request is taken up; the rest may be a lie.
        return error.proof != AgentError::Proof::Certificate && error.retry == RetryAdvice::Never;
    case Kind::NotKept:
    case Kind::NeverRan:
    case Kind::DoneWithoutReply:
    case Kind::ClockWrong: // refused before anything ran
    case Kind::Refused:
    case Kind::NotFound:
        return false;
    case Kind::OutcomeUnknown: // tells itself whether asking again may help
        return false;
    default:
        return true;
    }
}

} // namespace

Result<Bytes, AgentError>
UpdateCaller::call(const Principal &canister, const std::string &method, const Bytes &argument)
{
    Attempts attempts;
    return send({CallKind::Update, canister, method, argument, {}}, nullptr, attempts);
}

Result<Bytes, AgentError> UpdateCaller::keptCall(const Principal &canister,
                                                 const std::string &method,
                                                 const Bytes &argument,
                                                 const Bytes &note)
{
    Attempts attempts;
    return send({CallKind::Update, canister, method, argument, {}}, &note, attempts);
}

Result<Bytes, AgentError>
UpdateCaller::send(const CallContent &content, const Bytes *note, Attempts &attempts)
{
    CallContent fresh = content;
    for (;;) {
        fresh.nonce = m_core.nonce();
        const SignedRequest request = m_core.sign(fresh);
        const bool isKept = note && m_journal;
        if (isKept
            && !m_journal->add({request.id,
                                request.expiryNs,
                                content.canister,
                                m_core.identity->sender(),
                                content.method,
                                *note}))
            return makeError(Kind::NotKept, QStringLiteral("the request could not be kept"));
        auto result = exchange(request, content.canister, attempts);
        if (!result && mayHaveRun(result.error())) {
            AgentError error = result.error();
            error.retry = RetryAdvice::AskOutcome;
            result = error;
        }
        if (isKept)
            noteEnd(request.id, result);
        // A refused expiry was refused before anything ran: a new request is safe.
        if (result || result.error().kind != Kind::ClockWrong
            || !m_state.learnClock(content.canister, attempts))
            return result;
    }
}

Result<Bytes, AgentError>
UpdateCaller::exchange(const SignedRequest &request, const Principal &canister, Attempts &attempts)
{
    const auto response = m_core.post(AgentCore::Api::Call, canister, request.envelope);
    if (!response)
        return response.error();
    return readAnswer(response.value(), {request.id, request.expiryNs, canister}, attempts);
}

Result<Bytes, AgentError>
UpdateCaller::readAnswer(const HttpResponse &response, const Sent &sent, Attempts &attempts)
{
    if (response.status == 202)
        return poll(sent, Patience::UntilItEnds, attempts);
    if (response.status != 200)
        return errorFromStatus(response);
    const auto body = parseBody(response);
    if (!body)
        return body.error();
    const cbor::Map &map = *body.value().asMap();
    const cbor::Value *status = map.find("status");
    const bool isPlainReject = !status || *status == cbor::Value("non_replicated_rejection");
    if (const auto reject = isPlainReject ? parseReject(map) : std::nullopt)
        return errorFromReject(*reject, AgentError::Proof::None);
    const cbor::Value *bytes = map.find("certificate");
    if (!status || *status != cbor::Value("replied") || !bytes || !bytes->asBytes())
        return makeError(Kind::Malformed, QStringLiteral("an unknown answer to a call"));
    return readCertificate(*bytes->asBytes(), sent, attempts);
}

Result<Bytes, AgentError>
UpdateCaller::readCertificate(BytesView bytes, const Sent &sent, Attempts &attempts)
{
    const auto certificate = m_state.verify(bytes, sent.canister, attempts);
    if (!certificate) {
        // The call may have run all the same: only an answer that proves itself can tell.
        auto polled = poll(sent, Patience::UntilItEnds, attempts);
        if (polled || polled.error().proof == AgentError::Proof::Certificate)
            return polled;
        return certificate.error();
    }
    auto status = requestStatus(certificate.value().tree, sent.id);
    if (!status)
        return status.error();
    // That a fresh request is absent here only means that another one was answered.
    if (status.value().state != RequestStatus::State::Absent) {
        if (auto end = endOf(std::move(status).value(), certificate.value().time, sent.expiryNs))
            return *std::move(end);
    }
    return poll(sent, Patience::UntilItEnds, attempts);
}

Result<Bytes, AgentError>
UpdateCaller::poll(const Sent &sent, Patience patience, Attempts &attempts)
{
    const Path path{toBytes("request_status"), Bytes(sent.id.begin(), sent.id.end())};
    const UtcTime expiry = timeOf(sent.expiryNs);
    std::chrono::milliseconds waited{0};
    const auto longest = std::chrono::nanoseconds(m_core.config.requestLifetime) + kStatusLife;
    const auto mayEnd = [&] { return m_core.time.now() <= expiry + kStatusLife; };
    for (int number = 0; waited < longest && (mayEnd() || patience == Patience::OneLook);
         ++number) {
        if (patience == Patience::UntilItEnds || number > 0) {
            const auto pause = m_core.endpoint.jittered(pollPause(number, waited), 0.2);
            if (const auto paused = m_core.endpoint.pause(pause); !paused)
                return paused.error();
            waited += pause;
        }
        const auto certificate =
            m_state.read(sent.canister, {path}, StateReader::SignAs::Identity, attempts);
        if (!certificate)
            return certificate.error();
        auto status = requestStatus(certificate.value().tree, sent.id);
        if (!status)
            return status.error();
        const auto state = status.value().state;
        if (auto end = endOf(std::move(status).value(), certificate.value().time, sent.expiryNs))
            return *std::move(end);
        // What the subnet has taken up ends soon; what it has not seen may still be on its way.
        const bool isTakenUp =
            state == RequestStatus::State::Received || state == RequestStatus::State::Processing;
        if (patience == Patience::OneLook && !isTakenUp)
            break;
    }
    AgentError error =
        makeError(Kind::OutcomeUnknown, QStringLiteral("no result within the time limit"));
    error.retry = mayEnd() ? RetryAdvice::AskOutcome : RetryAdvice::Never;
    return error;
}

std::optional<Result<Bytes, AgentError>>
UpdateCaller::endOf(RequestStatus status, UtcTime certified, std::uint64_t expiryNs)
{
    const UtcTime expiry = timeOf(expiryNs);
    switch (status.state) {
    case RequestStatus::State::Replied:
        return std::move(status.reply);
    case RequestStatus::State::Rejected:
        return errorFromReject(status.reject, AgentError::Proof::Certificate);
    case RequestStatus::State::Done:
        return makeError(Kind::DoneWithoutReply, QStringLiteral("executed, result forgotten"));
    case RequestStatus::State::Absent:
        if (certified <= expiry)
            return std::nullopt;
        if (certified <= expiry + kStatusLife)
            return makeError(Kind::NeverRan, QStringLiteral("expired before it was executed"));
        return makeError(Kind::OutcomeUnknown, QStringLiteral("asked too late to be told"));
    case RequestStatus::State::Unknown:
    case RequestStatus::State::Received:
    case RequestStatus::State::Processing:
        break;
    }
    return std::nullopt;
}

Result<Bytes, AgentError> UpdateCaller::outcome(const OpenRequest &request)
{
    Attempts attempts;
    auto result =
        poll({request.id, request.expiryNs, request.canister}, Patience::OneLook, attempts);
    noteEnd(request.id, result);
    return result;
}

void UpdateCaller::noteEnd(const Hash &id, const Result<Bytes, AgentError> &result)
{
    if (!m_journal)
        return;
    if (result) {
        m_answered.push_back(id);
        return;
    }
    const AgentError &error = result.error();
    const bool isCertifiedReject =
        error.kind == Kind::Rejected && error.proof == AgentError::Proof::Certificate;
    const bool isUndecidable =
        error.kind == Kind::OutcomeUnknown && error.retry == RetryAdvice::Never;
    if (isCertifiedReject || isUndecidable || error.kind == Kind::NeverRan
        || error.kind == Kind::DoneWithoutReply || error.kind == Kind::ClockWrong)
        m_journal->remove(id);
}

void UpdateCaller::settle()
{
    for (const Hash &id : m_answered)
        m_journal->remove(id);
    m_answered.clear();
}

} // namespace ic
