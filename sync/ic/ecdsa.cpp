#include "sync/ic/ecdsa.h"

#include "sync/ic/opensslhandles.h"
#include "sync/ic/sha.h"

#include <openssl/core_names.h>
#include <openssl/obj_mac.h>

namespace ic {

using namespace openssl;

namespace {

constexpr std::size_t kCoordinate = 32;

GroupPtr groupOf(KeyScheme scheme)
{
    const int curve = scheme == KeyScheme::P256 ? NID_X9_62_prime256v1 : NID_secp256k1;
    return GroupPtr(EC_GROUP_new_by_curve_name(curve));
}

std::string groupName(KeyScheme scheme)
{
    return scheme == KeyScheme::P256 ? "P-256" : "secp256k1";
}

KeyPtr makeKey(int selection, OSSL_PARAM *parameters)
{
    const KeyContextPtr context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY *made = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &made, selection, parameters) != 1)
        return nullptr;
    return KeyPtr(made);
}

KeyPtr publicKeyOf(const PublicKey &key)
{
    std::string group = groupName(key.scheme);
    Bytes point = key.raw;
    std::array<OSSL_PARAM, 3> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size()),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
        OSSL_PARAM_construct_end()};
    return makeKey(EVP_PKEY_PUBLIC_KEY, parameters.data());
}

KeyPtr privateKeyOf(KeyScheme scheme, BytesView secret, BytesView publicPoint)
{
    std::string group = groupName(scheme);
    Bytes point = toBytes(publicPoint);
    const NumberPtr number(BN_secure_new());
    if (!number || !BN_bin2bn(secret.data(), static_cast<int>(secret.size()), number.get()))
        return nullptr;
    Bytes native(kCoordinate); // parameters hold numbers in the machine's byte order
    if (BN_bn2nativepad(number.get(), native.data(), static_cast<int>(native.size())) < 0)
        return nullptr;
    std::array<OSSL_PARAM, 4> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size()),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
        OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_PRIV_KEY, native.data(), native.size()),
        OSSL_PARAM_construct_end()};
    KeyPtr key = makeKey(EVP_PKEY_KEYPAIR, parameters.data());
    OPENSSL_cleanse(native.data(), native.size());
    return key;
}

/// r and the lower of s and n - s, 32 bytes each.
Bytes toWire(KeyScheme scheme, BytesView der)
{
    const unsigned char *from = der.data();
    const SignaturePtr pair(d2i_ECDSA_SIG(nullptr, &from, static_cast<long>(der.size())));
    const GroupPtr group = groupOf(scheme);
    if (!pair || !group)
        return {};
    const BIGNUM *order = EC_GROUP_get0_order(group.get());
    const NumberPtr half(BN_dup(order));
    const NumberPtr s(BN_dup(ECDSA_SIG_get0_s(pair.get())));
    if (!half || !s || BN_rshift1(half.get(), half.get()) != 1)
        return {};
    if (BN_cmp(s.get(), half.get()) > 0 && BN_sub(s.get(), order, s.get()) != 1)
        return {};
    constexpr int kWidth = static_cast<int>(kCoordinate);
    Bytes wire(2 * kCoordinate);
    if (BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), wire.data(), kWidth) != kWidth
        || BN_bn2binpad(s.get(), wire.data() + kCoordinate, kWidth) != kWidth)
        return {};
    return wire;
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
    const KeyPtr opensslPublic = publicKeyOf(key);
    if (der.empty() || !opensslPublic)
        return false;
    const KeyContextPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, opensslPublic.get(), nullptr));
    const Hash digest = sha256(message);
    return context && EVP_PKEY_verify_init(context.get()) == 1
           && EVP_PKEY_verify(context.get(), der.data(), der.size(), digest.data(), digest.size())
                  == 1;
}

std::optional<Bytes> ecdsaPublicPoint(KeyScheme scheme, BytesView secret)
{
    const GroupPtr group = groupOf(scheme);
    const NumberPtr number(BN_bin2bn(secret.data(), static_cast<int>(secret.size()), nullptr));
    const PointPtr point(group ? EC_POINT_new(group.get()) : nullptr);
    if (secret.size() != kCoordinate || !number || !point || BN_is_zero(number.get()) == 1
        || BN_cmp(number.get(), EC_GROUP_get0_order(group.get())) >= 0
        || EC_POINT_mul(group.get(), point.get(), number.get(), nullptr, nullptr, nullptr) != 1)
        return std::nullopt;
    Bytes raw(1 + 2 * kCoordinate);
    if (EC_POINT_point2oct(group.get(),
                           point.get(),
                           POINT_CONVERSION_UNCOMPRESSED,
                           raw.data(),
                           raw.size(),
                           nullptr)
        != raw.size())
        return std::nullopt;
    return raw;
}

Bytes signEcdsa(KeyScheme scheme, BytesView secret, BytesView point, BytesView message)
{
    const KeyPtr key = privateKeyOf(scheme, secret, point);
    const KeyContextPtr context(key ? EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr)
                                    : nullptr);
    const Hash digest = sha256(message);
    std::size_t size = 0;
    if (!context || EVP_PKEY_sign_init(context.get()) != 1
        || EVP_PKEY_sign(context.get(), nullptr, &size, digest.data(), digest.size()) != 1)
        return {};
    Bytes der(size);
    if (EVP_PKEY_sign(context.get(), der.data(), &size, digest.data(), digest.size()) != 1)
        return {};
    der.resize(size);
    return toWire(scheme, der);
}

} // namespace ic
