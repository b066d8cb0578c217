#pragma once

#include "model/store/rowwriter.h"

/// Attachments of versions before chunks, whose bytes are rows of their own (`piece`), moved to
/// chunks. Works inside the write transaction of a `RowWriter`.
class OldPieces
{
public:
    OldPieces(SqliteConnection &connection, RowWriter &writer)
        : m_connection(connection)
        , m_writer(writer)
    {}

    /// Whether `moveOne` or `retire` may have something to do.
    static bool isAny(SqliteConnection &connection);

    /// Rewrites one attachment whose pieces are all here, to be pushed; false if there is none.
    bool moveOne();
    /// Deletes pieces that moved, once the master has every attachment as this device has it and no
    /// attachment names them any more. At most `most` of them.
    void retire(int most);

private:
    bool takePieces(Attachment &attachment);
    bool forgetUnsent(const DocumentId &piece);
    bool isStillNamed(const DocumentId &piece);

    SqliteConnection &m_connection;
    RowWriter &m_writer;
};
