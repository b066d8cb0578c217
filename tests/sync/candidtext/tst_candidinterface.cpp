#include "sync/candidtext/interface.h"
#include "sync/candidtext/valuetext.h"
#include "sync/canistertypes.h"
#include "sync/ic/candid.h"

#include <QFile>
#include <QTest>

using namespace ic::candid;

/// Interface descriptions (.did).
class TestCandidInterface : public QObject
{
    Q_OBJECT

private slots:
    void readsOurOwnInterface();
    void readsForms_data();
    void readsForms();
    void readsInstallArguments();
    void followsRecursion();
    void refuses_data();
    void refuses();
    void staysSmallOnHugeInput();
};

void TestCandidInterface::readsOurOwnInterface()
{
    QFile file(QStringLiteral(SHEAF_SOURCE_DIR "/canister/sheaf.did"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto parsed = parseInterface(file.readAll().toStdString());
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().toText().c_str());
    Interface &interface = parsed.value();
    QVERIFY(interface.service);
    const Type *pull = interface.method("pull");
    const Type *push = interface.method("push");
    QVERIFY(pull && push);
    QVERIFY(Interface::isQuery(*pull));
    QVERIFY(!Interface::isQuery(*push));
    QVERIFY(!interface.method("pul"));

    // What is written by hand for its types is what the program sends.
    const std::vector<TypeRef> arguments = pull->arguments;
    const auto values =
        parseArguments("(record { checkpoint = record { epoch = 1; cursor = 2; proof "
                       "= record { position = 3; token = blob \"\\04\" } };"
                       " max_rows = 5; max_bytes = 6 })",
                       interface,
                       arguments);
    QVERIFY2(values.ok(), values.ok() ? "" : values.error().toText().c_str());
    const auto bytes = Message(interface.types, arguments).encode(values.value());
    QVERIFY(bytes);
    const CanisterTypes known;
    const auto decoded = Message(known.table, {known.pullArgs}).decode(*bytes);
    QVERIFY2(decoded.ok(), decoded.ok() ? "" : decoded.error().detail.c_str());
    const auto *record = decoded.value().front().as<Record>();
    QVERIFY(record);
    QVERIFY(record->fields[known.table.positionOf(known.pullArgs, fieldId("max_bytes"))]
            == Value(std::uint64_t{6}));
}

void TestCandidInterface::readsForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("  // nothing\n");
    QTest::newRow("only types") << QByteArray("type A = nat; type B = vec A");
    QTest::newRow("used before it is defined") << QByteArray("type A = B; type B = record { C }; "
                                                             "type C = text;");
    QTest::newRow("service by name")
        << QByteArray("type S = service { f : () -> () }; service : S");
    QTest::newRow("named service") << QByteArray("service counter : { get : () -> (nat) query; }");
    QTest::newRow("method by name")
        << QByteArray("type F = func (nat) -> () oneway; service : { f : F }");
    QTest::newRow("named arguments")
        << QByteArray("service : { f : (a : nat, \"b c\" : text) -> (r : bool) composite_query }");
    QTest::newRow("quoted method") << QByteArray("service : { \"a b\" : () -> () }");
    QTest::newRow("keywords as fields")
        << QByteArray("type A = record { query : nat; type : text; text : text }");
    QTest::newRow("variants") << QByteArray(
        "type A = variant { a; \"b\"; 5; 6 : nat; c : record { nat; 8 : nat; nat } }");
    QTest::newRow("references") << QByteArray("type A = func (service { f : A }) -> (principal)");
    QTest::newRow("byte strings") << QByteArray("type A = blob; type B = A; type C = vec nat8");
}

void TestCandidInterface::readsForms()
{
    QFETCH(QByteArray, text);
    const auto parsed = parseInterface(text.toStdString());
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().toText().c_str());
}

void TestCandidInterface::readsInstallArguments()
{
    const auto parsed = parseInterface("type Args = record { n : nat };\n"
                                       "service : (opt Args, text) -> { f : () -> () query }");
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().toText().c_str());
    const Interface &interface = parsed.value();
    QCOMPARE(interface.installArguments.size(), std::size_t{2});
    QVERIFY(interface.types.is(interface.installArguments[0], Constructor::Opt));
    QCOMPARE(interface.installArguments[1], kText);
    QVERIFY(interface.method("f"));
    QCOMPARE(interface.names.at(fieldId("n")), std::string("n"));
}

