using System.Collections.Immutable;
using System.CommandLine;
using System.Reflection;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Evaluation;
using KnowledgeBase.Indexing;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Cli.Commands;

/// <summary>What <c>kb eval</c> was asked for.</summary>
/// <param name="Folder">The judged set.</param>
/// <param name="Rankings">One, or two to compare: each the name of a profile, or a run file.</param>
/// <param name="RunFile">Where to write the run; null for nowhere.</param>
/// <param name="Language">Language of texts that state none; null to tell it from them.</param>
/// <param name="Queries">Whether each query is shown.</param>
internal sealed record EvalArguments(string Folder, ImmutableArray<string> Rankings, string? RunFile, string? Language, bool Queries);

/// <summary><c>kb eval</c>: how good the ranking is, on queries that others have judged.</summary>
internal static class EvalCommand
{
    public static (Command Command, string[] Examples) Build(CommandRunner run)
    {
        var folder = new Argument<string>("folder")
        {
            Description = "A folder with docs.jsonl or docs.jsonl.gz, queries.jsonl and qrels.tsv (or qrels.txt in TREC's four columns).",
        };
        var profile = new Option<string?>("--profile") { Description = $"Ranking profile: {Profiles}. Default: {RankingProfile.All[0].Name}." };
        var compare = new Option<string[]>("--compare")
        {
            Description = "Compare two rankings query by query: names of profiles, or TREC run files.",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
            HelpName = "A B",
        };
        var runFile = new Option<string?>("--run") { Description = "Write the first thousand documents of each query for trec_eval.", HelpName = "FILE" };
        var language = new Option<string?>("--language") { Description = "Language of the texts, such as de. Default: told from their common words." };
        var queries = new Option<bool>("--queries") { Description = "Show every query." };
        var command = new Command(
            "eval",
            "Measure the ranking on a judged collection. It is indexed in a temporary folder and asked as readers ask; neither the archive "
            + "nor its index is touched.") { folder, profile, compare, runFile, language, queries };
        command.SetAction((parsed, _) => run(parsed, context => RunAsync(context, new EvalArguments(
            parsed.GetValue(folder)!,
            parsed.GetValue(compare) is { Length: 2 } two ? [.. two] : [parsed.GetValue(profile) ?? RankingProfile.All[0].Name],
            parsed.GetValue(runFile),
            parsed.GetValue(language),
            parsed.GetValue(queries)))));
        return (command,
        [
            "kb eval collections/scifact",
            "kb eval collections/scifact --compare bm25 archive",
            "kb eval collections/scifact --profile reference --run reference.run",
        ]);
    }

    private static string Profiles => string.Join(", ", RankingProfile.All.Select(static profile => profile.Name));

    private static async Task<int> RunAsync(CommandContext context, EvalArguments arguments)
    {
        var set = ReadSet(arguments.Folder);
        var reports = await MeasureAsync(context, arguments, set);
        var comparison = reports.Length == 2 ? ReportComparison.Of(reports[0], reports[1]) : null;
        if (context.Global.Json)
        {
            JsonOutput.Write(context.Terminal, new EvalAnswer("kb.eval/1", reports, comparison));
            return ExitCode.Ok;
        }

        foreach (var report in reports)
        {
            context.Terminal.Out.WriteLine(ReportPrint.Print(report));
            if (arguments.Queries)
            {
                context.Terminal.Out.WriteLine(ReportPrint.PrintQueries(report));
            }
        }

        if (comparison is not null)
        {
            context.Terminal.Out.WriteLine(ReportPrint.Print(comparison));
        }

        return ExitCode.Ok;
    }

    private static JudgedSet ReadSet(string folder)
    {
        try
        {
            return JudgedSet.Read(folder);
        }
        catch (Exception exception) when (exception is IOException or FormatException)
        {
            throw new CommandFailure(exception.Message, ExitCode.Usage);
        }
    }

    private static async Task<ImmutableArray<EvaluationReport>> MeasureAsync(CommandContext context, EvalArguments arguments, JudgedSet set)
    {
        var began = context.Clock.GetTimestamp();
        var folder = Directory.CreateTempSubdirectory("kb-eval-");
        try
        {
            using var archive = new Composition(new Places(folder.FullName, folder.FullName), context.Clock);
            var documents = JudgedDocuments.Of(set, arguments.Language, archive.Analyzer);
            var isSearched = arguments.Rankings.Any(static ranking => !File.Exists(ranking));
            if (isSearched)
            {
                Index(archive, documents);
            }

            var indexSeconds = context.Clock.GetElapsedTime(began).TotalSeconds;
            var reports = ImmutableArray.CreateBuilder<EvaluationReport>();
            foreach (var ranking in arguments.Rankings)
            {
                context.Terminal.Say($"measuring {ranking} …");
                reports.Add(File.Exists(ranking)
                    ? EvaluationRun.Measure(set, ReadRun(ranking), Path.GetFileName(ranking))
                    : await AskAsync(archive, context, arguments, set, documents, ranking) with { IndexSeconds = indexSeconds });
            }

            return reports.ToImmutable();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Index(Composition archive, JudgedDocuments documents)
    {
        using var writer = archive.OpenWriter("kb eval");
        using var change = writer.Begin(rebuild: true);
        foreach (var document in documents.Documents)
        {
            change.Put(document);
        }

        change.Commit(IndexedFile.DigestOf(documents.Documents.Select(static d => new IndexedFile(d.Path, d.Digest, d.Id))));
    }

    private static async Task<EvaluationReport> AskAsync(
        Composition archive, CommandContext context, EvalArguments arguments, JudgedSet set, JudgedDocuments documents, string ranking)
    {
        try
        {
            var options = new EvaluationOptions { Profile = ranking, Commit = Commit };
            var (report, run) = await new EvaluationRun(archive.Search, context.Clock).RunAsync(
                set, documents.JudgedId, options, context.Cancellation);
            if (arguments.RunFile is { } file)
            {
                await using var writer = new StreamWriter(file) { NewLine = "\n" };
                TrecFiles.WriteRun(writer, run, ranking);
            }

            return report;
        }
        catch (ArgumentException exception)
        {
            throw new CommandFailure($"There is no profile and no file '{ranking}'. {exception.Message}", ExitCode.Usage);
        }
    }

    private static IReadOnlyList<RunLine> ReadRun(string file)
    {
        using var reader = new StreamReader(file);
        try
        {
            return TrecFiles.ReadRun(reader);
        }
        catch (FormatException exception)
        {
            throw new CommandFailure($"{file}: {exception.Message}", ExitCode.Usage);
        }
    }

    /// <summary>The commit that the program was built from, where the build knew it.</summary>
    private static string Commit =>
        typeof(EvalCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [_, var commit]
            ? commit
            : "";
}

/// <summary>The answer of <c>kb eval --json</c>.</summary>
/// <param name="Schema">Name and version of this form.</param>
/// <param name="Reports">One for each ranking.</param>
/// <param name="Comparison">The two rankings side by side; null when there is one.</param>
internal sealed record EvalAnswer(string Schema, ImmutableArray<EvaluationReport> Reports, ReportComparison? Comparison);
