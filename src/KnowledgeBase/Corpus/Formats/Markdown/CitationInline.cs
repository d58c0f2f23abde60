using System.Collections.Immutable;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary><c>[S042]</c> or <c>[S033, S042]</c>: a citation of the register of sources.</summary>
internal sealed class CitationInline(ImmutableArray<string> keys) : LeafInline
{
    /// <summary>The keys, as written.</summary>
    public ImmutableArray<string> Keys { get; } = keys;
}

/// <summary>Reads citations; stands before the parser of links, which reads the same bracket.</summary>
internal sealed class CitationParser : InlineParser
{
    private const int MostDigits = 6;

    public CitationParser() => OpeningCharacters = ['['];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var keys = ImmutableArray.CreateBuilder<string>();
        var at = 1;
        while (true)
        {
            if (slice.PeekCharExtra(at) != 'S')
            {
                return false;
            }

            var from = at++;
            while (char.IsAsciiDigit(slice.PeekCharExtra(at)) && at - from <= MostDigits)
            {
                at++;
            }

            if (at == from + 1)
            {
                return false;
            }

            keys.Add(slice.Text.Substring(slice.Start + from, at - from));
            if (slice.PeekCharExtra(at) == ']')
            {
                break;
            }

            if (slice.PeekCharExtra(at) != ',')
            {
                return false;
            }

            at++;
            at += slice.PeekCharExtra(at) is ' ' or '\n' ? 1 : 0;
        }

        // [S042](address) and [S042]: are a link and its definition, as everywhere in Markdown.
        if (slice.PeekCharExtra(at + 1) is '(' or '[')
        {
            return false;
        }

        processor.Inline = new CitationInline(keys.ToImmutable());
        slice.Start += at + 1;
        return true;
    }
}
