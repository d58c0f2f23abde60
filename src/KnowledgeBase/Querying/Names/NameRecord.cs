using System.Collections.Immutable;

namespace KnowledgeBase.Querying.Names;

/// <summary>A person, organisation, place or subject with the names it goes by.</summary>
/// <param name="Kind">The field of its names: <c>person</c>, <c>organisation</c>, <c>place</c> or <c>subject</c>.</param>
/// <param name="Name">The preferred name, as documents use it.</param>
/// <param name="Variants">Other names; they match each other and the preferred name in a search.</param>
/// <param name="Misspellings">Wrong spellings met in sources; they only help a reader who types one.</param>
public sealed record NameRecord(
    string Kind, string Name, ImmutableArray<string> Variants, ImmutableArray<string> Misspellings)
{
    /// <summary>The preferred name and the variants.</summary>
    public IEnumerable<string> AllNames => Variants.Prepend(Name);
}

/// <summary>The name that a reader may have meant who typed a known misspelling.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Name">The preferred name.</param>
/// <param name="Kind">What it is the name of; see <see cref="NameRecord.Kind"/>.</param>
public sealed record NameOffer(string Typed, string Name, string Kind);
