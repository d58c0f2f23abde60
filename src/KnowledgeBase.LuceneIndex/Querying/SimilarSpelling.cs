using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>Words of the archive that a reader may have meant.</summary>
/// <param name="Typed">The unit that was typed.</param>
/// <param name="Instead">A unit of the words of similar spelling, of the parts of a compound, or of a compound.</param>
internal sealed record SimilarWords(QueryUnit Typed, QueryUnit Instead)
{
    /// <summary>Whether it is the same words put together or taken apart, not another spelling.</summary>
    public bool IsCompound { get; init; }

    /// <summary>The words by themselves, for reasons.</summary>
    public IEnumerable<QueryNode> Alternatives => Instead.Node is QueryNode.Any any ? any.Children : [Instead.Node];
}

/// <summary>
/// For words that the archive does not have, or hardly, those it has that are spelled nearly the same. They bring documents into the
/// second group of results, never into the first: nothing that was typed is replaced.
/// </summary>
internal sealed class SimilarSpelling(Snapshot snapshot, UnitPostings postings)
{
    private const int ShortestWord = 4;

    /// <summary>From this length on two letters may be wrong.</summary>
    private const int LongWord = 6;

    /// <summary>A word in so few documents may be a misspelling of the sources themselves …</summary>
    private const int FewDocuments = 2;

    /// <summary>… when a word of nearly the same spelling stands in so many.</summary>
    private const int ManyDocuments = 10;

    private const int MostWords = 3;

    private readonly TermExpansion _terms = new(snapshot);

    /// <summary>The units for which there are similar words.</summary>
    public ImmutableArray<SimilarWords> Of(ImmutableArray<QueryUnit> units)
    {
        var similar = ImmutableArray.CreateBuilder<SimilarWords>();
        foreach (var unit in units)
        {
            if (unit.Node is QueryNode.Word { Form: WordForm.AnyForm } word && IsPlain(word.Text) && unit.Fields == QueryFields.Default
                && Near(word, unit, CountDocuments(unit)) is { Length: > 0 } words)
            {
                var node = new QueryNode.Any([.. words.Select(text => new QueryNode.Word(text) { Source = word.Source })]) { Source = word.Source };
                similar.Add(new SimilarWords(unit, unit with { Node = node, Number = units.Length + similar.Count }));
            }
        }

        return similar.ToImmutable();
    }

    private static bool IsPlain(string word) => word.Length >= ShortestWord && word.All(char.IsLetter);

    private int CountDocuments(QueryUnit unit) => snapshot.Segments.Sum(segment => unit.Fields
        .SelectMany(field => postings.Of(segment, unit.Node, field).Documents)
        .Distinct()
        .Count());

    private string[] Near(QueryNode.Word word, QueryUnit unit, int documents)
    {
        if (documents > FewDocuments)
        {
            return [];
        }

        var fuzzy = new QueryNode.Fuzzy(word.Text, documents == 0 && word.Text.Length >= LongWord ? 2 : 1);
        var found = unit.Fields
            .SelectMany(field => _terms.Near(fuzzy, IndexFields.Exact(field)).Terms)
            .GroupBy(static term => term.Text, StringComparer.Ordinal)
            .Select(static same => new CountedTerm(same.Key, same.Max(static term => term.Documents)))
            .Where(term => documents == 0 || term.Documents >= ManyDocuments)
            .ToList();
        var folded = TextFolding.Fold(word.Text);
        var nearest = found.Where(term => EditDistance.IsWithin(folded, term.Text, 1)).ToList();
        return
        [
            .. (nearest.Count > 0 ? nearest : found)
                .Where(term => term.Text != folded)
                .OrderByDescending(static term => term.Documents)
                .ThenBy(static term => term.Text, StringComparer.Ordinal)
                .Take(MostWords)
                .Select(static term => term.Text),
        ];
    }
}
