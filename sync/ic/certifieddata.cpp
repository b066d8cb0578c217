#include "sync/ic/certifieddata.h"

namespace ic {

const char *toString(CertifiedDataFault fault)
{
    switch (fault) {
    case CertifiedDataFault::Malformed:
        return "witness_malformed";
    case CertifiedDataFault::NoData:
        return "no_certified_data";
    case CertifiedDataFault::OtherData:
        return "other_certified_data";
    }
    return "";
}

Result<HashTree, CertifiedDataFault>
certifiedTree(const Certificate &certificate, const Principal &canister, BytesView witness)
{
    auto tree = HashTree::decode(witness);
    if (!tree || !tree->isWellFormed())
        return CertifiedDataFault::Malformed;
    const Lookup data = certificate.tree.lookup(
        {toBytes("canister"), toBytes(canister.bytes()), toBytes("certified_data")});
    if (data.status != LookupStatus::Found)
        return CertifiedDataFault::NoData;
    if (!sameBytes(data.value, tree->rootHash()))
        return CertifiedDataFault::OtherData;
    return *std::move(tree);
}

} // namespace ic
