#include "sync/ic/gatewayanswer.h"

#include "sync/ic/certifieddata.h"
#include "sync/ic/leb128.h"
#include "sync/ic/sha.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cctype>
#include <map>

namespace ic {

namespace {

using Fault = GatewayFault;

constexpr std::string_view kCertificateHeader = "ic-certificate";
constexpr std::string_view kExpressionHeader = "ic-certificateexpression";
constexpr std::string_view kExact = "<$>";
constexpr std::string_view kWildcard = "<*>";

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return text;
}

/// Null unless there is exactly one.
const std::string *onlyHeader(const GatewayAnswer &answer, std::string_view name)
{
    const std::string *found = nullptr;
    for (const auto &[key, value] : answer.headers) {
        if (lower(key) != name)
            continue;
        if (found)
            return nullptr;
        found = &value;
    }
    return found;
}

std::optional<Bytes> fromBase64(std::string_view text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray(text.data(), qsizetype(text.size())), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return toBytes(viewOf(*decoded));
}

/// The parts of the header IC-Certificate.
struct Proof
{
    Bytes certificate;
    Bytes tree;
    int version = 1;
    std::vector<std::string> path; ///< Version 2 only.
};

std::optional<std::vector<std::string>> pathFrom(BytesView encoded)
{
    const auto decoded = cbor::decode(encoded);
    const cbor::Array *list = decoded ? decoded.value().asArray() : nullptr;
    if (!list)
        return std::nullopt;
    std::vector<std::string> path;
    for (const cbor::Value &item : *list) {
        if (!item.asText())
            return std::nullopt;
        path.push_back(*item.asText());
    }
    const bool isComplete = path.size() >= 2 && path.front() == "http_expr"
                            && (path.back() == kExact || path.back() == kWildcard);
    return isComplete ? std::optional(path) : std::nullopt;
}

/// name=:base64:, name=number; each at most once.
std::optional<Proof> proofFrom(const std::string &header)
{
    std::map<std::string, std::string> members;
    std::size_t at = 0;
    while (at < header.size()) {
        const std::size_t end = std::min(header.find(',', at), header.size());
        const std::string member = header.substr(at, end - at);
        const std::size_t name = member.find_first_not_of(' ');
        const std::size_t equals = member.find('=');
        if (name == std::string::npos || equals == std::string::npos || equals <= name
            || !members.emplace(member.substr(name, equals - name), member.substr(equals + 1))
                    .second)
            return std::nullopt;
        at = end + 1;
    }
    const auto bytes = [&](const char *name) -> std::optional<Bytes> {
        const auto it = members.find(name);
        if (it == members.end() || it->second.size() < 2 || it->second.front() != ':'
            || it->second.back() != ':')
            return std::nullopt;
        return fromBase64(std::string_view(it->second).substr(1, it->second.size() - 2));
    };
    auto certificate = bytes("certificate");
    auto tree = bytes("tree");
    if (!certificate || !tree)
        return std::nullopt;
    Proof proof{*std::move(certificate), *std::move(tree), 1, {}};
    const auto version = members.find("version");
    if (version == members.end() || version->second == "1")
        return proof;
    const auto encodedPath = bytes("expr_path");
    auto path = encodedPath ? pathFrom(*encodedPath) : std::nullopt;
    if (version->second != "2" || !path)
        return std::nullopt;
    proof.version = 2;
    proof.path = *std::move(path);
    return proof;
}

/// What an expression covers of a response. Ours and the usual ones are written without blanks.
struct Coverage
{
    bool isNothing = false;
    bool listsExclusions = false;
    std::vector<std::string> names; ///< Lower case.
};

std::optional<Coverage> coverageFrom(std::string_view expression)
{
    constexpr std::string_view kNothing =
        "default_certification(ValidationArgs{no_certification:Empty{}})";
    constexpr std::string_view kStart =
        "default_certification(ValidationArgs{certification:Certification{"
        "no_request_certification:Empty{},response_certification:ResponseCertification{";
    constexpr std::string_view kListed = "certified_response_headers:ResponseHeaderList{headers:";
    constexpr std::string_view kExcluded = "response_header_exclusions:ResponseHeaderList{headers:";
    constexpr std::string_view kEnd = "}}}})";
    if (expression == kNothing)
        return Coverage{true, false, {}};
    if (!expression.starts_with(kStart) || !expression.ends_with(kEnd))
        return std::nullopt;
    expression.remove_prefix(kStart.size());
    Coverage coverage;
    coverage.listsExclusions = expression.starts_with(kExcluded);
    const std::string_view before = coverage.listsExclusions ? kExcluded : kListed;
    if (!expression.starts_with(before) || expression.size() < before.size() + kEnd.size())
        return std::nullopt;
    expression.remove_prefix(before.size());
    expression.remove_suffix(kEnd.size());
    const auto list =
        QJsonDocument::fromJson(QByteArray(expression.data(), qsizetype(expression.size())));
    if (!list.isArray())
        return std::nullopt;
    for (const QJsonValue &name : list.array()) {
        if (!name.isString())
            return std::nullopt;
        coverage.names.push_back(lower(name.toString().toStdString()));
    }
    return coverage;
}

Bytes pairHash(std::string_view name, BytesView valueBytes)
{
    Bytes pair = toBytes(sha256(toBytes(name)));
    append(pair, sha256(valueBytes));
    return pair;
}

/// The representation-independent hash of a list of pairs, repeats and all.
Hash headersHash(const GatewayAnswer &answer, const Coverage &coverage)
{
    std::vector<Bytes> pairs;
    for (const auto &[key, value] : answer.headers) {
        const std::string name = lower(key);
        const bool isNamed =
            std::find(coverage.names.begin(), coverage.names.end(), name) != coverage.names.end();
        const bool isCovered = name == kExpressionHeader || isNamed != coverage.listsExclusions;
        if (isCovered && name != kCertificateHeader)
            pairs.push_back(pairHash(name, toBytes(value)));
    }
    Bytes status;
    writeLeb128(status, static_cast<std::uint64_t>(answer.status));
    pairs.push_back(pairHash(":ic-cert-status", status));
    std::sort(pairs.begin(), pairs.end());
    Sha256 hash;
    for (const Bytes &pair : pairs)
        hash.add(pair);
    return hash.finish();
}

std::string withoutQuery(const std::string &url)
{
    return url.substr(0, url.find('?'));
}

/// "/" is one empty segment, "/a/b" are two.
std::vector<std::string> segmentsOf(const std::string &url)
{
    std::vector<std::string> segments;
    const std::string path = withoutQuery(url);
    std::size_t at = path.starts_with('/') ? 1 : 0;
    for (;;) {
        const std::size_t end = path.find('/', at);
        segments.push_back(path.substr(at, end - at));
        if (end == std::string::npos)
            return segments;
        at = end + 1;
    }
}

Path treePath(const std::vector<std::string> &segments, std::size_t count, std::string_view last)
{
    Path path{toBytes("http_expr")};
    for (std::size_t i = 0; i < count; ++i)
        path.push_back(toBytes(segments[i]));
    path.push_back(toBytes(last));
    return path;
}

/// Whether the certified path is the one that stands for `url`.
std::optional<Fault>
checkPath(const HashTree &tree, const std::vector<std::string> &path, const std::string &url)
{
    const std::vector<std::string> segments = segmentsOf(url);
    const std::vector<std::string> certified(path.begin() + 1, path.end() - 1);
    if (path.back() == kExact)
        return certified == segments ? std::nullopt : std::optional(Fault::OtherPath);
    if (certified.size() > segments.size()
        || !std::equal(certified.begin(), certified.end(), segments.begin()))
        return Fault::OtherPath;
    const auto isAbsent = [&](const Path &other) {
        return tree.find(other) == LookupStatus::Absent;
    };
    if (!isAbsent(treePath(segments, segments.size(), kExact)))
        return Fault::MoreSpecificPath;
    for (std::size_t count = certified.size() + 1; count <= segments.size(); ++count) {
        if (!isAbsent(treePath(segments, count, kWildcard)))
            return Fault::MoreSpecificPath;
    }
    return std::nullopt;
}

std::optional<Fault> checkVersion2(const HashTree &tree,
                                   const std::vector<std::string> &exprPath,
                                   const std::string &url,
                                   const GatewayAnswer &answer)
{
    const std::string *expression = onlyHeader(answer, kExpressionHeader);
    if (!expression)
        return Fault::NoCertificate;
    const auto coverage = coverageFrom(*expression);
    if (!coverage)
        return Fault::Malformed;
    if (const auto fault = checkPath(tree, exprPath, url))
        return fault;
    Path path;
    for (const std::string &label : exprPath)
        path.push_back(toBytes(label));
    path.push_back(toBytes(sha256(toBytes(*expression))));
    if (tree.find(path) != LookupStatus::Found)
        return Fault::OtherExpression;
    if (coverage->isNothing)
        return std::nullopt;
    path.emplace_back(); // the request is not covered
    const Hash response =
        Sha256().add(headersHash(answer, *coverage)).add(sha256(answer.body)).finish();
    path.push_back(toBytes(response));
    const Lookup leaf = tree.lookup(path);
    if (leaf.status != LookupStatus::Found || !leaf.value.empty())
        return Fault::OtherAnswer;
    return std::nullopt;
}

std::optional<Fault>
checkVersion1(const HashTree &tree, const std::string &url, const GatewayAnswer &answer)
{
    Lookup asset = tree.lookup({toBytes("http_assets"), toBytes(withoutQuery(url))});
    if (asset.status == LookupStatus::Absent)
        asset = tree.lookup({toBytes("http_assets"), toBytes("/index.html")});
    if (asset.status != LookupStatus::Found)
        return Fault::OtherPath;
    return sameBytes(asset.value, sha256(answer.body)) ? std::nullopt
                                                       : std::optional(Fault::OtherAnswer);
}

} // namespace

