using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Evaluation;
using KnowledgeBase.Indexing;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Cli.Commands;

/// <summary>Measures rankings on one judged set, in a temporary archive that is gone afterwards.</summary>
internal sealed class EvalMeasurement : IDisposable
{
    private readonly CommandContext _context;
    private readonly EvalArguments _arguments;
    private readonly JudgedSet _set;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-eval-");
    private readonly Composition _archive;

    private EvalMeasurement(CommandContext context, EvalArguments arguments, JudgedSet set)
    {
        _context = context;
        _arguments = arguments;
        _set = set;
        _archive = new Composition(new Places(_folder.FullName, _folder.FullName), context.Clock);
    }

    /// <summary>Reads the set and refuses what cannot be measured, before any time is spent.</summary>
    /// <exception cref="CommandFailure">The set cannot be read, or a ranking is neither a profile nor a file.</exception>
    public static EvalMeasurement Of(CommandContext context, EvalArguments arguments)
    {
        foreach (var ranking in arguments.Rankings.Where(static ranking => !IsProfile(ranking) && !File.Exists(ranking)))
        {
            throw new CommandFailure(
                $"There is no profile and no file '{ranking}'. Profiles: {string.Join(", ", RankingProfile.All.Select(static p => p.Name))}.", ExitCode.Usage);
        }

        try
        {
            return new EvalMeasurement(context, arguments, JudgedSet.Read(arguments.Folder, arguments.Rankings.Any(IsProfile)));
        }
        catch (Exception exception) when (exception is FileNotFoundException or FormatException)
        {
            throw new CommandFailure(exception.Message, ExitCode.Usage);
        }
    }

    /// <summary>What is odd about the set, and about the language that was stated for it.</summary>
    public IEnumerable<string> Problems => _arguments.Language is { } language && !_archive.Analyzer.Languages.Contains(_archive.Analyzer.ChainFor(language))
        ? _set.Problems.Add($"There are no rules for the language '{language}': words are compared without case and accents. Known: {string.Join(", ", _archive.Analyzer.Languages)}")
        : _set.Problems;

    /// <summary>A report for each ranking, in the order asked for.</summary>
    public async Task<ImmutableArray<EvaluationReport>> MeasureAsync()
    {
        WriteJudgments();
        var documents = JudgedDocuments.Of(_set, _arguments.Language, _archive.Analyzer);
        var began = _context.Clock.GetTimestamp();
        if (_arguments.Rankings.Any(IsProfile))
        {
            _context.Terminal.Say(FormattableString.Invariant($"indexing {documents.Documents.Length:#,0} documents …"));
            Index(documents);
        }

        var indexSeconds = _context.Clock.GetElapsedTime(began).TotalSeconds;
        var reports = ImmutableArray.CreateBuilder<EvaluationReport>();
        foreach (var ranking in _arguments.Rankings)
        {
            _context.Terminal.Say($"measuring {ranking} …");
            reports.Add(IsProfile(ranking) ? await AskAsync(documents, ranking) with { IndexSeconds = indexSeconds } : Read(ranking));
        }

        return reports.ToImmutable();
    }

    public void Dispose()
    {
        _archive.Dispose();
        _folder.Delete(recursive: true);
    }

    private static bool IsProfile(string ranking) => RankingProfile.All.Any(profile => profile.Name == ranking);

    private void WriteJudgments()
    {
        if (_arguments.JudgmentFile is { } file)
        {
            using var writer = new StreamWriter(file) { NewLine = "\n" };
            TrecFiles.WriteJudgments(writer, _set.Judgments);
        }
    }

    private void Index(JudgedDocuments documents)
    {
        using var writer = _archive.OpenWriter("kb eval");
        using var change = writer.Begin(rebuild: true);
        foreach (var document in documents.Documents)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            change.Put(document);
        }

        change.Commit(IndexedFile.DigestOf(documents.Documents.Select(static d => new IndexedFile(d.Path, d.Digest, d.Id))));
    }

    private async Task<EvaluationReport> AskAsync(JudgedDocuments documents, string ranking)
    {
        var options = new EvaluationOptions { Profile = ranking, Commit = Commit };
        var (report, run) = await new EvaluationRun(_archive.Search, _context.Clock).RunAsync(
            _set, documents.JudgedId, options, _context.Cancellation);
        if (_arguments.RunFile is { } file)
        {
            await using var writer = new StreamWriter(file) { NewLine = "\n" };
            TrecFiles.WriteRun(writer, run, ranking);
        }

        return report;
    }

    private EvaluationReport Read(string file)
    {
        var text = File.ReadAllText(file);
        if (text.AsSpan().TrimStart().StartsWith("{"))
        {
            return ReadReport(file, text);
        }

        using var reader = new StringReader(text);
        var run = TrecFiles.ReadRun(reader, problem => _context.Terminal.Say($"{file}, {problem}"));
        return run.Count > 0
            ? EvaluationRun.Measure(_set, run, Path.GetFileName(file))
            : throw new CommandFailure($"No line of '{file}' can be read. Each should hold query, Q0, document, rank, score and a name.", ExitCode.Usage);
    }

    /// <summary>The last ranking of an earlier measurement; of two that were compared the second.</summary>
    private EvaluationReport ReadReport(string file, string text)
    {
        try
        {
            if (JsonOutput.Read<EvalAnswer>(text) is { Schema: EvalAnswer.CurrentSchema, Reports: [.., var report] })
            {
                return report.Collection == _set.Name
                    ? report
                    : throw new CommandFailure($"'{file}' is about the collection '{report.Collection}', not about '{_set.Name}'.", ExitCode.Usage);
            }
        }
        catch (JsonException exception)
        {
            throw new CommandFailure($"'{file}' cannot be read as a report: {exception.Message}", ExitCode.Usage);
        }

        throw new CommandFailure($"'{file}' is not a report that kb eval --json wrote.", ExitCode.Usage);
    }

    /// <summary>The commit that the program was built from, where the build knew it.</summary>
    private static string Commit =>
        typeof(EvalCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [_, var commit]
            ? commit
            : "";
}
