#pragma once

#include "ui/drawing/drawingcolour.h"
#include "ui/drawing/elementpicture.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QSet>

#include <functional>

class QPainter;
class Scene;

/// The bytes of a picture by its file id; empty while it is not here.
using ImageProvider = std::function<QByteArray(const QString &fileId)>;

/// Paints elements of a drawing: the same for canvas, thumbnails, conflict pictures and export.
///
/// Keeps the pictures it has made. Belongs to one thread; a second thread uses a second painter.
class ScenePainter
{
public:
    ScenePainter();

    void setTheme(CanvasTheme theme) { m_theme = theme; }
    CanvasTheme theme() const { return m_theme; }
    void setImageProvider(ImageProvider provider);

    /// The canvas colour under the drawing, as stored; some arrow heads are filled with it.
    void setCanvasColour(const QString &css) { m_canvasColour = css; }
    QColor canvasColour() const { return shownColour(m_canvasColour, m_theme); }

    /// Elements that are painted nearly transparent (about to be erased), and not at all (being
    /// edited elsewhere).
    void setPale(const QSet<QString> &ids) { m_pale = ids; }
    const QSet<QString> &pale() const { return m_pale; }
    void setHidden(const QSet<QString> &ids) { m_hidden = ids; }

    /// Paints what of `scene` lies in `area`. `painter` maps scene pixels to its device; `scale` is
    /// device pixels for each of them.
    void paint(QPainter &painter, const Scene &scene, const QRectF &area, double scale);

    /// Paints one element, whatever frame it is in.
    void paintElement(QPainter &painter, const Element &element, double scale, double opacity = 1);

    /// Forgets a picture's pixels; they are asked for again.
    void forgetImage(const QString &fileId);

private:
    const ElementPicture &picture(const Element &element, double scale);
    void paintContent(QPainter &painter, const Element &element, double scale);
    void paintShape(QPainter &painter, const Element &element, double scale);
    void paintInk(QPainter &painter, const Element &element, double scale);
    void paintText(QPainter &painter, const Element &element, double scale);
    void paintImage(QPainter &painter, const Element &element);
    void paintFrame(QPainter &painter, const Element &element, double scale);
    void paintPlaceholder(QPainter &painter, const Element &element, double scale);
    void clipOutLabel(QPainter &painter, const Scene &scene, const Element &element);
    QImage image(const Element &element);
    QColor strokeColour(const Element &element) const;

    CanvasTheme m_theme = CanvasTheme::Light;
    QString m_canvasColour;
    ImageProvider m_images;
    QSet<QString> m_pale;
    QSet<QString> m_hidden;
    QCache<QString, ElementPicture> m_pictures;
    QCache<QString, QImage> m_decoded;
};

/// Font of a drawing's family number, in a size of `kTextFontPixels`; without hinting, so that text
/// is equally wide at every zoom.
QFont drawingFont(int fontFamily);
constexpr int kTextFontPixels = 64;
