using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Checks;

/// <summary>Everything of a corpus that could be read, and what could not.</summary>
internal sealed class CheckedCorpus
{
    private readonly Dictionary<DocumentId, CheckedDocument> _byId = [];
    private readonly Dictionary<string, CheckedDocument> _byPath = new(StringComparer.Ordinal);

    private CheckedCorpus(ArchiveRegister register) => Register = register;

    /// <summary>The authority records and sources.</summary>
    public ArchiveRegister Register { get; }

    /// <summary>The documents, in ordinal order of path.</summary>
    public IReadOnlyCollection<CheckedDocument> Documents => _byPath.Values;

    /// <summary>What kept files from being read.</summary>
    public ImmutableArray<CorpusFinding> Refusals { get; private set; } = [];

    /// <summary>The document with this reference code; null when there is none.</summary>
    public CheckedDocument? Find(DocumentId id) => _byId.GetValueOrDefault(id);

    /// <summary>The document that a link from another leads to; null when there is none.</summary>
    public CheckedDocument? Find(CorpusLink link, CheckedDocument from) =>
        link.Id is { } id ? Find(id) : link.Path is null ? from : _byPath.GetValueOrDefault(link.Path);

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static CheckedCorpus Read(CorpusFolder folder, ReadLimits limits, CancellationToken cancellationToken)
    {
        var (register, problems) = RegisterReader.Load(folder.Root);
        var listing = folder.List();
        var corpus = new CheckedCorpus(register);
        var refused = problems.Concat(listing.Problems).ToList();
        var reader = new DocumentReader(register, limits);
        foreach (var path in listing.Paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CorpusFile.TryRead(folder.Root, path, limits, out var problem) is { } bytes)
            {
                refused.AddRange(corpus.Add(reader.ReadBytes(path, bytes), bytes));
            }
            else
            {
                refused.Add(problem!);
            }
        }

        corpus.Refusals = [.. refused.Select(static p => new CorpusFinding(
            FindingSeverity.Error, p.Code, p.File, p.Line, p.Field is null ? p.Message : $"{p.Field}: {p.Message}"))];
        return corpus;
    }

    private ImmutableArray<ReadProblem> Add(ReadResult result, byte[] bytes)
    {
        if (result.Document is not { } document)
        {
            return result.Problems;
        }

        var entry = new CheckedDocument(document, Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
        if (!_byId.TryAdd(document.Id, entry))
        {
            return
            [
                new ReadProblem(
                    "front_matter.ref_taken", document.Path, entry.LineOf("ref"), "ref",
                    $"The reference code {document.Id} is taken by {_byId[document.Id].Document.Path}; give this document one of its own."),
            ];
        }

        _byPath.Add(document.Path, entry);
        return [];
    }
}
