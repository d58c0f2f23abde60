using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Corpus.Checks;

/// <summary>The fact sheet the documents are written from.</summary>
/// <param name="Facts">The facts, in order.</param>
/// <param name="Quotations">The quotations, in order.</param>
public sealed partial record FactSheet(ImmutableArray<SheetFact> Facts, ImmutableArray<SheetQuotation> Quotations)
{
    /// <summary>
    /// Reads lines <c>[F001] date · statement · names · sources · confidence</c> and <c>[Q01] speaker · … · «words» · …</c>; every
    /// other line is passed over.
    /// </summary>
    public static FactSheet Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var facts = ImmutableArray.CreateBuilder<SheetFact>();
        var quotations = ImmutableArray.CreateBuilder<SheetQuotation>();
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
            else if (parts.Length > 1)
            {
                facts.Add(new SheetFact(number, parts[1], parts.Length > 2 ? parts[^1] : ""));
            }
        }

        return new FactSheet(facts.ToImmutable(), quotations.ToImmutable());
    }

    [GeneratedRegex(@"^\[([FQ]\d+)\] (.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex("«(.*?)»", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}

/// <summary>A fact.</summary>
/// <param name="Number">Such as <c>F072</c>.</param>
/// <param name="Statement">What it says.</param>
/// <param name="Confidence">Whether sources agree, and the versions when they do not.</param>
public sealed record SheetFact(string Number, string Statement, string Confidence);

/// <summary>A quotation.</summary>
/// <param name="Number">Such as <c>Q05</c>.</param>
/// <param name="Text">The words; empty when the line has none.</param>
public sealed record SheetQuotation(string Number, string Text);
