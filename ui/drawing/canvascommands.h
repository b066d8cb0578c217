#pragma once

#include "model/drawing/sceneedits.h"

#include <QAction>
#include <QHash>
#include <QJsonValue>
#include <QObject>

class CanvasWidget;
class QMimeData;

/// What can be done to the selection and the view, each once as a QAction for menus, buttons and
/// keys. The actions belong to the canvas (`QWidget::actions`), which runs them by their shortcuts.
class CanvasCommands : public QObject
{
    Q_OBJECT

public:
    enum class Command {
        Undo,
        Redo,
        Cut,
        Copy,
        Paste,
        SelectAll,
        Duplicate,
        Delete,
        Group,
        Ungroup,
        ToBack,
        Backward,
        Forward,
        ToFront,
        ZoomIn,
        ZoomOut,
        ZoomReset,
        FitAll,
        FitSelection,
    };

    explicit CanvasCommands(CanvasWidget &canvas);

    QAction *action(Command command) const { return m_actions.value(command); }

    /// Gives `field` (formats.md 2.1) to what is selected and to what is drawn next.
    void setField(const QString &field, const QJsonValue &value);

    /// A file dropped or pasted: pictures become elements at `scene`.
    bool insert(const QMimeData &data, const QPointF &scene);

signals:
    void filesAdded(const QString &fileId, const QString &mimeType, const QByteArray &bytes);

private:
    void add(Command command,
             const QString &text,
             const QKeySequence &key,
             void (CanvasCommands::*run)());
    void addOrder(Command command,
                  const QString &text,
                  const QKeySequence &key,
                  sceneedits::Order order);
    void updateEnabled();
    void undo();
    void redo();
    void cut();
    void copy();
    void paste();
    void selectAll();
    void duplicate();
    void remove();
    void group();
    void ungroup();
    void zoomIn();
    void zoomOut();
    void zoomReset();
    void fitAll();
    void fitSelection();
    QList<Element> selected() const;
    void insertCopies(const QList<Element> &originals, const QPointF &by, const QString &text);
    bool insertElements(const QByteArray &json, const QPointF &scene);
    void insertImage(const QByteArray &bytes,
                     const QString &mimeType,
                     QSizeF size,
                     const QPointF &scene);
    Element withField(const Element &element, const QString &field, const QJsonValue &value) const;
    void rememberField(const QString &field, const QJsonValue &value);

    CanvasWidget &m_canvas;
    QHash<Command, QAction *> m_actions;
};
