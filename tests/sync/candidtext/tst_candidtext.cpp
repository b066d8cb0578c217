#include "sync/candidtext/printer.h"
#include "sync/candidtext/valuetext.h"
#include "sync/ic/candid.h"
#include "tests/sync/ic/vectors.h"

#include <QRegularExpression>
#include <QTest>

using namespace ic::candid;

/// Candid values as text: every value of the vectors there and back, forms by hand, errors with
/// their places.
class TestCandidText : public QObject
{
    Q_OBJECT

private slots:
    void vectorsGoThereAndBack_data();
    void vectorsGoThereAndBack();
    void readsForms_data();
    void readsForms();
    void infers_data();
    void infers();
    void refuses_data();
    void refuses();
    void refusesAnnotatedTypesThatDoNotFit();
    void showsNumbersOfUnknownFields();
    void breaksLongValuesIntoLines();
    void hidesWhatSteersATerminal();
    void endsEarlyOnHugeNesting();
    void writesHugeNumbersInHexadecimal();
};

namespace {

/// The vectors write a recursive type as "(mu L. opt record { head : int; tail : L })".
struct Case
{
    explicit Case(const QString &type)
    {
        static const QRegularExpression kRecursive(QStringLiteral("\\A\\(mu (\\w+)\\. (.*)\\)\\z"));
        const auto match = kRecursive.match(type);
        if (match.hasMatch()) {
            const QString text =
                QStringLiteral("type %1 = %2;").arg(match.captured(1), match.captured(2));
            auto parsed = parseInterface(text.toStdString());
            if (!parsed)
                qFatal("%s", parsed.error().toText().c_str());
            interface = std::move(parsed).value();
        }
        const QString list =
            match.hasMatch() ? QLatin1Char('(') + match.captured(1) + QLatin1Char(')') : type;
        auto read = parseTypes(list.toStdString(), interface);
        if (!read)
            qFatal("%s: %s", qPrintable(list), read.error().toText().c_str());
        types = std::move(read).value();
    }

    std::optional<ic::Bytes> encoded(const std::string &text)
    {
        const auto values = parseArguments(text, interface, types);
        if (!values) {
            qWarning("%s: %s", text.c_str(), values.error().toText().c_str());
            return std::nullopt;
        }
        return Message(interface.types, types).encode(values.value());
    }

    Interface interface;
    std::vector<TypeRef> types;
};

std::optional<ic::Bytes> inferred(const std::string &text)
{
    Interface interface;
    const auto arguments = inferArguments(text, interface);
    if (!arguments) {
        qWarning("%s: %s", text.c_str(), arguments.error().toText().c_str());
        return std::nullopt;
    }
    return Message(interface.types, arguments.value().types).encode(arguments.value().values);
}

} // namespace

void TestCandidText::vectorsGoThereAndBack_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("hex");
    QTest::addColumn<bool>("exact");
    const QJsonObject file = vectorFile("candid");
    for (const char *part : {"values", "decode"}) {
        for (const QJsonValue &row : file[QLatin1String(part)].toArray())
            QTest::newRow(qPrintable(row[QStringLiteral("name")].toString()))
                << row[QStringLiteral("type")].toString() << row[QStringLiteral("hex")].toString()
                << row[QStringLiteral("exact")].toBool();
    }
}

void TestCandidText::vectorsGoThereAndBack()
{
    QFETCH(QString, type);
    QFETCH(QString, hex);
    QFETCH(bool, exact);
    Case row(type);
    const Message message(row.interface.types, row.types);
    const auto values = message.decode(hexOf(hex));
    QVERIFY2(values.ok(), values.ok() ? "" : values.error().detail.c_str());
    const auto encoded = message.encode(values.value());
    QVERIFY(encoded);
    if (exact)
        QCOMPARE(ic::toHex(*encoded), hex.toStdString());

    const std::string text =
        printArguments(row.interface.types, row.interface.names, row.types, values.value());
    const auto typed = row.encoded(text);
    QVERIFY(typed);
    QCOMPARE(ic::toHex(*typed), ic::toHex(*encoded));
    // Without types, the text alone has to tell them; references only tell that they are some.
    if (type.contains(QLatin1String("func")) || type.contains(QLatin1String("service")))
        return;
    const auto untyped = inferred(text);
    QVERIFY2(untyped, text.c_str());
    const auto again = message.decode(*untyped);
    QVERIFY2(again.ok(), text.c_str());
    QCOMPARE(ic::toHex(*message.encode(again.value())), ic::toHex(*encoded));
}

