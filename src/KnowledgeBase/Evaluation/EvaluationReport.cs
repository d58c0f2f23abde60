using System.Collections.Immutable;

namespace KnowledgeBase.Evaluation;

/// <summary>How well one ranking did on one collection.</summary>
public sealed record EvaluationReport
{
    /// <summary>Name of the collection: its folder.</summary>
    public required string Collection { get; init; }

    /// <summary>What ranked, such as <c>archive/3</c> for the third version of that profile, or the name of a run file.</summary>
    public required string Ranking { get; init; }

    /// <summary>Commit of the program; empty when it is not known.</summary>
    public string Commit { get; init; } = "";

    /// <summary>Digest of the documents that were searched; empty for a run file.</summary>
    public string CorpusDigest { get; init; } = "";

    /// <summary>How many documents were searched; 0 for a run file.</summary>
    public long Documents { get; init; }

    /// <summary>Time spent building the index, in seconds.</summary>
    public double IndexSeconds { get; init; }

    /// <summary>Time spent on all the queries together, in seconds.</summary>
    public double SearchSeconds { get; init; }

    /// <summary>Means over <see cref="Queries"/>.</summary>
    public required Measures Means { get; init; }

    /// <summary>Each query with an answer, in the order of the collection.</summary>
    public required ImmutableArray<QueryResult> Queries { get; init; }

    /// <summary>What is odd about the collection and was passed over, one sentence each.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];
}

/// <summary>How well one query did.</summary>
/// <param name="Id">Id of the query.</param>
/// <param name="Text">What was asked.</param>
/// <param name="Measures">How good its list is.</param>
public sealed record QueryResult(string Id, string Text, Measures Measures);
