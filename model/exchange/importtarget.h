#pragma once

#include "model/document/document.h"
#include "model/exchange/exchangereport.h"
#include "model/store/documentstore.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

class Clock;
class Random;

/// The library's side of an import: notebooks and tags by name (found or made), what is already
/// there, and rows collected into transactions of a few hundred.
class ImportTarget
{
public:
    struct World
    {
        DocumentStore &store;
        const Clock &clock;
        Random &random;
    };
    ImportTarget(const World &world, ExchangeReport &report);

    /// Reads what the library has. The error is a translated sentence.
    Result<Done, StoreError> open();

    /// The notebook with that title inside `parent`, made if there is none. `created` in ms since
    /// 1970; now if 0.
    DocumentId notebook(const DocumentId &parent, const QString &title, std::int64_t created = 0);
    DocumentId newId();
    QList<DocumentId> tags(const QStringList &names);

    /// Whether that notebook has an equal note or drawing already. Each stored document counts as
    /// the equal of one file only.
    enum class Presence { New, Equal, OtherContent };
    Result<Presence, StoreError> presence(const Note &note);
    Result<Presence, StoreError> presence(const Drawing &drawing,
                                          const QList<QJsonObject> &elements);

    /// Collects the rows of the file `path`; written, all or none, at the latest by `flush`. What
    /// the store refuses for itself is noted in the report; an error means that nothing works.
    Result<Done, StoreError> add(const QString &path, const QList<Document> &documents);
    Result<Done, StoreError> flush();

    Result<Attachment, StoreError>
    attach(const QString &path, const QString &mime, const QByteArray &bytes);
    bool wasThereBefore(const DocumentId &attachment) const;
    DocumentStore &store() { return m_world.store; }

private:
    struct Group
    {
        QString path;
        QList<Document> rows;
    };
    Result<Done, StoreError> save(const QList<Document> &rows);
    Result<Done, StoreError> saveOneByOne();
    void enqueue(const QString &path, const QList<Document> &rows);
    void uncount(const Group &group);
    Result<QList<DocumentId>, StoreError> candidates(const DocumentHeader &header,
                                                     DocumentKind kind);

    World m_world;
    ExchangeReport &m_report;
    QHash<QPair<DocumentId, QString>, DocumentId> m_notebooks; ///< By parent and title.
    QSet<DocumentId> m_newNotebooks;
    QHash<DocumentId, QString> m_tags;
    QSet<DocumentId> m_attachments;
    QHash<DocumentId, QList<DocumentSummary>> m_present; ///< By notebook, what was there before.
    QList<Group> m_waiting;
    qsizetype m_waitingRows = 0;
};
