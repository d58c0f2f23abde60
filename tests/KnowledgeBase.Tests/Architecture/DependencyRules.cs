namespace KnowledgeBase.Tests.Architecture;

/// <summary>The table of what may use what; the reasons are in ARCHITECTURE.md.</summary>
internal static class DependencyRules
{
    public const string Core = "KnowledgeBase";

    /// <summary>Every room of the core, each below the rooms it uses; a room that is not here may not exist.</summary>
    public static IReadOnlyList<(string Room, string[] Uses)> Rooms { get; } =
    [
        ("Documents", []),
        ("Analysis", ["Documents"]),
        ("Corpus", ["Documents", "Analysis"]),
        ("Querying", ["Documents", "Analysis"]),
        ("Searching", ["Documents", "Analysis", "Querying"]),
        ("Quotations", ["Documents", "Analysis", "Querying", "Searching"]),
        ("Indexing", ["Documents", "Corpus", "Searching", "Quotations"]),
        ("Citing", ["Documents"]),
        ("Exporting", ["Documents", "Querying", "Searching", "Quotations", "Citing"]),
        ("CitedSearches", ["Documents", "Querying", "Searching", "Indexing"]),
        ("Evaluation", ["Documents", "Analysis", "Querying", "Searching", "Indexing"]),
    ];

    /// <summary>Libraries that are known to one folder only.</summary>
    public static IReadOnlyList<(string Library, string Namespace)> Libraries { get; } =
    [
        ("Markdig", "KnowledgeBase.Corpus.Formats.Markdown"),
        ("Ganss", "KnowledgeBase.Corpus.Formats.Markdown"),
    ];

    /// <summary>The uses that break the table, in words; empty when all is well.</summary>
    public static IEnumerable<string> Violations(IEnumerable<(string From, string To)> uses)
    {
        foreach (var (from, to) in uses)
        {
            var (fromRoom, toRoom) = (RoomUses.Room(from, Core), RoomUses.Room(to, Core));
            if (fromRoom is null || toRoom is null || fromRoom == toRoom || fromRoom.Length == 0)
            {
                continue;
            }

            var rule = Rooms.FirstOrDefault(room => room.Room == fromRoom);
            if (rule.Room is null)
            {
                yield return $"The room {fromRoom} is not in the table (type {from}).";
            }
            else if (!rule.Uses.Contains(toRoom))
            {
                yield return $"{fromRoom} may not use {toRoom}: {from} uses {to}.";
            }
        }
    }
}
