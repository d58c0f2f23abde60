using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Searching.Advice;

/// <summary>What the doubtful words of a query may be: words of the archive and of the names it knows, two words for one, one for two.</summary>
internal sealed class SpellingSlots(ISearchIndex index, NameTable names)
{
    /// <summary>A word that hardly any document has may still be meant, unless one letter makes a word of so many documents of it.</summary>
    public const int ManyDocuments = 10;

    /// <summary>More than this many doubtful words are no slips of the pen, but a text that is not in the archive.</summary>
    private const int MostDoubtful = 5;

    private const int MostChoices = 8;
    private const int ShortestWord = 3;

    /// <summary>From this length on two letters may be wrong.</summary>
    private const int LongWord = 5;

    /// <summary>Longer words are no words.</summary>
    private const int LongestWord = 40;

    private sealed record Doubtful(TypedWord Word, long Documents);

    /// <summary>Two neighbours that may be one word.</summary>
    private sealed record Pair(TypedWord Left, TypedWord Right)
    {
        public TextSpan Place => new(Left.Place.Start, Right.Place.End);
    }

    /// <summary>The stretches that may be written otherwise; empty when every word is well known, or too many are not.</summary>
    public async Task<ImmutableArray<SpellingSlot>> OfAsync(
        string typed, ImmutableArray<TypedWord> words, CancellationToken cancellationToken)
    {
        var counts = await index.CountAsync(
            [.. words.Select(static word => new SearchRequest { Query = word.Condition })], cancellationToken).ConfigureAwait(false);
        var doubtful = words.Zip(counts, static (word, count) => new Doubtful(word, count.Documents))
            .Where(static one => one.Documents <= SearchAdviser.FewDocuments && IsWord(one.Word.Text)).ToList();
        if (doubtful.Count is 0 or > MostDoubtful)
        {
            return [];
        }

        var pairs = Pairs(typed, words, [.. doubtful.Select(static one => one.Word)]);
        var spellings = await index.FindSpellingsAsync(
            [.. doubtful.Select(static one => Question(one.Word)), .. pairs.Select(static pair => new SpellingQuestion(pair.Left.Text + pair.Right.Text, pair.Left.Fields, 0, MaySplit: false))],
            cancellationToken).ConfigureAwait(false);
        var joined = pairs.Zip(spellings.Skip(doubtful.Count))
            .Where(static pair => !pair.Second.IsEmpty)
            .Select(pair => Joined(typed, pair.First, pair.Second[0])).ToList();
        var single = doubtful.Zip(spellings)
            .GroupBy(static one => (TextFolding.Fold(one.First.Word.Text), string.Join(' ', one.First.Word.Fields)))
            .Select(same => Slot([.. same.Select(static one => one.First)], same.First().Second));
        return
        [
            .. joined,
            .. single.Select(slot => joined.Exists(other => other.Places[0].Place.Overlaps(slot.Places[0].Place)) ? slot with { MayStay = true } : slot)
                .Where(static slot => !slot.Choices.IsEmpty || !slot.MayStay),
        ];
    }

    /// <summary>Numbers and single characters of scripts without spaces are never taken for others.</summary>
    private static bool IsWord(string text) =>
        text.Length is >= ShortestWord and <= LongestWord && !text.Any(char.IsDigit) && !WordSegmenter.IsUnspaced(text);

    private static int EditsOf(string word) => word.Length >= LongWord ? 2 : 1;

    private static SpellingQuestion Question(TypedWord word) => new(word.Text, word.Fields, EditsOf(word.Text), MaySplit: true);

    private SpellingSlot Slot(ImmutableArray<Doubtful> same, ImmutableArray<LikeSpelling> spellings)
    {
        var (word, documents) = (same[0].Word, same[0].Documents);
        var folded = TextFolding.Fold(word.Text);
        var kinds = word.Fields.SelectMany(VariantExpansion.KindsIn).Distinct(StringComparer.Ordinal).ToList();
        var fromNames = names.WordsLike(word.Text, EditsOf(word.Text), kinds)
            .Select(name => new SpellingChoice(SpellingCase.Of(word.Text, name.Word), SpellingCosts.Of(folded, TextFolding.Fold(name.Word), name.Edits), 0));
        var fromIndex = spellings
            .Where(spelling => documents == 0 || (spelling.Edits == 1 && spelling.Documents >= ManyDocuments))
            .Select(spelling => new SpellingChoice(SpellingCase.Of(word.Text, spelling.Text), Cost(folded, spelling), spelling.Documents));

        // Of the same word the one whose documents are known, spelled as the names spell it.
        var choices = fromIndex.Concat(documents == 0 ? fromNames : [])
            .GroupBy(static choice => TextFolding.Fold(choice.Text), StringComparer.Ordinal)
            .Select(static choices => choices.Last() with { Documents = choices.Max(static choice => choice.Documents) })
            .OrderBy(static choice => choice.Rank)
            .ThenBy(static choice => choice.Text, StringComparer.Ordinal)
            .Take(MostChoices);
        return new SpellingSlot(
            [.. same.Select(static one => (one.Word.Place, one.Word.Setting))], [.. choices], documents > 0 || same.All(static one => one.Word.IsOptional));
    }

    private static double Cost(string folded, LikeSpelling spelling) => spelling.Text.Contains(' ', StringComparison.Ordinal)
        ? SpellingCosts.Space
        : SpellingCosts.Of(folded, TextFolding.Fold(spelling.Text), spelling.Edits);

    /// <summary>Neighbours of which one at least is doubtful, with nothing but space or a hyphen between them.</summary>
    private static List<Pair> Pairs(string typed, ImmutableArray<TypedWord> words, HashSet<TypedWord> doubtful) =>
    [
        .. words.Zip(words.Skip(1), static (left, right) => new Pair(left, right)).Where(pair =>
            (doubtful.Contains(pair.Left) || doubtful.Contains(pair.Right))
            && ReferenceEquals(pair.Left.Parent, pair.Right.Parent)
            && pair.Left.Setting is WordSetting.Listed && pair.Right.Setting is WordSetting.Listed
            && IsWord(pair.Left.Text + pair.Right.Text)
            && typed[pair.Left.Place.End..pair.Right.Place.Start] is var between && (between == "-" || string.IsNullOrWhiteSpace(between))),
    ];

    private static SpellingSlot Joined(string typed, Pair pair, LikeSpelling spelling) => new(
        [(pair.Place, WordSetting.Listed)],
        [new SpellingChoice(SpellingCase.Of(pair.Place.In(typed), spelling.Text), SpellingCosts.Space, spelling.Documents)],
        MayStay: true);
}
