#include "sync/ic/answers.h"

#include "sync/ic/leb128.h"

#include <algorithm>
#include <array>

namespace ic {

namespace {

constexpr qsizetype kQuoted = 300;

std::string textOf(BytesView bytes)
{
    return std::string(bytes.begin(), bytes.end());
}

/// The leaf `name` of the request; nothing if the certificate does not show it.
std::optional<BytesView> leaf(const HashTree &tree, Path path, std::string_view name)
{
    path.push_back(toBytes(name));
    const Lookup found = tree.lookup(path);
    if (found.status != LookupStatus::Found)
        return std::nullopt;
    return found.value;
}

Result<RequestStatus, AgentError> rejected(const HashTree &tree, const Path &path)
{
    const auto code = leaf(tree, path, "reject_code");
    const auto message = leaf(tree, path, "reject_message");
    const auto number = code ? decodeLeb128(*code) : std::nullopt;
    if (!number || !message)
        return makeError(AgentError::Kind::Malformed, QStringLiteral("a reject without its code"));
    RequestStatus status;
    status.state = RequestStatus::State::Rejected;
    status.reject = {*number, textOf(*message), std::nullopt};
    if (const auto errorCode = leaf(tree, path, "error_code"))
        status.reject.errorCode = textOf(*errorCode);
    return status;
}

} // namespace

Result<cbor::Value, AgentError> parseBody(const HttpResponse &response)
{
    constexpr std::size_t kMaxItems = 10'000; // certificates and replies are one each
    cbor::DecodeOptions options;
    options.maxItems = kMaxItems;
    options.allowFloats = false;
    options.allowSimple = false;
    auto body = cbor::decode(viewOf(response.body), options);
    if (body && body.value().asMap())
        return std::move(body).value();
    const bool isTheirs = response.contentType.startsWith("application/cbor");
    return makeError(isTheirs ? AgentError::Kind::Malformed : AgentError::Kind::NotTheNetwork,
                     QStringLiteral("an answer of type \"%1\" that is not a CBOR map")
                         .arg(QString::fromLatin1(response.contentType)));
}

AgentError errorFromStatus(const HttpResponse &response)
{
    using Kind = AgentError::Kind;
    const bool isRefusal = response.status >= 400 && response.status < 500;
    Kind kind = isRefusal ? Kind::Refused : Kind::NotTheNetwork;
    if (response.status == 400 && response.body.startsWith("Invalid request expiry: "))
        kind = Kind::ClockWrong;
    else if (response.body.startsWith("error: canister_not_found"))
        kind = Kind::NotFound;
    AgentError error = makeError(kind,
                                 QStringLiteral("HTTP %1: %2")
                                     .arg(response.status)
                                     .arg(QString::fromUtf8(response.body.left(kQuoted))));
    error.httpStatus = response.status;
    return error;
}

namespace {

/// Reject codes and error codes of the interface specification. `errorCode` where there is one:
/// it says more.
RetryAdvice adviceFor(const Reject &reject)
{
    constexpr std::uint64_t kSysTransient = 2;
    constexpr std::uint64_t kSysUnknown = 6;
    // Queue full, timed out before it ran, history full, state not there yet, too many writes.
    constexpr std::array<std::string_view, 5> kPassing{
        "IC0201", "IC0202", "IC0204", "IC0208", "IC0210"};
    // Out of cycles, stopped, stopping, no code: its owner must act.
    constexpr std::array<std::string_view, 4> kOwners{"IC0207", "IC0508", "IC0509", "IC0537"};
    const auto isOneOf = [&](const auto &codes) {
        return reject.errorCode
               && std::find(codes.begin(), codes.end(), *reject.errorCode) != codes.end();
    };
    if (isOneOf(kOwners))
        return RetryAdvice::Never;
    if (isOneOf(kPassing) || reject.code == kSysTransient)
        return RetryAdvice::NewRequest;
    return reject.code == kSysUnknown ? RetryAdvice::AskOutcome : RetryAdvice::Never;
}

} // namespace

AgentError errorFromReject(const Reject &reject, AgentError::Proof proof)
{
    AgentError error =
        makeError(AgentError::Kind::Rejected,
                  QStringLiteral("reject code %1 %2: %3")
                      .arg(reject.code)
                      .arg(QString::fromStdString(reject.errorCode.value_or(std::string())),
                           QString::fromStdString(reject.message).left(kQuoted)));
    error.proof = proof;
    error.retry = adviceFor(reject);
    error.rejectCode = reject.code;
    error.errorCode = reject.errorCode.value_or(std::string());
    error.rejectMessage = reject.message;
    return error;
}

Result<RequestStatus, AgentError> requestStatus(const HashTree &tree, const Hash &requestId)
{
    using State = RequestStatus::State;
    const Path path{toBytes("request_status"), Bytes(requestId.begin(), requestId.end())};
    RequestStatus status;
    Path statusPath = path;
    statusPath.push_back(toBytes("status"));
    const Lookup found = tree.lookup(statusPath);
    if (found.status == LookupStatus::Absent)
        status.state = State::Absent;
    if (found.status != LookupStatus::Found)
        return status;
    const std::string word = textOf(found.value);
    if (word == "rejected")
        return rejected(tree, path);
    if (word == "replied") {
        const auto reply = leaf(tree, path, "reply");
        if (!reply)
            return makeError(AgentError::Kind::Malformed, QStringLiteral("a reply without bytes"));
        status.state = State::Replied;
        status.reply = toBytes(*reply);
        return status;
    }
    if (word == "received")
        status.state = State::Received;
    else if (word == "processing")
        status.state = State::Processing;
    else if (word == "done")
        status.state = State::Done;
    else
        return makeError(AgentError::Kind::Malformed, QStringLiteral("an unknown request status"));
    return status;
}

} // namespace ic
