#include "ui/drawing/renderscene.h"

#include "model/drawing/elementshape.h"
#include "model/drawing/scene.h"

#include <QPainter>

#include <cmath>

namespace {

constexpr int kLongestSide = 8192;

QRectF contentBounds(const Scene &scene)
{
    QRectF bounds;
    for (const Element &element : scene.shown()) {
        double half = element.style().strokeWidth / 2 + 0.5;
        if (element.type() == ElementType::Text)
            half = element.text().fontSize / 2; // with another font letters may leave the box
        bounds |= turnedBoundsOf(element).adjusted(-half, -half, half, half);
    }
    return bounds;
}

} // namespace

QImage renderScene(const QList<Element> &elements, const RenderOptions &options)
{
    Scene scene;
    scene.reset(elements);
    QRectF bounds = contentBounds(scene);
    if (bounds.isEmpty())
        return {};
    const double pad = options.padding;
    bounds.adjust(-pad, -pad, pad, pad);
    const QSize most =
        options.maxSize.isValid() ? options.maxSize : QSize(kLongestSide, kLongestSide);
    const double scale =
        std::min({options.scale, most.width() / bounds.width(), most.height() / bounds.height()});
    const QSize size(std::max(1, int(std::floor(bounds.width() * scale))),
                     std::max(1, int(std::floor(bounds.height() * scale))));
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    ScenePainter painter;
    painter.setTheme(options.theme);
    painter.setCanvasColour(options.background);
    painter.setImageProvider(options.images);
    image.fill(shownColour(options.background, options.theme));
    QPainter p(&image);
    p.setRenderHint(QPainter::Antialiasing);
    p.scale(scale, scale);
    p.translate(-bounds.topLeft());
    painter.paint(p, scene, bounds, scale);
    for (auto it = options.highlight.begin(); it != options.highlight.end(); ++it) {
        const Element *element = scene.find(it.key());
        if (!element || element->isDeleted())
            continue;
        const double margin = 4 / scale;
        const QRectF box = turnedBoundsOf(*element).adjusted(-margin, -margin, margin, margin);
        QColor veil = it.value();
        veil.setAlphaF(0.12F);
        p.setBrush(veil);
        p.setPen(QPen(it.value(), 2 / scale));
        p.drawRoundedRect(box, margin, margin);
    }
    return image;
}
