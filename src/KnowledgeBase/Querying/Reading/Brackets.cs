using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Reading;

/// <summary>Makes every bracket part of a pair, at most <see cref="QueryLimits.Depth"/> deep.</summary>
internal static class Brackets
{
    /// <summary>The tokens without stray and too deep brackets, with the missing closing ones added.</summary>
    public static List<QueryToken> Balance(List<QueryToken> tokens, TypedText typed, List<QueryProblem> problems)
    {
        var balanced = new List<QueryToken>(tokens.Count);
        var (open, tooDeep) = (0, 0);
        TextSpan? firstStray = null;
        TextSpan? firstDeep = null;
        foreach (var token in tokens)
        {
            if (token.Kind is QueryTokenKind.Open && open == QueryLimits.Depth)
            {
                tooDeep++;
                firstDeep ??= token.Source;
            }
            else if (token.Kind is QueryTokenKind.Close && tooDeep > 0)
            {
                tooDeep--;
            }
            else if (token.Kind is QueryTokenKind.Close && open == 0)
            {
                firstStray ??= token.Source;
            }
            else
            {
                open += token.Kind switch { QueryTokenKind.Open => 1, QueryTokenKind.Close => -1, _ => 0 };
                balanced.Add(token);
            }
        }

        Report(firstStray, QueryProblems.StrayBracket, problems);
        Report(firstDeep, QueryProblems.TooDeep, problems);
        Close(balanced, open, typed, problems);
        return balanced;
    }

    private static void Close(List<QueryToken> balanced, int open, TypedText typed, List<QueryProblem> problems)
    {
        var end = new TextSpan(typed.Typed.Length, typed.Typed.Length);
        var isAboutNothing = balanced.Count > 0 && balanced[^1].Kind is QueryTokenKind.Open;
        if (open > 0 && !isAboutNothing)
        {
            problems.Add(QueryProblems.UnclosedBracket(end));
        }

        balanced.AddRange(Enumerable.Repeat(new QueryToken(QueryTokenKind.Close, end, ")"), open));
    }

    private static void Report(TextSpan? span, Func<TextSpan, QueryProblem> problem, List<QueryProblem> problems)
    {
        if (span is { } found)
        {
            problems.Add(problem(found));
        }
    }
}
