#include "sync/ic/candid.h"
#include "vectors.h"

#include <QElapsedTimer>
#include <QTest>

#include <bit>
#include <sys/resource.h>

using namespace ic::candid;
using ic::BigInt;

/// Candid against the vectors: 119 values both ways, 48 coercions, 96 messages to refuse.
class TestIcCandid : public QObject
{
    Q_OBJECT

private slots:
    void hashesNames();
    void encodesAndDecodes_data();
    void encodesAndDecodes();
    void coerces_data();
    void coerces();
    void refuses_data();
    void refuses();
    void sharesEqualTypes();
    void refusesValuesOfAnotherType();
    void largeIntegersAsText_data();
    void largeIntegersAsText();

private:
    QJsonObject m_file = vectorFile("candid");
};

namespace {

std::uint32_t labelId(const QJsonValue &label)
{
    return label.isDouble() ? static_cast<std::uint32_t>(label.toDouble())
                            : fieldId(label.toString().toStdString());
}

/// Builds types from the vectors' type trees.
class TypeReader
{
public:
    explicit TypeReader(TypeTable &types)
        : m_types(types)
    {}

    TypeRef read(const QJsonValue &tree)
    {
        if (tree.isString())
            return primitive(tree.toString());
        const QString kind = tree.toObject().keys().constFirst();
        const QJsonValue content = tree[kind];
        if (kind == QLatin1String("opt"))
            return m_types.opt(read(content));
        if (kind == QLatin1String("vec"))
            return m_types.vec(read(content));
        if (kind == QLatin1String("record"))
            return m_types.record(fields(content));
        if (kind == QLatin1String("variant"))
            return m_types.variant(fields(content));
        if (kind == QLatin1String("func"))
            return func(content);
        if (kind == QLatin1String("service")) {
            std::vector<Method> methods;
            for (const QJsonValue &method : content.toArray())
                methods.push_back({textOf(method[0]), read(method[1])});
            return m_types.service(methods);
        }
        if (kind == QLatin1String("var"))
            return m_bound.value(content.toString());
        if (kind != QLatin1String("rec"))
            qFatal("a type that the tests do not know");
        const TypeRef declared = m_types.declare();
        m_bound.insert(content[0].toString(), declared);
        m_types.define(declared, read(content[1]));
        return declared;
    }

private:
    static TypeRef primitive(const QString &name)
    {
        static const QHash<QString, TypeRef> kNames{
            {QStringLiteral("null"), kNull},
            {QStringLiteral("bool"), kBool},
            {QStringLiteral("nat"), kNat},
            {QStringLiteral("int"), kInt},
            {QStringLiteral("nat8"), kNat8},
            {QStringLiteral("nat16"), kNat16},
            {QStringLiteral("nat32"), kNat32},
            {QStringLiteral("nat64"), kNat64},
            {QStringLiteral("int8"), kInt8},
            {QStringLiteral("int16"), kInt16},
            {QStringLiteral("int32"), kInt32},
            {QStringLiteral("int64"), kInt64},
            {QStringLiteral("float32"), kFloat32},
            {QStringLiteral("float64"), kFloat64},
            {QStringLiteral("text"), kText},
            {QStringLiteral("reserved"), kReserved},
            {QStringLiteral("empty"), kEmpty},
            {QStringLiteral("principal"), kPrincipal},
        };
        if (!kNames.contains(name))
            qFatal("a primitive that the tests do not know: %s", qPrintable(name));
        return kNames.value(name);
    }

    std::vector<Field> fields(const QJsonValue &list)
    {
        std::vector<Field> fields;
        for (const QJsonValue &entry : list.toArray())
            fields.push_back({labelId(entry[0]), read(entry[1])});
        return fields;
    }

    TypeRef func(const QJsonValue &content)
    {
        std::vector<TypeRef> arguments;
        std::vector<TypeRef> results;
        std::vector<Mode> modes;
        for (const QJsonValue &type : content[QStringLiteral("args")].toArray())
            arguments.push_back(read(type));
        for (const QJsonValue &type : content[QStringLiteral("rets")].toArray())
            results.push_back(read(type));
        for (const QJsonValue &mode : content[QStringLiteral("modes")].toArray())
            modes.push_back(mode.toString() == QLatin1String("query")    ? Mode::Query
                            : mode.toString() == QLatin1String("oneway") ? Mode::Oneway
                                                                         : Mode::CompositeQuery);
        return m_types.func(arguments, results, modes);
    }

