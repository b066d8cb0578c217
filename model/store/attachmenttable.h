#pragma once

#include "model/document/document.h"
#include "model/store/sqliteconnection.h"

#include <optional>

/// Attachments by path and by file name, both without regard to case and to how accents are
/// composed.
class AttachmentTable
{
public:
    explicit AttachmentTable(SqliteConnection &connection)
        : m_connection(connection)
    {}

    void put(std::int64_t n, const Attachment &attachment);
    void remove(std::int64_t n);
    /// By exact path, else by file name: whose path ends like `path`, else the first by path order.
    std::optional<Attachment> find(const QString &path);
    std::optional<Attachment> atPath(const QString &path);
    QList<Attachment> all();

private:
    std::optional<Attachment>
    first(const QString &where, const QString &key, const QString &ending);
    SqliteConnection &m_connection;
};

/// The part after the last '/'.
QString fileNameOf(const QString &path);
