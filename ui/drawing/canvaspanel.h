#pragma once

#include "model/drawing/element.h"
#include "ui/drawing/scenepainter.h"

#include <QWidget>

class CanvasCommands;
class CanvasWidget;
class Clock;
class EmptyHints;
class PropertyPanel;
class QUndoStack;
class Random;
class ToolStrip;
class ViewBar;

/// The document area for a drawing: the canvas with its tools, properties, zoom and hints.
///
/// Never touches storage: elements come in by `setDrawing` and `applyRemote`, changes go out by
/// `elementsChanged`, once for each intent (while typing, once for each pause).
class CanvasPanel : public QWidget
{
    Q_OBJECT

public:
    /// `random` and `clock` must outlive the panel.
    CanvasPanel(Random &random, const Clock &clock, QWidget *parent = nullptr);
    ~CanvasPanel() override;

    /// Shows the drawing `id`. What was begun in the one before is finished first, and its
    /// `elementsChanged` comes before this returns. `canvasSettings`: Excalidraw's appState
    /// (`viewBackgroundColor` is read).
    void setDrawing(const QString &id,
                    const QList<Element> &elements,
                    const QJsonObject &canvasSettings);
    QString drawingId() const { return m_drawingId; }

    /// Changes from elsewhere: selection, undo steps and the stroke being drawn stay.
    void applyRemote(const QList<Element> &elements);

    /// Ends typing or a stroke that is still going on; its change comes before this returns. To be
    /// called before the drawing is left, the window closes or a sync is asked for.
    void finishEditing();

    bool isEmpty() const; ///< Nothing is drawn.
    QList<Element> elements() const; ///< What is shown, back to front.
    void setReadOnly(bool readOnly);

    void setImageProvider(ImageProvider provider);
    void imageArrived(const QString &fileId); ///< The provider has bytes that it had not before.

    /// Place and zoom, for remembering them on this device only: x, y, zoom.
    QJsonObject viewState() const;
    void setViewState(const QJsonObject &state); ///< Empty: shows all of the drawing.

    QUndoStack *undoStack() const;
    CanvasWidget *canvas() const { return m_canvas; }
    CanvasCommands *commands() const { return m_commands; } ///< QActions for menus.

signals:
    /// Stamped elements to be stored; deleted ones have isDeleted.
    void elementsChanged(const QList<Element> &changed);
    /// A picture was put on the canvas; its element follows by `elementsChanged`.
    void filesAdded(const QString &fileId, const QString &mimeType, const QByteArray &bytes);
    void viewStateChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectParts();
    void placeParts();
    void updateProperties();
    void updateHints();

    QString m_drawingId;
    bool m_readOnly = false;
    bool m_viewPending = false; ///< The whole drawing is to be shown once there is a size.
    CanvasWidget *m_canvas = nullptr;
    CanvasCommands *m_commands = nullptr;
    EmptyHints *m_hints = nullptr;
    ToolStrip *m_strip = nullptr;
    PropertyPanel *m_properties = nullptr;
    ViewBar *m_viewBar = nullptr;
};
