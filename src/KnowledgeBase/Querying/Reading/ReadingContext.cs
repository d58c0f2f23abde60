using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Reading;

/// <summary>What the readers of one query share: the text, how words are cut, what was found odd, and what is left of the limits.</summary>
internal sealed class ReadingContext(
    TypedText typed, DateOnly today, Func<string, IReadOnlyList<string>> words, List<QueryProblem> problems)
{
    private int _clauses;
    private int _fuzzy;
    private int _wildcards;

    public TypedText Typed { get; } = typed;

    public DateOnly Today { get; } = today;

    public bool HasRoom => _clauses < QueryLimits.Clauses;

    public void Report(QueryProblem problem) => problems.Add(problem);

    /// <summary>The words of plain text, as the archive's texts are cut.</summary>
    public IReadOnlyList<string> Words(string text) => words(TypedText.Blank(text));

    /// <summary>Takes one of the clauses a query may have; the first that is too many is reported.</summary>
    public bool TakeClause(TextSpan source)
    {
        if (_clauses == QueryLimits.Clauses)
        {
            Report(QueryProblems.TooManyClauses(new TextSpan(source.Start, Math.Max(source.End, Typed.Typed.Length))));
        }

        return _clauses++ < QueryLimits.Clauses;
    }

    /// <summary>Takes one of the words with wildcards a query may have; the first that is too many is reported.</summary>
    public bool TakeWildcard(string typed, TextSpan source)
    {
        if (_wildcards == QueryLimits.WildcardWords)
        {
            Report(QueryProblems.ManyWildcardWords(typed, source));
        }

        return _wildcards++ < QueryLimits.WildcardWords;
    }

    /// <summary>Takes one of the fuzzy words a query may have.</summary>
    public bool TakeFuzzy() => _fuzzy++ < QueryLimits.FuzzyWords;
}
