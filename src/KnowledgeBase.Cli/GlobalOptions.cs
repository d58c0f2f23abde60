using System.CommandLine;

namespace KnowledgeBase.Cli;

/// <summary>Options of every command.</summary>
internal sealed class GlobalOptions
{
    public Option<string?> Corpus { get; } = new("--corpus")
    {
        Description = $"Folder of documents. Default: {Places.CorpusVariable}, or the folder 'corpus' here or above.",
        HelpName = "DIR",
        Recursive = true,
        // "kb verify --corpus" without a folder means: check the documents too.
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string?> Index { get; } = new("--index")
    {
        Description = $"Folder of the index. Default: {Places.IndexVariable}, or the folder 'index' beside the corpus.",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON, with the name and version of its schema.", Recursive = true };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Write results and errors only.", Recursive = true };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "Never colour the output; NO_COLOR does the same.", Recursive = true };

    public void AddTo(RootCommand root)
    {
        foreach (var option in new Option[] { Corpus, Index, Json, Quiet, NoColor })
        {
            root.Options.Add(option);
        }
    }

    public GlobalArguments Read(ParseResult parsed) => new(
        parsed.GetValue(Corpus),
        parsed.GetResult(Corpus) is { Implicit: false },
        parsed.GetValue(Index),
        parsed.GetValue(Json),
        parsed.GetValue(Quiet),
        parsed.GetValue(NoColor));
}

/// <summary>The values of the options that every command takes.</summary>
/// <param name="Corpus">Folder of documents, as typed; null when none was.</param>
/// <param name="NamesCorpus">Whether <c>--corpus</c> was typed, with a folder or without.</param>
/// <param name="Index">Folder of the index, as typed; null when none was.</param>
/// <param name="Json">Whether the answer is JSON.</param>
/// <param name="Quiet">Whether only results and errors are written.</param>
/// <param name="NoColor">Whether colours are forbidden.</param>
internal sealed record GlobalArguments(string? Corpus, bool NamesCorpus, string? Index, bool Json, bool Quiet, bool NoColor);
