using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying;

/// <summary>How a word of the query is compared with a word of the text.</summary>
public enum WordForm
{
    /// <summary>Any form of the word: stems are compared; case and accents do not count.</summary>
    AnyForm,

    /// <summary>The word itself: no stemming; case and accents do not count.</summary>
    Verbatim,

    /// <summary>The word as spelled: case and accents count.</summary>
    AsSpelled,
}

/// <summary>How a document's date relates to the range that was asked for.</summary>
public enum DateRelation
{
    /// <summary>They share a day.</summary>
    Overlaps,

    /// <summary>The document's date lies in the range as a whole.</summary>
    Within,
}

/// <summary>What a reader asked for, free of any search engine. Built by <c>QueryParser</c>, run by a backend.</summary>
/// <remarks>
/// The one tree: it drives the search, the sentence "Searched as …" and the marks.
/// Record equality does not look inside <see cref="ImmutableArray{T}"/>: compare two trees by <see cref="ToString"/>.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Everything), "everything")]
[JsonDerivedType(typeof(Word), "word")]
[JsonDerivedType(typeof(Wildcard), "wildcard")]
[JsonDerivedType(typeof(Fuzzy), "fuzzy")]
[JsonDerivedType(typeof(Phrase), "phrase")]
[JsonDerivedType(typeof(Window), "window")]
[JsonDerivedType(typeof(Near), "near")]
[JsonDerivedType(typeof(Variants), "variants")]
[JsonDerivedType(typeof(All), "all")]
[JsonDerivedType(typeof(Any), "any")]
[JsonDerivedType(typeof(Not), "not")]
[JsonDerivedType(typeof(Field), "field")]
[JsonDerivedType(typeof(DateRange), "date")]
[JsonDerivedType(typeof(Undated), "undated")]
[JsonDerivedType(typeof(Added), "added")]
[JsonDerivedType(typeof(Like), "like")]
[JsonDerivedType(typeof(Said), "said")]
[JsonDerivedType(typeof(Quote), "quote")]
public abstract record QueryNode
{
    private QueryNode()
    {
    }

    /// <summary>Where the node stands in the text the reader typed.</summary>
    public TextSpan Source { get; init; }

    /// <summary>How often it was typed in the same list; 1 or more. Finds nothing else, and counts in the order of what is found.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Every document: the empty query.</summary>
    public sealed record Everything : QueryNode;

    /// <summary>Documents with the word.</summary>
    /// <param name="Text">One word as the analyzer cuts it: typed text that gives several words becomes a <see cref="Phrase"/>.</param>
    /// <param name="Form">How it is compared.</param>
    public sealed record Word(string Text, WordForm Form = WordForm.AnyForm) : QueryNode;

    /// <summary>Documents with a word that fits the pattern; never stemmed.</summary>
    /// <param name="Pattern">Letters, <c>*</c> for any number of characters, <c>?</c> for one; at least two literal characters.</param>
    /// <param name="Form"><see cref="WordForm.Verbatim"/> or <see cref="WordForm.AsSpelled"/>.</param>
    public sealed record Wildcard(string Pattern, WordForm Form = WordForm.Verbatim) : QueryNode;

    /// <summary>Documents with a word at most <paramref name="Edits"/> insertions, deletions, substitutions or swaps away.</summary>
    /// <param name="Text">One word of at least 4 characters; its first character must match.</param>
    /// <param name="Edits">1 or 2.</param>
    public sealed record Fuzzy(string Text, int Edits) : QueryNode;

    /// <summary>Documents with the elements one directly after the other, within one paragraph.</summary>
    /// <param name="Elements">At least two; each a <see cref="Word"/>, <see cref="Wildcard"/>, <see cref="Fuzzy"/> or an <see cref="Any"/> of elements and phrases.</param>
    public sealed record Phrase(ImmutableArray<QueryNode> Elements) : QueryNode;

    /// <summary>Documents with all the elements within a stretch of text, in any order: <c>"…"~5</c>.</summary>
    /// <param name="Elements">At least two elements as in <see cref="Phrase"/>; names also with their variants.</param>
    /// <param name="Distance">
    /// How many other words may stand between the first and the last of them, 0 to 50. Each element stands at a place of its own.
    /// </param>
    public sealed record Window(ImmutableArray<QueryNode> Elements, int Distance) : QueryNode;

    /// <summary>Documents with the two sides near each other.</summary>
    /// <param name="Left">A word, wildcard, phrase, window, another Near, a name with its variants, or an <see cref="Any"/> of these.</param>
    /// <param name="Right">The same.</param>
    /// <param name="Distance">How many other words may stand between the sides, 0 to 50. The sides do not overlap.</param>
    /// <param name="Ordered">Whether the left side comes first.</param>
    public sealed record Near(QueryNode Left, QueryNode Right, int Distance, bool Ordered) : QueryNode;

