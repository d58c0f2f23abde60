using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Corpus.Checks;

/// <summary>The fact sheet the documents are written from.</summary>
/// <param name="Facts">The facts, in order.</param>
/// <param name="Quotations">The quotations, in order.</param>
/// <param name="Sources">The addresses of the sources, by key; those without an address are left out.</param>
public sealed partial record FactSheet(
    ImmutableArray<SheetFact> Facts, ImmutableArray<SheetQuotation> Quotations, FrozenDictionary<string, string> Sources)
{
    /// <summary>
    /// Reads lines <c>[F001] date · statement · names · sources · confidence</c>, <c>[Q01] speaker · … · «words» · …</c> and
    /// <c>[S001] address · publisher · …</c>; every other line is passed over. Of several sources with one key the first counts.
    /// </summary>
    public static FactSheet Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var facts = ImmutableArray.CreateBuilder<SheetFact>();
        var quotations = ImmutableArray.CreateBuilder<SheetQuotation>();
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Entry().Match(line) is not { Success: true } match)
            {
                continue;
            }

            var (number, parts) = (match.Groups[1].Value, match.Groups[2].Value.Split(" · "));
            if (number[0] == 'Q')
            {
                quotations.Add(new SheetQuotation(number, Words().Match(line).Groups[1].Value));
            }
            else if (number[0] == 'S')
            {
                AddSource(sources, number, parts[0]);
            }
            else if (parts.Length > 1)
            {
                facts.Add(new SheetFact(number, parts[1], parts.Length > 2 ? parts[^1] : ""));
            }
        }

        return new FactSheet(facts.ToImmutable(), quotations.ToImmutable(), sources.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static void AddSource(Dictionary<string, string> sources, string key, string address)
    {
        if (address.Contains("://", StringComparison.Ordinal))
        {
            sources.TryAdd(key, address.Trim());
        }
    }

    [GeneratedRegex(@"^\[([FQS]\d+)\] (.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex("«(.*?)»", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}

/// <summary>A fact.</summary>
/// <param name="Number">Such as <c>F072</c>.</param>
/// <param name="Statement">What it says.</param>
/// <param name="Confidence">Whether sources agree, and the versions when they do not.</param>
public sealed record SheetFact(string Number, string Statement, string Confidence)
{
    /// <summary>Whether the sheet reports versions that differ.</summary>
    public bool IsDisputed => Confidence.StartsWith("disputed", StringComparison.Ordinal);
}

/// <summary>A quotation.</summary>
/// <param name="Number">Such as <c>Q05</c>.</param>
/// <param name="Text">The words; empty when the line has none.</param>
public sealed record SheetQuotation(string Number, string Text);
