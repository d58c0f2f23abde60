using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Authorities;

/// <summary>The authority records and the register of sources, read once and passed around. Immutable.</summary>
public sealed partial class ArchiveRegister
{
    private readonly FrozenDictionary<string, ImmutableArray<Authority>> _byFoldedName;
    private readonly FrozenDictionary<(AuthorityKind, string), Authority> _byName;
    private readonly FrozenDictionary<string, SourceRecord> _sources;

    /// <param name="authorities">The authority records; of several with one kind and name the first counts.</param>
    /// <param name="sources">The sources; of several with one key the first counts.</param>
    /// <param name="digest">Changes when the files do; empty when they were not read from files.</param>
    public ArchiveRegister(IEnumerable<Authority> authorities, IEnumerable<SourceRecord> sources, string digest = "")
    {
        Authorities = [.. authorities];
        Sources = [.. sources];
        Digest = digest;
        _byName = Authorities.DistinctBy(static a => (a.Kind, a.Name)).ToFrozenDictionary(static a => (a.Kind, a.Name));
        _sources = Sources.DistinctBy(static s => s.Id).ToFrozenDictionary(static s => s.Id, StringComparer.Ordinal);
        _byFoldedName = Authorities
            .SelectMany(static (a, order) => NamesOf(a).Select(n => (n.Rank, Folded: Fold(n.Name), Order: order, Authority: a)))
            .Where(static entry => entry.Folded.Length > 0)
            .OrderBy(static entry => entry.Rank).ThenBy(static entry => entry.Order)
            .GroupBy(static entry => entry.Folded, StringComparer.Ordinal)
            .ToFrozenDictionary(
                static group => group.Key, static group => group.Select(static e => e.Authority).Distinct().ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>A register of nothing.</summary>
    public static ArchiveRegister Empty { get; } = new([], []);

    /// <summary>All authority records: people, organisations, places, subjects, each in the order of its file.</summary>
    public ImmutableArray<Authority> Authorities { get; }

    /// <summary>All sources, in the order of the file.</summary>
    public ImmutableArray<SourceRecord> Sources { get; }

    /// <summary>SHA-256 over the files it was read from; empty when it was not read from files. When it changes, documents are read again.</summary>
    public string Digest { get; }

    /// <summary>The record with this preferred name, compared ordinally; null when there is none.</summary>
    public Authority? FindPreferred(AuthorityKind kind, string name) => _byName.GetValueOrDefault((kind, name));

    /// <summary>
    /// The records with this name, variant or misspelling, without case, accents and extra white space; those with the preferred
    /// name first, misspellings last. Empty when there is none.
    /// </summary>
    public ImmutableArray<Authority> Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byFoldedName.TryGetValue(Fold(name), out var found) ? found : [];
    }

    /// <summary>The source with this key; null when there is none.</summary>
    public SourceRecord? FindSource(string key) => _sources.GetValueOrDefault(key);

    /// <summary>The metadata with the publishers of its sources, each once, in the order of the sources.</summary>
    public DocumentMetadata WithPublishers(DocumentMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return metadata with
        {
            Publishers =
            [
                .. metadata.Sources.Select(FindSource).OfType<SourceRecord>().Select(static s => s.Publisher).Distinct(StringComparer.Ordinal),
            ],
        };
    }

    private static IEnumerable<(int Rank, string Name)> NamesOf(Authority authority) =>
        authority.Variants.Select(static name => (1, name))
            .Concat(authority.Misspellings.Select(static name => (2, name)))
            .Prepend((0, authority.Name));

    private static string Fold(string name) => WhiteSpace().Replace(TextFolding.Fold(name), " ").Trim(' ');

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}
