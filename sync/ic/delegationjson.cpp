#include "sync/ic/delegation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ic {

namespace {

using Failure = std::string;

Result<Bytes, Failure> hexMember(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object.value(name);
    if (!value.isString())
        return Failure(name.data()) + " is not text";
    auto bytes = fromHex(value.toString().toStdString());
    if (!bytes || bytes->empty())
        return Failure(name.data()) + " is not hexadecimal";
    return *std::move(bytes);
}

Result<std::uint64_t, Failure> expirationOf(const QJsonObject &object)
{
    constexpr std::size_t kMostDigits = 16;
    const QJsonValue value = object.value(QLatin1String("expiration"));
    std::string digits = value.toString().toStdString();
    if (!value.isString() || digits.empty() || digits.size() > kMostDigits)
        return Failure("expiration is not a hexadecimal number of 64 bits");
    digits.insert(0, kMostDigits - digits.size(), '0');
    const auto bytes = fromHex(digits);
    if (!bytes)
        return Failure("expiration is not a hexadecimal number of 64 bits");
    std::uint64_t number = 0;
    for (const std::uint8_t byte : *bytes)
        number = (number << 8U) | byte;
    return number;
}

Result<std::vector<Principal>, Failure> targetsOf(const QJsonValue &value)
{
    if (!value.isArray())
        return Failure("targets is not a list");
    std::vector<Principal> targets;
    for (const QJsonValue &item : value.toArray()) {
        const auto bytes = fromHex(item.toString().toStdString());
        const auto principal = bytes ? Principal::fromBytes(*bytes) : std::nullopt;
        if (!item.isString() || !principal)
            return Failure("a target is not a principal in hexadecimal");
        targets.push_back(*principal);
    }
    return targets;
}

Result<Delegation, Failure> delegationOf(const QJsonObject &object)
{
    Delegation delegation;
    auto key = hexMember(object, QLatin1String("pubkey"));
    if (!key)
        return key.error();
    delegation.publicKey = std::move(key).value();
    const auto expiration = expirationOf(object);
    if (!expiration)
        return expiration.error();
    delegation.expirationNs = expiration.value();
    if (const QJsonValue value = object.value(QLatin1String("targets")); !value.isUndefined()) {
        auto targets = targetsOf(value);
        if (!targets)
            return targets.error();
        delegation.targets = std::move(targets).value();
    }
    const QJsonValue permissions = object.value(QLatin1String("permissions"));
    if (!permissions.isUndefined() && !permissions.isString())
        return Failure("permissions is not text");
    if (permissions.isString())
        delegation.permissions = permissions.toString().toStdString();
    return delegation;
}

Result<SignedDelegation, Failure> linkOf(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    if (!object.value(QLatin1String("delegation")).isObject())
        return Failure("a link has no delegation");
    auto delegation = delegationOf(object.value(QLatin1String("delegation")).toObject());
    if (!delegation)
        return delegation.error();
    auto signature = hexMember(object, QLatin1String("signature"));
    if (!signature)
        return signature.error();
    return SignedDelegation{std::move(delegation).value(), std::move(signature).value()};
}

QString hexText(BytesView bytes)
{
    return QString::fromStdString(toHex(bytes));
}

QJsonObject linkToJson(const SignedDelegation &link)
{
    const Delegation &delegation = link.delegation;
    QJsonObject inner{
        {QStringLiteral("expiration"), QString::number(delegation.expirationNs, 16)},
        {QStringLiteral("pubkey"), hexText(delegation.publicKey)},
    };
    if (delegation.targets) {
        QJsonArray targets;
        for (const Principal &target : *delegation.targets)
            targets.append(hexText(target.bytes()).toUpper());
        inner.insert(QStringLiteral("targets"), targets);
    }
    if (delegation.permissions)
        inner.insert(QStringLiteral("permissions"),
                     QString::fromStdString(*delegation.permissions));
    return {{QStringLiteral("delegation"), inner},
            {QStringLiteral("signature"), hexText(link.signature)}};
}

} // namespace

Result<DelegationChain, std::string> parseDelegationJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return Failure("not a JSON object");
    const QJsonObject object = document.object();
    DelegationChain chain;
    auto key = hexMember(object, QLatin1String("publicKey"));
    if (!key)
        return key.error();
    chain.publicKey = std::move(key).value();
    const QJsonValue links = object.value(QLatin1String("delegations"));
    if (!links.isArray())
        return Failure("delegations is not a list");
    for (const QJsonValue &item : links.toArray()) {
        auto link = linkOf(item);
        if (!link)
            return link.error();
        chain.links.push_back(std::move(link).value());
    }
    return chain;
}

QByteArray toDelegationJson(const DelegationChain &chain)
{
    QJsonArray links;
    for (const SignedDelegation &link : chain.links)
        links.append(linkToJson(link));
    const QJsonObject object{{QStringLiteral("publicKey"), hexText(chain.publicKey)},
                             {QStringLiteral("delegations"), links}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace ic
