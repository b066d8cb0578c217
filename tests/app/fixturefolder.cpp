#include "tests/app/fixturefolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace {

/// One red pixel.
QByteArray picture()
{
    return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+"
                                  "M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}

constexpr auto kDrawing = R"json({
  "type": "excalidraw",
  "version": 2,
  "source": "https://example.org/another-program",
  "elements": [
    {"id": "field", "type": "rectangle", "x": -120.25, "y": 40, "width": 300.5, "height": 1e2,
     "angle": 0.1, "strokeColor": "#1e1e1e", "backgroundColor": "#b2f2bb", "fillStyle": "hachure",
     "strokeWidth": 2, "strokeStyle": "solid", "roughness": 1, "opacity": 100, "groupIds": ["g"],
     "frameId": null, "index": "a0", "roundness": {"type": 3}, "seed": 1968410350, "version": 7,
     "versionNonce": 401146281, "isDeleted": false, "boundElements": [{"id": "label", "type": "text"}],
     "updated": 1700000000000, "link": null, "locked": false,
     "customData": {"planner": {"crop": "rye", "rows": [1, 2.5, null, true]}}},
    {"id": "label", "type": "text", "x": 0, "y": 60, "width": 90, "height": 25, "angle": 0,
     "strokeColor": "#1e1e1e", "backgroundColor": "transparent", "fillStyle": "solid", "strokeWidth": 2,
     "strokeStyle": "solid", "roughness": 1, "opacity": 80, "groupIds": [], "frameId": null,
     "index": "a1", "roundness": null, "seed": 5, "version": 3, "versionNonce": 6, "isDeleted": false,
     "boundElements": null, "updated": 1700000000001, "link": "https://example.org/", "locked": true,
     "text": "Winterroggen\nحقل", "originalText": "Winterroggen\nحقل", "fontSize": 20, "fontFamily": 5,
     "textAlign": "center", "verticalAlign": "middle", "containerId": "field", "autoResize": true,
     "lineHeight": 1.25, "somethingNewer": {"kept": ["as", "it", "is"]}},
    {"id": "stroke", "type": "freedraw", "x": 10.125, "y": 200, "width": 30, "height": 8, "angle": 0,
     "strokeColor": "#e03131", "backgroundColor": "transparent", "fillStyle": "solid", "strokeWidth": 1,
     "strokeStyle": "solid", "roughness": 0, "opacity": 100, "groupIds": [], "frameId": null,
     "index": "a2", "roundness": null, "seed": 8, "version": 2, "versionNonce": 9, "isDeleted": false,
     "boundElements": null, "updated": 1700000000002, "link": null, "locked": false,
     "points": [[0, 0], [10.5, 3.25], [30, 8]], "pressures": [0.1, 0.5, 0.9],
     "simulatePressure": false, "lastCommittedPoint": [30, 8]},
    {"id": "photo", "type": "image", "x": 400, "y": 0, "width": 64, "height": 64, "angle": 0,
     "strokeColor": "transparent", "backgroundColor": "transparent", "fillStyle": "solid",
     "strokeWidth": 1, "strokeStyle": "solid", "roughness": 1, "opacity": 100, "groupIds": [],
     "frameId": null, "index": "a3", "roundness": null, "seed": 10, "version": 2, "versionNonce": 11,
     "isDeleted": false, "boundElements": [], "updated": 1700000000003, "link": null, "locked": false,
     "fileId": "0123456789abcdef", "status": "saved", "scale": [1, -1], "crop": null},
    {"id": "gone", "type": "ellipse", "x": 1, "y": 1, "width": 5, "height": 5, "index": "a4",
     "isDeleted": true},
    {"id": "newcomer", "type": "hologram", "x": 5, "y": 6, "width": 7, "height": 8, "index": "a5",
     "beam": {"colour": "amber", "watts": 0.75}, "isDeleted": false}
  ],
  "appState": {"gridSize": 20, "gridStep": 5, "viewBackgroundColor": "#fffce8", "newerSetting": [1]},
  "files": {},
  "newerTopLevel": {"kept": true}
})json";

QJsonObject drawing()
{
    QJsonObject scene = QJsonDocument::fromJson(kDrawing).object();
    const QString id = QStringLiteral("0123456789abcdef");
    const QString url =
        QStringLiteral("data:image/png;base64,") + QString::fromLatin1(picture().toBase64());
    scene[QStringLiteral("files")] =
        QJsonObject{{id,
                     QJsonObject{{QStringLiteral("id"), id},
                                 {QStringLiteral("mimeType"), QStringLiteral("image/png")},
                                 {QStringLiteral("dataURL"), url},
                                 {QStringLiteral("created"), 1700000000004.0},
                                 {QStringLiteral("lastRetrieved"), 1700000000005.0}}}};
    return scene;
}

} // namespace

QMap<QString, QByteArray> fixturefolder::files()
{
    return {
        {QStringLiteral("Start.md"), "# Start\n\nSee [[Rye]] and ![[Sketch.excalidraw]].\n"},
        {QStringLiteral("Farm/Fields/Rye.md"),
         "---\r\ntags: [crop, crop/winter]\r\n---\r\nSown in October.\r\n\r\nNo last line end"},
        {QStringLiteral("Farm/Fields/Marked.md"), "\xEF\xBB\xBF# With a byte order mark\n"},
        {QStringLiteral("Farm/Empty.md"), ""},
        {QStringLiteral("Farm/barn.md"), "![the barn](pictures/barn.png)\n"},
        {QStringLiteral("Farm/pictures/barn.png"), picture() + "a few bytes behind its end"},
        {QStringLiteral("يوميات/الحصاد.md"), "# الحصاد\n\nبدأ الحصاد اليوم قبل شروق الشمس.\n"},
        {drawingPath(), QJsonDocument(drawing()).toJson()},
    };
}

QString fixturefolder::drawingPath()
{
    return QStringLiteral("Farm/Sketch.excalidraw");
}

QJsonObject fixturefolder::drawingAsKept()
{
    QJsonObject scene = drawing();
    QJsonArray live;
    const QJsonArray all = scene[QStringLiteral("elements")].toArray();
    for (const auto &element : all) {
        if (!element.toObject()[QStringLiteral("isDeleted")].toBool())
            live += element;
    }
    scene[QStringLiteral("elements")] = live;
    return scene;
}

bool fixturefolder::write(const QString &folder)
{
    const auto all = files();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QString path = QDir(folder).filePath(it.key());
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
            || file.write(it.value()) != it.value().size())
            return false;
    }
    return true;
}

QMap<QString, QByteArray> fixturefolder::read(const QString &folder)
{
    QMap<QString, QByteArray> found;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly))
            found[QDir(folder).relativeFilePath(file.fileName())] = file.readAll();
    }
    return found;
}
