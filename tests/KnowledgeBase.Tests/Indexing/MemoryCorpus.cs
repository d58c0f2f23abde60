using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Corpus;
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

    /// <summary>Files that the disk does not give out.</summary>
    public List<string> Unreadable { get; } = [];

    public string DigestOf(string path) => Digest(Files[path]);

    public CorpusView Look(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var files = Files.Where(pair => !Unreadable.Exists(path => pair.Key.StartsWith(path, StringComparison.Ordinal)))
            .Select(static pair => new SnapshotFile(pair.Key, pair.Value.Length, default, Digest(pair.Value)));
        var problems = Unreadable.Select(static path => new ReadProblem("file.unreadable", path, 0, null, "may not be read"));
        return new CorpusView(new CorpusSnapshot([.. files], [.. problems]), Register, [], ReadOne);
    }

    private ReadResult ReadOne(SnapshotFile file)
    {
        lock (Read)
        {
            Read.Add(file.Path);
        }

        var parts = Files[file.Path].Split('\n', 2);
        return parts is [var id, var text] && DocumentId.IsValid(id)
            ? new ReadResult(Some.Document(id, text, file.Path) with { Digest = file.Digest }, [])
            : new ReadResult(null, [new ReadProblem("test", file.Path, 1, "ref", "not a reference code")]);
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
