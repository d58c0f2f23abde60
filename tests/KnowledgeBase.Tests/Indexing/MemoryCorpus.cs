using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Indexing;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Indexing;

/// <summary>A corpus in memory: a file is "reference code, line end, text", and one without a valid code is refused.</summary>
internal sealed class MemoryCorpus
{
    public SortedDictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    public string Register { get; set; } = "";

    /// <summary>Paths that were read, in any order.</summary>
    public List<string> Read { get; } = [];

    public CorpusSource Source => new(_ => List(), (file, _) => ReadOne(file));

    private CorpusListing List() => new(
        [.. Files.Select(static pair => new CorpusFile(pair.Key, pair.Value.Length, Digest(pair.Value)))], Register);

    private FileReading ReadOne(CorpusFile file)
    {
        lock (Read)
        {
            Read.Add(file.Path);
        }

        var parts = Files[file.Path].Split('\n', 2);
        return parts is [var id, var text] && DocumentId.IsValid(id)
            ? new FileReading(Some.Document(id, text, file.Path) with { Digest = file.Digest }, [])
            : new FileReading(null, [new IndexingProblem(file.Path, 1, "ref", "not a reference code")]);
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