    TypeTable &m_types;
    QHash<QString, TypeRef> m_bound;
};

ic::Principal principalOf(const QJsonValue &text)
{
    const auto principal = ic::Principal::fromText(text.toString());
    if (!principal)
        qFatal("a vector has no principal where it should have");
    return *principal;
}

Value primitiveValue(TypeRef type, const QJsonValue &json)
{
    const std::string digits = json.toString().toStdString();
    const auto bits = [&] {
        return json[QStringLiteral("bits")].toString().toULongLong(nullptr, 16);
    };
    switch (type) {
    case kBool:
        return json.toBool();
    case kText:
        return digits;
    case kPrincipal:
        return principalOf(json);
    case kFloat32:
        return std::bit_cast<float>(static_cast<std::uint32_t>(bits()));
    case kFloat64:
        return std::bit_cast<double>(std::uint64_t{bits()});
    case kNull:
    case kReserved:
        return Null{};
    default:
        break;
    }
    const auto number = BigInt::fromDecimal(digits);
    if (!number)
        qFatal("a vector has no number where it should have");
    const bool isNatural = type == kNat || (type <= kNat8 && type >= kNat64);
    if (isNatural && number->toUnsigned())
        return *number->toUnsigned();
    if (!isNatural && number->toSigned())
        return *number->toSigned();
    return *number;
}

/// The vectors' value notation, driven by the type. Labels come from the type tree.
Value valueOf(const TypeTable &types, TypeRef type, const QJsonValue &json)
{
    if (type < 0)
        return primitiveValue(type, json);
    const Type &composite = types.at(type);
    switch (composite.constructor) {
    case Constructor::Opt: {
        const QJsonArray content = json.toArray();
        return content.isEmpty() ? Value::none()
                                 : Value::some(valueOf(types, composite.inner, content[0]));
    }
    case Constructor::Vec: {
        if (composite.inner == kNat8)
            return hexOf(json[QStringLiteral("blob")]);
        Value::Vec items;
        for (const QJsonValue &item : json.toArray())
            items.push_back(valueOf(types, composite.inner, item));
        return items;
    }
    case Constructor::Record: {
        Record record;
        record.fields.resize(composite.fields.size());
        const QJsonObject members = json.toObject();
        if (static_cast<std::size_t>(members.size()) != composite.fields.size())
            qFatal("a record has other fields than its type");
        for (auto it = members.begin(); it != members.end(); ++it) {
            bool isNumber = false;
            const unsigned numeric = it.key().toUInt(&isNumber);
            const std::uint32_t id = isNumber ? numeric : fieldId(it.key().toStdString());
            for (std::size_t i = 0; i < composite.fields.size(); ++i) {
                if (composite.fields[i].id == id)
                    record.fields[i] = valueOf(types, composite.fields[i].type, it.value());
            }
        }
        return record;
    }
    case Constructor::Variant: {
        const QString label = json.toObject().keys().constFirst();
        bool isNumber = false;
        const unsigned numeric = label.toUInt(&isNumber);
        const std::uint32_t id = isNumber ? numeric : fieldId(label.toStdString());
        for (const Field &field : composite.fields) {
            if (field.id == id)
                return Value::variant(id, valueOf(types, field.type, json[label]));
        }
        qFatal("a case that its type does not have");
    }
    case Constructor::Func:
        return Func{principalOf(json[QStringLiteral("func")][0]),
                    textOf(json[QStringLiteral("func")][1])};
    case Constructor::Service:
        return principalOf(
            json[QStringLiteral("service")].isString() ? json[QStringLiteral("service")] : json);
    case Constructor::Future:
        break;
    }
    qFatal("a type that the tests do not know");
}

struct Case
{
    explicit Case(const QJsonObject &row)
    {
        TypeReader reader(types);
        for (const QJsonValue &type : row[QStringLiteral("types")].toArray())
            arguments.push_back(reader.read(type));
    }

    std::vector<Value> valuesOf(const QJsonObject &row) const
    {
        std::vector<Value> values;
        const QJsonArray given = row[QStringLiteral("values")].toArray();
        for (std::size_t i = 0; i < arguments.size(); ++i)
            values.push_back(valueOf(types, arguments[i], given[static_cast<qsizetype>(i)]));
        return values;
    }

    TypeTable types;
    std::vector<TypeRef> arguments;
};

/// "A then B repeated N times then C"
ic::Bytes patternBytes(const QString &pattern)
{
    const QStringList words = pattern.split(QLatin1Char(' '));
    if (words.size() != 8)
        qFatal("a pattern that the tests do not know");
    ic::Bytes bytes = hexOf(words[0]);
    const ic::Bytes unit = hexOf(words[2]);
    for (int i = 0; i < words[4].toInt(); ++i)
        ic::append(bytes, unit);
    ic::append(bytes, hexOf(words[7]));
    return bytes;
}

void addRows(const QJsonArray &rows)
{
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row[QStringLiteral("name")].toString())) << row.toObject();
}

long peakKilobytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

void TestIcCandid::hashesNames()
{
    const QJsonObject ids = m_file[QStringLiteral("field_ids")].toObject();
    QCOMPARE(ids.size(), 17);
    for (auto it = ids.begin(); it != ids.end(); ++it)
        QCOMPARE(fieldId(it.key().toStdString()),
                 static_cast<std::uint32_t>(it.value().toDouble()));
}

