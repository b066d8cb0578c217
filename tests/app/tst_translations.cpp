#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    QStringList translations; ///< One, or one for each plural form.
    bool finished = true;
    bool plural = false;

    QString key() const { return context + QLatin1Char('|') + source + QLatin1Char('|') + comment; }
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.plural = xml.attributes().hasAttribute(QStringLiteral("numerus"));
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            message.comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!message.plural) {
                message.translations = {xml.readElementText()};
                continue;
            }
            while (xml.readNextStartElement())
                message.translations += xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> readContext(QXmlStreamReader &xml)
{
    QList<Message> messages;
    QString context;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else
            messages += readMessage(xml, context);
    }
    return messages;
}

/// Every message of a .ts file; empty if it cannot be read.
QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    xml.readNextStartElement();
    while (xml.readNextStartElement())
        messages += readContext(xml);
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList matches(const QString &text, const QString &pattern)
{
    QStringList found;
    auto all = QRegularExpression(pattern).globalMatch(text);
    while (all.hasNext())
        found += all.next().captured();
    found.sort();
    return found;
}

/// %1 and %n, tags, the ellipsis at the end, and whether there is an access key.
QStringList marks(const QString &text)
{
    QStringList found = matches(text, QStringLiteral("%[0-9n]+|</?[a-z]+>"));
    if (text.trimmed().endsWith(u'…'))
        found += QStringLiteral("…");
    if (!matches(text, QStringLiteral("&[^ &]")).isEmpty())
        found += QStringLiteral("&");
    return found;
}

QStringList keysOf(const QList<Message> &messages)
{
    QStringList keys;
    for (const Message &message : messages)
        keys += message.key();
    keys.sort();
    return keys;
}

QString tsFile(const QString &language)
{
    return QStringLiteral(SHEAF_SOURCE_DIR "/translations/sheaf_%1.ts").arg(language);
}

} // namespace

/// The .ts files: complete, true to their sources, and in step with the code.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void isComplete_data();
    void isComplete();
    void keepsPlaceholdersTagsAndKeys_data();
    void keepsPlaceholdersTagsAndKeys();
    void hasEveryStringOfTheCode_data();
    void hasEveryStringOfTheCode();
    void englishHasOnlyPlurals();

private:
    static void languages();
};

void TestTranslations::languages()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("German") << QStringLiteral("de") << QStringList();
    QTest::newRow("English") << QStringLiteral("en") << QStringList{QStringLiteral("-pluralonly")};
}

void TestTranslations::isComplete_data()
{
    languages();
}

void TestTranslations::isComplete()
{
    QFETCH(QString, language);
    const QList<Message> messages = readMessages(tsFile(language));
    QVERIFY(!messages.isEmpty());
    for (const Message &message : messages) {
        const QByteArray key = message.key().toUtf8();
        QVERIFY2(message.finished, key.constData());
        QVERIFY2(message.translations.size() == (message.plural ? 2 : 1), key.constData());
        for (const QString &translation : message.translations)
            QVERIFY2(!translation.isEmpty(), key.constData());
    }
}

void TestTranslations::keepsPlaceholdersTagsAndKeys_data()
{
    languages();
}

void TestTranslations::keepsPlaceholdersTagsAndKeys()
{
    QFETCH(QString, language);
    for (const Message &message : readMessages(tsFile(language))) {
        for (const QString &translation : message.translations)
            QVERIFY2(marks(translation) == marks(message.source), qPrintable(translation));
    }
}

void TestTranslations::hasEveryStringOfTheCode_data()
{
    languages();
}

void TestTranslations::hasEveryStringOfTheCode()
{
    QFETCH(QString, language);
    QFETCH(QStringList, options);
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("sheaf_%1.ts").arg(language));
    QProcess lupdate;
    lupdate.start(QStringLiteral(SHEAF_LUPDATE),
                  QStringList{QStringLiteral("-silent"),
                              QStringLiteral("-I"),
                              QStringLiteral(SHEAF_SOURCE_DIR),
                              QStringLiteral("@" SHEAF_TRANSLATED)}
                      + options + QStringList{QStringLiteral("-ts"), fresh});
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    const QStringList inCode = keysOf(readMessages(fresh));
    const QStringList inFile = keysOf(readMessages(tsFile(language)));
    QVERIFY(!inCode.isEmpty());
    for (const QString &key : inCode)
        QVERIFY2(inFile.contains(key), qPrintable(QStringLiteral("not in the file: ") + key));
    for (const QString &key : inFile)
        QVERIFY2(inCode.contains(key), qPrintable(QStringLiteral("not in the code: ") + key));
}

void TestTranslations::englishHasOnlyPlurals()
{
    for (const Message &message : readMessages(tsFile(QStringLiteral("en")))) {
        QVERIFY2(message.plural, qPrintable(message.source));
        for (const QString &translation : message.translations)
            QVERIFY2(!translation.contains(QLatin1String("(s)")), qPrintable(translation));
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
