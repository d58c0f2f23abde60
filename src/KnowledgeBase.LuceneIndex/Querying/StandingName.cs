using System.Collections.Immutable;
using KnowledgeBase.Analysis;
using KnowledgeBase.Querying;

namespace KnowledgeBase.LuceneIndex.Querying;

/// <summary>What can match for a unit of the query.</summary>
/// <param name="Node">What is looked for: words in any form.</param>
/// <param name="AsSpelled">The same in the form that it has; case and accents do not count.</param>
/// <param name="Name">What it is called.</param>
/// <param name="VariantOf">What was typed, when it is another name; null otherwise.</param>
internal sealed record StandingName(QueryNode Node, QueryNode AsSpelled, string Name, string? VariantOf)
{
    /// <summary>What was typed first, then its other names; of them none that only adds words to it, as <c>Johann Schober</c> does to <c>Schober</c>.</summary>
    public static ImmutableArray<StandingName> Of(QueryNode unit)
    {
        if (unit is not QueryNode.Variants variants)
        {
            return [new StandingName(unit, unit, QueryText.Of(unit), null)];
        }

        var typed = QueryText.Of(variants.Typed);
        var others = variants.Others.Select((other, i) => new StandingName(
            other, Verbatim(other), i < variants.Names.Length ? variants.Names[i] : QueryText.Of(other), typed));
        return [new StandingName(variants.Typed, variants.Typed, typed, null), .. others.Where(other => !Adds(other.Node, variants.Typed))];
    }

    /// <summary>The words of a name in the form they have.</summary>
    public static QueryNode Verbatim(QueryNode name) => name switch
    {
        QueryNode.Word { Form: WordForm.AnyForm } word => word with { Form = WordForm.Verbatim },
        QueryNode.Phrase phrase => phrase with { Elements = [.. phrase.Elements.Select(Verbatim)] },
        _ => name,
    };

    private static bool Adds(QueryNode name, QueryNode typed)
    {
        var words = Words(name);
        return words.Length > Words(typed).Length && Words(typed).All(word => words.Contains(word));
    }

    private static ImmutableArray<string> Words(QueryNode node) => node switch
    {
        QueryNode.Word word => [TextFolding.Fold(word.Text)],
        QueryNode.Phrase phrase => [.. phrase.Elements.SelectMany(static element => Words(element))],
        _ => [],
    };
}
