using KnowledgeBase.Documents;
using KnowledgeBase.Querying.Reading;

namespace KnowledgeBase.Querying;

/// <summary>Reads what a reader typed. The grammar and a guide stand in <c>README.md</c> beside this file.</summary>
/// <remarks>
/// Total: every text gives a query and, where something was ignored, re-read or limited, problems that say so. Never throws, whatever
/// the text; time and stack are bounded by <see cref="QueryLimits"/>. Pure: the same text, day and words give the same result.
/// </remarks>
public static class QueryParser
{
    /// <summary>Reads a text.</summary>
    /// <param name="typed">Any text, also malformed UTF-16.</param>
    /// <param name="today">What <c>added:last-week</c> counts from.</param>
    /// <param name="words">
    /// The words of a plain text in order, as spelled, cut as the archive's texts are cut; must not throw. It is given well-formed
    /// UTF-16 only.
    /// </param>
    public static QueryParseResult Parse(string typed, DateOnly today, Func<string, IReadOnlyList<string>> words)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(words);
        var problems = new List<QueryProblem>();
        var text = TypedText.Of(Cut(typed, problems));
        var context = new ReadingContext(text, today, words, problems);
        var tokens = Brackets.Balance(QueryLexer.Tokens(text, problems), text, problems);
        var query = QuerySimplifier.Simplify(new TreeReader(tokens, context).Read() ?? new QueryNode.Everything());
        return new QueryParseResult(typed, query, [.. problems.OrderBy(static problem => problem.Span.Start)]);
    }

    /// <summary>Whether a reader sees nothing in a text: spaces, marks of writing direction, NUL. Such a text asks for everything.</summary>
    public static bool IsBlank(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return string.IsNullOrWhiteSpace(TypedText.Of(typed).Text);
    }

    /// <summary>At most as long as the limit allows, at a space where there is one near, and never between surrogates.</summary>
    private static string Cut(string typed, List<QueryProblem> problems)
    {
        var head = typed.AsSpan(0, Math.Min(typed.Length, QueryLimits.Characters));
        var limit = head.Contains("quote:", StringComparison.OrdinalIgnoreCase) ? QueryLimits.QuoteCharacters : QueryLimits.Characters;
        if (typed.Length <= limit)
        {
            return typed;
        }

        var space = typed.LastIndexOf(' ', limit, 60);
        var end = space > 0 ? space : char.IsHighSurrogate(typed[limit - 1]) ? limit - 1 : limit;
        problems.Add(QueryProblems.TooLong(limit, new TextSpan(end, typed.Length)));
        return typed[..end];
    }
}
