using System.Text.RegularExpressions;
using KnowledgeBase.Corpus.Authorities;

namespace KnowledgeBase.Corpus.Checks;

/// <summary>Names resolve to authority records, sources to the register.</summary>
internal static partial class RegisterChecks
{
    /// <summary>Every person, organisation, place and subject is a preferred name.</summary>
    public static IEnumerable<CorpusFinding> Names(CheckedDocument document, ArchiveRegister register)
    {
        var metadata = document.Metadata;
        var fields = new[]
        {
            (Field: "people", Kind: AuthorityKind.Person, Names: metadata.People),
            (Field: "organisations", Kind: AuthorityKind.Organisation, Names: metadata.Organisations),
            (Field: "places", Kind: AuthorityKind.Place, Names: metadata.Places),
            (Field: "subjects", Kind: AuthorityKind.Subject, Names: metadata.Subjects),
        };
        foreach (var (field, kind, names) in fields)
        {
            foreach (var name in names.Where(name => register.FindPreferred(kind, name) is null))
            {
                var meant = register.Find(name).FirstOrDefault(authority => authority.Kind == kind);
                yield return document.Error(
                    "names.unknown", document.LineOf(field, name), meant is null
                        ? $"{field}: \"{name}\" is in no authority record; add it to authorities/{field}.yaml or use a name from there."
                        : $"{field}: write the preferred name \"{meant.Name}\" instead of \"{name}\".");
            }
        }

        foreach (var speaker in metadata.Quotations.Select(static q => q.Speaker).Distinct(StringComparer.Ordinal))
        {
            var found = register.Find(speaker).Where(static a => a.Kind is AuthorityKind.Person or AuthorityKind.Organisation).ToList();
            if (found.Count > 0 && found.All(authority => authority.Name != speaker))
            {
                yield return document.Error(
                    "names.speaker", document.LineOf("quotations", speaker), $"quotations: write the preferred name \"{found[0].Name}\" of the speaker instead of \"{speaker}\".");
            }
        }
    }

    /// <summary>Every source is registered; what is cited is listed, and a weak source has its note.</summary>
    public static IEnumerable<CorpusFinding> Sources(CheckedDocument document, ArchiveRegister register)
    {
        var metadata = document.Metadata;
        foreach (var (source, line, field) in Used(document).Distinct().Where(use => !IsRegistered(use.Source, register)))
        {
            yield return document.Error("sources.unknown", line, $"{field}: \"{source}\" is not in sources.yaml; register it there or cite a registered source.");
        }

        foreach (var (key, line) in document.Citations.Where(c => !metadata.Sources.Contains(c.Key)).DistinctBy(static c => c.Key))
        {
            yield return document.Error("sources.not_listed", line, $"The text cites {key}, which is not among the sources of the front matter.");
        }

        var cited = document.Citations.Select(static c => c.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var source in metadata.Sources.Where(source => SourceKey().IsMatch(source) && !cited.Contains(source)))
        {
            yield return document.Note("sources.not_cited", document.LineOf("sources", source), $"{source} is listed among the sources and cited nowhere in the text.");
        }

        var weak = metadata.Sources.Where(source => register.FindSource(source)?.Weak is not null).ToList();
        if (weak.Count > 0 && metadata.Reliability is null)
        {
            yield return document.Error(
                "sources.weak", document.LineOf("sources"), $"{string.Join(", ", weak)}: the register calls this weak; say so in the field reliability.");
        }
    }

    /// <summary>The addresses in the register of sources are those of the fact sheet.</summary>
    public static IEnumerable<CorpusFinding> Addresses(ArchiveRegister register, FactSheet sheet) => register.Sources
        .Where(source => source.Url is not null && sheet.Sources.GetValueOrDefault(source.Id) != source.Url)
        .Select(source => new CorpusFinding(
            FindingSeverity.Error, "sources.address", RegisterReader.SourcesFile, 0,
            sheet.Sources.GetValueOrDefault(source.Id) is { } known
                ? $"{source.Id} has the address {source.Url}; the fact sheet has {known}."
                : $"{source.Id}: the fact sheet has no source of that key with an address."));

    /// <summary>Every place that names a source: the key or the source written out, the line, and where it stands.</summary>
    private static IEnumerable<(string Source, int Line, string Where)> Used(CheckedDocument document)
    {
        var metadata = document.Metadata;
        foreach (var source in metadata.Sources)
        {
            yield return (source, document.LineOf("sources", source), "sources");
        }

        foreach (var source in metadata.Quotations.Select(static q => q.Source).OfType<string>())
        {
            yield return (source, document.LineOf("quotations", source), "quotations");
        }

        foreach (var source in metadata.Versions.SelectMany(static v => v.Sources))
        {
            yield return (source, document.LineOf("versions", source), "versions");
        }

        foreach (var (key, line) in document.Citations)
        {
            yield return (key, line, "text");
        }
    }

    private static bool IsRegistered(string source, ArchiveRegister register) =>
        register.FindSource(source) is not null
        || Address().Match(source) is { Success: true } address
            && register.Sources.Any(known => known.Url is not null && known.Url.TrimEnd('/') == address.Value.TrimEnd('/'));

    [GeneratedRegex(@"^S[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex SourceKey();

    [GeneratedRegex(@"[a-z]+://\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
