using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Documents;
using KnowledgeBase.Web.Viewing;

namespace KnowledgeBase.Web;

/// <summary>The register of sources and the authority files, as pages show them.</summary>
internal sealed partial class ArchiveSources(WebOptions options)
{
    /// <summary>A document's sources, numbered in its order.</summary>
    /// <param name="keys">Keys of the register, or sources written out.</param>
    public ImmutableArray<SourceView> Of(ImmutableArray<string> keys)
    {
        var register = options.Register();
        return [.. keys.Select((key, i) => View(key, i + 1, register.FindSource(key)))];
    }

    /// <summary>The record of a name, by any of its spellings; null when there is none.</summary>
    /// <param name="facet">One of <see cref="AuthorityUrl.Kinds"/>.</param>
    /// <param name="name">A preferred name, variant or misspelling.</param>
    public NameView? FindName(string facet, string name)
    {
        var register = options.Register();
        var kind = KindOf(facet);
        var record = register.FindPreferred(kind, name) ?? register.Find(name).FirstOrDefault(found => found.Kind == kind)
            // As searches find it: with umlauts written out, by the surname of one person only.
            ?? (options.Names().Named(name, [facet]) is [var only] ? register.FindPreferred(kind, only.Name) : null);
        return record is null ? null : new NameView(record.Name, record.Variants, InWords(record.Dates), record.Note, record.Not);
    }

    private static SourceView View(string key, int number, SourceRecord? source) => source is null
        ? new SourceView(key, number, key, null, null, null, AddressOf(key), null)
        : new SourceView(
            key, number, source.Title, source.Publisher, source.Date is "n.d." ? "no date" : source.Date, source.Language,
            AddressOf(source.Url), source.Weak);

    // SECURITY: only addresses of the web become links; a source cannot smuggle in javascript: or data:.
    private static Uri? AddressOf(string? text) =>
        text is not null
        && WebAddress().Match(text) is { Success: true } found
        && Uri.TryCreate(found.Value, UriKind.Absolute, out var address) ? address : null;

    private static string? InWords(string? edtf) => Edtf.TryParse(edtf, out var date, out _) ? date.InWords : edtf;

    private static AuthorityKind KindOf(string facet) => facet switch
    {
        "person" => AuthorityKind.Person,
        "organisation" => AuthorityKind.Organisation,
        "place" => AuthorityKind.Place,
        _ => AuthorityKind.Subject,
    };

    /// <summary>A source written out has its address somewhere in the sentence.</summary>
    [GeneratedRegex(@"\bhttps?://[^\s<>""]*[^\s<>"".,;:)]", RegexOptions.CultureInvariant)]
    private static partial Regex WebAddress();
}
