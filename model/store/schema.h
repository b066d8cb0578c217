#pragma once

#include "model/store/sqliteconnection.h"

/// docs/schema.md explains every table.
namespace schema {

constexpr std::int32_t kApplicationId = 0x53686561; ///< "Shea"; `file` and SQLite show it.

int newestVersion();

/// What a file is, without changing it.
struct Stamp
{
    bool empty = false; ///< No table in it: a new file.
    std::int32_t applicationId = 0;
    int version = 0;
};
Stamp stampOf(SqliteConnection &connection);

/// Brings the file from its version to `target`, one transaction per migration, so that a crash
/// leaves one of the numbered versions. Never used on a newer one.
Result<Done, StoreError> migrate(SqliteConnection &connection, int target);

} // namespace schema
