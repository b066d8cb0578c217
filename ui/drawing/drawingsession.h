#pragma once

#include "model/drawing/elementpatch.h"
#include "model/drawing/scene.h"

#include <QHash>
#include <QObject>
#include <QUndoStack>

/// One open drawing: its elements, what is being done to them, and what was done.
///
/// Two scenes: the settled one, and the shown one, which also has the change under the person's
/// hand
/// (`preview`). A finished change is an intent: one undo step, one `elementsChanged`. Knows no
/// storage.
class DrawingSession : public QObject
{
    Q_OBJECT

public:
    DrawingSession(Random &random, const Clock &clock, QObject *parent = nullptr);

    /// Another drawing; forgets all undo steps.
    void load(const QList<Element> &elements);

    const Scene &scene() const { return m_shown; }
    const Scene &settled() const { return m_settled; }
    QUndoStack *undoStack() { return &m_undo; }
    EditContext context() const { return {m_random, m_clock}; }

    /// Shows `elements` as they would become; nothing is stored.
    void preview(const QList<Element> &elements);
    void dropPreview();
    bool hasPreview() const { return !m_previewBase.isEmpty(); }

    /// Makes `elements` real, as one step called `text`. Steps with equal `mergeKey` (not 0) that
    /// follow each other become one. Elements that do not differ from what they were are left out;
    /// does nothing if none is left.
    void commit(const QString &text, const QList<Element> &elements, int mergeKey = 0);

    /// Takes changes from elsewhere. What is under the person's hand stays as shown, and wins when
    /// they finish; undo steps stay.
    void applyRemote(const QList<Element> &elements);

signals:
    void areaChanged(const QRectF &area); ///< Scene pixels to paint anew.
    void
    elementsChanged(const QList<Element> &changed); ///< Stamped; deleted ones say so themselves.
    void contentChanged(); ///< Anything shown is different: selection and panels look again.

private:
    friend class IntentCommand;

    void settle(const QList<ElementPatch> &patches,
                const QHash<QString, Element> &added,
                PatchRule rule);
    void show(const Element &element);

    Random &m_random;
    const Clock &m_clock;
    Scene m_settled;
    Scene m_shown;
    QHash<QString, Element> m_previewBase; ///< As settled when their preview began.
    QUndoStack m_undo;
};
