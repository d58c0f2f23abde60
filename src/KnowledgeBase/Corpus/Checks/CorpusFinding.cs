using System.Globalization;

namespace KnowledgeBase.Corpus.Checks;

/// <summary>How much a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>Worth a look; nothing need be wrong.</summary>
    Note,

    /// <summary>Wrong; the corpus does not pass.</summary>
    Error,
}

/// <summary>Something that a check of the corpus found.</summary>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Code">Stable, for programs, such as <c>names.unknown</c>.</param>
/// <param name="File">The file, relative to the corpus folder, with forward slashes.</param>
/// <param name="Line">The line, from 1; 0 when the file as a whole is meant.</param>
/// <param name="Message">What was found and what would do.</param>
public sealed record CorpusFinding(FindingSeverity Severity, string Code, string File, int Line, string Message)
{
    /// <summary>As compilers print it.</summary>
    public override string ToString()
    {
        var line = Line > 0 ? string.Create(CultureInfo.InvariantCulture, $":{Line}") : "";
        return $"{File}{line}: {(Severity == FindingSeverity.Note ? "note: " : "")}{Message} [{Code}]";
    }
}
