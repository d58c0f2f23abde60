using System.Globalization;

namespace KnowledgeBase.Exporting;

/// <summary>What every exported row says of where it comes from, so that a file explains itself.</summary>
/// <param name="Query">The query as typed.</param>
/// <param name="SearchedAs">How it was read, in words.</param>
/// <param name="Exported">When.</param>
public sealed record ExportNote(string Query, string SearchedAs, DateTimeOffset Exported)
{
    /// <summary>The filters chosen beside the query, in words; empty for none.</summary>
    public string Filters { get; init; } = "";

    /// <summary>What was ignored, re-read or limited on the way, sentence after sentence; empty when all was plain.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The moment in UTC, to the second: <c>2026-11-23T22:10:00Z</c>.</summary>
    public string ExportedAt => Exported.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
