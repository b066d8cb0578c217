#include "sync/ic/bls.h"

#include <blst.h>

namespace ic {

bool verifyBls(BytesView publicKey, BytesView signature, BytesView message)
{
    static constexpr std::string_view kDomain = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
    constexpr std::size_t kKeyBytes = 96;
    constexpr std::size_t kSignatureBytes = 48;
    if (publicKey.size() != kKeyBytes || signature.size() != kSignatureBytes)
        return false;
    blst_p2_affine key;
    blst_p1_affine point;
    if (blst_p2_uncompress(&key, publicKey.data()) != BLST_SUCCESS
        || blst_p1_uncompress(&point, signature.data()) != BLST_SUCCESS)
        return false;
    // A key and a signature at infinity would verify anything.
    if (blst_p2_affine_is_inf(&key) || blst_p1_affine_is_inf(&point))
        return false;
    if (!blst_p2_affine_in_g2(&key) || !blst_p1_affine_in_g1(&point))
        return false;
    const auto *domain = reinterpret_cast<const ::byte *>(kDomain.data());
    return blst_core_verify_pk_in_g2(&key,
                                     &point,
                                     true,
                                     message.data(),
                                     message.size(),
                                     domain,
                                     kDomain.size(),
                                     nullptr,
                                     0)
           == BLST_SUCCESS;
}

} // namespace ic
