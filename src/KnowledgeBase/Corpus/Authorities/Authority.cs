using System.Collections.Immutable;

namespace KnowledgeBase.Corpus.Authorities;

/// <summary>What an authority record describes.</summary>
public enum AuthorityKind
{
    /// <summary>A person: <c>authorities/people.yaml</c>.</summary>
    Person,

    /// <summary>An organisation: <c>authorities/organisations.yaml</c>.</summary>
    Organisation,

    /// <summary>A place: <c>authorities/places.yaml</c>.</summary>
    Place,

    /// <summary>A subject: <c>authorities/subjects.yaml</c>.</summary>
    Subject,
}

/// <summary>A name that documents use, with the other names of the same thing.</summary>
public sealed record Authority
{
    /// <summary>What it describes.</summary>
    public required AuthorityKind Kind { get; init; }

    /// <summary>Its key, unique among its kind, such as <c>schober-johann</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The preferred name.</summary>
    public required string Name { get; init; }

    /// <summary>Names that mean the same in a search.</summary>
    public ImmutableArray<string> Variants { get; init; } = [];

    /// <summary>Wrong spellings that are met in sources; they help a reader who types them and are never shown as names.</summary>
    public ImmutableArray<string> Misspellings { get; init; } = [];

    /// <summary>Life dates or years of existence in EDTF; null when not known.</summary>
    public string? Dates { get; init; }

    /// <summary>Who or what it is, in a sentence; null when nothing is said.</summary>
    public string? Note { get; init; }

    /// <summary>Identifiers elsewhere, from the scheme (<c>wikidata</c>, <c>viaf</c>) to the identifier.</summary>
    public ImmutableSortedDictionary<string, string> Identifiers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>False friends: names that look the same and mean something else.</summary>
    public ImmutableArray<string> Not { get; init; } = [];
}

/// <summary>A source of the register <c>sources.yaml</c>.</summary>
public sealed record SourceRecord
{
    /// <summary>Its key, such as <c>S042</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its address; null for a source without one, such as a printed book.</summary>
    public string? Url { get; init; }

    /// <summary>Who published it.</summary>
    public required string Publisher { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its date as the register gives it, <c>n.d.</c> for none; null when not stated.</summary>
    public string? Date { get; init; }

    /// <summary>Its language or languages, as the register gives them; null when not stated.</summary>
    public string? Language { get; init; }

    /// <summary>Why it deserves care; null for a source that is not weak.</summary>
    public string? Weak { get; init; }
}
