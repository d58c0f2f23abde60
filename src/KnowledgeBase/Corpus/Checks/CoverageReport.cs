using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Checks;

/// <summary>Which facts of the sheet are stated by which documents.</summary>
/// <param name="Facts">Every fact, in the order of the sheet.</param>
/// <param name="Quotations">How many quotations the sheet has.</param>
/// <param name="QuotationsWithoutRecord">Quotations of the sheet that no document records, by number.</param>
/// <param name="DisputesWithoutDocument">Facts that the sheet calls disputed and no document of type <c>dispute</c> states, by number.</param>
public sealed record CoverageReport(
    ImmutableArray<FactCoverage> Facts,
    int Quotations,
    ImmutableArray<string> QuotationsWithoutRecord,
    ImmutableArray<string> DisputesWithoutDocument)
{
    /// <summary>The facts that no document states.</summary>
    public IEnumerable<FactCoverage> Missing => Facts.Where(static fact => fact.Documents.IsEmpty);

    internal static CoverageReport Make(FactSheet sheet, IReadOnlyCollection<CheckedDocument> documents)
    {
        var stated = documents.SelectMany(static d => d.Metadata.Facts.Select(fact => (fact, d.Document.Id)))
            .ToLookup(static pair => pair.fact, static pair => pair.Id, StringComparer.Ordinal);
        var recorded = documents.SelectMany(static d => d.Metadata.Quotations).Select(static q => Letters(q.Text)).ToHashSet(StringComparer.Ordinal);
        var disputed = documents.Where(static d => d.Metadata.Type == "dispute").SelectMany(static d => d.Metadata.Facts).ToHashSet(StringComparer.Ordinal);
        return new CoverageReport(
            [.. sheet.Facts.Select(fact => new FactCoverage(fact.Number, fact.Statement, [.. stated[fact.Number].Order()]))],
            sheet.Quotations.Length,
            [.. sheet.Quotations.Where(q => Letters(q.Text) is { Length: > 0 } words && !recorded.Contains(words)).Select(static q => q.Number)],
            [.. sheet.Facts.Where(fact => fact.IsDisputed && !disputed.Contains(fact.Number)).Select(static fact => fact.Number)]);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}

/// <summary>A fact and the documents that state it.</summary>
/// <param name="Number">Such as <c>F072</c>.</param>
/// <param name="Statement">What it says.</param>
/// <param name="Documents">The documents, in order of reference code; empty when none does.</param>
public sealed record FactCoverage(string Number, string Statement, ImmutableArray<DocumentId> Documents);
