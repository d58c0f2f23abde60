using System.Collections.Immutable;
using KnowledgeBase.Searching;

namespace KnowledgeBase.Web.Viewing;

/// <summary>What a reader can choose about the order of results, and has chosen.</summary>
/// <param name="Url">The search.</param>
/// <param name="Page">What it found.</param>
internal sealed record RankingChoices(SearchUrl Url, SearchPage Page)
{
    private const int MostWordsShown = 12;

    /// <summary>Whether preferences count in this order.</summary>
    public bool IsByRelevance => Url.EffectiveSort is SortOrder.Relevance;

    /// <summary>Whether the search can be broadened: something was typed that has an order by relevance.</summary>
    public bool CanBroaden => Url.Text.Length > 0 && !Url.Broaden && IsByRelevance;

    /// <summary>The words that were added, as many as a line can hold.</summary>
    public ImmutableArray<string> AddedWords => [.. Page.AddedWords.Take(MostWordsShown)];

    /// <summary>The words that the line does not hold.</summary>
    public ImmutableArray<string> MoreAddedWords => [.. Page.AddedWords.Skip(MostWordsShown)];

    /// <summary>What is preferred, in words, each with the search without it.</summary>
    public IEnumerable<(string Words, SearchUrl Without)> Preferred
    {
        get
        {
            var chosen = Url.Preferences;
            if (chosen.Type is { } type)
            {
                yield return (Labels.FacetValue("type", type), Url.Preferring(chosen with { Type = null }));
            }

            if (chosen.Language is { } language)
            {
                yield return (Labels.FacetValue("lang", language), Url.Preferring(chosen with { Language = null }));
            }

            foreach (var (_, _, words) in RankingParameters.Dates.Where(date => date.Preference == chosen.Dates))
            {
                yield return (words, Url.Preferring(chosen with { Dates = DatePreference.None }));
            }
        }
    }

    /// <summary>The values of a facet that can be preferred: those among the documents found, and the one that is chosen.</summary>
    public IEnumerable<(string Value, string Label)> Values(string facet, string? chosen) =>
        (Page.Facets.FirstOrDefault(counts => counts.Facet == facet)?.Values ?? [])
            .Select(static count => count.Value)
            .Union(chosen is null ? [] : [chosen], StringComparer.Ordinal)
            .Select(value => (value, Labels.FacetValue(facet, value)));
}
