using System.Globalization;
using KnowledgeBase.Indexing;

namespace KnowledgeBase.LuceneIndex;

/// <summary>The facts of an index as they stand in the user data of its commit.</summary>
internal static class CommitFacts
{
    private const string Schema = "schema";
    private const string Analyzer = "analyzer";
    private const string Corpus = "corpus";
    private const string Register = "register";
    private const string Generation = "generation";

    public static IDictionary<string, string> Write(IndexedFacts facts) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Schema] = facts.SchemaVersion.ToString(CultureInfo.InvariantCulture),
        [Analyzer] = facts.AnalyzerVersion,
        [Corpus] = facts.CorpusDigest,
        [Register] = facts.RegisterDigest,
        [Generation] = facts.Generation.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Null when the commit does not carry them: another program made it.</summary>
    public static IndexedFacts? Read(IDictionary<string, string>? data) =>
        data is not null
        && data.TryGetValue(Schema, out var schema) && TryNumber(schema, out var schemaVersion)
        && data.TryGetValue(Generation, out var number) && TryNumber(number, out var generation)
        && data.TryGetValue(Analyzer, out var analyzer)
        && data.TryGetValue(Corpus, out var corpus)
        && data.TryGetValue(Register, out var register)
            ? new IndexedFacts(schemaVersion, analyzer, corpus, register, generation)
            : null;

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
