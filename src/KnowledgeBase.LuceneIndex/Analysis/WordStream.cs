using KnowledgeBase.Analysis;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KnowledgeBase.LuceneIndex.Analysis;

/// <summary>Hands words that are already analysed to the index: a term and a position each.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private readonly IEnumerable<(string Term, int Position)> _words;
    private IEnumerator<(string Term, int Position)>? _next;
    private int _position;

    public WordStream(IEnumerable<(string Term, int Position)> words)
    {
        _words = words;
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>The longest term that is indexed; a longer word is indexed and looked up by its beginning.</summary>
    /// <remarks>Lucene refuses terms over 32,766 bytes, and one such word would lose the whole document.</remarks>
    public const int MaximumTermLength = 512;

    public static string Cut(string term) => term.Length <= MaximumTermLength ? term : term[..MaximumTermLength];

    public static WordStream Stems(IReadOnlyList<TextToken> tokens, string chain) => new(Once(tokens.SelectMany(token => StemTerms(token, chain))));

    public static WordStream Exact(IReadOnlyList<TextToken> tokens) => new(Once(tokens.Select(static t => (t.Exact, t.Position))));

    public static WordStream Raw(IReadOnlyList<TextToken> tokens) => new(Once(tokens.Select(static t => (t.Raw, t.Position))));

    /// <summary>Terms whose place does not matter.</summary>
    public static WordStream Unplaced(IEnumerable<string> terms) => new(terms.Select(static (term, i) => (term, i)));

    public override void Reset()
    {
        base.Reset();
        _next = _words.GetEnumerator();
        _position = -1;
    }

    public override bool IncrementToken()
    {
        if (_next is null || !_next.MoveNext())
        {
            return false;
        }

        ClearAttributes();
        var (term, position) = _next.Current;
        _term.SetEmpty().Append(Cut(term));
        _increment.PositionIncrement = position - _position;
        _position = position;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _next?.Dispose();
            _next = null;
        }

        base.Dispose(disposing);
    }

    /// <summary>The parts of a word broken at a line's end can be the same word (<c>ha-⏎ha</c>): it stands at their position once.</summary>
    private static IEnumerable<(string Term, int Position)> Once(IEnumerable<(string Term, int Position)> words)
    {
        var position = -1;
        var here = new List<string>();
        foreach (var word in words)
        {
            if (word.Position != position)
            {
                position = word.Position;
                here.Clear();
            }

            if (!here.Contains(word.Term))
            {
                here.Add(word.Term);
                yield return word;
            }
        }
    }

    private static IEnumerable<(string Term, int Position)> StemTerms(TextToken token, string chain)
    {
        yield return (IndexFields.StemTerm(chain, token.Stem), token.Position);
        if (token.OtherStem is not null)
        {
            yield return (IndexFields.StemTerm(chain, token.OtherStem), token.Position);
        }
    }
}
