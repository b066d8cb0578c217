#pragma once

#include <QList>
#include <QString>

#include <optional>

/// Fractional order keys: text that compares byte by byte, with room between any two
/// (formats.md 4.3). They order the elements of a drawing from back to front, so that an element
/// can be put anywhere by changing that element alone.

/// Whether `key` is well formed.
bool isOrderKey(const QString &key);

/// A key above `after` and below `before`; an empty side is open. Nothing if a side is malformed or
/// `after` is not below `before`.
std::optional<QString> orderKeyBetween(const QString &after, const QString &before);

/// `count` ascending keys between the two; empty under the same conditions as above.
QList<QString> orderKeysBetween(const QString &after, const QString &before, int count);

/// The same list with new keys for those that are malformed or not above their predecessor; valid
/// ones stay as they are.
QList<QString> repairedOrderKeys(const QList<QString> &keys);
