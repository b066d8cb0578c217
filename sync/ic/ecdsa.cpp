#include "sync/ic/ecdsa.h"

#include "sync/ic/sha.h"

#include <memory>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/param_build.h>

namespace ic {

namespace {

template <auto free>
struct Free
{
    template <typename T>
    void operator()(T *object) const
    {
        free(object);
    }
};
using GroupPtr = std::unique_ptr<EC_GROUP, Free<EC_GROUP_free>>;
using PointPtr = std::unique_ptr<EC_POINT, Free<EC_POINT_free>>;
using NumberPtr = std::unique_ptr<BIGNUM, Free<BN_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using KeyContextPtr = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using SignaturePtr = std::unique_ptr<ECDSA_SIG, Free<ECDSA_SIG_free>>;

constexpr std::size_t kCoordinate = 32;

GroupPtr groupOf(KeyScheme scheme)
{
    const int curve = scheme == KeyScheme::P256 ? NID_X9_62_prime256v1 : NID_secp256k1;
    return GroupPtr(EC_GROUP_new_by_curve_name(curve));
}

KeyPtr opensslKey(const PublicKey &key)
{
    std::string group = key.scheme == KeyScheme::P256 ? "P-256" : "secp256k1";
    Bytes point = key.raw;
    const std::array<OSSL_PARAM, 3> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size()),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
        OSSL_PARAM_construct_end()};
    const KeyContextPtr context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY *made = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(),
                             &made,
                             EVP_PKEY_PUBLIC_KEY,
                             const_cast<OSSL_PARAM *>(parameters.data()))
               != 1)
        return nullptr;
    return KeyPtr(made);
}

/// r and s as OpenSSL wants them (ASN.1 DER); empty if `rule` forbids this s.
Bytes toDer(KeyScheme scheme, BytesView signature, EcdsaRule rule)
{
    NumberPtr r(BN_bin2bn(signature.data(), kCoordinate, nullptr));
    NumberPtr s(BN_bin2bn(signature.data() + kCoordinate, kCoordinate, nullptr));
    const GroupPtr group = groupOf(scheme);
    const NumberPtr half(BN_dup(EC_GROUP_get0_order(group.get())));
    if (!r || !s || !half || BN_rshift1(half.get(), half.get()) != 1)
        return {};
    const bool anyS = scheme == KeyScheme::P256 && rule == EcdsaRule::AnySForP256;
    if (!anyS && BN_cmp(s.get(), half.get()) > 0)
        return {};
    const SignaturePtr pair(ECDSA_SIG_new());
    if (!pair || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1)
        return {};
    (void)r.release(); // the pair owns them now
    (void)s.release();
    unsigned char *encoded = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &encoded);
    if (size <= 0)
        return {};
    Bytes der(encoded, encoded + size);
    OPENSSL_free(encoded);
    return der;
}

} // namespace

bool isPointOnCurve(KeyScheme scheme, BytesView raw)
{
    constexpr std::uint8_t kUncompressed = 4;
    if (raw.size() != 1 + 2 * kCoordinate || raw[0] != kUncompressed)
        return false;
    const GroupPtr group = groupOf(scheme);
    const PointPtr point(EC_POINT_new(group.get()));
    return point
           && EC_POINT_oct2point(group.get(), point.get(), raw.data(), raw.size(), nullptr) == 1
           && EC_POINT_is_on_curve(group.get(), point.get(), nullptr) == 1
           && EC_POINT_is_at_infinity(group.get(), point.get()) == 0;
}

bool verifyEcdsa(const PublicKey &key, BytesView message, BytesView signature, EcdsaRule rule)
{
    if (signature.size() != 2 * kCoordinate)
        return false;
    const Bytes der = toDer(key.scheme, signature, rule);
    const KeyPtr opensslPublic = opensslKey(key);
    if (der.empty() || !opensslPublic)
        return false;
    const KeyContextPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, opensslPublic.get(), nullptr));
    const Hash digest = sha256(message);
    return context && EVP_PKEY_verify_init(context.get()) == 1
           && EVP_PKEY_verify(context.get(), der.data(), der.size(), digest.data(), digest.size())
                  == 1;
}

} // namespace ic