    /// <summary>What was typed, or another name of the same person, place or thing.</summary>
    /// <param name="Typed">What the reader typed.</param>
    /// <param name="Others">The variants from the authority records, each a word or phrase.</param>
    /// <param name="Authority">Preferred name of the record, for the page to show.</param>
    public sealed record Variants(QueryNode Typed, ImmutableArray<QueryNode> Others, string Authority) : QueryNode
    {
        /// <summary>Each of <see cref="Others"/> as the authority record spells it, in the same order; empty when that is not known.</summary>
        public ImmutableArray<string> Names { get; init; } = [];
    }

    /// <summary>Documents that match every child.</summary>
    public sealed record All(ImmutableArray<QueryNode> Children) : QueryNode;

    /// <summary>Documents that match at least one child.</summary>
    public sealed record Any(ImmutableArray<QueryNode> Children) : QueryNode;

    /// <summary>Documents that do not match the child.</summary>
    public sealed record Not(QueryNode Child) : QueryNode;

    /// <summary>The child, looked for in one field only.</summary>
    /// <param name="Name">One of <see cref="QueryFields.Text"/>.</param>
    /// <param name="Child">Words, phrases and their combinations.</param>
    public sealed record Field(string Name, QueryNode Child) : QueryNode;

    /// <summary>Documents by date.</summary>
    /// <param name="First">First day; null for an open start.</param>
    /// <param name="Last">Last day; null for an open end.</param>
    /// <param name="Relation">How the document's date relates to the range.</param>
    /// <param name="Words">The range in words, such as <c>about 1914 (1913–1915)</c>.</param>
    public sealed record DateRange(DateOnly? First, DateOnly? Last, DateRelation Relation, string Words) : QueryNode;

    /// <summary>Documents without a date.</summary>
    public sealed record Undated : QueryNode;

    /// <summary>Documents that joined the archive in the range, both ends included.</summary>
    public sealed record Added(DateOnly? First, DateOnly? Last, string Words) : QueryNode;

    /// <summary>Documents similar to one document, which is not among them.</summary>
    public sealed record Like(string Reference) : QueryNode;

    /// <summary>Documents with a quotation of a speaker.</summary>
    /// <param name="Speaker">
    /// Part of the speaker's name, any variant. A word of it may have wildcards, or <c>~</c> or <c>~2</c> at its end: see
    /// <see cref="Names.SpeakerName"/>. Empty for anybody.
    /// </param>
    /// <param name="Words">What the quotation contains; null for anything.</param>
    public sealed record Said(string Speaker, QueryNode? Words) : QueryNode
    {
        /// <summary>Other names of the speaker, from the authority records; the names of any of them count.</summary>
        public ImmutableArray<string> OtherNames { get; init; } = [];

        /// <summary>Whether the name is meant as it is spelled, under no other name: capitals and accents count.</summary>
        public bool IsAsSpelled { get; init; }
    }

    /// <summary>Documents with these words as a quotation, verbatim first, then nearly.</summary>
    public sealed record Quote(string Text) : QueryNode;

    /// <summary>Prints the tree as an s-expression, for tests, goldens and <c>kb search --explain</c>.</summary>
    public sealed override string ToString() => this switch
    {
        Everything => "(everything)",
        Word word => word.Form switch
        {
            WordForm.AnyForm => word.Text,
            WordForm.Verbatim => $"'{word.Text}'",
            _ => $"={word.Text}",
        },
        Wildcard wildcard => wildcard.Form is WordForm.AsSpelled ? $"(wild ={wildcard.Pattern})" : $"(wild {wildcard.Pattern})",
        Fuzzy fuzzy => string.Create(CultureInfo.InvariantCulture, $"(fuzzy~{fuzzy.Edits} {fuzzy.Text})"),
        Phrase phrase => $"(phrase {Join(phrase.Elements)})",
        Window window => string.Create(CultureInfo.InvariantCulture, $"(window~{window.Distance} {Join(window.Elements)})"),
        Near near => string.Create(
            CultureInfo.InvariantCulture, $"({(near.Ordered ? "before" : "near")}/{near.Distance} {near.Left} {near.Right})"),
        Variants variants => $"(variants {variants.Typed} {Join(variants.Others)})",
        All all => $"(all {Join(all.Children)})",
        Any any => $"(any {Join(any.Children)})",
        Not not => $"(not {not.Child})",
        Field field => $"({field.Name}: {field.Child})",
        DateRange range => $"(date-{(range.Relation is DateRelation.Within ? "within" : "overlaps")} {Print(range.First)}..{Print(range.Last)})",
        Undated => "(undated)",
        Added added => $"(added {Print(added.First)}..{Print(added.Last)})",
        Like like => $"(like {like.Reference})",
        Said said => $"(said {(said.IsAsSpelled ? "=" : "")}{string.Join('|', said.OtherNames.Prepend(said.Speaker))}{(said.Words is null ? "" : $" {said.Words}")})",
        Quote quote => $"(quote {quote.Text})",
        _ => throw new UnreachableException($"Unknown query node {GetType().Name}."),
    };

    private static string Join(ImmutableArray<QueryNode> nodes) => string.Join(' ', nodes);

    private static string Print(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
