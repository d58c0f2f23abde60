using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Corpus.Checks;

/// <summary>A test that needs the fact sheet, which is no part of the repository; without it the test is skipped and says so.</summary>
/// <remarks>The sheet is the file that <c>KB_FACT_SHEET</c> names, or <c>../shared/facts/interpol-facts.md</c>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactSheetFactAttribute : FactAttribute
{
    public FactSheetFactAttribute()
    {
        if (!File.Exists(SheetPath))
        {
            Skip = $"There is no fact sheet at {SheetPath}; name one in KB_FACT_SHEET.";
        }
    }

    /// <summary>Where the sheet is, whether it exists or not.</summary>
    public static string SheetPath { get; } = Environment.GetEnvironmentVariable("KB_FACT_SHEET") is { Length: > 0 } named
        ? named
        : Path.GetFullPath(Path.Combine("..", "shared", "facts", "interpol-facts.md"), Repository.Root);
}
