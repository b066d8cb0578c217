#pragma once

#include <QSet>
#include <QString>

/// `title` as the name of a file or folder on any common system: no separators, control characters
/// or reserved names, no dot or space at the ends, at most `kMaxNameBytes` bytes of UTF-8 together
/// with `ending`, no character cut. Never empty.
QString cleanFileName(const QString &title, const QString &ending);

/// A relative path made harmless part by part: no "..", no absolute path. Never empty.
QString cleanPath(const QString &path);

/// Names taken in one folder; case and the composition of accents do not tell them apart.
class NamesOfFolder
{
public:
    /// `name` + `ending`, with a number before the ending if that is taken.
    QString claim(const QString &name, const QString &ending);
    bool contains(const QString &name) const;
    void insert(const QString &name);

private:
    QSet<QString> m_taken;
};
