#include "ui/drawing/elementpicture.h"

#include "model/drawing/elementshape.h"
#include "model/drawing/ink.h"

namespace {

QPainterPath painterPath(const PathOps &ops)
{
    QPainterPath path;
    for (const PathOp &op : ops) {
        switch (op.kind) {
        case PathOp::Kind::Move:
            path.moveTo(op.to);
            break;
        case PathOp::Kind::Line:
            path.lineTo(op.to);
            break;
        case PathOp::Kind::Curve:
            path.cubicTo(op.control1, op.control2, op.to);
            break;
        }
    }
    return path;
}

} // namespace

int inkStepsFor(const Element &element, double scale)
{
    const double reach = inkReach(inkOptions(element)) * scale;
    if (reach < 3)
        return 1;
    return reach < 12 ? 2 : 6;
}

ElementPicture pictureOf(const Element &element, int inkSteps)
{
    ElementPicture picture;
    picture.element = element;
    const ElementShape shape = shapeOf(element);
    picture.outline = painterPath(shape.body.outline);
    picture.fill = painterPath(shape.body.fill);
    picture.fill.setFillRule(element.type() == ElementType::Ellipse ? Qt::WindingFill
                                                                    : Qt::OddEvenFill);
    picture.hatched = shape.body.fillKind == RoughShape::FillKind::Hatched;
    picture.hachureGap = roughOptions(element, false).hachureGap;
    for (const ArrowHead &head : shape.heads) {
        picture.heads.append({painterPath(head.outline),
                              painterPath(head.fill),
                              head.filled == ArrowHead::Fill::StrokeColour});
    }
    if (element.type() == ElementType::Freedraw) {
        picture.inkSteps = inkSteps;
        picture.ink = QPolygonF(inkPolygon(
            inkOutline(element.points(), element.pressures(), inkOptions(element)), inkSteps));
    }
    return picture;
}
