#pragma once

#include <QJsonObject>
#include <QStringList>

struct ElementMerge
{
    enum class Outcome {
        Theirs, ///< Nothing of mine is left: `json` is theirs, to the letter.
        Mine, ///< Only mine changed: `json` is mine, to the letter.
        Both, ///< `json` is new: its version is above both, its nonce follows from both.
    };
    Outcome outcome = Outcome::Both;
    QJsonObject json;
    QStringList clashes; ///< "geometry", "text" or the name of a field; mine is in `json`.
};

/// Three states of one Excalidraw element, by groups of fields. Pure and, but for clashes, the same
/// with the sides exchanged, so that two devices that merge at once agree.
///
/// A difference in `version`, `versionNonce` or `updated` alone is none. If both gave it another
/// order key, the side with the higher version (then the lower nonce) wins, as Excalidraw decides.
/// A text's box follows from its text, so moving a text and typing in it do not clash.
ElementMerge
mergeElements(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs);

/// Whether they say the same, whoever wrote them last.
bool isSameElement(const QJsonObject &a, const QJsonObject &b);
