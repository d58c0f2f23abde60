using System.Text;
using KnowledgeBase.Analysis;

namespace KnowledgeBase.Querying.Names;

/// <summary>The forms in which names are compared.</summary>
public static class NameKey
{
    /// <summary>The words of a name without case, accents and punctuation, separated by a space; empty for a name without words.</summary>
    public static string Of(string name) => string.Join(' ', Words(name));

    /// <summary>The keys by which a name is found: its own, and that with umlauts written out where it has some; none for a name without words.</summary>
    public static IEnumerable<string> AllOf(string name) =>
        new[] { Of(name), Of(WriteOutUmlauts(name)) }.Where(static key => key.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>The words of a name without case and accents, as the archive's texts are cut.</summary>
    public static IReadOnlyList<string> Words(string name) =>
        [.. WordCutter.Cut(name).DistinctBy(static word => word.Position).Select(static word => word.Exact)];

    /// <summary>
    /// The name with umlauts written out as German and Scandinavian typewriters and telegraphs did: <c>Söderman</c> as <c>Soederman</c>;
    /// the name itself when it has none.
    /// </summary>
    public static string WriteOutUmlauts(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var composed = TextFolding.Compose(name);
        if (!composed.Any(static c => Written(c) is not null))
        {
            return name;
        }

        var written = new StringBuilder(composed.Length + 4);
        foreach (var c in composed)
        {
            if (Written(c) is { } letters)
            {
                written.Append(letters);
            }
            else
            {
                written.Append(c);
            }
        }

        return written.ToString();
    }

    private static string? Written(char c) => c switch
    {
        'ä' => "ae",
        'ö' or 'ø' => "oe",
        'ü' => "ue",
        'å' => "aa",
        'Ä' => "Ae",
        'Ö' or 'Ø' => "Oe",
        'Ü' => "Ue",
        'Å' => "Aa",
        _ => null,
    };
}
