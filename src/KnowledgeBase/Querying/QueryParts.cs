using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying;

/// <summary>A part of the query that a reader can take away.</summary>
/// <param name="Typed">The part as typed.</param>
/// <param name="Rest">The query without it, as it would be typed.</param>
public sealed record QueryPart(string Typed, string Rest);

/// <summary>The parts of a query that stand side by side.</summary>
public static class QueryParts
{
    /// <summary>The parts, in the order typed; empty when there are fewer than two.</summary>
    public static ImmutableArray<QueryPart> Of(QueryParseResult reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Query is not QueryNode.All all)
        {
            return [];
        }

        var parts = all.Children
            .Select(child => Trim(child.Source, reading.Typed))
            .Where(static span => span.Length > 0)
            .Distinct()
            .OrderBy(static span => span.Start)
            .Select(span => new QueryPart(span.In(reading.Typed), Without(reading.Typed, span)))
            .Where(static part => part.Rest.Length > 0)
            .ToImmutableArray();
        return parts.Length < 2 ? [] : parts;
    }

    /// <summary>The query for any of the words; null when it is more than words and phrases side by side.</summary>
    public static string? AnyOf(QueryParseResult reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Query is QueryNode.All all
            && all.Children.All(static child => child is QueryNode.Word or QueryNode.Phrase or QueryNode.Variants or QueryNode.Wildcard or QueryNode.Fuzzy)
                ? string.Join(" OR ", Of(reading).Select(static part => part.Typed))
                : null;
    }

    private static TextSpan Trim(TextSpan span, string typed)
    {
        var (start, end) = (Math.Clamp(span.Start, 0, typed.Length), Math.Clamp(span.End, 0, typed.Length));
        while (start < end && char.IsWhiteSpace(typed[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(typed[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    private static string Without(string typed, TextSpan span) => Join(typed[..span.Start], typed[span.End..]);

    /// <summary>What stood before and behind a part that was taken away, as it would be typed.</summary>
    internal static string Join(string before, string behind) =>
        string.Join(' ', new[] { DropOperator(before, atEnd: true), DropOperator(behind, atEnd: false) }.Where(static part => part.Length > 0));

    /// <summary>The AND that joined the part to what is left has nothing to join any more.</summary>
    private static string DropOperator(string text, bool atEnd)
    {
        var trimmed = text.Trim();
        return atEnd && (trimmed == "AND" || trimmed.EndsWith(" AND", StringComparison.Ordinal)) ? trimmed[..^3].TrimEnd()
            : !atEnd && (trimmed == "AND" || trimmed.StartsWith("AND ", StringComparison.Ordinal)) ? trimmed[3..].TrimStart()
            : trimmed;
    }
}
