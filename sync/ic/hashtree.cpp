#include "sync/ic/hashtree.h"

#include "sync/ic/sha.h"

#include <algorithm>

namespace ic {

namespace {

enum class Node : std::uint64_t { Empty = 0, Fork = 1, Labeled = 2, Leaf = 3, Pruned = 4 };

Node kindOf(const cbor::Value &node)
{
    return static_cast<Node>(*node.asArray()->front().asUnsigned());
}

const cbor::Value &child(const cbor::Value &node, std::size_t index)
{
    return (*node.asArray())[index];
}

BytesView bytesOf(const cbor::Value &node)
{
    return *child(node, 1).asBytes();
}

bool isTree(const cbor::Value &node)
{
    const auto *parts = node.asArray();
    if (!parts || parts->empty() || !parts->front().asUnsigned())
        return false;
    const std::size_t size = parts->size();
    const auto hasBytes = [&](std::size_t wanted) {
        return size == wanted && (*parts)[1].asBytes();
    };
    switch (static_cast<Node>(*parts->front().asUnsigned())) {
    case Node::Empty:
        return size == 1;
    case Node::Fork:
        return size == 3 && isTree((*parts)[1]) && isTree((*parts)[2]);
    case Node::Labeled:
        return hasBytes(3) && isTree((*parts)[2]);
    case Node::Leaf:
        return hasBytes(2);
    case Node::Pruned:
        return hasBytes(2) && (*parts)[1].asBytes()->size() == sizeof(Hash);
    }
    return false;
}

Hash hashOf(const cbor::Value &node)
{
    static const Bytes kEmpty = domainSeparator("ic-hashtree-empty");
    static const Bytes kFork = domainSeparator("ic-hashtree-fork");
    static const Bytes kLabeled = domainSeparator("ic-hashtree-labeled");
    static const Bytes kLeaf = domainSeparator("ic-hashtree-leaf");
    switch (kindOf(node)) {
    case Node::Empty:
        return sha256(kEmpty);
    case Node::Fork:
        return Sha256().add(kFork).add(hashOf(child(node, 1))).add(hashOf(child(node, 2))).finish();
    case Node::Labeled:
        return Sha256().add(kLabeled).add(bytesOf(node)).add(hashOf(child(node, 2))).finish();
    case Node::Leaf:
        return Sha256().add(kLeaf).add(bytesOf(node)).finish();
    case Node::Pruned:
        break;
    }
    Hash hash{};
    std::copy_n(bytesOf(node).begin(), hash.size(), hash.begin());
    return hash;
}

using Nodes = std::vector<const cbor::Value *>;

/// The nodes that forks join, left to right, without empty ones.
void flatten(const cbor::Value &node, Nodes &out)
{
    const Node kind = kindOf(node);
    if (kind == Node::Fork) {
        flatten(child(node, 1), out);
        flatten(child(node, 2), out);
    } else if (kind != Node::Empty) {
        out.push_back(&node);
    }
}

bool isLabeled(const cbor::Value *node)
{
    return kindOf(*node) == Node::Labeled;
}

/// Whether the labels on both sides leave no room for `label`.
bool isProvablyAbsent(const Nodes &nodes, BytesView label)
{
    if (nodes.empty() || (nodes.size() == 1 && kindOf(*nodes.front()) == Node::Leaf))
        return true;
    if (isLabeled(nodes.front()) && lessBytes(label, bytesOf(*nodes.front())))
        return true;
    if (isLabeled(nodes.back()) && lessBytes(bytesOf(*nodes.back()), label))
        return true;
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        if (isLabeled(nodes[i - 1]) && isLabeled(nodes[i])
            && lessBytes(bytesOf(*nodes[i - 1]), label) && lessBytes(label, bytesOf(*nodes[i])))
            return true;
    }
    return false;
}

bool isOrdered(const cbor::Value &node)
{
    Nodes nodes;
    flatten(node, nodes);
    const cbor::Value *previous = nullptr;
    for (const cbor::Value *entry : nodes) {
        if (kindOf(*entry) == Node::Leaf && nodes.size() > 1)
            return false;
        if (!isLabeled(entry))
            continue;
        if (previous && !lessBytes(bytesOf(*previous), bytesOf(*entry)))
            return false;
        if (!isOrdered(child(*entry, 2)))
            return false;
        previous = entry;
    }
    return true;
}

void collectLeaves(const cbor::Value &node, std::vector<BytesView> &out)
{
    switch (kindOf(node)) {
    case Node::Fork:
        collectLeaves(child(node, 1), out);
        collectLeaves(child(node, 2), out);
        return;
    case Node::Labeled:
        collectLeaves(child(node, 2), out);
        return;
    case Node::Leaf:
        out.push_back(bytesOf(node));
        return;
    case Node::Empty:
    case Node::Pruned:
        return;
    }
}

} // namespace

std::optional<HashTree> HashTree::fromCbor(cbor::Value value)
{
    if (!isTree(value))
        return std::nullopt;
    return HashTree(std::move(value));
}

std::optional<HashTree> HashTree::decode(BytesView bytes)
{
    cbor::DecodeOptions options;
    options.maxDepth = kMaxDepth;
    options.maxItems = kMaxItems;
    options.allowFloats = false;
    options.allowSimple = false;
    auto value = cbor::decode(bytes, options);
    if (!value)
        return std::nullopt;
    return fromCbor(std::move(value).value());
}

Hash HashTree::rootHash() const
{
    return hashOf(m_root);
}

bool HashTree::isWellFormed() const
{
    return isOrdered(m_root);
}

HashTree::Place HashTree::locate(const Path &path) const
{
    const cbor::Value *node = &m_root;
    for (const Bytes &label : path) {
        Nodes nodes;
        flatten(*node, nodes);
        const auto it = std::find_if(nodes.begin(), nodes.end(), [&](const cbor::Value *entry) {
            return isLabeled(entry) && sameBytes(bytesOf(*entry), label);
        });
        if (it == nodes.end()) {
            const bool absent = isProvablyAbsent(nodes, label);
            return {absent ? LookupStatus::Absent : LookupStatus::Unknown, nullptr};
        }
        node = &child(**it, 2);
    }
    switch (kindOf(*node)) {
    case Node::Empty:
        return {LookupStatus::Absent, nullptr};
    case Node::Pruned:
        return {LookupStatus::Unknown, nullptr};
    case Node::Fork:
    case Node::Labeled:
    case Node::Leaf:
        break;
    }
    return {LookupStatus::Found, node};
}

Lookup HashTree::lookup(const Path &path) const
{
    const Place place = locate(path);
    if (place.status != LookupStatus::Found)
        return {place.status, {}};
    if (kindOf(*place.node) != Node::Leaf)
        return {LookupStatus::Error, {}};
    return {LookupStatus::Found, bytesOf(*place.node)};
}

LookupStatus HashTree::find(const Path &path) const
{
    return locate(path).status;
}

std::vector<BytesView> HashTree::valuesBelow(const Path &path) const
{
    std::vector<BytesView> values;
    if (const Place place = locate(path); place.status == LookupStatus::Found)
        collectLeaves(*place.node, values);
    return values;
}

std::vector<BytesView> HashTree::labelsBelow(const Path &path) const
{
    std::vector<BytesView> labels;
    Nodes nodes;
    if (const Place place = locate(path); place.status == LookupStatus::Found)
        flatten(*place.node, nodes);
    for (const cbor::Value *node : nodes) {
        if (isLabeled(node))
            labels.push_back(bytesOf(*node));
    }
    return labels;
}

} // namespace ic
