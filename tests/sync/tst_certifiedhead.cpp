#include "ic/fakereplica.h"
#include "ic/vectors.h"
#include "sync/canistermaster.h"
#include "sync/ic/sha.h"

#include <QTest>

using namespace std::chrono_literals;
using ic::candid::Record;
using ic::candid::Value;
using Kind = SyncError::Kind;

/// A head that the canister certified: believed only with its whole proof, and not missed where
/// there is none.
class TestCertifiedHead : public QObject
{
    Q_OBJECT

private slots:
    void believesAProvedHead();
    void believesThatWhoIsAbsentHasNothing();
    void refusesOthers_data();
    void refusesOthers();
    void asksNoCanisterOfTheFirstReleaseTwice();
    void takesNoneFromBeforeItsOwnCalls();
};

namespace {

const UtcTime kNow{std::chrono::nanoseconds(1'788'264'000'000'000'000)};

master::Head headAt(std::uint64_t position)
{
    master::Head head;
    head.protocol = 1;
    head.epoch = 0x0102030405060708;
    head.proof = {position, QByteArray("\1\2\3\4\5\6\7\0", 8)};
    head.gc = 3;
    head.rows = 12;
    return head;
}

/// epoch, position, token, gc as canister/sheaf.did tells.
ic::Bytes certifiedLeaf(const master::Head &head)
{
    const auto number = [](std::uint64_t value) {
        return QByteArray::number(qulonglong(value), 16).rightJustified(16, '0');
    };
    return *ic::fromHex((number(head.epoch) + number(head.proof.position) + head.proof.token.toHex()
                         + number(head.gc))
                            .toStdString());
}

Value headValue(const CanisterTypes &types, const master::Head &head)
{
    const auto make = [&](ic::candid::TypeRef type,
                          std::initializer_list<std::pair<std::uint32_t, Value>> values) {
        Record record;
        record.fields.resize(types.table.at(type).fields.size());
        for (const auto &[id, value] : values)
            record.fields[types.table.positionOf(type, id)] = value;
        return Value(record);
    };
    const Value proof = make(types.proof,
                             {{"position"_id, head.proof.position},
                              {"token"_id, ic::toBytes(ic::viewOf(head.proof.token))}});
    return make(types.head,
                {{"protocol"_id, std::uint64_t{head.protocol}},
                 {"epoch"_id, head.epoch},
                 {"proof"_id, proof},
                 {"gc"_id, head.gc},
                 {"time"_id, std::uint64_t{0}},
                 {"rows"_id, head.rows},
                 {"bytes"_id, std::uint64_t{0}},
                 {"quota_bytes"_id, std::uint64_t{0}},
                 {"cycles"_id, Value::none()},
                 {"erased"_id, Value::none()},
                 {"suspended"_id, Value::none()}});
}

ic::Bytes encoded(const CanisterTypes &types, ic::candid::TypeRef type, Value content)
{
    const ic::candid::Message message(types.table, {type});
    ic::candid::Variant ok;
    ok.id = "ok"_id;
    ok.content.push_back(std::move(content));
    std::vector<Value> values;
    values.emplace_back(std::move(ok));
    auto bytes = message.encode(values);
    if (!bytes)
        qFatal("the test's reply does not fit its type");
    return *std::move(bytes);
}

/// A canister with one method, and a person who asks.
struct Scene
{
    Scene()
        : clock(kNow)
        , network(kNow)
        , replica(network)
        , master(
              {"https://icp-api.io", network.canister(), network.rootKey()},
              replica,
              [](std::chrono::milliseconds) { return true; },
              clock,
              random)
    {
        master.setIdentity(person);
        replica.onQuery = [this](const cbor::Map &) { return reply(); };
        replica.onCall = [this](const cbor::Map &) {
            return encoded(types, types.headResult, headValue(types, told));
        };
    }

    cbor::Value tree() const
    {
        const ic::Bytes other(32, 0xff);
        return faketree::at(
            {ic::toBytes("heads")},
            faketree::branch({{ic::toBytes(ic::sha256(user.bytes())), faketree::leaf(certifiedLeaf(certified))},
                              {other, faketree::pruned(ic::Bytes(32, 9))}}));
    }

