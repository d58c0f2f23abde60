using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary><c>{#hall}</c>: a name for the paragraph it ends; anywhere else it is text.</summary>
internal sealed class ParagraphNameInline(string name) : LeafInline
{
    /// <summary>The name: lower-case letters, digits and hyphens.</summary>
    public string Name { get; } = name;
}

/// <summary>Reads names of paragraphs.</summary>
internal sealed class ParagraphNameParser : InlineParser
{
    private const int LongestName = 64;

    public ParagraphNameParser() => OpeningCharacters = ['{'];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekCharExtra(1) != '#')
        {
            return false;
        }

        var at = 2;
        while (at - 2 <= LongestName && IsNameCharacter(slice.PeekCharExtra(at)))
        {
            at++;
        }

        if (at == 2 || slice.PeekCharExtra(at) != '}')
        {
            return false;
        }

        processor.Inline = new ParagraphNameInline(slice.Text.Substring(slice.Start + 2, at - 2));
        slice.Start += at + 1;
        return true;
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
