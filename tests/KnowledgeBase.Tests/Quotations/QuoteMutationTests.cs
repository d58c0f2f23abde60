using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Analysis;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.Tests.Quotations;

/// <summary>Misquotes sentences of the repository's corpus in every way and asks the real index for the verdict.</summary>
/// <remarks>The languages of the corpus take turns, so that those with few documents are tried as often as the others.</remarks>
public sealed class QuoteMutationTests(CorpusIndex corpus) : IClassFixture<CorpusIndex>
{
    private const int Seed = 1923;
    private const int Mutations = 2_000;
    private const int Contracted = 400;

    private readonly Lazy<ImmutableArray<string>> _texts = new(() => [.. corpus.Documents.Select(static d => $" {Folded(d.Text)} ")]);

    [Fact]
    public async Task A_misquotation_is_never_called_verbatim_and_its_source_is_found()
    {
        var random = new Random(Seed);
        var languages = corpus.SentencesByLanguage.Keys.ToArray();
        var tried = languages.ToDictionary(static language => language, static _ => 0, StringComparer.Ordinal);
        for (var i = 0; i < Mutations;)
        {
            var language = languages[random.Next(languages.Length)];
            var sentences = corpus.SentencesByLanguage[language];
            var sentence = sentences[random.Next(sentences.Length)];
            var kind = random.Next(7);
            if (Mutate(sentence, kind, language, sentences, random) is not { } wrong || StandsSomewhere(wrong))
            {
                continue;
            }

            i++;
            tried[language]++;
            var answer = await corpus.Finder.FindAsync(wrong, CancellationToken.None);
            Assert.True(answer.Verdict is QuoteVerdict.Near, $"Seed {Seed}, mutation {i}, kind {kind}, {language}, {answer.Sentence}\n{sentence}\n{wrong}");
            Assert.All(answer.Finds, static find => Assert.Equal(QuoteVerdict.Near, find.Verdict));
            Assert.True(answer.Finds.Any(find => IsSeen(find, kind)), $"Seed {Seed}, the change of kind {kind} is not seen:\n{sentence}\n{wrong}");
        }

        Assert.All(tried, pair => Assert.True(pair.Value > Mutations / languages.Length / 2, $"{pair.Key}: {pair.Value}"));
    }

    [Fact]
    public async Task A_sentence_as_it_stands_is_verbatim()
    {
        var random = new Random(Seed);
        foreach (var (language, sentences) in corpus.SentencesByLanguage)
        {
            for (var i = 0; i < 100; i++)
            {
                var sentence = sentences[random.Next(sentences.Length)];
                var answer = await corpus.Finder.FindAsync(sentence, CancellationToken.None);

                Assert.True(answer.Verdict is QuoteVerdict.Verbatim, $"Seed {Seed}, {language}: {answer.Sentence}\n{sentence}");
            }
        }
    }

    [Fact]
    public async Task Other_case_accents_punctuation_and_line_breaks_are_named_and_nothing_else()
    {
        var random = new Random(Seed);
        var languages = corpus.SentencesByLanguage.Keys.ToArray();
        for (var i = 0; i < 600; i++)
        {
            var sentences = corpus.SentencesByLanguage[languages[i % languages.Length]];
            var sentence = sentences[random.Next(sentences.Length)];
            var (changed, differences) = Soften(sentence, random.Next(4), random);
            var answer = await corpus.Finder.FindAsync(changed, CancellationToken.None);

            Assert.True(answer.Verdict is QuoteVerdict.Verbatim or QuoteVerdict.VerbatimBut, $"Seed {Seed}: {answer.Sentence}\n{sentence}\n{changed}");
            Assert.True((answer.Finds[0].Differences & ~differences) == 0, $"Seed {Seed}: {answer.Sentence}\n{sentence}\n{changed}");
            Assert.True(answer.Verdict is QuoteVerdict.VerbatimBut || changed == sentence || StandsAsTyped(changed), $"Seed {Seed}: {answer.Sentence}\n{sentence}\n{changed}");
        }
    }

