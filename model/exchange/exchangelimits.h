#pragma once

#include <QtGlobal>

/// What a file from outside may cost. Beyond these it is reported and left alone.

constexpr qint64 kMaxNoteBytes = qint64{10} * 1024 * 1024; ///< A row's body may inflate to 16 MiB.
constexpr qint64 kMaxDrawingBytes = qint64{100} * 1024 * 1024;
constexpr qint64 kMaxAttachmentBytes = qint64{200} * 1024 * 1024;
constexpr int kMaxFiles = 200'000;
constexpr int kMaxFolderDepth = 64;
constexpr int kMaxJsonDepth = 64;
constexpr int kMaxElements = 500'000;
constexpr int kMaxPoints = 200'000; ///< Per element.
constexpr qsizetype kMaxElementText = qsizetype{1024} * 1024; ///< UTF-16 units.
constexpr qsizetype kMaxElementIdLength = 256;
constexpr double kMaxCoordinate = 1e9;
constexpr qsizetype kMaxFrontMatter = qsizetype{64} * 1024;
constexpr int kMaxTags = 200; ///< Per note.
constexpr qsizetype kMaxTagLength = 200;

/// A file name's UTF-8 bytes, its ending included: what common file systems take, with room for a
/// number.
constexpr qsizetype kMaxNameBytes = 200;
