using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Searching;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>Words of the archive that are spelled much like others, from its own term lists: one walk for all the words asked for.</summary>
internal sealed class SpellingSearch(Snapshot snapshot)
{
    /// <summary>Spellings given for one word.</summary>
    private const int MostSpellings = 12;

    /// <summary>Two words typed as one have at least so many letters each.</summary>
    private const int ShortestPart = 3;

    private readonly TermExpansion _terms = new(snapshot);

    private sealed record Asked(SpellingQuestion Question, string Folded)
    {
        public bool IsIn(string field) => Question.Fields.Contains(field);

        public bool Fits(string term) => Folded != term && Distance(term) <= Question.Edits;

        /// <summary>One more than allowed for a word that is too far away.</summary>
        public int Distance(string term) => EditDistance.OfTyped(Folded, term, Question.Edits);
    }

    public ImmutableArray<ImmutableArray<LikeSpelling>> Find(ImmutableArray<SpellingQuestion> questions)
    {
        ImmutableArray<Asked?> asked = [.. questions.Select(static question =>
            TextFolding.Fold(question.Word) is { Length: > 0 } folded ? new Asked(question, folded) : null)];
        var near = Near([.. asked.OfType<Asked>().Where(static one => one.Question.Edits > 0)]);
        ImmutableArray<ImmutableArray<CountedTerm>> found = [.. asked.Select(one =>
            one is null ? [] : one.Question.Edits == 0 ? Itself(one) : Nearest(one, near))];
        var spelled = new SpelledForms(snapshot, found.SelectMany(static words => words).Select(static word => word.Text), Fields(questions));
        return
        [
            .. questions.Select((question, i) => found[i]
                .Select(term => new LikeSpelling(spelled.Of(term.Text), term.Documents, asked[i]!.Distance(term.Text)))
                .Concat(question.MaySplit && asked[i] is { } whole ? Split(whole) : [])
                .ToImmutableArray()),
        ];
    }

    private static ImmutableArray<string> Fields(IEnumerable<SpellingQuestion> questions) =>
        [.. questions.SelectMany(static question => question.Fields).Distinct(StringComparer.Ordinal)];

    /// <summary>By field, the words that are near any of those asked for.</summary>
    private Dictionary<string, List<CountedTerm>> Near(ImmutableArray<Asked> asked) =>
        Fields(asked.Select(static one => one.Question)).ToDictionary(
            static field => field,
            field => _terms.Walk(IndexFields.Exact(field), "", "", term => asked.Any(one => one.IsIn(field) && one.Fits(term))),
            StringComparer.Ordinal);

    private static ImmutableArray<CountedTerm> Nearest(Asked one, Dictionary<string, List<CountedTerm>> near) =>
    [
        .. one.Question.Fields.SelectMany(field => near[field].Where(term => one.Fits(term.Text)))
            .GroupBy(static term => term.Text, StringComparer.Ordinal)
            .Select(static same => new CountedTerm(same.Key, same.Max(static term => term.Documents)))
            .OrderBy(term => one.Distance(term.Text))
            .ThenByDescending(static term => term.Documents)
            .ThenBy(static term => term.Text, StringComparer.Ordinal)
            .Take(MostSpellings),
    ];

    private ImmutableArray<CountedTerm> Itself(Asked one) =>
        Count(one, one.Folded) is > 0 and var documents ? [new CountedTerm(one.Folded, documents)] : [];

    /// <summary>The two words that the archive has most often where one was typed; none when it has no such two.</summary>
    private IEnumerable<LikeSpelling> Split(Asked whole)
    {
        var best = (Documents: 0, Text: "");
        for (var cut = ShortestPart; cut <= whole.Folded.Length - ShortestPart; cut++)
        {
            var (left, right) = (whole.Folded[..cut], whole.Folded[cut..]);
            var documents = Count(whole, left) is > 0 and var ofLeft ? Math.Min(ofLeft, Count(whole, right)) : 0;
            best = documents > best.Documents ? (documents, $"{left} {right}") : best;
        }

        return best.Documents == 0 ? [] : [new LikeSpelling(best.Text, best.Documents, 1)];
    }

    /// <summary>In how many documents a word stands, in the field that has it most.</summary>
    private int Count(Asked one, string word)
    {
        var term = new BytesRef(word);
        return one.Question.Fields.Max(field => snapshot.Segments.Sum(segment =>
            segment.Reader.GetTerms(IndexFields.Exact(field))?.GetEnumerator() is { } terms && terms.SeekExact(term)
                ? TermExpansion.CountDocuments(terms, segment.Live)
                : 0));
    }
}
