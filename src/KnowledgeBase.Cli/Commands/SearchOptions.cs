using System.CommandLine;
using System.CommandLine.Parsing;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Cli.Commands;

/// <summary>The options of <c>kb search</c>.</summary>
internal sealed class SearchOptions
{
    private const int MostHits = 100;
    private const int MostPassages = 10;
    private const int MostPages = 1_000_000;

    private static readonly Dictionary<string, SortOrder> Sorts = new(StringComparer.Ordinal)
    {
        ["relevance"] = SortOrder.Relevance,
        ["date"] = SortOrder.DateAscending,
        ["date-desc"] = SortOrder.DateDescending,
        ["title"] = SortOrder.Title,
        ["added"] = SortOrder.Added,
    };

    private readonly Argument<string[]> _query = new("QUERY") { Description = "What to look for.", Arity = ArgumentArity.OneOrMore };

    private readonly Option<int> _count = Number("--count", "Documents on a page", "N", 10, MostHits, "-n");

    private readonly Option<int> _page = Number("--page", "Which page", "N", 1, MostPages);

    private readonly Option<int> _passages = Number("--passages", "Passages of each document", "N", 3, MostPassages);

    private readonly Option<string> _sort = new("--sort")
    {
        Description = $"Order: {string.Join(", ", Sorts.Keys)}.",
        HelpName = "ORDER",
        DefaultValueFactory = static _ => "relevance",
    };

    private readonly Option<string[]> _filters = new("--filter", "-f")
    {
        Description = $"Only documents with this value; a leading - leaves them out. Fields: {string.Join(", ", FacetNames.All)}.",
        HelpName = "FIELD=VALUE",
    };

    private readonly Option<bool> _facets = new("--facets") { Description = "Also count the values of every field." };

    private readonly Option<bool> _explain = new("--explain") { Description = "Also show how the query was read and how documents were scored." };

    public void AddTo(Command command)
    {
        _sort.AcceptOnlyFromAmong([.. Sorts.Keys]);
        _filters.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens)
            {
                if (ParseFilter(token.Value) is null)
                {
                    result.AddError($"'{token.Value}' is not a filter: write FIELD=VALUE with one of the fields {string.Join(", ", FacetNames.All)}.");
                }
            }
        });
        _query.Validators.Add(RefuseMistypedOptions);
        command.Arguments.Add(_query);
        foreach (var option in new Option[] { _count, _page, _sort, _filters, _passages, _facets, _explain })
        {
            command.Options.Add(option);
        }
    }

    public SearchArguments Read(ParseResult parsed)
    {
        var words = parsed.GetValue(_query)!;
        return new SearchArguments(
            words is ["-"] ? Console.In.ReadToEnd() : string.Join(' ', words),
            parsed.GetValue(_count),
            parsed.GetValue(_page),
            Sorts[parsed.GetValue(_sort)!],
            [.. (parsed.GetValue(_filters) ?? []).Select(static text => ParseFilter(text)!)],
            parsed.GetValue(_passages),
            parsed.GetValue(_facets),
            parsed.GetValue(_explain));
    }

    private static FacetFilter? ParseFilter(string text)
    {
        var exclude = text.StartsWith('-');
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? "" : text[(exclude ? 1 : 0)..equals];
        return FacetNames.All.Contains(name) && equals + 1 < text.Length ? new FacetFilter(name, text[(equals + 1)..], exclude) : null;
    }

    private static Option<int> Number(string name, string what, string helpName, int usual, int most, params string[] aliases)
    {
        var option = new Option<int>(name, aliases)
        {
            Description = FormattableString.Invariant($"{what}, 1 to {most:#,0}."),
            HelpName = helpName,
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && (number < 1 || number > most))
            {
                result.AddError(FormattableString.Invariant($"{name} takes a number from 1 to {most}; it was {number}."));
            }
        });
        return option;
    }

    /// <summary>A word of the query may begin with one hyphen (-korea); two are an option, and this one does not exist.</summary>
    private static void RefuseMistypedOptions(ArgumentResult result)
    {
        var afterDashes = result.Parent?.Parent is not null && result.Tokens.Any(static token => token.Type == TokenType.DoubleDash);
        foreach (var token in result.Tokens.Where(static token => token.Value.StartsWith("--", StringComparison.Ordinal)))
        {
            if (!afterDashes)
            {
                result.AddError($"There is no option '{token.Value}'. To search for it, put -- before the query.");
            }
        }
    }
}
