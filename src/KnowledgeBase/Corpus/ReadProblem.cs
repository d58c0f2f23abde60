using System.Globalization;

namespace KnowledgeBase.Corpus;

/// <summary>What is wrong with a file of the corpus, where, and what would do.</summary>
/// <param name="Code">Stable, for programs, such as <c>front_matter.unknown_field</c>; the message is free to improve.</param>
/// <param name="File">The file, relative to the corpus folder, with forward slashes.</param>
/// <param name="Line">The line, from 1; 0 when the file as a whole is meant.</param>
/// <param name="Field">The field of the front matter, such as <c>quotations[1].lang</c>; null when none is meant.</param>
/// <param name="Message">What is wrong and what is accepted, as sentences.</param>
public sealed record ReadProblem(string Code, string File, int Line, string? Field, string Message)
{
    /// <summary>As compilers print it: file, line, field, message.</summary>
    public override string ToString()
    {
        var line = Line > 0 ? string.Create(CultureInfo.InvariantCulture, $":{Line}") : "";
        return $"{File}{line}: {(Field is null ? "" : Field + ": ")}{Message}";
    }
}

/// <summary>The problems of one file, in the order in which they were met.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<ReadProblem> _problems = [];

    /// <summary>How many there are.</summary>
    public int Count => _problems.Count;

    /// <summary>Adds one.</summary>
    public void Add(string code, int line, string? field, string message) => _problems.Add(new ReadProblem(code, file, line, field, message));

    /// <summary>All of them.</summary>
    public System.Collections.Immutable.ImmutableArray<ReadProblem> ToImmutable() => [.. _problems];
}
