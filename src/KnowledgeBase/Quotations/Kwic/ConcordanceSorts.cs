using System.Collections.Immutable;

namespace KnowledgeBase.Quotations.Kwic;

/// <summary>The orders of concordance lines by the names they have in addresses and on the command line.</summary>
public static class ConcordanceSorts
{
    private const string Reversed = "-desc";

    /// <summary>Order and name, from the words on the left to those on the right, then the orders of documents.</summary>
    public static ImmutableArray<(ConcordanceSort Sort, string Name)> All { get; } =
    [
        (ConcordanceSort.Left3, "L3"),
        (ConcordanceSort.Left2, "L2"),
        (ConcordanceSort.Left1, "L1"),
        (ConcordanceSort.Keyword, "keyword"),
        (ConcordanceSort.Right1, "R1"),
        (ConcordanceSort.Right2, "R2"),
        (ConcordanceSort.Right3, "R3"),
        (ConcordanceSort.Date, "date"),
        (ConcordanceSort.Document, "document"),
        (ConcordanceSort.Found, "found"),
    ];

    /// <summary>Every name that <see cref="TryRead"/> takes.</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. All.Select(static sort => sort.Name), .. All.Where(static sort => IsReversible(sort.Sort)).Select(static sort => sort.Name + Reversed)];

    /// <summary>What can be written for an order, in words.</summary>
    public static string Accepted { get; } = $"{string.Join(", ", All.Select(static sort => sort.Name))}; all but found also reversed, with {Reversed}";

    /// <summary>Whether the order can be reversed.</summary>
    public static bool IsReversible(ConcordanceSort sort) => sort is not ConcordanceSort.Found;

    /// <summary>The name of an order, such as <c>L1</c> or <c>date-desc</c>.</summary>
    public static string NameOf(ConcordanceSort sort, bool descending) =>
        All.First(one => one.Sort == sort).Name + (descending && IsReversible(sort) ? Reversed : "");

    /// <summary>Reads a name, whatever its case.</summary>
    /// <returns>Whether there is such an order.</returns>
    public static bool TryRead(string name, out ConcordanceSort sort, out bool descending)
    {
        ArgumentNullException.ThrowIfNull(name);
        descending = name.EndsWith(Reversed, StringComparison.OrdinalIgnoreCase);
        var plain = descending ? name[..^Reversed.Length] : name;
        foreach (var (one, known) in All)
        {
            if (string.Equals(plain, known, StringComparison.OrdinalIgnoreCase) && (!descending || IsReversible(one)))
            {
                sort = one;
                return true;
            }
        }

        sort = default;
        return false;
    }
}
