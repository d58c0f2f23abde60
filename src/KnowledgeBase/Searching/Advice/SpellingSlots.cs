using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Querying.Reading;

namespace KnowledgeBase.Searching.Advice;

/// <summary>What the doubtful words of a query may be: words of the archive and of the names it knows, two words for one, one for two.</summary>
internal sealed class SpellingSlots(ISearchIndex index, NameTable names)
{
    /// <summary>A word that hardly any document has may still be meant, unless one letter makes a word of so many documents of it.</summary>
    public const int ManyDocuments = 10;

    /// <summary>More than this many doubtful words are no slips of the pen, but a text that is not in the archive.</summary>
    private const int MostDoubtful = 5;

    /// <summary>Neighbours of which both are well known are joined only where nothing is found, and no more of them.</summary>
    private const int MostKnownPairs = 16;

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
    /// <param name="typed">The text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="foundNothing">Whether the words find nothing together: then two that are well known may still be one.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<ImmutableArray<SpellingSlot>> OfAsync(
        string typed, ImmutableArray<TypedWord> words, bool foundNothing, CancellationToken cancellationToken)
    {
        var counts = await index.CountAsync(
            [.. words.Select(static word => new SearchRequest { Query = word.Condition })], cancellationToken).ConfigureAwait(false);
        var doubtful = words.Zip(counts, static (word, count) => new Doubtful(word, count.Documents))
            .Where(static one => one.Documents <= SearchAdviser.FewDocuments && IsWord(one.Word.Text)).ToList();
        var pairs = Pairs(typed, words, [.. doubtful.Select(static one => one.Word)], foundNothing);
        if (doubtful.Count > MostDoubtful || (doubtful.Count == 0 && pairs.Count == 0))
        {
            return [];
        }

        var spellings = await index.FindSpellingsAsync(
            [.. doubtful.Select(static one => Question(one.Word)), .. pairs.Select(static pair => new SpellingQuestion(pair.Left.Text + pair.Right.Text, pair.Left.Fields, 0, MaySplit: false))],
            cancellationToken).ConfigureAwait(false);
        var joined = pairs.Zip(spellings.Skip(doubtful.Count))
            .Where(static pair => !pair.Second.IsEmpty)
            .Select(pair => Joined(typed, pair.First, pair.Second[0])).ToList();
        var single = doubtful.Zip(spellings)
            .GroupBy(static one => (TextFolding.Fold(one.First.Word.Text), string.Join(' ', one.First.Word.Fields), one.First.Word.IsLeftOut, one.First.Word.IsFieldName))
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
        var documents = same[0].Documents;
        ImmutableArray<SpellingChoice> choices = same[0].Word.IsFieldName ? [.. FieldsLike(same[0].Word.Text)] : Choices(same[0], spellings);

        // One of several alternatives need not be right, but where it can be mended it is.
        return new SpellingSlot(
            [.. same.Select(static one => (one.Word.Place, one.Word.Setting))], choices,
            documents > 0 || same.All(static one => one.Word.IsLeftOut) || (choices.IsEmpty && same.All(static one => one.Word.IsOptional || one.Word.IsFieldName)))
        {
            CostOfStaying = documents == 0 && same.All(static one => one.Word.IsLeftOut) ? SpellingCosts.UnknownWordLeftOut : 0,
        };
    }

    /// <summary>The names of fields that are spelled much like what stands before a colon.</summary>
    private static IEnumerable<SpellingChoice> FieldsLike(string typed)
    {
        var folded = TextFolding.Fold(typed);
        return FieldNames.All
            .Select(name => (Name: name, Edits: EditDistance.OfTyped(folded, name, EditsOf(typed))))
            .Where(field => field.Edits > 0 && field.Edits <= EditsOf(typed))
            .Select(field => new SpellingChoice(field.Name, SpellingCosts.Of(folded, field.Name, field.Edits), 0))
            .OrderBy(static choice => choice.Cost)
            .ThenBy(static choice => choice.Text, StringComparer.Ordinal)
            .Take(MostChoices);
    }

    private ImmutableArray<SpellingChoice> Choices(Doubtful doubtful, ImmutableArray<LikeSpelling> spellings)
    {
        var (word, documents) = (doubtful.Word, doubtful.Documents);
        var folded = TextFolding.Fold(word.Text);
        var kinds = word.Fields.SelectMany(VariantExpansion.KindsIn).Distinct(StringComparer.Ordinal).ToList();
        var fromNames = names.WordsLike(word.Text, EditsOf(word.Text), kinds)
            .Select(name => new SpellingChoice(SpellingCase.Of(word.Text, name.Word), SpellingCosts.Of(folded, TextFolding.Fold(name.Word), name.Edits), 0));
        var fromIndex = spellings
            .Where(spelling => documents == 0 || (spelling.Edits == 1 && spelling.Documents >= ManyDocuments))
            .Select(spelling => new SpellingChoice(SpellingCase.Of(word.Text, spelling.Text), Cost(folded, spelling), spelling.Documents));

        // Of the same word the one whose documents are known, spelled as the names spell it.
        return
        [
            .. fromIndex.Concat(documents == 0 ? fromNames : [])
                .GroupBy(static choice => TextFolding.Fold(choice.Text), StringComparer.Ordinal)
                .Select(static choices => choices.Last() with { Documents = choices.Max(static choice => choice.Documents) })
                .OrderBy(static choice => choice.Rank)
                .ThenBy(static choice => choice.Text, StringComparer.Ordinal)
                // What is left out weighs by what it leaves: the likeliest only, not the one that leaves most.
                .Take(word.IsLeftOut ? 1 : MostChoices),
        ];
    }

    private static double Cost(string folded, LikeSpelling spelling) => spelling.Text.Contains(' ', StringComparison.Ordinal)
        ? SpellingCosts.Space
        : SpellingCosts.Of(folded, TextFolding.Fold(spelling.Text), spelling.Edits);

    /// <summary>Neighbours with nothing but space or a hyphen between them: those of which one at least is doubtful, and some others if wanted.</summary>
    private static List<Pair> Pairs(string typed, ImmutableArray<TypedWord> words, HashSet<TypedWord> doubtful, bool withOthers)
    {
        bool IsDoubtful(Pair pair) => doubtful.Contains(pair.Left) || doubtful.Contains(pair.Right);

        var pairs = Neighbours(typed, words);
        var others = withOthers ? pairs.Where(pair => !IsDoubtful(pair)).Take(MostKnownPairs) : [];
        return [.. pairs.Where(IsDoubtful), .. others];
    }

    private static List<Pair> Neighbours(string typed, ImmutableArray<TypedWord> words) =>
    [
        .. words.Zip(words.Skip(1), static (left, right) => new Pair(left, right)).Where(pair =>
            ReferenceEquals(pair.Left.Parent, pair.Right.Parent)
            && pair.Left.Setting is WordSetting.Listed && pair.Right.Setting is WordSetting.Listed
            && IsWord(pair.Left.Text + pair.Right.Text)
            // Two words of one typed run, such as a number and what it stands beside, can share a place.
            && pair.Left.Place.End <= pair.Right.Place.Start
            && typed[pair.Left.Place.End..pair.Right.Place.Start] is var between && (between == "-" || string.IsNullOrWhiteSpace(between))),
    ];

    private static SpellingSlot Joined(string typed, Pair pair, LikeSpelling spelling) => new(
        [(pair.Place, WordSetting.Listed)],
        [new SpellingChoice(SpellingCase.Of(pair.Place.In(typed), spelling.Text), SpellingCosts.Space, spelling.Documents)],
        MayStay: true);
}
