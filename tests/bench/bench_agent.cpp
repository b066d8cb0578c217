#include "benchline.h"
#include "sync/ic/bls.h"
#include "sync/ic/candid.h"
#include "sync/ic/certificate.h"
#include "sync/ic/identity.h"
#include "sync/ic/publickey.h"
#include "sync/ic/queryanswer.h"
#include "sync/ic/requestid.h"
#include "tests/sync/ic/vectors.h"

#include <cstdlib>
#include <cstring>

namespace {

using namespace ic::candid;

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::exit(1);
}

QJsonObject rowNamed(const QJsonArray &rows, const char *name)
{
    for (const QJsonValue &row : rows) {
        if (row[QStringLiteral("name")].toString() == QLatin1String(name))
            return row.toObject();
    }
    require(false, name);
    return {};
}

void benchCertificates()
{
    const QJsonObject file = vectorFile("certificates");
    const QJsonObject row =
        rowNamed(file[QStringLiteral("vectors")].toArray(), "app subnet, sharded ranges, replied");
    const ic::Bytes rootKey = hexOf(file[QStringLiteral("root_key")]);
    const ic::Bytes certificate = hexOf(row[QStringLiteral("certificate")]);
    const auto target = ic::CertificateTarget::canister(
        *ic::Principal::fromBytes(hexOf(row[QStringLiteral("canister_id")])));
    const UtcTime now = timeOf(row[QStringLiteral("now_ns")]);
    benchmark("certificate with a new delegation", 200, [&](int) {
        ic::CertificateVerifier fresh(rootKey);
        require(fresh.verify(certificate, target, now).ok(), "certificate");
    });
    ic::CertificateVerifier known(rootKey);
    benchmark("certificate with a known delegation", 200, [&](int) {
        require(known.verify(certificate, target, now).ok(), "certificate");
    });
}

void benchSignatures()
{
    const QJsonObject keys = vectorFile("keys-signatures");
    const QJsonObject bls = keys[QStringLiteral("bls")][0].toObject();
    const ic::Bytes key = hexOf(bls[QStringLiteral("public_key")]);
    const ic::Bytes message = hexOf(bls[QStringLiteral("message")]);
    const ic::Bytes signature = hexOf(bls[QStringLiteral("signature")]);
    benchmark("BLS12-381 verify", 200, [&](int) {
        require(ic::verifyBls(key, signature, message), "BLS");
    });
    for (const auto &[scheme, name] : {std::pair{ic::KeyScheme::Ed25519, "Ed25519"},
                                       std::pair{ic::KeyScheme::P256, "P-256"},
                                       std::pair{ic::KeyScheme::Secp256k1, "secp256k1"}}) {
        const auto identity = ic::KeyIdentity::fromSecret(scheme, ic::Bytes(32, 7));
        const auto publicKey = *ic::parsePublicKey(identity->publicKey());
        const ic::Bytes own = identity->sign(message);
        benchmark((std::string(name) + " sign").c_str(), 200, [&](int) {
            require(identity->sign(message).size() == 64, "sign");
        });
        benchmark((std::string(name) + " verify").c_str(), 200, [&](int) {
            require(ic::verifySignature(publicKey, message, own), "verify");
        });
    }
}

void benchQueries()
{
    const QJsonObject file = vectorFile("query-signatures");
    const QJsonObject row = rowNamed(file[QStringLiteral("vectors")].toArray(), "replied");
    const QJsonValue source =
        file[QStringLiteral("node_key_certificates")][row[QStringLiteral("subnet")].toString()];
    const auto canister = *ic::Principal::fromBytes(hexOf(row[QStringLiteral("canister_id")]));
    const UtcTime now = timeOf(file[QStringLiteral("now_ns")]);
    ic::CertificateVerifier verifier(hexOf(file[QStringLiteral("root_key")]));
    const auto certificate = verifier.verify(hexOf(source[QStringLiteral("certificate")]),
                                             ic::CertificateTarget::canister(canister),
                                             now);
    require(certificate.ok(), "node keys");
    const auto nodeKeys = ic::nodeKeysFrom(certificate.value(), canister);
    const ic::Bytes response = hexOf(row[QStringLiteral("response_cbor")]);
    ic::Hash id{};
    const ic::Bytes idBytes = hexOf(row[QStringLiteral("request_id")]);
    std::copy(idBytes.begin(), idBytes.end(), id.begin());
    benchmark("query answer parsed and verified", 500, [&](int) {
        const auto body = cbor::decode(response);
        const auto answer = ic::parseQueryAnswer(body.value());
        require(answer && !ic::checkQueryAnswer(*answer, id, *nodeKeys, now), "query");
    });
}

/// A page of a pull as it comes: rows of `bodyBytes` each.
void benchCandid(std::size_t rows, std::size_t bodyBytes)
{
    TypeTable table;
    const TypeRef row = table.record({field("id", kText),
                                      field("revision", table.blob()),
                                      field("deleted", kBool),
                                      field("body", table.blob()),
                                      field("sequence", kNat64)});
    const Message message(table, {table.vec(row)});
    Value::Vec list;
    for (std::size_t i = 0; i < rows; ++i) {
        Record record;
        record.fields.resize(5);
        const auto put = [&](const char *name, Value value) {
            record.fields[table.positionOf(row, fieldId(name))] = std::move(value);
        };
        put("id", std::string("7c9e6679-7425-40de-944b-e07fc1f90ae7"));
        put("revision", ic::Bytes(16, 1));
        put("deleted", false);
        put("body", ic::Bytes(bodyBytes, 2));
        put("sequence", std::uint64_t{i});
        list.emplace_back(std::move(record));
    }
    std::vector<Value> arguments;
    arguments.emplace_back(std::move(list));
    const auto encoded = message.encode(arguments);
    require(encoded.has_value(), "encode");
    const double megabytes = static_cast<double>(encoded->size()) / 1e6;
    const std::string shape = std::to_string(rows) + " rows of " + std::to_string(bodyBytes) + " B";
    const auto perSecond = [&](const std::string &name, double median) {
        std::printf("%-52s %9.0f MB/s\n", (name + ", " + shape).c_str(), megabytes / median * 1e3);
    };
    perSecond("Candid decode", benchmark(("Candid decode, " + shape).c_str(), 20, [&](int) {
                  require(message.decode(*encoded).ok(), "decode");
              }));
    ic::Bytes copy(encoded->size());
    perSecond("memcpy", benchmark(("memcpy, " + shape).c_str(), 20, [&](int i) {
                  std::memcpy(copy.data(), encoded->data(), copy.size());
                  require(copy[static_cast<std::size_t>(i)]
                              == (*encoded)[static_cast<std::size_t>(i)],
                          "copy");
              }));
}

} // namespace

int main()
{
    benchSignatures();
    benchCertificates();
    benchQueries();
    benchCandid(5'000, 300);
    benchCandid(20, 75'000);
    return 0;
}
