#pragma once

#include "model/store/documentstore.h"

#include <QObject>
#include <QQueue>

#include <functional>

class Clock;
class Random;
class StoreThread;
struct DrawingContent;

/// Takes a person through open conflicts: loads them, opens the dialogs over `window`, stores what
/// was chosen. Both sides stay in the history, so that every choice can be taken back.
class ConflictController : public QObject
{
    Q_OBJECT

public:
    ConflictController(StoreThread &store, const Clock &clock, Random &random, QWidget *window);

    /// All conflicts, or those of one document, one after the other.
    void review(const DocumentId &document = {});
    /// Keeps this device's state and stores the other one as a document of its own.
    void keepBoth(const DocumentId &document);

signals:
    void openRequested(const DocumentId &document);
    /// "Solved."; `undo` brings this device's version back.
    void solved(const QString &message, const std::function<void()> &undo);
    void failed(const QString &message);
    void nothingToReview();

private:
    struct Group
    {
        DocumentId document;
        QList<OpenConflict> conflicts;
    };
    void load(const DocumentId &document, std::function<void(const QList<Group> &)> done);
    void next();
    void reviewNote(const Group &group);
    void reviewDrawing(const Group &group, const DrawingContent &content);
    /// `results`: row by row; `additional`: saved before.
    void store(const QList<OpenConflict> &conflicts,
               const QList<Document> &results,
               const QList<Document> &additional);

    StoreThread &m_store;
    const Clock &m_clock;
    Random &m_random;
    QWidget *m_window;
    QQueue<Group> m_waiting;
    int m_total = 0;
};
