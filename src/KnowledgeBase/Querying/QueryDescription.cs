using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying;

/// <summary>One part of a description.</summary>
/// <param name="Text">In words, such as <c>without: military</c>.</param>
/// <param name="Nodes">The conditions it speaks of; several for a list of words.</param>
public sealed record DescribedPart(string Text, ImmutableArray<QueryNode> Nodes)
{
    /// <summary>Where the conditions were typed.</summary>
    public ImmutableArray<TextSpan> Sources => [.. Nodes.Select(static node => node.Source)];
}

/// <summary>What a query asks for, in words for the reader: the sentence behind "Searched as:".</summary>
/// <remarks>
/// Made from the tree that is searched and marked, so it cannot say anything else. Pure. Which words a wildcard or a fuzzy word stood
/// for is known only after the search: pass it as <c>matched</c>.
/// </remarks>
public static class QueryDescription
{
    private static readonly Func<string, string?> NothingMatched = static _ => null;

    /// <summary>The whole sentence without a full stop: the parts with <c>; </c> between them.</summary>
    /// <param name="query">The tree.</param>
    /// <param name="matched">
    /// For a wildcard's pattern, or a fuzzy word as <c>Schober~</c> or <c>Schober~2</c>: what to say in brackets behind it, such as <c>matched Schoeber</c>; null for nothing.
    /// </param>
    public static string Sentence(QueryNode query, Func<string, string?>? matched = null) =>
        string.Join("; ", Parts(query, matched).Select(static part => part.Text));

    /// <summary>The parts in order: plain words first, then each other condition as typed, what is left out last.</summary>
    /// <param name="query">The tree.</param>
    /// <param name="matched">As in <see cref="Sentence"/>.</param>
    public static ImmutableArray<DescribedPart> Parts(QueryNode query, Func<string, string?>? matched = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = new QueryPhrasing(matched ?? NothingMatched);
        var conditions = query is QueryNode.All all ? all.Children : [query];
        var plain = conditions.Where(IsPlain).ToImmutableArray();
        var leftOut = conditions.Where(static node => node is QueryNode.Not).ToImmutableArray();
        var parts = ImmutableArray.CreateBuilder<DescribedPart>();
        if (plain.Length > 0)
        {
            parts.Add(new DescribedPart((plain.Length == 1 ? "word: " : "all of: ") + string.Join(", ", plain.Select(words.Inline)), plain));
        }

        parts.AddRange(conditions.Where(static node => !IsPlain(node) && node is not QueryNode.Not)
            .Select(node => new DescribedPart(Condition(node, words), [node])));
        if (leftOut.Length > 0)
        {
            var without = leftOut.Cast<QueryNode.Not>().Select(not => words.Inline(not.Child));
            parts.Add(new DescribedPart((parts.Count == 0 ? "all documents without: " : "without: ") + string.Join(", ", without), leftOut));
        }

        return parts.ToImmutable();
    }

    private static bool IsPlain(QueryNode node) => node is QueryNode.Word { Form: WordForm.AnyForm }
        or QueryNode.Variants { Typed: QueryNode.Word { Form: WordForm.AnyForm } };

    private static string Condition(QueryNode node, QueryPhrasing words) => node switch
    {
        QueryNode.Everything => "all documents",
        QueryNode.Word { Form: WordForm.Verbatim } word => $"exactly: “{word.Text}”",
        QueryNode.Word word => $"exactly, as spelled: “{word.Text}”",
        QueryNode.Wildcard { Form: WordForm.AsSpelled } wildcard => $"words as spelled: {words.Wildcard(wildcard)}",
        QueryNode.Wildcard wildcard => $"words: {words.Wildcard(wildcard)}",
        QueryNode.Fuzzy fuzzy => words.Fuzzy(fuzzy, "about: "),
        QueryNode.Phrase phrase => $"{PhraseLabel(phrase.Elements)}: {words.Phrase(phrase)}",
        QueryNode.Window window => string.Create(
            CultureInfo.InvariantCulture, $"within {QueryPhrasing.Words(window.Distance)}, any order{FormNote(window.Elements)}: {words.List(window.Elements, ", ")}"),
        QueryNode.Near { Ordered: true } near => string.Create(
            CultureInfo.InvariantCulture, $"within {QueryPhrasing.Words(near.Distance)}, in this order: {words.Inline(near.Left)}, then {words.Inline(near.Right)}"),
        QueryNode.Near near => string.Create(
            CultureInfo.InvariantCulture, $"within {QueryPhrasing.Words(near.Distance)}, any order: {words.Inline(near.Left)}, {words.Inline(near.Right)}"),
        QueryNode.Any any => $"either: {words.Choice(any)}",
        QueryNode.Said { Words: not null } said => $"{QueryPhrasing.Speaker(said)}, in words that contain {words.Inline(said.Words)}",
        _ => words.Inline(node),
    };

    private static string PhraseLabel(ImmutableArray<QueryNode> elements) => QueryPhrasing.FormOf(elements) switch
    {
        WordForm.AnyForm => "phrase, any word form",
        WordForm.AsSpelled => "exactly, as spelled",
        _ => "exactly",
    };

    private static string FormNote(ImmutableArray<QueryNode> elements) =>
        QueryPhrasing.FormOf(elements) is WordForm.AsSpelled ? ", as spelled" : "";
}
