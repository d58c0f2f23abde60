using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>What the quote finder and the list of quotations ask of an index.</summary>
/// <remarks>Safe for use by many callers at once; an answer is computed on one snapshot of the index.</remarks>
public interface IQuotationIndex
{
    /// <summary>The documents among which a quotation may be.</summary>
    /// <exception cref="Searching.IndexUnavailableException">There is no index that can be read.</exception>
    Task<QuotationCandidates> FindCandidatesAsync(QuotationProbe probe, CancellationToken cancellationToken);

    /// <summary>The documents that have the longest stretches of a quotation, as far as the places of words tell.</summary>
    /// <remarks>Asked only when no document has the whole, or nearly.</remarks>
    /// <exception cref="Searching.IndexUnavailableException">There is no index that can be read.</exception>
    Task<ImmutableArray<CorpusDocument>> FindStretchesAsync(StretchProbe probe, CancellationToken cancellationToken);

    /// <summary>Recorded quotations whose translation has enough of some words, most promising first.</summary>
    /// <param name="words">Words without case and accents, each once.</param>
    /// <param name="least">How many of them a translation must have; at least 1.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="Searching.IndexUnavailableException">There is no index that can be read.</exception>
    Task<ImmutableArray<ListedQuotation>> FindTranslationsAsync(
        ImmutableArray<string> words, int least, CancellationToken cancellationToken);

    /// <summary>The quotations of the archive that a request asks for.</summary>
    /// <exception cref="Searching.IndexUnavailableException">There is no index that can be read.</exception>
    Task<QuotationPage> ListAsync(QuotationRequest request, CancellationToken cancellationToken);
}

/// <summary>Which documents come into question for a quotation.</summary>
/// <param name="Words">The words that can be looked up, without case and accents, each once.</param>
/// <param name="Least">How many of them a document must have; at least 1.</param>
/// <param name="Window">
/// How many words side by side must have them for a document to come before all others; 0 when they may be anywhere, because an
/// ellipsis stands for any number of words.
/// </param>
/// <param name="Most">How many documents to return at most.</param>
public sealed record QuotationProbe(ImmutableArray<string> Words, int Least, int Window, int Most)
{
    /// <summary>The probe that misses no document which has the quotation or nearly so.</summary>
    public static QuotationProbe Of(QuotedText quote, int most)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var words = quote.DistinctWords;
        var changes = QuoteComparison.MostOperationsWithSense(quote.WordCount);
        return new QuotationProbe(
            words, Math.Max(1, words.Length - changes), quote.PartCount > 1 ? 0 : quote.Words.Length + changes, most);
    }
}

/// <summary>What the documents are looked through for that may have a stretch of a quotation.</summary>
/// <param name="Words">
/// The words in their order, without case and accents, as an index has them; an empty one where an ellipsis stands: no stretch runs
/// over it.
/// </param>
/// <param name="Fewest">How many words side by side a document must have.</param>
/// <param name="MostExamined">In how many documents the places of the words are read: those first that have more neighbours of them.</param>
/// <param name="Most">How many documents to return at most, the longest stretches first.</param>
public sealed record StretchProbe(ImmutableArray<string> Words, int Fewest, int MostExamined, int Most)
{
    /// <summary>Documents that are compared for a stretch.</summary>
    private const int MostCompared = 20;

    /// <summary>The probe for any stretch that is long enough to say something.</summary>
    public static StretchProbe Of(QuotedText quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var words = ImmutableArray.CreateBuilder<string>();
        var signs = 0;
        for (var i = 0; i < quote.Words.Length; i++)
        {
            if (i > 0 && quote.PartStarts.Contains(i))
            {
                words.Add("");
            }

            // An index has no signs, and knows nothing of contractions.
            if (Contractions.IndexedAs(quote.Words[i]) is { Length: > 0 } word && char.IsLetterOrDigit(word, 0))
            {
                words.Add(word);
            }
            else
            {
                signs++;
            }
        }

        return new StretchProbe(
            words.ToImmutable(), Math.Max(1, QuotedText.FewestWords - signs), QuoteFinder.MostCompared, MostCompared);
    }
}

/// <summary>The documents in question.</summary>
/// <param name="Documents">
/// Those to compare: first those that have enough of the words side by side, then those that have them scattered, as a quotation
/// that runs over the end of a paragraph is; among each, those with more and rarer words first.
/// </param>
/// <param name="InQuestion">How many have enough of the words.</param>
/// <param name="Searched">How many the archive holds.</param>
/// <param name="IndexVersion">Changes with every commit of the index.</param>
public sealed record QuotationCandidates(
    ImmutableArray<CorpusDocument> Documents, long InQuestion, long Searched, string IndexVersion);
