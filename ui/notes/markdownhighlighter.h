#pragma once

#include <QSyntaxHighlighter>
#include <QTextCharFormat>

/// Formats a note's lines by what Markdown means with them. Lines above 20,000 characters stay
/// plain: laying them out with formats would freeze the window.
class MarkdownHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit MarkdownHighlighter(QTextDocument *document);

    /// Words of a search, marked wherever they begin a word; empty for none.
    void setSearchWords(const QStringList &words);
    /// After a change of palette or font.
    void refresh();

protected:
    void highlightBlock(const QString &text) override;

private:
    QTextCharFormat lineFormat(const struct MarkdownLine &line) const;
    void applyStyles(const QString &text, const struct MarkdownLine &line);
    void markWords(const QString &text);

    QStringList m_words;
};
