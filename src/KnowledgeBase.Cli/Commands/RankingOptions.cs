using System.CommandLine;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Cli.Commands;

/// <summary>The options by which a reader chooses how results are ordered, beside the order itself.</summary>
internal sealed class RankingOptions
{
    private readonly Option<bool> _broaden = new("--broaden") { Description = "Add words that the best documents share, and say which." };

    private readonly Option<string[]> _prefer = new("--prefer")
    {
        Description = "Let these come sooner in the order by relevance; nothing is left out. type=VALUE, lang=VALUE, date=newer or date=older.",
        HelpName = "WHAT=VALUE",
    };

    public void AddTo(Command command)
    {
        _prefer.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens.Where(static token => Preferring(SearchPreferences.None, token.Value) is null))
            {
                result.AddError($"'{token.Value}' cannot be preferred: write type=VALUE, lang=VALUE, date=newer or date=older.");
            }
        });
        command.Options.Add(_broaden);
        command.Options.Add(_prefer);
    }

    public bool ReadBroaden(ParseResult parsed) => parsed.GetValue(_broaden);

    public SearchPreferences ReadPreferences(ParseResult parsed) =>
        (parsed.GetValue(_prefer) ?? []).Aggregate(SearchPreferences.None, static (all, text) => Preferring(all, text)!);

    /// <summary>The preferences with one more; null when the text is none.</summary>
    private static SearchPreferences? Preferring(SearchPreferences preferences, string text) => text.Split('=', 2) switch
    {
        ["type", { Length: > 0 } value] => preferences with { Type = value },
        ["lang", { Length: > 0 } value] => preferences with { Language = value },
        ["date", "newer"] => preferences with { Dates = DatePreference.Newer },
        ["date", "older"] => preferences with { Dates = DatePreference.Older },
        _ => null,
    };
}
