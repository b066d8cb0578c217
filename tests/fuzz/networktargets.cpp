#include "sync/ic/agent.h"
#include "sync/ic/answers.h"
#include "sync/ic/certificate.h"
#include "sync/ic/delegation.h"
#include "sync/ic/hashtree.h"
#include "sync/ic/identity.h"
#include "sync/ic/publickey.h"
#include "tests/fuzz/fuzztargets.h"

#include <algorithm>
#include <array>

namespace {

using namespace std::chrono_literals;

/// Of the vectors (tests/data/vectors): the test network's root key, its frozen time, a canister.
const ic::Bytes kRootKey =
    *ic::fromHex("308182301d060d2b0601040182dc7c0503010201060c2b0601040182dc7c05030201036100"
                 "91009e2ba1b2f84c308e34aae49b1313ea53da01c81345dad4bfc15d942ab79c"
                 "03b6f0d37cd9572f6d00dea651daa75f11ded711c385670464137844ac52afa5"
                 "7694fad52f247c29e3b9274d8260678def51394a30c9b11e6680ef7374fde1dc");
constexpr UtcTime kNow{1788264000s};

ic::Principal canister()
{
    return *ic::Principal::fromBytes(*ic::fromHex("00000000001000070101"));
}

class StoppedClock final : public Clock
{
public:
    UtcTime now() const override { return kNow; }
    std::chrono::nanoseconds monotonic() const override { return 0ns; }
};

class SameRandom final : public Random
{
public:
    void fill(std::span<std::uint8_t> bytes) override
    {
        std::fill(bytes.begin(), bytes.end(), std::uint8_t{7});
    }
};

HttpResponse takeResponse(ic::BytesView &input)
{
    constexpr std::array kStatuses{200, 202, 400, 403, 404, 408, 413, 429, 500, 503, 301, 0};
    constexpr std::array kTypes{"application/cbor", "text/plain; charset=utf-8", "text/html", ""};
    HttpResponse response;
    response.status = kStatuses[takeByte(input) % kStatuses.size()];
    const std::uint8_t type = takeByte(input);
    response.contentType = kTypes[type % kTypes.size()];
    response.retryAfterSeconds = type >= 128 ? type : -1;
    const std::size_t high = takeByte(input);
    const std::size_t wanted = (high << 8U) | takeByte(input);
    const std::size_t length = std::min(wanted, input.size());
    response.body = ic::toQByteArray(input.first(length));
    input = input.subspan(length);
    return response;
}

/// Answers from the input, then the network is gone.
class InputTransport final : public Transport
{
public:
    explicit InputTransport(ic::BytesView input)
        : m_input(input)
    {}
    Result<HttpResponse, TransportError> send(const HttpRequest &) override
    {
        if (m_input.empty())
            return TransportError{TransportError::Kind::Unreachable, {}};
        return takeResponse(m_input);
    }
    void cancel() override {}
    void resume() override {}

private:
    ic::BytesView m_input;
};

/// The node whose answers are checked; nobody has its key.
ic::NodeKeys nodeKeys()
{
    ic::NodeKeys keys;
    keys.subnet = ic::Principal::selfAuthenticating(kRootKey);
    keys.ed25519[ic::Principal::anonymous()] = ic::Bytes(32, 9);
    return keys;
}

void checkLookups(const ic::HashTree &tree, const ic::Path &path, int depth)
{
    const auto labels = tree.labelsBelow(path);
    must(!tree.isWellFormed() || std::is_sorted(labels.begin(), labels.end(), ic::lessBytes),
         "labels are in order");
    for (const ic::BytesView label : labels) {
        ic::Path below = path;
        below.push_back(ic::toBytes(label));
        must(tree.lookup(below).value.empty() || tree.find(below) == ic::LookupStatus::Found,
             "only what is found has a value");
        if (depth < 4)
            checkLookups(tree, below, depth + 1);
    }
}

} // namespace

