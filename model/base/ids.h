#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>

class Random;

/// Name of one row: a note, drawing, element, notebook, tag or attachment. 1 to 256 bytes of UTF-8
/// without control characters; unique within a person's library on all devices.
class DocumentId
{
public:
    DocumentId() = default;
    explicit DocumentId(QString text)
        : m_text(std::move(text))
    {}

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    /// Whether the canister will take it: length and characters as said above.
    bool isValid() const;

    friend bool operator==(const DocumentId &a, const DocumentId &b) = default;
    friend bool operator<(const DocumentId &a, const DocumentId &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const DocumentId &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};
Q_DECLARE_METATYPE(DocumentId)

/// 21 random characters of A-Z a-z 0-9 - _ (126 bits), as Excalidraw's element ids.
QString randomIdText(Random &random);
DocumentId newDocumentId(Random &random);
