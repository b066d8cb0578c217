#include "model/exchange/lzstring.h"

#include <array>
#include <vector>

namespace {

constexpr int kBitsPerCharacter = 6;

/// Bits of a base64 text, each character from its highest bit, numbers from their lowest one.
class BitReader
{
public:
    explicit BitReader(const QByteArray &packed)
        : m_packed(packed)
    {
        static const QByteArray alphabet =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        m_values.fill(-1);
        for (int i = 0; i < alphabet.size(); ++i)
            m_values[static_cast<unsigned char>(alphabet[i])] = i;
    }

    /// -1 at the end or at a character that is none of base64.
    int read(int bits)
    {
        int number = 0;
        for (int i = 0; i < bits; ++i) {
            if (m_left == 0 && !fetch())
                return -1;
            --m_left;
            number |= (m_value >> m_left & 1) << i;
        }
        return number;
    }

private:
    bool fetch()
    {
        while (m_at < m_packed.size() && (m_packed[m_at] == '\n' || m_packed[m_at] == '\r'))
            ++m_at;
        if (m_at >= m_packed.size())
            return false;
        m_value = m_values[static_cast<unsigned char>(m_packed[m_at++])];
        m_left = kBitsPerCharacter;
        return m_value >= 0;
    }

    const QByteArray &m_packed;
    std::array<int, 256> m_values;
    qsizetype m_at = 0;
    int m_value = 0;
    int m_left = 0;
};

class Unpacker
{
public:
    Unpacker(const QByteArray &packed, qsizetype maxLength)
        : m_bits(packed)
        , m_maxLength(maxLength)
    {}

    std::optional<QString> run();

private:
    enum Code { NewByte = 0, NewUnit = 1, End = 2, FirstEntry = 3 };

    /// An entry is a stretch of the result, so that the table costs no more than the packed text.
    struct Entry
    {
        qsizetype start = 0;
        qsizetype length = 0;
    };

    bool readUnit(int code);
    bool append(const Entry &entry);
    void countDown();

    BitReader m_bits;
    qsizetype m_maxLength;
    QString m_text;
    std::vector<Entry> m_entries;
    int m_width = 2;
    qsizetype m_untilWider = 2;
};

void Unpacker::countDown()
{
    if (--m_untilWider > 0)
        return;
    m_untilWider = qsizetype(1) << m_width;
    ++m_width;
}

bool Unpacker::readUnit(int code)
{
    const int unit = m_bits.read(code == NewByte ? 8 : 16);
    if (unit < 0 || m_text.size() >= m_maxLength)
        return false;
    m_text += QChar(char16_t(unit));
    return true;
}

bool Unpacker::append(const Entry &entry)
{
    if (m_text.size() + entry.length > m_maxLength)
        return false;
    for (qsizetype i = 0; i < entry.length; ++i)
        m_text += m_text[entry.start + i];
    return true;
}

/// Every code after the first one adds the previous stretch and one unit more as an entry, whose
/// last unit is the first of what that code stands for.
std::optional<QString> Unpacker::run()
{
    const int first = m_bits.read(2);
    if (first == End)
        return QString();
    if (first < 0 || first > NewUnit || !readUnit(first))
        return std::nullopt;
    m_entries.push_back({0, 1});
    m_untilWider = 4;
    m_width = 3;
    Entry previous{0, 1};
    while (m_width <= 24) {
        const int code = m_bits.read(m_width);
        if (code < 0)
            return std::nullopt;
        if (code == End)
            return m_text;
        Entry current{m_text.size(), 1};
        if (code < End) {
            if (!readUnit(code))
                return std::nullopt;
            m_entries.push_back(current);
            countDown();
        } else {
            const auto index = std::size_t(code - FirstEntry);
            // The entry that is made by this very step is one longer than the previous stretch.
            const Entry known = index < m_entries.size()
                                    ? m_entries[index]
                                    : Entry{previous.start, previous.length + 1};
            if (index > m_entries.size() || !append(known))
                return std::nullopt;
            current.length = known.length;
        }
        m_entries.push_back({previous.start, previous.length + 1});
        countDown();
        previous = current;
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> unpackLzString(const QByteArray &packed, qsizetype maxLength)
{
    return Unpacker(packed, maxLength).run();
}
