using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>A quotation as it was pasted, cut into the parts between its ellipses.</summary>
public sealed partial class QuotedText
{
    /// <summary>Fewest words of a quotation that gets a verdict: shorter ones stand everywhere by accident.</summary>
    public const int FewestWords = 5;

    /// <summary>Fewest characters, for scripts whose words are one character.</summary>
    public const int FewestCharacters = 12;

    /// <summary>Fewest words of the longest part, so that words picked one by one are not called a quotation.</summary>
    public const int FewestWordsInLongestPart = 3;

    /// <summary>Most words.</summary>
    public const int MostWords = 200;

    /// <summary>Most characters (UTF-16 code units); a longer paste is refused unread, as no 200 words are that long.</summary>
    public const int MostCharacters = 4_000;

    private const string Marks = "\"'„“”‟«»‹›‚‘’‛`´「」『』＂";

    private static readonly string TooLong = $"The quotation is longer than {MostWords} words; check it in pieces.";

    private static readonly string TooManyCharacters = string.Create(
        CultureInfo.InvariantCulture,
        $"The text is longer than {MostCharacters:N0} characters, and a quotation has at most {MostWords} words; check it in pieces.");

    private QuotedText(string text, ComparedWord[] words, int[] partStarts, string? refusal = null)
    {
        Text = text;
        Words = words;
        PartStarts = partStarts;
        Refusal = refusal ?? Refuse();
    }

    /// <summary>The quotation without the marks and the white space around it.</summary>
    public string Text { get; }

    /// <summary>How many words it has; signs such as <c>%</c> count.</summary>
    public int WordCount => Words.Count(static word => word.Form is not ContractedForm.JoinedNot);

    /// <summary>How many parts the ellipses leave; 1 without any.</summary>
    public int PartCount => PartStarts.Length;

    /// <summary>Why no verdict is given on it, in a sentence; null when one is.</summary>
    public string? Refusal { get; }

    /// <summary>The words of all parts.</summary>
    internal ComparedWord[] Words { get; }

    /// <summary>The number of the first word of each part; the first is 0.</summary>
    internal int[] PartStarts { get; }

    /// <summary>
    /// The words that a document must have, as many as the allowed changes leave: each once, without case and accents. Words that a
    /// document may contract, or write out, are not among them, unless there are no others.
    /// </summary>
    public ImmutableArray<string> DistinctWords =>
        Distinct(Enumerable.Range(0, Words.Length).Where(i => !Contractions.MayBeWrittenOtherwise(Words, i))) is { IsEmpty: false } certain
            ? certain
            : Distinct(Enumerable.Range(0, Words.Length));

    private ImmutableArray<string> Distinct(IEnumerable<int> words) =>
    [
        .. words.Select(i => Contractions.IndexedAs(Words[i]))
            .Where(static word => word.Length > 0 && char.IsLetterOrDigit(word, 0))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Reads any text; never throws.</summary>
    public static QuotedText Parse(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Length > MostCharacters)
        {
            return new QuotedText(typed, [], [], TooManyCharacters);
        }

        var text = Trim(typed);
        var words = new List<ComparedWord>();
        var starts = new List<int>();
        foreach (var part in Parts(text))
        {
            // A long paste is read only as far as it takes to refuse it.
            if (words.Count > MostWords)
            {
                break;
            }

            var found = ComparedWords.Of(part.In(text));
            if (found.Length > 0)
            {
                starts.Add(words.Count);
                words.AddRange(found.Select(word => word with { Span = word.Span.Shift(part.Start) }));
            }
        }

        return new QuotedText(text, [.. words], [.. starts]);
    }

    /// <summary>The text without its ellipses, the brackets around them too.</summary>
    internal static string WithoutEllipses(string text) => Ellipsis().Replace(text, "");

    private static IEnumerable<TextSpan> Parts(string text)
    {
        var start = 0;
        foreach (Match ellipsis in Ellipsis().Matches(text))
        {
            yield return new TextSpan(start, ellipsis.Index);
            start = ellipsis.Index + ellipsis.Length;
        }

        yield return new TextSpan(start, text.Length);
    }

    /// <summary>Takes white space, quotation marks and ellipses off both ends.</summary>
    private static string Trim(string typed)
    {
        var text = typed;
        int before;
        do
        {
            before = text.Length;
            text = text.Trim().Trim(Marks.ToCharArray());
            text = EllipsisAtStart().Replace(EllipsisAtEnd().Replace(text, ""), "");
        }
        while (text.Length < before);
        return text;
    }

    private string? Refuse()
    {
        var characters = Words.Sum(static word => word.Raw.Length);
        if (Words.Length == 0)
        {
            return "There are no words to compare: paste the words of a quotation.";
        }

        if (Words.Length > MostWords)
        {
            return TooLong;
        }

        if (WordCount < FewestWords || characters < FewestCharacters)
        {
            return $"No verdict: one needs at least {FewestWords} words and {FewestCharacters} letters, "
                + "because shorter wordings stand in many texts by accident. Search for it as a phrase instead.";
        }

        var longest = PartStarts.Select((start, i) => (i + 1 < PartStarts.Length ? PartStarts[i + 1] : Words.Length) - start).Max();
        return longest < FewestWordsInLongestPart
            ? $"No verdict: between the ellipses at least one part must have {FewestWordsInLongestPart} words, "
                + "because single words in this order stand in many texts by accident."
            : null;
    }

    [GeneratedRegex(@"[\[\(]\s*(?:…|\.\s?\.\s?\.)\s*[\]\)]|…|\.{3,10}|\. \. \.", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Ellipsis();

    [GeneratedRegex(@"^(?:[\[\(]\s*(?:…|\.\s?\.\s?\.)\s*[\]\)]|…|\.{3,10}|\. \. \.)", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex EllipsisAtStart();

    [GeneratedRegex(@"(?:[\[\(]\s*(?:…|\.\s?\.\s?\.)\s*[\]\)]|…|\.{3,10}|\. \. \.)\z", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex EllipsisAtEnd();
}