const char *toString(GatewayFault fault)
{
    switch (fault) {
    case Fault::NoCertificate:
        return "no_certificate";
    case Fault::OldVersion:
        return "old_version";
    case Fault::Malformed:
        return "malformed";
    case Fault::BadCertificate:
        return "bad_certificate";
    case Fault::OtherData:
        return "other_data";
    case Fault::OtherPath:
        return "other_path";
    case Fault::MoreSpecificPath:
        return "more_specific_path";
    case Fault::OtherExpression:
        return "other_expression";
    case Fault::OtherAnswer:
        return "other_answer";
    }
    return "";
}

std::optional<Hash> coveredHeadersHash(const GatewayAnswer &answer)
{
    const std::string *expression = onlyHeader(answer, kExpressionHeader);
    const auto coverage = expression ? coverageFrom(*expression) : std::nullopt;
    if (!coverage || coverage->isNothing)
        return std::nullopt;
    return headersHash(answer, *coverage);
}

std::optional<GatewayFault> checkGatewayAnswer(CertificateVerifier &verifier,
                                               const Principal &canister,
                                               UtcTime now,
                                               const std::string &url,
                                               const GatewayAnswer &answer,
                                               int minimumVersion)
{
    const std::string *header = onlyHeader(answer, kCertificateHeader);
    if (!header)
        return Fault::NoCertificate;
    const auto proof = proofFrom(*header);
    if (!proof)
        return Fault::Malformed;
    if (proof->version < minimumVersion)
        return Fault::OldVersion;
    const auto certificate =
        verifier.verify(proof->certificate, CertificateTarget::canister(canister), now);
    if (!certificate)
        return Fault::BadCertificate;
    const auto tree = certifiedTree(certificate.value(), canister, proof->tree);
    if (!tree)
        return tree.error() == CertifiedDataFault::Malformed ? Fault::Malformed : Fault::OtherData;
    if (proof->version == 1)
        return checkVersion1(tree.value(), url, answer);
    return checkVersion2(tree.value(), proof->path, url, answer);
}

} // namespace ic
