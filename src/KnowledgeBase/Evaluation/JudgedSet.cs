using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KnowledgeBase.Evaluation;

/// <summary>A query of a judged collection.</summary>
/// <param name="Id">As the judgements name it.</param>
/// <param name="Text">What is asked.</param>
public sealed record JudgedQuery(string Id, string Text);

/// <summary>A document of a judged collection.</summary>
/// <param name="Id">As the judgements name it.</param>
/// <param name="Title">May be empty.</param>
/// <param name="Text">May be empty; paragraphs are separated by blank lines.</param>
/// <param name="Language">A BCP 47 code where the collection states one; null otherwise.</param>
public sealed record JudgedDocument(string Id, string Title, string Text, string? Language);

/// <summary>Documents, queries and judgements that others made, to measure ranking with.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Documents">In the order of the file.</param>
/// <param name="Queries">In the order of the file.</param>
/// <param name="Judgments">Which documents answer which query.</param>
public sealed record JudgedSet(
    string Name, ImmutableArray<JudgedDocument> Documents, ImmutableArray<JudgedQuery> Queries, Judgments Judgments)
{
    private static readonly ImmutableArray<string> DocumentFiles = ["docs.jsonl", "docs.jsonl.gz", "corpus.jsonl", "corpus.jsonl.gz"];
    private static readonly ImmutableArray<string> QueryFiles = ["queries.jsonl", "queries.jsonl.gz"];
    private static readonly ImmutableArray<string> JudgmentFiles = ["qrels.tsv", "qrels.txt", "qrels/test.tsv"];

    /// <summary>What is odd about the files and was passed over, one sentence each; empty when nothing is.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>
    /// Reads a folder: <c>docs.jsonl</c> or <c>docs.jsonl.gz</c> (<c>id</c>, <c>title</c>, <c>text</c>, perhaps <c>language</c>),
    /// <c>queries.jsonl</c> or <c>queries.jsonl.gz</c> (<c>id</c>, <c>text</c>) and <c>qrels.tsv</c> (query, document, relevance) or
    /// <c>qrels.txt</c> in TREC's four columns. The names of the Beir collections (<c>corpus.jsonl</c>, <c>_id</c>) are known too.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="needsDocuments">Whether the documents are read; a run that was made elsewhere is measured without them.</param>
    /// <remarks>A line that cannot be read is passed over and told in <see cref="Problems"/>, and so is an id that comes twice.</remarks>
    /// <exception cref="FileNotFoundException">One of the files is missing; the message says what was looked for and where.</exception>
    /// <exception cref="FormatException">A file has no line that can be read, or no query has an answer.</exception>
    public static JudgedSet Read(string folder, bool needsDocuments = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
        {
            throw new FileNotFoundException($"There is no folder '{folder}'. Name the folder that holds a judged collection.");
        }

        var problems = new ReadingProblems();
        var queries = JsonLines.Read(Find(folder, QueryFiles), static row => new JudgedQuery(row.Id, row["text"] ?? ""), static query => query.Id, problems);
        var judgments = ReadJudgments(Find(folder, JudgmentFiles), problems);
        var documents = needsDocuments
            ? JsonLines.Read(
                Find(folder, DocumentFiles),
                static row => new JudgedDocument(row.Id, row["title"] ?? "", row["text"] ?? "", row["language"] ?? row["lang"]),
                static document => document.Id,
                problems)
            : [];
        Compare(documents, queries, judgments, problems);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return new JudgedSet(name, documents, queries, judgments) { Problems = problems.Sentences };
    }

    private static Judgments ReadJudgments(string file, ReadingProblems problems)
    {
        using var reader = new StreamReader(file);
        var judgments = TrecFiles.ReadJudgments(reader, problem => problems.Add(file, problem));
        return judgments.ByQuery.Count > 0
            ? judgments
            : throw new FormatException($"No line of '{file}' can be read. Each should hold a query, a document and a whole number, separated by tabs.");
    }

    private static void Compare(
        ImmutableArray<JudgedDocument> documents, ImmutableArray<JudgedQuery> queries, Judgments judgments, ReadingProblems problems)
    {
        var answered = queries.Count(query => judgments.HasAnswer(query.Id));
        if (answered == 0)
        {
            throw new FormatException("No query has a document that counts as an answer: the ids of the queries and of the judgements do not meet.");
        }

        problems.AddCount(queries.Length - answered, "queries have no relevant document and are left out of every mean");
        var asked = queries.Select(static query => query.Id).ToFrozenSet(StringComparer.Ordinal);
        problems.AddCount(judgments.ByQuery.Keys.Count(id => !asked.Contains(id)), "queries are judged but are not among the queries");
        if (!documents.IsEmpty)
        {
            var known = documents.Select(static document => document.Id).ToFrozenSet(StringComparer.Ordinal);
            var judged = judgments.ByQuery.Where(pair => asked.Contains(pair.Key)).SelectMany(static pair => pair.Value)
                .Where(static pair => pair.Value > 0).Select(static pair => pair.Key).Distinct(StringComparer.Ordinal);
            problems.AddCount(judged.Count(id => !known.Contains(id)), "relevant documents are not among the documents and count as not found");
            problems.AddCount(
                documents.Count(static document => string.IsNullOrWhiteSpace(document.Title) && string.IsNullOrWhiteSpace(document.Text)),
                "documents are empty");
        }
    }

    private static string Find(string folder, ImmutableArray<string> names) =>
        names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException(
            $"There is no {string.Join(" or ", names)} in '{folder}'. A judged collection has documents (docs.jsonl), queries (queries.jsonl) and judgements (qrels.tsv).");
}
