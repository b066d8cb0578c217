#include "model/store/historytable.h"

#include "model/document/documentcodec.h"
#include "model/store/rowtable.h"

namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;
constexpr std::int64_t kDayMs = 24 * kHourMs;
constexpr std::int64_t kTypingMs = 5 * kMinuteMs;
constexpr int kMostEntries = 1000;

} // namespace

bool HistoryTable::belongsToTyping(const Earlier &earlier, const Replacement &replacement)
{
    if (earlier.origin != HistoryReason::Edited || !earlier.device.isEmpty()
        || replacement.reason != HistoryReason::Edited || replacement.takesMuchAway)
        return false;
    const std::int64_t last =
        m_connection.number(QStringLiteral("SELECT replaced_at FROM history WHERE id = ?"
                                           " ORDER BY entry DESC LIMIT 1"),
                            {earlier.id.text()});
    // A clock that was set back must not make the pause endless.
    return last > 0 && replacement.atMs >= last && replacement.atMs - last < kTypingMs;
}

void HistoryTable::keep(const Earlier &earlier, const Replacement &replacement)
{
    if (belongsToTyping(earlier, replacement))
        return;
    m_connection.run(
        QStringLiteral("INSERT INTO history (id, saved_at, replaced_at, reason, device,"
                       " kind, schema, body, blobs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {earlier.id.text(),
         static_cast<qlonglong>(earlier.savedAt),
         static_cast<qlonglong>(replacement.atMs),
         static_cast<int>(replacement.reason),
         notNull(earlier.device),
         earlier.kind,
         earlier.schema,
         notNull(earlier.body),
         notNull(earlier.blobs)});
}

QList<HistoryEntry> HistoryTable::list(const DocumentId &id)
{
    SqliteQuery query(m_connection,
                      QStringLiteral("SELECT entry, saved_at, reason, device FROM history"
                                     " WHERE id = ? ORDER BY entry DESC"),
                      {id.text()});
    QList<HistoryEntry> entries;
    while (query.next()) {
        HistoryEntry entry;
        entry.entry = query.integer(0);
        entry.id = id;
        entry.savedAt = query.integer(1);
        entry.reason = static_cast<HistoryReason>(query.integer(2));
        entry.device = query.text(3);
        entries.append(entry);
    }
    return entries;
}

std::optional<Document> HistoryTable::state(std::int64_t entry)
{
    SqliteQuery query(
        m_connection,
        QStringLiteral("SELECT id, kind, schema, body, blobs FROM history WHERE entry = ?"),
        {static_cast<qlonglong>(entry)});
    if (!query.next())
        return std::nullopt;
    Document document = documentFromBody(DocumentId(query.text(0)),
                                         query.text(1),
                                         false,
                                         static_cast<std::uint16_t>(query.integer(2)),
                                         query.bytes(3));
    document.blobs = splitBlobs(query.bytes(4));
    return document;
}

void HistoryTable::thin(std::int64_t nowMs)
{
    // Keeps the newest own edit of each hour or day.
    const QString onePer =
        QStringLiteral("DELETE FROM history WHERE reason = ? AND device = '' AND replaced_at < ?"
                       " AND entry NOT IN (SELECT max(entry) FROM history"
                       " WHERE reason = ? AND device = '' GROUP BY id, replaced_at / ?)");
    const int edited = static_cast<int>(HistoryReason::Edited);
    m_connection.run(
        onePer,
        {edited, static_cast<qlonglong>(nowMs - kDayMs), edited, static_cast<qlonglong>(kHourMs)});
    m_connection.run(onePer,
                     {edited,
                      static_cast<qlonglong>(nowMs - 30 * kDayMs),
                      edited,
                      static_cast<qlonglong>(kDayMs)});
    m_connection.run(QStringLiteral("DELETE FROM history WHERE replaced_at < ?"),
                     {static_cast<qlonglong>(nowMs - 365 * kDayMs)});
    m_connection.run(
        QStringLiteral("DELETE FROM history WHERE entry IN (SELECT entry FROM (SELECT entry,"
                       " row_number() OVER (PARTITION BY id ORDER BY entry DESC) AS place"
                       " FROM history) WHERE place > ?)"),
        {kMostEntries});
}
