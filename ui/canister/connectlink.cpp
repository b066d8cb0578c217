#include "ui/canister/connectlink.h"

#include <QUrl>
#include <QUrlQuery>

namespace {

QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

} // namespace

QString mainNetworkUrl()
{
    return QStringLiteral("https://icp-api.io");
}

bool ConnectLink::isOne(const QString &text)
{
    return text.trimmed().startsWith(QLatin1String("sheaf:"), Qt::CaseInsensitive);
}

QString ConnectLink::toText() const
{
    QString text =
        QStringLiteral("sheaf://connect?host=%1&canister=%2").arg(encoded(url), encoded(canister));
    if (!claim.isEmpty())
        text += QStringLiteral("&claim=") + encoded(claim);
    if (!invite.isEmpty())
        text += QStringLiteral("&invite=") + encoded(invite);
    return text;
}

std::optional<ConnectLink> ConnectLink::fromText(const QString &text)
{
    const QUrl parsed(text.trimmed(), QUrl::StrictMode);
    if (!parsed.isValid() || parsed.scheme() != QLatin1String("sheaf")
        || parsed.host() != QLatin1String("connect"))
        return std::nullopt;
    const QUrlQuery query(parsed);
    const auto value = [&query](const char *name) {
        return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).trimmed();
    };
    ConnectLink link{value("host"), value("canister"), value("claim"), value("invite")};
    if (link.canister.isEmpty())
        return std::nullopt;
    if (link.url.isEmpty())
        link.url = mainNetworkUrl();
    return link;
}