void TestCandidText::readsForms_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("printed");
    const auto row = [](const char *name, const char *type, const char *text, const char *printed) {
        QTest::newRow(name) << QString::fromLatin1(type) << QByteArray(text) << QByteArray(printed);
    };
    row("nothing", "()", " ( ) ", "()");
    row("underscores", "(nat)", "(1_000_000)", "(1_000_000 : nat)");
    row("hexadecimal", "(nat8, int)", "(0xfF, -0x1_00)", "(255 : nat8, -256)");
    row("large hexadecimal",
        "(nat)",
        "(0x1_0000_0000_0000_0000)",
        "(18_446_744_073_709_551_616 : nat)");
    row("plus", "(int64)", "(+7)", "(7 : int64)");
    row("smallest int8", "(int8)", "(-128)", "(-128 : int8)");
    row("smallest int64",
        "(int64)",
        "(-9223372036854775808)",
        "(-9_223_372_036_854_775_808 : int64)");
    row("largest nat64",
        "(nat64)",
        "(18446744073709551615)",
        "(18_446_744_073_709_551_615 : nat64)");
    row("whole number as float", "(float64)", "(3)", "(3.0 : float64)");
    row("exponent", "(float64, float32)", "(1.5e-3, 2.E2)", "(0.0015 : float64, 200.0 : float32)");
    row("no numbers",
        "(float64, float64, float32)",
        "(inf, -inf, nan)",
        "(inf : float64, -inf : float64, nan : float32)");
    row("escapes",
        "(text)",
        R"(("a\n\t\r\"\'\\\u{1F600}\41"))",
        "(\"a\\n\\t\\r\\\"'\\\\\xF0\x9F\x98\x80"
        "A\")");
    row("bytes", "(blob)", R"((blob "\00\ffA\22\5c"))", R"((blob "\00\ffA\22\5c"))");
    row("bytes as numbers", "(blob)", "(vec { 1; 65; 255; })", R"((blob "\01A\ff"))");
    row("comments",
        "(nat, text)",
        "( // one\n 1, /* a /* nested */ b */ \"x\" )",
        "(1 : nat, \"x\")");
    row("last comma", "(nat)", "(1,)", "(1 : nat)");
    row("tuple", "(record { nat; text })", "(record { 1; \"a\" })", "(record { 1 : nat; \"a\" })");
    row("numbered fields",
        "(record { 5 : nat; bool })",
        "(record { 5 = 1; true })",
        "(record { 5 = 1 : nat; 6 = true })");
    row("any order, number for a name",
        "(record { foo : nat; bar : text })",
        "(record { 4895187 = \"b\"; foo = 1 })",
        "(record { bar = \"b\"; foo = 1 : nat })");
    row("quoted names",
        "(record { \"a b\" : nat; \"record\" : nat })",
        "(record { \"a b\" = 1; \"record\" = 2 })",
        "(record { \"a b\" = 1 : nat; \"record\" = 2 : nat })");
    row("left out",
        "(record { x : opt nat; y : nat })",
        "(record { y = 1 })",
        "(record { x = null; y = 1 : nat })");
    row("opt without the word",
        "(opt nat, opt opt nat)",
        "(5, opt 6)",
        "(opt (5 : nat), opt opt (6 : nat))");
    row("opt null is some", "(opt opt nat)", "(opt null)", "(opt null)");
    row("missing at the end", "(nat, opt text)", "(1)", "(1 : nat, null)");
    row("case without content",
        "(variant { ok; err : text })",
        "(variant { ok })",
        "(variant { ok })");
    row("case with content",
        "(variant { ok; err : text })",
        "(variant { err = \"no\"; })",
        "(variant { err = \"no\" })");
    row("annotation", "(nat64, int)", "((7 : nat64), 8 : nat)", "(7 : nat64, 8)");
    row("anything at reserved", "(reserved)", "(record { a = 1 })", "(null : reserved)");
    row("principals",
        "(principal, principal)",
        "(principal \"aaaaa-aa\", service \"2vxsx-fae\")",
        "(principal \"aaaaa-aa\", principal \"2vxsx-fae\")");
    row("function",
        "(func () -> () query)",
        "(func \"aaaaa-aa\".\"a b\")",
        "(func \"aaaaa-aa\".\"a b\")");
}

void TestCandidText::readsForms()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, printed);
    Case row(type);
    const auto values = parseArguments(text.toStdString(), row.interface, row.types);
    QVERIFY2(values.ok(), values.ok() ? "" : values.error().toText().c_str());
    QCOMPARE(QByteArray::fromStdString(printArguments(
                 row.interface.types, row.interface.names, row.types, values.value())),
             printed);
    QVERIFY(Message(row.interface.types, row.types).encode(values.value()));
}

