#include "model/exchange/drawingfiles.h"
#include "model/exchange/libraryexport.h"
#include "model/exchange/libraryimport.h"
#include "tests/support/teststore.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace {

constexpr int kRuns = 5;

/// Runs `step` on fresh profiles and prints the median.
template <typename Step>
void median(const char *name, const Step &step)
{
    QList<double> milliseconds;
    for (int i = 0; i < kRuns; ++i)
        milliseconds.append(step());
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf("%-30s median %9.1f ms   n %d\n", name, milliseconds[kRuns / 2], kRuns);
}

double elapsed(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Note texts and elements of a store, each as often as it occurs.
struct Content
{
    QHash<QByteArray, int> texts;
    QHash<QByteArray, int> elements;
};

QByteArray keyOf(const QJsonObject &element)
{
    return QJsonDocument(element).toJson(QJsonDocument::Compact);
}

Content contentOf(const DocumentStore &store)
{
    Content content;
    for (const DocumentSummary &summary : store.summaries({}).valueOr({})) {
        if (const auto note = Note::fromDocument(store.load(summary.id).value()))
            ++content.texts[textToUtf8(note->text)];
        for (const Document &row : store.elements(summary.id).valueOr({}))
            ++content.elements[keyOf(exportedElement(*DrawingElement::fromDocument(row)))];
    }
    return content;
}

/// Looks every file of the folder up in the store, byte by byte and field by field.
void compare(const QString &folder, const DocumentStore &store)
{
    Content content = contentOf(store);
    int notes = 0;
    int elements = 0;
    int attachments = 0;
    QStringList missing;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        const QByteArray bytes = readAll(path);
        if (path.endsWith(QStringLiteral(".md"))) {
            if (content.texts[bytes]-- > 0)
                ++notes;
            else
                missing += path;
        } else if (path.endsWith(QStringLiteral(".excalidraw"))) {
            const QJsonArray all =
                QJsonDocument::fromJson(bytes).object()[QStringLiteral("elements")].toArray();
            for (const auto &element : all) {
                if (content.elements[keyOf(element.toObject())]-- > 0)
                    ++elements;
                else
                    missing += path + u'#' + element.toObject()[QStringLiteral("id")].toString();
            }
        } else {
            const auto found = store.findAttachment(QDir(folder).relativeFilePath(path));
            if (found.ok() && store.attachmentBytes(found.value().id).valueOr({}) == bytes)
                ++attachments;
            else
                missing += path;
        }
    }
    std::printf("equal to the files: %d notes, %d elements, %d attachments; not equal: %d\n",
                notes,
                elements,
                attachments,
                int(missing.size()));
    for (const QString &path : missing.first(std::min(qsizetype(20), missing.size())))
        std::printf("  %s\n", qPrintable(path));
}

} // namespace

/// bench_import FOLDER: imports it into fresh libraries, compares, imports again, exports.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_import FOLDER\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const auto import = [&folder](TestProfile &profile, DocumentStore &store) {
        return MarkdownFolderImport({store, profile.clock, profile.random}).run(folder);
    };
    median("import", [&] {
        TestProfile profile;
        const auto store = profile.documents();
        QElapsedTimer timer;
        timer.start();
        import(profile, *store);
        return elapsed(timer);
    });
    TestProfile profile;
    const auto store = profile.documents();
    std::printf("%s", qPrintable(import(profile, *store).toText()));
    compare(folder, *store);
    median("import again", [&] {
        QElapsedTimer timer;
        timer.start();
        if (!import(profile, *store).created.isEmpty())
            qFatal("a second import made something");
        return elapsed(timer);
    });
    median("export", [&] {
        const QTemporaryDir target;
        QElapsedTimer timer;
        timer.start();
        LibraryExport(*store).run(target.path());
        return elapsed(timer);
    });
    return 0;
}
