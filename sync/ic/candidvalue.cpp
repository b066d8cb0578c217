#include "sync/ic/candidvalue.h"

namespace ic::candid {

bool operator==(const Opt &a, const Opt &b)
{
    return a.content == b.content;
}

bool operator==(const Record &a, const Record &b)
{
    return a.fields == b.fields;
}

bool operator==(const Variant &a, const Variant &b)
{
    const auto isNull = [](const Variant &v) {
        return v.content.empty() || v.content.front() == Value();
    };
    return a.id == b.id && ((isNull(a) && isNull(b)) || a.content == b.content);
}

bool operator==(const Value &a, const Value &b)
{
    return a.m_value == b.m_value;
}

Value Value::some(Value content)
{
    Opt opt;
    opt.content.push_back(std::move(content));
    return opt;
}

Value Value::variant(std::uint32_t id, Value content)
{
    Variant variant;
    variant.id = id;
    variant.content.push_back(std::move(content));
    return variant;
}

} // namespace ic::candid
