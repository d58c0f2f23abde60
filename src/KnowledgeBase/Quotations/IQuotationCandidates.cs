using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>The documents among which a quotation may be: what the quote finder asks of an index.</summary>
public interface IQuotationCandidates
{
    /// <summary>The documents with enough of the words.</summary>
    /// <param name="words">Words without case and accents, each once.</param>
    /// <param name="least">How many of them a document must have; at least 1.</param>
    /// <param name="most">How many documents to return at most: those with most of the words, then with the rarer ones, first.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<QuotationCandidates> FindCandidatesAsync(
        ImmutableArray<string> words, int least, int most, CancellationToken cancellationToken);
}

/// <summary>The documents in question.</summary>
/// <param name="Documents">Those to compare, most promising first.</param>
/// <param name="InQuestion">How many have enough of the words.</param>
/// <param name="Searched">How many the archive holds.</param>
/// <param name="IndexVersion">Changes with every commit of the index.</param>
public sealed record QuotationCandidates(
    ImmutableArray<CorpusDocument> Documents, long InQuestion, long Searched, string IndexVersion);
