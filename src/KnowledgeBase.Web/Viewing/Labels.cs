using System.Collections.Frozen;
using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Advice;

namespace KnowledgeBase.Web.Viewing;

/// <summary>The words of the page for the codes of the archive.</summary>
internal static class Labels
{
    private static readonly FrozenDictionary<string, string> Facets = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["type"] = "Document type",
        ["decade"] = "Decade",
        ["year"] = "Year",
        ["person"] = "People",
        ["organisation"] = "Organisations",
        ["place"] = "Places",
        ["subject"] = "Subjects",
        ["source"] = "Source",
        ["lang"] = "Language",
        ["status"] = "Text status",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A document type, such as <c>Press digest</c>.</summary>
    public static string TypeOf(string code) => DocumentTypeNames.Of(code);

    /// <summary>Documents of a type, such as <c>Press digests</c>.</summary>
    public static string TypesOf(string code) => DocumentTypeNames.Many(code);

    /// <summary>The heading of a facet.</summary>
    public static string Facet(string facet) => Facets.GetValueOrDefault(facet, facet);

    /// <summary>The heading above completions of a kind.</summary>
    public static string Suggestions(string kind) => kind switch
    {
        SuggestionKinds.Phrase => "Phrases",
        SuggestionKinds.Title => "Titles",
        _ => Facet(kind),
    };

    /// <summary>What an order is called.</summary>
    public static string Order(SortOrder order) => order switch
    {
        SortOrder.Relevance => "Relevance",
        SortOrder.DateAscending => "Date, earliest first",
        SortOrder.DateDescending => "Date, latest first",
        SortOrder.Title => "Title, A to Z",
        SortOrder.Added => "Newest in the archive",
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    /// <summary>What a single value of a facet is called in front of the value, in lower case: <c>person</c>.</summary>
    public static string FacetOne(string facet) => facet switch
    {
        "lang" => "language",
        "status" => "text status",
        _ => facet,
    };

    /// <summary>A value of a facet, as a reader would say it.</summary>
    public static string FacetValue(string facet, string value) => facet switch
    {
        "type" => TypeOf(value),
        "lang" => Language(value),
        "status" => Status(value),
        "decade" or "year" when value == Searching.FacetNames.Undated => "Undated",
        _ => value,
    };

    /// <summary>What is different in another search.</summary>
    public static string OtherSearch(OtherSearch other) => other.WithoutFilter is { } filter
        ? $"without the filter {(filter.Exclude ? "not " : "")}{FacetOne(filter.Facet)}: {FacetValue(filter.Facet, filter.Value)}"
        : other.Words;

    /// <summary>A language by its English name; the code when it has none.</summary>
    public static string Language(string code)
    {
        if (code == "und")
        {
            return "Unknown language";
        }

        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>The status of a text.</summary>
    public static string Status(string code) => code switch
    {
        "authored" => "Written for this archive",
        "transcribed" => "Transcribed and checked",
        "machine-read" => "Machine-read, unchecked",
        "translated" => "Translation",
        _ => code,
    };

    /// <summary>How well what a document says is supported; null when it does not say.</summary>
    public static string? Confidence(string? code) => code switch
    {
        null => null,
        "agreed" => "Agreed: two or more sources say it",
        "single-source" => "Rests on a single source",
        "disputed" => "Disputed: the sources disagree",
        _ => code,
    };

    /// <summary>What the date of a document is of.</summary>
    public static string DateKind(string code) => code switch
    {
        "event" => "Date of the event",
        "issued" => "Issued",
        "created" => "Created",
        "lived" => "Lived",
        _ => code,
    };

    /// <summary>A field of the query language, in words.</summary>
    public static string Field(string field) => field switch
    {
        "person" => "people",
        "organisation" => "organisations",
        "place" => "places",
        "subject" => "subjects",
        "source" => "sources",
        "type" => "document type",
        "lang" => "language",
        "ref" => "reference code",
        "status" => "text status",
        _ => field,
    };

    /// <summary>A text of the reader's for a title: cut at a word after some 80 characters.</summary>
    public static string Shorten(string text)
    {
        const int Most = 80;
        if (text.Length <= Most)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', Most);
        end = end > Most / 2 ? end : char.IsLowSurrogate(text[Most]) ? Most - 1 : Most;
        return text[..end] + " …";
    }

    /// <summary>A field of the query language as it is offered for choice, such as <c>Person</c>.</summary>
    public static string FieldChoice(string field) => field switch
    {
        "source" => "Source or author",
        "ref" => "Reference code",
        _ => Capitalised(field),
    };

    /// <summary>A label at the start of a line: with a capital first letter. At least one character.</summary>
    public static string Capitalised(string label) => char.ToUpperInvariant(label[0]) + label[1..];

    /// <summary>A number and its noun: <c>1 document</c>, <c>1,234 documents</c>.</summary>
    public static string Count(long number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>A number with its thousands.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A day: <c>3 September 1923</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The years of a date, short: <c>1923</c>, <c>1926–1930</c>, <c>until 1930</c>, <c>undated</c>.</summary>
    public static string Years(ArchiveDate date) => (date.First?.Year, date.Last?.Year) switch
    {
        (null, null) => "undated",
        ({ } first, null) => string.Create(CultureInfo.InvariantCulture, $"from {first}"),
        (null, { } last) => string.Create(CultureInfo.InvariantCulture, $"until {last}"),
        ({ } first, { } last) when first == last => first.ToString(CultureInfo.InvariantCulture),
        ({ } first, { } last) => string.Create(CultureInfo.InvariantCulture, $"{first}–{last}"),
    };

    /// <summary>Words with commas and a last "and".</summary>
    public static string List(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Join("", all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }
}