void TestIcCandid::encodesAndDecodes_data()
{
    const QJsonArray rows = m_file[QStringLiteral("values")].toArray();
    QCOMPARE(rows.size(), 119);
    addRows(rows);
}

void TestIcCandid::encodesAndDecodes()
{
    QFETCH(QJsonObject, row);
    const Case types(row);
    const Message message(types.types, types.arguments);
    const auto values = types.valuesOf(row);
    const auto encoded = message.encode(values);
    QVERIFY(encoded);
    if (row[QStringLiteral("exact")].toBool())
        QCOMPARE(ic::toHex(*encoded), textOf(row[QStringLiteral("hex")]));
    for (const ic::Bytes &bytes : {hexOf(row[QStringLiteral("hex")]), *encoded}) {
        const auto decoded = message.decode(bytes);
        QVERIFY2(decoded.ok(), decoded.ok() ? "" : decoded.error().detail.c_str());
        // Bytes, not values: NaN does not equal itself.
        QVERIFY(message.encode(decoded.value()) == encoded);
    }
}

void TestIcCandid::coerces_data()
{
    const QJsonArray rows = m_file[QStringLiteral("decode")].toArray();
    QCOMPARE(rows.size(), 48);
    addRows(rows);
}

void TestIcCandid::coerces()
{
    QFETCH(QJsonObject, row);
    const Case types(row);
    const Message message(types.types, types.arguments);
    const auto decoded = message.decode(hexOf(row[QStringLiteral("hex")]));
    QVERIFY2(decoded.ok(), decoded.ok() ? "" : decoded.error().detail.c_str());
    QVERIFY(decoded.value() == types.valuesOf(row));
}

void TestIcCandid::refuses_data()
{
    const QJsonArray rows = m_file[QStringLiteral("invalid")].toArray();
    QCOMPARE(rows.size(), 96);
    addRows(rows);
}

void TestIcCandid::refuses()
{
    QFETCH(QJsonObject, row);
    const Case types(row);
    const Message message(types.types, types.arguments);
    const QJsonValue hex = row[QStringLiteral("hex")];
    const ic::Bytes bytes =
        hex.isString() ? hexOf(hex) : patternBytes(row[QStringLiteral("hex_pattern")].toString());
    const long before = peakKilobytes();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!message.decode(bytes).ok());
    QVERIFY2(timer.elapsed() < 1000, "took too long");
    QVERIFY2(peakKilobytes() - before < 64 * 1024, "took too much memory");
}

void TestIcCandid::sharesEqualTypes()
{
    TypeTable types;
    QCOMPARE(types.blob(), types.vec(kNat8));
    const TypeRef a = types.record({field("x", kNat), field("y", kText)});
    QCOMPARE(types.record({field("y", kText), field("x", kNat)}), a);
    QCOMPARE(types.positionOf(a, fieldId("y")), std::size_t{1});
    QCOMPARE(types.size(), std::size_t{2});
}

void TestIcCandid::refusesValuesOfAnotherType()
{
    TypeTable types;
    const TypeRef pair = types.tuple({kNat8, kText});
    const Message message(types, {pair});
    const auto encodes = [&](Value first, Value second) {
        return message.encode({Record{{std::move(first), std::move(second)}}}).has_value();
    };
    QVERIFY(encodes(std::uint64_t{255}, std::string("x")));
    QVERIFY(!encodes(std::uint64_t{256}, std::string("x")));
    QVERIFY(!encodes(std::int64_t{1}, std::string("x")));
    QVERIFY(!encodes(std::uint64_t{1}, std::string("\xff")));
    QVERIFY(!encodes(std::uint64_t{1}, ic::Bytes{1}));
    QVERIFY(!message.encode({}));
    QVERIFY(!message.encode({Record{{std::uint64_t{1}}}}));
}

void TestIcCandid::largeIntegersAsText_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"0",
                             "1",
                             "-1",
                             "4294967296",
                             "-9223372036854775808",
                             "18446744073709551615",
                             "18446744073709551616",
                             "1000000000000000000000000000000",
                             "-340282366920938463463374607431768211456"})
        QTest::newRow(text) << QByteArray(text);
}

void TestIcCandid::largeIntegersAsText()
{
    QFETCH(QByteArray, text);
    const auto number = BigInt::fromDecimal(text.toStdString());
    QVERIFY(number);
    QCOMPARE(QByteArray::fromStdString(number->toDecimal()), text);
    QVERIFY(!BigInt::fromDecimal("-"));
    QVERIFY(!BigInt::fromDecimal("1 "));
    QVERIFY(!BigInt::fromDecimal("0x1"));
}

QTEST_APPLESS_MAIN(TestIcCandid)
#include "tst_iccandid.moc"
