using System.Collections.Immutable;

namespace KnowledgeBase.Corpus.Checks;

/// <summary>What a check of the corpus looks at beside the corpus itself.</summary>
public sealed record CorpusCheckOptions
{
    /// <summary>
    /// The fact sheet. With it, the check also looks for shared runs of words, for facts and addresses that are not in it, and makes
    /// the coverage report. Default: none.
    /// </summary>
    public FactSheet? Facts { get; init; }

    /// <summary>How much of a file is read.</summary>
    public ReadLimits Limits { get; init; } = new();
}

/// <summary>What a check of the corpus found.</summary>
/// <param name="Documents">How many documents could be read.</param>
/// <param name="Findings">What was found, in order of file, then line.</param>
/// <param name="Coverage">Which facts are stated where; null when no fact sheet was given.</param>
public sealed record CorpusCheckReport(int Documents, ImmutableArray<CorpusFinding> Findings, CoverageReport? Coverage)
{
    /// <summary>Whether nothing is wrong; notes do not count.</summary>
    public bool Passes => Findings.All(static finding => finding.Severity != FindingSeverity.Error);
}

/// <summary>Checks a corpus: <c>kb verify --corpus</c>.</summary>
/// <remarks>
/// The contract of <c>corpus/README.md</c>; names and sources resolve; links, related documents and disputes point to what exists;
/// dates do not contradict; quotations are short and recorded once; nothing is copied from the fact sheet.
/// </remarks>
public static class CorpusCheck
{
    /// <summary>Reads and checks the corpus.</summary>
    /// <param name="corpusFolder">The corpus folder.</param>
    /// <param name="options">What to look at beside it; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="OperationCanceledException">The call was ended.</exception>
    public static CorpusCheckReport Run(string corpusFolder, CorpusCheckOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CorpusCheckOptions();
        var corpus = CheckedCorpus.Read(new CorpusFolder(corpusFolder), options.Limits, cancellationToken);
        var findings = corpus.Refusals.ToList();
        var copies = options.Facts is null ? null : new CopyChecks(options.Facts);
        var facts = options.Facts?.Facts.Select(static fact => fact.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var document in corpus.Documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            findings.AddRange(RegisterChecks.Names(document, corpus.Register));
            findings.AddRange(RegisterChecks.Sources(document, corpus.Register));
            findings.AddRange(LinkChecks.Links(document, corpus));
            findings.AddRange(LinkChecks.Dispute(document, corpus));
            findings.AddRange(DateChecks.Check(document));
            findings.AddRange(QuotationChecks.TooLong(document));
            findings.AddRange(copies?.Check(document) ?? []);
            findings.AddRange(UnknownFacts(document, facts));
        }

        findings.AddRange(QuotationChecks.Repeated(corpus.Documents));
        findings.AddRange(options.Facts is null ? [] : RegisterChecks.Addresses(corpus.Register, options.Facts));
        return new CorpusCheckReport(
            corpus.Documents.Count,
            [.. findings.OrderBy(static f => f.File, StringComparer.Ordinal).ThenBy(static f => f.Line).ThenBy(static f => f.Code, StringComparer.Ordinal)],
            options.Facts is null ? null : CoverageReport.Make(options.Facts, corpus.Documents));
    }

    private static IEnumerable<CorpusFinding> UnknownFacts(CheckedDocument document, HashSet<string>? facts) =>
        facts is null
            ? []
            : document.Metadata.Facts.Where(fact => !facts.Contains(fact))
                .Select(fact => document.Error("facts.unknown", document.LineOf("facts", fact), $"facts: the fact sheet has no {fact}."));
}
