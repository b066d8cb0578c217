#pragma once

#include "sync/candidtext/term.h"
#include "sync/ic/candidvalue.h"

namespace ic::candid {

/// The number that `term` writes, as a value of a number type: nothing if it is no number, out of
/// the range of `type`, or a decimal one of more than 10,000 digits.
std::optional<Value> numberValue(const Term &term, TypeRef type);

bool isNumberType(TypeRef type);

/// Digits with underscores between groups of three.
std::string grouped(std::string digits);
/// Decimal, or hexadecimal where that would take too long.
std::string numberText(const BigInt &number);
/// The shortest text that reads back as the same number; "inf", "-inf", "nan".
std::string numberText(float number);
std::string numberText(double number);

} // namespace ic::candid
