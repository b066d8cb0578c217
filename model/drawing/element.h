#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QPointF>
#include <QRectF>
#include <QSharedDataPointer>
#include <QString>
#include <QStringList>

#include <optional>

class Clock;
class ElementData;
class Random;

enum class ElementType {
    Rectangle,
    Diamond,
    Ellipse,
    Line,
    Arrow,
    Freedraw,
    Text,
    Image,
    Frame,
    Embeddable,
    Unknown, ///< A type of the future: kept whole, shown as a dashed box.
};

/// Corner rounding: type 1 and 2 in proportion, 3 adaptive with an optional radius.
struct Roundness
{
    int type = 3;
    double value = 0; ///< 0: none given.

    friend bool operator==(const Roundness &, const Roundness &) = default;
};

struct ElementStyle
{
    enum class Fill { Solid, Hachure, CrossHatch, Zigzag };
    enum class Stroke { Solid, Dashed, Dotted };

    QString strokeColour;
    QString backgroundColour;
    Fill fill = Fill::Solid;
    double strokeWidth = 2;
    Stroke stroke = Stroke::Solid;
    double roughness = 1;
    double opacity = 100; ///< 0 to 100.
    std::optional<Roundness> roundness;
    int seed = 1;
};

struct ElementText
{
    QString text; ///< As shown, wrapped.
    QString originalText; ///< As typed.
    double fontSize = 20;
    int fontFamily = 5;
    double lineHeight = 1.25; ///< In font sizes.
    QString align; ///< left, center, right
    QString verticalAlign; ///< top, middle, bottom
    QString containerId; ///< The shape it labels; empty if it stands alone.
    bool autoResize = true;
};

/// JSON fields by name; an undefined value stands for "not there".
using ElementFields = QMap<QString, QJsonValue>;

/// One element of a drawing in Excalidraw's model (formats.md 2).
///
/// The JSON it came from is the truth and comes back complete, unknown fields and types included;
/// the accessors show it with the defaults and repairs of formats.md 3, which are never written
/// back by merely loading. A value with shared data: copies are cheap, safe across threads.
class Element
{
public:
    Element();
    static Element fromJson(const QJsonObject &json);
    QJsonObject toJson() const;

    Element(const Element &);
    Element(Element &&) noexcept;
    Element &operator=(const Element &);
    Element &operator=(Element &&) noexcept;
    ~Element();

    const QString &id() const;
    ElementType type() const;
    QString typeName() const;
    QPointF position() const; ///< Of local coordinates' origin: top left, or the first point.
    QRectF box() const; ///< Unrotated; for lines and strokes the extent of their points.
    double angle() const; ///< Radians, clockwise.
    const ElementStyle &style() const;
    const QList<QPointF> &points() const; ///< Local. Only lines, arrows, strokes.
    const QList<double> &pressures() const; ///< 0 to 1; empty, or one for each point.
    bool isPointBased() const;
    const ElementText &text() const;

    const QString &orderKey() const; ///< As stored; may be missing or malformed.
    QString frameId() const;
    QStringList groupIds() const; ///< Innermost first.
    int version() const;
    int versionNonce() const;
    qint64 updated() const; ///< Milliseconds since 1970.
    bool isDeleted() const;
    bool isLocked() const;

    /// A stored field as it is; undefined if missing.
    QJsonValue value(const QString &name) const;
    QString string(const QString &name) const { return value(name).toString(); }

    /// The same element with other fields; not stamped as a change.
    Element with(const ElementFields &fields) const;

    /// Whether both are copies of one another and nothing was written since.
    bool isSameAs(const Element &other) const { return d == other.d; }
    friend bool operator==(const Element &a, const Element &b);

private:
    explicit Element(ElementData *data);

    QSharedDataPointer<ElementData> d;
};

/// What stamping a change needs from outside.
struct EditContext
{
    Random &random;
    const Clock &clock;
};

/// `element` marked as changed: version + 1, new nonce, now (formats.md 4.1).
Element stamped(const Element &element, const EditContext &context);

/// A new element with every field that Excalidraw writes, those in `fields` replaced. Version 1.
Element newElement(const QString &type, const ElementFields &fields, const EditContext &context);

/// 31 random bits, for seeds and nonces; never 0.
int randomSeed(Random &random);
