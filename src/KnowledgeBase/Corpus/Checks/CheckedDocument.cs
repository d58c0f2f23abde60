using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Corpus.Formats.Markdown;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Checks;

/// <summary>A document with what a check needs beside it: the lines of its file, its citations and links.</summary>
internal sealed class CheckedDocument
{
    private readonly string[] _front;
    private readonly int _bodyLine;
    private readonly ImmutableArray<PagePart.Leaf> _leaves;

    /// <param name="document">The document.</param>
    /// <param name="content">The text of its file.</param>
    public CheckedDocument(CorpusDocument document, string content)
    {
        Document = document;
        var lines = content.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, "---", 1);
        _front = lines[..end];
        _bodyLine = end + 2;
        _leaves = [.. MarkdownPage.Read(document.Markdown, out _).OfType<PagePart.Leaf>()];
        Paragraphs = [.. _leaves.Where(static leaf => !leaf.IsEmpty).Zip(document.Paragraphs, static (leaf, p) => (p, leaf)).Select(pair => (pair.p, LineOf(pair.leaf)))];
    }

    /// <summary>The document.</summary>
    public CorpusDocument Document { get; }

    /// <summary>What its front matter says.</summary>
    public DocumentMetadata Metadata => Document.Metadata;

    /// <summary>The paragraphs with their lines in the file.</summary>
    public ImmutableArray<(Paragraph Paragraph, int Line)> Paragraphs { get; }

    /// <summary>The keys cited in the text, with the lines of their paragraphs.</summary>
    public IEnumerable<(string Key, int Line)> Citations =>
        _leaves.SelectMany(leaf => leaf.Runs.OfType<Run.Citation>().SelectMany(static c => c.Keys).Select(key => (key, LineOf(leaf))));

    /// <summary>The targets of links in the text, with the lines of their paragraphs.</summary>
    public IEnumerable<(string Target, int Line)> Links =>
        _leaves.SelectMany(leaf => leaf.Runs.OfType<Run.OpenLink>().Select(link => (link.Target, LineOf(leaf))));

    /// <summary>The line of a field of the front matter, or of a value in it; the field's line when the value is written otherwise.</summary>
    public int LineOf(string field, string? value = null)
    {
        var start = Array.FindIndex(_front, line => line.StartsWith(field + ":", StringComparison.Ordinal));
        if (start < 0)
        {
            return 0;
        }

        for (var i = start; value is not null && i < _front.Length && (i == start || !Regex.IsMatch(_front[i], @"^[^\s#-]")); i++)
        {
            if (_front[i].Contains(value, StringComparison.Ordinal))
            {
                return i + 1;
            }
        }

        return start + 1;
    }

    /// <summary>An error in this document.</summary>
    public CorpusFinding Error(string code, int line, string message) => new(FindingSeverity.Error, code, Document.Path, line, message);

    /// <summary>A note on this document.</summary>
    public CorpusFinding Note(string code, int line, string message) => new(FindingSeverity.Note, code, Document.Path, line, message);

    private int LineOf(PagePart.Leaf leaf) => _bodyLine + leaf.Line - 1;
}
