#include "ui/conflicts/conflictcontroller.h"

#include "model/base/clock.h"
#include "model/merge/resolution.h"
#include "model/store/storethread.h"
#include "ui/conflicts/drawingconflictdialog.h"
#include "ui/conflicts/noteconflictdialog.h"

#include <QMessageBox>
#include <QPushButton>
#include <QWidget>

#include <algorithm>

ConflictController::ConflictController(StoreThread &store,
                                       const Clock &clock,
                                       Random &random,
                                       QWidget *window)
    : QObject(window)
    , m_store(store)
    , m_clock(clock)
    , m_random(random)
    , m_window(window)
{}

void ConflictController::load(const DocumentId &document,
                              std::function<void(const QList<Group> &)> done)
{
    m_store.run(
        this,
        [document](DocumentStore &store) { return store.conflicts(document); },
        [this, done = std::move(done)](const Result<QList<OpenConflict>, StoreError> &found) {
            if (!found.ok()) {
                emit failed(found.error().userMessage());
                return;
            }
            QList<Group> groups;
            for (const OpenConflict &conflict : found.value()) {
                auto group = std::find_if(groups.begin(), groups.end(), [&](const Group &one) {
                    return one.document == conflict.document;
                });
                if (group == groups.end())
                    groups.append({conflict.document, {conflict}});
                else
                    group->conflicts.append(conflict);
            }
            done(groups);
        });
}

void ConflictController::review(const DocumentId &document)
{
    load(document, [this](const QList<Group> &groups) {
        m_waiting.clear();
        for (const Group &group : groups)
            m_waiting.enqueue(group);
        m_total = int(groups.size());
        if (groups.isEmpty())
            emit nothingToReview();
        else
            next();
    });
}

void ConflictController::next()
{
    if (m_waiting.isEmpty())
        return;
    const Group group = m_waiting.dequeue();
    emit openRequested(group.document);
    const DocumentKind kind = group.conflicts.first().mine.documentKind();
    if (kind == DocumentKind::Note) {
        reviewNote(group);
        return;
    }
    m_store.run(
        this,
        [id = group.document](DocumentStore &store) { return loadDrawing(store, id); },
        [this, group](const Result<DrawingContent, StoreError> &content) {
            if (content.ok())
                reviewDrawing(group, content.value());
            else
                emit failed(content.error().userMessage());
        });
}

void ConflictController::reviewNote(const Group &group)
{
    const OpenConflict conflict = group.conflicts.first();
    const auto differences = NoteDifferences::fromConflict(conflict);
    if (!differences) {
        // One side is deleted, or of a newer Sheaf: only whole sides can be chosen.
        auto *box = new QMessageBox(
            QMessageBox::Question,
            tr("Changed on two devices"),
            conflict.master.deleted
                ? tr("Deleted on %1, edited here. Keep it?").arg(conflict.masterDevice)
                : tr("Changed on %1 and here. Which one do you want?").arg(conflict.masterDevice),
            QMessageBox::NoButton,
            m_window);
        box->setAttribute(Qt::WA_DeleteOnClose);
        auto *mine = box->addButton(tr("Keep this device's"), QMessageBox::AcceptRole);
        auto *theirs = box->addButton(tr("Take the other"), QMessageBox::DestructiveRole);
        box->addButton(tr("Later"), QMessageBox::RejectRole);
        connect(mine, &QPushButton::clicked, this, [this, conflict] {
            store({conflict}, {conflict.mine}, {});
            next();
        });
        connect(theirs, &QPushButton::clicked, this, [this, conflict] {
            store({conflict}, {conflict.master}, {});
            next();
        });
        box->open();
        return;
    }
    auto *dialog =
        new NoteConflictDialog(conflict, *differences, toMilliseconds(m_clock.now()), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setPosition(m_total - int(m_waiting.size()), m_total);
    connect(dialog, &NoteConflictDialog::solved, this, [this, conflict](const Document &result) {
        store({conflict}, {result}, {});
        next();
    });
    connect(dialog, &NoteConflictDialog::keepBothRequested, this, [this, conflict] {
        const Resolution both = resolve(conflict, ConflictChoice::Both, m_random);
        store({conflict}, {both.result}, both.additional);
        next();
    });
    dialog->open();
}

void ConflictController::reviewDrawing(const Group &group, const DrawingContent &content)
{
    auto *dialog = new DrawingConflictDialog(
        group.conflicts, content, toMilliseconds(m_clock.now()), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setPosition(m_total - int(m_waiting.size()), m_total);
    connect(dialog,
            &DrawingConflictDialog::solved,
            this,
            [this, group](const QList<ConflictChoice> &choices) {
                QList<Document> results;
                QList<Document> additional;
                for (qsizetype i = 0; i < group.conflicts.size(); ++i) {
                    const Resolution one = resolve(group.conflicts[i], choices[i], m_random);
                    results.append(one.result);
                    additional.append(one.additional);
                }
                store(group.conflicts, results, additional);
                next();
            });
    dialog->open();
}

void ConflictController::keepBoth(const DocumentId &document)
{
    load(document, [this](const QList<Group> &groups) {
        for (const Group &group : groups) {
            QList<Document> results;
            QList<Document> additional;
            for (const OpenConflict &conflict : group.conflicts) {
                const Resolution both = resolve(conflict, ConflictChoice::Both, m_random);
                results.append(both.result);
                additional.append(both.additional);
            }
            store(group.conflicts, results, additional);
        }
    });
}

void ConflictController::store(const QList<OpenConflict> &conflicts,
                               const QList<Document> &results,
                               const QList<Document> &additional)
{
    m_store.write(
        this,
        [conflicts, results, additional](DocumentStore &store) -> Result<SaveReceipt, StoreError> {
            SaveReceipt all;
            if (!additional.isEmpty()) {
                auto saved = store.save(additional);
                if (!saved.ok())
                    return saved;
                all = saved.value();
            }
            for (qsizetype i = 0; i < conflicts.size(); ++i) {
                auto resolved = store.resolveConflict(conflicts[i].id, results[i]);
                if (!resolved.ok())
                    return resolved;
                all.modifiedAt = resolved.value().modifiedAt;
                all.ids.append(resolved.value().ids);
            }
            return all;
        },
        [this, conflicts](const Result<SaveReceipt, StoreError> &receipt) {
            if (!receipt.ok()) {
                emit failed(receipt.error().userMessage());
                return;
            }
            const auto undo = [this, conflicts] {
                QList<Document> before;
                for (const OpenConflict &conflict : conflicts)
                    before.append(conflict.mine);
                m_store.write(
                    this,
                    [before](DocumentStore &store) {
                        SaveOptions options;
                        options.reason = HistoryReason::Restored;
                        return store.save(before, options);
                    },
                    [this](const Result<SaveReceipt, StoreError> &answer) {
                        if (!answer.ok())
                            emit failed(answer.error().userMessage());
                    });
            };
            emit solved(tr("Solved."), undo);
        });
}
