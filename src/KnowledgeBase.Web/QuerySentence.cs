using KnowledgeBase.Querying;

namespace KnowledgeBase.Web;

/// <summary>How a query was read, in words.</summary>
internal static class QuerySentence
{
    /// <summary>The sentence after "Searched as:".</summary>
    public static string Of(QueryParseResult reading) => QueryDescription.Sentence(reading.Query);
}
