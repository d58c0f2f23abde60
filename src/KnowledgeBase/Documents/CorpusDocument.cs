using System.Collections.Immutable;

namespace KnowledgeBase.Documents;

/// <summary>One document of the archive, as read from its file.</summary>
public sealed record CorpusDocument
{
    /// <summary>Its permanent name.</summary>
    public required DocumentId Id { get; init; }

    /// <summary>Its file, relative to the corpus folder, with forward slashes; never an absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>What the front matter says.</summary>
    public required DocumentMetadata Metadata { get; init; }

    /// <summary>The body as written, in Markdown; what the page is rendered from.</summary>
    public required string Markdown { get; init; }

    /// <summary>The plain text that is searched and quoted: its paragraphs, separated by a blank line.</summary>
    public required string Text { get; init; }

    /// <summary>The paragraphs in order; every one lies in <see cref="Text"/>.</summary>
    public required ImmutableArray<Paragraph> Paragraphs { get; init; }

    /// <summary>The paragraph that covers <paramref name="offset"/>, or the one before it; null when there is none.</summary>
    public Paragraph? ParagraphAt(int offset)
    {
        Paragraph? found = null;
        foreach (var paragraph in Paragraphs)
        {
            if (paragraph.Span.Start > offset)
            {
                break;
            }

            found = paragraph;
        }

        return found;
    }
}
