#pragma once

#include "sync/ic/bytes.h"

namespace ic {

enum class KeyScheme {
    Ed25519,
    P256, ///< ECDSA with SHA-256.
    Secp256k1, ///< ECDSA with SHA-256.
    Bls12381, ///< Keys of subnets: a compressed point in G2.
    WebAuthn, ///< A COSE key of a browser's authenticator.
    CanisterSignature, ///< Length of the canister id, the id, a seed.
};

/// A key taken out of its DER wrapping (SubjectPublicKeyInfo).
struct PublicKey
{
    KeyScheme scheme = KeyScheme::Ed25519;
    Bytes raw; ///< What the bit string holds.
};

/// Strict: exact prefixes and lengths, shortest DER lengths, ECDSA points uncompressed and on their
/// curve. BLS points are checked where they are used.
std::optional<PublicKey> parsePublicKey(BytesView der);
/// For the schemes of fixed size; `raw` must have that size.
Bytes encodePublicKey(KeyScheme scheme, BytesView raw);

enum class EcdsaRule {
    LowS, ///< As the replica wants it for secp256k1; what we emit ourselves.
    AnySForP256, ///< Browsers' P-256 signatures may have a high s; replicas accept them.
};

/// Whether `signature` (wire form: 64 bytes) is one of `key` over `message`. Only for Ed25519,
/// P-256 and secp256k1; false for the others.
bool verifySignature(const PublicKey &key,
                     BytesView message,
                     BytesView signature,
                     EcdsaRule rule = EcdsaRule::LowS);

} // namespace ic
