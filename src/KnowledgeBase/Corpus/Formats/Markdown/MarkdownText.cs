using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>The plain text of a document and its paragraphs.</summary>
/// <remarks>
/// Paragraphs are separated by a blank line, the cells of a row by tabs. A line end in the Markdown is a space; only a hard break
/// (two spaces or a backslash at the end of a line) is a line end in the text. Citations and names of paragraphs are not part of it.
/// </remarks>
/// <param name="Text">The text.</param>
/// <param name="Paragraphs">Its paragraphs, in order.</param>
/// <param name="IsPlain">Whether the Markdown is shown as written, because it is too long or too deeply nested.</param>
/// <param name="Problems">Names that cannot be used, with their lines in the Markdown, from 1.</param>
public sealed record MarkdownText(
    string Text, ImmutableArray<Paragraph> Paragraphs, bool IsPlain, ImmutableArray<(int Line, string Message)> Problems)
{
    /// <summary>Changes when the same Markdown would give another text or other paragraph ids.</summary>
    public const string Version = "1";

    /// <summary>What stands between two paragraphs.</summary>
    public const string Separator = "\n\n";

    /// <summary>Reads Markdown. Never throws.</summary>
    /// <param name="markdown">The body of a document, lines ended by <c>\n</c>.</param>
    public static MarkdownText Read(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return Of(MarkdownPage.Read(markdown, out var isPlain), isPlain);
    }

    internal static MarkdownText Of(ImmutableArray<PagePart> parts, bool isPlain)
    {
        var leaves = parts.OfType<PagePart.Leaf>().Where(static leaf => !leaf.IsEmpty).ToList();
        var problems = ImmutableArray.CreateBuilder<(int, string)>();
        var names = NamesOf(leaves, problems);
        var ids = new ParagraphIds(names.Values);
        var text = new StringBuilder();
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>(leaves.Count);
        var number = 1;
        foreach (var leaf in leaves)
        {
            if (text.Length > 0)
            {
                text.Append(Separator);
            }

            var start = text.Length;
            text.Append(leaf.Text);
            var id = names.TryGetValue(leaf, out var name) ? name : ids.Next(leaf.Text);
            paragraphs.Add(new Paragraph(id, number, new TextSpan(start, text.Length), leaf.Kind, leaf.HeadingLevel));
            number += leaf.Kind == ParagraphKind.Heading ? 0 : 1;
        }

        return new MarkdownText(text.ToString(), paragraphs.MoveToImmutable(), isPlain, problems.ToImmutable());
    }

    /// <summary>The names that hold: the first of its kind in the document, and none that the page needs itself.</summary>
    private static Dictionary<PagePart.Leaf, string> NamesOf(
        List<PagePart.Leaf> leaves, ImmutableArray<(int, string)>.Builder problems)
    {
        var names = new Dictionary<PagePart.Leaf, string>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var leaf in leaves.Where(static leaf => leaf.Name is not null))
        {
            if (leaf.Name!.StartsWith("p-", StringComparison.Ordinal)
                || leaf.Name.StartsWith("hit-", StringComparison.Ordinal)
                || leaf.Name.StartsWith("source-", StringComparison.Ordinal))
            {
                problems.Add((leaf.Line, $"The paragraph name {{#{leaf.Name}}} begins with p-, hit- or source-, which the page itself uses; choose another."));
            }
            else if (!taken.Add(leaf.Name))
            {
                problems.Add((leaf.Line, $"The paragraph name {{#{leaf.Name}}} stands twice in the document; a name stands once."));
            }
            else
            {
                names.Add(leaf, leaf.Name);
            }
        }

        return names;
    }
}
