namespace KnowledgeBase.Querying;

/// <summary>How much one query may ask. What is over a limit is cut or read more simply, and a <see cref="QueryProblem"/> says so.</summary>
/// <remarks>SECURITY: these bounds keep every query cheap, whatever is typed; see the tests that attack them.</remarks>
public static class QueryLimits
{
    /// <summary>Characters (UTF-16 code units) of a query.</summary>
    public const int Characters = 1_024;

    /// <summary>Characters of a query that looks for a quotation with <c>quote:</c>.</summary>
    public const int QuoteCharacters = 2_048;

    /// <summary>Words of a quotation that is looked for.</summary>
    public const int QuoteWords = 200;

    /// <summary>Brackets within brackets.</summary>
    public const int Depth = 20;

    /// <summary>Words, phrases, dates and other conditions of a query; a choice inside a phrase counts one for each word.</summary>
    public const int Clauses = 64;

    /// <summary>Words of a phrase.</summary>
    public const int PhraseWords = 200;

    /// <summary>Words of a <c>"…"~5</c>.</summary>
    public const int WindowWords = 20;

    /// <summary>Words between the sides of a NEAR or within a <c>"…"~5</c>.</summary>
    public const int Distance = 50;

    /// <summary>NEAR and BEFORE in a row or inside one another.</summary>
    public const int NearDepth = 8;

    /// <summary>
    /// <c>MaxDepth</c> for reading and writing a tree as JSON: the serializer's default of 64 is less than brackets
    /// within brackets can need.
    /// </summary>
    public const int JsonDepth = 192;

    /// <summary>Words searched with <c>~</c>.</summary>
    public const int FuzzyWords = 4;

    /// <summary>Characters that a word searched with <c>~</c> has at least.</summary>
    public const int FuzzyLength = 4;

    /// <summary>Edits that <c>~</c> can allow.</summary>
    public const int FuzzyEdits = 2;

    /// <summary>Letters and digits that a word with wildcards has at least.</summary>
    public const int WildcardLiterals = 2;

    /// <summary>Wildcards in one word.</summary>
    public const int Wildcards = 3;

    /// <summary>Words with wildcards: each is compared with every word of the archive.</summary>
    public const int WildcardWords = 8;
}
