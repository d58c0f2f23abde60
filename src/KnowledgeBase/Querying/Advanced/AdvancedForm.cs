using System.Collections.Immutable;

namespace KnowledgeBase.Querying.Advanced;

/// <summary>What becomes of documents without a date.</summary>
public enum UndatedChoice
{
    /// <summary>Found like any other; a date, where one is asked for, leaves them out.</summary>
    Usual,

    /// <summary>Found beside those of the time that is asked for.</summary>
    AsWell,

    /// <summary>Nothing else is found.</summary>
    Only,
}

/// <summary>Words to be looked for in one field.</summary>
/// <param name="Field">One of <see cref="AdvancedForm.FieldsToChoose"/>; any other name is read as the first of them.</param>
/// <param name="Words">As typed; empty for nothing.</param>
public sealed record FieldWords(string Field, string Words);

/// <summary>The advanced search form as a reader filled it in: every text as typed, and nothing is too odd to be here.</summary>
/// <remarks>
/// <see cref="AdvancedWriter"/> makes the query of it, <see cref="AdvancedReader"/> fills it from one. Texts of words hold words, with
/// <c>*</c>, <c>?</c>, <c>~</c> and <c>=</c> as in the language, and phrases in quotation marks; every other sign is text.
/// </remarks>
public sealed record AdvancedForm
{
    /// <summary>How many fields can be asked for.</summary>
    public const int FieldCount = 3;

    /// <summary>The fields that can be chosen; type, language and status are chosen by their values instead.</summary>
    public static ImmutableArray<string> FieldsToChoose { get; } =
        ["title", "text", "summary", "person", "organisation", "place", "subject", "source", "ref"];

    /// <summary>The fields of an empty form: those that readers ask for most.</summary>
    public static ImmutableArray<FieldWords> UsualFields { get; } = [new("title", ""), new("person", ""), new("place", "")];

    /// <summary>What <c>added:</c> understands, from the shortest time to the longest.</summary>
    public static ImmutableArray<string> AddedChoices { get; } = ["today", "last-week", "last-month", "last-year"];

    /// <summary>An empty form.</summary>
    public static AdvancedForm Empty { get; } = new();

    /// <summary>Words and phrases that must all be there; <c>AND</c> between them is passed over.</summary>
    public string All { get; init; } = "";

    /// <summary>Words that must stand side by side exactly so; every sign among them is punctuation.</summary>
    public string Phrase { get; init; } = "";

    /// <summary>Whether case and accents of <see cref="Phrase"/> count.</summary>
    public bool AsSpelled { get; init; }

    /// <summary>Words and phrases of which one must be there; <c>OR</c> between them is passed over.</summary>
    public string Any { get; init; } = "";

    /// <summary>Words and phrases that must not be there; <c>AND</c> and <c>OR</c> between them are passed over.</summary>
    public string None { get; init; } = "";

    /// <summary>A word or phrase, or several with <c>OR</c> between them; words side by side are a phrase.</summary>
    public string Near { get; init; } = "";

    /// <summary>What must stand near <see cref="Near"/>.</summary>
    public string NearOther { get; init; } = "";

    /// <summary>How many words may stand between, as typed; 0 to 50, empty for 10.</summary>
    public string NearDistance { get; init; } = "";

    /// <summary>Whether <see cref="Near"/> must come first.</summary>
    public bool NearInOrder { get; init; }

    /// <summary>Words in one field each, at most <see cref="FieldCount"/>; <c>OR</c> between them means either.</summary>
    public ImmutableArray<FieldWords> Fields { get; init; } = UsualFields;

    /// <summary>Whose quotations; empty with <see cref="Said"/> for anybody's.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>Words of the quotation; <c>OR</c> between them means either.</summary>
    public string Said { get; init; } = "";

    /// <summary>The beginning of the time asked for; see <see cref="TypedDate"/>.</summary>
    public string From { get; init; } = "";

    /// <summary>The end of the time asked for; the same text as <see cref="From"/> for one year, month or day.</summary>
    public string To { get; init; } = "";

    /// <summary>Whether the dates are about right only.</summary>
    public bool About { get; init; }

    /// <summary>Whether a document's date must lie in the time as a whole.</summary>
    public bool Within { get; init; }

    /// <summary>What becomes of documents without a date.</summary>
    public UndatedChoice Undated { get; init; }

    /// <summary>One of <see cref="AddedChoices"/>; empty for any time, and anything else is read so.</summary>
    public string Added { get; init; } = "";

    /// <summary>A date since which documents joined the archive, in place of <see cref="Added"/>.</summary>
    public string AddedSince { get; init; } = "";

    /// <summary>Anything else, in the query language.</summary>
    public string Typed { get; init; } = "";

    /// <summary>The fields to show: those that are asked for, and usual ones to fill up.</summary>
    public ImmutableArray<FieldWords> ShownFields =>
        [.. Fields.Concat(UsualFields.Where(usual => Fields.All(row => row.Field != usual.Field))).Take(FieldCount)];
}
