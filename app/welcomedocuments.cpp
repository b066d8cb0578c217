#include "app/welcomedocuments.h"

#include "model/document/documentcodec.h"
#include "model/exchange/welcome.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace {

constexpr auto kFact = "welcomed";

QString fingerprint(const Document &document)
{
    return QString::fromLatin1(contentHash(encodeBody(document), document.deleted).toHex());
}

/// As stored, which the store may have completed (times).
Result<QJsonObject, StoreError> fingerprints(const DocumentStore &store,
                                             const QList<DocumentId> &ids)
{
    QJsonObject found;
    for (const DocumentId &id : ids) {
        const auto document = store.load(id);
        if (!document)
            return document.error();
        found[id.text()] = fingerprint(document.value());
    }
    return found;
}

} // namespace

namespace welcome {

Result<SaveReceipt, StoreError> greet(DocumentStore &store, const Clock &clock, Random &random)
{
    const auto welcomed = store.fact(QLatin1String(kFact));
    if (!welcomed)
        return welcomed.error();
    if (!welcomed.value().isEmpty())
        return SaveReceipt{};
    const QList<Document> documents = welcomeDocuments(clock, random);
    auto saved = store.save(documents);
    if (!saved)
        return saved;
    QList<DocumentId> ids;
    for (const Document &document : documents)
        ids += document.id;
    const auto found = fingerprints(store, ids);
    if (!found)
        return found.error();
    const QByteArray fact = QJsonDocument(found.value()).toJson(QJsonDocument::Compact);
    if (const auto set = store.setFact(QLatin1String(kFact), fact); !set)
        return set.error();
    return saved;
}

Result<SaveReceipt, StoreError> removeUntouched(DocumentStore &store)
{
    const auto fact = store.fact(QLatin1String(kFact));
    if (!fact)
        return fact.error();
    const QJsonObject saved = QJsonDocument::fromJson(fact.value()).object();
    QList<DocumentId> ids;
    QList<DocumentId> shown;
    for (auto it = saved.begin(); it != saved.end(); ++it) {
        ids += DocumentId(it.key());
        const auto summary = store.summary(ids.last());
        if (!summary)
            continue; // an element; its drawing decides
        if (!summary.value().pending)
            return SaveReceipt{}; // a canister has them
        shown += ids.last();
    }
    const auto now = fingerprints(store, ids);
    if (!now)
        return now.error();
    if (shown.isEmpty() || now.value() != saved)
        return SaveReceipt{};
    return store.deleteForever(shown);
}

} // namespace welcome