    [Fact]
    public async Task A_contraction_is_never_called_verbatim_and_is_a_negation_only_against_the_positive()
    {
        var random = new Random(Seed);
        var sentences = corpus.SentencesByLanguage["en"].Where(static sentence => Words(sentence).Any(Auxiliaries.ContainsKey)).ToArray();
        var tried = new Dictionary<bool, int> { [true] = 0, [false] = 0 };
        for (var i = 0; i < Contracted; i++)
        {
            // Few sentences have a negation that could be contracted: every other one of those is asked for first.
            var sentence = sentences[random.Next(sentences.Length)];
            if (i % 2 == 0)
            {
                sentence = Negate(sentence, random);
            }

            var (wrong, isNegation) = Contract(sentence, random);
            if (StandsSomewhere(wrong))
            {
                continue;
            }

            var document = QuotedDocuments.Document("A", "It was said before. " + sentence + " It was said after.");
            var answer = await new QuoteFinder(new QuotationsInMemory([.. corpus.Documents.Take(3), document])).FindAsync(wrong, CancellationToken.None);
            var find = answer.Finds.Single(static find => find.Id.Value == "A");
            Assert.True(answer.Verdict is QuoteVerdict.Near, $"Seed {Seed}, {answer.Sentence}\n{sentence}\n{wrong}");
            Assert.True(find.ChangesNegation == isNegation, $"Seed {Seed}, {answer.Sentence}\n{sentence}\n{wrong}");
            Assert.Equal(1, find.WordsDiffering);
            tried[isNegation]++;
            if (sentences.Contains(sentence))
            {
                // The index knows nothing of contractions: the document must be found all the same.
                Assert.True((await corpus.Finder.FindAsync(wrong, CancellationToken.None)).Verdict is QuoteVerdict.Near, $"Seed {Seed}\n{sentence}\n{wrong}");
            }
        }

        Assert.All(tried, static pair => Assert.True(pair.Value > Contracted / 4, $"{pair.Key}: {pair.Value}"));
    }

    private static string Negate(string sentence, Random random)
    {
        var words = Words(sentence);
        var places = Enumerable.Range(0, words.Length).Where(i => Auxiliaries.ContainsKey(words[i]) && (i + 1 == words.Length || words[i + 1] != "not")).ToArray();
        return places.Length == 0 ? sentence : Insert(words, places[random.Next(places.Length)] + 1, "not");
    }

    /// <summary>A contraction for an auxiliary and the <c>not</c> after it, or for the auxiliary alone.</summary>
    private static (string Wrong, bool IsNegation) Contract(string sentence, Random random)
    {
        var words = Words(sentence);
        var negated = Enumerable.Range(0, words.Length - 1).Where(i => Auxiliaries.ContainsKey(words[i]) && words[i + 1] == "not").ToArray();
        var at = negated.Length > 0 ? negated[random.Next(negated.Length)] : Array.FindIndex(words, Auxiliaries.ContainsKey);
        var contracted = Replace(words, at, Auxiliaries[words[at]]);
        return negated.Length > 0 ? (Remove(Words(contracted), at + 1), false) : (contracted, true);
    }

    private static readonly Dictionary<string, string> Auxiliaries = new(StringComparer.Ordinal)
    {
        ["is"] = "isn’t",
        ["are"] = "aren't",
        ["was"] = "wasn’t",
        ["were"] = "weren’t",
        ["had"] = "hadn't",
        ["could"] = "couldn’t",
        ["can"] = "can’t",
        ["would"] = "wouldn’t",
        ["will"] = "won’t",
    };

    /// <summary>Two documents may differ in one word: what is a misquotation of the one is then a quotation of the other.</summary>
    private bool StandsSomewhere(string typed)
    {
        var words = $" {Folded(typed)} ";
        return _texts.Value.Any(text => text.Contains(words, StringComparison.Ordinal));
    }

    private bool StandsAsTyped(string typed) => corpus.Documents.Any(document => document.Text.Contains(typed, StringComparison.Ordinal));

    private static bool IsSeen(QuoteFind find, int kind) => kind switch
    {
        1 or 2 => find.ChangesNegation,
        3 => find.Words.Any(static pair => pair.Relation is WordRelation.Swapped),
        4 => find.ChangesNumber,
        _ => find.WordsDiffering > 0,
    };

    /// <summary>For each language the words that are put in as a negation and taken out as one.</summary>
    private static string[] Negations(string language) => language switch
    {
        "de" => ["nicht", "keine", "kein", "nie"],
        "fr" => ["pas", "jamais", "sans", "ne"],
        "es" => ["no", "nunca", "sin"],
        "it" => ["non", "mai", "senza"],
        "ru" => ["не", "никогда", "без"],
        "ar" => ["لا", "لم", "ليس"],
        "pl" => ["nie", "nigdy", "bez"],
        "en" => ["not", "never", "no"],
        _ => ["not", "не"],
    };

    private static string? Mutate(string sentence, int kind, string language, IReadOnlyList<string> sentences, Random random)
    {
        var negations = Negations(language);
        var words = Words(sentence);
        var at = random.Next(1, words.Length - 1);
        switch (kind)
        {
            case 0: // another word
                var other = Words(sentences[random.Next(sentences.Count)])[2];
                return Cut(other).Length != 1 || Cut(words[at]).Length != 1 || Folded(other) == Folded(words[at]) ? null : Replace(words, at, other);
            case 1: // a negation added
                return Insert(words, at, negations[random.Next(negations.Length)]);
            case 2: // a negation taken away
                at = Array.FindIndex(words, 1, negations.Contains);
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
                var added = Words(sentences[random.Next(sentences.Count)])[3];
                return Cut(added).Length == 1 ? Insert(words, at, added) : null;
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
