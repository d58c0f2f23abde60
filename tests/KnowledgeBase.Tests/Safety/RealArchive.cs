using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.Querying;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Safety;

/// <summary>The archive of the repository with its names, indexed once for the tests that share it.</summary>
public sealed class RealArchive : IDisposable
{
    private readonly TempFolder _folder = new();

    public RealArchive()
    {
        var corpus = Repository.PathOf("corpus");
        Documents = SomeIndex.ReadCorpus(corpus);
        Index = SomeIndex.Of(_folder, Documents);
        Names = new NameTable(RegisterReader.Load(corpus).Register.Authorities.Select(static authority => new NameRecord(
            authority.Kind.ToString().ToLowerInvariant(), authority.Name, authority.Variants, authority.Misspellings)));
    }

    internal IReadOnlyList<CorpusDocument> Documents { get; }

    internal LuceneSearchIndex Index { get; }

    internal NameTable Names { get; }

    /// <summary>Reads a query as the site does, on a fixed day.</summary>
    internal ReadQuery Read(string typed) => QueryReader.Read(typed, new DateOnly(2026, 11, 23), Names);

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }
}

/// <summary>Tests that share one index of the archive.</summary>
[CollectionDefinition(Name)]
public sealed class SharedArchive : ICollectionFixture<RealArchive>
{
    public const string Name = "The real archive";
}