void TestCandidText::infers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char *text, const char *hex) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(hex);
    };
    row("()", "4449444c0000");
    row("(5)", "4449444c00017c05");
    row("(5 : nat)", "4449444c00017d05");
    row("(5 : nat8, -1)", "4449444c00027b7c057f");
    row("(1.5)", "4449444c000172000000000000f83f");
    row("(\"a\", true, null)", "4449444c0003717e7f016101");
    row("(vec {})", "4449444c016d6f010000");
    row("(vec { 1; 2 })",
        "4449444c016d7c01000201"
        "02");
    row("(opt opt 1)", "4449444c026e016e7c0100010101");
    row("(vec { null; opt 1 })", "4449444c026d016e7c010002000101");
    row("(vec { variant { a }; variant { b = 1 } })",
        "4449444c026d016b02617f627c01000200"
        "0101");
    row("(blob \"\\01\")", "4449444c016d7b01000101");
    row("(record { 1; \"a\" })", "4449444c016c02007c01710100010161");
}

void TestCandidText::infers()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, hex);
    const auto bytes = inferred(text.toStdString());
    QVERIFY(bytes);
    QCOMPARE(QByteArray::fromStdString(ic::toHex(*bytes)), hex);
}

void TestCandidText::refuses_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *type, const char *text, const char *error) {
        QTest::newRow(
            qPrintable(QStringLiteral("%1 at %2").arg(QLatin1String(text), QLatin1String(type))))
            << QString::fromLatin1(type) << QByteArray(text) << QByteArray(error);
    };
    row("(nat)", "5", "line 1, column 1: \"(\" is missing before \"5\"");
    row("(nat)", "(5", "line 1, column 3: \")\" is missing before the end");
    row("(nat)", "(5) 6", "line 1, column 5: nothing may follow the arguments");
    row("(nat)", "(-5)", "line 1, column 2: this is no nat, or out of its range");
    row("(nat8)", "(256)", "line 1, column 2: this is no nat8, or out of its range");
    row("(int8)", "(-129)", "line 1, column 2: this is no int8, or out of its range");
    row("(int64)",
        "(0x8000000000000000)",
        "line 1, column 2: this is no int64, or out of its range");
    row("(nat)", "(1.0)", "line 1, column 2: this is no nat");
    row("(nat)", "(1__0)", "line 1, column 2: a malformed number");
    row("(nat)", "(1_)", "line 1, column 2: a malformed number");
    row("(nat)", "(12abc)", "line 1, column 2: a malformed number");
    row("(nat)", "(0x)", "line 1, column 2: a malformed number");
    row("(float64)", "(1e999)", "line 1, column 2: this is no float64");
    row("(text)",
        "(\n  \"a\nb\")",
        "line 2, column 3: this text does not end; a line end in it is \\n");
    row("(text)",
        "(\"\\q\")",
        "line 1, column 3: an unknown escape: \\n, \\r, \\t, \\\\, \\\", \\', \\u{...} or \\ and "
        "two hexadecimal digits");
    row("(text)", "(\"\\ff\")", "line 1, column 2: a text has to be UTF-8; other bytes are a blob");
    row("(text)",
        "(\"\\u{d800}\")",
        "line 1, column 3: \\u{...} needs the hexadecimal number of a character");
    row("(text)",
        "(\"\\u{110000}\")",
        "line 1, column 3: \\u{...} needs the hexadecimal number of a character");
    row("(text)", "(5)", "line 1, column 2: this is no text");
    row("(text)", "(/* never", "line 1, column 2: this comment does not end");
    row("(record { a : nat; b : nat })",
        "(record { a = 1 })",
        "line 1, column 2: the field \"b\" is missing");
    row("(record { a : nat })",
        "(record {\n a = 1;\n bb = 2 })",
        "line 3, column 7: there is no field \"bb\"");
    row("(record { a : nat })",
        "(record { a = 1; a = 2 })",
        "line 1, column 2: two fields have the same name or number");
    row("(variant { a })", "(variant { b })", "line 1, column 2: there is no case \"b\"");
    row("(nat, nat)", "(1)", "line 1, column 1: 2 arguments are wanted, not 1");
    row("(nat)", "(1, 2)", "line 1, column 5: only 1 arguments are wanted");
    row("(principal)", "(principal \"aaaaa-ab\")", "line 1, column 2: this text is no principal");
    row("(principal)",
        "(principal aaaaa)",
        "line 1, column 12: a text in quotes is missing before \"aaaaa\"");
    row("(opt nat)", "(opt (opt 1))", "line 1, column 7: this is no nat");
    row("(empty)", "(1)", "line 1, column 2: the type empty has no values");
    row("(nat)", "(foo)", "line 1, column 2: there is no value \"foo\"");
    row("(nat)", "(#)", "line 1, column 2: a character that Candid does not know");
}

