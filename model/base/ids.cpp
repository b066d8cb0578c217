#include "model/base/ids.h"

#include "model/base/random.h"

#include <array>

bool DocumentId::isValid() const
{
    const qsizetype bytes = m_text.toUtf8().size();
    if (bytes < 1 || bytes > 256 || !m_text.isValidUtf16())
        return false;
    for (const QChar character : m_text) {
        if (character.category() == QChar::Other_Control)
            return false;
    }
    return true;
}

QString randomIdText(Random &random)
{
    static constexpr char kAlphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::array<std::uint8_t, 21> bytes{};
    random.fill(bytes);
    QString text;
    text.reserve(static_cast<qsizetype>(bytes.size()));
    for (const std::uint8_t byte : bytes)
        text += QLatin1Char(kAlphabet[byte & 63U]);
    return text;
}

DocumentId newDocumentId(Random &random)
{
    return DocumentId(randomIdText(random));
}
