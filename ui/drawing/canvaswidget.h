#pragma once

#include "ui/drawing/canvasview.h"
#include "ui/drawing/drawingsession.h"
#include "ui/drawing/scenepainter.h"
#include "ui/drawing/tilecache.h"
#include "ui/drawing/tools/canvastool.h"
#include "ui/drawing/toolstyle.h"

#include <QWidget>

#include <array>
#include <memory>

class CanvasTextEditor;
class QTabletEvent;

/// Shows one drawing and turns mouse, pen and keys into changes of its session.
///
/// The settled picture is kept in tiles; the stroke under the pen and the selection are painted
/// above them, in as small a rectangle as possible. Never touches storage or network.
class CanvasWidget : public QWidget
{
    Q_OBJECT

public:
    CanvasWidget(Random &random, const Clock &clock, QWidget *parent = nullptr);
    ~CanvasWidget() override;

    DrawingSession &session() { return m_session; }
    const DrawingSession &session() const { return m_session; }
    const CanvasView &view() const { return m_view; }
    void setView(const CanvasView &view);
    CanvasTheme theme() const { return m_painter.theme(); }

    /// Shows another drawing; what was begun is finished in the one before.
    void load(const QList<Element> &elements, const QString &canvasColour);
    void setImageProvider(ImageProvider provider);
    QByteArray imageBytes(const QString &fileId) const;
    void imageArrived(const QString &fileId);

    ToolKind tool() const { return m_toolKind; }
    void setTool(ToolKind kind);
    bool isToolLocked() const { return m_toolLocked; }
    void setToolLocked(bool locked);
    const ToolStyle &style() const { return m_style; }
    void setStyle(const ToolStyle &style) { m_style = style; }

    QStringList selection() const { return m_selection; }
    void setSelection(const QStringList &ids);
    bool isReadOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly);

    void panBy(const QPointF &widgetDelta);
    void zoomBy(double factor, const QPointF &at);
    void zoomTo(double zoom);
    void fitAll();
    void fitSelection();
    bool isContentVisible() const;

    // What tools and commands do.
    Element makeElement(const QString &type, const ElementFields &fields);
    Element makeTextElement(const QPointF &scene); ///< Empty, its first line at `scene`.
    QPointF pastePlace() const; ///< Scene point under the pointer, or the middle.
    void addElement(const QString &type, const ElementFields &fields, const QString &text);
    void deleteElements(const QStringList &ids, const QString &text);
    void finishTool(const QStringList &selection); ///< Back to selecting, unless locked.
    void editTextAt(const QPointF &scene);
    void editText(const QString &id);
    bool isEditingText() const { return m_editor != nullptr; }
    void finishEditing(); ///< Ends typing, and a stroke that has no end yet; nothing is lost.
    void setPale(const QSet<QString> &ids);
    void updateScene(const QRectF &area); ///< Scene pixels to paint again, above the tiles.
    void updateCursor();

    /// Paints everything visible to the end; for pictures of the window.
    void completePainting();

    QSize sizeHint() const override { return {900, 640}; }

signals:
    void toolChanged();
    void toolLockChanged(bool locked);
    void selectionChanged();
    void viewChanged();
    void editingChanged();
    void readOnlyChanged();
    void strokeStarted(); ///< A drawing tool got its press.

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    CanvasTool &toolFor(ToolKind kind);
    CanvasTool &activeTool();
    PointerEvent
    pointer(const QPointF &widget, Qt::KeyboardModifiers modifiers, double pressure) const;
    bool isFromTouchNearPen(const QMouseEvent &event) const;
    void beginTool(ToolKind kind, const PointerEvent &event);
    void endTool(const PointerEvent &event);
    void interruptTool();
    bool handleToolKey(const QKeyEvent &event);
    bool handleViewKey(const QKeyEvent &event);
    QAction *actionFor(const QKeyEvent &event) const;
    bool nudge(const QKeyEvent &event);
    void openEditor();
    void closeEditor();
    QRect tileArea(const QRect &widget) const;
    void paintTile(QPainter &painter, const QRect &area);
    void paintSelection(QPainter &painter);
    void applyTheme();
    void viewMoved();

    DrawingSession m_session;
    ImageProvider m_images;
    ScenePainter m_painter;
    TileCache m_tiles;
    CanvasView m_view;
    std::array<std::unique_ptr<CanvasTool>, 10> m_tools;
    ToolKind m_toolKind = ToolKind::Select;
    ToolKind m_heldTool = ToolKind::Select; ///< The one that got the press.
    bool m_toolLocked = false;
    ToolStyle m_style;
    QStringList m_selection;
    bool m_readOnly = false;
    bool m_spaceHeld = false;
    bool m_penDown = false;
    ulong m_lastPenTime = 0; ///< Of the last pen event, in its own milliseconds; 0: none yet.
    CanvasTextEditor *m_editor = nullptr;
    int m_nudgeRun = 0; ///< Merge key while one arrow key after the other is pressed.
    int m_mergeKeys = 0;
};
