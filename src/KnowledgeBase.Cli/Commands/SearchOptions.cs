using System.CommandLine;

namespace KnowledgeBase.Cli.Commands;

/// <summary>The options of <c>kb search</c>.</summary>
internal sealed class SearchOptions
{
    private const int MostHits = 100;
    private const int MostPassages = 10;
    private const int MostPages = 1_000_000;

    private readonly QueryOptions _query = new();

    private readonly RankingOptions _ranking = new();

    private readonly Option<int> _count = Number("--count", "Documents on a page", "N", 10, MostHits, "-n");

    private readonly Option<int> _page = Number("--page", "Which page", "N", 1, MostPages);

    private readonly Option<int> _passages = Number("--passages", "Passages of each document", "N", 3, MostPassages);

    private readonly Option<bool> _facets = new("--facets") { Description = "Also count the values of every field." };

    private readonly Option<bool> _explain = new("--explain") { Description = "Also show how the query was read and how documents were scored." };

    public void AddTo(Command command)
    {
        _query.AddTo(command);
        _ranking.AddTo(command);
        foreach (var option in new Option[] { _count, _page, _passages, _facets, _explain })
        {
            command.Options.Add(option);
        }
    }

    public SearchArguments Read(ParseResult parsed)
    {
        var query = _query.Read(parsed);
        return new SearchArguments(
            query.Query,
            parsed.GetValue(_count),
            parsed.GetValue(_page),
            query.Sort,
            query.Filters,
            parsed.GetValue(_passages),
            parsed.GetValue(_facets),
            parsed.GetValue(_explain),
            _ranking.ReadBroaden(parsed),
            _ranking.ReadPreferences(parsed));
    }

    /// <summary>An option that takes a number from 1 on.</summary>
    public static Option<int> Number(string name, string what, string helpName, int usual, int most, params string[] aliases) =>
        Number(name, what, helpName, usual, most, 1, aliases);

    /// <summary>An option that takes a number in a range.</summary>
    public static Option<int> Number(string name, string what, string helpName, int usual, int most, int least, params string[] aliases)
    {
        var option = new Option<int>(name, aliases)
        {
            Description = FormattableString.Invariant($"{what}, {least} to {most:#,0}."),
            HelpName = helpName,
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && (number < least || number > most))
            {
                result.AddError(FormattableString.Invariant($"{name} takes a number from {least} to {most}; it was {number}."));
            }
        });
        return option;
    }
}
