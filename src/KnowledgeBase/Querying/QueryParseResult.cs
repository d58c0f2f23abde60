using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying;

/// <summary>Something in the typed text that was ignored, re-read or limited, for the page to say.</summary>
/// <param name="Code">Stable, for programs: <c>query.unclosed_phrase</c>.</param>
/// <param name="Message">For the reader, one sentence: what was found and how it was read.</param>
/// <param name="Span">Where in the typed text.</param>
public sealed record QueryProblem(string Code, string Message, TextSpan Span);

/// <summary>How a text was read: always a query, and what was ignored or re-read on the way.</summary>
/// <param name="Typed">The text as it came.</param>
/// <param name="Query">The best reading of it; <see cref="QueryNode.Everything"/> when nothing is left.</param>
/// <param name="Problems">What the page says beside the results; empty when all was plain.</param>
public sealed record QueryParseResult(string Typed, QueryNode Query, ImmutableArray<QueryProblem> Problems)
{
    /// <summary>The messages of <see cref="Problems"/> one after the other, for a cell or a line; empty when there are none.</summary>
    public string Notes => string.Join(' ', Problems.Select(static problem => problem.Message));
}
