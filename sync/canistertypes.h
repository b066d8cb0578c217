#pragma once

#include "sync/ic/candidtypes.h"

/// The types of canister/sheaf.did.
struct CanisterTypes
{
    using TypeRef = ic::candid::TypeRef;

    CanisterTypes();

    ic::candid::TypeTable table;

    // Records and variants, by their names in sheaf.did.
    TypeRef proof, checkpoint, pushRow, masterRow, head;
    TypeRef pullArgs, pushArgs, manifestArgs;
    TypeRef pullReply, pushReply, manifestReply, getReply;
    TypeRef manifestEntry, rowResult, resync;
    TypeRef chunk, chunkRange, chunkPart, putChunksReply, getChunksReply;
    TypeRef chunks, ranges; ///< Arguments: vec chunk, vec chunkRange
    TypeRef putChunksResult, getChunksResult, missingChunksResult;
    TypeRef headResult, pullResult, pushResult, getResult, manifestResult;
    TypeRef certifiedHead, certifiedHeadResult;
    TypeRef checkInArgs, device, devicesResult;
    TypeRef ids; ///< vec text
    TypeRef blobs; ///< vec blob

private:
    void addRows();
    void addResults();
    void addChunks(TypeRef error);
    void addDevices(TypeRef error);
};

/// The id of a field or case, computed while compiling.
constexpr std::uint32_t operator""_id(const char *name, std::size_t length)
{
    return ic::candid::fieldId({name, length});
}
