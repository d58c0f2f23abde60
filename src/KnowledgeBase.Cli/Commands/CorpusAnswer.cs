using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Corpus.Checks;

namespace KnowledgeBase.Cli.Commands;

/// <summary>What <c>kb verify</c> says about the documents.</summary>
/// <param name="Documents">How many were checked.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Notes">What is worth a look.</param>
/// <param name="Coverage">Which facts are stated where; null without a fact sheet.</param>
internal sealed record CorpusAnswer(
    int Documents, ImmutableArray<ProblemAnswer> Problems, ImmutableArray<ProblemAnswer> Notes, CoverageAnswer? Coverage)
{
    /// <param name="context">What the command works with.</param>
    /// <param name="sheet">Path of the fact sheet, as typed; null for none.</param>
    /// <exception cref="CommandFailure">There is no such fact sheet, or it holds no facts.</exception>
    public static CorpusAnswer Check(CommandContext context, string? sheet)
    {
        var options = new CorpusCheckOptions { Facts = sheet is null ? null : ReadSheet(sheet), Limits = context.Archive.ReadLimits };
        var report = CorpusCheck.Run(context.Archive.Places.Corpus, options, context.Cancellation);
        var bySeverity = report.Findings.ToLookup(static finding => finding.Severity, Answer);
        return new CorpusAnswer(
            report.Documents,
            [.. bySeverity[FindingSeverity.Error]],
            [.. bySeverity[FindingSeverity.Note]],
            report.Coverage is null ? null : CoverageAnswer.Of(report.Coverage));
    }

    /// <summary>Problems and notes to standard error, as compilers print them; the coverage and the sum to standard output.</summary>
    public void Tell(Terminal terminal)
    {
        foreach (var problem in Problems)
        {
            terminal.Complain(Line(problem, ""));
        }

        foreach (var note in Notes)
        {
            terminal.Say(Line(note, "note: "));
        }

        Coverage?.Tell(terminal);
        terminal.Out.WriteLine(Problems.IsEmpty
            ? $"{Printable.Count(Documents, "document", "documents")} checked: nothing is wrong."
            : $"{Printable.Count(Documents, "document", "documents")} checked: {Printable.Count(Problems.Length, "problem", "problems")}.");
    }

    private static FactSheet ReadSheet(string path)
    {
        if (!File.Exists(path))
        {
            throw new CommandFailure($"There is no file '{path}'. Name the fact sheet after --coverage.", ExitCode.Usage);
        }

        var sheet = FactSheet.Parse(File.ReadAllText(path));
        return sheet.Facts.IsEmpty
            ? throw new CommandFailure($"'{path}' holds no facts. A fact is a line [F001] date · statement · names · sources · confidence.", ExitCode.Usage)
            : sheet;
    }

    private static ProblemAnswer Answer(CorpusFinding finding) =>
        new(finding.Code, finding.File, finding.Line == 0 ? null : finding.Line, null, finding.Message);

    private static string Line(ProblemAnswer problem, string kind)
    {
        var line = problem.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $":{number}") : "";
        return Printable.OneLine($"{problem.File}{line}: {kind}{problem.Message} [{problem.Code}]");
    }
}

/// <summary>How far the documents state the fact sheet.</summary>
/// <param name="Facts">Every fact with the reference codes of the documents that state it.</param>
/// <param name="Quotations">How many quotations the sheet has.</param>
/// <param name="Missing">Facts that no document states.</param>
/// <param name="QuotationsWithoutRecord">Quotations that no document records.</param>
/// <param name="DisputesWithoutDocument">Disputed facts that no document of type <c>dispute</c> states.</param>
internal sealed record CoverageAnswer(
    ImmutableArray<FactAnswer> Facts,
    int Quotations,
    ImmutableArray<string> Missing,
    ImmutableArray<string> QuotationsWithoutRecord,
    ImmutableArray<string> DisputesWithoutDocument)
{
    public static CoverageAnswer Of(CoverageReport report) => new(
        [.. report.Facts.Select(static fact => new FactAnswer(fact.Number, [.. fact.Documents.Select(static id => id.Value)]))],
        report.Quotations,
        [.. report.Missing.Select(static fact => fact.Number)],
        report.QuotationsWithoutRecord,
        report.DisputesWithoutDocument);

    /// <summary>A line for each fact, then what is missing.</summary>
    public void Tell(Terminal terminal)
    {
        foreach (var fact in Facts)
        {
            terminal.Out.WriteLine(Printable.OneLine($"{fact.Number}  {(fact.Documents.IsEmpty ? "missing" : string.Join(' ', fact.Documents))}"));
        }

        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Facts.Length - Missing.Length} of {Facts.Length} facts are stated, {Quotations - QuotationsWithoutRecord.Length} of {Quotations} quotations recorded."));
        Name(terminal, "Missing facts", Missing);
        Name(terminal, "Quotations without a record", QuotationsWithoutRecord);
        Name(terminal, "Disputed facts without a dispute", DisputesWithoutDocument);
    }

    private static void Name(Terminal terminal, string what, ImmutableArray<string> numbers)
    {
        if (!numbers.IsEmpty)
        {
            terminal.Out.WriteLine($"{what}: {string.Join(' ', numbers)}");
        }
    }
}

/// <summary>A fact of the sheet.</summary>
/// <param name="Number">Such as <c>F072</c>.</param>
/// <param name="Documents">Reference codes of the documents that state it.</param>
internal sealed record FactAnswer(string Number, ImmutableArray<string> Documents);
