#include "sync/ic/answers.h"

#include "sync/ic/leb128.h"

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

AgentError makeError(AgentError::Kind kind, QString detail)
{
    AgentError error;
    error.kind = kind;
    error.detail = std::move(detail);
    return error;
}

Result<cbor::Value, AgentError> parseBody(const HttpResponse &response)
{
    cbor::DecodeOptions options;
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
    AgentError error;
    error.httpStatus = response.status;
    error.detail = QStringLiteral("HTTP %1: %2")
                       .arg(response.status)
                       .arg(QString::fromUtf8(response.body.left(kQuoted)));
    if (response.status == 400 && response.body.startsWith("Invalid request expiry: "))
        error.kind = AgentError::Kind::ClockWrong;
    else if (response.body.startsWith("error: canister_not_found"))
        error.kind = AgentError::Kind::NotFound;
    else if (response.status >= 400 && response.status < 500)
        error.kind = AgentError::Kind::Refused;
    else
        error.kind = AgentError::Kind::NotTheNetwork;
    return error;
}

AgentError errorFromReject(const Reject &reject, AgentError::Proof proof)
{
    AgentError error;
    error.kind = AgentError::Kind::Rejected;
    error.proof = proof;
    error.rejectCode = reject.code;
    error.errorCode = reject.errorCode.value_or(std::string());
    error.rejectMessage = reject.message;
    error.detail = QStringLiteral("reject code %1 %2: %3")
                       .arg(reject.code)
                       .arg(QString::fromStdString(error.errorCode),
                            QString::fromStdString(reject.message).left(kQuoted));
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
