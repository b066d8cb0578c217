#pragma once

#include "model/base/cbor.h"
#include "sync/ic/bytes.h"

namespace ic {

/// Labels from the root to a node; compared as unsigned bytes.
using Path = std::vector<Bytes>;

enum class LookupStatus {
    Found,
    Absent, ///< Proved: there is nothing.
    Unknown, ///< The tree does not say.
    Error, ///< The path ends on an inner node.
};

struct Lookup
{
    LookupStatus status = LookupStatus::Unknown;
    BytesView value; ///< If found; valid as long as the tree.
};

/// A Merkle tree with labels, parts of which may be replaced by their hashes (interface
/// specification, "Certification").
class HashTree
{
public:
    static constexpr std::size_t kMaxDepth = 128;
    /// Values in the encoding; the main network's largest certificate has some twenty thousand.
    static constexpr std::size_t kMaxItems = 250'000;

    /// Nothing if `value` is not such a tree.
    static std::optional<HashTree> fromCbor(cbor::Value value);
    /// Bytes without the self-describing tag or with it.
    static std::optional<HashTree> decode(BytesView bytes);

    Hash rootHash() const;

    /// Labels in ascending order without repeats, leaves not beside labels. Where this is false
    /// lookups mean nothing.
    bool isWellFormed() const;

    Lookup lookup(const Path &path) const;
    /// Like `lookup`, but an inner node is found as well; `value` stays empty.
    LookupStatus find(const Path &path) const;

    /// Values of all leaves that can be seen at or below `path`, in order.
    std::vector<BytesView> valuesBelow(const Path &path) const;
    /// Labels that can be seen directly below `path`, in order.
    std::vector<BytesView> labelsBelow(const Path &path) const;

private:
    explicit HashTree(cbor::Value root)
        : m_root(std::move(root))
    {}

    struct Place
    {
        LookupStatus status;
        const cbor::Value *node;
    };
    Place locate(const Path &path) const;

    cbor::Value m_root; ///< Its shape was checked.
};

} // namespace ic
