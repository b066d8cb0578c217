#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

/// What Sheaf reads from the properties at the top of a note, which stay in the text as they are.
struct FrontMatter
{
    QStringList tags; ///< Without '#', in order, without repeats (case does not count).
    std::optional<std::int64_t> created; ///< ms since 1970
    std::optional<std::int64_t> updated; ///< ms since 1970
};

/// Units of `text` from its start to behind the closing `---` or `...` line; 0 if there are no
/// properties. A byte order mark before them is allowed.
qsizetype frontMatterLength(const QString &text);

/// Not YAML in full: top-level `tags` (also `tag`, `keywords`) as a list in brackets, as lines with
/// dashes or separated by commas or spaces, and dates under the names that common programs use.
/// What it does not understand is no error. Dates without a time zone are local time.
FrontMatter readFrontMatter(const QString &text);
