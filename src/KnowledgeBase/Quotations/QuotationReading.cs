using System.Collections.Immutable;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Querying.Reading;

namespace KnowledgeBase.Quotations;

/// <summary>What a reader asks of the quotations of the archive, as it was read.</summary>
/// <param name="Said">What is looked for; null for every quotation.</param>
/// <param name="Sentence">The same in words, as the search says them.</param>
/// <param name="Problems">What was ignored or re-read, each in a sentence.</param>
/// <param name="Search">The same as a query of the search; empty when there is none that means the same.</param>
public sealed record ReadQuotations(QueryNode.Said? Said, string Sentence, ImmutableArray<string> Problems, string Search);

/// <summary>From a speaker and words, as typed, to what <c>said:Speaker words</c> means in a search: one reading for both.</summary>
public static class QuotationReading
{
    /// <summary>Characters of a speaker's name that are read.</summary>
    private const int LongestName = 200;

    /// <summary>Reads any text; never throws.</summary>
    /// <param name="speaker">Part of a name, any variant; empty for anybody.</param>
    /// <param name="words">Words in the query language; empty for anything.</param>
    /// <param name="today">The day that relative dates count from.</param>
    /// <param name="names">The names of the archive.</param>
    public static ReadQuotations Read(string speaker, string words, DateOnly today, NameTable names)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        ArgumentNullException.ThrowIfNull(words);
        var problems = ImmutableArray.CreateBuilder<string>();
        var typedName = SpeakerOf(speaker.Length > LongestName ? speaker[..LongestName] : speaker, today, problems);
        var name = typedName.Speaker;
        if (name.Length == 0 && speaker.Trim(' ', '*').Length > 0)
        {
            problems.Add("The speaker's name has no letters: quotations of anybody are shown.");
        }

        var parsed = QueryReader.Read(words, today, NameTable.Empty).Parsed;
        problems.AddRange(parsed.Problems.Select(static problem => problem.Message));
        var wanted = Words(parsed.Query, problems);
        if (name.Length == 0 && wanted is null)
        {
            return new ReadQuotations(null, "all quotations", problems.ToImmutable(), "");
        }

        var typed = typedName with { Words = wanted };
        var said = (QueryNode.Said)VariantExpansion.Expand(typed, names).Query;
        // In a search, a word that is left out is left out of the document; here, of the quotation.
        var search = wanted is not null && LeavesOut(wanted) ? "" : QueryWriter.Write(typed);
        return new ReadQuotations(said, QueryDescription.Sentence(said), problems.ToImmutable(), search);
    }

    /// <summary>What of a query can be looked for in the words of a quotation; null for anything.</summary>
    private static QueryNode? Words(QueryNode query, ImmutableArray<string>.Builder problems)
    {
        switch (query)
        {
            case QueryNode.Everything:
                return null;
            case var words when Trees.IsWords(words):
                return words;
            case QueryNode.All all when all.Children.Where(Trees.IsWords).ToImmutableArray() is { Length: > 0 } words:
                problems.Add("Only words can be looked for in quotations; dates, fields and other conditions were ignored.");
                return words.Length == 1 ? words[0] : all with { Children = words };
            default:
                problems.Add("Only words can be looked for in quotations: every quotation is shown.");
                return null;
        }
    }

    private static bool LeavesOut(QueryNode node) => node switch
    {
        QueryNode.Not => true,
        QueryNode.All all => all.Children.Any(LeavesOut),
        QueryNode.Any any => any.Children.Any(LeavesOut),
        _ => false,
    };

    /// <summary>The name by its words; with <c>*</c>, <c>~</c> or a <c>=</c> before it, as <c>said:</c> reads it.</summary>
    private static QueryNode.Said SpeakerOf(string speaker, DateOnly today, ImmutableArray<string>.Builder problems)
    {
        var isSpelled = speaker.TrimStart().StartsWith('=');
        if (isSpelled || SpeakerName.HasPatterns(speaker))
        {
            var read = QueryReader.Read($"said:{(isSpelled ? "=" : "")}\"{string.Concat(speaker.Where(static c => !Quotes.IsQuote(c) && c is not ('=' or '\\' or '(' or ')')))}\"", today, NameTable.Empty);
            if (read.Query is QueryNode.Said { Words: null } said)
            {
                problems.AddRange(read.Parsed.Problems.Select(static problem => problem.Message));
                return said;
            }
        }

        return new QueryNode.Said(string.Join(' ', NameWords(speaker)), null);
    }

    /// <summary>The words of a name as they stand in it: names are compared by words.</summary>
    private static IEnumerable<string> NameWords(string name) =>
        Analysis.WordCutter.Cut(name).DistinctBy(static word => word.Position).Select(static word => word.Raw);
}