void TestCandidText::refuses()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    Case row(type);
    const auto values = parseArguments(text.toStdString(), row.interface, row.types);
    QVERIFY(!values.ok());
    QCOMPARE(QByteArray::fromStdString(values.error().toText()), error);
}

void TestCandidText::refusesAnnotatedTypesThatDoNotFit()
{
    Case nat(QStringLiteral("(nat)"));
    QVERIFY(!parseArguments("(5 : int)", nat.interface, nat.types).ok());
    QVERIFY(!parseArguments("(5 : nat8)", nat.interface, nat.types).ok());
    QVERIFY(!parseArguments("((5 : nat) : int)", nat.interface, nat.types).ok());
    QVERIFY(!parseArguments("(5 : nothing)", nat.interface, nat.types).ok());
    Case optional(QStringLiteral("(opt nat)"));
    const auto wrapped = parseArguments("(5 : nat)", optional.interface, optional.types);
    QVERIFY(wrapped.ok());
    QVERIFY(wrapped.value().front() == Value::some(std::uint64_t{5}));
    Interface interface;
    QVERIFY(!inferArguments("(vec { 1; \"a\" })", interface).ok());
}

void TestCandidText::showsNumbersOfUnknownFields()
{
    Case row(QStringLiteral("(record { position : nat64; secret : bool })"));
    const auto values =
        parseArguments("(record { position = 3; secret = true })", row.interface, row.types);
    QVERIFY(values.ok());
    const FieldNames names{{fieldId("position"), "position"}};
    const std::string text = printArguments(row.interface.types, names, row.types, values.value());
    QCOMPARE(text, std::string("(record { 1_682_574_960 = true; position = 3 : nat64 })"));
    Interface interface;
    QVERIFY(inferArguments(text, interface).ok());
}

void TestCandidText::breaksLongValuesIntoLines()
{
    Case row(QStringLiteral("(vec record { text; nat })"));
    const std::string text = "(vec { record { \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"; 1 }; "
                             "record { \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"; 2 } })";
    const auto values = parseArguments(text, row.interface, row.types);
    QVERIFY(values.ok());
    QCOMPARE(printArguments(row.interface.types, {}, row.types, values.value()),
             std::string("(\n"
                         "  vec {\n"
                         "    record { \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"; 1 : nat };\n"
                         "    record { \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"; 2 : nat };\n"
                         "  },\n"
                         ")"));
}

void TestCandidText::hidesWhatSteersATerminal()
{
    const std::string evil = "\x1b[2J \xc2\x9b \xe2\x80\xae \x7f";
    const std::string shown = printText(evil);
    QCOMPARE(shown, std::string("\"\\1b[2J \\c2\\9b \\e2\\80\\ae \\7f\""));
    Case row(QStringLiteral("(text)"));
    const auto back = parseArguments('(' + shown + ')', row.interface, row.types);
    QVERIFY(back.ok());
    QCOMPARE(*back.value().front().as<std::string>(), evil);
}

void TestCandidText::endsEarlyOnHugeNesting()
{
    Interface interface;
    QVERIFY(!inferArguments(std::string(1'000'000, '('), interface).ok());
    std::string opts = "(";
    for (int i = 0; i < 200'000; ++i)
        opts += "opt ";
    QVERIFY(!inferArguments(opts + "1)", interface).ok());
    std::string records = "(";
    for (int i = 0; i < 200'000; ++i)
        records += "record {";
    QVERIFY(!inferArguments(records, interface).ok());
    auto endless = parseInterface("type T = opt T;");
    QVERIFY(endless.ok());
    const auto types = parseTypes("(T)", endless.value());
    QVERIFY(types.ok());
    QVERIFY(!parseArguments("(5)", endless.value(), types.value()).ok());
}

void TestCandidText::writesHugeNumbersInHexadecimal()
{
    Case row(QStringLiteral("(int, int)"));
    const std::string digits = '1' + std::string(9'000, '0');
    const std::string text = "(0x" + digits + ", -0x" + digits + ')';
    const auto values = parseArguments(text, row.interface, row.types);
    QVERIFY(values.ok());
    const std::string printed = printArguments(row.interface.types, {}, row.types, values.value());
    QVERIFY(printed.find("  0x" + digits) != std::string::npos);
    QVERIFY(printed.find("  -0x" + digits) != std::string::npos);
}

QTEST_APPLESS_MAIN(TestCandidText)
#include "tst_candidtext.moc"