    ic::Bytes reply() const
    {
        const auto root = ic::HashTree::fromCbor(tree())->rootHash();
        FakeNetwork maker(certifiedAt);
        const ic::Bytes certificate = maker.certificate(
            {{ic::toBytes("canister"),
              faketree::at({ic::toBytes(dataOf.bytes()), ic::toBytes("certified_data")},
                           faketree::leaf(root))}},
            how);
        ic::Bytes witness = cbor::encodeTagged(tree());
        if (cutWitness)
            witness.pop_back();
        Record record;
        record.fields.resize(3);
        const auto put = [&](std::uint32_t id, Value value) {
            record.fields[types.table.positionOf(types.certifiedHead, id)] = std::move(value);
        };
        put("certificate"_id, certificate);
        put("witness"_id, std::move(witness));
        put("head"_id, headValue(types, told));
        return encoded(types, types.certifiedHeadResult, std::move(record));
    }

    std::shared_ptr<const ic::Identity> person =
        std::make_shared<ic::Ed25519Identity>(ic::Ed25519Identity::Seed{5});
    FrozenClock clock;
    SystemRandom random;
    CanisterTypes types;
    FakeNetwork network;
    FakeReplica replica;
    // What the canister answers with.
    ic::Principal user = person->sender();
    ic::Principal dataOf = network.canister();
    master::Head certified = headAt(9);
    master::Head told = headAt(9);
    UtcTime certifiedAt = kNow;
    FakeNetwork::Certify how;
    bool cutWitness = false;
    CanisterMaster master;
};

} // namespace

void TestCertifiedHead::believesAProvedHead()
{
    Scene scene;
    const auto head = scene.master.headCertified();
    QVERIFY2(head.ok(), head.ok() ? "" : qPrintable(head.error().detail));
    QVERIFY(head.value());
    QCOMPARE(head.value()->proof.position, std::uint64_t{9});
    QCOMPARE(head.value()->rows, std::uint64_t{12});
    QCOMPARE(scene.replica.asked("/call"), 0);
}

void TestCertifiedHead::believesThatWhoIsAbsentHasNothing()
{
    Scene scene;
    scene.user = scene.network.canister();
    scene.told = headAt(0);
    scene.told.gc = 0;
    scene.told.rows = 0;
    const auto head = scene.master.headCertified();
    QVERIFY2(head.ok(), head.ok() ? "" : qPrintable(head.error().detail));
    QVERIFY(head.value());
    scene.told.rows = 1;
    QCOMPARE(scene.master.headCertified().error().kind, Kind::Untrusted);
}

void TestCertifiedHead::refusesOthers_data()
{
    QTest::addColumn<std::function<void(Scene &)>>("twist");
    const auto row = [](const char *name, std::function<void(Scene &)> twist) {
        QTest::newRow(name) << std::move(twist);
    };
    row("position", [](Scene &scene) { scene.told.proof.position = 10; });
    row("epoch", [](Scene &scene) { scene.told.epoch = 1; });
    row("token", [](Scene &scene) { scene.told.proof.token[7] = 1; });
    row("gc", [](Scene &scene) { scene.told.gc = 0; });
    row("another person's head", [](Scene &scene) { scene.user = scene.network.canister(); });
    row("another canister's data", [](Scene &scene) { scene.dataOf = ic::Principal(); });
    row("a cut witness", [](Scene &scene) { scene.cutWitness = true; });
    row("an old certificate", [](Scene &scene) { scene.certifiedAt = kNow - 6min; });
    row("a stranger's signature",
        [](Scene &scene) { scene.how.signer = FakeNetwork::Signer::Stranger; });
    row("a subnet without this canister", [](Scene &scene) { scene.how.coversCanister = false; });
}

void TestCertifiedHead::refusesOthers()
{
    QFETCH(std::function<void(Scene &)>, twist);
    Scene scene;
    twist(scene);
    const auto head = scene.master.headCertified();
    QVERIFY(!head.ok());
    QCOMPARE(head.error().kind, Kind::Untrusted);
}

void TestCertifiedHead::asksNoCanisterOfTheFirstReleaseTwice()
{
    Scene scene;
    scene.replica.onQuery = nullptr;
    for (int i = 0; i < 2; ++i) {
        const auto head = scene.master.headCertified();
        QVERIFY2(head.ok(), head.ok() ? "" : qPrintable(head.error().detail));
        QVERIFY(!head.value());
    }
    QCOMPARE(scene.replica.asked("/query"), 1);
}

void TestCertifiedHead::takesNoneFromBeforeItsOwnCalls()
{
    Scene scene;
    QVERIFY(scene.master.headReplicated().ok());
    scene.certifiedAt = kNow - 1s;
    const auto head = scene.master.headCertified();
    QVERIFY(head.ok());
    QVERIFY(!head.value());
}

QTEST_GUILESS_MAIN(TestCertifiedHead)
#include "tst_certifiedhead.moc"
