using KnowledgeBase.Querying;

namespace KnowledgeBase.LuceneIndex;

/// <summary>Every field of the index: its name, what it holds, whether it is stored. The one place that knows them.</summary>
internal static class IndexFields
{
    /// <summary>Raised when a field changes its name or meaning; an index of another version is rebuilt.</summary>
    public const int SchemaVersion = 3;

    /// <summary>Stored and searchable: the reference code, the one key of a document.</summary>
    public const string Id = "id";

    /// <summary>Stored: the file, relative to the corpus.</summary>
    public const string Path = "path";

    /// <summary>Stored: SHA-256 of the file.</summary>
    public const string Digest = "digest";

    /// <summary>Stored: metadata and paragraphs as JSON.</summary>
    public const string Metadata = "metadata";

    /// <summary>Stored: the plain text.</summary>
    public const string Text = "text";

    /// <summary>Stored: the body as written.</summary>
    public const string Markdown = "markdown";

    /// <summary>Number: first day as a day number, or <see cref="OpenStart"/>.</summary>
    public const string FirstDay = "day.first";

    /// <summary>Number: last day as a day number, or <see cref="OpenEnd"/>.</summary>
    public const string LastDay = "day.last";

    /// <summary>Number: the day the document joined, or <see cref="OpenStart"/> when not stated.</summary>
    public const string Added = "added";

    /// <summary>Sorted: the folded title.</summary>
    public const string SortTitle = "sort.title";

    /// <summary>Sorted: the title as it is shown, for completions.</summary>
    public const string ShownTitle = "title.shown";

    /// <summary>Sorted: the chain that analysed the document.</summary>
    public const string Chain = "chain";

    /// <summary>Searchable: <see cref="Yes"/> when the document has quotations.</summary>
    public const string HasQuotations = "has.quotations";

    /// <summary>The value of fields that say yes or nothing.</summary>
    public const string Yes = "y";

    /// <summary>Stands for "no first day": before every day. Both ends open means undated.</summary>
    public const long OpenStart = -1;

    /// <summary>Stands for "no last day": after every day.</summary>
    public const long OpenEnd = 1L << 30;

    /// <summary>Runs of four characters of title, summary and text, for scoring; see <see cref="Ranking.CharacterGrams"/>.</summary>
    public const string Grams = "grams";

    /// <summary>Number: how many of them the document has.</summary>
    public const string GramCount = "grams.n";

    /// <summary>Words by stem, each as <c>chain:stem</c>, with positions.</summary>
    public static string Stems(string field) => field + ".s";

    /// <summary>Words without case and accents, with positions.</summary>
    public static string Exact(string field) => field + ".x";

    /// <summary>Words as spelled, with positions.</summary>
    public static string Raw(string field) => field + ".r";

    /// <summary>Number: how many words the field has, common words not counted.</summary>
    public static string Length(string field) => field + ".n";

    /// <summary>Stored, binary: where each position stands in the text; see <see cref="Snapshots.PositionMap"/>.</summary>
    public static string Places(string field) => field + ".p";

    /// <summary>Sorted set: the values of a facet.</summary>
    public static string Facet(string name) => "facet." + name;

    /// <summary>A stem as it is indexed: stems of different languages never meet.</summary>
    public static string StemTerm(string chain, string stem) => $"{chain}:{stem}";

    /// <summary>The postings field in which a word of this form stands.</summary>
    /// <remarks>Fields of names and codes have no stems: any form of a word is the word itself there.</remarks>
    public static string For(string field, WordForm form) => form switch
    {
        WordForm.AnyForm when QueryFields.Stemmed.Contains(field) => Stems(field),
        WordForm.AsSpelled => Raw(field),
        _ => Exact(field),
    };
}
