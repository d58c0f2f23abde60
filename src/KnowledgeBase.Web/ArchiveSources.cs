using System.Collections.Immutable;
using KnowledgeBase.Web.Viewing;

namespace KnowledgeBase.Web;

/// <summary>The register of sources and the authority files, as pages show them.</summary>
internal sealed class ArchiveSources
{
    private readonly ImmutableDictionary<string, NameRecord> _names = ImmutableDictionary<string, NameRecord>.Empty;
    private readonly ImmutableDictionary<string, SourceView> _sources = ImmutableDictionary<string, SourceView>.Empty;

    /// <summary>A document's sources, numbered in its order.</summary>
    /// <param name="keys">Keys of the register, or sources written out.</param>
    public ImmutableArray<SourceView> Of(ImmutableArray<string> keys) =>
        [.. keys.Select((key, i) => _sources.TryGetValue(key, out var known)
            ? known with { Number = i + 1 }
            : new SourceView(key, i + 1, key, null, null, null, null, null))];

    /// <summary>The record of a name, by any of its spellings; null when there is none.</summary>
    public NameRecord? FindName(string facet, string name) => _names.GetValueOrDefault(facet + ":" + name);
}
