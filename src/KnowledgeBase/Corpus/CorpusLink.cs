using System.Diagnostics.CodeAnalysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus;

/// <summary>A link from one document to another, or to a paragraph; what it points to may not exist.</summary>
/// <param name="Path">The file, relative to the corpus folder; null when the link names a reference code or the same document.</param>
/// <param name="Id">The reference code; null when the link names a file or the same document.</param>
/// <param name="Paragraph">The paragraph's id; null when the whole document is meant.</param>
public sealed record CorpusLink(string? Path, DocumentId? Id, string? Paragraph)
{
    /// <summary>Whether the link stays in its document.</summary>
    public bool IsSameDocument => Path is null && Id is null;

    /// <summary>Reads the target of a link: <c>../congresses/monaco-1914.md</c>, <c>IPA-1914-0001#invitation</c>, <c>#invitation</c>.</summary>
    /// <param name="target">The target as written.</param>
    /// <param name="documentPath">The file of the document that holds the link, relative to the corpus folder.</param>
    /// <param name="link">Where it points; null when the target is no internal link.</param>
    /// <returns>Whether the target can be a link inside the archive; addresses with a scheme, and paths out of the corpus, cannot.</returns>
    public static bool TryParse(string target, string documentPath, [NotNullWhen(true)] out CorpusLink? link)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(documentPath);
        link = null;
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var (place, paragraph) = hash < 0 ? (target, null) : (target[..hash], target[(hash + 1)..]);
        if (paragraph is not null && !IsParagraphId(paragraph))
        {
            return false;
        }

        if (place.Length == 0)
        {
            link = paragraph is null ? null : new CorpusLink(null, null, paragraph);
        }
        else if (place.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
        {
            link = Resolve(place, documentPath) is { } path ? new CorpusLink(path, null, paragraph) : null;
        }
        else if (DocumentId.IsValid(place))
        {
            link = new CorpusLink(null, new DocumentId(place), paragraph);
        }

        return link is not null;
    }

    private static bool IsParagraphId(string text) =>
        text.Length is > 0 and <= 80 && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>The path from the corpus folder; null when it leads out of it.</summary>
    private static string? Resolve(string place, string documentPath)
    {
        string decoded;
        try
        {
            decoded = Uri.UnescapeDataString(place);
        }
        catch (UriFormatException)
        {
            return null;
        }

        if (decoded.StartsWith('/') || decoded.Any(static c => c is '\\' or ':' || char.IsControl(c)))
        {
            return null;
        }

        var segments = new List<string>(documentPath.Split('/')[..^1]);
        foreach (var segment in decoded.Split('/'))
        {
            switch (segment)
            {
                case "." or "":
                    break;
                case ".." when segments.Count == 0:
                    return null;
                case "..":
                    segments.RemoveAt(segments.Count - 1);
                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        return string.Join('/', segments);
    }
}
