#pragma once

#include "sync/ic/certificate.h"

#include <utility>

namespace ic {

/// What a canister's `http_request` gave for a page.
struct GatewayAnswer
{
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers; ///< In order, names as they came.
    Bytes body;
};

enum class GatewayFault {
    NoCertificate, ///< A header that has to be there is missing, or is there twice.
    OldVersion, ///< Certified, but by an older scheme than is asked for.
    Malformed, ///< Headers, tree or expression that cannot be read.
    BadCertificate,
    OtherData, ///< The canister certified another tree.
    OtherPath, ///< Certified for another address.
    MoreSpecificPath, ///< For this address the tree has, or may have, something else.
    OtherExpression, ///< The rule of what is covered is not the certified one.
    OtherAnswer, ///< Status, covered headers or body are not the certified ones.
};
const char *toString(GatewayFault fault);

/// The hash of the status and those headers of `answer` that its expression covers; nothing if
/// there is no such expression.
std::optional<Hash> coveredHeadersHash(const GatewayAnswer &answer);

/// Checks a page as an HTTP gateway does (HTTP gateway protocol, "Response verification"): version
/// 2 with rules about the response alone, and, where `minimumVersion` allows it, version 1. `url`
/// is path and query, as the canister was given them. Nothing: genuine.
std::optional<GatewayFault> checkGatewayAnswer(CertificateVerifier &verifier,
                                               const Principal &canister,
                                               UtcTime now,
                                               const std::string &url,
                                               const GatewayAnswer &answer,
                                               int minimumVersion = 2);

} // namespace ic
