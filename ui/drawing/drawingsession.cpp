#include "ui/drawing/drawingsession.h"

#include <QUndoCommand>

namespace {

Element deletedForm(const Element &element)
{
    return element.with({{QStringLiteral("isDeleted"), true}});
}

} // namespace

/// One intent, undone and redone field by field.
class IntentCommand : public QUndoCommand
{
public:
    IntentCommand(DrawingSession &session, const QString &text, int mergeKey)
        : QUndoCommand(text)
        , m_session(session)
        , m_mergeKey(mergeKey)
    {}

    void add(const ElementPatch &patch) { m_patches.append(patch); }
    void addNew(const Element &element)
    {
        m_added.insert(element.id(), deletedForm(element));
        m_patches.append(patchBetween(deletedForm(element), element));
    }
    bool isEmpty() const { return m_patches.isEmpty(); }

    int id() const override { return m_mergeKey == 0 ? -1 : m_mergeKey; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *later = static_cast<const IntentCommand *>(other);
        for (const ElementPatch &patch : later->m_patches)
            merge(patch);
        m_added.insert(later->m_added);
        return true;
    }

    void redo() override
    {
        m_session.settle(
            m_patches, m_added, m_done ? PatchRule::WhereUntouched : PatchRule::Always);
        m_done = true;
    }

    void undo() override
    {
        QList<ElementPatch> back;
        for (auto it = m_patches.rbegin(); it != m_patches.rend(); ++it)
            back.append(it->reversed());
        m_session.settle(back, {}, PatchRule::WhereUntouched);
    }

private:
    void merge(const ElementPatch &later)
    {
        for (ElementPatch &patch : m_patches) {
            if (patch.id != later.id)
                continue;
            for (auto it = later.after.begin(); it != later.after.end(); ++it) {
                if (!patch.after.contains(it.key()))
                    patch.before.insert(it.key(), later.before.value(it.key()));
                patch.after.insert(it.key(), it.value());
            }
            return;
        }
        m_patches.append(later);
    }

    DrawingSession &m_session;
    int m_mergeKey;
    bool m_done = false;
    QList<ElementPatch> m_patches;
    QHash<QString, Element> m_added; ///< New elements, in their deleted form.
};

DrawingSession::DrawingSession(Random &random, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_random(random)
    , m_clock(clock)
{}

void DrawingSession::load(const QList<Element> &elements)
{
    m_undo.clear();
    m_previewBase.clear();
    m_settled.reset(elements);
    m_shown = m_settled;
    emit contentChanged();
}

void DrawingSession::show(const Element &element)
{
    const QRectF before = m_shown.paintedBounds(element.id());
    m_shown.put(element);
    const QRectF area = before | m_shown.paintedBounds(element.id());
    if (!area.isEmpty())
        emit areaChanged(area);
}

void DrawingSession::preview(const QList<Element> &elements)
{
    for (const Element &element : elements) {
        if (!m_previewBase.contains(element.id())) {
            const Element *settled = m_settled.find(element.id());
            m_previewBase.insert(element.id(), settled ? *settled : deletedForm(element));
        }
        show(element);
    }
    emit contentChanged();
}

void DrawingSession::dropPreview()
{
    const QHash<QString, Element> base = std::exchange(m_previewBase, {});
    for (auto it = base.begin(); it != base.end(); ++it) {
        const Element *settled = m_settled.find(it.key());
        show(settled ? *settled : it.value());
    }
    if (!base.isEmpty())
        emit contentChanged();
}

void DrawingSession::commit(const QString &text, const QList<Element> &elements, int mergeKey)
{
    auto command = std::make_unique<IntentCommand>(*this, text, mergeKey);
    for (const Element &element : elements) {
        const Element *settled = m_settled.find(element.id());
        if (!settled) {
            command->addNew(element);
            continue;
        }
        ElementPatch patch = patchBetween(m_previewBase.value(element.id(), *settled), element);
        if (settled->isDeleted() && !element.isDeleted() && !patch.isEmpty()) {
            patch.before.insert(QStringLiteral("isDeleted"), true);
            patch.after.insert(QStringLiteral("isDeleted"), false);
        }
        if (!patch.isEmpty())
            command->add(patch);
    }
    dropPreview();
    if (!command->isEmpty())
        m_undo.push(command.release());
}

void DrawingSession::settle(const QList<ElementPatch> &patches,
                            const QHash<QString, Element> &added,
                            PatchRule rule)
{
    QList<Element> changed;
    for (const ElementPatch &patch : patches) {
        const Element *settled = m_settled.find(patch.id);
        const Element before = settled ? *settled : added.value(patch.id);
        if (before.id().isEmpty())
            continue;
        const Element after = patched(before, patch, rule);
        if (after.isSameAs(before))
            continue;
        // A new element starts at version 1, whatever its deleted form had.
        changed.append(settled ? stamped(after, context()) : after);
    }
    for (const Element &element : changed) {
        m_settled.put(element);
        show(element);
    }
    if (changed.isEmpty())
        return;
    emit contentChanged();
    emit elementsChanged(changed);
}

void DrawingSession::applyRemote(const QList<Element> &elements)
{
    for (const Element &element : elements) {
        m_settled.put(element);
        if (!m_previewBase.contains(element.id()))
            show(element);
    }
    if (!elements.isEmpty())
        emit contentChanged();
}
