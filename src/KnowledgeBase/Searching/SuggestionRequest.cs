using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Searching;

/// <summary>What to offer to a reader who is typing.</summary>
public sealed record SuggestionRequest
{
    /// <summary>Most that are found for each beginning and kind.</summary>
    public const int MostCount = 50;

    /// <summary>
    /// Words as <see cref="Querying.Names.NameKey.Of"/> writes them, the last perhaps unfinished; one that ends in a space wants another
    /// word. What is offered has a word from which on it reads so.
    /// </summary>
    public required ImmutableArray<string> Beginnings { get; init; }

    /// <summary>What may be offered: some of <see cref="SuggestionKinds.All"/>, or <see cref="SuggestionKinds.Speaker"/>.</summary>
    public ImmutableArray<string> Kinds { get; init; } = SuggestionKinds.Default;

    /// <summary>Names that may be offered too because another name of theirs begins so; those without a document are not.</summary>
    public ImmutableArray<NameBeginning> Names { get; init; } = [];

    /// <summary>Most for each beginning and kind, 1 to <see cref="MostCount"/>. Default 10.</summary>
    public int Count { get; init; } = 10;
}

/// <summary>A name that goes by another name which begins as typed: Vienna for <c>wie</c>, by Wien.</summary>
/// <param name="Kind">The field of the name.</param>
/// <param name="Name">The preferred name, as documents have it.</param>
/// <param name="Variant">The other name.</param>
/// <param name="Beginning">Index into <see cref="SuggestionRequest.Beginnings"/>.</param>
public sealed record NameBeginning(string Kind, string Name, string Variant, int Beginning);

/// <summary>What can be offered.</summary>
public static class SuggestionKinds
{
    /// <summary>Words that stand side by side in several documents.</summary>
    public const string Phrase = "phrase";

    /// <summary>The title of a document, or of several.</summary>
    public const string Title = "title";

    /// <summary>Who is quoted in the archive, by name.</summary>
    public const string Speaker = "speaker";

    /// <summary>Names with variants in the authority records, each of them a facet.</summary>
    public static ImmutableArray<string> Names { get; } = ["person", "organisation", "place", "subject"];

    /// <summary>Values of facets that are offered inside their field only.</summary>
    public static ImmutableArray<string> Codes { get; } = ["type", "source", "lang", "status"];

    /// <summary>What is offered where no field is named.</summary>
    public static ImmutableArray<string> Default { get; } = [.. Names, Phrase, Title];

    /// <summary>Everything, in the order in which groups are shown.</summary>
    public static ImmutableArray<string> All { get; } = [.. Names, .. Codes, Phrase, Title];
}

/// <summary>A name, phrase or title that begins as typed.</summary>
/// <param name="Text">The name as documents have it, the phrase as it is most often spelled, the title.</param>
/// <param name="Kind">One of <see cref="SuggestionKinds.All"/>, or <see cref="SuggestionKinds.Speaker"/>.</param>
/// <param name="Documents">
/// How many documents have it: the value of the facet, the title, a quotation of the speaker; of a phrase how many a search for it in quotation marks finds.
/// </param>
/// <param name="Beginning">Index into <see cref="SuggestionRequest.Beginnings"/>: the first that it fits.</param>
public sealed record Suggestion(string Text, string Kind, long Documents, int Beginning)
{
    /// <summary>The document of a title that one document only has; null otherwise.</summary>
    public DocumentId? Id { get; init; }

    /// <summary>The other name that begins as typed; null when the text itself does.</summary>
    public string? Variant { get; init; }
}
