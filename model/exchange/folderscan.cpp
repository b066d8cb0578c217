#include "model/exchange/folderscan.h"

#include "model/exchange/exchangelimits.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace {

using Remark = ExchangeReport::Remark;

class Scanner
{
public:
    Scanner(const QString &folder, ExchangeReport &report)
        : m_root(QFileInfo(folder).canonicalFilePath())
        , m_report(report)
    {}

    QList<FoundFile> run();

private:
    void enter(const QString &relative, int depth);
    void take(const QFileInfo &entry, const QString &relative, int depth);
    void skip(const QString &path, const QString &reason)
    {
        m_report.add(Remark::Skipped, path, reason);
    }
    bool leadsOut(const QFileInfo &entry) const;

    QString m_root;
    ExchangeReport &m_report;
    QList<FoundFile> m_files;
    bool m_full = false;
};

bool Scanner::leadsOut(const QFileInfo &entry) const
{
    const QString target = entry.canonicalFilePath();
    return !target.startsWith(m_root + QLatin1Char('/'));
}

void Scanner::take(const QFileInfo &entry, const QString &relative, int depth)
{
    if (entry.fileName().startsWith(QLatin1Char('.')))
        return skip(relative, ExchangeReport::tr("Hidden (its name starts with a dot)."));
    if (entry.isSymLink() && (leadsOut(entry) || entry.isDir()))
        return skip(relative, ExchangeReport::tr("A link to another place."));
    if (entry.isDir()) {
        if (depth >= kMaxFolderDepth)
            return skip(relative, ExchangeReport::tr("The folders are nested too deeply."));
        return enter(relative, depth + 1);
    }
    if (!entry.isFile())
        return skip(relative, ExchangeReport::tr("Not an ordinary file."));
    if (m_files.size() >= kMaxFiles) {
        if (!m_full)
            skip(relative, ExchangeReport::tr("Too many files; this one and all after it."));
        m_full = true;
        return;
    }
    m_files.append(foundFile(entry.filePath(), relative));
}

void Scanner::enter(const QString &relative, int depth)
{
    const QDir folder(relative.isEmpty() ? m_root : m_root + QLatin1Char('/') + relative);
    if (!folder.isReadable())
        return m_report.add(
            Remark::Failed, relative, ExchangeReport::tr("The folder cannot be read."));
    const QFileInfoList entries = folder.entryInfoList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        const QString name = entry.fileName();
        take(entry, relative.isEmpty() ? name : relative + QLatin1Char('/') + name, depth);
    }
}

QList<FoundFile> Scanner::run()
{
    enter(QString(), 0);
    std::sort(m_files.begin(), m_files.end(), [](const FoundFile &a, const FoundFile &b) {
        return a.path < b.path;
    });
    return m_files;
}

} // namespace

QString FoundFile::folder() const
{
    return path.left(std::max(qsizetype(0), path.lastIndexOf(QLatin1Char('/'))));
}

QString FoundFile::title() const
{
    const QString name = path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
    QString stem = name.left(name.lastIndexOf(QLatin1Char('.')));
    const QString drawing = QStringLiteral(".excalidraw");
    if (stem.size() > drawing.size() && stem.endsWith(drawing, Qt::CaseInsensitive))
        stem.chop(drawing.size());
    return stem;
}

FoundFile::Kind fileKind(const QString &name)
{
    static const QStringList texts{
        QStringLiteral(".md"), QStringLiteral(".markdown"), QStringLiteral(".txt")};
    if (name.endsWith(QStringLiteral(".excalidraw"), Qt::CaseInsensitive))
        return FoundFile::Kind::Drawing;
    const bool isText = std::any_of(texts.begin(), texts.end(), [&name](const QString &ending) {
        return name.endsWith(ending, Qt::CaseInsensitive);
    });
    return isText ? FoundFile::Kind::Note : FoundFile::Kind::Attachment;
}

FoundFile foundFile(const QString &absolute, const QString &relative)
{
    const QFileInfo info(absolute);
    FoundFile file;
    file.kind = fileKind(relative);
    file.path = relative;
    file.absolute = absolute;
    file.size = info.size();
    file.modified = info.lastModified().toMSecsSinceEpoch();
    return file;
}

QList<FoundFile> scanFolder(const QString &folder, ExchangeReport &report)
{
    return Scanner(folder, report).run();
}
