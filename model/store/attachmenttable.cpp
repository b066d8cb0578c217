#include "model/store/attachmenttable.h"

#include "model/document/documentcodec.h"
#include "model/store/rowtable.h"

namespace {

QString keyOf(const QString &path)
{
    return path.normalized(QString::NormalizationForm_C).toCaseFolded();
}

std::optional<Attachment> attachmentOf(const SqliteQuery &query)
{
    Document document = documentFromBody(DocumentId(query.text(0)),
                                         kindName(DocumentKind::Attachment),
                                         false,
                                         static_cast<std::uint16_t>(query.integer(1)),
                                         query.bytes(2));
    document.blobs = splitBlobs(query.bytes(3));
    return Attachment::fromDocument(document);
}

} // namespace

QString fileNameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
}

void AttachmentTable::put(std::int64_t n, const Attachment &attachment)
{
    m_connection.run(QStringLiteral("INSERT OR REPLACE INTO attachments VALUES (?, ?, ?)"),
                     {static_cast<qlonglong>(n),
                      notNull(keyOf(attachment.path)),
                      notNull(keyOf(attachment.name))});
}

void AttachmentTable::remove(std::int64_t n)
{
    m_connection.run(QStringLiteral("DELETE FROM attachments WHERE n = ?"),
                     {static_cast<qlonglong>(n)});
}

std::optional<Attachment>
AttachmentTable::first(const QString &where, const QString &key, const QString &ending)
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT d.id, d.schema, d.body, d.blobs FROM attachments a"
                                     " JOIN documents d ON d.n = a.n WHERE a.%1 = ?"
                                     " ORDER BY substr(a.path_key, -length(?)) = ? DESC,"
                                     " a.path_key, a.n LIMIT 1")
                          .arg(where),
                      {notNull(key), notNull(ending), notNull(ending)});
    return query.next() ? attachmentOf(query) : std::nullopt;
}

std::optional<Attachment> AttachmentTable::atPath(const QString &path)
{
    return first(QStringLiteral("path_key"), keyOf(path), {});
}

std::optional<Attachment> AttachmentTable::find(const QString &path)
{
    if (auto exact = atPath(path))
        return exact;
    return first(
        QStringLiteral("name_key"), keyOf(fileNameOf(path)), QLatin1Char('/') + keyOf(path));
}

QList<Attachment> AttachmentTable::all()
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT d.id, d.schema, d.body, d.blobs FROM attachments a"
                                     " JOIN documents d ON d.n = a.n ORDER BY a.path_key, a.n"));
    QList<Attachment> attachments;
    while (query.next()) {
        if (auto attachment = attachmentOf(query))
            attachments.append(*attachment);
    }
    return attachments;
}
