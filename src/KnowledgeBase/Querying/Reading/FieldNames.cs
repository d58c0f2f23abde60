using System.Collections.Frozen;
using System.Text;

namespace KnowledgeBase.Querying.Reading;

/// <summary>What can stand before a colon.</summary>
internal static class FieldNames
{
    public const string Date = "date";
    public const string Before = "before";
    public const string After = "after";
    public const string Added = "added";
    public const string Like = "like";
    public const string Said = "said";
    public const string Quote = "quote";

    private static readonly FrozenSet<string> Specials = new[] { Date, Before, After, Added, Like, Quote }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every name that is understood.</summary>
    public static IEnumerable<string> All => [.. QueryFields.Text, .. Specials, Said, .. QueryFields.Aliases.Keys];

    /// <summary>The field a reader means, full-width letters being plain ones; null when there is none of that name.</summary>
    /// <param name="typed">Well-formed UTF-16.</param>
    public static string? Find(string typed)
    {
        var name = typed.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        if (QueryFields.Aliases.TryGetValue(name, out var known))
        {
            return known;
        }

        return name == Said || Specials.Contains(name) || QueryFields.Text.Contains(name) ? name : null;
    }

    /// <summary>Whether the value has a syntax of its own and is not read as words.</summary>
    public static bool IsSpecial(string name) => Specials.Contains(name);
}
