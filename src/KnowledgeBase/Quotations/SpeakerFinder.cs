using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>Finds who says what stands between quotation marks: a name beside a verb of saying in the same sentence.</summary>
/// <remarks>Conservative: no pronouns, no offices without a name, no name the document does not know in full.</remarks>
internal sealed class SpeakerFinder
{
    /// <summary>Words that may stand between a verb of saying before the quotation and the quotation: <c>said on Monday in Vienna:</c>.</summary>
    private const int MostBetween = 10;

    private static readonly string[] Particles = ["von", "van", "de", "der", "den", "di", "du", "da", "al", "el", "bin", "zu", "la", "le"];

    private readonly string _text;
    private readonly SayingWords _words;
    private readonly Dictionary<string, string> _fullNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notPeople;

    /// <param name="document">The document.</param>
    /// <param name="words">The words of its language.</param>
    public SpeakerFinder(CorpusDocument document, SayingWords words)
    {
        _text = document.Text;
        _words = words;
        var metadata = document.Metadata;
        _notPeople = metadata.Organisations.Concat(metadata.Places).SelectMany(static name => new[] { name, name.Split(' ')[^1] })
            .Select(TextFolding.Fold).ToHashSet(StringComparer.Ordinal);
        foreach (var person in metadata.People.Concat(metadata.Quotations.Select(static q => q.Speaker)).Where(static p => p.Length > 0))
        {
            _fullNames[TextFolding.Fold(person)] = person;
            _fullNames[TextFolding.Fold(person.Split(' ')[^1])] = person;
        }
    }

    private readonly record struct Token(TextSpan Span, string Text, string Folded)
    {
        public bool IsCapitalised => char.IsUpper(Text, 0);
    }

    /// <summary>The speaker; null when the sentence names none.</summary>
    /// <param name="sentence">From the beginning to the end of the sentence around the quotation.</param>
    /// <param name="quotation">The quotation with its marks.</param>
    public string? Find(TextSpan sentence, TextSpan quotation) =>
        After(Tokens(quotation.End, sentence.End)) ?? Before(Tokens(sentence.Start, quotation.Start), quotation.Start);

    private List<Token> Tokens(int start, int end) =>
    [
        .. WordSegmenter.Words(_text[start..end]).Select(span => span.Shift(start))
            .Select(span => new Token(span, span.In(_text), TextFolding.Fold(span.In(_text).TrimEnd('.'))))
            .Where(static token => token.Folded.Length > 0),
    ];

    /// <summary><c>"…", said Schober</c>, <c>"…", Schober said</c>, <c>„…“, so Schober</c>.</summary>
    private string? After(List<Token> tokens)
    {
        if (tokens.Count < 2)
        {
            return null;
        }

        // "…", a déclaré Schober: the auxiliary comes first.
        var verb = _words.Auxiliaries.Contains(tokens[0].Folded) && IsSaying(tokens[1]) ? 1 : 0;
        if (IsSaying(tokens[verb]) || _words.According.Contains(tokens[0].Folded))
        {
            return NameFrom(tokens, verb + 1, out _);
        }

        return NameFrom(tokens, 0, out var end) is { } name && IsVerbAt(tokens, end) ? name : null;
    }

    /// <summary><c>Schober said: "…"</c>, <c>said Schober, "…"</c>.</summary>
    private string? Before(List<Token> tokens, int quotation)
    {
        for (var verb = tokens.Count - 1; verb >= 0 && verb >= tokens.Count - 1 - MostBetween; verb--)
        {
            if (!IsSaying(tokens[verb]) || !LeadsTo(tokens[verb].Span.End, quotation))
            {
                continue;
            }

            return NameBefore(tokens, verb) ?? NameFrom(tokens, verb + 1, out _);
        }

        return null;
    }

    /// <summary>A colon or comma before the quotation, or nothing but white space after the verb.</summary>
    private bool LeadsTo(int verbEnd, int quotation)
    {
        var between = _text[verbEnd..quotation].TrimEnd();
        return between.Length == 0 || between[^1] is ':' or ',';
    }

    private bool IsSaying(Token token) => !token.IsCapitalised && _words.Verbs.Contains(token.Folded);

    private bool IsVerbAt(List<Token> tokens, int at)
    {
        while (at < tokens.Count && _words.Auxiliaries.Contains(tokens[at].Folded))
        {
            at++;
        }

        return at < tokens.Count && IsSaying(tokens[at]);
    }

    private string? NameBefore(List<Token> tokens, int verb)
    {
        var end = verb;
        while (end > 0 && _words.Auxiliaries.Contains(tokens[end - 1].Folded) && !tokens[end - 1].IsCapitalised)
        {
            end--;
        }

        var start = end;
        while (start > 0 && IsNamePart(tokens, start - 1) && AreTogether(tokens, start - 1, start, end))
        {
            start--;
        }

        return start < end ? NameFrom(tokens, start, out var after) is { } name && after == end ? name : null : null;
    }

    private bool AreTogether(List<Token> tokens, int left, int right, int end) =>
        right == end || _text[tokens[left].Span.End..tokens[right].Span.Start].All(static c => c is ' ' or '-' or '.' or '\u00A0');

    private static bool IsNamePart(List<Token> tokens, int at) =>
        tokens[at].IsCapitalised || Particles.Contains(tokens[at].Text, StringComparer.Ordinal);

    /// <summary>Reads titles, then a name.</summary>
    private string? NameFrom(List<Token> tokens, int start, out int end)
    {
        while (start < tokens.Count && (_words.Titles.Contains(tokens[start].Folded) || _words.NotNames.Contains(tokens[start].Folded)))
        {
            start++;
        }

        end = start;
        while (end < tokens.Count && IsNamePart(tokens, end) && (end == start || AreTogether(tokens, end - 1, end, -1)))
        {
            end++;
        }

        while (end > start && !tokens[end - 1].IsCapitalised)
        {
            end--;
        }

        return end > start && tokens[start].IsCapitalised
            ? Known(_text[tokens[start].Span.Start..tokens[end - 1].Span.End])
            : null;
    }

    /// <summary>The name in full; a single word must be known from elsewhere in the document.</summary>
    private string? Known(string name)
    {
        var folded = TextFolding.Fold(name);
        if (_fullNames.TryGetValue(folded, out var full) || _fullNames.TryGetValue(TextFolding.Fold(name.Split(' ')[^1]), out full))
        {
            return full;
        }

        var isName = name.Contains(' ', StringComparison.Ordinal)
            && !_words.NounsHaveCapitals
            && !_notPeople.Contains(folded)
            && !_notPeople.Contains(TextFolding.Fold(name.Split(' ')[^1]))
            && name.Any(char.IsLower);
        return isName ? name : null;
    }
}
