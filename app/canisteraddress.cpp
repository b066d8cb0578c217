#include "app/canisteraddress.h"

#include "sync/ic/endpoint.h"

#include <QUrl>

namespace {

/// Derived from a key (interface specification, "Principals"), so nobody's canister.
bool isPerson(const ic::Principal &principal)
{
    constexpr std::uint8_t kSelfAuthenticating = 2;
    const ic::BytesView bytes = principal.bytes();
    return bytes.size() == ic::Principal::kMaxBytes && bytes.back() == kSelfAuthenticating;
}

} // namespace

Result<ParsedAddress, CanisterProblem> parseAddress(const QString &url, const QString &canister)
{
    const QUrl parsed(url.trimmed(), QUrl::StrictMode);
    const bool isHttps = parsed.scheme() == QLatin1String("https");
    const QByteArray origin = parsed.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery
                                               | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    if (!parsed.isValid() || parsed.host().isEmpty()
        || !(isHttps || (parsed.scheme() == QLatin1String("http") && ic::isLoopbackUrl(origin))))
        return CanisterProblem{CanisterProblem::Kind::NotAnAddress, url, 0};
    const auto principal = ic::Principal::fromText(canister.trimmed());
    if (!principal || principal->isAnonymous() || principal->isManagement())
        return CanisterProblem{CanisterProblem::Kind::NotAnId, canister, 0};
    if (isPerson(*principal))
        return CanisterProblem{CanisterProblem::Kind::NotAnId, canister, 1};
    return ParsedAddress{origin, *principal};
}
