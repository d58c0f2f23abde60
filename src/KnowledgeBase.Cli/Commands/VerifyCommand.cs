using System.Collections.Immutable;
using System.CommandLine;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Corpus;
using KnowledgeBase.Indexing;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb verify</c>: is the index what was written, and what the corpus says?</summary>
internal static class VerifyCommand
{
    public static (Command Command, string[] Examples) Build(CommandRunner run)
    {
        var quick = new Option<bool>("--quick") { Description = "Compare checksums only; do not walk through the whole index." };
        var coverage = new Option<string?>("--coverage")
        {
            Description = "Check the documents against this fact sheet too: which facts are stated where, which are missing, and what was copied.",
            HelpName = "FACT SHEET",
        };
        var command = new Command(
            "verify",
            "Examine the index and compare it with the corpus; with --corpus also check every document: names, sources, links, dates, "
            + "quotations, disputes. Changes nothing. Ends with 6 when the index is damaged, and with 4 when it is not up to date or "
            + "something is wrong with a document.") { quick, coverage };
        command.SetAction((parsed, _) => run(parsed, context => RunAsync(context, parsed.GetValue(quick), parsed.GetValue(coverage))));
        return (command, ["kb verify", "kb verify --quick --json", "kb verify --corpus", "kb verify --corpus --coverage ~/facts.md"]);
    }

    private static Task<int> RunAsync(CommandContext context, bool quick, string? sheet)
    {
        var documents = sheet is not null || context.Global.NamesCorpus ? CorpusAnswer.Check(context, sheet) : null;
        var health = context.Archive.Examine(quick ? ExaminationDepth.Checksums : ExaminationDepth.Everything);
        var snapshot = CorpusSnapshot.Take(context.Archive.Corpus, context.Archive.ReadLimits, context.Cancellation);
        var differences = health.IsSound ? Differences(context.Archive.ListFiles(), snapshot) : [];
        var answer = new VerifyAnswer(
            "kb.verify/1",
            health.Generation,
            health.IsSound,
            health.Documents,
            health.BytesChecked,
            snapshot.Files.Length,
            health.Damage,
            differences,
            documents?.Problems ?? [],
            documents?.Notes ?? [],
            documents?.Coverage);
        if (context.Global.Json)
        {
            JsonOutput.Write(context.Terminal, answer);
        }
        else
        {
            Tell(context.Terminal, answer);
            documents?.Tell(context.Terminal);
        }

        // Whoever asks about the documents need not have an index.
        return Task.FromResult(!answer.IsSound && (answer.Generation is not null || documents is null) ? ExitCode.Corrupt
            : answer.Differences.IsEmpty && answer.Problems.IsEmpty ? ExitCode.Ok
            : ExitCode.Partial);
    }

    private static ImmutableArray<IndexDifference> Differences(ImmutableArray<IndexedFile> indexed, CorpusSnapshot snapshot)
    {
        var known = indexed.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        var present = snapshot.Files.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        return
        [
            .. snapshot.Files
                .Where(file => !known.TryGetValue(file.Path, out var old) || old.Digest != file.Digest)
                .Select(file => new IndexDifference(file.Path, known.ContainsKey(file.Path) ? "changed" : "not-indexed"))
                .Concat(indexed.Where(file => !present.ContainsKey(file.Path)).Select(static file => new IndexDifference(file.Path, "gone")))
                .OrderBy(static difference => difference.File, StringComparer.Ordinal),
        ];
    }

    private static void Tell(Terminal terminal, VerifyAnswer answer)
    {
        foreach (var damage in answer.Damage)
        {
            terminal.Complain(Printable.OneLine($"{damage.File}: {damage.Reason}"));
        }

        foreach (var difference in answer.Differences)
        {
            terminal.Complain(Printable.OneLine($"{difference.File}: {difference.Words}"));
        }

        terminal.Out.WriteLine(Summary(answer));
    }

    private static string Summary(VerifyAnswer answer)
    {
        if (answer.Generation is null)
        {
            return "There is no index. Build it with: kb index";
        }

        if (!answer.IsSound)
        {
            return "The index is damaged. It is built again from the corpus by the next search or site, or with: kb index";
        }

        var size = $"{Printable.Count(answer.Documents, "document", "documents")}, {Printable.Bytes(answer.BytesChecked)} checked";
        return answer.Differences.IsEmpty
            ? $"The index is sound and up to date: {size}."
            : $"The index is sound ({size}), but {Printable.Count(answer.Differences.Length, "file differs", "files differ")} from it. Bring it up to date with: kb index";
    }
}

/// <summary>The answer of <c>kb verify --json</c>.</summary>
internal sealed record VerifyAnswer(
    string Schema,
    int? Generation,
    bool IsSound,
    long Documents,
    long BytesChecked,
    int Files,
    ImmutableArray<IndexDamage> Damage,
    ImmutableArray<IndexDifference> Differences,
    ImmutableArray<ProblemAnswer> Problems,
    ImmutableArray<ProblemAnswer> Notes,
    CoverageAnswer? Coverage);

/// <summary>A file of the corpus that the index does not hold as it is.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind"><c>changed</c>, <c>not-indexed</c> or <c>gone</c>.</param>
internal sealed record IndexDifference(string File, string Kind)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public string Words => Kind switch
    {
        "changed" => "the index holds an older version",
        "gone" => "the index holds it, but the file is gone",
        _ => "the index does not hold it",
    };
}