void fuzzHashTree(ic::BytesView input)
{
    const auto tree = ic::HashTree::decode(input);
    if (!tree)
        return;
    must(tree->rootHash() == tree->rootHash(), "a tree has one hash");
    checkLookups(*tree, {}, 0);
    tree->valuesBelow({});
    ic::certifiedTime(*tree);
    const ic::Principal subnet = ic::Principal::selfAuthenticating(kRootKey);
    ic::isInCanisterRanges(*tree, subnet, canister());
    (void)ic::requestStatus(*tree, ic::Hash{}).ok();
    ic::nodeKeysFrom({*tree, kNow, subnet, true, {}}, canister());
    ic::nodeKeysFrom({*tree, kNow, subnet, false, {}}, canister());
}

void fuzzCertificate(ic::BytesView input)
{
    const std::uint8_t choice = takeByte(input);
    const auto length = std::min<std::size_t>(takeByte(input) % 30, input.size());
    const ic::Principal id = *ic::Principal::fromBytes(input.first(length));
    input = input.subspan(length);
    static ic::CertificateVerifier verifier(kRootKey);
    const auto target =
        choice % 2 == 0 ? ic::CertificateTarget::canister(id) : ic::CertificateTarget::subnet(id);
    const auto freshness = choice < 128 ? ic::Freshness::Required : ic::Freshness::Ignored;
    const auto certificate = verifier.verify(input, target, kNow, freshness);
    if (!certificate)
        return;
    must(certificate.value().tree.isWellFormed(), "a certificate's tree is well-formed");
    must(ic::certifiedTime(certificate.value().tree) == certificate.value().time,
         "a certificate has its time");
}

void fuzzDelegation(ic::BytesView input)
{
    const auto chain = ic::parseDelegationJson(ic::toQByteArray(input));
    if (!chain)
        return;
    const auto again = ic::parseDelegationJson(ic::toDelegationJson(chain.value()));
    must(again.ok() && again.value() == chain.value(), "a chain survives its JSON");
    using Request = ic::ChainUse::Request;
    for (const Request request : {Request::Call, Request::Query, Request::ReadState})
        ic::checkChain(chain.value(), {request, canister(), kNow, 0ns});
}

void fuzzPem(ic::BytesView input)
{
    const auto identity = ic::identityFromPem(textOf(input));
    if (!identity)
        return;
    const auto again = ic::identityFromPem(identity->toPem());
    must(again && again->secret() == identity->secret() && again->sender() == identity->sender(),
         "a key survives its file");
    const ic::Bytes message(43, 1);
    const auto key = ic::parsePublicKey(identity->publicKey());
    must(key && ic::verifySignature(*key, message, identity->sign(message)),
         "a key's signatures are good");
}

void fuzzAnswers(ic::BytesView input)
{
    const HttpResponse response = takeResponse(input);
    ic::errorFromStatus(response);
    const auto body = ic::parseBody(response);
    if (!body)
        return;
    ic::parseReject(*body.value().asMap());
    const auto answer = ic::parseQueryAnswer(body.value());
    if (!answer)
        return;
    must(ic::checkQueryAnswer(*answer, ic::Hash{}, nodeKeys(), kNow).has_value(),
         "an answer that nobody signed is refused");
    if (answer->reject)
        ic::errorFromReject(*answer->reject, ic::AgentError::Proof::Node);
}

void fuzzConversation(ic::BytesView input)
{
    const std::uint8_t choice = takeByte(input);
    InputTransport transport(input);
    const StoppedClock clock;
    SameRandom random;
    ic::AgentConfig config;
    const bool isLocal = choice % 2 == 0;
    config.url = isLocal ? "http://127.0.0.1:8000" : "https://icp-api.io";
    if (!isLocal)
        config.rootKey = kRootKey;
    ic::Agent agent(
        config, transport, clock, random, [](std::chrono::milliseconds) { return true; });
    // An answer can only be a recorded one again, and those belong to other requests.
    switch (choice / 2 % 3) {
    case 0:
        must(!agent.call(canister(), "push", ic::toBytes("DIDL\0\0")).ok() || isLocal,
             "no reply without proof");
        break;
    case 1:
        must(!agent.query(canister(), "pull", ic::toBytes("DIDL\0\0")).ok() || isLocal,
             "no answer without proof");
        break;
    default:
        (void)agent.readState(canister(), {{ic::toBytes("time")}}).ok();
        break;
    }
}