void TestCandidInterface::followsRecursion()
{
    auto parsed = parseInterface(
        "type List = opt record { head : int; tail : List }; type Even = opt Odd; type Odd = "
        "record { Even }; type Alias = List;");
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().toText().c_str());
    Interface &interface = parsed.value();
    QCOMPARE(interface.definitions.at("Alias"), interface.definitions.at("List"));
    const auto types = parseTypes("(List, Even)", interface);
    QVERIFY(types.ok());
    const auto values = parseArguments(
        "(opt record { head = 1; tail = opt record { head = -2; tail = null } }, opt record { opt "
        "record { null } })",
        interface,
        types.value());
    QVERIFY2(values.ok(), values.ok() ? "" : values.error().toText().c_str());
    const Message message(interface.types, types.value());
    const auto bytes = message.encode(values.value());
    QVERIFY(bytes);
    const auto back = message.decode(*bytes);
    QVERIFY(back.ok());
    QVERIFY(back.value() == values.value());
}

void TestCandidInterface::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *text, const char *error) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(error);
    };
    row("import \"other.did\";",
        "line 1, column 1: imports are not supported: put everything in one file");
    row("type A = B;", "line 1, column 10: there is no type \"B\"");
    row("type A = record { x : B };", "line 1, column 23: there is no type \"B\"");
    row("type A = B; type B = A;", "line 1, column 10: the type \"A\" is only its own name");
    row("type A = nat;\ntype A = int;", "line 2, column 6: the type \"A\" is defined twice");
    row("type nat = int;", "line 1, column 6: the name of a type is missing before \"nat\"");
    row("type A = record { a : nat; a : text };",
        "line 1, column 10: two fields have the same name or number");
    row("type A = record { 4294967296 : nat };",
        "line 1, column 19: a field's number has to be below 2^32");
    row("type A = record { 4294967295 : nat; nat };",
        "line 1, column 37: a field's number has to be below 2^32");
    row("type A = record { a : };", "line 1, column 23: a type is missing before \"}\"");
    row("type A = variant { nat; nat };",
        "line 1, column 10: two fields have the same name or number");
    row("service : { f : () -> (); f : () -> () }",
        "line 1, column 11: two methods have the same name");
    row("service : { f : nat }", "line 1, column 17: a method has to be a function");
    row("service : { f : () -> () query oneway }",
        "line 1, column 32: a function is only one of these");
    row("service : { f : () -> (nat) oneway }",
        "line 1, column 17: a oneway function has no results");
    row("service : nat", "line 1, column 1: this is no service");
    row("service : { }; type A = nat;",
        "line 1, column 16: the service has to be the last definition");
    row("type A = nat type B = nat;", "line 1, column 14: \";\" is missing before \"type\"");
    row("nonsense", "line 1, column 1: expected type or service, not \"nonsense\"");
}

void TestCandidInterface::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    const auto parsed = parseInterface(text.toStdString());
    QVERIFY(!parsed.ok());
    QCOMPARE(QByteArray::fromStdString(parsed.error().toText()), error);
}

void TestCandidInterface::staysSmallOnHugeInput()
{
    std::string opts = "type A = ";
    for (int i = 0; i < 100'000; ++i)
        opts += "opt ";
    QVERIFY(!parseInterface(opts + "nat").ok());
    std::string funcs = "service : { f : ";
    for (int i = 0; i < 100'000; ++i)
        funcs += "(func ";
    QVERIFY(!parseInterface(funcs).ok());
    std::string chain;
    for (int i = 0; i < 3'000; ++i)
        chain += "type A" + std::to_string(i) + " = opt A" + std::to_string(i + 1) + ";\n";
    QVERIFY(parseInterface(chain + "type A3000 = nat;").ok());
    QVERIFY(!parseInterface(std::string((1U << 20U) + 1, ' ')).ok());
}

QTEST_APPLESS_MAIN(TestCandidInterface)
#include "tst_candidinterface.moc"
