using System.Collections.Immutable;
using KnowledgeBase.Searching;
using Microsoft.Extensions.Primitives;

namespace KnowledgeBase.Web;

/// <summary>The parameters by which a reader chooses how results are ordered, beside the order itself.</summary>
internal static class RankingParameters
{
    /// <summary>Broadens the query; its one value is <see cref="Yes"/>.</summary>
    public const string Broaden = "broaden";

    /// <summary>Prefers a document type.</summary>
    public const string PreferType = "prefer-type";

    /// <summary>Prefers a language.</summary>
    public const string PreferLanguage = "prefer-lang";

    /// <summary>Prefers newer or older documents.</summary>
    public const string PreferDate = "prefer-date";

    /// <summary>The value that switches something on.</summary>
    public const string Yes = "1";

    private const int LongestValue = 300;

    /// <summary>Name in addresses and words for the page of each preference of dates.</summary>
    public static ImmutableArray<(DatePreference Preference, string Name, string Words)> Dates { get; } =
    [
        (DatePreference.Newer, "newer", "newer documents"),
        (DatePreference.Older, "older", "older documents"),
    ];

    /// <summary>Every name.</summary>
    public static ImmutableArray<string> Names { get; } = [Broaden, PreferType, PreferLanguage, PreferDate];

    /// <summary>The parameters of a search that differ from their defaults.</summary>
    public static IEnumerable<(string Name, string Value)> Of(SearchUrl url)
    {
        if (url.Broaden)
        {
            yield return (Broaden, Yes);
        }

        if (url.Preferences.Type is { } type)
        {
            yield return (PreferType, type);
        }

        if (url.Preferences.Language is { } language)
        {
            yield return (PreferLanguage, language);
        }

        foreach (var (_, name, _) in Dates.Where(date => date.Preference == url.Preferences.Dates))
        {
            yield return (PreferDate, name);
        }
    }

    /// <summary>Reads one parameter; the search stays as it is when the value cannot be used.</summary>
    public static SearchUrl Read(SearchUrl url, string name, StringValues values, ImmutableArray<ParameterProblem>.Builder problems)
    {
        var text = values.ToString().Trim();
        if (text.Length == 0 || !Names.Contains(name))
        {
            return url;
        }

        if (text.Length > LongestValue)
        {
            problems.Add(new(name, "parameter." + name, $"The value of {name} has more than {LongestValue} characters; it was ignored."));
            return url;
        }

        return name switch
        {
            PreferType => url with { Preferences = url.Preferences with { Type = text } },
            PreferLanguage => url with { Preferences = url.Preferences with { Language = text } },
            PreferDate => url with { Preferences = url.Preferences with { Dates = ReadDates(text, problems) } },
            _ => url with { Broaden = ReadYes(text, problems) },
        };
    }

    private static bool ReadYes(string text, ImmutableArray<ParameterProblem>.Builder problems)
    {
        if (text is not (Yes or "0"))
        {
            problems.Add(new(Broaden, "parameter." + Broaden, $"{Broaden} is 1 or 0; it was read as 0."));
        }

        return text == Yes;
    }

    private static DatePreference ReadDates(string text, ImmutableArray<ParameterProblem>.Builder problems)
    {
        foreach (var (preference, name, _) in Dates)
        {
            if (text == name)
            {
                return preference;
            }
        }

        problems.Add(new(PreferDate, "parameter." + PreferDate, $"Dates can be preferred that are: {string.Join(", ", Dates.Select(static d => d.Name))}."));
        return DatePreference.None;
    }
}
