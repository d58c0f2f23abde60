using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>Words of the archive that a reader may have meant.</summary>
/// <param name="Typed">The unit that was typed.</param>
/// <param name="Instead">A unit of the words of similar spelling, of the parts of a compound, of a compound, or of a part of a run.</param>
/// <param name="Kind">How they are like what was typed.</param>
internal sealed record SimilarWords(QueryUnit Typed, QueryUnit Instead, Likeness Kind)
{

    /// <summary>The words by themselves, for reasons.</summary>
    public IEnumerable<QueryNode> Alternatives => Instead.Node is QueryNode.Any any ? any.Children : [Instead.Node];
}

/// <summary>How words are like those that were typed.</summary>
internal enum Likeness
{
    /// <summary>They are spelled nearly the same.</summary>
    Spelling,

    /// <summary>They are the same words put together or taken apart.</summary>
    Compound,

    /// <summary>They are two neighbours of a run of a script without spaces.</summary>
    Part,

    /// <summary>They stand in the best documents, and the reader asked to broaden.</summary>
    Broader,
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

    /// <summary>Words that share this much of their beginning are taken for forms of one word that the stemmer did not bring together.</summary>
    private const double SharedBeginning = 0.6;

    private const int ShortestForm = 6;

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
                similar.Add(new SimilarWords(unit, unit with { Node = node, Number = units.Length + similar.Count }, Likeness.Spelling));
            }
        }

        return similar.ToImmutable();
    }

    private static bool IsPlain(string word) => word.Length >= ShortestWord && !word.Any(char.IsAsciiDigit) && !WordSegmenter.IsUnspaced(word);

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
        var found = Counted(unit, field => _terms.Near(fuzzy, field).Terms)
            .Where(term => documents == 0 || term.Documents >= ManyDocuments)
            .ToList();
        var folded = TextFolding.Fold(word.Text);
        var nearest = found.Where(term => EditDistance.IsWithin(folded, term.Text, 1)).ToList();
        var like = nearest.Count > 0 ? nearest : found.Count > 0 ? found : documents == 0 ? OtherForms(folded, unit) : [];
        return
        [
            .. like
                .Where(term => term.Text != folded)
                .OrderByDescending(static term => term.Documents)
                .ThenBy(static term => term.Text, StringComparer.Ordinal)
                .Take(MostWords)
                .Select(static term => term.Text),
        ];
    }

    private List<CountedTerm> OtherForms(string folded, QueryUnit unit) =>
        folded.Length < ShortestForm ? [] : Counted(unit, field => _terms.BeginningLike(folded, SharedBeginning, field));

    /// <summary>Each word once, with the documents of the field that has it most.</summary>
    private static List<CountedTerm> Counted(QueryUnit unit, Func<string, IEnumerable<CountedTerm>> find) =>
    [
        .. unit.Fields.SelectMany(field => find(IndexFields.Exact(field)))
            .GroupBy(static term => term.Text, StringComparer.Ordinal)
            .Select(static same => new CountedTerm(same.Key, same.Max(static term => term.Documents))),
    ];
}
