#include "ui/drawing/scenepainter.h"

#include "model/drawing/elementshape.h"
#include "model/drawing/scene.h"
#include "model/drawing/textmetrics.h"

#include <QBuffer>
#include <QFont>
#include <QFontMetricsF>
#include <QImageReader>
#include <QJsonArray>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>

namespace {

constexpr qsizetype kPictureCost = 4'000'000; // points of kept outlines, about 64 MB
constexpr qsizetype kImageCost = 128 * 1024; // KiB of decoded pictures
constexpr int kLongestImageSide = 4096;
constexpr double kPaleOpacity = 0.2;
constexpr double kSmallestHachureGap = 2; // device pixels; below it a pattern is a grey area

QPen roundPen(const QColor &colour, double width)
{
    return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

/// Lines thinner than a device pixel: a hairline in a lighter colour looks the same and costs a
/// fortieth.
QPen penFor(const QColor &colour, double width, double scale)
{
    if (width * scale >= 1)
        return roundPen(colour, width);
    QColor light = colour;
    light.setAlphaF(float(colour.alphaF() * std::max(0.35, width * scale)));
    QPen pen(light, 1);
    pen.setCosmetic(true);
    return pen;
}

QPen outlinePen(const Element &element, const QColor &colour, double scale)
{
    const ElementStyle &style = element.style();
    const double width = style.strokeWidth;
    if (style.stroke == ElementStyle::Stroke::Solid)
        return penFor(colour, width, scale);
    QPen pen = penFor(colour, width + 0.5, scale);
    if (pen.isCosmetic())
        return pen;
    const double unit = pen.widthF();
    if (style.stroke == ElementStyle::Stroke::Dashed)
        pen.setDashPattern({8 / unit, (8 + width) / unit});
    else
        pen.setDashPattern({1.5 / unit, (6 + width) / unit});
    return pen;
}

QPen headPen(const Element &element, const QColor &colour, double scale)
{
    const double width = element.style().strokeWidth;
    QPen pen = penFor(colour, width, scale);
    if (element.style().stroke == ElementStyle::Stroke::Dotted && !pen.isCosmetic())
        pen.setDashPattern({1.5 / width, (4 + width) / width});
    return pen;
}

/// Several coats that may not shine through one another.
bool hasCoats(const Element &element)
{
    switch (element.type()) {
    case ElementType::Freedraw:
        return element.style().backgroundColour != QLatin1String("transparent")
               && isClosed(element);
    case ElementType::Text:
    case ElementType::Image:
        return false;
    default:
        return true;
    }
}

QImage inverted(QImage image)
{
    image = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            line[x] = shownColour(QColor::fromRgba(line[x]), CanvasTheme::Dark).rgba();
    }
    return image;
}

QImage decodedSvg(const QByteArray &bytes, const QSizeF &shown)
{
    QSvgRenderer renderer(bytes);
    if (!renderer.isValid())
        return {};
    const QSize size = (shown * 2).toSize().boundedTo({kLongestImageSide, kLongestImageSide});
    QImage image(size.expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

QImage decodedRaster(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && std::max(size.width(), size.height()) > kLongestImageSide)
        reader.setScaledSize(
            size.scaled(kLongestImageSide, kLongestImageSide, Qt::KeepAspectRatio));
    return reader.read();
}

QRectF cropOf(const Element &element, const QImage &image)
{
    const QJsonObject crop = element.value(QStringLiteral("crop")).toObject();
    const double naturalWidth = crop.value(QStringLiteral("naturalWidth")).toDouble();
    const double naturalHeight = crop.value(QStringLiteral("naturalHeight")).toDouble();
    if (naturalWidth <= 0 || naturalHeight <= 0)
        return image.rect();
    const double sx = image.width() / naturalWidth;
    const double sy = image.height() / naturalHeight;
    return {crop.value(QStringLiteral("x")).toDouble() * sx,
            crop.value(QStringLiteral("y")).toDouble() * sy,
            crop.value(QStringLiteral("width")).toDouble() * sx,
            crop.value(QStringLiteral("height")).toDouble() * sy};
}

} // namespace

QFont drawingFont(int fontFamily)
{
    QStringList families;
    switch (fontFamily) {
    case int(DrawingFont::Helvetica):
    case int(DrawingFont::LiberationSans):
        families << QStringLiteral("Liberation Sans") << QStringLiteral("Helvetica");
        break;
    case int(DrawingFont::Cascadia):
    case int(DrawingFont::ComicShanns):
        families << QStringLiteral("Comic Shanns") << QStringLiteral("Cascadia Code")
                 << QStringLiteral("monospace");
        break;
    case int(DrawingFont::Nunito):
    case int(DrawingFont::Assistant):
        families << QStringLiteral("Nunito") << QStringLiteral("Assistant");
        break;
    case int(DrawingFont::LilitaOne):
        families << QStringLiteral("Lilita One");
        break;
    default:
        families << QStringLiteral("Excalifont") << QStringLiteral("Virgil");
        break;
    }
    families << QStringLiteral("sans-serif");
    QFont font(families);
    font.setPixelSize(kTextFontPixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

ScenePainter::ScenePainter()
    : m_canvasColour(QStringLiteral("#ffffff"))
    , m_pictures(kPictureCost)
    , m_decoded(kImageCost)
{}

void ScenePainter::setImageProvider(ImageProvider provider)
{
    m_images = std::move(provider);
    m_decoded.clear();
}

void ScenePainter::forgetImage(const QString &fileId)
{
    m_decoded.remove(fileId);
}

void ScenePainter::paint(QPainter &painter, const Scene &scene, const QRectF &area, double scale)
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Element *element : scene.in(area)) {
        if (m_hidden.contains(element->id()))
            continue;
        double opacity = m_pale.contains(element->id()) ? kPaleOpacity : 1;
        painter.save();
        const QString frameId = element->frameId();
        const Element *frame = frameId.isEmpty() ? nullptr : scene.find(frameId);
        if (frame && !frame->isDeleted() && frame->type() == ElementType::Frame) {
            painter.setClipRect(frame->box(), Qt::IntersectClip);
            opacity *= frame->style().opacity / 100;
        }
        if (element->type() == ElementType::Arrow)
            clipOutLabel(painter, scene, *element);
        paintElement(painter, *element, scale, opacity);
        painter.restore();
    }
}

void ScenePainter::clipOutLabel(QPainter &painter, const Scene &scene, const Element &element)
{
    const Element *label = scene.labelOf(element.id());
    if (!label)
        return;
    QPainterPath outside;
    outside.addRect(scene.paintedBounds(element.id()));
    outside.addRect(label->box().adjusted(-5, -5, 5, 5));
    painter.setClipPath(outside, Qt::IntersectClip);
}

void ScenePainter::paintElement(QPainter &painter,
                                const Element &element,
                                double scale,
                                double opacity)
{
    opacity *= element.style().opacity / 100;
    if (opacity <= 0)
        return;
    painter.save();
    if (element.angle() != 0) {
        const QPointF centre = boundsOf(element).center();
        painter.translate(centre);
        painter.rotate(element.angle() * 180 / M_PI);
        painter.translate(-centre);
    }
    if (opacity < 1 && hasCoats(element)) {
        const QRect device =
            painter.transform()
                .mapRect(paintedBoundsOf(element))
                .toAlignedRect()
                .intersected(QRect(0, 0, painter.device()->width(), painter.device()->height()));
        if (!device.isEmpty()) {
            QImage layer(device.size(), QImage::Format_ARGB32_Premultiplied);
            layer.fill(Qt::transparent);
            QPainter inner(&layer);
            inner.setRenderHints(painter.renderHints());
            inner.setTransform(painter.transform()
                               * QTransform::fromTranslate(-device.x(), -device.y()));
            paintContent(inner, element, scale);
            inner.end();
            painter.setTransform(QTransform());
            painter.setOpacity(opacity);
            painter.drawImage(device.topLeft(), layer);
        }
    } else {
        painter.setOpacity(opacity);
        paintContent(painter, element, scale);
    }
    painter.restore();
}

void ScenePainter::paintContent(QPainter &painter, const Element &element, double scale)
{
    switch (element.type()) {
    case ElementType::Rectangle:
    case ElementType::Diamond:
    case ElementType::Ellipse:
    case ElementType::Line:
    case ElementType::Arrow:
        paintShape(painter, element, scale);
        break;
    case ElementType::Freedraw:
        paintInk(painter, element, scale);
        break;
    case ElementType::Text:
        paintText(painter, element, scale);
        break;
    case ElementType::Image:
        paintImage(painter, element);
        break;
    case ElementType::Frame:
        paintFrame(painter, element, scale);
        break;
    case ElementType::Embeddable:
    case ElementType::Unknown:
        paintPlaceholder(painter, element, scale);
        break;
    }
}

QColor ScenePainter::strokeColour(const Element &element) const
{
    return shownColour(element.style().strokeColour, m_theme);
}

const ElementPicture &ScenePainter::picture(const Element &element, double scale)
{
    const bool isInk = element.type() == ElementType::Freedraw;
    const int steps = isInk ? inkStepsFor(element, scale) : 0;
    ElementPicture *kept = m_pictures.object(element.id());
    if (kept && kept->inkSteps >= steps && hasSameShape(kept->element, element))
        return *kept;
    auto *made = new ElementPicture(pictureOf(element, steps));
    qsizetype cost =
        20 + made->ink.size() + made->outline.elementCount() + made->fill.elementCount();
    cost = std::min(cost, kPictureCost / 2);
    m_pictures.insert(element.id(), made, cost);
    return *made;
}

void ScenePainter::paintShape(QPainter &painter, const Element &element, double scale)
{
    const ElementPicture &p = picture(element, scale);
    const QColor stroke = strokeColour(element);
    painter.translate(element.position());
    QColor background = shownColour(element.style().backgroundColour, m_theme);
    painter.setBrush(Qt::NoBrush);
    if (p.hatched && p.hachureGap * scale >= kSmallestHachureGap) {
        painter.setPen(penFor(background, element.style().strokeWidth / 2, scale));
        painter.drawPath(p.fill);
    } else if (p.hatched) {
        background.setAlphaF(background.alphaF() * 0.25F);
        painter.fillRect(QRectF(QPointF(), element.box().size()), background);
    } else if (!p.fill.isEmpty()) {
        painter.fillPath(p.fill, background);
    }
    painter.setPen(outlinePen(element, stroke, scale));
    painter.drawPath(p.outline);
    painter.setPen(headPen(element, stroke, scale));
    for (const ElementPicture::Head &head : p.heads) {
        painter.fillPath(head.fill, head.strokeFilled ? stroke : canvasColour());
        painter.drawPath(head.outline);
    }
}

void ScenePainter::paintInk(QPainter &painter, const Element &element, double scale)
{
    const ElementPicture &p = picture(element, scale);
    painter.translate(element.position());
    if (!p.fill.isEmpty()) {
        const QColor background = shownColour(element.style().backgroundColour, m_theme);
        painter.setPen(penFor(background, element.style().strokeWidth / 2, scale));
        if (p.hatched)
            painter.drawPath(p.fill);
        else
            painter.fillPath(p.fill, background);
    }
    if (element.style().strokeWidth * scale < 0.25) {
        painter.setPen(penFor(strokeColour(element), element.style().strokeWidth * 2, scale));
        painter.drawPolyline(element.points().constData(), int(element.points().size()));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(strokeColour(element));
    painter.drawPolygon(p.ink, Qt::WindingFill);
}

void ScenePainter::paintText(QPainter &painter, const Element &element, double scale)
{
    const ElementText &text = element.text();
    const QRectF box = element.box();
    const double pitch = text.fontSize * text.lineHeight;
    const QStringList lines = text.text.split(QLatin1Char('\n'));
    if (pitch * scale < 2) {
        QColor veil = strokeColour(element);
        veil.setAlphaF(veil.alphaF() * 0.4F);
        painter.fillRect(box, veil);
        return;
    }
    const double ratio = text.fontSize / kTextFontPixels;
    const QFont font = drawingFont(text.fontFamily);
    const QFontMetricsF metrics(font);
    const double baseline = firstBaseline(text.fontFamily, text.fontSize, text.lineHeight);
    painter.setPen(strokeColour(element));
    painter.setFont(font);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString line = lines[i];
        line.replace(QLatin1Char('\t'), QStringLiteral("        "));
        double x = box.x();
        if (text.align != QLatin1String("left")) {
            const double free = box.width() - metrics.horizontalAdvance(line) * ratio;
            x += text.align == QLatin1String("right") ? free : free / 2;
        }
        painter.save();
        painter.translate(x, box.y() + double(i) * pitch + baseline);
        painter.scale(ratio, ratio);
        painter.drawText(QPointF(), line);
        painter.restore();
    }
}

QImage ScenePainter::image(const Element &element)
{
    const QString fileId = element.string(QStringLiteral("fileId"));
    const QString key = m_theme == CanvasTheme::Dark ? fileId + QLatin1Char('*') : fileId;
    if (const QImage *kept = m_decoded.object(key))
        return *kept;
    const QByteArray bytes = m_images && !fileId.isEmpty() ? m_images(fileId) : QByteArray();
    if (bytes.isEmpty())
        return {};
    const bool isSvg = bytes.left(512).contains("<svg") || bytes.startsWith("<?xml");
    QImage decoded = isSvg ? decodedSvg(bytes, element.box().size()) : decodedRaster(bytes);
    if (isSvg && m_theme == CanvasTheme::Dark)
        decoded = inverted(decoded);
    m_decoded.insert(
        key, new QImage(decoded), std::max<qsizetype>(1, decoded.sizeInBytes() / 1024));
    return decoded;
}

void ScenePainter::paintImage(QPainter &painter, const Element &element)
{
    const QRectF box = element.box();
    const QImage pixels = image(element);
    const QJsonArray mirror = element.value(QStringLiteral("scale")).toArray();
    painter.translate(box.center());
    painter.scale(mirror.at(0).toDouble(1) < 0 ? -1 : 1, mirror.at(1).toDouble(1) < 0 ? -1 : 1);
    const QRectF target(-box.width() / 2, -box.height() / 2, box.width(), box.height());
    const double radius =
        cornerRadius(std::min(box.width(), box.height()), element.style().roundness);
    QPainterPath shape;
    shape.addRoundedRect(target, radius, radius);
    if (!pixels.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        if (radius > 0)
            painter.setClipPath(shape, Qt::IntersectClip);
        painter.drawImage(target, pixels, cropOf(element, pixels));
        return;
    }
    painter.fillPath(shape, shownColour(QStringLiteral("#e9ecef"), m_theme));
    const double side = std::min({box.width(), box.height(), 64.0}) / 2;
    painter.setPen(roundPen(shownColour(QStringLiteral("#868e96"), m_theme), side / 14));
    painter.drawRoundedRect(QRectF(-side / 2, -side / 2, side, side), side / 8, side / 8);
    painter.drawEllipse(QPointF(-side / 6, -side / 6), side / 12, side / 12);
    painter.drawPolyline(QPolygonF({{-side / 2, side / 3},
                                    {-side / 8, 0},
                                    {side / 8, side / 4},
                                    {side / 4, side / 8},
                                    {side / 2, side / 3}}));
}

void ScenePainter::paintFrame(QPainter &painter, const Element &element, double scale)
{
    const QRectF box = element.box();
    painter.setPen(roundPen(shownColour(QStringLiteral("#bbbbbb"), m_theme), 2 / scale));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, 8 / scale, 8 / scale);
    QString name = element.string(QStringLiteral("name"));
    if (name.isEmpty())
        name = QStringLiteral("Frame"); // what the format shows for a frame without a name
    QFont font;
    font.setPixelSize(14);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(m_theme == CanvasTheme::Dark ? QColor(0x7a, 0x7a, 0x7a)
                                                : QColor(0x99, 0x99, 0x99));
    painter.translate(box.topLeft() - QPointF(0, 6 / scale));
    painter.scale(1 / scale, 1 / scale);
    painter.drawText(QPointF(), metrics.elidedText(name, Qt::ElideRight, box.width() * scale));
}

void ScenePainter::paintPlaceholder(QPainter &painter, const Element &element, double scale)
{
    const QRectF box = element.box();
    if (box.isEmpty())
        return;
    QPen pen(shownColour(QStringLiteral("#868e96"), m_theme), 1.5 / scale, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, 4, 4);
    const QString link = element.string(QStringLiteral("link"));
    QFont font;
    font.setPixelSize(14);
    painter.setFont(font);
    painter.drawText(box.adjusted(6, 6, -6, -6),
                     Qt::AlignCenter | Qt::TextWordWrap,
                     link.isEmpty() ? element.typeName().left(60) : link.left(200));
}
