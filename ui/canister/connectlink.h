#pragma once

#include <QString>

#include <optional>

/// All that connecting takes, as one text to send and to paste:
///   sheaf://connect?host=https%3A%2F%2Ficp-api.io&canister=rrkah-fqaaa-aaaaa-aaaaq-cai&claim=CODE
/// `host` is the address (left out: https://icp-api.io); `claim` or `invite` may be there. Other
/// members are passed over. What it says is not checked here: the dialog and the commands do that.
struct ConnectLink
{
    QString url;
    QString canister;
    QString claim; ///< Empty: none.
    QString invite; ///< Empty: none.

    /// The one that is there; a canister that nobody owns takes it as claim, else as invite.
    QString code() const { return claim.isEmpty() ? invite : claim; }
    QString toText() const;

    /// Nothing if `text` is no link of this kind. Blanks around it are passed over.
    static std::optional<ConnectLink> fromText(const QString &text);
    /// Whether it begins as one, complete or not.
    static bool isOne(const QString &text);

    friend bool operator==(const ConnectLink &, const ConnectLink &) = default;
};

/// The address of the main network.
QString mainNetworkUrl();
