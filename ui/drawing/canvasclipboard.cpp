#include "ui/drawing/canvascommands.h"
#include "ui/drawing/canvastexteditor.h"
#include "ui/drawing/canvaswidget.h"

#include <QBuffer>
#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMimeData>
#include <QSvgRenderer>

namespace {

constexpr qsizetype kMostClipboardBytes = 100'000'000;
constexpr qsizetype kMostClipboardElements = 100'000;
constexpr double kLargestImageSide = 600; // scene pixels of a pasted picture

QString elementsType()
{
    return QStringLiteral("application/vnd.excalidraw.clipboard+json");
}

bool isDrawing(const QString &type)
{
    return type == QLatin1String("excalidraw/clipboard") || type == QLatin1String("excalidraw")
           || type == QLatin1String("excalidraw-api/clipboard");
}

} // namespace

void CanvasCommands::copy()
{
    QJsonArray elements;
    QJsonObject files;
    for (const Element &element : selected()) {
        elements.append(element.toJson());
        const QString fileId = element.string(QStringLiteral("fileId"));
        const QByteArray bytes = fileId.isEmpty() ? QByteArray() : m_canvas.imageBytes(fileId);
        if (bytes.isEmpty())
            continue;
        const QString mime = bytes.startsWith("\x89PNG")    ? QStringLiteral("image/png")
                             : bytes.startsWith("\xff\xd8") ? QStringLiteral("image/jpeg")
                                                            : QStringLiteral("image/svg+xml");
        files.insert(fileId,
                     QJsonObject{{QStringLiteral("id"), fileId},
                                 {QStringLiteral("mimeType"), mime},
                                 {QStringLiteral("dataURL"),
                                  QLatin1String("data:") + mime + QLatin1String(";base64,")
                                      + QString::fromLatin1(bytes.toBase64())}});
    }
    if (elements.isEmpty())
        return;
    const QByteArray json =
        QJsonDocument(QJsonObject{
                          {QStringLiteral("type"), QStringLiteral("excalidraw/clipboard")},
                          {QStringLiteral("elements"), elements},
                          {QStringLiteral("files"), files},
                      })
            .toJson(QJsonDocument::Compact);
    auto *data = new QMimeData; // the clipboard owns it
    data->setData(elementsType(), json);
    data->setText(QString::fromUtf8(json));
    QGuiApplication::clipboard()->setMimeData(data);
}

void CanvasCommands::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (data)
        insert(*data, m_canvas.pastePlace());
}

bool CanvasCommands::insert(const QMimeData &data, const QPointF &scene)
{
    if (m_canvas.isReadOnly())
        return false;
    const QByteArray json =
        data.hasFormat(elementsType()) ? data.data(elementsType()) : data.text().toUtf8();
    if (insertElements(json, scene))
        return true;
    const QByteArray svg =
        data.hasFormat(QStringLiteral("image/svg+xml"))
            ? data.data(QStringLiteral("image/svg+xml"))
            : (data.text().trimmed().startsWith(QLatin1String("<svg")) ? data.text().toUtf8()
                                                                       : QByteArray());
    if (QSvgRenderer renderer; !svg.isEmpty() && renderer.load(svg)) {
        insertImage(svg, QStringLiteral("image/svg+xml"), renderer.defaultSize(), scene);
        return true;
    }
    if (data.hasImage()) {
        const auto image = qvariant_cast<QImage>(data.imageData());
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        if (!image.isNull() && image.save(&buffer, "PNG")) {
            insertImage(png, QStringLiteral("image/png"), image.size(), scene);
            return true;
        }
    }
    if (data.text().isEmpty())
        return false;
    const Element empty = m_canvas.makeTextElement(scene);
    QString text = data.text().left(1'000'000);
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    const Element element = withText(empty, text);
    m_canvas.session().commit(tr("Paste"), {element});
    m_canvas.setTool(ToolKind::Select);
    m_canvas.setSelection({element.id()});
    return true;
}

bool CanvasCommands::insertElements(const QByteArray &json, const QPointF &scene)
{
    if (json.size() > kMostClipboardBytes || !json.trimmed().startsWith('{'))
        return false;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (!isDrawing(object.value(QStringLiteral("type")).toString()))
        return false;
    const QJsonObject files = object.value(QStringLiteral("files")).toObject();
    for (auto it = files.begin(); it != files.end(); ++it) {
        const QJsonObject file = it.value().toObject();
        const QString url = file.value(QStringLiteral("dataURL")).toString();
        const QByteArray bytes =
            QByteArray::fromBase64(url.section(QLatin1String(";base64,"), 1).toLatin1());
        if (!bytes.isEmpty())
            emit filesAdded(it.key(), file.value(QStringLiteral("mimeType")).toString(), bytes);
    }
    Scene pasted; // sorts, and drops doubles
    QList<Element> elements;
    for (const QJsonValue value : object.value(QStringLiteral("elements")).toArray()) {
        const Element element = Element::fromJson(value.toObject());
        if (!element.isDeleted() && !element.id().isEmpty()
            && elements.size() < kMostClipboardElements)
            elements.append(element);
    }
    pasted.reset(elements);
    if (pasted.isEmpty())
        return true;
    insertCopies(pasted.shown(), scene - pasted.bounds().center(), tr("Paste"));
    return true;
}

void CanvasCommands::insertImage(const QByteArray &bytes,
                                 const QString &mimeType,
                                 QSizeF size,
                                 const QPointF &scene)
{
    const QString fileId =
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex());
    emit filesAdded(fileId, mimeType, bytes);
    if (size.isEmpty())
        size = {200, 200};
    if (std::max(size.width(), size.height()) > kLargestImageSide)
        size.scale(kLargestImageSide, kLargestImageSide, Qt::KeepAspectRatio);
    const Element element =
        m_canvas.makeElement(QStringLiteral("image"),
                             {
                                 {QStringLiteral("x"), scene.x() - size.width() / 2},
                                 {QStringLiteral("y"), scene.y() - size.height() / 2},
                                 {QStringLiteral("width"), size.width()},
                                 {QStringLiteral("height"), size.height()},
                                 {QStringLiteral("fileId"), fileId},
                                 {QStringLiteral("status"), QStringLiteral("saved")},
                                 {QStringLiteral("scale"), QJsonArray{1, 1}},
                                 {QStringLiteral("crop"), QJsonValue::Null},
                                 {QStringLiteral("strokeColor"), QStringLiteral("transparent")},
                                 {QStringLiteral("backgroundColor"), QStringLiteral("transparent")},
                                 {QStringLiteral("roundness"), QJsonValue::Null},
                             });
    m_canvas.session().commit(tr("Insert picture"), {element});
    m_canvas.setTool(ToolKind::Select);
    m_canvas.setSelection({element.id()});
}
