using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>A term of the index and in how many documents it stands.</summary>
internal readonly record struct CountedTerm(string Text, int Documents);

/// <summary>The terms a pattern stands for, most frequent first, and how many there were before a limit.</summary>
internal sealed record TermExpansionResult(IReadOnlyList<CountedTerm> Terms, int Total)
{
    public bool WasCut => Total > Terms.Count;

    /// <summary>Each term alone, in the order of the index, in which they are looked up fastest.</summary>
    public IReadOnlyList<string[]> Groups { get; } =
        [.. Terms.Select(static term => term.Text).Order(StringComparer.Ordinal).Select(static term => new[] { term })];
}

/// <summary>The words of the index that fit a wildcard or lie near a fuzzy word.</summary>
/// <remarks>
/// A linear walk over the sorted terms, from the literal beginning of the pattern where it has one. The library's automata have no
/// limit on their size: a pattern of 18 characters can take all memory.
/// </remarks>
internal sealed class TermExpansion(Snapshot snapshot)
{
    /// <summary>Most words a wildcard stands for: the most frequent are taken, and the page says that others were left out.</summary>
    public const int MostWildcardWords = 1_024;

    /// <summary>Most words that all the wildcards of one query stand for in one field; what is used up first is what was typed first.</summary>
    public const int MostWordsOfAllWildcards = 2_048;

    /// <summary>What a wildcard may stand for when the others have used that up.</summary>
    public const int LeastWildcardWords = 64;

    /// <summary>Most words a fuzzy word stands for: the nearest, then the most frequent.</summary>
    public const int MostFuzzyWords = 50;

    /// <summary>The most frequent words that fit.</summary>
    public TermExpansionResult Matching(QueryNode.Wildcard wildcard, string field, int most = MostWildcardWords)
    {
        var pattern = wildcard.Form is WordForm.AsSpelled
            ? TextFolding.Compose(wildcard.Pattern)
            : FoldPattern(wildcard.Pattern);
        var beginning = pattern[..pattern.AsSpan().IndexOfAny('*', '?')];
        var longest = pattern.Split('*', '?').MaxBy(static part => part.Length)!;
        var found = Walk(field, beginning, longest, term => WildcardPattern.Matches(pattern, term));
        return Take(found.OrderByDescending(static t => t.Documents).ThenBy(static t => t.Text, StringComparer.Ordinal), found.Count, most);
    }

    public TermExpansionResult Near(QueryNode.Fuzzy fuzzy, string field)
    {
        var word = TextFolding.Fold(fuzzy.Text);
        var first = word.Length > 0 ? word[..1] : "";
        var found = Walk(field, first, "", term => EditDistance.IsWithin(word, term, fuzzy.Edits));
        var ordered = found
            .OrderBy(term => EditDistance.Of(word, term.Text, fuzzy.Edits))
            .ThenByDescending(static term => term.Documents)
            .ThenBy(static term => term.Text, StringComparer.Ordinal);
        return Take(ordered, found.Count, MostFuzzyWords);
    }

    /// <summary>The words that share at least so much of their beginning with a word, counted on the longer of the two.</summary>
    /// <param name="word">Without case and accents.</param>
    /// <param name="share">Above 0, at most 1.</param>
    /// <param name="field">The postings field.</param>
    public List<CountedTerm> BeginningLike(string word, double share, string field)
    {
        var beginning = word[..(int)Math.Ceiling(share * word.Length)];
        return Walk(field, beginning, "", term => CommonBeginning(word, term) >= share * term.Length);
    }

    private static int CommonBeginning(string one, string other)
    {
        var length = 0;
        while (length < Math.Min(one.Length, other.Length) && one[length] == other[length])
        {
            length++;
        }

        return length;
    }

    private static TermExpansionResult Take(IEnumerable<CountedTerm> ordered, int total, int most) => new([.. ordered.Take(most)], total);

    /// <summary>Folds the literal parts only: folding could take a wildcard sign away.</summary>
    public static string FoldPattern(string pattern)
    {
        var parts = new System.Text.StringBuilder(pattern.Length);
        var start = 0;
        for (var i = 0; i <= pattern.Length; i++)
        {
            if (i == pattern.Length || pattern[i] is '*' or '?')
            {
                parts.Append(TextFolding.Fold(pattern[start..i]));
                if (i < pattern.Length)
                {
                    parts.Append(pattern[i]);
                }

                start = i + 1;
            }
        }

        return parts.ToString();
    }

    /// <summary>The terms of living documents that fit, in the order of the index, with the number of these documents.</summary>
    /// <param name="field">The postings field.</param>
    /// <param name="beginning">What the terms begin with.</param>
    /// <param name="part">What they contain: compared in bytes first, as most terms are passed over.</param>
    /// <param name="fits">Whether a term is one of them.</param>
    public List<CountedTerm> Walk(string field, string beginning, string part, Func<string, bool> fits)
    {
        var contained = System.Text.Encoding.UTF8.GetBytes(part);
        var found = new List<CountedTerm>();
        if (MultiFields.GetTerms(snapshot.Reader, field) is not { } terms)
        {
            return found;
        }

        var walk = terms.GetEnumerator();
        var live = snapshot.Reader.HasDeletions ? MultiFields.GetLiveDocs(snapshot.Reader) : null;
        var prefix = new BytesRef(beginning);
        if (walk.SeekCeil(prefix) is TermsEnum.SeekStatus.END)
        {
            return found;
        }

        do
        {
            if (!StringHelper.StartsWith(walk.Term, prefix))
            {
                break;
            }

            if (walk.Term.Bytes.AsSpan(walk.Term.Offset, walk.Term.Length).IndexOf(contained) < 0)
            {
                continue;
            }

            var text = walk.Term.Utf8ToString();
            if (fits(text) && CountDocuments(walk, live) is > 0 and var documents)
            {
                found.Add(new CountedTerm(text, documents));
            }
        }
        while (walk.MoveNext());
        return found;
    }

    /// <summary>The living documents of a term: a word of removed documents only is no word of the archive.</summary>
    public static int CountDocuments(TermsEnum term, IBits? live)
    {
        if (live is null)
        {
            return term.DocFreq;
        }

        var docs = term.Docs(live, null, DocsFlags.NONE);
        var documents = 0;
        while (docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            documents++;
        }

        return documents;
    }
}
