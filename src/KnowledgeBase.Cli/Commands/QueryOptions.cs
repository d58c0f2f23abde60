using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Cli.Commands;

/// <summary>What is searched, for every command that searches.</summary>
/// <param name="Query">The query as typed.</param>
/// <param name="Sort">The order.</param>
/// <param name="Filters">The filters beside it.</param>
internal sealed record QueryArguments(string Query, SortOrder Sort, ImmutableArray<FacetFilter> Filters);

/// <summary>The options that say what is searched: the same for every command that searches.</summary>
internal sealed class QueryOptions
{
    private static readonly Dictionary<string, SortOrder> Sorts = SortNames.All.ToDictionary(static sort => sort.Name, static sort => sort.Order, StringComparer.Ordinal);

    private readonly Argument<string[]> _query = new("QUERY") { Description = "What to look for.", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string?> _sort = new("--sort")
    {
        Description = $"Order: {string.Join(", ", Sorts.Keys)}. Default: relevance; added, the newest first, for an empty query.",
        HelpName = "ORDER",
    };

    private readonly Option<string[]> _filters = new("--filter", "-f")
    {
        Description = $"Only documents with this value; a leading - leaves them out. Fields: {string.Join(", ", FacetNames.All)}.",
        HelpName = "FIELD=VALUE",
    };

    /// <param name="isOptional">Whether the command can do without a query.</param>
    public QueryOptions(bool isOptional = false)
    {
        _query.Arity = isOptional ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore;
    }

    /// <param name="command">The command.</param>
    /// <param name="isSorted">Whether documents are sorted; otherwise the command has an order of its own.</param>
    public void AddTo(Command command, bool isSorted = true)
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
        if (isSorted)
        {
            command.Options.Add(_sort);
        }

        command.Options.Add(_filters);
    }

    public QueryArguments Read(ParseResult parsed)
    {
        var query = ReadQuery(parsed);
        var sort = parsed.GetValue(_sort) is { } name ? Sorts[name] : SortNames.Usual(query);
        return new QueryArguments(query, sort, ReadFilters(parsed));
    }

    /// <summary>The query as typed; from standard input when it is one hyphen.</summary>
    public string ReadQuery(ParseResult parsed)
    {
        var words = parsed.GetValue(_query) ?? [];
        return words is ["-"] ? Console.In.ReadToEnd() : string.Join(' ', words);
    }

    /// <summary>The filters, in the order typed.</summary>
    public ImmutableArray<FacetFilter> ReadFilters(ParseResult parsed) =>
        [.. (parsed.GetValue(_filters) ?? []).Select(static text => ParseFilter(text)!)];

    private static FacetFilter? ParseFilter(string text)
    {
        var exclude = text.StartsWith('-');
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? "" : text[(exclude ? 1 : 0)..equals];
        return FacetNames.All.Contains(name) && equals + 1 < text.Length ? new FacetFilter(name, text[(equals + 1)..], exclude) : null;
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
