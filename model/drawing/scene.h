#pragma once

#include "model/drawing/element.h"

#include <QHash>

#include <vector>

/// The elements of one drawing, back to front, deleted ones kept for undo but never shown.
///
/// Order: by order key, equal keys by id. Elements without a usable key come last, in the order in
/// which they were given, and get a key in memory only: `unsavedOrder()` names them. Belongs to one
/// thread; copy elements out for others.
class Scene
{
public:
    void reset(const QList<Element> &elements);

    /// Adds `element`, or replaces the one with its id.
    void put(const Element &element);

    /// Nothing if there is none; deleted ones are found.
    const Element *find(const QString &id) const;
    bool isShown(const QString &id) const;

    bool isEmpty() const; ///< Nothing is shown.
    qsizetype shownCount() const;
    QList<Element> shown() const;
    QList<Element> all() const;

    QRectF bounds() const; ///< Of what is shown; null if nothing is.

    /// Shown elements whose painting may touch `area`, back to front. Pointers last until the next
    /// change.
    QList<const Element *> in(const QRectF &area) const;

    /// Where painting `id` may touch; null for unknown ids.
    QRectF paintedBounds(const QString &id) const;

    /// Frontmost shown, unlocked element that a click at `point` means; nothing if there is none.
    const Element *at(const QPointF &point, double tolerance) const;
    QStringList inside(const QRectF &area) const; ///< Whole inside, unlocked.
    QStringList touching(const QRectF &area) const;
    QStringList crossed(const QPointF &from, const QPointF &to, double tolerance) const;

    QString orderKey(const QString &id) const; ///< The one in force, stored or not.
    QString topKey() const; ///< Empty in an empty scene.
    QString bottomKey() const;
    QStringList unsavedOrder() const;

    /// Of elements `ids`, back to front.
    QStringList sorted(const QStringList &ids) const;

    /// Label of the shape `id`; nothing if it has none.
    const Element *labelOf(const QString &id) const;

private:
    struct Entry
    {
        Element element;
        QString key;
        QRectF painted;
    };

    static Entry entryOf(const Element &element, const QString &key);
    void insert(Entry entry);
    void reindexFrom(size_t position);

    std::vector<Entry> m_entries;
    QHash<QString, size_t> m_places;
};
