#include "app/cli/editor.h"

#include "model/document/document.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryFile>

Result<std::optional<QString>, CommandResult> editInEditor(const QString &text)
{
    QString editor = qEnvironmentVariable("VISUAL");
    if (editor.isEmpty())
        editor = qEnvironmentVariable("EDITOR");
    QStringList command = QProcess::splitCommand(editor);
    if (command.isEmpty())
        return usageProblem(
            CommandLine::tr("Give a text, or - for standard input, or set EDITOR."));
    QTemporaryFile file(QDir::tempPath() + QStringLiteral("/sheaf-XXXXXX.md"));
    if (!file.open() || file.write(textToUtf8(text)) < 0 || !file.flush())
        return CommandResult{
            ExitStatus::Failed,
            {},
            {},
            CommandLine::tr("The temporary file for the editor could not be written.")};
    file.close();
    const QString program = command.takeFirst();
    if (QProcess::execute(program, command << file.fileName()) != 0)
        return CommandResult{
            ExitStatus::Failed,
            {},
            {},
            CommandLine::tr("The editor ended with an error. The note is as it was.")};
    QFile edited(file.fileName());
    if (!edited.open(QIODevice::ReadOnly))
        return CommandResult{
            ExitStatus::Failed,
            {},
            {},
            CommandLine::tr("The edited text could not be read. The note is as it was.")};
    const auto after = textFromUtf8(edited.readAll());
    if (!after)
        return CommandResult{
            ExitStatus::Failed,
            {},
            {},
            CommandLine::tr("The edited text is not UTF-8. The note is as it was.")};
    if (*after == text)
        return std::optional<QString>();
    return after;
}
