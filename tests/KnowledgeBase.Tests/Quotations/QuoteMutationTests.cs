using System.Globalization;
using KnowledgeBase.Analysis;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.Tests.Quotations;

/// <summary>Misquotes sentences of the repository's corpus in every way and asks for the verdict.</summary>
public sealed class QuoteMutationTests
{
    private const int Seed = 1923;
    private const int Mutations = 2_000;

    private static readonly IReadOnlyList<string> Sentences =
        [.. QuotedDocuments.Corpus.SelectMany(static d => QuotedDocuments.Sentences(d.Text)).Where(static s => Words(s).Length is >= 7 and <= 60)];

    private static readonly QuoteFinder Finder = new(new CandidatesInMemory(QuotedDocuments.Corpus));

    [Fact]
    public async Task A_misquotation_is_never_called_verbatim_and_its_source_is_found()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Mutations;)
        {
            var sentence = Sentences[random.Next(Sentences.Count)];
            var kind = i % 7;
            if (Mutate(sentence, kind, random) is not { } wrong)
            {
                continue;
            }

            i++;
            var answer = await Finder.FindAsync(wrong, CancellationToken.None);
            Assert.True(answer.Verdict is QuoteVerdict.Near, $"Seed {Seed}, mutation {i}, kind {kind}, {answer.Sentence}\n{sentence}\n{wrong}");
            Assert.All(answer.Finds, static find => Assert.Equal(QuoteVerdict.Near, find.Verdict));
            Assert.True(answer.Finds.Any(find => IsSeen(find, kind)), $"Seed {Seed}, the change of kind {kind} is not seen:\n{sentence}\n{wrong}");
        }
    }

    [Fact]
    public async Task A_sentence_as_it_stands_is_verbatim()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 300; i++)
        {
            var sentence = Sentences[random.Next(Sentences.Count)];
            var answer = await Finder.FindAsync(sentence, CancellationToken.None);

            Assert.True(answer.Verdict is QuoteVerdict.Verbatim, $"Seed {Seed}: {answer.Sentence}\n{sentence}");
        }
    }

    [Fact]
    public async Task Other_case_accents_punctuation_and_line_breaks_are_named_and_nothing_else()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 600; i++)
        {
            var sentence = Sentences[random.Next(Sentences.Count)];
            var (changed, differences) = Soften(sentence, i % 4, random);
            var answer = await Finder.FindAsync(changed, CancellationToken.None);
            var expected = changed == sentence ? QuoteVerdict.Verbatim : QuoteVerdict.VerbatimBut;

            Assert.True(answer.Verdict == expected, $"Seed {Seed}: {answer.Sentence}\n{sentence}\n{changed}");
            Assert.True((answer.Finds[0].Differences & ~differences) == 0, $"Seed {Seed}: {answer.Sentence}\n{sentence}\n{changed}");
        }
    }

    private static bool IsSeen(QuoteFind find, int kind) => kind switch
    {
        1 or 2 => find.ChangesNegation,
        3 => find.Words.Any(static pair => pair.Relation is WordRelation.Swapped),
        4 => find.ChangesNumber,
        _ => find.WordsDiffering > 0,
    };

    private static string? Mutate(string sentence, int kind, Random random)
    {
        var words = Words(sentence);
        var at = random.Next(1, words.Length - 1);
        switch (kind)
        {
            case 0: // another word
                var other = Words(Sentences[random.Next(Sentences.Count)])[2];
                return Folded(other) == Folded(words[at]) ? null : Replace(words, at, other);
            case 1: // a negation added
                return Insert(words, at, random.Next(3) switch { 0 => "not", 1 => "nicht", _ => "never" });
            case 2: // a negation taken away
                at = Array.FindIndex(words, 1, static word => word is "not" or "never" or "no" or "nicht" or "keine" or "pas");
                return at < 1 || at == words.Length - 1 ? null : Remove(words, at);
            case 3: // neighbours swapped
                var swapped = words.ToArray();
                (swapped[at - 1], swapped[at]) = (swapped[at], swapped[at - 1]);
                return Cut(words[at - 1]).Length == 1 && Cut(words[at]).Length == 1 && Folded(words[at - 1]) != Folded(words[at])
                    ? string.Join(' ', swapped)
                    : null;
            case 4: // another number
                at = Array.FindIndex(words, static word => word.All(char.IsDigit));
                return at < 0 ? null : Replace(words, at, (int.Parse(words[at], CultureInfo.InvariantCulture) + random.Next(1, 90)).ToString(CultureInfo.InvariantCulture));
            case 5: // a word dropped
                return Cut(words[at]).Length == 1 && Folded(words[at]) != Folded(words[at - 1]) ? Remove(words, at) : null;
            default: // a word added
                return Insert(words, at, Words(Sentences[random.Next(Sentences.Count)])[3]);
        }
    }

    private static (string Changed, QuoteDifferences Differences) Soften(string sentence, int kind, Random random) => kind switch
    {
        0 => (sentence.ToUpperInvariant(), QuoteDifferences.Case),
        1 => (string.Concat(sentence.Select(static c => TextFolding.Fold(c.ToString()) is { Length: 1 } plain && char.IsLower(c) ? plain[0] : c)), QuoteDifferences.Accents),
        2 => (sentence.Replace(", ", " ", StringComparison.Ordinal).Replace(": ", "; ", StringComparison.Ordinal), QuoteDifferences.Punctuation),
        _ => (Break(sentence, random), QuoteDifferences.LineBreaks),
    };

    /// <summary>Line ends for spaces, and a long word broken by a hyphen.</summary>
    private static string Break(string sentence, Random random)
    {
        var words = sentence.Split(' ');
        var at = random.Next(words.Length);
        if (words[at].Length > 6 && words[at].All(char.IsLower))
        {
            words[at] = words[at][..3] + "-\n" + words[at][3..];
        }

        return string.Join(' ', words[..(at / 2)]) + (at / 2 > 0 ? "\n" : "") + string.Join(' ', words[(at / 2)..]);
    }

    private static string[] Words(string sentence) => sentence.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static string[] Cut(string word) => [.. WordCutter.Cut(word).Select(static w => w.Exact)];

    private static string Folded(string word) => string.Join(' ', Cut(word));

    private static string Replace(string[] words, int at, string other) => string.Join(' ', [.. words[..at], other, .. words[(at + 1)..]]);

    private static string Insert(string[] words, int at, string other) => string.Join(' ', [.. words[..at], other, .. words[at..]]);

    private static string Remove(string[] words, int at) => string.Join(' ', [.. words[..at], .. words[(at + 1)..]]);
}
